"""Render a post's text to a page in one go."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.render.incremental import IncrementalPage
from editor_app.core.render.patches import Block
from editor_app.core.text.expressions import expression

_LINE = expression(r'(?<= data-line=")(\d+)(?=")')
_FOREIGN_IMAGE = expression(r'<span class="foreign-image" title="([^"]*)">')


@dataclass(frozen=True, slots=True)
class Page:
    """What the preview shows of a text: sanitised HTML in blocks that know their lines.

    In `html` each `data-line` counts from 0 in the whole text, in a block's
    own from the block's first line.
    """

    html: str
    blocks: tuple[Block, ...]
    language: str
    warnings: tuple[str, ...] = ()
    """What a reader of the page would miss, in plain words."""


def render(text: str) -> Page:
    """Render a normalised text; the same as an `IncrementalPage` has after any edits."""
    page = IncrementalPage(text)
    page.render()
    html = _with_lines_of_the_text(page.blocks)
    warnings = [
        f"An image from elsewhere is not loaded: {address}"
        for address in dict.fromkeys(_FOREIGN_IMAGE.findall(html))
    ]
    unreadable = page.front_matter.unreadable
    if unreadable is not None:
        warnings.insert(0, f"The front matter can't be read: {unreadable.message}")
    return Page(html, page.blocks, page.language, tuple(warnings))


def _with_lines_of_the_text(blocks: tuple[Block, ...]) -> str:
    parts: list[str] = []
    first = 0
    for block in blocks:
        pieces = _LINE.split(block.html)  # every second one is a number
        pieces[1::2] = [str(int(number) + first) for number in pieces[1::2]]
        parts.append("".join(pieces))
        first += block.lines
    return "".join(parts)
