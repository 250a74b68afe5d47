"""Where lines and stretches of text stand in the editor's viewport, in pixels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock


class Row(NamedTuple):
    """One block that is seen: where it stands, and its place in the Qt document."""

    block: QTextBlock
    area: QRectF

    @property
    def start_units(self) -> int:
        return self.block.position()

    @property
    def end_units(self) -> int:
        """Before the line's break."""
        return self.block.position() + self.block.length() - 1


def stretches(row: Row, start_units: int, end_units: int) -> Iterator[tuple[QRectF, float]]:
    """The rectangles that a stretch of the document covers in a row, each with its baseline.

    An empty stretch, or a line break alone, is as wide as half a character.
    """
    layout = row.block.layout()
    start = max(start_units - row.start_units, 0)
    end = min(end_units - row.start_units, row.block.length() - 1)
    preedit = len(layout.preeditAreaText())
    if preedit and end > layout.preeditAreaPosition():
        end += preedit
        start += preedit if start > layout.preeditAreaPosition() else 0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = line.textStart(), line.textStart() + line.textLength()
        is_last = number == layout.lineCount() - 1
        if last < start or first > end or (last == start and not is_last):
            continue
        left = _x(line.cursorToX(max(start, first)))
        right = _x(line.cursorToX(min(end, last)))
        if right == left:
            if start < end and not (start == last and is_last):
                continue
            right = left + line.height() / 3
        top = QPointF(row.area.left() + left, row.area.top() + line.y())
        yield (
            QRectF(top, QPointF(row.area.left() + right, top.y() + line.height())),
            (top.y() + line.ascent()),
        )


def _x(answer: object) -> float:
    """Qt gives the place alone, or with the character that it belongs to."""
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
