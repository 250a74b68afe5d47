"""The blocks of a body and where each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from editor_app.core.body import simple
from editor_app.core.body.asides import body_may_hold_asides, is_aside
from editor_app.core.body.block import Block, BlockKind
from editor_app.core.body.liquid import LiquidRegion, is_liquid_only, regions
from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints

if TYPE_CHECKING:
    from editor_app.core.body.parsed import Parsed

_MAY_BE_GENERATED = Hints("{", groups={"^": ("[^",)})
_FOOTNOTE = expression(r"\[\^[^\]\s]+\]:")
_WITH_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def read_blocks(text: str, start: int) -> tuple[tuple[Block, ...], Mapping[str, str]]:
    """The blocks of `text` from `start` on, and the targets of its link references.

    Blocks come in the order in which they begin, a container before what it
    holds. The structure is CommonMark's with tables. Comments to Galley are left out,
    so that what one allows is found as without it.
    """
    body = text[start:].replace("\0", "\ufffd")  # as the parser does, one for one
    blocks: list[Block] = []
    parsed: Parsed | None = None
    at = simple.after_blanks(body, 0)
    while at < len(body):
        after = simple.take(body, at, start, blocks)
        if not after:
            parsed = parsed or _parsed(body, start)
            after = simple.after_blanks(body, parsed.take(at, blocks))
        at = after
    targets: Mapping[str, str] = {}
    if parsed is not None and (definitions := parsed.definitions()):
        blocks += definitions
        blocks.sort(key=lambda block: (block.span.start, -block.span.end))
        targets = parsed.targets()
    if body_may_hold_asides(body):
        blocks = [block for block in blocks if not is_aside(text, block.span)]
    return tuple(_as_generated(blocks, regions(text, start), text)), targets


def _parsed(body: str, start: int) -> Parsed:
    """The parser is loaded when the first block needs it: many posts have none."""
    from editor_app.core.body.parsed import Parsed  # noqa: PLC0415

    return Parsed(body, start)


def _as_generated(
    blocks: list[Block], liquid: tuple[LiquidRegion, ...], text: str
) -> Iterable[Block]:
    """What Liquid, shortcodes and footnotes make of the blocks."""
    if liquid:
        return _within(blocks, liquid, text)
    if _MAY_BE_GENERATED.are_in(text):
        return (_seen_by_generator(block, None, text) for block in blocks)
    return blocks


def _within(blocks: list[Block], liquid: tuple[LiquidRegion, ...], text: str) -> Iterator[Block]:
    """Mark what Liquid, shortcodes and footnotes make of the blocks."""
    at = 0
    for block in blocks:
        while at < len(liquid) and liquid[at].span.end <= block.span.start:
            at += 1
        region = (
            liquid[at] if at < len(liquid) and liquid[at].span.start <= block.span.start else None
        )
        yield _seen_by_generator(block, region, text)


def _seen_by_generator(block: Block, region: LiquidRegion | None, text: str) -> Block:
    inside = (*block.inside, BlockKind.LIQUID) if region is not None else block.inside
    kind = block.kind
    if region is not None and region.is_verbatim and kind in _WITH_TEXT:
        kind = BlockKind.LIQUID
    elif kind is BlockKind.PARAGRAPH:
        if block.lines and all(is_liquid_only(line.of(text)) for line in block.lines):
            kind = BlockKind.LIQUID
        elif _FOOTNOTE.match(text, block.span.start):
            kind = BlockKind.REFERENCE
    if kind is block.kind and inside is block.inside:
        return block
    return replace(block, kind=kind, inside=inside)
