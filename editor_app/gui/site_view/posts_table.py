"""The middle of the site view: a table of posts, walked through and marked by keys."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from editor_app.gui.site_view.choices import PostRow
from editor_app.gui.site_view.posts_delegate import ROW_HEIGHT, PostRowDelegate
from editor_app.gui.site_view.posts_model import Column, PostsModel
from editor_app.gui.theme import Theme

_WITH_PLACE, _WITH_DATE = 520, 360
"""Widths of the table, in pixels, from which tags and dates are shown."""


class PostsTable(QTableView):
    """Emits where the user goes and which key was pressed; what it shows is set from outside."""

    walked_to = Signal(object)  # PostRow | None
    selection_toggled = Signal()
    opened = Signal()
    looked_inside = Signal()
    fix_pressed = Signal()
    ignore_pressed = Signal(bool)  # in the whole site
    went_back = Signal()  # to the left

    def __init__(self, theme: Theme, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sitePosts")
        self.setAccessibleName(self.tr("Posts with problems"))
        self._is_showing = False
        self.posts = PostsModel(today, self)
        self.setModel(self.posts)
        self._delegate = PostRowDelegate(theme, self.posts, self)
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
        header.setFixedHeight(ROW_HEIGHT)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionsClickable(True)
        header.sectionClicked.connect(self._sort)
        self.setColumnWidth(Column.SELECTED, 34)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_columns()

    def _fit_columns(self) -> None:
        width = self.viewport().width()
        self.setColumnHidden(Column.PLACE, width < _WITH_PLACE)
        self.setColumnHidden(Column.DATE, width < _WITH_DATE)
        metrics = self.fontMetrics()
        self.setColumnWidth(Column.DATE, metrics.horizontalAdvance("0000年00月00日") + 16)
        self.setColumnWidth(Column.PLACE, round(width * 0.24))
        words = str(self.posts.headerData(Column.PROBLEMS, Qt.Orientation.Horizontal))
        self.setColumnWidth(Column.PROBLEMS, metrics.horizontalAdvance(f"{words} ↓") + 24)

    @property
    def current(self) -> PostRow | None:
        row = self.currentIndex().row()
        rows = self.posts.rows
        return rows[row] if 0 <= row < len(rows) else None

    def show_rows(self, rows: tuple[PostRow, ...], *, keeps: bool) -> None:
        """Replace the rows; the same post stays in front where it `keeps` the choice."""
        before = self.current if keeps else None
        number = self.currentIndex().row() if keeps else 0
        scroll = self.verticalScrollBar().value() if keeps else 0
        self._is_showing = True
        self.posts.show(rows, keeps=keeps)
        same = self.posts.row_of(before.post.path) if before is not None else None
        self._go(same if same is not None else min(max(number, 0), len(rows) - 1))
        self.verticalScrollBar().setValue(scroll)
        self._is_showing = False
        self.walked_to.emit(self.current)

    def reveal(self, path: Path) -> None:
        """Go to a post."""
        row = self.posts.row_of(path)
        if row is not None:
            self._go(row)

    def show_theme(self, theme: Theme) -> None:
        self._delegate.theme = theme
        self.viewport().update()

    def _go(self, row: int) -> None:
        if row >= 0:
            index = self.posts.index(row, Column.TITLE)
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _sort(self, section: int) -> None:
        if section == Column.SELECTED:
            self._toggle_all()
        else:
            self.posts.sort_by(Column(section))
            self.scrollTo(self.currentIndex())

    def _sort_next(self) -> None:
        """By the next column that is shown; a number or date falls, a text rises."""
        shown = [one for one in Column if one and not self.isColumnHidden(one)]
        at = shown.index(self.posts.sorted_by) if self.posts.sorted_by in shown else -1
        self._sort(shown[(at + 1) % len(shown)])

    def _toggle(self) -> None:
        if self.current is not None and self.current.is_fixable:
            self.posts.toggle([self.currentIndex().row()])
            self.selection_toggled.emit()

    def _toggle_all(self) -> None:
        self.posts.toggle_all()
        self.selection_toggled.emit()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if not self._is_showing and current.isValid() and current.row() != previous.row():
            self.walked_to.emit(self.current)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        others = event.modifiers() & ~(
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
        )
        if others:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Space:
                self.looked_inside.emit()
            case Qt.Key.Key_X:
                self._toggle_all() if is_shifted else self._toggle()
            case Qt.Key.Key_F:
                self.fix_pressed.emit()
            case Qt.Key.Key_I:
                self.ignore_pressed.emit(is_shifted)
            case Qt.Key.Key_S:
                self._sort(self.posts.sorted_by) if is_shifted else self._sort_next()
            case Qt.Key.Key_Left:
                self.went_back.emit()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        is_left = event.button() == Qt.MouseButton.LeftButton
        if is_left and index.isValid() and index.column() == Column.SELECTED:
            self._toggle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != Column.SELECTED:
            self.opened.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
