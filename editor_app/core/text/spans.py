"""Spans: half-open stretches of a text, counted in code points."""

from __future__ import annotations

from editor_app.core.text.value import ordered_value


@ordered_value
class Span:
    """From `start` up to, not including, `end`.

    Both are code points of the normalised text, in which every line break is
    one `\\n`. Qt's UTF-16 units and the bytes of a file are other types.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is always true, also where it is empty (a place between two characters)."""
        return True

    @property
    def is_empty(self) -> bool:
        return self.start == self.end

    def contains(self, offset: int) -> bool:
        return self.start <= offset < self.end

    def encloses(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character, or one is a place inside the other."""
        if self.is_empty or other.is_empty:
            return self.start < other.end and other.start < self.end
        return max(self.start, other.start) < min(self.end, other.end)

    def shifted(self, delta: int) -> Span:
        return Span(self.start + delta, self.end + delta)

    def of(self, text: str) -> str:
        return text[self.start : self.end]
