"""A paragraph says nearly the same as an earlier one.

Bad:
    ---
    title: Spring
    ---

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.

    The snow has gone, and the first green tips stand where the bulbs were set last autumn, in two long rows along the wall, as if nobody had ever doubted that they would come.
Good:
    ---
    title: Spring
    ---

    The snow has gone, and the first green tips stand where the bulbs were set in October, in two long rows along the wall, as if nobody had ever doubted that they would come.
"""  # noqa: E501

from bisect import bisect_left
from collections.abc import Iterator

from editor_app.core.body.likeness import near_duplicates
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.spans import Span

ID = "paragraph-near-duplicate"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = False

_MANY = 3
"""So many pairs are no chance."""


def check(post: Post) -> Iterator[Diagnostic]:
    repeats = post.repeats
    told = sorted(
        copy.second
        for copies in (repeats.sections, repeats.paragraphs, repeats.single, repeats.headings)
        for copy in copies
    )
    found = [twins for twins in near_duplicates(post.body) if not _is_told(twins.second, told)]
    severity = Severity.WARNING if len(found) >= _MANY else SEVERITY
    for twins in found:
        yield post.report(
            ID,
            severity,
            twins.second,
            "This paragraph says nearly the same as the one in line {line}",
            related=(Related(twins.first, post.say("Here it stands first")),),
            line=post.lines.position(twins.first.start).line,
        )


def _is_told(span: Span, told: list[Span]) -> bool:
    at = bisect_left(told, span)
    return any(span.overlaps(each) for each in told[max(at - 1, 0) : at + 1])
