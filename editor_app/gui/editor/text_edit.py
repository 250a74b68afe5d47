"""The editor itself: Qt's plain text widget, whose every edit goes through the document."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span
from editor_app.gui.document import Document
from editor_app.gui.document_display import incoming
from editor_app.gui.editor.backdrop import Backdrop
from editor_app.gui.editor.composing import Composing
from editor_app.gui.editor.fonts import LARGEST_PX, SIZE_PX, SMALLEST_PX, editor_font
from editor_app.gui.editor.gutter import Gutter
from editor_app.gui.editor.keys import Gesture, gesture
from editor_app.gui.editor.marks import Marks
from editor_app.gui.editor.moving_spans import MovingSpans
from editor_app.gui.editor.transfer import drop, is_text
from editor_app.gui.editor.viewport import Row
from editor_app.gui.theme import Theme


class Editor(QPlainTextEdit):
    """Shows one document. Its marks and matches are handed in and painted."""

    menu_requested = Signal(object)  # QPoint, global
    looked_at = Signal()  # other lines are seen, or they look different
    zoomed = Signal(int)  # the font's size in pixels
    refused = Signal(object)  # Refusal

    def __init__(self, theme: Theme, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editor")
        self.setAccessibleName(self.tr("Text of the post"))
        self.setAccessibleDescription(self.tr("Tab inserts a tab; Shift+Tab or F6 leaves the text"))
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setCursorWidth(2)
        self.setMouseTracking(True)
        self.open_document: Document | None = None
        self.marks = marks
        self.matches = MovingSpans()
        self.current_match: Span | None = None
        self._composing = Composing(self)
        self._current_line = 0
        self._had_selection = False
        self._backdrop = Backdrop(theme)
        self._gutter = Gutter(self, theme)
        self._size_px = SIZE_PX
        self.set_size(SIZE_PX)
        self.show_theme(theme)
        self.updateRequest.connect(self._follow_update)
        self.blockCountChanged.connect(self._fit_gutter)
        self.cursorPositionChanged.connect(self._follow_caret)
        self.verticalScrollBar().valueChanged.connect(self.looked_at)
        marks.changed.connect(self.repaint_marks)

    def set_document(self, document: Document | None) -> None:
        """Show another document, or none; the old one must still exist."""
        self._composing.set_document(document)
        if self.open_document:
            self.open_document.restored.disconnect(self._show_restored)
        self.open_document = document
        self.matches, self.current_match = MovingSpans(), None
        self.setDocument(document.qt if document else None)  # type: ignore[arg-type]
        if self.document().defaultFont() != self.font():  # it costs a look at the whole text
            self.document().setDefaultFont(self.font())
        self.setReadOnly(document is None or document.is_read_only)
        if document:
            document.restored.connect(self._show_restored)
        self._fit_gutter()

    # --- looks

    def show_theme(self, theme: Theme) -> None:
        palette = self.palette()
        for role, colour in (
            (QPalette.ColorRole.Base, theme.ground),
            (QPalette.ColorRole.Text, theme.text),
            (QPalette.ColorRole.Highlight, theme.selection),
            (QPalette.ColorRole.HighlightedText, theme.text),
        ):
            palette.setColor(role, QColor(colour))
        self.setPalette(palette)
        self._backdrop.theme = theme
        self._gutter.show_theme(theme)
        self.viewport().update()

    @property
    def size_px(self) -> int:
        return self._size_px

    def set_size(self, size_px: int) -> None:
        """Set the text's size in pixels, within what can be read and what fits."""
        self._size_px = min(max(size_px, SMALLEST_PX), LARGEST_PX)
        font = editor_font(self._size_px)
        self.setFont(font)
        self.document().setDefaultFont(font)
        self.setTabStopDistance(4 * self.fontMetrics().horizontalAdvance(" "))
        self._fit_gutter()
        self.zoomed.emit(self._size_px)

    def rows(self) -> list[Row]:
        """The blocks that are seen, from the top."""
        result: list[Row] = []
        if self.open_document is None:
            return result
        block = self.firstVisibleBlock()
        offset = self.open_document.offset(block.position())
        area = self.blockBoundingGeometry(block).translated(self.contentOffset())
        bottom = self.viewport().height()
        while block.isValid() and area.top() < bottom:
            text = block.text()
            result.append(Row(block, area, text, Span(offset, offset + len(text))))
            offset += len(text) + 1
            block = block.next()
            area = self.blockBoundingRect(block).translated(area.bottomLeft())
        return result

    def repaint_marks(self) -> None:
        self.viewport().update()
        self._gutter.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        document = self.open_document
        if document is None:
            super().paintEvent(event)
            return
        area, width = event.rect(), self.viewport().width()
        rows = [row for row in self.rows() if row.area.intersects(QRectF(area))]
        painter = QPainter(self.viewport())
        painter.setClipRect(area)
        self._backdrop.tint(painter, rows, self.marks.body_start, width)
        caret = self.textCursor()
        for row in rows:
            if row.block == caret.block() and not caret.hasSelection():
                self._backdrop.current_line(painter, row, width)
        if len(self.matches):
            self._backdrop.matches(painter, rows, self.matches, self.current_match)
        painter.end()
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setClipRect(area)
        self._backdrop.squiggles(painter, rows, self.marks, document.offset(caret.position()))
        painter.end()

    def _follow_update(self, area: QRect, dy: int) -> None:
        if dy:
            self._gutter.scroll(0, dy)
        else:
            self._gutter.update(0, area.y(), self._gutter.width(), area.height())
        if area.contains(self.viewport().rect()):
            self._fit_gutter()

    def _fit_gutter(self) -> None:
        width = self._gutter.wanted_width()
        if width != self.viewportMargins().left():
            self.setViewportMargins(width, 0, 0, 0)
        inside = self.contentsRect()
        self._gutter.setGeometry(inside.left(), inside.top(), width, inside.height())

    def _follow_caret(self) -> None:
        caret = self.textCursor()
        if caret.hasSelection() != self._had_selection:
            self._had_selection = caret.hasSelection()
            self._update_line(caret.blockNumber())
        if caret.blockNumber() != self._current_line:
            self._update_line(self._current_line)
            self._current_line = caret.blockNumber()
            self._update_line(self._current_line)
        self._composing.look_again()

    def _update_line(self, number: int) -> None:
        """Paint one line again, with its number."""
        block = self.document().findBlockByNumber(number)
        if block.isValid() and block.isVisible():
            area = self.blockBoundingGeometry(block).translated(self.contentOffset())
            top, height = int(area.top()), int(area.height()) + 1
            self.viewport().update(0, top, self.viewport().width(), height)
            self._gutter.update(0, top, self._gutter.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_gutter()
        self.looked_at.emit()

    # --- keys

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's commands, or to `keyPressEvent` without them."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and gesture(event) in (Gesture.UNDO, Gesture.REDO)
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = gesture(event)
        if self.open_document is None or asked is None:
            super().keyPressEvent(event)
            return
        actions: dict[Gesture, Callable[[], object]] = {
            Gesture.UNDO: self.open_document.undo,
            Gesture.REDO: self.open_document.redo,
            Gesture.SELECT_ALL: self.selectAll,
            Gesture.CUT: self.cut,
            Gesture.LEAVE: self._leave,
            Gesture.LARGER: partial(self.set_size, self._size_px + 1),
            Gesture.SMALLER: partial(self.set_size, self._size_px - 1),
            Gesture.OWN_SIZE: partial(self.set_size, SIZE_PX),
            Gesture.LINE_BREAK: self._type_break,
        }
        if action := actions.get(asked):
            action()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            step = event.angleDelta().y()
            self.set_size(self._size_px + (step > 0) - (step < 0))
            event.accept()
        else:
            super().wheelEvent(event)

    def _leave(self) -> None:
        """Qt keeps the focus in a text that takes tabs."""
        self.setTabChangesFocus(True)
        self.focusPreviousChild()
        self.setTabChangesFocus(False)

    def _type_break(self) -> None:
        if not self.isReadOnly():
            self.textCursor().insertBlock()
            self.ensureCursorVisible()

    # --- selection and clipboard

    def selectAll(self) -> None:
        """The body first, then everything, so that a key does not delete the front matter."""
        document = self.open_document
        if document is None:
            return
        caret = self.textCursor()
        start, end = document.units(self.marks.body_start), document.units(document.table.length)
        whole_body = caret.selectionStart() == start and caret.selectionEnd() == end
        caret.setPosition(0 if whole_body or start == end else start)
        caret.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(caret)

    def selected_span(self) -> Span:
        """The selection in code points; empty at the caret where nothing is selected."""
        document, caret = self.open_document, self.textCursor()
        if document is None:
            return Span(0, 0)
        return Span(document.offset(caret.selectionStart()), document.offset(caret.selectionEnd()))

    def select_span(self, span: Span) -> None:
        if self.open_document:
            caret = self.textCursor()
            caret.setPosition(self.open_document.units(span.start))
            caret.setPosition(self.open_document.units(span.end), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(caret)

    def select_line_at(self, y: int) -> None:
        caret = self.cursorForPosition(QPoint(0, y))
        caret.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        caret.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(caret)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The file's own characters and not Qt's idea of them."""
        result = QMimeData()
        if self.open_document:
            result.setText(self.open_document.table.slice(self.selected_span()))
        return result

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return is_text(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if is_text(source):
            self._apply([Edit(self.selected_span(), incoming(source.text()))], self.tr("Paste"))

    def cut(self) -> None:
        if self.textCursor().hasSelection() and not self.isReadOnly():
            QGuiApplication.clipboard().setMimeData(self.createMimeDataFromSelection())
            self._apply([Edit(self.selected_span(), "")], self.tr("Cut"))

    def dropEvent(self, event: QDropEvent) -> None:
        """A drop is one edit; moved inside the text, it is taken away there as well."""
        document = self.open_document
        if document is None or self.isReadOnly() or not is_text(event.mimeData()):
            event.ignore()
            return
        at = document.offset(self.cursorForPosition(event.position().toPoint()).position())
        moves = event.source() in (self, self.viewport()) and (
            event.dropAction() == Qt.DropAction.MoveAction
        )
        taken = self.selected_span() if moves else None
        found = drop(incoming(event.mimeData().text()), at, taken)
        event.setDropAction(Qt.DropAction.CopyAction)  # else Qt takes the moved text away again
        event.accept()
        name = self.tr("Move") if moves else self.tr("Drop")
        if found and self._apply(list(found.edits), name):
            self.select_span(found.selection)
        super().dragLeaveEvent(QDragLeaveEvent())  # takes Qt's drop caret away
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _apply(self, edits: list[Edit], name: str) -> bool:
        document = self.open_document
        if document is None or self.isReadOnly():
            return False
        refusal = document.apply(edits, document.version, name)
        if refusal:
            self.refused.emit(refusal)
            return False
        self.ensureCursorVisible()
        return True

    def _show_restored(self, span: Span) -> None:
        """Put the caret where undo or redo did something, if the user is writing here."""
        if self.window().focusWidget() in (self, None):
            self.select_span(Span(span.end, span.end))
            self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(event.globalPos())

    # --- input methods

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What is selected goes first, as an edit of its own.

        Qt would report it together with the whole line, and of two line breaks
        side by side it could not be told which one went.
        """
        is_input = event.commitString() or event.preeditString() or event.replacementLength()
        if is_input and self.textCursor().hasSelection():
            self._apply([Edit(self.selected_span(), "")], self.tr("Deleting"))
        super().inputMethodEvent(event)
        self._composing.note(event.preeditString())

    def inputMethodQuery(self, query: Qt.InputMethodQuery, argument: object = None) -> object:
        """Qt forgets that the gutter moves the text: the candidates would stand beside it."""
        if argument is not None:
            return super().inputMethodQuery(query, argument)
        answer = super().inputMethodQuery(query)
        if isinstance(answer, QRectF):
            return answer.translated(QPointF(self.viewport().pos()))
        if isinstance(answer, QRect):
            return answer.translated(self.viewport().pos())
        return answer

    def finish_composing(self) -> None:
        """Take what the input method shows into the text."""
        self._composing.finish()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._composing.finish()
        super().focusOutEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._composing.finish()
        super().mousePressEvent(event)
