"""How a text differs from what stands on disk."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from editor_app.core.text.edits import Edit, difference
from editor_app.core.text.piece_table import PieceTable, Unencodable
from editor_app.core.text.spans import Span

_MOST_LINES = 2000
"""In longer stretches the search for equal lines takes longer than the user waits."""


class SavedState:
    """The saved version, and how much of its start and end no edit has touched since."""

    def __init__(self, saved: PieceTable) -> None:
        self._saved = saved
        self._head = self._tail = saved.length

    def follow(self, edits: Sequence[Edit], length: int) -> None:
        """Take in edits (ordered) that were made to a text of `length` code points."""
        if edits:
            self._head = min(self._head, edits[0].span.start)
            self._tail = min(self._tail, length - edits[-1].span.end)

    def differs(self, table: PieceTable) -> bool:
        """Whether saving `table` would write other bytes than the saved ones.

        Looks at the stretch that edits have touched only; at the bytes only
        where that stretch reads the same again.
        """
        if table is self._saved:
            return False
        if table.length != self._saved.length:
            return True
        start = min(self._head, table.length)
        window = Span(start, max(start, table.length - self._tail))
        if table.slice(window) != self._saved.slice(window):
            return True
        try:
            return table.to_bytes() != self._saved.to_bytes()
        except (Unencodable, PermissionError):
            return True


def line_differences(before: str, after: str) -> tuple[Edit, ...]:
    """Edits from `before` to `after` line by line, so that carets stay between them."""
    whole = difference(before, after)
    if not whole:
        return ()
    edit = whole[0]
    start = before.rfind("\n", 0, edit.span.start) + 1
    old = _lines(before[start : edit.span.end])
    new = _lines(before[start : edit.span.start] + edit.text)
    if max(len(old), len(new)) > _MOST_LINES:
        return whole
    places = _places(old, start)
    edits: list[Edit] = []
    for kind, first, last, new_first, new_last in SequenceMatcher(None, old, new).get_opcodes():
        if kind != "equal":
            replaced = "".join(old[first:last])
            for part in difference(replaced, "".join(new[new_first:new_last])):
                edits.append(Edit(part.span.shifted(places[first]), part.text))
    return tuple(edits)


def _lines(text: str) -> list[str]:
    """With their breaks; only a line feed ends a line."""
    return [line + "\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]]


def _places(lines: list[str], start: int) -> list[int]:
    return list(accumulate(map(len, lines), initial=start))
