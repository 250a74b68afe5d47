"""A language model refused to answer, and its words are in the text.

A program that has texts written did not notice that it got an apology instead
of one.

Bad:
    ---
    title: Spring
    ---

    The snow has gone.

    I'm sorry, but I can't assist with that request.
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

from collections.abc import Iterator

from editor_app.core.body.refusals import refusals
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "model-refusal"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    for span in refusals(post.body):
        message = "A language model refused here: {words}"
        yield post.report(ID, SEVERITY, span, message, words=span.of(post.text))
