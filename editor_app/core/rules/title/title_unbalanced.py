"""A bracket in the title is never closed.

Bad:
    ---
    title: 「春の庭を歩く
    ---
Good:
    ---
    title: 「春の庭」を歩く
    ---
"""

from collections.abc import Iterator

from editor_app.core.body.brackets import never_closed
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "title-unbalanced"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

_NO_BRACKETS = expression(r"`[^`]*`|[:;=]-?[(\[]")
"""Code, and faces such as :( ."""


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    title = _NO_BRACKETS.sub(lambda found: " " * len(found[0]), post.string("title") or "")
    if scalar is None:
        return
    last = len(title.rstrip()) - 1
    for at in never_closed(title):
        if at < last:  # at the end it is one that something is missing after
            yield post.report(
                ID,
                SEVERITY,
                post.place(scalar, at, at + 1),
                "Title opens “{bracket}” and never closes it",
                field="title",
                bracket=title[at],
            )
