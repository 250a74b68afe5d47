"""The line at the form's foot that says whether the post will be published, and why."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.site.facts import PostFacts
from editor_app.gui.form.look import EDGE
from editor_app.gui.form.publish_words import SIGNS, Row, State, line, rows, state_of
from editor_app.gui.pane_header import set_property

_TALLEST_PAGE = 260
_LABEL_WIDTH = 84
_OPEN, _CLOSED = "▾", "▸"


class PublishLine(QFrame):
    """One line; pressed, it opens the page with reasons, times, address and file name.

    `place_asked` carries the place in the post that a row is about.
    """

    place_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("publishBar")
        self._line = ""
        self._state = State.UNKNOWN
        self.button = QPushButton()
        self.button.setObjectName("publishLine")
        self.button.setCheckable(True)
        self.button.setCursor(Qt.CursorShape.PointingHandCursor)
        self.button.toggled.connect(self._toggle)
        self.button.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.page = _Page()
        self.page.place_asked.connect(self.place_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.page)
        column.addWidget(self.button)
        self.page.hide()
        self.hide()

    def show_facts(self, facts: PostFacts | None, translate: Callable[[str], str]) -> None:
        """Say what is known now; nothing is shown while nothing is."""
        self.setVisible(facts is not None)
        if facts is None:
            return
        self._line, self._state = line(facts, translate), state_of(facts)
        set_property(self.button, "state", self._state.value)
        self.button.setAccessibleName(self._line)
        self._fit()
        self.page.show_rows(rows(facts, translate))

    def _toggle(self, is_open: bool) -> None:
        self.page.setVisible(is_open)
        self._fit()

    def _fit(self) -> None:
        """Cut what does not fit; the whole line is the tool tip."""
        mark = _OPEN if self.button.isChecked() else _CLOSED
        whole = f"{SIGNS[self._state]}  {self._line}"
        room = max(self.width() - 2 * EDGE - 20, 40)
        cut = self.button.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.button.setText(f"{cut}  {mark}")
        self.button.setToolTip("" if cut == whole else self._line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.button.isChecked():
            self.button.setChecked(False)
            self.button.setFocus()
        else:
            super().keyPressEvent(event)


class _Page(QScrollArea):
    """The rows, as tall as they need up to a bound."""

    place_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("publishPage")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._rows: tuple[Row, ...] | None = None

    def show_rows(self, shown: tuple[Row, ...]) -> None:
        if shown == self._rows:
            return
        self._rows = shown
        ground = QWidget()
        ground.setObjectName("publishRows")
        grid = QGridLayout(ground)
        grid.setContentsMargins(EDGE, 10, EDGE, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(5)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for at, row in enumerate(shown):
            grid.addWidget(_label(row.label, "dim"), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(_label(row.text, ""), at, 1)
            if row.offset is not None:
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(self._arrow(row, row.offset), at, 2, top)
        self.setWidget(ground)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        ground = self.widget()
        if ground is None:
            return QSize(0, 0)
        width = max(self.viewport().width(), 200)
        layout = ground.layout()
        tall = layout.totalHeightForWidth(width) if layout is not None else 0
        return QSize(width, min(max(tall, ground.sizeHint().height()), _TALLEST_PAGE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _arrow(self, row: Row, offset: int) -> QPushButton:
        """Leads to the place in the post that says so."""
        button = QPushButton("→")
        button.setProperty("kind", "link")
        button.setProperty("part", "fix")
        said = self.tr("Go to where this is said: %1").replace("%1", row.text)
        button.setAccessibleName(said)
        button.setToolTip(said)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda: self.place_asked.emit(offset))
        return button


def _label(text: str, role: str) -> QLabel:
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setWordWrap(True)
    result.setProperty("role", role)
    result.setProperty("part", "publish")
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result
