"""The rows of the list of posts, the newest first."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Mapping
from enum import IntEnum
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from editor_app.gui.dates import date_words
from editor_app.gui.posts.summary import Summary

Index: TypeAlias = QModelIndex | QPersistentModelIndex
Counts: TypeAlias = tuple[int, int]


class Role(IntEnum):
    """What a row can be asked for beside its title."""

    SUMMARY = Qt.ItemDataRole.UserRole
    SECOND_LINE = Qt.ItemDataRole.UserRole + 1
    COUNTS = Qt.ItemDataRole.UserRole + 2


class PostsModel(QAbstractListModel):
    """Summaries in the order of their dates; problem counts where they are known."""

    def __init__(self, today: datetime.date, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._rows: list[Summary] = []
        self._row_of: dict[Path, int] = {}
        self._counts: dict[Path, Counts] = {}
        self._of_site: dict[Path, Counts] = {}

    @property
    def summaries(self) -> tuple[Summary, ...]:
        return tuple(self._rows)

    def show(self, summaries: Iterable[Summary]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = sorted(summaries, key=_order, reverse=True)
        self._row_of = {summary.path: row for row, summary in enumerate(self._rows)}
        self.endResetModel()

    def sort_again(self) -> None:
        """Bring the rows into order after their dates were read; indexes follow."""
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        paths = [self._rows[index.row()].path for index in before]
        self._rows.sort(key=_order, reverse=True)
        self._row_of = {summary.path: row for row, summary in enumerate(self._rows)}
        after = [self.index(self._row_of[path]) for path in paths]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def update(self, summary: Summary) -> None:
        """Show what was read of a post that is in the list."""
        row = self._row_of.get(summary.path)
        if row is None or self._rows[row] == summary:
            return
        self._rows[row] = summary
        self.dataChanged.emit(self.index(row), self.index(row))

    def set_counts(self, path: Path, errors: int, warnings: int) -> None:
        """How many problems an open post has as it is."""
        if self._counts.get(path) == (errors, warnings):
            return
        self._counts[path] = (errors, warnings)
        self._tell(path)

    def forget_counts(self, path: Path) -> None:
        """The post is no longer open: what the check of the site says counts."""
        if self._counts.pop(path, None) is not None:
            self._tell(path)

    def set_site_counts(self, counts: Mapping[Path, Counts]) -> None:
        """What the check of all posts has found; a post that is not in it has no problem."""
        self._of_site = dict(counts)
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def counts_of(self, path: Path) -> Counts:
        """Errors and warnings of a post as far as they are known."""
        return self._counts.get(path) or self._of_site.get(path, (0, 0))

    def _tell(self, path: Path) -> None:
        row = self._row_of.get(path)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def row_of(self, path: Path) -> int | None:
        return self._row_of.get(path)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        summary = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return summary.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{summary.title}\n{summary.path.name}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{summary.title}, {self._second_line(summary)}"
        if role == Role.SUMMARY:
            return summary
        if role == Role.SECOND_LINE:
            return self._second_line(summary)
        if role == Role.COUNTS:
            return self.counts_of(summary.path)
        return None

    def _second_line(self, summary: Summary) -> str:
        parts = []
        if summary.date is not None:
            parts.append(date_words(summary.date, self._today))
        if summary.is_draft:
            parts.append(self.tr("draft"))
        elif summary.date is not None and summary.date > self._today:
            parts.append(self.tr("dated ahead"))
        if not parts:
            parts.append(summary.path.name)
        return " · ".join(parts)


class SearchedPosts(QSortFilterProxyModel):
    """The rows whose title or file name holds every word that is searched for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()

    def search(self, text: str) -> None:
        self.beginFilterChange()
        self._words = tuple(_folded(text).split())
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def rows(self) -> list[int]:
        """The rows of all posts that are left, in their order."""
        mine = (self.index(row, 0) for row in range(self.rowCount()))
        return [self.mapToSource(index).row() for index in mine]

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        summary = self.sourceModel().index(row, 0, parent).data(Role.SUMMARY)
        if not isinstance(summary, Summary):
            return False
        place = _folded(f"{summary.title} {summary.path.name}")
        return all(word in place for word in self._words)


def _order(summary: Summary) -> tuple[datetime.date, str]:
    return (summary.date or datetime.date.min, summary.path.name)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
