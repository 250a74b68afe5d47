"""The error of a service or a program stands in the text.

It came in the place of the text that was asked for.

Bad:
    ---
    title: Spring
    ---

    The snow has gone.

    429 RESOURCE_EXHAUSTED: You exceeded your current quota.
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

from collections.abc import Iterator

from editor_app.core.body.passages import own_words
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints

ID = "api-error-text"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.NO
IS_ON = True

_HINTS = Hints(
    "Traceback (most recent",
    groups={
        "_": (
            "RESOURCE_EXHAUSTED",
            "PERMISSION_DENIED",
            "rate_limit_exceeded",
            "insufficient_quota",
            "overloaded_error",
        ),
        "exceeded": ("exceeded my ", "exceeded your ", "exceeded the ", "uota exceeded"),
    },
)
_ERROR = expression(
    r"\b(?:RESOURCE_EXHAUSTED|PERMISSION_DENIED|rate_limit_exceeded|insufficient_quota"
    r"|overloaded_error)\b|\bTraceback \(most recent|\b[Qq]uota exceeded\b"
    r"|\b(?:I|You|We)(?: have|['’]ve)? exceeded (?:my|your|the) "
    r"(?:current |daily |monthly |rate ){0,2}(?:quota|limit)\b"
)


def check(post: Post) -> Iterator[Diagnostic]:
    if not _HINTS.are_in(post.text):
        return
    last = -1
    for passage in own_words(post.body, _ERROR):
        if passage.block.span.start == last:
            continue  # one error says it in several ways
        last = passage.block.span.start
        message = "The error of a service stands in the text: {words}"
        yield post.report(ID, SEVERITY, passage.span, message, words=passage.match[0])
