"""Where the lines and spans of a post stand in the editor's viewport, in pixels."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock

from editor_app.core.text.spans import Span
from editor_app.gui.document_display import units_in


class Row(NamedTuple):
    """One block that is seen: where it stands, its text as Qt has it, its place in the post.

    The conversions here look at the row alone, so they cost no more in a long post.
    """

    block: QTextBlock
    area: QRectF
    text: str
    span: Span

    def units(self, offset: int) -> int:
        """UTF-16 units from the row's start to an offset of the post, cut to the row."""
        place = min(max(offset - self.span.start, 0), len(self.text))
        return place if self.text.isascii() else units_in(self.text[:place])

    def holds(self, span: Span) -> bool:
        """Whether some of the span is to be seen here: a character, or the place itself."""
        if span.is_empty:
            return self.span.start <= span.start <= self.span.end
        return span.start <= self.span.end and span.end > self.span.start


def stretches(row: Row, span: Span) -> Iterator[tuple[QRectF, float]]:
    """The rectangles that a span covers in a row, each with its baseline.

    An empty span, or a line break alone, is as wide as half a character.
    """
    if not row.holds(span):
        return
    layout = row.block.layout()
    start, end = row.units(span.start), row.units(span.end)
    preedit = units_in(layout.preeditAreaText())
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
