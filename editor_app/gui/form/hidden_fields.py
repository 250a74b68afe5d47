"""How many fields the site hides, and the button that shows them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from editor_app.core.frontmatter.nodes import Path
from editor_app.core.frontmatter.paths import dotted


class HiddenFields(QWidget):
    """One faint line; nothing where nothing is hidden."""

    toggled = Signal()

    def __init__(self, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_open = False
        self._count = 0
        self.button = QPushButton()
        self.button.setProperty("part", "faint")
        self.button.setObjectName(f"hiddenFields:{dotted(path)}")
        self.button.clicked.connect(self._toggle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 8)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        self.hide()

    def show_count(self, count: int) -> None:
        self._count = count
        if count == 1:
            words = self.tr("Fold 1 hidden field") if self.is_open else self.tr("1 hidden field")
        else:
            shown = (
                self.tr("Fold %1 hidden fields") if self.is_open else self.tr("%1 hidden fields")
            )
            words = shown.replace("%1", str(count))
        sign = "▾" if self.is_open else "▸"
        self.button.setText(f"{sign} {words}")
        self.button.setAccessibleName(words)
        self.setVisible(count > 0)

    def open(self) -> None:
        if not self.is_open:
            self._toggle()

    def _toggle(self) -> None:
        self.is_open = not self.is_open
        self.toggled.emit()
