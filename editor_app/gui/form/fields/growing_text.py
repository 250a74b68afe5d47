"""Text on several lines, as high as it needs to be."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from editor_app.gui.form.fields.kept import Kept
from editor_app.gui.form.fields.line_input import STAYS, is_undo_key

MOST_LINES = 12
_MARGIN = 4


class GrowingText(QPlainTextEdit):
    """Emits `typed` like LineInput; Tab leaves it, Return breaks the line."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_composing = False
        self._kept = Kept("", "")
        self._is_showing = False
        self._least_lines = 1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(0, _MARGIN, 0, _MARGIN)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    @property
    def least_lines(self) -> int:
        """So many lines have room even where less is written."""
        return self._least_lines

    @least_lines.setter
    def least_lines(self, lines: int) -> None:
        self._least_lines = lines
        self._grow()

    @property
    def shown(self) -> str:
        """The widget's text; `toPlainText` would lose no-break spaces."""
        return self.document().toRawText().replace("\u2029", "\n")

    @property
    def value(self) -> str:
        return self._kept.after(self.shown)

    def show_value(self, value: str) -> None:
        """Show a value unless it stands there already; cursor and scroll stay where they can."""
        if self.is_composing or value == self._kept.value:
            return
        at, scrolled = self.textCursor().position(), self.verticalScrollBar().value()
        self._is_showing = True  # what Qt makes of the text, or leaves out, is no typing
        self.setPlainText(value)
        self._is_showing = False
        self._kept = Kept(value, self.shown)
        self.setReadOnly(not self._kept.is_faithful)
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(scrolled)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(120, self._height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and is_undo_key(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_move = event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in {
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
        }
        if is_undo_key(event) or is_move:
            event.ignore()
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
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._grow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._grow()

    def _tell(self) -> None:
        if self.is_composing or self._is_showing:
            return
        text = self.shown
        if text == self._kept.shown:
            return
        self._kept = Kept(self._kept.after(text), text)
        self.typed.emit(self._kept.value)

    def _height(self) -> int:
        """Of the lines as they are laid out: a line with kanji is higher than one without."""
        layout = self.document().documentLayout()
        most = MOST_LINES * self.fontMetrics().lineSpacing()
        height = 0.0
        block = self.document().begin()
        while block.isValid() and height < most:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        least = self._least_lines * self.fontMetrics().lineSpacing()
        return math.ceil(min(max(height, least), most)) + 2 * _MARGIN

    def _grow(self) -> None:
        height = self._height()
        if height != self.height():
            self.setFixedHeight(height)
        is_long = self.document().size().height() > MOST_LINES
        as_needed = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(as_needed if is_long else never)
