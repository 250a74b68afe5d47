"""The body of a post as HTML, kept up to date chunk by chunk."""

from __future__ import annotations

import time

from editor_app.core.render.chunk_list import ChunkList, Exchange
from editor_app.core.render.chunks import NONE, Chunk
from editor_app.core.render.engine import Environment, blocks, html
from editor_app.core.render.footnotes import numbered
from editor_app.core.render.labels import Labels
from editor_app.core.render.lookups import LinkLookup, NoteLookup
from editor_app.core.render.patches import Block, Splice
from editor_app.core.render.sanitiser import sanitised


class BodyPage:
    """What is shown of a body: one block for each chunk, and a last one with the footnotes.

    `edit` changes the text, `render` brings the page up to date and says what
    changed. What an edit costs depends on the chunks that it touches.
    """

    def __init__(self, text: str) -> None:
        self._list = ChunkList(text)
        self._labels = Labels(self._list.chunks)
        self._raw: dict[Chunk, None] = dict.fromkeys(self._list.chunks)
        self._stale: dict[Chunk, None] = {}
        self._noted: set[Chunk] = set()
        self._notes_changed = False
        self._footnotes = ""
        self._splices: list[Splice] = []

    @property
    def text(self) -> str:
        """The whole body; costs its length."""
        return "".join(chunk.text for chunk in self._list.chunks)

    def head(self, length: int) -> str:
        """The first characters of the body."""
        parts: list[str] = []
        for chunk in self._list.chunks:
            if length <= 0:
                break
            parts.append(chunk.text[:length])
            length -= len(chunk.text)
        return "".join(parts)

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks as they were last rendered."""
        shown = (Block(chunk.shown, chunk.lines) for chunk in self._list.chunks)
        return (*shown, Block(self._footnotes, 0))

    @property
    def is_complete(self) -> bool:
        return not self._stale and not self._raw

    def edit(self, start: int, end: int, text: str) -> None:
        """Replace the text between two offsets of the body."""
        self._follow(self._list.replace(start, end, text))

    def _follow(self, exchange: Exchange) -> None:
        for chunk in exchange.removed:
            self._raw.pop(chunk, None)
            self._stale.pop(chunk, None)
            if chunk in self._noted:
                self._noted.remove(chunk)
                self._notes_changed = True
        for chunk in exchange.added:
            (self._raw if chunk.is_raw else self._stale)[chunk] = None
        self._stale |= dict.fromkeys(self._labels.exchange(exchange))
        new = tuple(Block("", chunk.lines) for chunk in exchange.added)
        self._splices.append(Splice(exchange.index, len(exchange.removed), new))

    def render(self, budget_s: float) -> tuple[Splice, ...]:
        """Bring the page up to date, as far as the time allows, and give what changed."""
        end = time.monotonic() + budget_s
        while not self.is_complete:
            if not self._stale:
                self._follow(self._list.cut(next(iter(self._raw))))
                continue  # cutting alone shows nothing, however slow the machine
            self._render(next(iter(self._stale)))
            if time.monotonic() >= end:
                break
        if self._notes_changed:
            self._number_notes()
        splices = tuple(self._splices)
        self._splices.clear()
        return splices

    def _render(self, chunk: Chunk) -> None:
        del self._stale[chunk]
        self._labels.forget_use(chunk)
        environment: Environment = {}
        tokens, chunk.tokens = chunk.tokens or blocks(chunk.text, {}), None
        links, notes = LinkLookup(self._labels.link), NoteLookup(self._labels.has_note)
        environment["references"] = links
        environment["footnotes"] = {"refs": notes, "list": {}}
        rendered, note_html = html(tokens, environment)
        chunk.html = sanitised(rendered)
        chunk.note_html = {label: sanitised(note) for label, note in note_html.items()} or NONE
        chunk.used_links, chunk.used_notes = links.used or NONE, notes.used or NONE
        self._labels.use(chunk)
        if chunk.notes or any(notes.used.values()):
            self._noted.add(chunk)
            self._notes_changed = True
        else:
            if chunk in self._noted:
                self._noted.remove(chunk)
                self._notes_changed = True
            self._show(self._list.index(chunk), chunk, chunk.html)

    def _number_notes(self) -> None:
        self._notes_changed = False
        noted = [
            (index, chunk) for index, chunk in enumerate(self._list.chunks) if chunk in self._noted
        ]
        shown, footnotes = numbered((chunk.html for _, chunk in noted), self._labels.note)
        for (index, chunk), stretch in zip(noted, shown, strict=True):
            self._show(index, chunk, stretch)
        if footnotes != self._footnotes:
            self._footnotes = footnotes
            self._replace(len(self._list.chunks), Block(footnotes, 0))

    def _show(self, index: int, chunk: Chunk, shown: str) -> None:
        if shown != chunk.shown:
            chunk.shown = shown
            self._replace(index, Block(shown, chunk.lines))

    def _replace(self, index: int, block: Block) -> None:
        """Change one block, in the last splice where that has just brought it.

        So the page gets an edited block once, and can carry its images over.
        """
        last = self._splices[-1] if self._splices else None
        if last is None or not last.start <= index < last.start + len(last.blocks):
            self._splices.append(Splice(index, 1, (block,)))
            return
        at = index - last.start
        changed = (*last.blocks[:at], block, *last.blocks[at + 1 :])
        self._splices[-1] = Splice(last.start, last.removed, changed)
