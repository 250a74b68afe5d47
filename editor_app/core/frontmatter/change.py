"""Changes: the edits of one step, and several steps as edits of the first text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.text.edits import Edit, ordered
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Change:
    """The edits of one step, and the comments that go with what it takes away."""

    edits: tuple[Edit, ...]
    lost: tuple[str, ...] = ()


def composed(length: int, first: Sequence[Edit], second: Sequence[Edit]) -> tuple[Edit, ...]:
    """Edits that do what `first` and then `second` do; all count in the first text.

    `length` is that of the first text. What neither touches stays untouched.
    """
    pieces = _pieces(length, first)
    result: list[str | Span] = []
    at = 0
    for edit in ordered(second):
        result += _cut(pieces, at, edit.span.start)
        result.append(edit.text)
        at = edit.span.end
    result += _cut(pieces, at, sum(len(piece) for piece in pieces))
    return tuple(_edits(length, result))


def _pieces(length: int, edits: Sequence[Edit]) -> list[str | Span]:
    """The text after edits: stretches of the text before, and what was added."""
    pieces: list[str | Span] = []
    at = 0
    for edit in ordered(edits):
        pieces += (Span(at, edit.span.start), edit.text)
        at = edit.span.end
    pieces.append(Span(at, length))
    return pieces


def _cut(pieces: list[str | Span], start: int, end: int) -> Iterator[str | Span]:
    at = 0
    for piece in pieces:
        low, high = max(start - at, 0), min(end - at, len(piece))
        if low < high:
            if isinstance(piece, str):
                yield piece[low:high]
            else:
                yield Span(piece.start + low, piece.start + high)
        at += len(piece)


def _edits(length: int, pieces: list[str | Span]) -> Iterator[Edit]:
    at = 0
    added: list[str] = []
    for piece in [*pieces, Span(length, length)]:
        if isinstance(piece, str):
            added.append(piece)
            continue
        text = "".join(added)
        if text or piece.start > at:
            yield Edit(Span(at, piece.start), text)
        added.clear()
        at = piece.end
