"""Title begins with the word "title".

A label that stood before the title came along into it.

Bad:
    ---
    title: "Title: Spring in the garden"
    ---
Good:
    ---
    title: "Spring in the garden"
    ---
"""

import re
from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "title-label"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.SAFE
IS_ON = True

_LABEL = expression(
    r"\s*(?P<label>(?:(?:記事)?タイトル|件名|見出し|title|subject)\s*[:：]\s*)(?=\S)",
    re.IGNORECASE,
)


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    found = _LABEL.match(post.string("title") or "")
    if scalar is None or found is None:
        return
    yield post.report(
        ID,
        SEVERITY,
        post.place(scalar, *found.span("label")),
        "Title begins with the label “{label}”",
        field="title",
        fixes=post.fix_value("Remove the label", ("title",), scalar.text[found.end() :], safe=True),
        label=found["label"].strip(),
    )
