"""The rows of the site view's table: posts with findings, sorted by a column, some selected."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from editor_app.gui.dates import date_words
from editor_app.gui.site_view.choices import PostRow

Index: TypeAlias = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """From left to right."""

    SELECTED = 0
    TITLE = 1
    DATE = 2
    PLACE = 3
    """Its tags; the folder where no post of the site has tags."""
    PROBLEMS = 4


class PostsModel(QAbstractTableModel):
    """What is selected is remembered by path; posts that can't be mended are not selectable."""

    def __init__(self, today: dt.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: list[PostRow] = []
        self._left_out: set[Path] = set()
        self._has_tags = False
        self.sorted_by = Column.DATE
        self.is_descending = True

    @property
    def rows(self) -> tuple[PostRow, ...]:
        return tuple(self._rows)

    @property
    def selected(self) -> tuple[PostRow, ...]:
        """The rows that would be mended."""
        return tuple(row for row in self._rows if self.is_selected(row))

    def is_selected(self, row: PostRow) -> bool:
        return row.is_fixable and row.post.path not in self._left_out

    def show(self, rows: Iterable[PostRow], *, keeps: bool) -> None:
        """Replace the rows; all are selected unless it `keeps` what was chosen."""
        self.beginResetModel()
        self._rows = list(rows)
        if not keeps:
            self._left_out.clear()
        self._has_tags = any(row.post.tags for row in self._rows)
        self._sort()
        self.endResetModel()

    def toggle(self, rows: Iterable[int]) -> None:
        """Select what is not selected, and the other way round."""
        for number in rows:
            path = self._rows[number].post.path
            self._left_out ^= {path}
            index = self.index(number, Column.SELECTED)
            self.dataChanged.emit(index, index)

    def toggle_all(self) -> None:
        """Select all, or none where all are."""
        paths = {row.post.path for row in self._rows if row.is_fixable}
        self._left_out = set() if self._left_out & paths else paths
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.SELECTED)
            self.dataChanged.emit(self.index(0, Column.SELECTED), last)

    def row_of(self, path: Path) -> int | None:
        return next((at for at, row in enumerate(self._rows) if row.post.path == path), None)

    def sort_by(self, column: Column) -> None:
        """Sort by a column; again by the same one turns it round."""
        if column is Column.SELECTED:
            return
        is_same = column is self.sorted_by
        is_number = column in (Column.DATE, Column.PROBLEMS)
        self.is_descending = not self.is_descending if is_same else is_number
        self.sorted_by = column
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        paths = [self._rows[index.row()].post.path for index in before]
        self._sort()
        at = {row.post.path: number for number, row in enumerate(self._rows)}
        after = [
            self.index(at[path], old.column()) for path, old in zip(paths, before, strict=True)
        ]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def _sort(self) -> None:
        self._rows.sort(key=lambda row: row.post.shown)
        self._rows.sort(key=self._key, reverse=self.is_descending)

    def _key(self, row: PostRow) -> tuple[object, ...]:
        post = row.post
        match self.sorted_by:
            case Column.TITLE:
                return (post.title.casefold(),)
            case Column.PLACE:
                return (post.tags, post.folder)
            case Column.PROBLEMS:
                return (len(row.post.findings), row.severity)
            case _:
                return (post.day or dt.date.min,)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        column = Column(section)
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        words = {
            Column.SELECTED: "",
            Column.TITLE: self.tr("Title"),
            Column.DATE: self.tr("Date"),
            Column.PLACE: self.tr("Tags") if self._has_tags else self.tr("Folder"),
            Column.PROBLEMS: self.tr("Problems"),
        }[column]
        arrow = ("↓" if self.is_descending else "↑") if column is self.sorted_by else ""
        return f"{words} {arrow}".strip()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        column = Column(index.column())
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            if column is Column.TITLE:
                return f"{row.post.title}\n{row.post.shown}"
            return self._words(row, column) or None
        if role == Qt.ItemDataRole.AccessibleTextRole and column is Column.SELECTED:
            return self.tr("selected") if self.is_selected(row) else self.tr("not selected")
        return None

    def _words(self, row: PostRow, column: Column) -> str:
        post = row.post
        match column:
            case Column.TITLE:
                return post.title
            case Column.DATE:
                return date_words(post.day, self._today) if post.day is not None else ""
            case Column.PLACE:
                return ", ".join(post.tags) if self._has_tags else post.folder
            case Column.PROBLEMS:
                return str(len(row.post.findings))
            case _:
                return ""

    def chips(self, row: PostRow) -> tuple[str, ...]:
        """What stands in the column of tags, each in a frame of its own."""
        return row.post.tags if self._has_tags else ()
