"""Whether a text differs from what was saved, at a price that does not grow with it."""

from __future__ import annotations

from collections.abc import Sequence

from editor_app.core.text.edits import Edit
from editor_app.core.text.piece_table import PieceTable, Unencodable
from editor_app.core.text.spans import Span


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
