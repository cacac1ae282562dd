<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AgreementPage</name>
    <message>
        <source>Agreement</source>
        <translation>同意事項</translation>
    </message>
    <message>
        <source>Here the same moment is rehearsed. The questions are Rehearsal’s own; none comes from a real exam.</source>
        <translation>ここでは、その手順を練習します。問題はすべて Rehearsal が独自に作成したもので、実際の試験から採ったものはありません。</translation>
    </message>
    <message>
        <source>I accept</source>
        <translation>同意する</translation>
    </message>
    <message>
        <source>I decline</source>
        <translation>同意しない</translation>
    </message>
    <message>
        <source>If you decline, or let this clock run out, you return to the start and nothing is recorded.</source>
        <translation>同意しない場合、またはこの残り時間がなくなった場合は、ホームに戻り、何も記録されません。</translation>
    </message>
    <message>
        <source>In the test centre you agree not to copy, pass on or discuss any question of the exam.</source>
        <translation>試験会場では、試験問題の複製、譲渡、口外をしないことへの同意を求められます。</translation>
    </message>
    <message>
        <source>Nothing you do leaves this computer.</source>
        <translation>操作の内容がこのコンピューターの外に送られることはありません。</translation>
    </message>
    <message>
        <source>Once the exam has begun its clock does not stop. There is no pause; you may leave, and the rules you chose decide what becomes of the time.</source>
        <translation>試験が始まると、時計は止まりません。休憩はありません。途中で中断することはできますが、その間の時間の扱いは、選択したルールに従います。</translation>
    </message>
    <message>
        <source>Time to decide</source>
        <translation>同意までの残り時間</translation>
    </message>
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>すべての解答</translation>
    </message>
    <message>
        <source>Back to the result</source>
        <translation>結果に戻る</translation>
    </message>
    <message>
        <source>Background: {topic}</source>
        <translation>背景知識: {topic}</translation>
    </message>
    <message>
        <source>Checked {date}</source>
        <translation>{date} 確認</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>フラグ付き</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>No question to show.</source>
        <translation>表示する問題はありません。</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>問題 {number}</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考資料</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>不正解</translation>
    </message>
    <message>
        <source>{time} on this question</source>
        <translation>所要時間 {time}</translation>
    </message>
    <message>
        <source>● your answer</source>
        <translation>● あなたの解答</translation>
    </message>
    <message>
        <source>✓ Right</source>
        <translation>✓ 正解</translation>
    </message>
    <message>
        <source>✓ key</source>
        <translation>✓ 正答</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 正解</translation>
    </message>
    <message>
        <source>✗ Wrong</source>
        <translation>✗ 不正解</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 不正解</translation>
    </message>
</context>
<context>
    <name>BookingPage</name>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n 問</numerusform>
        </translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>受験者</translation>
    </message>
    <message>
        <source>Clock when interrupted</source>
        <translation>中断時の時計</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Everything here is printed on the score report.</source>
        <translation>ここで選んだ内容は、すべて成績レポートに記載されます。</translation>
    </message>
    <message>
        <source>Extra time</source>
        <translation>時間延長</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>問題の言語</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>出題形式</translation>
    </message>
    <message>
        <source>Your name, as it shall stand on the report</source>
        <translation>レポートに記載する氏名</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>CodeBlock</name>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>詳細をコピー</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>エラーが発生しました</translation>
    </message>
    <message>
        <source>This is a mistake in Rehearsal. Every answer that was shown as given is saved; you can go on, or start again and resume.</source>
        <translation>Rehearsal の不具合です。画面に反映された解答はすべて保存されています。このまま続けるか、Rehearsal を起動し直して再開できます。</translation>
    </message>
</context>
<context>
    <name>ExamBar</name>
    <message>
        <source>Time remaining</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Time remaining {time}</source>
        <translation>残り時間 {time}</translation>
    </message>
</context>
<context>
    <name>ExamPage</name>
    <message>
        <source>&amp;Next ›</source>
        <translation>次へ(&amp;N) ›</translation>
    </message>
    <message>
        <source>&amp;Review screen</source>
        <translation>見直し画面(&amp;R)</translation>
    </message>
    <message>
        <source>Back to &amp;review</source>
        <translation>見直しに戻る(&amp;R)</translation>
    </message>
    <message>
        <source>Na&amp;vigator</source>
        <translation>ナビゲーター(&amp;V)</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>問題 {number} / {count}</translation>
    </message>
    <message>
        <source>{exam} · mock exam</source>
        <translation>{exam} · 模擬試験</translation>
    </message>
    <message>
        <source>‹ &amp;Previous</source>
        <translation>‹ 前へ(&amp;P)</translation>
    </message>
</context>
<context>
    <name>ExamPages</name>
    <message numerus="yes">
        <source>%n flagged</source>
        <translation>
            <numerusform>フラグ付き %n 問</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) without a complete answer</source>
        <translation>
            <numerusform>解答が完了していない問題 %n 問</numerusform>
        </translation>
    </message>
    <message>
        <source>End the exam?</source>
        <translation>試験を終了しますか?</translation>
    </message>
    <message>
        <source>No, go on</source>
        <translation>いいえ、続ける</translation>
    </message>
    <message>
        <source>Really end the exam?</source>
        <translation>本当に試験を終了しますか?</translation>
    </message>
    <message>
        <source>Yes, end and score</source>
        <translation>はい、終了して採点する</translation>
    </message>
    <message>
        <source>Yes, end it</source>
        <translation>はい、終了する</translation>
    </message>
    <message>
        <source>Your answers are scored as they are now.</source>
        <translation>現在の解答がそのまま採点されます。</translation>
    </message>
    <message>
        <source>{open}, {flagged}, {time} left. You cannot come back.</source>
        <translation>{open}、{flagged}、残り時間 {time}。終了すると、試験には戻れません。</translation>
    </message>
</context>
<context>
    <name>FlagButton</name>
    <message>
        <source>Flag for review</source>
        <translation>フラグを付ける</translation>
    </message>
    <message>
        <source>Flagged for review</source>
        <translation>フラグ付き</translation>
    </message>
</context>
<context>
    <name>Flow</name>
    <message numerus="yes">
        <source>%n minute(s) left.</source>
        <translation>
            <numerusform>残り時間は %n 分です。</numerusform>
        </translation>
    </message>
    <message>
        <source>An exam is unfinished</source>
        <translation>終了していない試験があります</translation>
    </message>
    <message>
        <source>Begin the exam now?</source>
        <translation>試験を始めますか?</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄する</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>完全に破棄する</translation>
    </message>
    <message>
        <source>Discard this attempt?</source>
        <translation>この受験を破棄しますか?</translation>
    </message>
    <message>
        <source>It is not scored and disappears from your lists.</source>
        <translation>採点されず、一覧にも表示されなくなります。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>中断する</translation>
    </message>
    <message>
        <source>Leave the exam?</source>
        <translation>試験を中断しますか?</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Not saved. {reason}</source>
        <translation>保存できませんでした。{reason}</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Really discard it?</source>
        <translation>本当に破棄しますか?</translation>
    </message>
    <message>
        <source>Resume it, score it as it stands or discard it first; then you can sit a new one.</source>
        <translation>先に、その試験を再開するか、現時点で採点するか、破棄してください。その後、新しい模擬試験を受けられます。</translation>
    </message>
    <message>
        <source>Save the score report</source>
        <translation>成績レポートを保存</translation>
    </message>
    <message>
        <source>Score it</source>
        <translation>採点する</translation>
    </message>
    <message>
        <source>Score it as it stands?</source>
        <translation>現時点で採点しますか?</translation>
    </message>
    <message>
        <source>The exam is over. What you answered is scored.</source>
        <translation>試験は終了しました。それまでの解答が採点されます。</translation>
    </message>
    <message>
        <source>The score report is saved</source>
        <translation>成績レポートを保存しました</translation>
    </message>
    <message>
        <source>There is no way back to these answers.</source>
        <translation>これらの解答は二度と元に戻せません。</translation>
    </message>
    <message>
        <source>This did not work</source>
        <translation>操作を完了できませんでした</translation>
    </message>
    <message>
        <source>Time has expired</source>
        <translation>時間切れです</translation>
    </message>
    <message>
        <source>What you answered is scored, the rest counts as wrong. You cannot come back to it.</source>
        <translation>これまでの解答が採点され、残りの問題は不正解になります。この試験を再開することはできなくなります。</translation>
    </message>
    <message>
        <source>With Yes the clock starts. It does not stop before the end.</source>
        <translation>「はい」を選ぶと時計が動き始め、終了まで止まりません。</translation>
    </message>
    <message>
        <source>Yes, begin</source>
        <translation>はい、始める</translation>
    </message>
    <message>
        <source>Your answers are saved, and the interruption will be on the report. You can resume at the next start.</source>
        <translation>解答は保存され、中断したことはレポートに記載されます。次に Rehearsal を起動したときに再開できます。</translation>
    </message>
    <message>
        <source>question {number} of {count} · {time} left</source>
        <translation>問題 {number} / {count} · 残り時間 {time}</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mock(s) sat · best {best} · last {last}</source>
        <translation>
            <numerusform>模擬試験 %n 回 · 最高 {best} · 前回 {last}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n 問</numerusform>
        </translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Begun {when}. Your answers are kept.</source>
        <translation>{when} に開始。解答は保存されています。</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Not affiliated with Databricks. Works offline; nothing leaves this computer.</source>
        <translation>Databricks 社とは提携関係にありません。オフラインで動作し、データがこのコンピューターの外に送られることはありません。</translation>
    </message>
    <message>
        <source>Not tried yet</source>
        <translation>まだ受験していません</translation>
    </message>
    <message>
        <source>Nothing here yet. A first mock shows where you stand.</source>
        <translation>まだ記録がありません。まず 1 回受けると、現在の実力が分かります。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>Open the result of {when}</source>
        <translation>{when} の結果を開く</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開する</translation>
    </message>
    <message>
        <source>Score as it stands</source>
        <translation>現時点で採点</translation>
    </message>
    <message>
        <source>Sit a mock exam</source>
        <translation>模擬試験を受ける</translation>
    </message>
    <message>
        <source>You were in the middle of a mock exam</source>
        <translation>途中の模擬試験があります</translation>
    </message>
    <message>
        <source>Your last mock exams</source>
        <translation>最近の模擬試験</translation>
    </message>
    <message>
        <source>form {form}</source>
        <translation>フォーム {form}</translation>
    </message>
    <message>
        <source>{correct} of {count} correct</source>
        <translation>{count} 問中 {correct} 問正解</translation>
    </message>
    <message>
        <source>{count} in {domain}</source>
        <translation>{domain} {count}&#xa0;問</translation>
    </message>
    <message>
        <source>{profile}: the bank is still too small. Missing: {missing}.</source>
        <translation>{profile}: 問題数がまだ足りません。不足: {missing}。</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>フラグ</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>フラグ付き</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>ナビゲーター</translation>
    </message>
    <message>
        <source>Not complete</source>
        <translation>未完了と未表示</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Review screen</source>
        <translation>見直し画面</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>⚑ flagged</source>
        <translation>⚑ フラグ付き</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Dismiss</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>QuestionCell</name>
    <message>
        <source>Question {number}</source>
        <translation>問題 {number}</translation>
    </message>
    <message>
        <source>current</source>
        <translation>現在の問題</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>フラグ付き</translation>
    </message>
</context>
<context>
    <name>QuestionView</name>
    <message>
        <source>Clear answer</source>
        <translation>解答をクリア</translation>
    </message>
    <message>
        <source>{chosen} of {needed} chosen</source>
        <translation>選択数 {chosen} / {needed}</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message numerus="yes">
        <source>%n question(s) of this form were shown to you before; the score may flatter.</source>
        <translation>
            <numerusform>このフォームには、以前に表示された問題が %n 問含まれています。得点が実力より高く出る可能性があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>ホームに戻る</translation>
    </message>
    <message>
        <source>Begin the exam</source>
        <translation>試験を始める</translation>
    </message>
    <message>
        <source>Questions by domain: {domains}. During the exam no domain is shown.</source>
        <translation>分野別の問題数: {domains}。試験中、分野は表示されません。</translation>
    </message>
    <message>
        <source>Ready?</source>
        <translation>準備はよろしいですか?</translation>
    </message>
    <message>
        <source>See the tutorial again</source>
        <translation>チュートリアルに戻る</translation>
    </message>
    <message>
        <source>There is no penalty for a guess: an unanswered question counts as wrong.</source>
        <translation>誤答による減点はありません。未解答の問題は不正解になります。</translation>
    </message>
    <message>
        <source>You have not seen any question of this form.</source>
        <translation>このフォームに、以前に表示された問題は含まれていません。</translation>
    </message>
    <message>
        <source>assumed pass line</source>
        <translation>想定合格ライン</translation>
    </message>
    <message>
        <source>minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>questions</source>
        <translation>問</translation>
    </message>
    <message>
        <source>{exam}, form {form}</source>
        <translation>{exam}、フォーム {form}</translation>
    </message>
    <message>
        <source>{policy}.</source>
        <translation>{policy}。</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message numerus="yes">
        <source>%n flagged, {right} of them right</source>
        <translation>
            <numerusform>フラグ付き %n 問 (うち正解 {right} 問)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interruption(s)</source>
        <translation>
            <numerusform>中断 %n 回</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) seen before</source>
        <translation>
            <numerusform>以前に表示された問題 %n 問</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unanswered</source>
        <translation>
            <numerusform>未解答 %n 問</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>ホームに戻る</translation>
    </message>
    <message>
        <source>By domain</source>
        <translation>分野別</translation>
    </message>
    <message>
        <source>By section of the official guide</source>
        <translation>公式セクション別</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正解数</translation>
    </message>
    <message>
        <source>Level, 80&#x202f;% band</source>
        <translation>実力 (80&#x202f;% 区間)</translation>
    </message>
    <message>
        <source>Review all answers</source>
        <translation>すべての解答を見直す</translation>
    </message>
    <message>
        <source>Score report (PDF)</source>
        <translation>成績レポート (PDF)</translation>
    </message>
    <message>
        <source>answers changed: {right} to right, {wrong} to wrong</source>
        <translation>解答の変更: 正解へ {right} 回、不正解へ {wrong} 回</translation>
    </message>
    <message>
        <source>assumed line {line}</source>
        <translation>想定合格ライン {line}</translation>
    </message>
    <message>
        <source>{correct} of {count}</source>
        <translation>{correct} / {count}</translation>
    </message>
    <message>
        <source>{correct} of {count} correct, {share}. With this many questions the true level lies between {low} and {high} (95&#x202f;% interval). Databricks publishes no pass mark; {line} is assumed.</source>
        <translation>{count} 問中 {correct} 問正解、正答率 {share}。この問題数では、本来の実力は {low} から {high} の間にあると推定されます (95&#x202f;% 信頼区間)。Databricks は合格点を公表していないため、{line} を合格ラインと想定しています。</translation>
    </message>
    <message>
        <source>{exam} · mock exam, form {form} · provisional result</source>
        <translation>{exam} · 模擬試験、フォーム {form} · 暫定結果</translation>
    </message>
    <message>
        <source>{used} used of {limit}</source>
        <translation>使用時間 {used} (制限時間 {limit})</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>&amp;End exam</source>
        <translation>試験を終了(&amp;E)</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>フラグ付き</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>見直し</translation>
    </message>
    <message>
        <source>Review &amp;all</source>
        <translation>すべて見直す(&amp;A)</translation>
    </message>
    <message>
        <source>Review &amp;incomplete</source>
        <translation>未完了のみ(&amp;I)</translation>
    </message>
    <message>
        <source>Review fla&amp;gged</source>
        <translation>フラグ付きのみ(&amp;G)</translation>
    </message>
    <message>
        <source>Unanswered questions count as wrong; there is no penalty for a guess.</source>
        <translation>未解答の問題は不正解になります。誤答による減点はありません。</translation>
    </message>
    <message>
        <source>{exam} · mock exam</source>
        <translation>{exam} · 模擬試験</translation>
    </message>
    <message>
        <source>● complete   ◐ incomplete   ○ unseen   A flag does not change the score.</source>
        <translation>● 解答済み   ◐ 未完了   ○ 未表示   フラグは得点に影響しません。</translation>
    </message>
</context>
<context>
    <name>TutorialPage</name>
    <message>
        <source>Click anywhere on an option, or press its letter, to choose it. Another click chooses another option; “Clear answer” takes the choice back.</source>
        <translation>選択肢の枠内をクリックするか、選択肢の文字キーを押すと選択できます。別の選択肢をクリックすれば選び直せます。「解答をクリア」で選択を取り消せます。</translation>
    </message>
    <message>
        <source>End the tutorial</source>
        <translation>チュートリアルを終了</translation>
    </message>
    <message>
        <source>Flag a question to come back to it. Flags do not change the score, and they may stay on at the end.</source>
        <translation>後で見直したい問題には、フラグを付けます。フラグは得点に影響せず、付けたまま試験を終了してもかまいません。</translation>
    </message>
    <message>
        <source>Navigator and review screen show each question as complete, incomplete or unseen, and its flag. From the review screen you walk through all, the incomplete or the flagged ones, and end the exam; you are asked twice.</source>
        <translation>ナビゲーターと見直し画面では、各問題の状態 (解答済み、未完了、未表示) とフラグを確認できます。見直し画面からは、すべての問題、未完了の問題、フラグ付きの問題だけを順に見直せます。試験を終了するのもこの画面で、確認は 2 回行われます。</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>{page} / {pages} ページ</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Question {number} of {count}</source>
        <translation>問題 {number} / {count}</translation>
    </message>
    <message>
        <source>Sample exam</source>
        <translation>サンプル試験</translation>
    </message>
    <message>
        <source>Some questions ask for several answers and say how many. Tick as many; a further one is accepted only after you take one back. With fewer, the question counts as incomplete.</source>
        <translation>複数の解答を求める問題では、選ぶ数が示されます。その数だけチェックを付けてください。さらに別の選択肢を選ぶには、先にどれか 1 つを外します。数が足りない問題は、未完了として扱われます。</translation>
    </message>
    <message>
        <source>The bar on top shows where you are and how much time is left. A notice comes at 30, 15, 5 and 1 minutes before the end; it does not interrupt what you are doing. At zero the exam ends by itself, and what you answered is scored.</source>
        <translation>上部のバーには、現在の問題番号と残り時間が表示されます。終了の 30 分前、15 分前、5 分前、1 分前に通知が表示されますが、操作は妨げられません。残り時間が 0 になると試験は自動的に終了し、それまでの解答が採点されます。</translation>
    </message>
    <message>
        <source>The exam clock is not running. Try everything; nothing here counts.</source>
        <translation>試験の時計は動いていません。自由に試してください。ここでの操作は採点されません。</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>チュートリアル</translation>
    </message>
</context>
<context>
    <name>formats</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>Above the assumed pass line, but not safely.</source>
        <translation>想定合格ラインを上回っていますが、余裕はありません。</translation>
    </message>
    <message>
        <source>Another program holds the file. Close it, then try again.</source>
        <translation>ほかのプログラムがファイルを使用しています。そのプログラムを閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Another window has continued this attempt. Close one of the two, then start again.</source>
        <translation>別のウィンドウでこの試験が続行されています。どちらかを閉じてから、起動し直してください。</translation>
    </message>
    <message>
        <source>As many options as asked for are chosen. Take one back first.</source>
        <translation>指定された数の選択肢をすでに選んでいます。先にどれか 1 つを外してください。</translation>
    </message>
    <message>
        <source>Below the assumed pass line, but within reach.</source>
        <translation>想定合格ラインを下回っていますが、手の届く範囲です。</translation>
    </message>
    <message>
        <source>Centre: unused time is kept</source>
        <translation>試験会場方式: 残り時間を保持</translation>
    </message>
    <message>
        <source>Clearly above the assumed pass line.</source>
        <translation>想定合格ラインを確実に上回っています。</translation>
    </message>
    <message>
        <source>Clearly below the assumed pass line.</source>
        <translation>想定合格ラインを明らかに下回っています。</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>解答済み</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>未完了</translation>
    </message>
    <message>
        <source>Only the clock can do this.</source>
        <translation>この操作は受験者からは行えません。</translation>
    </message>
    <message>
        <source>Strict: the deadline runs on</source>
        <translation>厳格方式: 中断中も時間が進行</translation>
    </message>
    <message>
        <source>The disk is full. Free some space, then try again.</source>
        <translation>ディスクがいっぱいです。空き容量を増やしてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>The exam has not ended yet.</source>
        <translation>試験はまだ終了していません。</translation>
    </message>
    <message>
        <source>The exam is already running.</source>
        <translation>試験はすでに進行中です。</translation>
    </message>
    <message>
        <source>The exam is not running.</source>
        <translation>試験は進行中ではありません。</translation>
    </message>
    <message>
        <source>The exam is over.</source>
        <translation>試験は終了しています。</translation>
    </message>
    <message>
        <source>The file is damaged. Nothing was changed in it; keep a copy before you try to repair it.</source>
        <translation>ファイルが破損しています。内容は変更していません。修復を試みる前に、コピーを取っておいてください。</translation>
    </message>
    <message>
        <source>The file is not a database of Rehearsal. Move it away, or choose another folder with --data-dir.</source>
        <translation>このファイルは Rehearsal のデータベースではありません。別の場所に移すか、--data-dir で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The file is too old for this version of Rehearsal; nothing was changed.</source>
        <translation>ファイルが古すぎるため、このバージョンの Rehearsal では使用できません。内容は変更していません。</translation>
    </message>
    <message>
        <source>The file or folder is not there any more.</source>
        <translation>ファイルまたはフォルダーが見つからなくなりました。</translation>
    </message>
    <message>
        <source>The file was written by a newer Rehearsal. Install that version; nothing was changed.</source>
        <translation>このファイルは、より新しいバージョンの Rehearsal で作成されています。そのバージョンをインストールしてください。内容は変更していません。</translation>
    </message>
    <message>
        <source>The folder can only be read. Make it writable, or choose another with --data-dir.</source>
        <translation>フォルダーが読み取り専用です。書き込めるようにするか、--data-dir で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The paper has no questions.</source>
        <translation>このフォームには問題がありません。</translation>
    </message>
    <message>
        <source>The question bank has errors. “rehearsal bank check” lists them; installing again cures them.</source>
        <translation>問題集に誤りがあります。一覧は「rehearsal bank check」で確認できます。再インストールすると解消します。</translation>
    </message>
    <message>
        <source>The question bank has too few questions for this profile.</source>
        <translation>この出題形式に必要な数の問題が、問題集にありません。</translation>
    </message>
    <message>
        <source>The system does not allow it. Check who owns the folder, or choose another with --data-dir.</source>
        <translation>システムによって拒否されました。フォルダーの所有者を確認するか、--data-dir で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The system reported a failure.</source>
        <translation>システムからエラーが報告されました。</translation>
    </message>
    <message>
        <source>There is no such attempt.</source>
        <translation>その受験記録はありません。</translation>
    </message>
    <message>
        <source>There is no such exam or profile.</source>
        <translation>その試験または出題形式はありません。</translation>
    </message>
    <message>
        <source>There is no such option.</source>
        <translation>その選択肢はありません。</translation>
    </message>
    <message>
        <source>There is no such question.</source>
        <translation>その問題はありません。</translation>
    </message>
    <message>
        <source>This attempt has already been started.</source>
        <translation>この試験はすでに開始されています。</translation>
    </message>
    <message>
        <source>This attempt has not been started.</source>
        <translation>この試験はまだ開始されていません。</translation>
    </message>
    <message>
        <source>This extra time cannot be granted.</source>
        <translation>この時間延長は選択できません。</translation>
    </message>
    <message>
        <source>This is too long to be kept. Shorten it.</source>
        <translation>長すぎるため保存できません。短くしてください。</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>未表示</translation>
    </message>
    <message>
        <source>You are on a break. Come back to the exam first.</source>
        <translation>休憩中です。まず試験に戻ってください。</translation>
    </message>
    <message>
        <source>above target</source>
        <translation>目標を上回る</translation>
    </message>
    <message>
        <source>below target</source>
        <translation>目標を下回る</translation>
    </message>
    <message>
        <source>computer suspended</source>
        <translation>コンピューターのスリープ</translation>
    </message>
    <message>
        <source>discarded</source>
        <translation>破棄</translation>
    </message>
    <message>
        <source>ended by the candidate</source>
        <translation>受験者による終了</translation>
    </message>
    <message>
        <source>near target</source>
        <translation>目標付近</translation>
    </message>
    <message>
        <source>program or power lost</source>
        <translation>プログラムの異常終了または電源断</translation>
    </message>
    <message>
        <source>scored as it stood</source>
        <translation>その時点の解答で採点</translation>
    </message>
    <message>
        <source>time expired</source>
        <translation>時間切れ</translation>
    </message>
    <message>
        <source>too few questions to judge</source>
        <translation>問題数が少なく判定不可</translation>
    </message>
    <message>
        <source>window closed</source>
        <translation>ウィンドウを閉じた</translation>
    </message>
</context>
<context>
    <name>walk</name>
    <message>
        <source>Reviewing all: {place} of {count}</source>
        <translation>すべて見直し中: {place} / {count}</translation>
    </message>
    <message>
        <source>Reviewing flagged: {place} of {count}</source>
        <translation>フラグ付きを見直し中: {place} / {count}</translation>
    </message>
    <message>
        <source>Reviewing incomplete: {place} of {count}</source>
        <translation>未完了を見直し中: {place} / {count}</translation>
    </message>
</context>
</TS>
