"""Lines and columns of a normalised text."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """Line and column, both from 1, the column in code points."""

    line: int
    column: int


class LineIndex:
    """Finds the line of an offset and the other way round.

    The text is normalised: only `\\n` ends a line. U+2028, U+0085, form feed
    and the other characters at which `str.splitlines` breaks are ordinary.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._length = len(text)

    @cached_property
    def _starts(self) -> list[int]:
        """Looked for when they are first asked for: most posts have nothing to tell."""
        starts = [0]
        find = self._text.find
        at = find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = find("\n", at + 1)
        return starts

    @property
    def count(self) -> int:
        """Number of lines; a final newline begins one more, empty line."""
        return len(self._starts)

    def line_of(self, offset: int) -> int:
        """Line number, from 0, of the line that holds `offset`."""
        if not 0 <= offset <= self._length:
            raise IndexError(f"offset {offset} is outside 0..{self._length}")
        return bisect_right(self._starts, offset) - 1

    def start_of(self, line: int) -> int:
        """Offset of the first character of a line, from 0."""
        return self._starts[line]

    def end_of(self, line: int) -> int:
        """Offset of the end of a line, from 0, before its break."""
        following = line + 1
        if following == len(self._starts):
            return self._length
        return self._starts[following] - 1

    def span_of(self, line: int, *, with_break: bool = False) -> Span:
        """Span of a line, from 0, without its break unless asked for."""
        start = self._starts[line]
        if line + 1 == len(self._starts):
            return Span(start, self._length)
        end = self._starts[line + 1]
        return Span(start, end if with_break else end - 1)

    def position(self, offset: int) -> Position:
        line = self.line_of(offset)
        return Position(line + 1, offset - self._starts[line] + 1)

    def offset(self, position: Position) -> int:
        """Offset of a position; a line or column that is too large goes to the end."""
        line = min(max(position.line, 1), self.count) - 1
        span = self.span_of(line)
        return min(span.start + max(position.column, 1) - 1, span.end)
