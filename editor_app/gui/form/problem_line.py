"""One problem: what is wrong, and the fix that mends it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from editor_app.core.diagnostics import Fix, Severity
from editor_app.gui.pane_header import set_property

_GAP = 8
_RETURN = " ⏎"


class ProblemLine(QWidget):
    """A message at the left, a fix at the right, or under it where both don't fit.

    `chosen` carries the fix.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fix: Fix | None = None
        self._mark = ""
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.message = QLabel()
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self.message.setWordWrap(True)
        self.message.setProperty("part", "problem")
        self.message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.button = QPushButton()
        self.button.setProperty("kind", "link")
        self.button.setProperty("part", "fix")
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.clicked.connect(self._choose)
        self._row.addWidget(self.message, 1, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def show_line(self, text: str, severity: Severity, fix: Fix | None, takes_return: bool) -> None:
        """Say what is wrong; the sign at the fix says that Return does it."""
        self.fix = fix
        self._mark = _RETURN if takes_return else ""
        self.message.setText(text)
        set_property(self.message, "severity", severity.word)
        self.button.setVisible(fix is not None)
        if fix is not None:
            self.button.setAccessibleName(fix.title)
            self._fit(self.width())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit(event.size().width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit(self.width())

    def _fit(self, width: int) -> None:
        """Side by side while the fix leaves the message room, else one under the other."""
        if self.fix is None:
            return
        metrics = self.button.fontMetrics()
        frame = self.button.sizeHint().width() - metrics.horizontalAdvance(self.button.text())
        wanted = metrics.horizontalAdvance(self.fix.title + self._mark) + frame
        said = self.message.fontMetrics().horizontalAdvance(self.message.text())
        is_beside = wanted <= width // 2 or said + _GAP + wanted <= width
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(beside if is_beside else under)
        self._row.setSpacing(_GAP if is_beside else 0)
        room = max(width - frame - metrics.horizontalAdvance(self._mark), 40)
        title = metrics.elidedText(self.fix.title, Qt.TextElideMode.ElideRight, room)
        self.button.setToolTip("" if title == self.fix.title else self.fix.title)
        if title + self._mark != self.button.text():
            self.button.setText(title + self._mark)

    def _choose(self) -> None:
        if self.fix is not None:
            self.chosen.emit(self.fix)
