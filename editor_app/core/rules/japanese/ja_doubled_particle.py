"""A Japanese particle stands twice.

One of the two was left when a sentence was changed.

Bad:
    ---
    title: 春の庭
    ---

    私たちは庭をを見た。
Good:
    ---
    title: 春の庭
    ---

    私たちは庭を見た。
"""

import re
from collections.abc import Iterator

from editor_app.core.body.inline import MASK
from editor_app.core.body.japanese import japanese_sentences
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span

ID = "ja-doubled-particle"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

_KANJI = "\u3400-\u4dbf\u4e00-\u9fff々〆"
_KATAKANA = "\u30a1-\u30faー"
# A noun, so that neither なにに, まんがが, きのの nor a laugh (はは) is met.
_NOUN = (
    rf"(?:(?<=[{_KANJI}{_KATAKANA}A-Za-z0-9０-９Ａ-Ｚａ-ｚ」』）)】〉》”％%{MASK}])"
    r"|(?<=[こそあ]れ|[こそ]こ|こと|ため|よう|とき)|(?<=ところ))"
)
# `この` and its like take no noun before them; `いその` and `みその` are nouns.
_POINTING = r"(?:(?<=[こあど])|(?<=(?<![ぁ-ん])そ)|(?<=^そ))"
_DOUBLED = expression(
    rf"(?:{_NOUN}(?:(?:をを)(?!を)|(?:がが|にに|はは)(?=[、，{_KANJI}{_KATAKANA}A-Za-z])"
    rf"|(?:のの)(?=[{_KANJI}{_KATAKANA}A-Za-z{MASK}]))"
    rf"|{_POINTING}のの(?=[{_KANJI}{_KATAKANA}A-Za-z{MASK}]))"
)
_DOUBLES = Hints(groups={each: (2 * each,) for each in "をがにはの"})
_ABOUT_IT = expression(
    r"助詞|誤字|誤植|脱字|誤記|タイポ|typo|重複|二重|連続|ひらがな|平仮名", re.IGNORECASE
)


def check(post: Post) -> Iterator[Diagnostic]:
    if not _DOUBLES.are_in(post.text):
        return
    for place, sentence in japanese_sentences(post.body):
        if _ABOUT_IT.search(sentence):
            continue
        for found in _DOUBLED.finditer(sentence):
            span = Span(*found.span()).shifted(place.start)
            particle = found[0][0]
            edit = Edit(Span(span.start + 1, span.end), "")
            yield post.report(
                ID,
                SEVERITY,
                span,
                "Particle stands twice: {particles}",
                fixes=(post.fix("Keep one {particle}", (edit,), safe=True, particle=particle),),
                particles=found[0],
            )
