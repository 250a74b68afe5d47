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

from collections.abc import Iterator

from editor_app.core.body.markers import end_markers
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "end-marker"
SEVERITY = Severity.ERROR


def check(post: Post) -> Iterator[Diagnostic]:
    for marker in end_markers(post.body):
        fix = post.fix("Remove the marker", (Edit(_removed(post, marker), ""),), safe=True)
        message = "The marker {marker} was left in the text"
        yield post.report(ID, SEVERITY, marker, message, fixes=(fix,), marker=marker.of(post.text))


def _removed(post: Post, marker: Span) -> Span:
    """The marker with its line, and one of two blank lines that would meet."""
    number = post.lines.line_of(marker.start)
    line = post.lines.span_of(number, with_break=True)
    before = post.text[line.start : marker.start]
    if before.strip():  # glued to text: that stays
        return Span(line.start + len(before.rstrip()), marker.end)
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
