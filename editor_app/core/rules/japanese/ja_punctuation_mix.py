"""Two kinds of Japanese commas or full stops are mixed.

The post writes 、 and has some ，, or writes 。 and has some ．: those of which
there are few are likely slips.

Bad:
    ---
    title: 春の庭
    ---

    雪が消え、芽が出て、鳥が来た。庭に出て、土を見て、種を選んだ。風は、まだ冷たい．
    雨が降る。花が咲く。
Good:
    ---
    title: 春の庭
    ---

    雪が消え、芽が出て、鳥が来た。庭に出て、土を見て、種を選んだ。風は、まだ冷たい。
    雨が降る。花が咲く。
"""

from collections.abc import Iterator

from editor_app.core.body.japanese import KANA_AND_KANJI, japanese_paragraphs
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable, NumberOption
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "ja-punctuation-mix"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = False

PERCENT = NumberOption(ID, "percent", 20, most=50)
"""Marks that are no more than this part of their kind are slips."""
OPTIONS = (PERCENT,)

_MARK = expression(
    rf"(?<=[{KANA_AND_KANJI}」』）】〉》])(?:[、。]|[，．](?![\w.]*[A-Za-z0-9０-９]))"
)
_KINDS = (("、", "，"), ("。", "．"))


def check(post: Post) -> Iterator[Diagnostic]:
    found = [
        Span(*mark.span()).shifted(block.span.start)
        for block, prose in japanese_paragraphs(post.body)
        for mark in _MARK.finditer(prose)
    ]
    for kind in _KINDS:
        few, many = sorted(
            ([span for span in found if span.of(post.text) == mark] for mark in kind), key=len
        )
        if few and len(few) * 100 <= PERCENT.of(post.settings) * (len(few) + len(many)):
            usual = many[0].of(post.text)
            for span in few:
                yield post.report(
                    ID,
                    SEVERITY,
                    span,
                    "{mark} stands among many {usual}",
                    fixes=(post.fix("Write {text}", (Edit(span, usual),), text=usual),),
                    mark=span.of(post.text),
                    usual=usual,
                )
