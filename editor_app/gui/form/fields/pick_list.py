"""The list of choices under an input: the input keeps the focus, the keys go to the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QFrame,
    QLabel,
    QListView,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.schema.schema import Choice
from editor_app.gui.form.fields.pick_model import ROW_HEIGHT, PickModel, PickPainter
from editor_app.gui.form.look import Look, style_sheet

_MOST_ROWS = 9
_PAD = 4
_NARROWEST = 200

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_MOST_ROWS,
    Qt.Key.Key_PageDown: _MOST_ROWS,
}
_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class PickList(QFrame):
    """Lies in the window over what stands below `anchor`; `taken` carries the choice.

    `asked` is Down, or the button, where the list is closed. Up, Down, Page Up and Page Down
    move, Return takes, Esc closes; everything else is the input's.
    """

    taken = Signal(object)
    asked = Signal()

    def __init__(self, input_widget: QWidget, anchor: QWidget, look: Look) -> None:
        super().__init__(anchor)
        self._input = input_widget
        self._anchor = anchor
        self._look = look
        self._scrolled: QAbstractScrollArea | None = None
        self.setProperty("part", "picks")
        self.model = PickModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(PickPainter(look, self))
        self.view.setUniformItemSizes(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.entered.connect(self.view.setCurrentIndex)
        self.view.clicked.connect(self._take)
        self.foot = QLabel()
        self.foot.setTextFormat(Qt.TextFormat.PlainText)
        self.foot.setContentsMargins(8, 2, 8, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(_PAD, _PAD, _PAD, _PAD)
        column.setSpacing(0)
        column.addWidget(self.view)
        column.addWidget(self.foot)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        input_widget.installEventFilter(self)
        anchor.destroyed.connect(self.deleteLater)

    @property
    def is_open(self) -> bool:
        return self.isVisible()

    @property
    def current(self) -> Choice | None:
        """What Return takes."""
        row = self.view.currentIndex().row()
        return self.model.choices[row] if 0 <= row < len(self.model.choices) else None

    def show_choices(
        self,
        choices: Sequence[Choice],
        chosen: Sequence[Choice] = (),
        *,
        picked: Choice | None = None,
        foot: str = "",
    ) -> None:
        """Open with these choices; `picked` is the one that Return would take."""
        if not choices and not foot:
            self.close_list()
            return
        before = self.current
        self.view.setAccessibleName(self._input.accessibleName())
        self.model.show_choices(choices, chosen)
        self.foot.setText(foot)
        self.foot.setVisible(bool(foot))
        wanted = picked if picked in self.model.choices else before
        if wanted in self.model.choices and wanted is not None:
            self._go_to(self.model.choices.index(wanted))
        self._place()

    def toggle(self) -> None:
        """What a button beside the input does."""
        self._input.setFocus()
        if self.is_open:
            self.close_list()
        else:
            self.asked.emit()

    def close_list(self) -> None:
        if self._scrolled is not None:
            self._scrolled.verticalScrollBar().valueChanged.disconnect(self.close_list)
            self._scrolled = None
        self.hide()
        self.view.setCurrentIndex(QModelIndex())

    def _place(self) -> None:
        """Under the anchor, or above it where there is more room."""
        window = self._anchor.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self.setStyleSheet(style_sheet(self._look.theme))
        rows = min(max(len(self.model.choices), 0), _MOST_ROWS)
        foot = self.foot.sizeHint().height() if self.foot.text() else 0
        height = rows * ROW_HEIGHT + foot + 2 * _PAD + 2
        top = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + 2))
        below = window.height() - top.y() - 4
        above = self._anchor.mapTo(window, QPoint(0, 0)).y() - 6
        if height > below and above > below:
            height = min(height, above)
            top.setY(above + 4 - height)
        else:
            height = min(height, max(below, ROW_HEIGHT + 2 * _PAD))
        width = max(self._anchor.width(), min(_NARROWEST, window.width()))
        top.setX(max(0, min(top.x(), window.width() - width)))
        self.setGeometry(top.x(), top.y(), width, height)
        if not self.isVisible():
            self._follow_scrolling()
            self.setStyleSheet(style_sheet(self._look.theme))
            self.show()
        self.raise_()

    def _follow_scrolling(self) -> None:
        """What scrolls the input away closes the list."""
        parent = self._anchor.parentWidget()
        while parent is not None and not isinstance(parent, QAbstractScrollArea):
            parent = parent.parentWidget()
        if isinstance(parent, QAbstractScrollArea):
            self._scrolled = parent
            parent.verticalScrollBar().valueChanged.connect(self.close_list)

    def _go_to(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        said = QAccessibleEvent(self.view, QAccessible.Event.Focus)
        said.setChild(row)
        QAccessible.updateAccessibility(said)

    def _take(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.model.choices):
            self.taken.emit(self.model.choices[index.row()])

    # --- the input's keys

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self.is_open and event.key() == Qt.Key.Key_Escape:
                event.accept()  # Esc closes the list, and does not leave the form
                return True
        elif kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        elif kind == QEvent.Type.FocusOut:
            self.close_list()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain:
            return False
        key = Qt.Key(event.key())
        if not self.is_open:
            if key == Qt.Key.Key_Down:
                self.asked.emit()
                return True
            return False
        if key in _STEPS:
            self._step(_STEPS[key])
            return True
        if key in _TAKES and self.current is not None:
            self.taken.emit(self.current)
            return True
        if key == Qt.Key.Key_Escape:
            self.close_list()
            return True
        return False

    def _step(self, step: int) -> None:
        """Past the end the other end comes; a page stops there."""
        count = len(self.model.choices)
        row = self.view.currentIndex().row()
        if not count:
            return
        if row < 0:
            self._go_to(0 if step > 0 else count - 1)
        elif abs(step) == 1:
            self._go_to((row + step) % count)
        else:
            self._go_to(max(0, min(row + step, count - 1)))
