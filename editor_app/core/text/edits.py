"""Edits: the only way in which a text changes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import AnyStr

from editor_app.core.text.spans import Span

_STRETCH = 64 * 1024


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace the text in `span` by `text` (line breaks in it are `\\n`)."""

    span: Span
    text: str

    @property
    def delta(self) -> int:
        """By how many code points what follows moves."""
        return len(self.text) - len(self.span)


class OverlappingEdits(ValueError):
    """Two edits of one set touch the same characters."""


def ordered(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Sort edits by place; insertions at one place keep their order.

    Raises OverlappingEdits where two of them touch the same characters.
    """
    result = tuple(sorted(edits, key=lambda edit: (edit.span.start, edit.span.end)))
    for before, after in itertools.pairwise(result):
        if before.span.end > after.span.start:
            raise OverlappingEdits(f"{before.span} and {after.span}")
    return result


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with all edits made; their spans count in `text` as it is now."""
    parts: list[str] = []
    at = 0
    for edit in ordered(edits):
        parts += (text[at : edit.span.start], edit.text)
        at = edit.span.end
    parts.append(text[at:])
    return "".join(parts)


def inverse(text: str, edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that lead from `apply(text, edits)` back to `text`."""
    result: list[Edit] = []
    shift = 0
    for edit in ordered(edits):
        start = edit.span.start + shift
        result.append(Edit(Span(start, start + len(edit.text)), edit.span.of(text)))
        shift += edit.delta
    return tuple(result)


def moved(offset: int, edits: Sequence[Edit], *, sticks_right: bool = False) -> int:
    """Where `offset` stands after the edits (which must be `ordered`).

    An offset inside replaced text goes to the start of what replaces it, or to
    its end with `sticks_right`; at an insertion it stays left of it, or goes
    right of all insertions there with `sticks_right`.
    """
    shift = 0
    for edit in edits:
        start, end = edit.span.start, edit.span.end
        passed = end < offset or (end == offset and (start < end or sticks_right))
        if passed:
            shift += edit.delta
        elif start < offset or (start == offset and sticks_right):
            return start + shift + (len(edit.text) if sticks_right else 0)
        else:
            break
    return offset + shift


def difference(before: str, after: str) -> tuple[Edit, ...]:
    """The one smallest edit from `before` to `after`; empty where they are equal.

    Common start and end are kept, so the edit is minimal as one span.
    """
    if before == after:
        return ()
    start, tail = common_ends(before, after)
    return (Edit(Span(start, len(before) - tail), after[start : len(after) - tail]),)


def first_difference(one: AnyStr, two: AnyStr) -> int:
    """Where two texts begin to differ; the shorter one's length where it begins the other."""
    return _most(min(len(one), len(two)), lambda low, high: one[low:high] == two[low:high])


def common_ends(one: AnyStr, two: AnyStr) -> tuple[int, int]:
    """How much two texts share at their start, and of the rest at their end."""
    start = first_difference(one, two)
    tail = _most(
        min(len(one), len(two)) - start,
        lambda low, high: (
            one[len(one) - high : len(one) - low] == two[len(two) - high : len(two) - low]
        ),
    )
    return start, tail


def _most(limit: int, is_equal: Callable[[int, int], bool]) -> int:
    """How many of `limit` are equal; slices are compared in C: a megabyte takes no time.

    It is looked at a stretch at a time, so that it takes no room either.
    """
    low, high = 0, min(_STRETCH, limit)
    while low < limit and is_equal(low, high):
        low, high = high, min(high + _STRETCH, limit)
    while low < high:
        middle = (low + high + 1) // 2
        if is_equal(low, middle):
            low = middle
        else:
            high = middle - 1
    return low
