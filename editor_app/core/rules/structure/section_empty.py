"""A heading has no text below it.

The next heading is of the same level or a higher one, or the post ends:
perhaps a part is still to be written.

Bad:
    ---
    title: Spring
    ---

    ## The snow

    ## The roses

    They were cut back.
Good:
    ---
    title: Spring
    ---

    ## The snow

    It has gone.

    ## The roses

    They were cut back.
"""

from collections.abc import Iterator

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "section-empty"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = False

_NOTHING = frozenset({BlockKind.COMMENT, BlockKind.REFERENCE, BlockKind.RULE})


def check(post: Post) -> Iterator[Diagnostic]:
    heading: Block | None = None
    for block in post.body.blocks:
        if block.kind in _NOTHING:
            continue
        is_heading = block.kind is BlockKind.HEADING and not block.inside
        if heading is not None and is_heading and block.level <= heading.level:
            yield _report(post, heading)
        heading = block if is_heading else None
    if heading is not None:
        yield _report(post, heading)


def _report(post: Post, block: Block) -> Diagnostic:
    heading = post.body.visible(block)
    message = "Heading has no text below it: {heading}"
    return post.report(ID, SEVERITY, block.span, message, heading=heading)
