"""The text that an input method shows before it is part of the document."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from editor_app.gui.document import Document


class Composing:
    """Tells the document when a preedit opens and closes, and can bring it to its end."""

    def __init__(self, editor: QPlainTextEdit) -> None:
        self._editor = editor
        self._document: Document | None = None
        self._preedit = ""

    def set_document(self, document: Document | None) -> None:
        """What is composed belongs to the old document, so it is finished there."""
        self.finish()
        self._document = document

    def note(self, preedit: str) -> None:
        """The preedit as the input method's last event left it."""
        self._preedit = preedit
        if self._document:
            self._document.set_composing(bool(preedit))

    def look_again(self) -> None:
        """Qt closes a preedit itself where the caret is set elsewhere, and says nothing."""
        if self._preedit and not self._editor.textCursor().block().layout().preeditAreaText():
            self.note("")

    def finish(self) -> None:
        """Take what the input method shows into the text."""
        if not self._preedit:
            return
        QGuiApplication.inputMethod().commit()
        if self._preedit:  # no input method answers: the words must not be lost
            event = QInputMethodEvent()
            event.setCommitString(self._preedit)
            QApplication.sendEvent(self._editor, event)
