"""The bar to find and replace."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from editor_app.gui.editor.search import Query
from editor_app.gui.icons import icon
from editor_app.gui.pane_header import label, set_property
from editor_app.gui.theme import Theme


class FindBar(QFrame):
    """Says what the user wants; the finder does it."""

    query_changed = Signal(object)  # Query
    step_requested = Signal(int)  # 1: the next match, -1: the one before
    replace_requested = Signal()
    replace_all_requested = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAccessibleName(self.tr("Find and replace"))
        self.setAutoFillBackground(True)
        self.find_field = _field(self.tr("Find"), "findField")
        self.replace_field = _field(self.tr("Replace by"), "replaceField")
        self.replace_field.setToolTip(
            self.tr("With a pattern: \\1 is its first group, \\0 the match, \\n a new line")
        )
        self._case = _switch(self.tr("Match case"), "findCase")
        self._words = _switch(self.tr("Whole words"), "findWords")
        self._words.setText("W")
        self._pattern = _switch(self.tr("Regular expression"), "findPattern")
        self._before = _button(self.tr("Previous match (Shift+F3)"), "findPrevious")
        self._next = _button(self.tr("Next match (F3)"), "findNext")
        self._close = _button(self.tr("Close (Esc)"), "findClose")
        self._count = label("", "dim")
        self._count.setMinimumWidth(76)
        self._one = QPushButton(self.tr("Replace"))
        self._all = QPushButton(self.tr("Replace all"))
        self._replace_row: tuple[QWidget, ...] = (self.replace_field, self._one, self._all)
        self._lay_out()
        self._order_tabs()
        self._connect()
        self.show_theme(theme)
        self.show_replace(False)

    def query(self) -> Query:
        return Query(
            self.find_field.text(),
            self._case.isChecked(),
            self._words.isChecked(),
            self._pattern.isChecked(),
        )

    def show_replace(self, is_shown: bool) -> None:
        for widget in self._replace_row:
            widget.setVisible(is_shown)

    def show_count(self, text: str, *, is_error: bool = False) -> None:
        self._count.setText(text)
        set_property(self._count, "role", "error" if is_error else "dim")
        set_property(self.find_field, "severity", "error" if is_error else "")
        has_matches = bool(text) and not is_error
        for widget in (self._before, self._next, self._one, self._all):
            widget.setEnabled(has_matches)

    def show_theme(self, theme: Theme) -> None:
        self._line = QColor(theme.line)
        palette = self.palette()
        palette.setColor(self.backgroundRole(), theme.panel)
        self.setPalette(palette)
        for button, name in (
            (self._case, "case-sensitive"),
            (self._pattern, "regex"),
            (self._before, "arrow-up"),
            (self._next, "arrow-down"),
            (self._close, "x"),
        ):
            button.setIcon(icon(name, theme))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._line)
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _lay_out(self) -> None:
        options = QHBoxLayout()
        options.setSpacing(2)
        for widget in (self._case, self._words, self._pattern):
            options.addWidget(widget)
        steps = QHBoxLayout()
        steps.setSpacing(2)
        for button in (self._before, self._next, self._close):
            steps.addWidget(button)
        replace = QHBoxLayout()
        replace.setSpacing(8)
        replace.addWidget(self._one)
        replace.addWidget(self._all)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 8, 6)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.find_field, 0, 0)
        grid.addLayout(options, 0, 1)
        grid.addWidget(self._count, 0, 2)
        grid.addLayout(steps, 0, 3)
        grid.addWidget(self.replace_field, 1, 0)
        grid.addLayout(replace, 1, 1, 1, 3, Qt.AlignmentFlag.AlignLeft)

    def _order_tabs(self) -> None:
        """From field to field, then to the buttons as they stand."""
        switches, steps = (self._case, self._words, self._pattern), (self._before, self._next)
        fields = (self.find_field, self.replace_field)
        order = (*fields, *switches, *steps, self._close, self._one, self._all)
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.find_field.textChanged.connect(self._tell)
        for switch in (self._case, self._words, self._pattern):
            switch.toggled.connect(self._tell)
        self._before.clicked.connect(self._go_back)
        self._next.clicked.connect(self._go_on)
        self._close.clicked.connect(self.closed)
        self._one.clicked.connect(self.replace_requested)
        self._all.clicked.connect(self.replace_all_requested)
        self.find_field.installEventFilter(self)
        self.replace_field.installEventFilter(self)

    def _tell(self) -> None:
        self.query_changed.emit(self.query())

    def _go_on(self) -> None:
        self.step_requested.emit(1)

    def _go_back(self) -> None:
        self.step_requested.emit(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next match or replaces, Shift+Enter goes back."""
        if (
            not isinstance(event, QKeyEvent)
            or event.type() != QEvent.Type.KeyPress
            or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            return super().eventFilter(watched, event)
        if watched is self.replace_field:
            self.replace_requested.emit()
        else:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_requested.emit(-1 if back else 1)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_F3:
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step_requested.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


def _field(name: str, object_name: str) -> QLineEdit:
    result = QLineEdit()
    result.setPlaceholderText(name)
    result.setAccessibleName(name)
    result.setObjectName(object_name)
    result.setMinimumWidth(120)
    return result


def _button(name: str, object_name: str) -> QToolButton:
    result = QToolButton()
    result.setToolTip(name)
    result.setAccessibleName(name)
    result.setObjectName(object_name)
    result.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return result


def _switch(name: str, object_name: str) -> QToolButton:
    result = _button(name, object_name)
    result.setCheckable(True)
    return result
