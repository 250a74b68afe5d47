"""There are several headings of the first level.

The first level is the title's, and most themes print it above the body; the
parts of a post begin at the second. Sites whose posts do this as a rule are
not told of it.

Bad:
    ---
    title: Spring
    ---

    # The snow

    It has gone.

    # The roses

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

from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable

ID = "h1-several"
SEVERITY = Severity.INFO
FIXABLE = Fixable.NO
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    headings = [block for block in post.body.heading_blocks if block.level == 1]
    for block in headings[1:]:
        yield post.report(
            ID,
            SEVERITY,
            block.span,
            "Heading of the first level is not the only one: {heading}",
            related=(Related(headings[0].span, post.say("Here is the first")),),
            heading=post.body.visible(block),
        )
