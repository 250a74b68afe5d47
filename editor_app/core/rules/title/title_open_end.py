"""Title ends in a mark after which something has to follow.

Bad:
    ---
    title: "Spring, summer,"
    ---
Good:
    ---
    title: "Spring, summer, autumn"
    ---
"""

from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "title-open-end"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

# A slash or hyphen at a word's end may belong to it (/etc/, pre-), and :( is a face.
_END = expression(
    r"(?P<mark>[、，,（「『【\[〈《“:：・＆&–—]|(?<![:;=])(?<![:;=]-)\((?!\))"
    r"|(?<=\s)[-/]|(?<=[\u3040-\u30ff\u4e00-\u9fff])[-/])\s*$"
)


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    title = post.string("title")
    found = _END.search(title) if title else None
    if scalar is None or found is None or not any(each.isalnum() for each in title or ""):
        return
    yield post.report(
        ID,
        SEVERITY,
        post.place(scalar, *found.span("mark")),
        "Title ends in “{mark}”, as if something were missing after it",
        field="title",
        mark=found["mark"],
    )
