"""A code fence is never closed.

All that follows is shown as code.

Bad:
    ---
    title: Spring
    ---

    Make a meadow:

    ```
    make meadow

    The snow has gone.
Good:
    ---
    title: Spring
    ---

    Make a meadow:

    ```
    make meadow
    ```

    The snow has gone.
"""

from collections.abc import Iterator

from editor_app.core.body.code_fences import CodeFence, unclosed_fence, wrapping_fence
from editor_app.core.body.removal import without_lines
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "fence-unclosed"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_JSX = (".mdx", ".astro")


def check(post: Post) -> Iterator[Diagnostic]:
    if post.path is not None and post.path.suffix in _JSX:
        return  # the parts of a page may hold fences that only its own parser sees
    fence = unclosed_fence(post.body)
    if fence is None or wrapping_fence(post.body) is not None:
        return
    yield post.report(
        ID,
        SEVERITY,
        fence.opening,
        "The code fence {fence} is never closed",
        fixes=(_fix(post, fence),),
        fence=fence.opening.of(post.text),
    )


def _fix(post: Post, fence: CodeFence) -> Fix:
    if fence.is_empty:
        edit = Edit(without_lines(post.text, fence.opening), "")
        return post.fix("Remove the code fence", (edit,))
    if fence.glued is not None:
        edit = Edit(Span(fence.glued, fence.glued), "\n" + fence.indent)
        return post.fix("Give the closing fence its own line", (edit,))
    if fence.shorter is not None:
        return post.fix("Make the closing fence as long", (Edit(fence.shorter, fence.mark),))
    if fence.shifted is not None:
        moved = Edit(fence.shifted, fence.indent + fence.shifted.of(post.text).lstrip())
        return post.fix("Move the closing fence to where the block is closed", (moved,))
    end = Span(fence.block.span.end, fence.block.span.end)
    edit = Edit(end, "\n" + fence.indent + fence.mark)
    return post.fix("Close the code fence at the end", (edit,))
