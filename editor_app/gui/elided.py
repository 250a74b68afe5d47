"""A label that gives way: cut with an ellipsis where there is no room for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget


class ElidedLabel(QLabel):
    """One line; where it is cut the tooltip has all of it, before what it said already.

    It is not cut below `least` pixels, so that what matters gives way last.
    """

    def __init__(
        self,
        text: str = "",
        about: str = "",
        least: int = 24,
        parent: QWidget | None = None,
        *,
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(text, parent)
        self._about = about
        self._least = least
        self._mode = mode
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("elides", True)
        self.setToolTip(about)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), self._least), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        place = self.contentsRect()
        shown = painter.fontMetrics().elidedText(self.text(), self._mode, place.width())
        painter.drawText(place, self.alignment(), shown)
        painter.end()
        is_cut = shown != self.text()
        parts = dict.fromkeys((self.text() if is_cut else "", self._about))
        said = "\n".join(part for part in parts if part)
        if said != self.toolTip():
            self.setToolTip(said)
