"""What stands in the middle of the site view while there are no posts to show."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor_app.gui.pane_header import label, set_property


class Empty(QWidget):
    """One sentence, and the one thing to do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = label("", "dim")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setWordWrap(True)
        self.button = QPushButton()
        self.button.setObjectName("siteCheck")
        self.button.setProperty("kind", "primary")
        centre = QHBoxLayout()
        centre.addStretch(1)
        centre.addWidget(self.button)
        centre.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addLayout(centre)
        column.addStretch(1)

    def say(self, sentence: str, action: str | None, role: str) -> None:
        self._words.setText(sentence)
        set_property(self._words, "role", role)
        self.button.setVisible(action is not None)
        self.button.setText(action or "")
