"""The form's scroll area: what somebody types in stays where it is, whatever comes above it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from editor_app.gui.form.look import EDGE

_ROUNDS = 12
"""So many layouts stand around a line in an object in an object."""


class FormScroll(QScrollArea):
    """Holds the rows on a ground with margins; the scroll bar stands in the margin."""

    def __init__(self, rows: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._ground = QWidget()
        self._ground.setObjectName("formRows")
        self._column = QVBoxLayout(self._ground)
        self._column.setContentsMargins(EDGE, 4, EDGE, EDGE)
        self._column.setSpacing(0)
        self._column.addWidget(rows)
        self._column.addStretch(1)
        self.setObjectName("formScroll")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._ground)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def focus_and_top(self) -> tuple[QWidget | None, int]:
        """The input that has the focus, and how far under the rows' top it stands."""
        focused = QApplication.focusWidget()
        if focused is None or not self._rows.isAncestorOf(focused):
            return None, 0
        return focused, focused.mapTo(self._rows, QPoint(0, 0)).y()

    def keep_top(self, focused: QWidget | None, top: int) -> None:
        """Scroll by what came or went above the input in which somebody types."""
        if focused is None or not self._rows.isAncestorOf(focused):
            return
        self._lay_out()
        shift = focused.mapTo(self._rows, QPoint(0, 0)).y() - top
        if shift:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + shift)

    def bring_into_sight(self, widget: QWidget) -> None:
        self._lay_out()
        self.ensureWidgetVisible(widget, 0, EDGE)

    def _make_room(self, _least: int, most: int) -> None:
        """Let the scroll bar stand in the margin, so that no input changes its width."""
        bar = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
        self._column.setContentsMargins(EDGE, 4, max(EDGE - bar, 2), EDGE)

    def _lay_out(self) -> None:
        """Have what came or went take its place now, not when Qt finds the time.

        Each round brings news one layout up; that the rows are as tall as before does
        not say that all is in its place, and a round without news costs nothing.
        """
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
