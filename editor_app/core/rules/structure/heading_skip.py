"""A heading skips a level.

Below a heading of the second level comes one of the third, not of the fourth:
screen readers announce the level, and a reader looks for what was left out.

Bad:
    ---
    title: Spring
    ---

    ## The garden

    #### The roses

    They were cut back.
Good:
    ---
    title: Spring
    ---

    ## The garden

    ### The roses

    They were cut back.
"""

from collections.abc import Iterator, Sequence

from editor_app.core.body.block import Block
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "heading-skip"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = False

_MOST_MOVED = 100


def check(post: Post) -> Iterator[Diagnostic]:
    headings = post.body.heading_blocks
    for number in range(1, len(headings)):
        before, block = headings[number - 1].level, headings[number]
        if block.level < before + 2:
            continue
        yield post.report(
            ID,
            SEVERITY,
            block.span,
            "Heading of level {level} follows one of level {before}: {heading}",
            fixes=_fixes(post, headings[number : number + _MOST_MOVED + 1], before),
            level=block.level,
            before=before,
            heading=post.body.visible(block),
        )


def _fixes(post: Post, rest: Sequence[Block], before: int) -> tuple[Fix, ...]:
    """Move the heading up, with all that stand beside and below it."""
    surplus = rest[0].level - before - 1
    end = next((at for at, each in enumerate(rest) if each.level < rest[0].level), len(rest))
    edits = tuple(Edit(Span(b.span.start, b.span.start + surplus), "") for b in rest[:end])
    if end > _MOST_MOVED or any(not edit.span.of(post.text).startswith("#") for edit in edits):
        return ()
    title = "Move it up to level {level}, with all below it"
    return (post.fix(title, edits, level=before + 1),)
