"""The layout of a plain text document, which repaints no more than what changed."""

from __future__ import annotations

from PySide6.QtWidgets import QPlainTextDocumentLayout


class LineLayout(QPlainTextDocumentLayout):
    """Tells a change in one line from a change in many.

    Qt adds what was removed to what was added to find the last changed line. A
    line that gets new colours counts twice then, its neighbours change with it,
    and everything that is seen is painted again for one key.
    """

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        """What was removed is gone: only what stands there now can look different."""
        del removed
        super().documentChanged(start, 0, max(added, 1))
