"""The strip at the foot of the site view: which key does what."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from editor_app.gui.pane_header import label

HEIGHT = 34


class KeysBar(QFrame):
    """Keys in frames with their words.

    Where it is narrow what is said at the end goes first, then the last keys.
    """

    def __init__(self, keys: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keysBar")
        self.setFixedHeight(HEIGHT)
        self._pairs: list[QWidget] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 0, 12, 0)
        self._row.setSpacing(16)
        for key, words in keys:
            self._row.addWidget(self._pair(key, words))
        self._row.addStretch(1)
        self.end = label("", "dim")
        self._row.addWidget(self.end)
        self.setMinimumWidth(0)

    def _pair(self, key: str, words: str) -> QWidget:
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        cap = QLabel(key)
        cap.setProperty("role", "key")
        cap.setAlignment(Qt.AlignmentFlag.AlignCenter)
        cap.setMinimumWidth(22)
        row.addWidget(cap, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label(words, "dim"))
        self._pairs.append(pair)
        return pair

    def fit(self) -> None:
        """Show as many keys as have room, and what is said at the end where all of them have."""
        room = self.width() - 24
        all_keys = sum(pair.sizeHint().width() + 16 for pair in self._pairs)
        self.end.setVisible(all_keys + self.end.sizeHint().width() <= room)
        for pair in self._pairs:
            room -= pair.sizeHint().width() + 16
            pair.setVisible(room >= 0)
