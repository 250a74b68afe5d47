"""A web address stands bare in a sentence.

CommonMark does not make a link of it, and generators that do may take the
words or the mark after it for a part of the address. An address that is alone
in its paragraph is left alone: many sites put a card in its place.

Bad:
    ---
    title: Spring
    ---

    The roses are from https://nursery.example/ in the valley.
Good:
    ---
    title: Spring
    ---

    The roses are from <https://nursery.example/> in the valley.
"""

from collections.abc import Iterator

from editor_app.core.body.block import BlockKind
from editor_app.core.body.inline import Link
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.edits import Edit

ID = "bare-url"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = False


def check(post: Post) -> Iterator[Diagnostic]:
    alone = {
        line
        for block in post.body.blocks
        if block.kind is BlockKind.PARAGRAPH
        for line in block.lines
    }
    covered = 0  # up to where the links stand that were met, which may hold addresses
    for link in post.body.links:
        is_bare = link.span == link.text == link.target_span and link.span.start >= covered
        covered = max(covered, link.span.end)
        if is_bare and link.span not in alone:
            url = link.target
            message = "Web address is not marked as a link: {url}"
            yield post.report(ID, SEVERITY, link.span, message, fixes=_fixes(post, link), url=url)


def _fixes(post: Post, link: Link) -> tuple[Fix, ...]:
    """Ask: a page with components (MDX) can't hold an address in such brackets."""
    if not link.target.startswith("http"):
        return ()
    edit = Edit(link.span, f"<{link.target}>")
    return (post.fix("Mark it as a link", (edit,)),)
