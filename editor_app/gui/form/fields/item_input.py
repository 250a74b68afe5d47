"""The input of a list: parts what is typed or pasted at commas and line breaks."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from editor_app.gui.form.fields.line_input import LineInput

_PARTS = re.compile(r"[,、，\n\t\u2028\u2029]")


def parts_of(text: str) -> tuple[list[str], str]:
    """The finished items of a text, without blanks around them, and what is begun after them."""
    *items, rest = _PARTS.split(text)
    return [item.strip() for item in items if item.strip()], rest.lstrip()


class ItemInput(LineInput):
    """`given` carries finished items; `stepped_back` is Backspace or Left at the start."""

    given = Signal(list)
    erased_back = Signal()
    stepped_back = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed.connect(self._part)
        self.entered.connect(self.finish)

    def finish(self) -> None:
        """What is begun is an item now."""
        text = self.value
        if text.strip():
            self.show_value("")
            self.given.emit([text.strip()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        key = event.key()
        if event.matches(QKeySequence.StandardKey.Paste):
            self._paste()
        elif is_at_start and key == Qt.Key.Key_Backspace and not self.text():
            self.erased_back.emit()
        elif is_at_start and key == Qt.Key.Key_Left and not event.modifiers():
            self.stepped_back.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.show_value("")
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _paste(self) -> None:
        items, rest = parts_of(QGuiApplication.clipboard().text())
        if items:
            items += [rest.strip()] if rest.strip() else []
            self.given.emit(items)
        else:
            self.paste()

    def _part(self, text: str) -> None:
        items, rest = parts_of(text)
        if rest != text:
            self.show_value(rest)
        if items:
            self.given.emit(items)
