"""Half-width katakana stand in the text.

They come from old systems, are hard to read, and a search for the usual letters
does not find them.

Bad:
    ---
    title: 春の庭
    ---

    庭の土に ﾁｭｰﾘｯﾌﾟ を植えた。
Good:
    ---
    title: 春の庭
    ---

    庭の土に チューリップ を植えた。
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

ID = "ja-halfwidth-kana"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = False

_RUN = expression("[\uff66-\uff9f]{2,}")


def check(post: Post) -> Iterator[Diagnostic]:
    for block, prose in japanese_paragraphs(post.body):
        for run in _RUN.finditer(prose):
            span = Span(*run.span()).shifted(block.span.start)
            usual = unicodedata.normalize("NFKC", run[0])
            yield post.report(
                ID,
                SEVERITY,
                span,
                "Half-width katakana: {kana}",
                fixes=(post.fix("Write {text}", (Edit(span, usual),), text=usual),),
                kana=run[0],
            )
