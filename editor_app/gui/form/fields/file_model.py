"""The files of a folder as rows, read and painted small in the pauses."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractListModel, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon

from editor_app.gui.form.fields.pick_model import Index
from editor_app.gui.form.fields.thumbnail import thumbnail

PICTURE = QSize(88, 64)
_SLICE_S = 0.008
NAME = Qt.ItemDataRole.UserRole + 1


class FileModel(QAbstractListModel):
    """Names come one by one from an iterator; a picture is read when it is first seen.

    `grown` comes with more files, and at the end.
    """

    grown = Signal()

    def __init__(
        self, root: Path, names: Iterable[str], blank: QIcon, *, has_pictures: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._root = root
        self._blank = blank
        self._has_pictures = has_pictures
        self._iterator: Iterator[str] | None = iter(names)
        self._names: list[str] = []
        self._shown: list[str] = []
        self._wanted = ""
        self._icons: dict[str, QIcon] = {}
        self._asked: deque[str] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._timer.start()

    @property
    def is_complete(self) -> bool:
        return self._iterator is None

    @property
    def count(self) -> int:
        """Of all files, not of those that fit to the filter."""
        return len(self._names)

    def filter(self, text: str) -> None:
        """Only those with all of the words in their names."""
        self._wanted = text.casefold()
        self.beginResetModel()
        self._shown = [name for name in self._names if self._fits(name)]
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """The row of a file; -1 where it is not shown."""
        return self._shown.index(name) if name in self._shown else -1

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        name = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name.rpartition("/")[2]
        if role in {Qt.ItemDataRole.ToolTipRole, NAME}:
            return name
        return self._icon(name) if role == Qt.ItemDataRole.DecorationRole else None

    def _fits(self, name: str) -> bool:
        folded = name.casefold()
        return all(word in folded for word in self._wanted.split())

    def _icon(self, name: str) -> QIcon:
        found = self._icons.get(name)
        if found is None and self._has_pictures:
            self._icons[name] = self._blank
            self._asked.append(name)
            self._timer.start()
        return found or self._blank

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE_S
        new: list[str] = []
        while self._iterator is not None and time.monotonic() < until:
            name = next(self._iterator, None)
            if name is None:
                self._iterator = None
            else:
                new.append(name)
        self._add(new)
        while self._asked and time.monotonic() < until:
            self._read(self._asked.pop())
        if self._iterator is None and not self._asked:
            self._timer.stop()

    def _add(self, new: list[str]) -> None:
        self._names += new
        fitting = [name for name in new if self._fits(name)]
        if fitting:
            first = len(self._shown)
            self.beginInsertRows(self.index(-1, -1), first, first + len(fitting) - 1)
            self._shown += fitting
            self.endInsertRows()
        if new or self.is_complete:
            self.grown.emit()

    def _read(self, name: str) -> None:
        small = thumbnail(self._root / name, PICTURE, 1.0)
        if small is None:
            return
        self._icons[name] = QIcon(small.pixmap)
        row = self.row_of(name)
        if row >= 0:
            index = self.index(row, 0)
            self.dataChanged.emit(index, index, [Qt.ItemDataRole.DecorationRole])
