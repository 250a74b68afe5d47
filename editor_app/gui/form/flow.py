"""Small widgets in rows that break like words."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_GAP = 6


class Flow(QWidget):
    """Places its widgets in the order in which they were added, as high as it needs to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.widgets: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget) -> None:
        widget.setParent(self)
        self.widgets.append(widget)
        widget.show()
        self._lay_out()

    def remove(self, widget: QWidget) -> None:
        self.widgets.remove(widget)
        widget.hide()
        widget.deleteLater()
        self._lay_out()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        x = y = row = 0
        for widget in self.widgets:
            size = widget.sizeHint()
            if x and x + size.width() > self.width():
                x, y, row = 0, y + row + _GAP, 0
            widget.setGeometry(x, y, min(size.width(), max(self.width(), 40)), size.height())
            x += size.width() + _GAP
            row = max(row, size.height())
        if y + row != self.height() or self.minimumHeight() != y + row:
            self.setFixedHeight(y + row)
