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
        <source>I &amp;accept</source>
        <translation>同意する(&amp;A)</translation>
    </message>
    <message>
        <source>I &amp;decline</source>
        <translation>同意しない(&amp;D)</translation>
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
        <translation>試験が始まると、時計は止まりません。一時停止はできません。途中で中断することはできますが、その間の時間の扱いは、選択したルールに従います。</translation>
    </message>
    <message>
        <source>Time to decide</source>
        <translation>同意までの残り時間</translation>
    </message>
</context>
<context>
    <name>Announcer</name>
    <message numerus="yes">
        <source>%n minute(s) left.</source>
        <translation>
            <numerusform>残り時間は %n 分です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Answer cleared</source>
        <translation>解答をクリアしました</translation>
    </message>
    <message>
        <source>Answer recorded: {letters}</source>
        <translation>解答を記録しました: {letters}</translation>
    </message>
    <message>
        <source>Comment removed</source>
        <translation>コメントを削除しました</translation>
    </message>
    <message>
        <source>Comment saved</source>
        <translation>コメントを保存しました</translation>
    </message>
    <message>
        <source>Flag set</source>
        <translation>フラグを付けました</translation>
    </message>
    <message>
        <source>Flag taken off</source>
        <translation>フラグを外しました</translation>
    </message>
    <message>
        <source>Highlights saved</source>
        <translation>ハイライトを保存しました</translation>
    </message>
    <message>
        <source>{letter} restored</source>
        <translation>{letter} の取り消し線を外しました</translation>
    </message>
    <message>
        <source>{letter} struck out</source>
        <translation>{letter} に取り消し線を付けました</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Background: {topic}</source>
        <translation>背景知識: {topic}</translation>
    </message>
    <message>
        <source>Checked {date}</source>
        <translation>{date} 確認</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>アドレスをコピー</translation>
    </message>
    <message>
        <source>Copy the address of {title}</source>
        <translation>{title} のアドレスをコピー</translation>
    </message>
    <message>
        <source>Flagged</source>
        <translation>フラグ付き</translation>
    </message>
    <message>
        <source>Question {number}</source>
        <translation>問題 {number}</translation>
    </message>
    <message>
        <source>References</source>
        <translation>参考資料</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>あなたのコメント</translation>
    </message>
    <message>
        <source>changed: {answers}</source>
        <translation>解答の変更: {answers}</translation>
    </message>
    <message>
        <source>{time} on this question</source>
        <translation>所要時間 {time}</translation>
    </message>
    <message>
        <source>× Wrong</source>
        <translation>× 不正解</translation>
    </message>
    <message>
        <source>– struck out</source>
        <translation>– 取り消し線</translation>
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
</context>
<context>
    <name>AnswersPage</name>
    <message>
        <source>&amp;All</source>
        <translation>すべて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back to the result</source>
        <translation>結果に戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Commented</source>
        <translation>コメント付き(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Flagged</source>
        <translation>フラグ付き(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Next ›</source>
        <translation>次へ(&amp;N) ›</translation>
    </message>
    <message>
        <source>&amp;Wrong</source>
        <translation>不正解(&amp;W)</translation>
    </message>
    <message>
        <source>All answers</source>
        <translation>すべての解答</translation>
    </message>
    <message>
        <source>Bo&amp;th languages</source>
        <translation>両言語(&amp;T)</translation>
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
        <source>Question {number}, right</source>
        <translation>問題 {number}、正解</translation>
    </message>
    <message>
        <source>Question {number}, wrong</source>
        <translation>問題 {number}、不正解</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>The address is in the clipboard; open it in your browser: {address}</source>
        <translation>アドレスをクリップボードにコピーしました。ブラウザーで開いてください: {address}</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} / {count}</translation>
    </message>
    <message>
        <source>{question}, flagged</source>
        <translation>{question}、フラグ付き</translation>
    </message>
    <message>
        <source>× wrong</source>
        <translation>× 不正解</translation>
    </message>
    <message>
        <source>‹ &amp;Previous</source>
        <translation>‹ 前へ(&amp;P)</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 正解</translation>
    </message>
</context>
<context>
    <name>Arrivals</name>
    <message>
        <source>A question bank was opened. It will be shown when the exam is over.</source>
        <translation>問題集のファイルが開かれました。試験が終わってから表示します。</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Install a question bank</source>
        <translation>問題集のインストール</translation>
    </message>
    <message>
        <source>Question banks of Rehearsal</source>
        <translation>Rehearsal の問題集</translation>
    </message>
    <message>
        <source>The question bank is being installed</source>
        <translation>問題集をインストールしています</translation>
    </message>
    <message>
        <source>The question bank is being read</source>
        <translation>問題集を読み込んでいます</translation>
    </message>
</context>
<context>
    <name>Ask</name>
    <message>
        <source>&amp;No</source>
        <translation>いいえ(&amp;N)</translation>
    </message>
</context>
<context>
    <name>Attempts</name>
    <message>
        <source>Date</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了理由</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>試験</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>フォーム</translation>
    </message>
    <message>
        <source>Score, 95&#x202f;% interval</source>
        <translation>正答率 (95&#x202f;% 信頼区間)</translation>
    </message>
    <message>
        <source>Time used</source>
        <translation>使用時間</translation>
    </message>
    <message>
        <source>{share}, {correct} of {count}</source>
        <translation>正答率 {share}、{count} 問中 {correct} 問正解</translation>
    </message>
</context>
<context>
    <name>BinPage</name>
    <message>
        <source>&amp;Back to the list</source>
        <translation>一覧に戻る(&amp;B)</translation>
    </message>
    <message>
        <source>Bin</source>
        <translation>ごみ箱</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Put back: {attempt}</source>
        <translation>元に戻す：{attempt}</translation>
    </message>
    <message>
        <source>The bin is empty.</source>
        <translation>ごみ箱は空です。</translation>
    </message>
    <message numerus="yes">
        <source>What is deleted can be put back for %n day(s); then it is removed for good, and its questions count as never met.</source>
        <translation>
            <numerusform>削除した模擬試験は、%n日間は元に戻せます。その後は完全に削除され、その問題は未出題として扱われます。</numerusform>
        </translation>
    </message>
    <message>
        <source>deleted on {when}</source>
        <translation>削除日時：{when}</translation>
    </message>
    <message>
        <source>{share}, {correct} of {count}</source>
        <translation>{share}（{correct} / {count}）</translation>
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
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>次へ(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Extra time</source>
        <translation>時間延長(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Language of the questions</source>
        <translation>問題の言語(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Profile</source>
        <translation>出題形式(&amp;P)</translation>
    </message>
    <message>
        <source>Ca&amp;ndidate</source>
        <translation>受験者(&amp;N)</translation>
    </message>
    <message>
        <source>Clock when &amp;interrupted</source>
        <translation>中断時の時計の扱い(&amp;I)</translation>
    </message>
    <message>
        <source>Everything here is printed on the score report.</source>
        <translation>ここで選んだ内容は、すべて成績レポートに記載されます。</translation>
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
    <name>BreakPage</name>
    <message>
        <source>&amp;Return to the exam</source>
        <translation>試験に戻る(&amp;R)</translation>
    </message>
    <message>
        <source>On a break, the clock runs</source>
        <translation>休憩中も時計は進みます</translation>
    </message>
    <message>
        <source>The question is out of sight. Come back when you like; the break is recorded.</source>
        <translation>問題は隠れています。いつでも試験に戻れます。休憩を取ったことは記録されます。</translation>
    </message>
    <message>
        <source>Time remaining</source>
        <translation>残り時間</translation>
    </message>
</context>
<context>
    <name>CheckInPage</name>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>次へ(&amp;C)</translation>
    </message>
    <message>
        <source>Be alone in a quiet room with the door closed, and tell the others how long it takes.</source>
        <translation>静かな部屋に 1 人で入り、ドアを閉めます。周りの人には、所要時間を伝えておきます。</translation>
    </message>
    <message>
        <source>Before you check in</source>
        <translation>チェックインの前に</translation>
    </message>
    <message>
        <source>Clear the desk: no paper, no books, no second screen. Phone and watch out of reach.</source>
        <translation>机の上を片付けます。紙、本、2 台目の画面は置けません。電話と時計は手の届かない所に置きます。</translation>
    </message>
    <message>
        <source>Do not read the questions aloud or speak to anybody, and wear no headphones.</source>
        <translation>問題を声に出して読んだり、人と話したりしません。ヘッドホンも使えません。</translation>
    </message>
    <message>
        <source>Have an identity document at hand; the name on it is the name you booked under.</source>
        <translation>身分証明書を手元に用意します。予約した氏名と一致している必要があります。</translation>
    </message>
    <message>
        <source>If you must get up, say so first. The clock runs on, there and here.</source>
        <translation>席を立つときは、先に申し出ます。その間も時計は進みます。本番でも、ここでも同じです。</translation>
    </message>
    <message>
        <source>Keep your eyes on the screen. Looking aside again and again is taken for reading notes.</source>
        <translation>視線は画面に向けます。何度も目をそらすと、メモを見ていると判断されます。</translation>
    </message>
    <message>
        <source>Make ready</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>On the day somebody watches you. Rehearsal has no camera: act as if it had.</source>
        <translation>本番では監督者が見ています。Rehearsal はカメラを使いませんが、同じつもりで受験してください。</translation>
    </message>
    <message>
        <source>Plug in the power, close every other program, and use the connection you trust most.</source>
        <translation>電源をつなぎ、ほかのプログラムをすべて閉じて、最も安定した回線を使います。</translation>
    </message>
    <message>
        <source>Show this before every exam</source>
        <translation>試験の前に毎回表示する</translation>
    </message>
    <message>
        <source>Stay in the picture with your face uncovered. A lost picture can suspend the exam.</source>
        <translation>顔を覆わず、カメラに映る位置にいます。映像が途切れると、試験が中断されることがあります。</translation>
    </message>
    <message>
        <source>While it runs</source>
        <translation>試験中</translation>
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
    <name>CommentSheet</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>残り %n 文字</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many</source>
        <translation>
            <numerusform>%n 文字超過</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Comment on question {number}</source>
        <translation>問題 {number} へのコメント</translation>
    </message>
    <message>
        <source>It is kept with the attempt and changes no score. Ctrl+Enter and Esc save it.</source>
        <translation>受験記録とともに保存され、得点には影響しません。Ctrl+Enter または Esc で保存します。</translation>
    </message>
</context>
<context>
    <name>CommentsPage</name>
    <message numerus="yes">
        <source>%n character(s) left</source>
        <translation>
            <numerusform>残り %n 文字</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>次へ(&amp;C)</translation>
    </message>
    <message>
        <source>Comments on questions</source>
        <translation>問題へのコメント</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未解答</translation>
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
        <source>The clock has stopped. A comment changes no score and stays with the attempt.</source>
        <translation>時計は止まっています。コメントは得点に影響せず、受験記録とともに保存されます。</translation>
    </message>
    <message>
        <source>What was unclear, what you want to look up</source>
        <translation>分かりにくかった点、後で調べたいこと</translation>
    </message>
    <message>
        <source>Your answer: {letters}</source>
        <translation>あなたの解答: {letters}</translation>
    </message>
    <message>
        <source>Your comment on this question</source>
        <translation>この問題へのコメント</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>フラグ付き</translation>
    </message>
    <message>
        <source>with a comment</source>
        <translation>コメント付き</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>&amp;Back to the list</source>
        <translation>一覧に戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;One</source>
        <translation>一方(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;The other</source>
        <translation>もう一方(&amp;T)</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日時</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前回</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後の回</translation>
    </message>
    <message>
        <source>Met before</source>
        <translation>既出の問題</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>未解答</translation>
    </message>
    <message>
        <source>One mock exam</source>
        <translation>一方の模擬試験</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得点</translation>
    </message>
    <message>
        <source>The level changed by {low} to {high} points ({confidence} interval). Parts of the exam show the estimated level.</source>
        <translation>水準の変化は {low} 〜 {high} ポイントです（{confidence} 区間）。分野の値は推定された水準です。</translation>
    </message>
    <message>
        <source>The other mock exam</source>
        <translation>もう一方の模擬試験</translation>
    </message>
    <message>
        <source>Time a question</source>
        <translation>1 問あたりの時間</translation>
    </message>
    <message>
        <source>Two mock exams compared</source>
        <translation>2 回の模擬試験の比較</translation>
    </message>
    <message>
        <source>{points} points: chance alone may have made this difference.</source>
        <translation>{points} ポイント。偶然だけでも生じうる差です。</translation>
    </message>
    <message>
        <source>{points} points: more than chance makes of two forms.</source>
        <translation>{points} ポイント。2 つのフォームの偶然の差を超えています。</translation>
    </message>
    <message>
        <source>{share}, {correct} of {count}</source>
        <translation>{share}、{count} 問中 {correct} 問</translation>
    </message>
</context>
<context>
    <name>CoursesCard</name>
    <message>
        <source>Domain</source>
        <translation>分野</translation>
    </message>
    <message>
        <source>Domains over time</source>
        <translation>分野ごとの推移</translation>
    </message>
    <message>
        <source>not asked</source>
        <translation>出題なし</translation>
    </message>
    <message>
        <source>{first} to {last} · band of 80&#x202f;%, line: estimate · assumed line {line}</source>
        <translation>{first} ～ {last} ・ 帯：80&#x202f;%区間 ・ 線：推定値 ・ 想定合格ライン {line}</translation>
    </message>
    <message>
        <source>{share} ({band})</source>
        <translation>{share}（{band}）</translation>
    </message>
</context>
<context>
    <name>Crash</name>
    <message>
        <source>&amp;Copy the details</source>
        <translation>詳細をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>続ける(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Start again</source>
        <translation>再起動(&amp;S)</translation>
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
        <source>This is a mistake in Rehearsal. Your answers are saved, unless the exam says “Not saved”. Go on if everything looks right; otherwise start again: an exam that is under way is resumed at once.</source>
        <translation>これは Rehearsal の不具合です。試験画面に「未保存」と表示されていなければ、解答は保存されています。画面に問題がなければそのまま続けてください。問題があれば再起動してください。受験中の試験はすぐに再開されます。</translation>
    </message>
</context>
<context>
    <name>DocumentPage</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%nページ</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Document</source>
        <translation>文書(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開く(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>印刷(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Questions</source>
        <translation>問題(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>PDFとして保存(&amp;S)…</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Answer review</source>
        <translation>解答の見直し</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>文書</translation>
    </message>
    <message>
        <source>In the system&apos;s own viewer</source>
        <translation>システムの既定のビューアーで開きます</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>レター</translation>
    </message>
    <message>
        <source>P&amp;aper</source>
        <translation>用紙(&amp;A)</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>用紙</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Progress report</source>
        <translation>進捗レポート</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Score report</source>
        <translation>成績レポート</translation>
    </message>
    <message>
        <source>all</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>flagged ones</source>
        <translation>フラグ付きのみ</translation>
    </message>
    <message>
        <source>those with a comment</source>
        <translation>コメント付きのみ</translation>
    </message>
    <message>
        <source>wrong ones</source>
        <translation>誤答のみ</translation>
    </message>
</context>
<context>
    <name>DropHint</name>
    <message>
        <source>Drop the question bank here</source>
        <translation>ここに問題集をドロップ</translation>
    </message>
    <message>
        <source>You see what is in it before anything is installed.</source>
        <translation>インストールする前に内容を確認できます。</translation>
    </message>
</context>
<context>
    <name>ExamBar</name>
    <message>
        <source>Hides the clock; it runs on</source>
        <translation>時計を隠します。時間は進み続けます</translation>
    </message>
    <message>
        <source>Hides the number</source>
        <translation>問題番号を隠します</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>番号を表示</translation>
    </message>
    <message>
        <source>Show the time</source>
        <translation>時間を表示</translation>
    </message>
    <message>
        <source>Time remaining</source>
        <translation>残り時間</translation>
    </message>
    <message>
        <source>Time remaining {time}</source>
        <translation>残り時間 {time}</translation>
    </message>
    <message>
        <source>● Not saved</source>
        <translation>● 未保存</translation>
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
    <message>
        <source>↓ There is more below. Scroll to the end, or press Next again to go on.</source>
        <translation>↓ 続きがあります。最後までスクロールするか、もう一度「次へ」を押して進んでください。</translation>
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
        <source>&amp;No, go on</source>
        <translation>いいえ、続ける(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Yes, end and score</source>
        <translation>はい、終了して採点(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Yes, end it</source>
        <translation>はい、終了する(&amp;Y)</translation>
    </message>
    <message>
        <source>End the exam?</source>
        <translation>試験を終了しますか?</translation>
    </message>
    <message>
        <source>Really end the exam?</source>
        <translation>本当に試験を終了しますか?</translation>
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
    <name>ExamTools</name>
    <message>
        <source>&amp;Break</source>
        <translation>休憩(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Comment</source>
        <translation>コメント(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Strike out</source>
        <translation>取り消し線(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Text size</source>
        <translation>文字サイズ(&amp;T)</translation>
    </message>
    <message>
        <source>? &amp;Keys</source>
        <translation>? キー操作(&amp;K)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Co&amp;lours</source>
        <translation>配色(&amp;L)</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Hi&amp;ghlight</source>
        <translation>ハイライト(&amp;G)</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Opens a menu</source>
        <translation>メニューを開きます</translation>
    </message>
    <message>
        <source>There is a comment</source>
        <translation>コメントがあります</translation>
    </message>
</context>
<context>
    <name>FlagButton</name>
    <message>
        <source>&amp;Flag for review</source>
        <translation>フラグを付ける(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Flagged for review</source>
        <translation>フラグ付き(&amp;F)</translation>
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
        <source>&amp;Continue</source>
        <translation>次へ(&amp;C)</translation>
    </message>
    <message>
        <source>An exam is unfinished</source>
        <translation>終了していない試験があります</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Resume it, score it as it stands or discard it first; then you can sit a new one.</source>
        <translation>先に、その試験を再開するか、現時点で採点するか、破棄してください。その後、新しい模擬試験を受けられます。</translation>
    </message>
    <message>
        <source>The exam is over. What you answered is scored.</source>
        <translation>試験は終了しました。それまでの解答が採点されます。</translation>
    </message>
    <message>
        <source>The question bank is installed</source>
        <translation>問題集をインストールしました</translation>
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
        <source>“{title}” can be sat from now on; it is on the start page.</source>
        <translation>「{title}」を受験できるようになりました。最初の画面に表示されています。</translation>
    </message>
</context>
<context>
    <name>GroupCard</name>
    <message>
        <source>Band</source>
        <translation>80&#x202f;% 区間</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正解数</translation>
    </message>
    <message>
        <source>Estimate</source>
        <translation>推定値</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>assumed line {line} · ring: estimate · bands of 80&#x202f;%</source>
        <translation>想定合格ライン {line} ・ 丸印：推定値 ・ 帯：80&#x202f;%区間</translation>
    </message>
    <message>
        <source>{correct} of {count}</source>
        <translation>{correct} / {count}</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message numerus="yes">
        <source>%n mock exam(s). A click, or Enter, opens the result.</source>
        <translation>
            <numerusform>模擬試験 %n 回。クリックするか、Enter キーを押すと、結果が開きます。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Back to the start</source>
        <translation>ホームに戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Compare…</source>
        <translation>比較(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>削除(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Exam</source>
        <translation>試験(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>出題形式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Progress report</source>
        <translation>進捗レポート(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Report</source>
        <translation>レポート(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Since</source>
        <translation>期間(&amp;S)</translation>
    </message>
    <message>
        <source>30 days ago</source>
        <translation>30日前から</translation>
    </message>
    <message>
        <source>90 days ago</source>
        <translation>90日前から</translation>
    </message>
    <message>
        <source>All exams</source>
        <translation>すべての試験</translation>
    </message>
    <message>
        <source>All formats</source>
        <translation>すべての出題形式</translation>
    </message>
    <message>
        <source>All mock exams</source>
        <translation>模擬試験の一覧</translation>
    </message>
    <message>
        <source>B&amp;in</source>
        <translation>ごみ箱(&amp;I)</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>書き出し(&amp;X)…</translation>
    </message>
    <message>
        <source>Every mock exam that you finish is kept here, with its score and every answer.</source>
        <translation>終了した模擬試験は、得点とすべての解答とともに、ここに保存されます。</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>試験</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>出題形式</translation>
    </message>
    <message>
        <source>I&amp;mport…</source>
        <translation>取り込み(&amp;M)…</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>まだ記録がありません</translation>
    </message>
    <message>
        <source>Score report or answer review of the mock exam chosen in the list</source>
        <translation>一覧で選んだ模擬試験の成績レポートまたは解答の見直し</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>a year ago</source>
        <translation>1年前から</translation>
    </message>
    <message>
        <source>the beginning</source>
        <translation>全期間</translation>
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
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>キー操作(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>再開(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Sit a mock exam</source>
        <translation>模擬試験を受ける(&amp;S)</translation>
    </message>
    <message>
        <source>All mock e&amp;xams</source>
        <translation>模擬試験の一覧(&amp;X)</translation>
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
        <source>Dark</source>
        <translation>ダーク</translation>
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
        <source>Sc&amp;ore as it stands</source>
        <translation>現時点で採点(&amp;O)</translation>
    </message>
    <message>
        <source>Se&amp;ttings</source>
        <translation>設定(&amp;T)</translation>
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
    <name>Keys</name>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>キー操作</translation>
    </message>
    <message>
        <source>Keys of one letter are switched off in the settings.</source>
        <translation>1 文字のキー操作は、設定でオフになっています。</translation>
    </message>
    <message>
        <source>Keys of one letter can be switched off in the settings.</source>
        <translation>1 文字のキー操作は、設定でオフにできます。</translation>
    </message>
</context>
<context>
    <name>Leaving</name>
    <message>
        <source>&amp;Leave</source>
        <translation>中断する(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Leave all the same</source>
        <translation>それでも終了する(&amp;L)</translation>
    </message>
    <message>
        <source>Leave the exam?</source>
        <translation>試験を中断しますか?</translation>
    </message>
    <message>
        <source>Leave without saving?</source>
        <translation>保存しないまま終了しますか?</translation>
    </message>
    <message>
        <source>What you did last is in memory alone and would be lost. Stay until it is saved; Rehearsal tries it again and again.</source>
        <translation>直近の操作はメモリー上にだけあり、終了すると失われます。保存されるまでこのままお待ちください。Rehearsal は保存を繰り返し試みます。</translation>
    </message>
    <message>
        <source>Your answers are saved, and the interruption will be on the report. You can resume at the next start.</source>
        <translation>解答は保存され、中断したことはレポートに記載されます。次に Rehearsal を起動したときに再開できます。</translation>
    </message>
</context>
<context>
    <name>Marking</name>
    <message>
        <source>Highlighted: {words}</source>
        <translation>ハイライト: {words}</translation>
    </message>
</context>
<context>
    <name>ModeStrip</name>
    <message>
        <source>Clear highlights</source>
        <translation>ハイライトを消去</translation>
    </message>
    <message>
        <source>Click an option to strike it out, or to restore it.</source>
        <translation>選択肢をクリックすると、取り消し線を付けたり外したりできます。</translation>
    </message>
    <message>
        <source>Done (Esc)</source>
        <translation>完了 (Esc)</translation>
    </message>
    <message>
        <source>Drag over the text, or Shift + arrows, then H. A click on a highlight removes it.</source>
        <translation>文章をドラッグするか、Shift + 矢印キーで選んで H を押します。ハイライトはクリックで外せます。</translation>
    </message>
</context>
<context>
    <name>Navigator</name>
    <message>
        <source>&amp;All</source>
        <translation>すべて(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Flagged</source>
        <translation>フラグ付き(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Review screen</source>
        <translation>見直し画面(&amp;R)</translation>
    </message>
    <message>
        <source>Flag</source>
        <translation>フラグ</translation>
    </message>
    <message>
        <source>N&amp;ot complete</source>
        <translation>未完了(&amp;O)</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>ナビゲーター</translation>
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
        <source>Status</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>flagged</source>
        <translation>フラグ付き</translation>
    </message>
    <message>
        <source>not flagged</source>
        <translation>フラグなし</translation>
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
    <name>OptionRow</name>
    <message>
        <source>struck out</source>
        <translation>取り消し線付き</translation>
    </message>
</context>
<context>
    <name>PaperDesk</name>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>No program could be started that shows PDF files</source>
        <translation>PDFを表示するプログラムを起動できませんでした</translation>
    </message>
    <message>
        <source>Save the document</source>
        <translation>文書の保存</translation>
    </message>
    <message>
        <source>The document could not be printed</source>
        <translation>文書を印刷できませんでした</translation>
    </message>
    <message>
        <source>The document is being made</source>
        <translation>文書を作成しています</translation>
    </message>
    <message>
        <source>The document is being printed</source>
        <translation>文書を印刷しています</translation>
    </message>
    <message>
        <source>The document is saved</source>
        <translation>文書を保存しました</translation>
    </message>
    <message>
        <source>The printer</source>
        <translation>プリンター</translation>
    </message>
    <message>
        <source>{printer} took no pages, or not all of them. See whether it is switched on and connected, and whether the disk has room; or save the document as a PDF file and print that.</source>
        <translation>{printer} にページを送れなかったか、途中までしか送れませんでした。電源と接続、ディスクの空き容量を確かめてください。PDF ファイルとして保存し、そのファイルを印刷することもできます。</translation>
    </message>
</context>
<context>
    <name>Past</name>
    <message numerus="yes">
        <source>%n added</source>
        <translation>
            <numerusform>追加：%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n already here</source>
        <translation>
            <numerusform>登録済み：%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n continued</source>
        <translation>
            <numerusform>続きを取り込み：%n件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n different here, left as they are</source>
        <translation>
            <numerusform>内容が異なるため変更なし：%n件</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>削除する(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
    </message>
    <message>
        <source>Delete this mock exam?</source>
        <translation>この模擬試験を削除しますか?</translation>
    </message>
    <message>
        <source>Export all mock exams</source>
        <translation>すべての模擬試験の書き出し</translation>
    </message>
    <message>
        <source>Import mock exams</source>
        <translation>模擬試験の取り込み</translation>
    </message>
    <message numerus="yes">
        <source>It goes into the bin, and can be put back for %n day(s).</source>
        <translation>
            <numerusform>ごみ箱に移動します。%n日間は元に戻せます。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is the only mock exam of this exam so far.</source>
        <translation>この試験の模擬試験は、まだこの 1 回だけです。</translation>
    </message>
    <message>
        <source>Rehearsal history (*.rehearsal)</source>
        <translation>Rehearsalの履歴 (*.rehearsal)</translation>
    </message>
    <message>
        <source>The mock exams are being read</source>
        <translation>模擬試験を読み込んでいます</translation>
    </message>
    <message>
        <source>The mock exams are being written</source>
        <translation>模擬試験を書き出しています</translation>
    </message>
    <message>
        <source>The mock exams are exported</source>
        <translation>模擬試験を書き出しました</translation>
    </message>
    <message>
        <source>The mock exams are imported</source>
        <translation>模擬試験を取り込みました</translation>
    </message>
    <message>
        <source>There is nothing to compare with</source>
        <translation>比較できる模擬試験がありません</translation>
    </message>
</context>
<context>
    <name>Placeholder</name>
    <message>
        <source>Picture</source>
        <translation>図</translation>
    </message>
    <message>
        <source>Picture without words</source>
        <translation>説明のない図</translation>
    </message>
</context>
<context>
    <name>Proposal</name>
    <message numerus="yes">
        <source>%n in all</source>
        <translation>
            <numerusform>全 %n 問</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n 分</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s)</source>
        <translation>
            <numerusform>%n 問</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n remark(s) of the quality check; none keeps it from being used.</source>
        <translation>
            <numerusform>品質検査での指摘が %n 件あります。使用には差し支えありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>キャンセル(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Install</source>
        <translation>インストール(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Install again</source>
        <translation>もう一度インストール(&amp;I)</translation>
    </message>
    <message>
        <source>Exactly this bank is installed already. Installing it again changes nothing.</source>
        <translation>まったく同じ問題集がすでにインストールされています。もう一度インストールしても何も変わりません。</translation>
    </message>
    <message>
        <source>Exams</source>
        <translation>出題形式</translation>
    </message>
    <message>
        <source>File</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Fingerprint</source>
        <translation>指紋 (ハッシュ値)</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>Install this question bank?</source>
        <translation>この問題集をインストールしますか？</translation>
    </message>
    <message>
        <source>It is new: nothing is replaced.</source>
        <translation>新しい問題集です。置き換えられるものはありません。</translation>
    </message>
    <message>
        <source>It replaces an installed bank of the same id that cannot be read any more.</source>
        <translation>同じ ID でインストール済みの、読み取れなくなった問題集と置き換えます。</translation>
    </message>
    <message>
        <source>It replaces the installed bank “{title}” ({questions}, fingerprint {digest}).</source>
        <translation>インストール済みの問題集「{title}」({questions}、指紋 {digest}) と置き換えます。</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Mock exams that were sat keep their questions.</source>
        <translation>受験済みの模擬試験の問題は変わりません。</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Rehearsal has checked the form of its questions. Their truth is up to their author.</source>
        <translation>Rehearsal は問題の形式を検査しました。内容の正しさは作成者によります。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n 件</numerusform>
        </translation>
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
        <source>Clear ans&amp;wer</source>
        <translation>解答をクリア(&amp;W)</translation>
    </message>
    <message>
        <source>{chosen} of {needed} chosen</source>
        <translation>選択数 {chosen} / {needed}</translation>
    </message>
</context>
<context>
    <name>ReadinessCard</name>
    <message>
        <source>95&#x202f;% interval</source>
        <translation>95&#x202f;% 区間</translation>
    </message>
    <message>
        <source>Assumes that your level stays as it was, that the next form is drawn from the same pool by the same weights, that its questions are new to you, and that you see all of them in the time allowed. The line is assumed.</source>
        <translation>実力が変わらないこと、次のフォームが同じ問題群から同じ配分で出題されること、その問題がすべて初見であること、制限時間内に全問を見られることを前提としています。ラインは仮のものです。</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>受験回数</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message numerus="yes">
        <source>Each mark stands for %n attempt(s) in a row: the ring for the score, the stroke for its 95&#x202f;% interval.</source>
        <translation>
            <numerusform>印は%n回分の受験を表します。丸印は得点、縦線は95&#x202f;%区間です。</numerusform>
        </translation>
    </message>
    <message>
        <source>Readiness: {exam}</source>
        <translation>合格準備度：{exam}</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得点</translation>
    </message>
    <message>
        <source>Scores over time</source>
        <translation>得点の推移</translation>
    </message>
    <message>
        <source>The chance to reach {line} ({needed} of {asked}) on the next form of unseen questions is about {chance}. The {count} newest questions met for the first time, the last of them on {when}, leave it open between {low} and {high} (80&#x202f;% interval).</source>
        <translation>初見の問題による次のフォームで{line}（{asked}問中{needed}問）に届く確率は、およそ{chance}です。初めて出題された直近の{count}問（最後は{when}）からは、{low}から{high}の間としか言えません（80&#x202f;%区間）。</translation>
    </message>
    <message>
        <source>Time a question</source>
        <translation>1 問あたりの時間</translation>
    </message>
    <message numerus="yes">
        <source>Too little to tell: %n question(s) met for the first time. One full mock exam of new questions is enough for a first figure.</source>
        <translation>
            <numerusform>まだ判断できません。初めて出題された問題は%n問です。新しい問題による模擬試験を1回終えると、最初の数値が得られます。</numerusform>
        </translation>
    </message>
    <message>
        <source>assumed line {line}</source>
        <translation>想定合格ライン {line}</translation>
    </message>
    <message>
        <source>{when}: {share}</source>
        <translation>{when} {share}</translation>
    </message>
</context>
<context>
    <name>Reading</name>
    <message>
        <source>&amp;Stop</source>
        <translation>中止(&amp;S)</translation>
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
        <source>&amp;Begin the exam</source>
        <translation>試験を始める(&amp;B)</translation>
    </message>
    <message>
        <source>Back to the &amp;start</source>
        <translation>ホームに戻る(&amp;S)</translation>
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
        <source>See the &amp;tutorial again</source>
        <translation>チュートリアルをもう一度見る(&amp;T)</translation>
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
    <name>Refusal</name>
    <message>
        <source>&amp;Close</source>
        <translation>閉じる(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;opy the details</source>
        <translation>詳細をコピー(&amp;O)</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>This question bank cannot be installed</source>
        <translation>この問題集はインストールできません</translation>
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
        <source>&amp;Back to the start</source>
        <translation>ホームに戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Review all answers</source>
        <translation>すべての解答を見る(&amp;R)</translation>
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
        <source>Print or save (&amp;PDF)</source>
        <translation>印刷・保存 (&amp;PDF)</translation>
    </message>
    <message>
        <source>answers changed: {right} to right, {wrong} to wrong</source>
        <translation>解答の変更: 正解へ {right} 回、不正解へ {wrong} 回</translation>
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
    <name>Ritual</name>
    <message>
        <source>&amp;Yes, begin</source>
        <translation>はい、始める(&amp;Y)</translation>
    </message>
    <message>
        <source>Begin the exam now?</source>
        <translation>試験を始めますか?</translation>
    </message>
    <message>
        <source>With Yes the clock starts. It does not stop before the end.</source>
        <translation>「はい」を選ぶと時計が動き始め、終了まで止まりません。</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>&amp;Back to the start</source>
        <translation>ホームに戻る(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Check the file of attempts</source>
        <translation>記録ファイルを検査(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Install a question bank…</source>
        <translation>問題集をインストール(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Open the folder</source>
        <translation>フォルダーを開く(&amp;O)</translation>
    </message>
    <message>
        <source>A bank that somebody hands on is one file, NAME.rehearsalbank. Choose it here, or drop it on the start page.</source>
        <translation>問題集は 1 つのファイル (名前.rehearsalbank) で受け渡しします。ここで選ぶか、最初の画面にドロップしてください。</translation>
    </message>
    <message>
        <source>A to E choose, N and P turn the page, F flags. When off, only with Alt.</source>
        <translation>A～E で選択、N と P で移動、F でフラグ。オフにすると、Alt と併用したときだけ働きます。</translation>
    </message>
    <message>
        <source>About Rehearsal</source>
        <translation>Rehearsal について</translation>
    </message>
    <message>
        <source>After the clock has stopped, before the result.</source>
        <translation>時計が止まった後、結果の前に表示します。</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>同意事項</translation>
    </message>
    <message>
        <source>Also with Ctrl and +, − or 0, on every screen.</source>
        <translation>どの画面でも、Ctrl と +、−、0 で変更できます。</translation>
    </message>
    <message>
        <source>As it shall stand on the score report.</source>
        <translation>成績レポートに記載する氏名です。</translation>
    </message>
    <message>
        <source>As the interface</source>
        <translation>画面の言語に合わせる</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Attempts and settings are kept here and nowhere else. A copy of the folder is a backup.</source>
        <translation>受験記録と設定は、ここだけに保存されます。フォルダーをコピーすれば、バックアップになります。</translation>
    </message>
    <message>
        <source>Check-in reminder</source>
        <translation>チェックインの確認事項</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Comments on questions</source>
        <translation>問題へのコメント</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Databricks and MLflow are trademarks of their owners and are named only to say what is practised.</source>
        <translation>Databricks と MLflow は各所有者の商標です。練習の対象を示すためにのみ使用しています。</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>ハイコントラスト</translation>
    </message>
    <message>
        <source>It can be seen again from the last screen before the exam.</source>
        <translation>試験直前の画面から、もう一度見ることができます。</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>キーボード</translation>
    </message>
    <message>
        <source>Keys of one letter</source>
        <translation>1 文字のキー操作</translation>
    </message>
    <message>
        <source>Language of the interface</source>
        <translation>画面の言語</translation>
    </message>
    <message>
        <source>Language of the questions</source>
        <translation>問題の言語</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Leave out what you know. The exam itself always stays whole.</source>
        <translation>慣れた手順は省略できます。試験そのものは常に全体を通して行います。</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>表示と言語</translation>
    </message>
    <message>
        <source>Not affiliated with Databricks. Works offline; nothing leaves this computer.</source>
        <translation>Databricks 社とは提携関係にありません。オフラインで動作し、データがこのコンピューターの外に送られることはありません。</translation>
    </message>
    <message>
        <source>Offered first when you book an exam.</source>
        <translation>申し込み画面での初期値です。</translation>
    </message>
    <message>
        <source>Program: MIT. Questions: CC BY-SA 4.0. Fonts Noto Sans, Noto Sans JP and JetBrains Mono: SIL Open Font License 1.1. Qt for Python: LGPL 3.</source>
        <translation>プログラム: MIT。問題: CC BY-SA 4.0。フォント Noto Sans、Noto Sans JP、JetBrains Mono: SIL Open Font License 1.1。Qt for Python: LGPL 3。</translation>
    </message>
    <message>
        <source>Question banks</source>
        <translation>問題集</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Show all &amp;keys</source>
        <translation>キー操作の一覧(&amp;K)</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Survey</source>
        <translation>アンケート</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字サイズ</translation>
    </message>
    <message>
        <source>Text size {percent} %</source>
        <translation>文字サイズ {percent} %</translation>
    </message>
    <message>
        <source>The ritual</source>
        <translation>試験前後の手順</translation>
    </message>
    <message>
        <source>Three questions before the result. They are not scored.</source>
        <translation>結果の前に 3 つの質問をします。採点はされません。</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>チュートリアル</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>バージョン {version}</translation>
    </message>
    <message>
        <source>What holds on the day, before each exam.</source>
        <translation>試験の前に毎回、本番で守る事項を表示します。</translation>
    </message>
    <message>
        <source>With its own clock of three minutes.</source>
        <translation>制限時間は 3 分で、試験時間とは別です。</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>氏名(&amp;N)</translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>データ</translation>
    </message>
    <message>
        <source>Your exams</source>
        <translation>受験</translation>
    </message>
</context>
<context>
    <name>SurveyPage</name>
    <message>
        <source>&amp;Continue to the result</source>
        <translation>結果に進む(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>スキップ(&amp;S)</translation>
    </message>
    <message>
        <source>They change no score. Answer what you like; the answers stay with the attempt.</source>
        <translation>得点には影響しません。答えたい質問にだけお答えください。内容は受験記録とともに保存されます。</translation>
    </message>
    <message>
        <source>Three questions before the result</source>
        <translation>結果の前に 3 つの質問</translation>
    </message>
</context>
<context>
    <name>Switch</name>
    <message>
        <source>Off</source>
        <translation>オフ</translation>
    </message>
    <message>
        <source>On</source>
        <translation>オン</translation>
    </message>
</context>
<context>
    <name>TutorialPage</name>
    <message>
        <source>&amp;End the tutorial</source>
        <translation>チュートリアルを終える(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Next</source>
        <translation>次へ(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous</source>
        <translation>前へ(&amp;P)</translation>
    </message>
    <message>
        <source>Click anywhere on an option, or press its letter, to choose it. Another click chooses another option; “Clear answer” takes the choice back.</source>
        <translation>選択肢の枠内をクリックするか、選択肢の文字キーを押すと選択できます。別の選択肢をクリックすれば選び直せます。「解答をクリア」で選択を取り消せます。</translation>
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
        <source>Page {page} of {pages}</source>
        <translation>{page} / {pages} ページ</translation>
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
    <name>TwinCard</name>
    <message>
        <source>Show as chart</source>
        <translation>グラフで表示</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>表で表示</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>&amp;Discard</source>
        <translation>破棄(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Score it</source>
        <translation>採点する(&amp;S)</translation>
    </message>
    <message>
        <source>Discard &amp;for good</source>
        <translation>完全に破棄(&amp;F)</translation>
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
        <source>Really discard it?</source>
        <translation>本当に破棄しますか?</translation>
    </message>
    <message>
        <source>Score it as it stands?</source>
        <translation>現時点で採点しますか?</translation>
    </message>
    <message>
        <source>There is no way back to these answers.</source>
        <translation>これらの解答は二度と元に戻せません。</translation>
    </message>
    <message>
        <source>What you answered is scored, the rest counts as wrong. You cannot come back to it.</source>
        <translation>これまでの解答が採点され、残りの問題は不正解になります。この試験を再開することはできなくなります。</translation>
    </message>
    <message>
        <source>question {number} of {count} · {time} left</source>
        <translation>問題 {number} / {count} · 残り時間 {time}</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message numerus="yes">
        <source>%n step(s) that were saved after that were added.</source>
        <translation>
            <numerusform>その後に保存されていた %n 件の記録を加えました。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>次へ(&amp;C)</translation>
    </message>
    <message>
        <source>A backup is made after your first exam.</source>
        <translation>最初の試験が終わると、バックアップが作成されます。</translation>
    </message>
    <message>
        <source>Every answer in it can be read. The newest backup is of {when}.</source>
        <translation>すべての解答を読み取れます。最新のバックアップは {when} のものです。</translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>すべて保存されました。</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>まだ保存されていません</translation>
    </message>
    <message>
        <source>Nothing is kept yet</source>
        <translation>まだ記録がありません</translation>
    </message>
    <message>
        <source>Rehearsal was not closed properly, and a part of the file was missing.</source>
        <translation>前回 Rehearsal が正しく終了せず、ファイルの一部が欠けていました。</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>保存されました</translation>
    </message>
    <message>
        <source>The backup of {when} was put in its place.</source>
        <translation>{when} のバックアップに置き換えました。</translation>
    </message>
    <message>
        <source>The damaged file is kept here:</source>
        <translation>破損したファイルは次の場所に残してあります。</translation>
    </message>
    <message>
        <source>The file is in order</source>
        <translation>ファイルに問題はありません</translation>
    </message>
    <message>
        <source>The file with your attempts was damaged, and there was no backup of it yet.</source>
        <translation>模擬試験の記録ファイルが破損していました。バックアップはまだありませんでした。</translation>
    </message>
    <message>
        <source>The file with your attempts was damaged.</source>
        <translation>模擬試験の記録ファイルが破損していました。</translation>
    </message>
    <message>
        <source>The file with your attempts was gone.</source>
        <translation>模擬試験の記録ファイルがなくなっていました。</translation>
    </message>
    <message>
        <source>The result is kept in memory and saved as soon as possible. Leave Rehearsal open until then.</source>
        <translation>結果はメモリー上にあり、可能になり次第保存されます。それまで Rehearsal を開いたままにしてください。</translation>
    </message>
    <message numerus="yes">
        <source>There are %n attempt(s) now.</source>
        <translation>
            <numerusform>現在、%n 回分の記録があります。</numerusform>
        </translation>
    </message>
    <message>
        <source>Your attempts were restored</source>
        <translation>記録を復元しました</translation>
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
        <source>A bank of this id comes with Rehearsal and is not replaced. Ask its author for one with another id.</source>
        <translation>この ID の問題集は Rehearsal に付属しており、置き換えられません。別の ID の問題集を作成者に依頼してください。</translation>
    </message>
    <message>
        <source>Above the assumed pass line, but not safely.</source>
        <translation>想定合格ラインを上回っていますが、余裕はありません。</translation>
    </message>
    <message>
        <source>Another program holds the file. Close it, then try again.</source>
        <translation>ほかのプログラムがファイルを使用しています。そのプログラムを閉じてから、もう一度お試しください。</translation>
    </message>
    <message>
        <source>Another program is using the file, or is installing a bank itself. Try again in a moment.</source>
        <translation>ほかのプログラムがファイルを使用しているか、問題集をインストールしています。しばらくしてから、もう一度お試しください。</translation>
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
        <source>Not saved. The exam goes on: what you do is kept in memory and saved as soon as possible. {reason}</source>
        <translation>保存できませんでした。試験はそのまま続けられます。操作はメモリー上に保たれ、可能になり次第保存されます。{reason}</translation>
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
        <source>The file cannot be read: the system does not allow it, or it is a folder. Check who owns it.</source>
        <translation>ファイルを読み取れません。システムに許可されていないか、フォルダーです。所有者を確認してください。</translation>
    </message>
    <message>
        <source>The file is damaged, or it is no question bank of Rehearsal. Get it anew from where it came.</source>
        <translation>ファイルが壊れているか、Rehearsal の問題集ではありません。入手元からもう一度入手してください。</translation>
    </message>
    <message>
        <source>The file is damaged. Nothing was changed in it. “rehearsal doctor” says what can be done.</source>
        <translation>ファイルが破損しています。内容は変更していません。「rehearsal doctor」で対処方法を確認できます。</translation>
    </message>
    <message>
        <source>The file is not a database of Rehearsal. Move it away, or choose another folder with --data-dir.</source>
        <translation>このファイルは Rehearsal のデータベースではありません。別の場所に移すか、--data-dir で別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The file is not there any more. Look where it is now, and open it again.</source>
        <translation>ファイルが見つかりません。今の場所を確認して、もう一度開いてください。</translation>
    </message>
    <message>
        <source>The file is too old for this version of Rehearsal; nothing was changed.</source>
        <translation>ファイルが古すぎるため、このバージョンの Rehearsal では使用できません。内容は変更していません。</translation>
    </message>
    <message>
        <source>The file is whole, but the bank in it has errors. Send the list to its author; nothing was installed.</source>
        <translation>ファイルは壊れていませんが、中の問題集に誤りがあります。一覧を作成者に送ってください。何もインストールしていません。</translation>
    </message>
    <message>
        <source>The file or folder is not there any more.</source>
        <translation>ファイルまたはフォルダーが見つからなくなりました。</translation>
    </message>
    <message>
        <source>The file was made for a newer Rehearsal. Install that version, then open the file again.</source>
        <translation>新しいバージョンの Rehearsal 用のファイルです。そのバージョンをインストールしてから、もう一度開いてください。</translation>
    </message>
    <message>
        <source>The file was written by a newer Rehearsal. Install that version; nothing was changed.</source>
        <translation>このファイルは、より新しいバージョンの Rehearsal で作成されています。そのバージョンをインストールしてください。内容は変更していません。</translation>
    </message>
    <message>
        <source>The file with your attempts is gone or empty, but there are backups. “rehearsal doctor --repair” puts the newest one back.</source>
        <translation>模擬試験の記録ファイルがないか空になっていますが、バックアップがあります。「rehearsal doctor --repair」で最新のバックアップに戻せます。</translation>
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
    <name>shortcuts</name>
    <message>
        <source>A question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Choose an option, or take a tick back</source>
        <translation>選択肢を選ぶ、チェックを外す</translation>
    </message>
    <message>
        <source>Close what is on top; outside an exam, go back</source>
        <translation>手前の画面を閉じる。試験中以外は前の画面に戻る</translation>
    </message>
    <message>
        <source>End the exam; you are asked twice</source>
        <translation>試験を終了 (確認は 2 回)</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>全画面共通</translation>
    </message>
    <message>
        <source>Flag for review</source>
        <translation>フラグを付ける、外す</translation>
    </message>
    <message>
        <source>Full screen, on and off</source>
        <translation>全画面表示の切り替え</translation>
    </message>
    <message>
        <source>Hide or show the clock</source>
        <translation>時計を隠す、表示する</translation>
    </message>
    <message>
        <source>Highlight: the mode, then what is selected</source>
        <translation>ハイライトの開始、確定</translation>
    </message>
    <message>
        <source>Larger text, smaller text, the usual size</source>
        <translation>文字の拡大、縮小、標準に戻す</translation>
    </message>
    <message>
        <source>Navigator</source>
        <translation>ナビゲーター</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>次の問題</translation>
    </message>
    <message>
        <source>Press the button with that letter underlined</source>
        <translation>下線の付いた文字のボタンを押す</translation>
    </message>
    <message>
        <source>Press what has the focus</source>
        <translation>フォーカスのある項目を押す</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>前の問題</translation>
    </message>
    <message>
        <source>Review all</source>
        <translation>すべて見直す</translation>
    </message>
    <message>
        <source>Review screen</source>
        <translation>見直し画面</translation>
    </message>
    <message>
        <source>Review the flagged ones</source>
        <translation>フラグ付きのみ見直す</translation>
    </message>
    <message>
        <source>Review the incomplete ones</source>
        <translation>未完了のみ見直す</translation>
    </message>
    <message>
        <source>Save the comment</source>
        <translation>コメントを保存</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>キー操作の一覧を表示</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Stop striking out or highlighting</source>
        <translation>取り消し線などの操作を終了</translation>
    </message>
    <message>
        <source>Strike an option out, or restore it</source>
        <translation>取り消し線を付ける、外す</translation>
    </message>
    <message>
        <source>The review screen</source>
        <translation>見直し画面</translation>
    </message>
    <message>
        <source>To the next control, to the one before</source>
        <translation>次の項目へ、前の項目へ</translation>
    </message>
    <message>
        <source>Tools of the exam</source>
        <translation>試験中のツール</translation>
    </message>
</context>
<context>
    <name>survey</name>
    <message>
        <source>As expected</source>
        <translation>予想どおり</translation>
    </message>
    <message>
        <source>Easier than expected</source>
        <translation>予想より易しい</translation>
    </message>
    <message>
        <source>Harder than expected</source>
        <translation>予想より難しい</translation>
    </message>
    <message>
        <source>How hard was this exam for you?</source>
        <translation>この試験の難しさはどうでしたか?</translation>
    </message>
    <message>
        <source>Just enough</source>
        <translation>ちょうど足りた</translation>
    </message>
    <message>
        <source>More than enough</source>
        <translation>十分に余裕があった</translation>
    </message>
    <message>
        <source>No</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>分からない</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>足りなかった</translation>
    </message>
    <message>
        <source>Was there time enough?</source>
        <translation>時間は足りましたか?</translation>
    </message>
    <message>
        <source>What do you think: did you reach the assumed pass line?</source>
        <translation>想定合格ラインに達したと思いますか?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>はい</translation>
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
