"""A heading has no text.

Readers see a gap, and tables of contents and screen readers an entry without
a name. Mostly its words were lost, or marks were left behind.

Bad:
    ---
    title: Spring
    ---

    ##

    The snow has gone.
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

from collections.abc import Iterator

from editor_app.core.body.block import Block
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "heading-empty"
SEVERITY = Severity.WARNING
FIXABLE = Fixable.SAFE
IS_ON = True

_FENCES = ("---", "+++", "{")
"""What front matter may begin with."""


def check(post: Post) -> Iterator[Diagnostic]:
    for block in post.body.heading_blocks:
        if not block.lines:
            marks = block.span.of(post.text)
            message = "Heading has no text: {marks}"
            fixes = tuple(_fixes(post, block))
            yield post.report(ID, SEVERITY, block.span, message, fixes=fixes, marks=marks)


def _fixes(post: Post, block: Block) -> Iterator[Fix]:
    """Beside other marks it may be a comment of code that lost its fence: ask then.

    Without front matter, a rule below the heading would open one: no fix then.
    """
    number = post.lines.line_of(block.span.start)
    before, after = _line(post, number - 1), _line(post, number + 1)
    removed = _removed(post, number, before, after)
    if (
        post.front_matter.format is None
        and not post.text[: removed.start].strip()
        and post.text[removed.end : removed.end + 1000].lstrip().startswith(_FENCES)
    ):
        return
    is_safe = not before.startswith("#") and not after.startswith("#")
    yield post.fix("Remove the heading", (Edit(removed, ""),), safe=is_safe)


def _line(post: Post, number: int) -> str:
    return (
        post.lines.span_of(number).of(post.text).strip() if 0 <= number < post.lines.count else ""
    )


def _removed(post: Post, number: int, before: str, after: str) -> Span:
    """The line, and one of two blank lines that would meet.

    Between two lines of text its break stays, since they are two paragraphs.
    """
    line = post.lines.span_of(number, with_break=True)
    if before and after:
        return post.lines.span_of(number)
    if after:
        return line
    following = post.lines.span_of(min(number + 1, post.lines.count - 1), with_break=True)
    if following.end == len(post.text):  # the text before ends as this line does
        start = max(_end_before(post, line.start), post.body.start)
        return Span(start, line.end if start == post.body.start else post.lines.span_of(number).end)
    if before:
        return line
    return Span(line.start, following.end)


def _end_before(post: Post, offset: int) -> int:
    """Where the text before a line ends, without the blank lines between."""
    number = post.lines.line_of(offset) - 1
    while number >= 0 and not _line(post, number):
        number -= 1
    return post.lines.span_of(number).end if number >= 0 else 0
