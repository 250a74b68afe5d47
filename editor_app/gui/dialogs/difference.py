"""Shows how the text in the window and the file on disk differ."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from editor_app.gui.difference_view import DifferenceView
from editor_app.gui.pane_header import label
from editor_app.gui.theme import Theme


class DifferenceDialog(QDialog):
    """The window can be used meanwhile; nothing is decided here."""

    def __init__(
        self, theme: Theme, name: str, there: str, here: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("%1: on disk and here").replace("%1", name))
        self.resize(760, 520)
        words = label(self.tr("− stands on disk only   + stands in this window only"), "dim", self)
        self._view = DifferenceView(theme, self)
        self._view.show_difference(there, here)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(words)
        column.addWidget(self._view, 1)
        column.addLayout(buttons)
