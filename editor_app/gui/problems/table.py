"""The table of problems: rows to walk through, a fix to press in each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from editor_app.core.diagnostics import Diagnostic
from editor_app.gui.problems.delegate import ROW_HEIGHT, ProblemDelegate
from editor_app.gui.problems.model import Column, ProblemsModel, first_fix
from editor_app.gui.theme import Theme

_PLACE_WIDTH = 96
_LEAST_WITH_RULE = 560
"""Pixels; a narrower table leaves the rule's name to the detail card."""


class ProblemsTable(QTableView):
    """Emits where the user goes; what it shows is set from outside and emits nothing."""

    walked_to = Signal(object)  # Diagnostic, by arrow key or click
    chosen = Signal(object)  # Diagnostic | None, also when the rows changed
    fix_pressed = Signal(object)  # Diagnostic
    ignore_pressed = Signal(object, bool)  # Diagnostic, in the whole site

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problemsTable")
        self.setAccessibleName(self.tr("Problems"))
        self._is_showing = False
        self._wanted: tuple[str, str] | None = None
        self._model = ProblemsModel(self)
        self.setModel(self._model)
        self._delegate = ProblemDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self._set_up_view()

    def _set_up_view(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.hide()
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.MESSAGE, QHeaderView.ResizeMode.Stretch)
        self.setColumnWidth(Column.SEVERITY, 34)
        self.setColumnWidth(Column.PLACE, _PLACE_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """The sentence keeps at least half of the row; fix and rule get what they need."""
        self.setColumnHidden(Column.RULE, self.width() < _LEAST_WITH_RULE)
        self._delegate.ends_with_rule = not self.isColumnHidden(Column.RULE)
        for column, share in ((Column.FIX, 0.3), (Column.RULE, 0.2)):
            wanted = self.sizeHintForColumn(column)
            self.setColumnWidth(column, max(20, min(wanted, round(self.width() * share))))

    @property
    def current(self) -> Diagnostic | None:
        """The selected diagnostic."""
        row = self.currentIndex().row()
        rows = self._model.diagnostics
        return rows[row] if 0 <= row < len(rows) else None

    def show_diagnostics(self, diagnostics: tuple[Diagnostic, ...], text: str) -> None:
        """Replace the rows; the same problem stays selected, or the one now in its place."""
        before, row = self._preferred(diagnostics) or self.current, self.currentIndex().row()
        scroll = self.verticalScrollBar().value()
        self._is_showing = True
        self._model.show(diagnostics, text)
        self._fit_columns()
        self._select(self._row_after(before, row))
        self.verticalScrollBar().setValue(scroll)
        self._is_showing = False
        self.chosen.emit(self.current)

    def prefer(self, rule: str, message: str) -> None:
        """Select that problem without going there, now or once it is shown."""
        self._wanted = rule, message
        found = self._preferred(self._model.diagnostics)
        if found is not None:
            self._is_showing = True
            self._select(self._model.diagnostics.index(found))
            self._is_showing = False
            self.chosen.emit(self.current)

    def _preferred(self, diagnostics: tuple[Diagnostic, ...]) -> Diagnostic | None:
        wanted = self._wanted
        found = next((one for one in diagnostics if (one.rule, one.message) == wanted), None)
        if diagnostics:
            self._wanted = None
        return found

    def _row_after(self, before: Diagnostic | None, row: int) -> int:
        rows = self._model.diagnostics
        if before is not None:
            same = [at for at, found in enumerate(rows) if _is_same(found, before)]
            if same:
                return min(same, key=lambda at: abs(at - row))
        return min(max(row, 0), len(rows) - 1)

    def go_to(self, found: Diagnostic) -> None:
        """Select a row as if the user had walked there, also where it is selected already."""
        if found == self.current:
            self.walked_to.emit(found)
        elif found in self._model.diagnostics:
            self._select(self._model.diagnostics.index(found))

    def show_theme(self, theme: Theme) -> None:
        self._delegate.show_theme(theme)
        self.viewport().update()

    def _select(self, row: int) -> None:
        if row < 0:
            return
        index = self._model.index(row, Column.MESSAGE)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if self._is_showing or not current.isValid() or current.row() == previous.row():
            return
        self.chosen.emit(self.current)
        self.walked_to.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._press_fix()
            return
        if event.key() == Qt.Key.Key_I and self.current is not None:
            is_shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
            if is_shifted or not event.modifiers():
                self.ignore_pressed.emit(self.current, is_shifted)
                return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the selected problem; also by the menu key."""
        found = self.current
        if found is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        else:
            place = event.globalPos()
        self.menu(found).exec(place)

    def menu(self, found: Diagnostic) -> QMenu:
        """The context menu of a problem."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fix = first_fix(found)
        if fix is not None:
            self._add(menu, f"{fix.title}\t⏎", partial(self.fix_pressed.emit, found))
            menu.addSeparator()
        ignore = self.ignore_pressed.emit
        self._add(menu, self.tr("Ignore here") + "\tI", partial(ignore, found, False))
        self._add(menu, self.tr("Ignore in this site") + "\tShift+I", partial(ignore, found, True))
        return menu

    @staticmethod
    def _add(menu: QMenu, words: str, slot: Callable[[], object]) -> None:
        action = QAction(words, menu)
        action.triggered.connect(lambda _=False: slot())
        menu.addAction(action)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() != Qt.MouseButton.LeftButton or not index.isValid():
            return
        if Column(index.column()) is Column.FIX and index.data():
            self._press_fix()
        elif self.current is not None:
            self.walked_to.emit(self.current)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_link = index.isValid() and index.column() == Column.FIX and bool(index.data())
        shape = Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _press_fix(self) -> None:
        if self.current is not None and self.current.fixes:
            self.fix_pressed.emit(self.current)


def _is_same(one: Diagnostic, other: Diagnostic) -> bool:
    """Whether two analyses speak of one problem; its place may have moved."""
    return (one.rule, one.field, one.message) == (other.rule, other.field, other.message)
