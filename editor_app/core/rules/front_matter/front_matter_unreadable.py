"""Front matter can't be read.

The generator stops at such a post, or prints its front matter as text.

Bad:
    ---
    title: "Spring
    ---
Good:
    ---
    title: "Spring"
    ---
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "front-matter-unreadable"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    unreadable = post.front_matter.unreadable
    if unreadable is not None:
        message = "The front matter can't be read: {reason}"
        reason = unreadable.message.rstrip(".")
        yield post.report(ID, SEVERITY, unreadable.span, message, reason=post.translate(reason))
