"""The whole text is in a block of code.

A language model puts its answer between fences, and the site shows it as
code, with its marks.

Bad:
    ---
    title: Spring
    ---

    ```markdown
    ## In the garden

    The snow has gone, and the first green tips stand where the bulbs were set.

    We have cut back the roses, and carried the pots out of the cellar again.

    ## In the field

    The mice have left more of them than in any winter that we remember.
    ```
Good:
    ---
    title: Spring
    ---

    ## In the garden

    The snow has gone, and the first green tips stand where the bulbs were set.

    We have cut back the roses, and carried the pots out of the cellar again.

    ## In the field

    The mice have left more of them than in any winter that we remember.
"""

from collections.abc import Iterator

from editor_app.core.body.code_fences import wrapping_fence
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "fence-wraps-article"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    block = wrapping_fence(post.body)
    if block is None:
        return
    text = post.text
    start, end = block.span.start, block.span.end
    opening = Span(start, text.index("\n", start) + 1)
    closing = text.rfind("\n", start, end)
    edits = [Edit(opening, "")]
    if text[closing + 1 : end].strip(" `~") == "":
        edits.append(Edit(Span(closing, end), ""))
    yield post.report(
        ID,
        SEVERITY,
        Span(start, opening.end - 1),
        "The whole text is in a block of code: {fence}",
        fixes=(post.fix("Take the text out of the block of code", edits),),
        fence=text[start : opening.end].strip(),
    )
