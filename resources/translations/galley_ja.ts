<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
    <context>
        <name>_ChoicesModel</name>
        <message>
            <source>%1, %2 posts, %3</source>
            <translation>%1、記事 %2 件、%3</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>エラー</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>メモ</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>ヒント</translation>
        </message>
    </context>
    <context>
        <name>AddField</name>
        <message>
            <source>+ Add field</source>
            <translation>＋ 項目を追加</translation>
        </message>
        <message>
            <source>Add a field to %1</source>
            <translation>%1 に項目を追加</translation>
        </message>
        <message>
            <source>Name of the new field</source>
            <translation>新しい項目の名前</translation>
        </message>
        <message>
            <source>Name of the field</source>
            <translation>項目の名前</translation>
        </message>
        <message>
            <source>Add %1</source>
            <translation>%1 を追加</translation>
        </message>
    </context>
    <context>
        <name>Analyst</name>
        <message>
            <source>The check took too long; it starts again with the next change</source>
            <translation>点検に時間がかかりすぎたため止めました。次の変更でまた始めます</translation>
        </message>
        <message>
            <source>The check has stopped; it starts again with the next change</source>
            <translation>点検が止まりました。次の変更でまた始めます</translation>
        </message>
    </context>
    <context>
        <name>CalendarPopup</name>
        <message>
            <source>Day</source>
            <translation>日</translation>
        </message>
        <message>
            <source>Month before</source>
            <translation>前の月</translation>
        </message>
        <message>
            <source>Month after</source>
            <translation>次の月</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>時刻</translation>
        </message>
        <message>
            <source>no zone</source>
            <translation>タイムゾーンなし</translation>
        </message>
        <message>
            <source>Now</source>
            <translation>現在</translation>
        </message>
        <message>
            <source>Same moment in %1</source>
            <translation>%1 での同じ瞬間</translation>
        </message>
        <message>
            <source>This clock in %1</source>
            <translation>%1 のこの時刻</translation>
        </message>
    </context>
    <context>
        <name>Card</name>
        <message>
            <source>Move up</source>
            <translation>上へ移動</translation>
        </message>
        <message>
            <source>Move down</source>
            <translation>下へ移動</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>取り除く</translation>
        </message>
    </context>
    <context>
        <name>Chip</name>
        <message>
            <source>%1, item %2 of %3</source>
            <translation>%1、%3 件中 %2 件目</translation>
        </message>
    </context>
    <context>
        <name>ChipsField</name>
        <message>
            <source>Item of %1</source>
            <translation>%1 の値</translation>
        </message>
        <message>
            <source>Return or a comma adds</source>
            <translation>Enter かカンマで追加</translation>
        </message>
        <message>
            <source>Already in the list</source>
            <translation>すでに一覧にあります</translation>
        </message>
    </context>
    <context>
        <name>ChoiceList</name>
        <message>
            <source>Problems by rule</source>
            <translation>問題（ルール別）</translation>
        </message>
        <message>
            <source>Filter rules</source>
            <translation>ルールを絞り込む</translation>
        </message>
        <message>
            <source>Rules</source>
            <translation>ルール</translation>
        </message>
        <message>
            <source>Folders</source>
            <translation>フォルダー</translation>
        </message>
        <message>
            <source>Problems by folder</source>
            <translation>問題（フォルダー別）</translation>
        </message>
        <message>
            <source>Filter folders</source>
            <translation>フォルダーを絞り込む</translation>
        </message>
        <message>
            <source>All posts</source>
            <translation>すべての記事</translation>
        </message>
    </context>
    <context>
        <name>Closing</name>
        <message>
            <source>Save “%1”?</source>
            <translation>「%1」を保存しますか？</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Save %1 posts?</source>
            <translation>%1 件の記事を保存しますか？</translation>
        </message>
        <message>
            <source>Save all</source>
            <translation>すべて保存</translation>
        </message>
        <message>
            <source>A discarded text is kept aside for a week (Help › Discarded texts).</source>
            <translation>破棄した文章は 1 週間取っておきます（ヘルプ › 破棄した文章）。</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>破棄する</translation>
        </message>
    </context>
    <context>
        <name>DateTimeField</name>
        <message>
            <source>Choose a date for %1</source>
            <translation>%1 の日付を選ぶ</translation>
        </message>
        <message>
            <source>Choose a date  Alt+Enter</source>
            <translation>日付を選ぶ  Alt+Enter</translation>
        </message>
        <message>
            <source>no time</source>
            <translation>時刻なし</translation>
        </message>
        <message>
            <source>no zone</source>
            <translation>時差なし</translation>
        </message>
        <message>
            <source>Not a date that is sure to be read</source>
            <translation>確実に読める日付ではありません</translation>
        </message>
        <message>
            <source>no zone · %1</source>
            <translation>タイムゾーンなし · %1</translation>
        </message>
    </context>
    <context>
        <name>DifferenceDialog</name>
        <message>
            <source>%1: on disk and here</source>
            <translation>%1：ディスクとこの画面</translation>
        </message>
        <message>
            <source>− stands on disk only   + stands in this window only</source>
            <translation>− ディスクだけにある   + この画面だけにある</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
    </context>
    <context>
        <name>DifferenceView</name>
        <message>
            <source>Difference</source>
            <translation>差分</translation>
        </message>
        <message>
            <source>The two texts are equal</source>
            <translation>二つの文章は同じです</translation>
        </message>
    </context>
    <context>
        <name>Document</name>
        <message>
            <source>The text has changed in the meantime, so nothing was done</source>
            <translation>その間に文章が変わったため、何もしませんでした</translation>
        </message>
        <message>
            <source>Finish the word in the input method first</source>
            <translation>先に変換中の文字を確定してください</translation>
        </message>
        <message>
            <source>The file is in an unknown encoding and can only be read</source>
            <translation>文字コードが不明なため、読むことしかできません</translation>
        </message>
        <message>
            <source>Typing</source>
            <translation>入力</translation>
        </message>
        <message>
            <source>Deleting</source>
            <translation>削除</translation>
        </message>
    </context>
    <context>
        <name>DryRun</name>
        <message>
            <source>Dry run</source>
            <translation>試し実行</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>変わるところ</translation>
        </message>
        <message>
            <source>One undo takes all of it back</source>
            <translation>一度の取り消しで、すべて元に戻ります</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>やめる</translation>
        </message>
        <message>
            <source>Nothing here can be mended by itself</source>
            <translation>自動で直せるものはありません</translation>
        </message>
        <message>
            <source>Dry run · %1</source>
            <translation>試し実行 · %1</translation>
        </message>
        <message>
            <source>Change 1 file</source>
            <translation>1 個のファイルを変更</translation>
        </message>
        <message>
            <source>Change %1 files</source>
            <translation>%1 個のファイルを変更</translation>
        </message>
        <message>
            <source>%1 · line %2</source>
            <translation>%1 · %2 行目</translation>
        </message>
        <message>
            <source>%1 more lines</source>
            <translation>ほか %1 行</translation>
        </message>
        <message>
            <source>Before: %1</source>
            <translation>変更前: %1</translation>
        </message>
        <message>
            <source>After: %1</source>
            <translation>変更後: %1</translation>
        </message>
        <message>
            <source>Show %1 more files</source>
            <translation>あと %1 個のファイルを表示</translation>
        </message>
        <message>
            <source>Left out · %1</source>
            <translation>対象外 · %1</translation>
        </message>
        <message>
            <source>Read again</source>
            <translation>読み直す</translation>
        </message>
        <message>
            <source>1 file</source>
            <translation>1 ファイル</translation>
        </message>
        <message>
            <source>%1 files</source>
            <translation>%1 ファイル</translation>
        </message>
        <message>
            <source>1 line</source>
            <translation>1 行</translation>
        </message>
        <message>
            <source>%1 lines</source>
            <translation>%1 行</translation>
        </message>
        <message>
            <source>%1 left out</source>
            <translation>対象外 %1 件</translation>
        </message>
    </context>
    <context>
        <name>Editor</name>
        <message>
            <source>Deleting</source>
            <translation>削除</translation>
        </message>
        <message>
            <source>Text of the post</source>
            <translation>記事の文章</translation>
        </message>
        <message>
            <source>Tab inserts a tab; Shift+Tab or F6 leaves the text</source>
            <translation>Tab でタブを入力、Shift+Tab か F6 で文章から離れます</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>貼り付け</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>切り取り</translation>
        </message>
        <message>
            <source>Move</source>
            <translation>移動</translation>
        </message>
        <message>
            <source>Drop</source>
            <translation>ドロップ</translation>
        </message>
    </context>
    <context>
        <name>EditorPane</name>
        <message>
            <source>The text of the post that you open stands here.</source>
            <translation>開いた記事の文章がここに表示されます。</translation>
        </message>
        <message>
            <source>Open post…</source>
            <translation>記事を開く…</translation>
        </message>
    </context>
    <context>
        <name>EncodingBar</name>
        <message>
            <source>Encoding of the file</source>
            <translation>ファイルの文字コード</translation>
        </message>
        <message>
            <source>Read in this encoding</source>
            <translation>この文字コードで読む</translation>
        </message>
        <message>
            <source>This file is not %1: byte %2 can't be read, so it can't be edited.</source>
            <translation>このファイルは %1 ではありません。%2 バイト目が読めないため編集できません。</translation>
        </message>
        <message>
            <source>Choose the encoding it was written in.</source>
            <translation>書かれたときの文字コードを選んでください。</translation>
        </message>
        <message>
            <source>It fits none of the encodings that Galley knows.</source>
            <translation>Galley の知るどの文字コードにも合いません。</translation>
        </message>
    </context>
    <context>
        <name>FieldHead</name>
        <message>
            <source>New name of %1</source>
            <translation>%1 の新しい名前</translation>
        </message>
        <message>
            <source>Menu of %1</source>
            <translation>%1 のメニュー</translation>
        </message>
        <message>
            <source>Field menu  Shift+F10</source>
            <translation>項目のメニュー  Shift+F10</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>名前を変更…</translation>
        </message>
        <message>
            <source>Move up	Alt+Up</source>
            <translation>上へ移動	Alt+Up</translation>
        </message>
        <message>
            <source>Move down	Alt+Down</source>
            <translation>下へ移動	Alt+Down</translation>
        </message>
        <message>
            <source>Show in text</source>
            <translation>文章で見る</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>%1 を取り除く</translation>
        </message>
        <message>
            <source>deprecated</source>
            <translation>非推奨</translation>
        </message>
    </context>
    <context>
        <name>FieldRow</name>
        <message>
            <source>stands twice</source>
            <translation>二度ある</translation>
        </message>
        <message>
            <source>required</source>
            <translation>必須</translation>
        </message>
        <message>
            <source>does not count here</source>
            <translation>ここでは使われません</translation>
        </message>
    </context>
    <context>
        <name>FieldRows</name>
        <message>
            <source>%1 more fields stand in the text</source>
            <translation>ほかに %1 項目が文章にあります</translation>
        </message>
        <message>
            <source>Other fields</source>
            <translation>その他の項目</translation>
        </message>
    </context>
    <context>
        <name>FieldWidget</name>
        <message>
            <source>required</source>
            <translation>必須</translation>
        </message>
        <message>
            <source>default: %1</source>
            <translation>既定値: %1</translation>
        </message>
        <message>
            <source>Has not the shape that is asked for</source>
            <translation>求められている形ではありません</translation>
        </message>
    </context>
    <context>
        <name>FindBar</name>
        <message>
            <source>Find and replace</source>
            <translation>検索と置換</translation>
        </message>
        <message>
            <source>Find</source>
            <translation>検索</translation>
        </message>
        <message>
            <source>Replace by</source>
            <translation>置換後</translation>
        </message>
        <message>
            <source>With a pattern: \1 is its first group, \0 the match, \n a new line</source>
            <translation>正規表現では \1 が最初のグループ、\0 が一致した部分、\n が改行です</translation>
        </message>
        <message>
            <source>Match case</source>
            <translation>大文字と小文字を区別</translation>
        </message>
        <message>
            <source>Whole words</source>
            <translation>単語単位</translation>
        </message>
        <message>
            <source>Regular expression</source>
            <translation>正規表現</translation>
        </message>
        <message>
            <source>Previous match (Shift+F3)</source>
            <translation>前を検索 (Shift+F3)</translation>
        </message>
        <message>
            <source>Next match (F3)</source>
            <translation>次を検索 (F3)</translation>
        </message>
        <message>
            <source>Close (Esc)</source>
            <translation>閉じる (Esc)</translation>
        </message>
        <message>
            <source>Replace</source>
            <translation>置換</translation>
        </message>
        <message>
            <source>Replace all</source>
            <translation>すべて置換</translation>
        </message>
    </context>
    <context>
        <name>Finder</name>
        <message>
            <source>Replace</source>
            <translation>置換</translation>
        </message>
        <message>
            <source>Replace all</source>
            <translation>すべて置換</translation>
        </message>
        <message>
            <source>Not a pattern</source>
            <translation>正規表現ではありません</translation>
        </message>
        <message>
            <source>No match</source>
            <translation>見つかりません</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%2 件中 %1 件目</translation>
        </message>
    </context>
    <context>
        <name>FindingCard</name>
        <message>
            <source>The problem</source>
            <translation>問題</translation>
        </message>
        <message>
            <source>The selected problem</source>
            <translation>選択中の問題</translation>
        </message>
        <message>
            <source>%1 of %2   Space</source>
            <translation>%1 / %2   Space</translation>
        </message>
        <message>
            <source>Open it here</source>
            <translation>ここを開く</translation>
        </message>
        <message>
            <source>Ignore here</source>
            <translation>ここでは無視する</translation>
        </message>
        <message>
            <source>Ignore in this site</source>
            <translation>このサイトでは無視する</translation>
        </message>
        <message>
            <source>%1 · line %2</source>
            <translation>%1 · %2 行目</translation>
        </message>
        <message>
            <source>%1 in all selected posts…</source>
            <translation>選択中のすべての記事で「%1」…</translation>
        </message>
        <message>
            <source>Rule %1 · %2</source>
            <translation>ルール %1 · %2</translation>
        </message>
        <message>
            <source>Examples</source>
            <translation>例</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>エラー</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>メモ</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>ヒント</translation>
        </message>
        <message>
            <source>Mend what this rule finds</source>
            <translation>このルールの問題を直す</translation>
        </message>
    </context>
    <context>
        <name>FormPane</name>
        <message>
            <source>Front matter</source>
            <translation>フロントマター</translation>
        </message>
        <message>
            <source>No post is open</source>
            <translation>記事が開かれていません</translation>
        </message>
        <message>
            <source>What a post says about itself stands here.</source>
            <translation>記事の題名や日付などがここに表示されます。</translation>
        </message>
        <message>
            <source>This post has no front matter</source>
            <translation>この記事にはフロントマターがありません</translation>
        </message>
        <message>
            <source>A generator takes title and date from there.</source>
            <translation>サイト生成ツールはそこから題名と日付を読みます。</translation>
        </message>
        <message>
            <source>Add front matter</source>
            <translation>フロントマターを追加</translation>
        </message>
        <message>
            <source>The front matter can't be read</source>
            <translation>フロントマターを読めません</translation>
        </message>
        <message>
            <source>Read-only: the encoding of this file is not known</source>
            <translation>読み取り専用：このファイルの文字コードが分かりません</translation>
        </message>
        <message>
            <source>Go to line %1</source>
            <translation>%1 行へ移動</translation>
        </message>
    </context>
    <context>
        <name>FormState</name>
        <message>
            <source>No post is open</source>
            <translation>記事が開かれていません</translation>
        </message>
        <message>
            <source>front matter</source>
            <translation>フロントマター</translation>
        </message>
    </context>
    <context>
        <name>Gutter</name>
        <message>
            <source>Line numbers</source>
            <translation>行番号</translation>
        </message>
    </context>
    <context>
        <name>KeysDialog</name>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>キーボードショートカット</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>閉じる</translation>
        </message>
    </context>
    <context>
        <name>NewPostDialog</name>
        <message>
            <source>New post</source>
            <translation>新しい記事</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>題名</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>フォルダー</translation>
        </message>
        <message>
            <source>Create post</source>
            <translation>記事を作る</translation>
        </message>
        <message>
            <source>The file is named after the title</source>
            <translation>ファイル名は題名から作ります</translation>
        </message>
        <message>
            <source>There is a file “%1” already: choose another title</source>
            <translation>「%1」というファイルがすでにあります。別の題名にしてください</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Put this message away</source>
            <translation>この知らせを閉じる</translation>
        </message>
    </context>
    <context>
        <name>NumberField</name>
        <message>
            <source>Not a number</source>
            <translation>数ではありません</translation>
        </message>
        <message>
            <source>At least %1</source>
            <translation>%1 以上</translation>
        </message>
        <message>
            <source>At most %1</source>
            <translation>%1 以下</translation>
        </message>
        <message>
            <source>More than %1</source>
            <translation>%1 より大きい数</translation>
        </message>
        <message>
            <source>Less than %1</source>
            <translation>%1 より小さい数</translation>
        </message>
        <message>
            <source>A whole number</source>
            <translation>整数</translation>
        </message>
    </context>
    <context>
        <name>ObjectsField</name>
        <message>
            <source>+ Add to %1</source>
            <translation>＋ %1 に追加</translation>
        </message>
    </context>
    <context>
        <name>PageView</name>
        <message>
            <source>Preview</source>
            <translation>プレビュー</translation>
        </message>
    </context>
    <context>
        <name>PostsModel</name>
        <message>
            <source>draft</source>
            <translation>下書き</translation>
        </message>
        <message>
            <source>dated ahead</source>
            <translation>未来の日付</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>題名</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日付</translation>
        </message>
        <message>
            <source>Tags</source>
            <translation>タグ</translation>
        </message>
        <message>
            <source>Folder</source>
            <translation>フォルダー</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>問題</translation>
        </message>
        <message>
            <source>selected</source>
            <translation>選択中</translation>
        </message>
        <message>
            <source>not selected</source>
            <translation>選択なし</translation>
        </message>
    </context>
    <context>
        <name>PostsPane</name>
        <message>
            <source>Search titles   Ctrl+P</source>
            <translation>題名を検索   Ctrl+P</translation>
        </message>
        <message>
            <source>Search posts by title or file name</source>
            <translation>題名かファイル名で記事を検索</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>記事</translation>
        </message>
        <message>
            <source>Open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>名前を変更…</translation>
        </message>
        <message>
            <source>Move to trash…</source>
            <translation>ゴミ箱へ移動…</translation>
        </message>
        <message>
            <source>Show in its folder</source>
            <translation>フォルダーで見る</translation>
        </message>
        <message>
            <source>New post…</source>
            <translation>新しい記事…</translation>
        </message>
    </context>
    <context>
        <name>PostsTable</name>
        <message>
            <source>Posts with problems</source>
            <translation>問題のある記事</translation>
        </message>
    </context>
    <context>
        <name>PreviewPane</name>
        <message>
            <source>Preview</source>
            <translation>プレビュー</translation>
        </message>
        <message>
            <source>Open a post to see its page here</source>
            <translation>記事を開くと、ここにページが表示されます</translation>
        </message>
        <message>
            <source>This is a plainer preview: %1</source>
            <translation>簡易プレビューです：%1</translation>
        </message>
        <message>
            <source>This text takes too long to show; the page is an earlier one</source>
            <translation>表示に時間がかかりすぎるため、前のページを表示しています</translation>
        </message>
        <message>
            <source>The page could not be made; this is an earlier one</source>
            <translation>ページを作れなかったため、前のページを表示しています</translation>
        </message>
    </context>
    <context>
        <name>ProblemCard</name>
        <message>
            <source>The selected problem</source>
            <translation>選んだ問題</translation>
        </message>
        <message>
            <source>%1 lines go</source>
            <translation>%1 行が消えます</translation>
        </message>
        <message>
            <source>Examples</source>
            <translation>例</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>修正前</translation>
        </message>
        <message>
            <source>After</source>
            <translation>修正後</translation>
        </message>
        <message>
            <source>Ignore here</source>
            <translation>ここでは無視する</translation>
        </message>
        <message>
            <source>Ignore in this site</source>
            <translation>このサイトでは無視する</translation>
        </message>
    </context>
    <context>
        <name>ProblemLines</name>
        <message>
            <source>Not written: %1</source>
            <translation>書き込めません：%1</translation>
        </message>
        <message>
            <source>and %1 more</source>
            <translation>ほか %1 件</translation>
        </message>
    </context>
    <context>
        <name>ProblemsModel</name>
        <message>
            <source>line %1</source>
            <translation>%1 行</translation>
        </message>
        <message>
            <source>lines %1–%2</source>
            <translation>%1–%2 行</translation>
        </message>
        <message>
            <source>Error</source>
            <translation>エラー</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>警告</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>情報</translation>
        </message>
        <message>
            <source>Hint</source>
            <translation>ヒント</translation>
        </message>
    </context>
    <context>
        <name>ProblemsPane</name>
        <message>
            <source>Problems</source>
            <translation>問題</translation>
        </message>
        <message>
            <source>What is wrong with a post stands here once one is open</source>
            <translation>記事を開くと、問題がここに表示されます</translation>
        </message>
        <message>
            <source>Checking…</source>
            <translation>点検中…</translation>
        </message>
        <message>
            <source>No problems</source>
            <translation>問題はありません</translation>
        </message>
        <message>
            <source>errors</source>
            <translation>件のエラー</translation>
        </message>
        <message>
            <source>warnings</source>
            <translation>件の警告</translation>
        </message>
        <message>
            <source>notes</source>
            <translation>件の情報</translation>
        </message>
        <message>
            <source>Apply all safe fixes (%1)</source>
            <translation>安全な修正をすべて適用（%1）</translation>
        </message>
    </context>
    <context>
        <name>ProblemsTable</name>
        <message>
            <source>Problems</source>
            <translation>問題</translation>
        </message>
        <message>
            <source>Ignore here</source>
            <translation>ここでは無視する</translation>
        </message>
        <message>
            <source>Ignore in this site</source>
            <translation>このサイトでは無視する</translation>
        </message>
    </context>
    <context>
        <name>ProgressRow</name>
        <message>
            <source>Progress</source>
            <translation>進み具合</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>止める</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 / %2</translation>
        </message>
        <message>
            <source>%1 s left</source>
            <translation>残り %1 秒</translation>
        </message>
    </context>
    <context>
        <name>Question</name>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
    </context>
    <context>
        <name>RawField</name>
        <message>
            <source>as written</source>
            <translation>書かれたまま</translation>
        </message>
    </context>
    <context>
        <name>RecentMenu</name>
        <message>
            <source>Open recent</source>
            <translation>最近開いたもの</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>記事</translation>
        </message>
        <message>
            <source>Sites</source>
            <translation>サイト</translation>
        </message>
        <message>
            <source>Nothing was open yet</source>
            <translation>まだ何も開いていません</translation>
        </message>
    </context>
    <context>
        <name>Recovery</name>
        <message>
            <source>Unsaved texts of an earlier run can't be looked for: %1</source>
            <translation>前回の未保存の文章を探せません：%1</translation>
        </message>
        <message>
            <source>The text could not be put aside (%1), so it was not given up.</source>
            <translation>文章を取っておけなかったため（%1）、破棄しませんでした。</translation>
        </message>
        <message>
            <source>A journal could not be removed and is offered again: %1</source>
            <translation>ジャーナルを消せなかったため、また表示されます：%1</translation>
        </message>
        <message>
            <source>Old discarded texts could not be removed: %1</source>
            <translation>古い破棄済みの文章を消せません：%1</translation>
        </message>
    </context>
    <context>
        <name>RecoveryDialog</name>
        <message>
            <source>Unsaved texts</source>
            <translation>未保存の文章</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>復元する</translation>
        </message>
        <message>
            <source>Discard</source>
            <translation>破棄する</translation>
        </message>
        <message>
            <source>Decide later</source>
            <translation>あとで決める</translation>
        </message>
        <message>
            <source>Galley ended before these texts were saved. Nothing is lost: restore a text to go on with it, or discard it.</source>
            <translation>これらの文章を保存する前に Galley が終了しました。失われたものはありません。復元して続けるか、破棄してください。</translation>
        </message>
        <message>
            <source>The file on disk is as it was when this was written.</source>
            <translation>ディスク上のファイルは、これを書いたときのままです。</translation>
        </message>
        <message>
            <source>The file on disk holds this very text.</source>
            <translation>ディスク上のファイルはこの文章と同じです。</translation>
        </message>
        <message>
            <source>The file on disk was changed meanwhile: restoring keeps both until you save, and you can compare them.</source>
            <translation>ディスク上のファイルはその間に変更されました。復元しても保存するまでは両方が残り、見比べられます。</translation>
        </message>
        <message>
            <source>The file is no longer there; saving writes it anew.</source>
            <translation>ファイルはもうありません。保存すると新しく書きます。</translation>
        </message>
        <message>
            <source>The file on disk can't be read.</source>
            <translation>ディスク上のファイルを読めません。</translation>
        </message>
        <message>
            <source>Written %1.</source>
            <translation>%1 に書かれました。</translation>
        </message>
        <message>
            <source>A part of the record is damaged: the last words may be missing.</source>
            <translation>記録の一部が壊れています。最後の言葉が欠けているかもしれません。</translation>
        </message>
        <message>
            <source>− stands on disk only   + stands in the unsaved text only</source>
            <translation>− ディスクだけにある   + 未保存の文章だけにある</translation>
        </message>
    </context>
    <context>
        <name>RenameDialog</name>
        <message>
            <source>Rename “%1”</source>
            <translation>「%1」の名前を変更</translation>
        </message>
        <message>
            <source>File name</source>
            <translation>ファイル名</translation>
        </message>
        <message>
            <source>Rename</source>
            <translation>名前を変更</translation>
        </message>
        <message>
            <source>A file needs a name</source>
            <translation>ファイル名が必要です</translation>
        </message>
        <message>
            <source>A file name can't hold / \ : * ? " &lt; &gt; |</source>
            <translation>ファイル名に / \ : * ? " &lt; &gt; | は使えません</translation>
        </message>
        <message>
            <source>There is a file of that name already</source>
            <translation>その名前のファイルがすでにあります</translation>
        </message>
        <message>
            <source>Its address on the site may change with its name</source>
            <translation>名前を変えるとサイト上のアドレスも変わることがあります</translation>
        </message>
        <message>
            <source>Without a date before its name Jekyll leaves out a post</source>
            <translation>名前の前に日付がない記事を Jekyll は出力しません</translation>
        </message>
        <message>
            <source>The file will be named “%1”</source>
            <translation>ファイル名は「%1」になります</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>restored text</source>
            <translation>文章の復元</translation>
        </message>
    </context>
    <context>
        <name>SessionCheck</name>
        <message>
            <source>The text has changed, and this problem is no longer there</source>
            <translation>文章が変わり、この問題はなくなりました</translation>
        </message>
        <message>
            <source>All safe fixes</source>
            <translation>安全な修正すべて</translation>
        </message>
        <message>
            <source>No comment can allow this problem</source>
            <translation>この問題はコメントでは許可できません</translation>
        </message>
        <message>
            <source>Ignore here</source>
            <translation>ここでは無視</translation>
        </message>
    </context>
    <context>
        <name>SessionTabs</name>
        <message>
            <source>%1, not saved</source>
            <translation>%1、未保存</translation>
        </message>
        <message>
            <source>Close %1</source>
            <translation>%1 を閉じる</translation>
        </message>
        <message>
            <source>Close  Ctrl+W</source>
            <translation>閉じる  Ctrl+W</translation>
        </message>
    </context>
    <context>
        <name>SiteView</name>
        <message>
            <source>Problems of the site</source>
            <translation>サイトの問題</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>再チェック</translation>
        </message>
        <message>
            <source>Check all posts again</source>
            <translation>すべての記事をもう一度チェック</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Space</translation>
        </message>
        <message>
            <source>look inside</source>
            <translation>中を見る</translation>
        </message>
        <message>
            <source>open</source>
            <translation>開く</translation>
        </message>
        <message>
            <source>select</source>
            <translation>選択</translation>
        </message>
        <message>
            <source>fix all of this rule</source>
            <translation>このルールをまとめて直す</translation>
        </message>
        <message>
            <source>ignore here</source>
            <translation>ここでは無視</translation>
        </message>
        <message>
            <source>sort</source>
            <translation>並べ替え</translation>
        </message>
        <message>
            <source>back</source>
            <translation>戻る</translation>
        </message>
        <message>
            <source>What is wrong in the posts of your site stands here</source>
            <translation>サイトの記事の問題がここに並びます</translation>
        </message>
        <message>
            <source>%1 posts checked in %2 s</source>
            <translation>%1 件の記事を %2 秒でチェックしました</translation>
        </message>
        <message>
            <source>This folder has no posts yet</source>
            <translation>このフォルダーにはまだ記事がありません</translation>
        </message>
        <message>
            <source>Nothing found in %1 posts</source>
            <translation>%1 件の記事に問題はありません</translation>
        </message>
        <message>
            <source>Undo the last change</source>
            <translation>直前の変更を取り消す</translation>
        </message>
        <message>
            <source>The posts of this site are being checked</source>
            <translation>このサイトの記事をチェックしています</translation>
        </message>
        <message>
            <source>The posts of this site have not been checked</source>
            <translation>このサイトの記事はまだチェックされていません</translation>
        </message>
        <message>
            <source>Check all posts</source>
            <translation>すべての記事をチェック</translation>
        </message>
        <message>
            <source>The check of the site has stopped by a fault of Galley; it can be started again</source>
            <translation>Galley の不具合でサイトのチェックが止まりました。もう一度始められます</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>問題</translation>
        </message>
        <message>
            <source>No rule has these words</source>
            <translation>この語を含むものはありません</translation>
        </message>
        <message>
            <source>1 post</source>
            <translation>記事 1 件</translation>
        </message>
        <message>
            <source>%1 posts</source>
            <translation>記事 %1 件</translation>
        </message>
        <message>
            <source>%1 selected</source>
            <translation>%1 件を選択中</translation>
        </message>
        <message>
            <source>One thing after another: the last one is still under way</source>
            <translation>前の処理がまだ続いています。終わるまでお待ちください</translation>
        </message>
        <message>
            <source>“%1” has no fix in the selected posts</source>
            <translation>選択中の記事には、「%1」の直せる箇所がありません</translation>
        </message>
        <message>
            <source>1 post checked in %2 s</source>
            <translation>1 件の記事を %2 秒でチェックしました</translation>
        </message>
        <message>
            <source>%1 can't be read</source>
            <translation>%1 件は読み込めません</translation>
        </message>
        <message>
            <source>New post…</source>
            <translation>新しい記事…</translation>
        </message>
        <message>
            <source>Nothing found in 1 post</source>
            <translation>1 件の記事に問題はありません</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Status</source>
            <translation>状態</translation>
        </message>
        <message>
            <source>Not saved</source>
            <translation>未保存</translation>
        </message>
        <message>
            <source>Saved %1</source>
            <translation>保存済み %1</translation>
        </message>
        <message>
            <source>Unchanged</source>
            <translation>変更なし</translation>
        </message>
        <message>
            <source>%1 characters · %2 min</source>
            <translation>%1 字 · %2 分</translation>
        </message>
        <message>
            <source>Line %1, column %2</source>
            <translation>行 %1、列 %2</translation>
        </message>
        <message>
            <source>mixed line endings</source>
            <translation>改行混在</translation>
        </message>
    </context>
    <context>
        <name>ToolBar</name>
        <message>
            <source>Menu</source>
            <translation>メニュー</translation>
        </message>
        <message>
            <source>Menu  F10</source>
            <translation>メニュー  F10</translation>
        </message>
    </context>
    <context>
        <name>WebView</name>
        <message>
            <source>The page has stopped several times; open the post again</source>
            <translation>ページが何度も止まりました。記事を開き直してください</translation>
        </message>
    </context>
    <context>
        <name>Welcome</name>
        <message>
            <source>Open folder…</source>
            <translation>フォルダーを開く…</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <source>New post…</source>
            <translation>新しい記事…</translation>
        </message>
        <message>
            <source>New post</source>
            <translation>新しい記事</translation>
        </message>
        <message>
            <source>Open lately</source>
            <translation>最近開いたもの</translation>
        </message>
        <message>
            <source>Choose a post at the left, or begin a new one</source>
            <translation>左から記事を選ぶか、新しく書き始めてください</translation>
        </message>
        <message>
            <source>Open the folder of your site to see its posts</source>
            <translation>サイトのフォルダーを開くと、記事が表示されます</translation>
        </message>
    </context>
    <context>
        <name>Window</name>
        <message>
            <source>Something went wrong in Galley (%1). Your text is safe; what happened is in the log (Help › Show the log).</source>
            <translation>Galley の中で問題が起きました（%1）。文章は無事です。詳細は記録にあります（ヘルプ › 記録を見る）。</translation>
        </message>
    </context>
    <context>
        <name>WindowFiles</name>
        <message>
            <source>Posts (*.md *.markdown *.mdx *.html);;All files (*)</source>
            <translation>記事 (*.md *.markdown *.mdx *.html);;すべてのファイル (*)</translation>
        </message>
        <message>
            <source>Open post</source>
            <translation>記事を開く</translation>
        </message>
        <message>
            <source>Open folder</source>
            <translation>フォルダーを開く</translation>
        </message>
        <message>
            <source>“%1” was not renamed: there is a file “%2” already.</source>
            <translation>「%1」の名前は変わっていません。「%2」というファイルがすでにあります。</translation>
        </message>
        <message>
            <source>“%1” was not renamed: %2.</source>
            <translation>「%1」の名前は変わっていません：%2。</translation>
        </message>
        <message>
            <source>You can take it back from the trash of your system.</source>
            <translation>ゴミ箱から戻せます。</translation>
        </message>
        <message>
            <source>What you have not saved of it is kept aside for a week.</source>
            <translation>保存していない部分は 1 週間取っておきます。</translation>
        </message>
        <message>
            <source>Move “%1” to the trash?</source>
            <translation>「%1」をゴミ箱へ移動しますか？</translation>
        </message>
        <message>
            <source>Move to trash</source>
            <translation>ゴミ箱へ移動</translation>
        </message>
        <message>
            <source>“%1” was not moved: this folder's disk has no trash that can be used. Remove the file in your file manager.</source>
            <translation>「%1」は移動していません。このディスクには使えるゴミ箱がありません。ファイルマネージャーで消してください。</translation>
        </message>
    </context>
    <context>
        <name>WindowHelp</name>
        <message>
            <source>Galley %1: the editorial desk for static-site posts</source>
            <translation>Galley %1：静的サイトの記事のための編集机</translation>
        </message>
        <message>
            <source>There is nothing yet in %1</source>
            <translation>%1 にはまだ何もありません</translation>
        </message>
    </context>
    <context>
        <name>WindowPanes</name>
        <message>
            <source>Text</source>
            <translation>文章</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>プレビュー</translation>
        </message>
    </context>
    <context>
        <name>WindowSession</name>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>やり直す</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
        <message>
            <source>The page links to %1</source>
            <translation>ページのリンク先：%1</translation>
        </message>
        <message>
            <source>Open in the browser</source>
            <translation>ブラウザーで開く</translation>
        </message>
    </context>
    <context>
        <name>_Bar</name>
        <message>
            <source>Open posts</source>
            <translation>開いている記事</translation>
        </message>
    </context>
    <context>
        <name>_EmptyList</name>
        <message>
            <source>Open folder…</source>
            <translation>フォルダーを開く…</translation>
        </message>
        <message>
            <source>New post…</source>
            <translation>新しい記事…</translation>
        </message>
        <message>
            <source>The posts of your site stand here</source>
            <translation>サイトの記事がここに表示されます</translation>
        </message>
        <message>
            <source>This folder has no posts yet</source>
            <translation>このフォルダーにはまだ記事がありません</translation>
        </message>
        <message>
            <source>No title or file name has these words</source>
            <translation>この言葉を含む題名やファイル名はありません</translation>
        </message>
    </context>
    <context>
        <name>commands</name>
        <message>
            <source>&amp;File</source>
            <translation>ファイル(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Edit</source>
            <translation>編集(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>表示(&amp;V)</translation>
        </message>
        <message>
            <source>&amp;Go</source>
            <translation>移動(&amp;G)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>ヘルプ(&amp;H)</translation>
        </message>
        <message>
            <source>New post…</source>
            <translation>新しい記事…</translation>
        </message>
        <message>
            <source>Open post…</source>
            <translation>記事を開く…</translation>
        </message>
        <message>
            <source>Open folder…</source>
            <translation>フォルダーを開く…</translation>
        </message>
        <message>
            <source>Open recent</source>
            <translation>最近開いたもの</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
        <message>
            <source>Rename…</source>
            <translation>名前を変更…</translation>
        </message>
        <message>
            <source>Move to trash…</source>
            <translation>ゴミ箱へ移動…</translation>
        </message>
        <message>
            <source>Show in its folder</source>
            <translation>フォルダーで見る</translation>
        </message>
        <message>
            <source>Close post</source>
            <translation>記事を閉じる</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>終了</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>やり直す</translation>
        </message>
        <message>
            <source>Find in the text…</source>
            <translation>文章を検索…</translation>
        </message>
        <message>
            <source>Find and replace…</source>
            <translation>検索と置換…</translation>
        </message>
        <message>
            <source>Fix the problem at the caret</source>
            <translation>カーソル位置の問題を修正</translation>
        </message>
        <message>
            <source>Apply all safe fixes</source>
            <translation>安全な修正をすべて適用</translation>
        </message>
        <message>
            <source>Posts</source>
            <translation>記事</translation>
        </message>
        <message>
            <source>Front matter</source>
            <translation>フロントマター</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>プレビュー</translation>
        </message>
        <message>
            <source>Problems</source>
            <translation>問題</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>文字を大きく</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>文字を小さく</translation>
        </message>
        <message>
            <source>Usual text size</source>
            <translation>標準の文字サイズ</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全画面</translation>
        </message>
        <message>
            <source>Search posts</source>
            <translation>記事を検索</translation>
        </message>
        <message>
            <source>Next open post</source>
            <translation>次の記事のタブ</translation>
        </message>
        <message>
            <source>Previous open post</source>
            <translation>前の記事のタブ</translation>
        </message>
        <message>
            <source>Next problem</source>
            <translation>次の問題</translation>
        </message>
        <message>
            <source>Previous problem</source>
            <translation>前の問題</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>次のペイン</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>前のペイン</translation>
        </message>
        <message>
            <source>Back to the text</source>
            <translation>文章に戻る</translation>
        </message>
        <message>
            <source>Keyboard shortcuts</source>
            <translation>キーボードショートカット</translation>
        </message>
        <message>
            <source>Discarded texts</source>
            <translation>破棄した文章</translation>
        </message>
        <message>
            <source>Show the log</source>
            <translation>記録を見る</translation>
        </message>
        <message>
            <source>About Galley</source>
            <translation>Galley について</translation>
        </message>
        <message>
            <source>Problems of the site</source>
            <translation>サイトの問題</translation>
        </message>
        <message>
            <source>Next post with problems</source>
            <translation>次の問題のある記事</translation>
        </message>
        <message>
            <source>Previous post with problems</source>
            <translation>前の問題のある記事</translation>
        </message>
    </context>
    <context>
        <name>dates</name>
        <message>
            <source>MMM d</source>
            <comment>a day of this year, in Qt's date format</comment>
            <translation>M月d日</translation>
        </message>
        <message>
            <source>MMM d, yyyy</source>
            <comment>a day of another year</comment>
            <translation>yyyy年M月d日</translation>
        </message>
    </context>
    <context>
        <name>dialogs</name>
        <message>
            <source>Cancel</source>
            <translation>キャンセル</translation>
        </message>
    </context>
    <context>
        <name>fix_menu</name>
        <message>
            <source>Quick fixes</source>
            <translation>クイックフィックス</translation>
        </message>
        <message>
            <source>No problem in this text</source>
            <translation>この文章に問題はありません</translation>
        </message>
        <message>
            <source>No problem in this line; the next: %1</source>
            <translation>この行に問題はありません。次の問題へ：%1</translation>
        </message>
        <message>
            <source>There is no fix: this needs a writer</source>
            <translation>自動の修正はありません。書き手の判断が必要です</translation>
        </message>
    </context>
    <context>
        <name>hover</name>
        <message>
            <source>%1: %2</source>
            <translation>%1：%2</translation>
        </message>
    </context>
    <context>
        <name>session</name>
        <message>
            <source>“%1” was changed by another program while you were writing. Both texts are safe.</source>
            <translation>書いている間に「%1」がほかのプログラムに変更されました。どちらの文章も無事です。</translation>
        </message>
        <message>
            <source>Show difference</source>
            <translation>差分を見る</translation>
        </message>
        <message>
            <source>Keep mine</source>
            <translation>自分の文章を残す</translation>
        </message>
        <message>
            <source>Take theirs</source>
            <translation>ディスクの文章にする</translation>
        </message>
        <message>
            <source>“%1” is no longer there. Your text is safe in this window.</source>
            <translation>「%1」がなくなりました。文章はこの画面に残っています。</translation>
        </message>
        <message>
            <source>Write it anew</source>
            <translation>新しく書く</translation>
        </message>
        <message>
            <source>The unsaved text of “%1” is back. Save it to write it to the file.</source>
            <translation>「%1」の未保存の文章を復元しました。保存するとファイルに書かれます。</translation>
        </message>
        <message>
            <source>Take the file's text</source>
            <translation>ファイルの文章にする</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>もう一度保存</translation>
        </message>
        <message>
            <source>Not saved: the file is in %1, which does not know the character U+%2. Take the character out, then save again.</source>
            <translation>保存できません。このファイルの文字コード %1 には文字 U+%2 がありません。その文字を取り除いてから保存してください。</translation>
        </message>
        <message>
            <source>This file is in an unknown encoding and can only be read: byte %1 is not %2.</source>
            <translation>文字コードが不明なため読むことしかできません：%1 バイト目が %2 ではありません。</translation>
        </message>
        <message>
            <source>Saved. %1</source>
            <translation>保存しました。%1</translation>
        </message>
        <message>
            <source>Your text could not be put aside (%1), so it was not given up. Save it under another name or free some space.</source>
            <translation>文章を取っておけなかったため（%1）、破棄しませんでした。別の名前で保存するか、空きを作ってください。</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>保存</translation>
        </message>
    </context>
    <context>
        <name>text_menu</name>
        <message>
            <source>Text</source>
            <translation>文章</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>元に戻す</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>やり直す</translation>
        </message>
        <message>
            <source>Cut</source>
            <translation>切り取り</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>コピー</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>貼り付け</translation>
        </message>
        <message>
            <source>Select body, then all</source>
            <translation>本文を、次に全体を選択</translation>
        </message>
    </context>
    <context>
        <name>WindowSite</name>
        <message>
            <source>Checking the posts…</source>
            <translation>記事をチェックしています…</translation>
        </message>
        <message>
            <source>Working…</source>
            <translation>処理しています…</translation>
        </message>
        <message>
            <source>1 file is as it was</source>
            <translation>1 個のファイルを元に戻しました</translation>
        </message>
        <message>
            <source>%1 files are as they were</source>
            <translation>%1 個のファイルを元に戻しました</translation>
        </message>
        <message>
            <source>1 file changed</source>
            <translation>1 個のファイルを変更しました</translation>
        </message>
        <message>
            <source>%1 files changed</source>
            <translation>%1 個のファイルを変更しました</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>取り消す</translation>
        </message>
        <message>
            <source>No other post has errors or warnings</source>
            <translation>エラーや警告のある記事はほかにありません</translation>
        </message>
        <message>
            <source>The posts of this site are being checked</source>
            <translation>このサイトの記事をチェックしています</translation>
        </message>
        <message>
            <source>%1 more were left out</source>
            <translation>ほか %1 件を対象外にしました</translation>
        </message>
        <message>
            <source>%1 is off in this site: %2</source>
            <translation>%1 をこのサイトでオフにしました：%2</translation>
        </message>
        <message>
            <source>Nothing was taken back</source>
            <translation>元に戻したものはありません</translation>
        </message>
        <message>
            <source>No other post that the search shows has errors or warnings</source>
            <translation>検索で絞り込んだ記事の中に、エラーや警告のあるものはほかにありません</translation>
        </message>
    </context>
    <context>
        <name>_Page</name>
        <message>
            <source>Go to where this is said: %1</source>
            <translation>これが書かれている場所へ: %1</translation>
        </message>
    </context>
    <context>
        <name>publish</name>
        <message>
            <source>Will publish · %1</source>
            <translation>公開されます · %1</translation>
        </message>
        <message>
            <source>Will publish</source>
            <translation>公開されます</translation>
        </message>
        <message>
            <source>Copied as it is, no page is made of it</source>
            <translation>ページにならず、そのままコピーされます</translation>
        </message>
        <message>
            <source>Whether it will publish is not known</source>
            <translation>公開されるかどうかは分かりません</translation>
        </message>
        <message>
            <source>Publishes from %1</source>
            <translation>%1 から公開</translation>
        </message>
        <message>
            <source>The build stops</source>
            <translation>ビルドが止まります</translation>
        </message>
        <message>
            <source>Won't publish</source>
            <translation>公開されません</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>理由</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>注意</translation>
        </message>
        <message>
            <source>front matter</source>
            <translation>フロントマター</translation>
        </message>
        <message>
            <source>line %1</source>
            <translation>%1 行目</translation>
        </message>
        <message>
            <source>configuration</source>
            <translation>設定</translation>
        </message>
        <message>
            <source>path of the file</source>
            <translation>ファイルのパス</translation>
        </message>
        <message>
            <source>the generator</source>
            <translation>ジェネレーター</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>日付</translation>
        </message>
        <message>
            <source>Shown from</source>
            <translation>公開開始</translation>
        </message>
        <message>
            <source>Shown until</source>
            <translation>公開終了</translation>
        </message>
        <message>
            <source>zone of the site</source>
            <translation>サイトのタイムゾーン</translation>
        </message>
        <message>
            <source>here</source>
            <translation>この端末</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>URL</translation>
        </message>
        <message>
            <source>Written to</source>
            <translation>出力先</translation>
        </message>
        <message>
            <source>%1, as it should be</source>
            <translation>%1（適切です）</translation>
        </message>
        <message>
            <source>should be %1</source>
            <translation>%1 にすべきです</translation>
        </message>
        <message>
            <source>File name</source>
            <translation>ファイル名</translation>
        </message>
        <message>
            <source>Will publish without its front matter</source>
            <translation>フロントマターなしで公開されます</translation>
        </message>
    </context>
    <context>
        <name>ChoiceField</name>
        <message>
            <source>Choose %1</source>
            <translation>%1 を選ぶ</translation>
        </message>
        <message>
            <source>Not one of the choices</source>
            <translation>選択肢にない値です</translation>
        </message>
        <message>
            <source>default: %1</source>
            <translation>既定値: %1</translation>
        </message>
        <message>
            <source>Return writes it all the same</source>
            <translation>Return でそのまま書き込みます</translation>
        </message>
    </context>
    <context>
        <name>ColourField</name>
        <message>
            <source>Choose a colour for %1</source>
            <translation>%1 の色を選ぶ</translation>
        </message>
        <message>
            <source>Not a colour that is sure to be read</source>
            <translation>色として読まれるとは限りません</translation>
        </message>
    </context>
    <context>
        <name>FileChipsField</name>
        <message>
            <source>Add a picture to %1</source>
            <translation>%1 に画像を追加</translation>
        </message>
        <message>
            <source>Add a file to %1</source>
            <translation>%1 にファイルを追加</translation>
        </message>
        <message>
            <source>There is no file %1</source>
            <translation>ファイル %1 がありません</translation>
        </message>
    </context>
    <context>
        <name>FileField</name>
        <message>
            <source>Choose a picture for %1</source>
            <translation>%1 の画像を選ぶ</translation>
        </message>
        <message>
            <source>Choose a file for %1</source>
            <translation>%1 のファイルを選ぶ</translation>
        </message>
        <message>
            <source>of the net, not loaded</source>
            <translation>ネット上の画像（読み込みません）</translation>
        </message>
        <message>
            <source>This file does not lie in the site</source>
            <translation>このファイルはサイトの中にありません</translation>
        </message>
        <message>
            <source>There is no such file</source>
            <translation>そのファイルはありません</translation>
        </message>
        <message>
            <source>This picture can't be shown</source>
            <translation>この画像は表示できません</translation>
        </message>
    </context>
    <context>
        <name>FilePicker</name>
        <message>
            <source>Filter pictures</source>
            <translation>画像を絞り込む</translation>
        </message>
        <message>
            <source>Filter files</source>
            <translation>ファイルを絞り込む</translation>
        </message>
        <message>
            <source>Files of the site</source>
            <translation>サイトのファイル</translation>
        </message>
        <message>
            <source>the site</source>
            <translation>サイト</translation>
        </message>
        <message>
            <source>%1 of %2 in %3</source>
            <translation>%3 の %2 件中 %1 件</translation>
        </message>
        <message>
            <source>Nothing in %1 fits</source>
            <translation>%1 に該当するものがありません</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>探しています…</translation>
        </message>
    </context>
    <context>
        <name>HiddenFields</name>
        <message>
            <source>Fold 1 hidden field</source>
            <translation>隠れた項目 1 件をたたむ</translation>
        </message>
        <message>
            <source>1 hidden field</source>
            <translation>隠れた項目 1 件</translation>
        </message>
        <message>
            <source>Fold %1 hidden fields</source>
            <translation>隠れた項目 %1 件をたたむ</translation>
        </message>
        <message>
            <source>%1 hidden fields</source>
            <translation>隠れた項目 %1 件</translation>
        </message>
    </context>
    <context>
        <name>PickedChipsField</name>
        <message>
            <source>↓ shows what can be chosen</source>
            <translation>↓ で選択肢を表示</translation>
        </message>
        <message>
            <source>%1 is not one of the choices</source>
            <translation>%1 は選択肢にありません</translation>
        </message>
        <message>
            <source>Return adds it all the same</source>
            <translation>Return でそのまま追加します</translation>
        </message>
    </context>
    <context>
        <name>RelationField</name>
        <message>
            <source>Choose %1</source>
            <translation>%1 を選ぶ</translation>
        </message>
        <message>
            <source>Leads nowhere: there is no such entry</source>
            <translation>該当する項目がありません</translation>
        </message>
        <message>
            <source>Looking…</source>
            <translation>探しています…</translation>
        </message>
        <message>
            <source>Nothing fits</source>
            <translation>該当なし</translation>
        </message>
    </context>
    <context>
        <name>SegmentsField</name>
        <message>
            <source>Not one of the choices</source>
            <translation>選択肢にない値です</translation>
        </message>
    </context>
    <context>
        <name>StillField</name>
        <message>
            <source>Override here</source>
            <translation>ここで上書き</translation>
        </message>
        <message>
            <source>Override %1 here</source>
            <translation>%1 をここで上書き</translation>
        </message>
        <message>
            <source>made of %1</source>
            <translation>%1 から作られます</translation>
        </message>
        <message>
            <source>from %1</source>
            <translation>%1 から</translation>
        </message>
        <message>
            <source>computed</source>
            <translation>自動計算</translation>
        </message>
        <message>
            <source>read-only by %1</source>
            <translation>%1 により読み取り専用</translation>
        </message>
    </context>
    <context>
        <name>TimeField</name>
        <message>
            <source>Not a time: 09:30, or 09:30:00</source>
            <translation>時刻ではありません（例: 09:30、09:30:00）</translation>
        </message>
    </context>
</TS>
