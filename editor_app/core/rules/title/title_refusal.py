"""A language model refused to give a title, and its words stand there.

A program that has texts written did not notice that it got an apology instead
of a title.

Bad:
    ---
    title: I'm sorry, but I can't assist with that request
    ---
Good:
    ---
    title: Spring in the garden
    ---
"""

from collections.abc import Iterator

from editor_app.core.body.refusals import REFUSAL
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "title-refusal"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("title")
    title = post.string("title")
    if scalar is not None and title and REFUSAL.match(title.lstrip("「『“\"' ")):
        message = "A language model refused to give a title: {words}"
        yield post.report(ID, SEVERITY, scalar.span, message, field="title", words=title)
