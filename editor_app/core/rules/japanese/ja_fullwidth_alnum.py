"""Full-width Latin letters or digits stand in the text.

Most Japanese sites write them in half width; a search for the one form does
not find the other.

Bad:
    ---
    title: 春の庭
    ---

    球根を１２個植えた。
Good:
    ---
    title: 春の庭
    ---

    球根を12個植えた。
"""

import unicodedata
from collections.abc import Iterator

from editor_app.core.body.japanese import japanese_paragraphs
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "ja-fullwidth-alnum"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = False

_LETTER = "Ａ-Ｚａ-ｚ０-９"
_RUN = expression(rf"[{_LETTER}]++(?:[．，][{_LETTER}]++)*+")


def check(post: Post) -> Iterator[Diagnostic]:
    for block, prose in japanese_paragraphs(post.body):
        for run in _RUN.finditer(prose):
            span = Span(*run.span()).shifted(block.span.start)
            usual = unicodedata.normalize("NFKC", run[0])
            yield post.report(
                ID,
                SEVERITY,
                span,
                "Full-width letters or digits: {letters}",
                fixes=(post.fix("Write {text}", (Edit(span, usual),), text=usual),),
                letters=run[0],
            )
