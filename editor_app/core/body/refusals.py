"""The words with which a language model says that it does not answer."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.body.body import Body
from editor_app.core.body.passages import own_words
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

_DOES = (
    r"(?:assist|help (?:you )?with (?:that|this)|provide|generate|create|fulfil+|comply|browse"
    r"|complete (?:this|that|your)|access|produce|summari[sz]e|translate|write (?:this|that|an? )"
    r"|answer (?:this|that|your) |open (?:this |that |the )?(?:link|url|page))"
)
_GIVES_UP = (
    r"(?:can['’]?t|cannot|can not|failed to|was (?:unable|not able) to"
    r"|(?: am|['’]m) (?:unable|not able) to)"
)
_CHATS = r"[^.!?\n\]\u241f]"
_SAYS = r"[^。\n\]\u241f]"
_JAPANESE_DOES = (
    r"(?:お答え|回答|生成|作成|提供|検索|アクセス|取得|要約|翻訳|執筆|お手伝い|リクエストに)"
)
_FAILS = (
    r"(?:できません|できない状態|できかねます|いたしかねます|出来ません|失敗しました|エラーが発生)"
)
_HUMAN = (
    r"(?:電話|メール|個別|コメント|窓口|店頭|サポート|弊社|当社|当店|当サイト|当ブログ|お客様|在庫)"
)
REFUSAL = expression(
    rf"(?:\bAs an? (?:AI|artificial intelligence)(?: (?:language )?model| assistant)?, I\b"
    rf"|\bAs a large language model, I\b"
    rf"|\bI(?: am|['’]m) (?:just |only |sorry, )?(?:as )?an AI (?:language model|assistant)\b"
    rf"|\b(?:I['’]m sorry|I am sorry|I apologi[sz]e|Sorry)"
    rf"(?:,? but |, | for (?:any|the) {_CHATS}{{3,40}}?, but ){_CHATS}{{0,60}}?"
    rf"\bI ?{_GIVES_UP} {_DOES}{_CHATS}{{0,80}}"
    rf"|(?:私は)?(?:AI|大規模)(?:言語モデル|アシスタント)(?:として|なので|であるため|ですので)、私は"
    rf"|私は(?:AI|大規模)?(?:言語モデル|アシスタント)(?:なので|であるため|ですので|であり)"
    rf"|申し訳(?:あり|ござい)ません(?:が|。)、?(?:(?!{_HUMAN}){_SAYS}){{0,60}}?{_JAPANESE_DOES}"
    rf"(?:(?!{_HUMAN}){_SAYS}){{0,20}}?{_FAILS}"
    rf"|申し訳(?:あり|ござい)ません(?:が|。)、?(?:(?!{_HUMAN}){_SAYS}){{0,40}}?再度お試し)"
)
_HINTS = Hints(
    "an AI ",
    "I apologi",
    groups={
        "モ": ("言語モデル",),
        "ア": ("アシスタント",),
        "訳": ("申し訳",),
        "As a": ("As an AI", "As an artificial", "As a large"),
        "orry": ("sorry", "Sorry"),
    },
)


def refusals(body: Body) -> Iterator[Span]:
    """Every refusal at the beginning of a sentence, also in link texts."""
    if _HINTS.are_in(body.text):
        for passage in own_words(body, REFUSAL):
            if passage.begins_sentence or passage.before.endswith("["):
                yield passage.span
