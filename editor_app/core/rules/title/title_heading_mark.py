"""Title begins with a heading mark.

The `#` of a Markdown heading came along into the title; lists, feeds and the
browser's tab print it as it is.

Bad:
    ---
    title: "# Spring in the garden"
    ---
Good:
    ---
    title: "Spring in the garden"
    ---
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "title-heading-mark"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.SAFE
IS_ON = True

_MARK = expression(r"\s*(?P<mark>#{1,6}\s+)(?=\S)")


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    found = _MARK.match(post.string("title") or "")
    if scalar is None or found is None:
        return
    yield post.report(
        ID,
        SEVERITY,
        post.place(scalar, *found.span("mark")),
        "Title begins with the heading mark {mark}",
        field="title",
        fixes=post.fix_value(
            "Remove the heading mark", ("title",), scalar.text[found.end() :], safe=True
        ),
        mark=found["mark"].strip(),
    )
