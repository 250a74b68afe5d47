"""Title is garbled: it was read in the wrong encoding.

Its bytes are UTF-8 and were taken for Windows-1252 or Shift JIS on their way
here. Read again as UTF-8 they are text.

Bad:
    ---
    title: "A cafÃ© in spring"
    ---
Good:
    ---
    title: "A café in spring"
    ---
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.mojibake import read_again

ID = "title-mojibake"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.SAFE
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    meant = read_again(post.string("title") or "")
    if scalar is None or meant is None:
        return
    yield post.report(
        ID,
        SEVERITY,
        scalar.span,
        "Title is garbled, it should read “{meant}”",
        field="title",
        fixes=post.fix_value("Read it again as UTF-8", ("title",), meant, safe=True),
        meant=meant,
    )
