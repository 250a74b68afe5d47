"""The editor pane: the text, its bars, and what the rest of the window hears of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QMenu,
    QPushButton,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from editor_app.core.analysis_values import Analysis
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.frontmatter import reader
from editor_app.core.text.spans import Span
from editor_app.gui.document import Change, Document
from editor_app.gui.editor.encoding_bar import EncodingBar
from editor_app.gui.editor.find_bar import FindBar
from editor_app.gui.editor.finder import Finder
from editor_app.gui.editor.fix_menu import fix_menu, nothing_here
from editor_app.gui.editor.fonts import SIZE_PX
from editor_app.gui.editor.highlighter import Highlighter
from editor_app.gui.editor.hover import diagnostics_at, tooltip
from editor_app.gui.editor.marks import Marks
from editor_app.gui.editor.scrolling import scroll_to, top_line
from editor_app.gui.editor.syntax_colours import syntax_colours
from editor_app.gui.editor.text_edit import Editor
from editor_app.gui.editor.text_menu import text_menu
from editor_app.gui.pane_header import label
from editor_app.gui.theme import Theme

_FIX_KEYS = "Ctrl+."
_FIX_WAIT_MS = 3000


@dataclass(slots=True)
class _View:
    """How a document was last seen, to come back to it in its tab."""

    highlighter: Highlighter
    anchor: int = 0
    caret: int = 0
    line: float = 0.0


class EditorPane(QWidget):
    """Shows one document at a time and remembers where each was left."""

    caret_moved = Signal(int)  # offset in code points
    top_line_changed = Signal(float)  # from 0, moved by the user or by another document
    fix_requested = Signal(object)  # Fix
    refused = Signal(object)  # Refusal
    encoding_requested = Signal(str)
    open_requested = Signal()
    zoomed = Signal(int)  # pixels

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("editorPane")
        self._theme = theme
        self._document: Document | None = None
        self._views: WeakKeyDictionary[Document, _View] = WeakKeyDictionary()
        self._marks = Marks(self)
        self.editor = Editor(theme, self._marks)
        self._bar = FindBar(theme)
        self._encodings = EncodingBar(theme)
        self._finder = Finder(self.editor, self._bar, self)
        self._is_scrolled_by_program = False
        self._opening_line: float | None = None
        self._fix_wait = QTimer(self)
        self._fix_wait.setSingleShot(True)
        self._fix_wait.setInterval(_FIX_WAIT_MS)
        self._lay_out()
        self._connect()
        self.set_document(None)

    # --- what the window calls

    def set_document(self, document: Document | None) -> None:
        """Show a document, where it was left; at its first time with the body on top."""
        is_new = document is not None and document not in self._views
        with self._by_program():
            self._show_document(document)
        if document is not None:  # what stands above the body is to be seen at first
            self.top_line_changed.emit(0.0 if is_new else self._views[document].line)

    def _show_document(self, document: Document | None) -> None:
        self._leave()
        self._document = document
        self.editor.set_document(document)
        self._finder.set_document(document)
        self._encodings.show_source(document.table.source if document else None)
        self._stack.setCurrentIndex(0 if document else 1)
        if document is None:
            self._bar.hide()
            self._marks.clear(0, 0)
            return
        body_start = reader.read(document.text).body_start
        self._marks.clear(document.version, body_start)
        document.changed.connect(self._follow_change)
        document.source_replaced.connect(self._follow_source)
        view = self._views.get(document)
        if view is None:
            view = self._views[document] = self._first_view(document, body_start)
        view.highlighter.rescanned.connect(self._highlight)
        self.editor.select_span(Span(document.offset(view.anchor), document.offset(view.caret)))
        self._opening_line = view.line
        self._scroll(view.line)
        self._highlight()

    def show_analysis(self, analysis: Analysis) -> None:
        """Mark what an analysis of the open document found."""
        self._marks.show(analysis)
        if self._fix_wait.isActive() and self._marks.is_current:
            self._fix_wait.stop()
            self.show_fixes()

    def show_theme(self, theme: Theme) -> None:
        self._theme = theme
        for part in (self.editor, self._bar, self._encodings):
            part.show_theme(theme)
        colours = syntax_colours(theme)
        for view in self._views.values():
            if isValid(view.highlighter):  # it goes with its document
                view.highlighter.recolour(colours)

    def reveal(self, span: Span) -> None:
        """Select a stretch of the text and bring it into sight, and go there."""
        self._opening_line = None
        document = self._document
        if document is None:
            return
        length = document.table.length
        self.editor.select_span(Span(min(span.start, length), min(span.end, length)))
        block = document.qt.findBlock(document.units(min(span.start, length)))
        first = block.blockNumber()
        if not top_line(self.editor) <= first < self._bottom_line() - 1:
            self.editor.centerCursor()
        self.focus_text()

    def paint_now(self) -> None:
        """Have the text seen before the other panes have found their places."""
        self.editor.viewport().repaint()

    def focus_text(self) -> None:
        self.editor.setFocus()

    def scroll_to_line(self, line: float) -> None:
        """Bring a line to the top, from 0 in the whole text; nothing is emitted for it."""
        self._opening_line = None
        self._scroll(line)

    def show_find(self) -> None:
        self._finder.open()

    def show_replace(self) -> None:
        self._finder.open(replaces=True)

    def find_next(self) -> None:
        self._finder.step(1)

    def find_previous(self) -> None:
        self._finder.step(-1)

    def zoom(self, steps: int) -> None:
        """Make the text larger or smaller by so many pixels; 0 gives it its own size again."""
        self.editor.set_size(self.editor.size_px + steps if steps else SIZE_PX)

    def show_fixes(self) -> None:
        """Show the fixes at the caret, once the text as it is has been checked."""
        document = self._document
        if document is None or document.is_composing:
            return
        if not self._marks.is_current:
            self._fix_wait.start()
            return
        place = self.editor.viewport().mapToGlobal(self.editor.cursorRect().bottomLeft())
        found = self._at_caret(document)
        if not found:  # no menu: it would keep the key that the words name
            words = nothing_here(are_elsewhere=self._marks.are_there)
            QToolTip.showText(place, words, self.editor)
            return
        menu = fix_menu(found, self.fix_requested.emit, self._theme, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    # --- parts

    def _lay_out(self) -> None:
        empty = QWidget()
        invitation = QVBoxLayout(empty)
        words = label(self.tr("The text of the post that you open stands here."), "dim")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(self.tr("Open post…"))
        button.setObjectName("editorOpen")
        button.clicked.connect(self.open_requested)
        invitation.addStretch(2)
        invitation.addWidget(words)
        invitation.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        invitation.addStretch(3)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.editor)
        self._stack.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._encodings, self._bar):
            part.hide()
            column.addWidget(part)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        editor = self.editor
        editor.cursorPositionChanged.connect(self._tell_caret)
        editor.verticalScrollBar().valueChanged.connect(self._tell_top)
        editor.looked_at.connect(self._follow_look)
        editor.textChanged.connect(self._highlight)
        editor.menu_requested.connect(self._open_menu)
        editor.refused.connect(self.refused)
        editor.zoomed.connect(self.zoomed)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)
        self._finder.refused.connect(self.refused)
        self._encodings.encoding_requested.connect(self.encoding_requested)

    def _first_view(self, document: Document, body_start: int) -> _View:
        highlighter = Highlighter(document.qt, syntax_colours(self._theme), document)
        start = document.units(body_start)
        line = document.qt.findBlock(start).blockNumber()
        while (
            line + 1 < document.qt.blockCount() and not document.qt.findBlockByNumber(line).text()
        ):
            line += 1  # empty lines behind the front matter
        caret = document.qt.findBlockByNumber(line).position()
        return _View(highlighter, caret, caret, float(line))

    def _leave(self) -> None:
        document = self._document
        if document is None:
            return
        document.changed.disconnect(self._follow_change)
        document.source_replaced.disconnect(self._follow_source)
        view = self._views.get(document)
        if view:
            view.highlighter.rescanned.disconnect(self._highlight)
            caret = self.editor.textCursor()
            view.anchor, view.caret = caret.anchor(), caret.position()
            view.line = top_line(self.editor)

    # --- what happens in the text

    def _follow_change(self, change: Change) -> None:
        self._opening_line = None
        self._marks.follow(change)

    def _follow_source(self) -> None:
        if self._document:
            self._encodings.show_source(self._document.table.source)
            self.editor.setReadOnly(self._document.is_read_only)

    def _tell_caret(self) -> None:
        if self._document:
            self.caret_moved.emit(self._document.offset(self.editor.textCursor().position()))

    def _tell_top(self) -> None:
        if not self._is_scrolled_by_program and self._document:
            self.top_line_changed.emit(top_line(self.editor))

    def _follow_look(self) -> None:
        """Other lines are seen: after a first resize the opening line goes to the top again."""
        if self._opening_line is not None:
            self._scroll(self._opening_line)
        self._highlight()

    def _highlight(self) -> None:
        if self._document and (view := self._views.get(self._document)):
            view.highlighter.show(self.editor.firstVisibleBlock(), self._seen())

    def _learn_after_painting(self) -> None:
        view = self._views.get(self._document) if self._document else None
        if view is not None and view.highlighter.has_to_learn:
            QTimer.singleShot(0, view.highlighter, view.highlighter.learn)

    def _seen(self) -> int:
        """How many lines can be seen at most."""
        return self.editor.viewport().height() // max(self.editor.fontMetrics().height(), 1) + 2

    def _bottom_line(self) -> int:
        rows = self.editor.rows()
        return rows[-1].block.blockNumber() if rows else 0

    def _scroll(self, line: float) -> None:
        with self._by_program():
            scroll_to(self.editor, line)

    @contextmanager
    def _by_program(self) -> Iterator[None]:
        """What scrolls in here is not the user; one may stand in another."""
        before, self._is_scrolled_by_program = self._is_scrolled_by_program, True
        yield
        self._is_scrolled_by_program = before

    # --- keys, mouse, menus

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and watched is self.editor.viewport():
            found = diagnostics_at(self.editor, event.pos())
            QToolTip.showText(event.globalPos(), tooltip(found, _FIX_KEYS), self.editor)
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(event)
        if event.type() == QEvent.Type.Paint and watched is self.editor.viewport():
            self._learn_after_painting()
        if event.type() == QEvent.Type.Wheel:
            self._opening_line = None
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        """The pane's own keys, where no command of the window has taken them."""
        self._opening_line = None
        keys = QKeySequence(event.keyCombination()).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        action = {
            "Ctrl+F": self.show_find,
            "Ctrl+H": self.show_replace,
            "F3": self.find_next,
            "Shift+F3": self.find_previous,
            _FIX_KEYS: self.show_fixes,
        }.get(keys)
        if keys == "Esc" and self._bar.isVisible():
            action = self._finder.close
        if action:
            action()
        return action is not None

    def _at_caret(self, document: Document) -> list[Diagnostic]:
        """The diagnostics at the caret, or else those of its line."""
        span = self.editor.selected_span()
        found = [diagnostic for diagnostic, _ in self._marks.touching(span)]
        if not found:
            block = self.editor.textCursor().block()
            start = document.offset(block.position())
            line = Span(start, start + len(block.text()))
            found = [diagnostic for diagnostic, _ in self._marks.touching(line)]
        return found

    def _open_menu(self, place: QPoint) -> None:
        document = self._document
        if document is None:
            return
        fixes = self._at_caret(document) if self._marks.is_current else []
        menu: QMenu = text_menu(self.editor, document, fixes, self.fix_requested.emit, self._theme)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
