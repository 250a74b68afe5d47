"""What goes between the renderer and the page: blocks, and changes of them."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.text.pickled import packed, unpacked


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the page, sanitised, and how many lines of the text it stands for.

    The first block is what a layout shows of the front matter, the last one
    the footnotes (which count no lines). The lines of all blocks together are
    those of the text, so a block's first line is the sum of those before it.
    Inside, `data-line` counts from the block's first line.
    """

    html: str
    lines: int

    def __reduce__(self) -> tuple[object, ...]:
        return _block, (packed(self.html), self.lines)


@dataclass(frozen=True, slots=True)
class Splice:
    """Put blocks in the place of `removed` blocks from `start` on."""

    start: int
    removed: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Patch:
    """What leads from the last page to that of `version`.

    The splices are made one after the other. With `from_nothing` all blocks
    that the page had go first. Until `is_complete` there is more to come for
    the same version.
    """

    version: int
    splices: tuple[Splice, ...]
    language: str
    """For the page's `lang`: it decides which glyphs Han characters get."""
    from_nothing: bool = False
    is_complete: bool = True


def patched(blocks: list[Block], patch: Patch) -> list[Block]:
    """The blocks after a patch."""
    result = [] if patch.from_nothing else list(blocks)
    for splice in patch.splices:
        result[splice.start : splice.start + splice.removed] = splice.blocks
    return result


def _block(html: bytes, lines: int) -> Block:
    return Block(unpacked(html), lines)
