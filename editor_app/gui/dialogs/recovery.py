"""Offers each unsaved text that an earlier run left behind, beside what stands on disk."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.storage.recovery import OnDisk, Unsaved
from editor_app.core.text.source import read
from editor_app.gui.dates import date_words, time_words
from editor_app.gui.difference_view import DifferenceView
from editor_app.gui.pane_header import label
from editor_app.gui.theme import Theme


class RecoveryDialog(QDialog):
    """One text at a time: restore it, or discard it. What is left stays for the next start."""

    restore_requested = Signal(object)  # Unsaved
    discard_requested = Signal(object)  # Unsaved

    def __init__(
        self, unsaved: Sequence[Unsaved], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("recovery")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Unsaved texts"))
        self.resize(860, 560)
        self._left = list(unsaved)
        self._list = QListWidget()
        self._list.setObjectName("unsavedTexts")
        self._list.setAccessibleName(self.tr("Unsaved texts"))
        self._state = label("", "dim")
        self._state.setWordWrap(True)
        self._view = DifferenceView(theme)
        self.restore = QPushButton(self.tr("Restore"))
        self.restore.setObjectName("restore")
        self.restore.setProperty("kind", "primary")
        self.restore.setDefault(True)
        self.discard = QPushButton(self.tr("Discard"))
        self.discard.setObjectName("discard")
        self.later = QPushButton(self.tr("Decide later"))
        self.later.setObjectName("later")
        self._lay_out()
        self._list.currentRowChanged.connect(self._show)
        self.restore.clicked.connect(self._restore)
        self.discard.clicked.connect(self._discard)
        self.later.clicked.connect(self.reject)
        self._list.addItems([_name(one) for one in self._left])
        self._list.setCurrentRow(0)

    @property
    def left(self) -> tuple[Unsaved, ...]:
        """What was not decided."""
        return tuple(self._left)

    def _lay_out(self) -> None:
        words = label(
            self.tr(
                "Galley ended before these texts were saved. Nothing is lost: "
                "restore a text to go on with it, or discard it."
            ),
            "plain",
        )
        words.setWordWrap(True)
        right = QWidget()
        inner = QVBoxLayout(right)
        inner.setContentsMargins(8, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self._state)
        inner.addWidget(self._view, 1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._list)
        split.addWidget(right)
        split.setSizes([240, 600])
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        buttons.addWidget(self.discard)
        buttons.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(split, 1)
        column.addLayout(buttons)

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._left):
            return
        one = self._left[row]
        self._state.setText(self._state_of(one))
        self._view.show_difference(_on_disk(one.path), one.text)

    def _state_of(self, one: Unsaved) -> str:
        time = f"{date_words(one.time.astimezone().date(), date.today())}, {time_words(one.time)}"
        where = {
            OnDisk.AS_BASE: self.tr("The file on disk is as it was when this was written."),
            OnDisk.AS_UNSAVED: self.tr("The file on disk holds this very text."),
            OnDisk.CHANGED: self.tr(
                "The file on disk was changed meanwhile: restoring keeps both "
                "until you save, and you can compare them."
            ),
            OnDisk.MISSING: self.tr("The file is no longer there; saving writes it anew."),
            OnDisk.UNREADABLE: self.tr("The file on disk can't be read."),
        }[one.on_disk]
        words = self.tr("Written %1.").replace("%1", time) + " " + where
        if one.is_damaged:
            words += " " + self.tr(
                "A part of the record is damaged: the last words may be missing."
            )
        return f"{words}\n" + self.tr("− stands on disk only   + stands in the unsaved text only")

    def _restore(self) -> None:
        self._decide(self.restore_requested)

    def _discard(self) -> None:
        self._decide(self.discard_requested)

    def _decide(self, signal: SignalInstance) -> None:
        row = self._list.currentRow()
        if not 0 <= row < len(self._left):
            return
        one = self._left.pop(row)
        self._list.takeItem(row)
        signal.emit(one)
        if self._left:
            self._show(self._list.currentRow())
        else:
            self.accept()


def _name(one: Unsaved) -> str:
    return one.path.name if one.path is not None else "—"


def _on_disk(path: Path | None) -> str:
    if path is None:
        return ""
    try:
        return read(load(path).source_bytes).text
    except LoadFailed:
        return ""
