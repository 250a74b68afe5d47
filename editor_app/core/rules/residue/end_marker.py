"""A generator's marker was left in the text.

Programs that write or cut texts set lines such as `---END---` around them.
Readers see them as text.

Bad:
    ---
    title: Spring
    ---

    The snow has gone.

    ---END---
Good:
    ---
    title: Spring
    ---

    The snow has gone.
"""

import re
from collections.abc import Iterator, Sequence

from editor_app.core.body.markers import before_on_line, end_markers
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

ID = "end-marker"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.SAFE
IS_ON = True

_FENCE = expression(r"\s*(?:^(?:---|\+\+\+)[ \t]*\w*[ \t]*$|\{\s*[\"}])", re.MULTILINE)
"""What front matter may begin with."""


def check(post: Post) -> Iterator[Diagnostic]:
    markers = end_markers(post.body)
    keeps_body = not markers or _keeps_body(post, markers)
    for marker in markers:
        fixes = (_fix(post, marker),) if keeps_body else ()
        message = "The marker {marker} was left in the text"
        yield post.report(ID, SEVERITY, marker, message, fixes=fixes, marker=marker.of(post.text))


def _keeps_body(post: Post, markers: Sequence[Span]) -> bool:
    """Whether the body still begins where it did, whichever of its markers go.

    Without front matter, a rule below the markers at the top would open one.
    """
    if post.front_matter.format is not None:
        return True
    at = 0
    for marker in markers:
        if post.text[at : marker.start].strip():
            break
        at = marker.end
    return _FENCE.match(post.text, at) is None


def _fix(post: Post, marker: Span) -> Fix:
    """Glued to words the marker may be what they tell of, so a writer has to look."""
    has_own_line = not before_on_line(post.text, marker).strip()
    edits = (Edit(_removed(post, marker), ""),)
    return post.fix("Remove the marker", edits, safe=has_own_line)


def _removed(post: Post, marker: Span) -> Span:
    """The marker with its line, and one of two blank lines that would meet."""
    number = post.lines.line_of(marker.start)
    line = post.lines.span_of(number, with_break=True)
    if before_on_line(post.text, marker).strip():  # glued to words: those stay
        return marker
    start, end = line.start, line.end
    is_last = not post.text[end:].strip()
    if is_last:
        # The text before becomes the last line, and ends as this one did.
        keeps_break = post.text[marker.end :].startswith("\n")
        start = max(len(post.text[:start].rstrip()), post.body.start)
        return Span(
            start, marker.end if keeps_break and start > post.body.start else len(post.text)
        )
    blank_before = number == 0 or not post.lines.span_of(number - 1).of(post.text).strip()
    blank_after = not post.lines.span_of(number + 1).of(post.text).strip()
    if blank_after and (blank_before or start == post.body.start):
        end = post.lines.span_of(number + 1, with_break=True).end
    return Span(start, end)
