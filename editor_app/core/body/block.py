"""A block: a paragraph, a heading, a list, and where it stands."""

from __future__ import annotations

from enum import StrEnum

from editor_app.core.text.spans import Span
from editor_app.core.text.value import value


class BlockKind(StrEnum):
    """What a block is. `LIQUID` is lines of Liquid, shortcodes or kramdown attributes."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    ITEM = "item"
    QUOTE = "quote"
    FENCE = "fence"
    CODE = "code"
    HTML = "html"
    COMMENT = "comment"
    TABLE = "table"
    RULE = "rule"
    REFERENCE = "reference"
    LIQUID = "liquid"


CONTAINERS = frozenset({BlockKind.LIST, BlockKind.ITEM, BlockKind.QUOTE})


@value
class Block:
    """One block; `span` goes from its first character to its last, without the break.

    `lines` are the stretches of text in it, one for each source line, without
    quote marks, indentation and heading marks; containers have none. `inside`
    names what it stands in, the outermost first; it holds `LIQUID` where the
    block is between a Liquid tag or shortcode and the tag that closes it.
    `level` is the level of a heading, `info` the info string of a fence.
    """

    kind: BlockKind
    span: Span
    lines: tuple[Span, ...] = ()
    inside: tuple[BlockKind, ...] = ()
    level: int = 0
    info: str = ""

    @property
    def is_prose(self) -> bool:
        """A paragraph of the post itself: in no list, quote, or pair of tags."""
        return self.kind is BlockKind.PARAGRAPH and not self.inside
