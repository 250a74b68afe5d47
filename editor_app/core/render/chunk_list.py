"""The chunks of a body in order, and how they follow an edit of the text."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.render.chunks import (
    Chunk,
    cut,
    divided,
    ends_with_blank_line,
    raw,
    starts_safely,
)

_AT_ONCE = 24_000
"""Characters that are cut in one go: what takes as long as one may wait."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """Chunks that were taken out from an index on, and those put in their place."""

    index: int
    removed: tuple[Chunk, ...]
    added: tuple[Chunk, ...]


class ChunkList:
    """Finds its way from where the last edit was, so an edit costs what it touches."""

    def __init__(self, text: str) -> None:
        self.chunks: list[Chunk] = [raw(text)] if text else []
        self._near = (0, 0)  # index of a chunk and its offset in the body

    def replace(self, start: int, end: int, text: str) -> Exchange:
        """Replace the text between two offsets of the body."""
        if not self.chunks:
            return self._exchange(0, 0, [raw(text)] if text else [], 0)
        first, at = self._find(start)
        last, last_end = first, at + len(self.chunks[first].text)
        while last_end < end:
            last += 1
            last_end += len(self.chunks[last].text)
        before = "".join(chunk.text for chunk in self.chunks[first : last + 1])
        after = before[: start - at] + text + before[end - at :]
        return self._settle(first, last + 1 - first, after, at)

    def cut(self, chunk: Chunk) -> Exchange:
        """Cut a raw chunk, or the beginning of a long one."""
        index = self.index(chunk)
        return self._settle(index, 1, chunk.text, self._near[1])

    def index(self, chunk: Chunk) -> int:
        """Where a chunk stands; sought around the last edit first."""
        near, at = self._near
        low = max(near - 64, 0)
        around = self.chunks[low : near + 64]
        index = low + around.index(chunk) if chunk in around else self.chunks.index(chunk)
        between = self.chunks[min(near, index) : max(near, index)]
        length = sum(len(other.text) for other in between)
        self._near = (index, at + length if index > near else at - length)
        return index

    def _find(self, offset: int) -> tuple[int, int]:
        """Index and offset of the chunk that holds an offset (the last one at the end)."""
        index, at = self._near
        while offset < at:
            index -= 1
            at -= len(self.chunks[index].text)
        while index + 1 < len(self.chunks) and offset >= at + len(self.chunks[index].text):
            at += len(self.chunks[index].text)
            index += 1
        self._near = (index, at)
        return index, at

    def _settle(self, first: int, count: int, text: str, at: int) -> Exchange:
        """Replace chunks by those of a text that begins at an offset of the body.

        It takes in neighbours until it begins at a safe start and ends closed.
        """
        while text and first > 0 and not starts_safely(text):
            first -= 1
            count += 1
            text = self.chunks[first].text + text
            at -= len(self.chunks[first].text)
        text, rest = divided(text, _AT_ONCE)
        wanted = 0
        while True:
            while wanted > 0 and (rest or first + count < len(self.chunks)):
                if not rest:
                    rest = self.chunks[first + count].text
                    count += 1
                taken, rest = divided(rest, wanted)
                text += taken
                wanted -= len(taken)
            is_last = not rest and first + count == len(self.chunks)
            if text and not is_last and not ends_with_blank_line(text):
                wanted = 1
                continue
            pieces, is_open = cut(text) if text else ([], False)
            if is_last or not is_open:
                break
            wanted = len(text)  # twice as much each time: what opens may close far away
        if rest:
            pieces.append(raw(rest))
        return self._exchange(first, count, pieces, at)

    def _exchange(self, first: int, count: int, new: list[Chunk], at: int) -> Exchange:
        removed = tuple(self.chunks[first : first + count])
        self.chunks[first : first + count] = new
        if first < len(self.chunks):
            self._near = (first, at)
        elif self.chunks:
            self._near = (first - 1, at - len(self.chunks[first - 1].text))
        else:
            self._near = (0, 0)
        return Exchange(first, removed, tuple(new))
