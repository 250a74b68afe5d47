"""A half-width comma or full stop follows Japanese.

Bad:
    ---
    title: 春の庭
    ---

    雪が消え, 芽が出た。
Good:
    ---
    title: 春の庭
    ---

    雪が消え、芽が出た。
"""

from collections.abc import Iterator

from editor_app.core.body.japanese import KANA_AND_KANJI, japanese_paragraphs
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "ja-half-comma"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = False

_MARK = expression(
    rf"(?<=[{KANA_AND_KANJI}」』）】])[,､.｡](?![A-Za-z0-9.,])[ ]?(?=(?P<more>[^\n])?)"
)
_WIDE = {",": "、", "､": "、", ".": "。", "｡": "。"}


def check(post: Post) -> Iterator[Diagnostic]:
    for block, prose in japanese_paragraphs(post.body):
        for found in _MARK.finditer(prose):
            mark = found[0][0]
            # The space after it goes too, but not before a break or at the end.
            end = found.end() if found["more"] else found.start() + 1
            start = block.span.start
            edit = Edit(Span(found.start(), end).shifted(start), _WIDE[mark])
            yield post.report(
                ID,
                SEVERITY,
                Span(found.start(), found.start() + 1).shifted(start),
                "Half-width {mark} follows Japanese",
                fixes=(post.fix("Write {text}", (edit,), text=_WIDE[mark]),),
                mark=mark,
            )
