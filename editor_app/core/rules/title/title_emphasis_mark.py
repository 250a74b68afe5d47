"""Title holds Markdown emphasis.

A title is plain text to feeds, lists and the browser's tab: they print the
asterisks.

Bad:
    ---
    title: The **quiet** garden
    ---
Good:
    ---
    title: The quiet garden
    ---
"""

from collections.abc import Iterator

from editor_app.core.body.stray_marks import marked_parts
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "title-emphasis-mark"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    title = post.string("title")
    if scalar is None or title is None:
        return
    for part in marked_parts(title):
        start, end = part.span.start, part.span.end
        yield post.report(
            ID,
            SEVERITY,
            post.place(scalar, start, end),
            "Title holds a Markdown link: {marked}"
            if part.is_link
            else "Title holds Markdown emphasis: {marked}",
            field="title",
            fixes=post.fix_value(
                "Keep the text only: {text}",
                ("title",),
                title[:start] + part.inner + title[end:],
                safe=part.is_strong,
                text=part.inner,
            ),
            marked=part.span.of(title),
        )
