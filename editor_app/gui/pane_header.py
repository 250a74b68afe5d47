"""The bar at the top of a pane: its title, what it counts, and what can be done there."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

HEIGHT = 34


class PaneHeader(QFrame):
    """A title at the left; further widgets after it with `add`, right of a stretch with `end`."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paneHeader")
        self.setFixedHeight(HEIGHT)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(12, 0, 12, 0)
        self._layout.setSpacing(8)
        self.title = label(title, "title")
        self._layout.addWidget(self.title)
        self._stretch_at = self._layout.count()
        self._layout.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Put a widget right after what stands at the left."""
        self._layout.insertWidget(self._stretch_at, widget)
        self._stretch_at += 1

    def end(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._layout.addWidget(widget)


def label(text: str, role: str, parent: QWidget | None = None) -> QLabel:
    """A plain-text label in one of the style sheet's roles (title, dim, faint, good, …)."""
    result = QLabel(text, parent)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("role", role)
    result.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return result


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet asks for, and have it looked at again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
