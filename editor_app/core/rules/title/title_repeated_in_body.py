"""The text begins with the title once more.

Most themes print the title above the body, so that the reader sees it twice.

Bad:
    ---
    title: Spring in the garden
    ---

    # Spring in the garden

    The snow has gone.
Good:
    ---
    title: Spring in the garden
    ---

    The snow has gone.
"""

from collections.abc import Iterator

from editor_app.core.body.block import Block
from editor_app.core.body.wording import letters
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

ID = "title-repeated-in-body"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = True


def check(post: Post) -> Iterator[Diagnostic]:
    blocks = post.body.blocks
    title = letters(post.string("title") or "")
    if not title or not blocks or not _may_be_title(blocks[0]):
        return
    if letters(post.body.visible(blocks[0])) != title:
        return
    heading = blocks[0].span
    start = post.lines.start_of(post.lines.line_of(heading.start))
    end = blocks[1].span.start if len(blocks) > 1 else len(post.text)
    end = post.lines.start_of(post.lines.line_of(end)) if len(blocks) > 1 else end
    edits = (Edit(Span(start, end), ""),)
    if blocks[0].level:
        fix = post.fix("Remove the heading", edits)
        message = "The first heading repeats the title"
    else:
        fix = post.fix("Remove the line", edits)
        message = "The first line repeats the title"
    yield post.report(ID, SEVERITY, heading, message, fixes=(fix,))


def _may_be_title(block: Block) -> bool:
    return block.level > 0 or (block.is_prose and len(block.lines) == 1)
