"""Spans that stay on their text while it is edited."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


class MovingSpans:
    """Spans in order of their starts, which follow edits as `edits.moved` says.

    What is typed right before or behind a span does not belong to it. An edit
    costs a pass over two lists of numbers, so thousands of spans are cheap.
    """

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        in_order = list(spans)
        self._starts = [span.start for span in in_order]
        self._ends = [span.end for span in in_order]
        self._longest = max((len(span) for span in in_order), default=0)

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, index: int) -> Span:
        start = self._starts[index]
        return Span(start, max(start, self._ends[index]))

    def follow(self, edits: Sequence[Edit]) -> None:
        """Take in ordered edits of the text as it was."""
        for edit in reversed(edits):
            self._follow(edit)

    def touching(self, span: Span) -> Iterator[int]:
        """Indices of the spans that share a character with `span` or border on it."""
        index = bisect_left(self._starts, span.start - self._longest)
        while index < len(self._starts) and self._starts[index] <= span.end:
            if self._ends[index] >= span.start:
                yield index
            index += 1

    def first_from(self, offset: int) -> int:
        """Index of the first span that starts at `offset` or later; the count if none does."""
        return bisect_left(self._starts, offset)

    def _follow(self, edit: Edit) -> None:
        start, end, delta = edit.span.start, edit.span.end, edit.delta
        behind = start + len(edit.text)
        from_here = bisect_left(self._starts, start)
        self._starts[from_here:] = [
            at + delta if at > end or (at == end and end > start) else behind
            for at in self._starts[from_here:]
        ]
        self._ends = [
            (at + delta if at > end or (at == end and end > start) else min(at, start))
            for at in self._ends
        ]
        self._longest += max(delta, 0)
