"""Find and replace in the open document."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.gui.document import Change, Document
from editor_app.gui.editor.find_bar import FindBar
from editor_app.gui.editor.moving_spans import MovingSpans
from editor_app.gui.editor.search import Found, Query, find, replacements
from editor_app.gui.editor.text_edit import Editor

_QUERY_PAUSE_MS = 120
_TEXT_PAUSE_MS = 400
_LONGEST_SEED = 200


class Finder(QObject):
    """Connects the bar with the editor; the matches follow the text while it is edited."""

    refused = Signal(object)  # Refusal

    def __init__(self, editor: Editor, bar: FindBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editor, self._bar = editor, bar
        self._document: Document | None = None
        self._found = Found()
        self._searched = Query("")
        self._searched_version = -1
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._search_and_show)
        bar.query_changed.connect(self._follow_query)
        bar.step_requested.connect(self.step)
        bar.replace_requested.connect(self.replace_one)
        bar.replace_all_requested.connect(self.replace_all)
        bar.closed.connect(self.close)
        editor.selectionChanged.connect(self._show_current)

    def set_document(self, document: Document | None) -> None:
        if self._document:
            self._document.changed.disconnect(self._follow_text)
        self._document = document
        self._searched_version = -1
        if document:
            document.changed.connect(self._follow_text)
        if self._bar.isVisible():
            self._timer.start(0)

    def open(self, *, replaces: bool = False) -> None:
        """Show the bar, with the selected words to look for."""
        if self._document is None:
            return
        words = self._document.table.slice(self._editor.selected_span())
        self._bar.show_replace(replaces)
        self._bar.show()
        if words and "\n" not in words and len(words) <= _LONGEST_SEED:
            self._bar.find_field.setText(words)
        self._bar.find_field.setFocus()
        self._bar.find_field.selectAll()
        self._search_and_show()

    def close(self) -> None:
        """Hide the bar and its marks, and go back to the text."""
        self._timer.stop()
        self._bar.hide()
        self._editor.matches, self._editor.current_match = MovingSpans(), None
        self._editor.viewport().update()
        self._editor.setFocus()

    def step(self, direction: int) -> None:
        """Select the next match after the caret, or the one before; round the end."""
        matches = self._matches()
        if not len(matches):
            return
        selected = self._editor.selected_span()
        if direction > 0:
            index = matches.first_from(max(selected.end, selected.start + 1 if selected else 0))
            if selected.is_empty:
                index = matches.first_from(selected.start)
            index %= len(matches)
        else:
            index = (matches.first_from(selected.start) - 1) % len(matches)
        self._editor.select_span(matches[index])
        self._editor.ensureCursorVisible()
        self._show_current()

    def replace_one(self) -> None:
        """Replace the selected match and go to the next; select one first if none is."""
        document, query = self._document, self._bar.query()
        if document is None:
            return
        selected = self._editor.selected_span()
        self._matches()
        edits = [
            edit
            for edit in replacements(document.text, query, self._bar.replace_field.text(), selected)
            if edit.span == selected
        ]
        if edits:
            refusal = document.apply(edits, document.version, self.tr("Replace"))
            if refusal:
                self.refused.emit(refusal)
                return
        self.step(1)

    def replace_all(self) -> None:
        """Replace every match as one step."""
        document = self._document
        if document is None:
            return
        edits = replacements(document.text, self._bar.query(), self._bar.replace_field.text())
        refusal = document.apply(edits, document.version, self.tr("Replace all"))
        if refusal:
            self.refused.emit(refusal)
        self._search_and_show()

    # --- searching

    def _follow_query(self, _query: Query) -> None:
        self._timer.start(_QUERY_PAUSE_MS)

    def _follow_text(self, change: Change) -> None:
        self._editor.matches.follow(change.edits)
        if self._bar.isVisible():
            self._timer.start(_TEXT_PAUSE_MS)

    def _matches(self) -> MovingSpans:
        """The matches in the text as it is."""
        document, query = self._document, self._bar.query()
        if document and (self._searched, self._searched_version) != (query, document.version):
            self._search()
        return MovingSpans(self._found.spans)

    def _search(self) -> None:
        if self._document:
            self._searched = self._bar.query()
            self._searched_version = self._document.version
            self._found = find(self._document.text, self._searched)

    def _search_and_show(self) -> None:
        if self._document is None or self._document.is_composing:
            return
        self._search()
        self._editor.matches = MovingSpans(self._found.spans)
        self._editor.viewport().update()
        self._show_current()

    def _show_current(self) -> None:
        """Say which of how many matches is selected."""
        if not self._bar.isVisible():
            return
        selected = self._editor.selected_span()
        matches, query = self._editor.matches, self._bar.query()
        index = matches.first_from(selected.start)
        is_match = index < len(matches) and matches[index] == selected
        self._editor.current_match = selected if is_match else None
        expression = query.expression()
        if not query.text:
            self._bar.show_count("")
        elif not expression.isValid():
            self._bar.show_count(self.tr("Not a pattern"), is_error=True)
        elif not len(matches):
            self._bar.show_count(self.tr("No match"), is_error=True)
        else:
            total = f"{len(matches)}" + ("" if self._found.is_complete else "+")
            place = str(index + 1) if is_match else "–"
            self._bar.show_count(self.tr("%1 of %2").replace("%1", place).replace("%2", total))
