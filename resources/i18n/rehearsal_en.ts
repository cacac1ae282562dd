<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n minute(s) left.</source>
        <translation>
            <numerusform>%n minute left.</numerusform>
            <numerusform>%n minutes left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message numerus="yes">
        <source>What is deleted can be put back for %n day(s); then it is removed for good, and its questions count as never met.</source>
        <translation>
            <numerusform>What is deleted can be put back for %n day; then it is removed for good, and its questions count as never met.</numerusform>
            <numerusform>What is deleted can be put back for %n days; then it is removed for good, and its questions count as never met.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookingPage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentSheet</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n character too many</numerusform>
            <numerusform>%n characters too many</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CommentsPage</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>%n character left</numerusform>
            <numerusform>%n characters left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExamPages</name>
    <message numerus="yes">
        <source>%n flagged</source>
        <translation>
            <numerusform>%n flagged</numerusform>
            <numerusform>%n flagged</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without a complete answer</source>
        <translation>
            <numerusform>%n question without a complete answer</numerusform>
            <numerusform>%n questions without a complete answer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message numerus="yes">
        <source>%n minute(s) left.</source>
        <translation>
            <numerusform>%n minute left.</numerusform>
            <numerusform>%n minutes left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n mock exam(s). A click, or Enter, opens the result.</source>
        <translation>
            <numerusform>%n mock exam. A click, or Enter, opens the result.</numerusform>
            <numerusform>%n mock exams. A click, or Enter, opens the result.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mock(s) sat · best {best} · last {last}</source>
        <translation>
            <numerusform>%n mock sat · best {best} · last {last}</numerusform>
            <numerusform>%n mocks sat · best {best} · last {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>%n added</numerusform>
            <numerusform>%n added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>%n already here</numerusform>
            <numerusform>%n already here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n continued</source>
        <translation>
            <numerusform>%n continued</numerusform>
            <numerusform>%n continued</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different here, left as they are</source>
        <translation>
            <numerusform>%n different here, left as it is</numerusform>
            <numerusform>%n different here, left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It goes into the bin, and can be put back for %n day(s).</source>
        <translation>
            <numerusform>It goes into the bin, and can be put back for %n day.</numerusform>
            <numerusform>It goes into the bin, and can be put back for %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>%n in all</numerusform>
            <numerusform>%n in all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n question</numerusform>
            <numerusform>%n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) of the quality check; none keeps it from being used.</source>
        <translation>
            <numerusform>%n remark of the quality check; it does not keep the bank from being used.</numerusform>
            <numerusform>%n remarks of the quality check; none keeps the bank from being used.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadinessCard</name>
    <message numerus="yes">
        <source>Each mark stands for %n attempt(s) in a row: the ring for the score, the stroke for its 95&#x202f;% interval.</source>
        <translation>
            <numerusform>Each mark is an attempt: the ring its score, the stroke its 95&#x202f;% interval.</numerusform>
            <numerusform>Each mark stands for up to %n attempts in a row: the ring their score, the stroke its 95&#x202f;% interval.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too little to tell: %n question(s) met for the first time. One full mock exam of new questions is enough for a first figure.</source>
        <translation>
            <numerusform>Too little to tell: %n question met for the first time. One full mock exam of new questions is enough for a first figure.</numerusform>
            <numerusform>Too little to tell: %n questions met for the first time. One full mock exam of new questions is enough for a first figure.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message numerus="yes">
        <source>%n question(s) of this form were shown to you before; the score may flatter.</source>
        <translation>
            <numerusform>%n question of this form was shown to you before; the score may flatter.</numerusform>
            <numerusform>%n questions of this form were shown to you before; the score may flatter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message numerus="yes">
        <source>%n flagged, {right} of them right</source>
        <translation>
            <numerusform>%n flagged, {right} of them right</numerusform>
            <numerusform>%n flagged, {right} of them right</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interruption(s)</source>
        <translation>
            <numerusform>%n interruption</numerusform>
            <numerusform>%n interruptions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) seen before</source>
        <translation>
            <numerusform>%n question seen before</numerusform>
            <numerusform>%n questions seen before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered</source>
        <translation>
            <numerusform>%n unanswered</numerusform>
            <numerusform>%n unanswered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message numerus="yes">
        <source>%n step(s) that were saved after that were added.</source>
        <translation>
            <numerusform>%n step that was saved after that was added.</numerusform>
            <numerusform>%n steps that were saved after that were added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n attempt(s) now.</source>
        <translation>
            <numerusform>There is %n attempt now.</numerusform>
            <numerusform>There are %n attempts now.</numerusform>
        </translation>
    </message>
</context>
</TS>
