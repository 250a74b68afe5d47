"""A line of text that tells what the user typed, and never what is still being composed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from editor_app.gui.form.fields.kept import Kept

_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)

STAYS = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)
"""Why an input loses the focus and gets it back: the user has not gone elsewhere."""


def is_undo_key(event: QEvent) -> bool:
    """Whether a key (or the question whether it is a shortcut) is undo or redo.

    They belong to the document: no input takes them.
    """
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _UNDO)


class LineInput(QLineEdit):
    """Emits `typed` after each change by the user, with the value that it leads to.

    While an input method composes nothing is told and nothing is shown anew.
    Return comes as `entered`, with Alt as `opened`, the end of the focus as `left`.
    """

    typed = Signal(str)
    entered = Signal()
    opened = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrame(False)
        self.is_composing = False
        self._kept = Kept("", "")
        self.textEdited.connect(self._tell)

    @property
    def value(self) -> str:
        """The text with what Qt does not hold of it."""
        return self._kept.after(self.text())

    def show_value(self, value: str) -> None:
        """Show a value unless it stands there already; the cursor stays where it can."""
        if self.is_composing or value == self._kept.value:
            return
        at = self.cursorPosition()
        self.setText(value)
        self._kept = Kept(value, self.text())
        self.setReadOnly(not self._kept.is_faithful)
        self.setCursorPosition(at if self.hasFocus() else 0)

    def type_text(self, text: str) -> None:
        """Take a text as if it had been typed: from a completion or a calendar."""
        self.setText(text)
        self._tell()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo_key(event):
            event.ignore()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            has_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
            (self.opened if has_alt else self.entered).emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.is_composing = False
        self._tell()
        if event.reason() not in STAYS:
            self.setCursorPosition(0)
            self.left.emit()

    def _tell(self) -> None:
        text = self.text()
        if self.is_composing or text == self._kept.shown:
            return
        self._kept = Kept(self._kept.after(text), text)
        self.typed.emit(self._kept.value)
