"""Chips in rows that break like words, as high as they need to be."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from editor_app.gui.form.fields.chip import DRAG_FORMAT, HEIGHT, Chip

_GAP = 4
_TOP = 4
_INPUT = 56


class ChipArea(QWidget):
    """Places chips and the input after them; `dropped` carries from and to, `pressed` a click."""

    dropped = Signal(int, int)
    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widgets: list[QWidget] = []
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def place(self, widgets: list[QWidget]) -> None:
        """Lay out these children in this order; the last one takes the rest of its row."""
        self.widgets = widgets
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.pressed.emit()

    # --- dropping a chip

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.source() is self and event.mimeData().hasFormat(DRAG_FORMAT):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        start = int(event.mimeData().data(DRAG_FORMAT).data())
        end = self.index_at(event.position().toPoint())
        end -= end > start
        event.acceptProposedAction()
        if end != start:
            self.dropped.emit(start, end)

    def index_at(self, at: QPoint) -> int:
        """Before which chip a point lies, in reading order."""
        chips = [widget for widget in self.widgets if isinstance(widget, Chip)]
        for index, chip in enumerate(chips):
            box = chip.geometry()
            is_above = at.y() < box.top() - _GAP // 2
            if is_above or (at.y() <= box.bottom() + _GAP // 2 and at.x() < box.center().x()):
                return index
        return len(chips)

    # --- layout

    def _lay_out(self) -> None:
        x, y, width = 0, _TOP, max(self.width(), _INPUT)
        for widget in self.widgets:
            is_input = not isinstance(widget, Chip)
            wanted = min(_INPUT if is_input else widget.sizeHint().width(), width)
            if x and x + wanted > width:
                x, y = 0, y + HEIGHT + _GAP
            if is_input and widget is self.widgets[-1]:
                wanted = width - x
            widget.setGeometry(QRect(x, y, wanted, HEIGHT))
            widget.show()
            x += wanted + _GAP
        height = y + HEIGHT + _TOP
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)
