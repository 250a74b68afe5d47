"""The document: the open text as Qt shows it and as the file holds it, in step.

Every change goes through here, typed or programmatic, so there is one undo
history and one modified flag. UTF-16 lives here and in the editor only.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import NewType

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from editor_app.core.diagnostics import Refusal
from editor_app.core.text.edits import Edit, difference, ordered
from editor_app.core.text.history import History
from editor_app.core.text.piece_table import PieceTable
from editor_app.core.text.source import Source, normalised
from editor_app.core.text.spans import Span
from editor_app.gui.document_display import read_range, shown
from editor_app.gui.document_layout import LineLayout
from editor_app.gui.document_saved import SavedState, line_differences
from editor_app.gui.document_typing import TypingRun

Utf16 = NewType("Utf16", int)
"""A position in a Qt document: UTF-16 code units from its start."""

_MARGIN_PX = 8


@dataclass(frozen=True, slots=True)
class Change:
    """What led to `version`: ordered edits in code points of the version before."""

    version: int
    edits: tuple[Edit, ...]


class Document(QObject):
    """One open text. Qt's own undo is off; `History` gives the very bytes back.

    `changed` carries a Change and comes while Qt is still busy with the key:
    who hears it looks, and edits later. `restored` carries the span that an
    undo or redo brought back, in the text as it is now.
    """

    changed = Signal(object)
    modified_changed = Signal(bool)
    history_changed = Signal()
    restored = Signal(object)
    composing_changed = Signal(bool)
    source_replaced = Signal()

    def __init__(
        self,
        source: Source,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._table = PieceTable.of(source)
        self._text: str | None = source.text  # None until somebody asks for the present one
        self._history = History()
        self._saved = SavedState(self._table)
        self._run = TypingRun(clock)
        self._version = 0
        self._is_modified = False
        self._is_basic = not source.astral  # every character is one UTF-16 unit
        self._near = 0, 0  # a place in units and in code points: the next is often near
        self._is_composing = False
        self._is_making = False
        self.qt = QTextDocument(self)
        self._layout = LineLayout(self.qt)
        self.qt.setDocumentLayout(self._layout)
        self.qt.setUndoRedoEnabled(False)
        self.qt.setDocumentMargin(_MARGIN_PX)  # later, it would cost a look at the whole text
        self.qt.setPlainText(shown(self.text))
        self.qt.contentsChange.connect(self._follow)

    # --- reading

    @property
    def version(self) -> int:
        return self._version

    @property
    def table(self) -> PieceTable:
        return self._table

    @property
    def text(self) -> str:
        """The whole normalised text; never in the path of a key."""
        if self._text is None:
            self._text = self._table.text
        return self._text

    @property
    def is_modified(self) -> bool:
        """Whether saving would write other bytes than the last save or load."""
        return self._is_modified

    @property
    def is_composing(self) -> bool:
        """Whether an input method shows a preedit; nothing may edit or analyse then."""
        return self._is_composing

    @property
    def is_read_only(self) -> bool:
        return self._table.source.is_read_only

    @property
    def undo_name(self) -> str | None:
        return self._history.done[-1].name if self._history.done else None

    @property
    def redo_name(self) -> str | None:
        return self._history.undone[-1].name if self._history.undone else None

    def units(self, offset: int) -> Utf16:
        return Utf16(offset if self._is_basic else self._table.units(offset))

    def offset(self, units: int) -> int:
        """The middle of a surrogate pair gives the offset of its character."""
        if self._is_basic:
            return min(units, self._table.length)
        near_units, near = self._near
        ahead = units - near_units
        low = max(near + (ahead // 2 if ahead > 0 else ahead), 0)
        high = min(near + (ahead if ahead > 0 else -(-ahead // 2)), self._table.length)
        while low < high:
            middle = (low + high + 1) // 2
            if self._table.units(middle) <= units:
                low = middle
            else:
                high = middle - 1
        self._near = self._table.units(low), low
        return low

    # --- editing

    def apply(
        self, edits: Iterable[Edit], version: int, name: str, *, joins: bool = False
    ) -> Refusal | None:
        """Make edits as one step that undo names; the only door for a program.

        With `joins` they go on the last step if that has the same name and no
        pause lies between. What an edit would write unchanged is left alone, so
        its bytes stay. Raises OverlappingEdits; IndexError outside the text.
        """
        if version != self._version:
            return Refusal(self.tr("The text has changed in the meantime, so nothing was done"))
        if self._is_composing:
            return Refusal(self.tr("Finish the word in the input method first"))
        if self.is_read_only:
            return Refusal(self.tr("The file is in an unknown encoding and can only be read"))
        least = self._least(ordered(edits))
        if least:
            joins = self._run.is_recent() and joins
            self._write(least)
            self._step(name, least, joins=joins)
        return None

    def undo(self) -> None:
        """Take the last step back; `restored` says where."""
        found = None if self._is_composing else self._history.undo()
        if found:
            history, step = found
            self._travel(history, step.back, step.before)

    def redo(self) -> None:
        """Make the step that was last undone again; `restored` says where."""
        found = None if self._is_composing else self._history.redo()
        if found:
            history, step = found
            self._travel(history, step.forth, step.after)

    def mark_saved(self) -> None:
        """The bytes of this very version stand on disk now."""
        self._saved = SavedState(self._table)
        self._run.end()
        self._compare()

    def replace_source(self, source: Source) -> None:
        """Show what stands on disk now; carets stay where the text is the same.

        The history ends here: its steps belong to the other bytes.
        """
        edits = line_differences(self.text, source.text)
        self._write(edits)
        self._show(PieceTable.of(source), edits)
        self._is_basic = not source.astral
        self._saved = SavedState(self._table)
        self._run.end()
        self._history = History()
        self.source_replaced.emit()
        if edits:
            self._version += 1
            self.changed.emit(Change(self._version, edits))
        self.history_changed.emit()
        self._compare()

    def set_composing(self, is_composing: bool) -> None:
        """The editor says that an input method's preedit opened or closed."""
        if is_composing != self._is_composing:
            self._is_composing = is_composing
            self.composing_changed.emit(is_composing)

    # --- in step with Qt

    def _follow(self, position: int, removed: int, added: int) -> None:
        """Take in what Qt did, which may report more than has changed."""
        if self._is_making:
            return
        before = self.units(self._table.length)
        after = self.qt.characterCount() - 1  # Qt counts the last paragraph's end
        removed, added = min(removed, before - position), min(added, after - position)
        if position > before or removed - added != before - after:
            position, removed, added = 0, before, after
        start, end = self.offset(position), self.offset(position + removed)
        if start and self._table.slice(Span(start - 1, start)) == "\ufffd":
            start -= 1  # it may be half of a pair that came as two keys
        if self.units(end) < position + removed:
            end += 1  # never half of a surrogate pair
        span = Span(start, end)
        first = self.units(start)
        now = read_range(self.qt, first, first + self.units(end) - first + after - before)
        edits = tuple(
            Edit(edit.span.shifted(start), edit.text)
            for edit in difference(shown(self._table.slice(span)), now)
        )
        if edits:
            name = self.tr("Typing") if edits[0].text else self.tr("Deleting")
            self._step(name, edits, joins=self._run.joins(edits[0]))

    def _write(self, edits: Sequence[Edit]) -> None:
        """Bring edits of the present table into Qt as one change."""
        self._is_making = True
        cursor = QTextCursor(self.qt)
        cursor.beginEditBlock()
        try:
            for edit in reversed(edits):
                cursor.setPosition(self.units(edit.span.start))
                cursor.setPosition(self.units(edit.span.end), QTextCursor.MoveMode.KeepAnchor)
                cursor.removeSelectedText()
                cursor.insertText(shown(edit.text))
        finally:
            cursor.endEditBlock()
            self._is_making = False

    def _least(self, edits: Iterable[Edit]) -> tuple[Edit, ...]:
        least: list[Edit] = []
        for edit in edits:
            if edit.span.end > self._table.length:
                raise IndexError(f"{edit.span} is outside a text of {self._table.length}")
            for part in difference(self._table.slice(edit.span), normalised(edit.text)):
                least.append(Edit(part.span.shifted(edit.span.start), part.text))
        return tuple(least)

    def _step(self, name: str, edits: tuple[Edit, ...], *, joins: bool) -> None:
        names = self.undo_name, self.redo_name
        before = self._table
        self._history, table = self._history.with_step(name, before, edits, joins=joins)
        self._advance(edits, table)
        if names != (self.undo_name, self.redo_name):
            self.history_changed.emit()

    def _travel(
        self, history: History, sets: tuple[tuple[Edit, ...], ...], table: PieceTable
    ) -> None:
        edits = sets[0] if len(sets) == 1 else self._hull(sets, table)
        self._run.end()
        self._write(edits)
        self._history = history
        self._advance(edits, table)
        self.history_changed.emit()
        if edits:
            start = edits[0].span.start
            self.restored.emit(Span(start, start + len(edits[0].text)))

    def _hull(self, sets: Iterable[tuple[Edit, ...]], table: PieceTable) -> tuple[Edit, ...]:
        """One edit that does what sets of edits do one after the other."""
        length = head = tail = self._table.length
        for edits in sets:
            head = min(head, edits[0].span.start)
            tail = min(tail, length - edits[-1].span.end)
            length += sum(edit.delta for edit in edits)
        head = min(head, length)
        tail = min(tail, self._table.length - head, length - head)
        span = Span(head, self._table.length - tail)
        text = table.slice(Span(head, length - tail))
        return (Edit(span, text),) if text != self._table.slice(span) else ()

    def _advance(self, edits: tuple[Edit, ...], table: PieceTable) -> None:
        self._saved.follow(edits, self._table.length)
        self._show(table, edits)
        self._version += 1
        self.changed.emit(Change(self._version, edits))
        self._compare()

    def _show(self, table: PieceTable, edits: Sequence[Edit]) -> None:
        self._table, self._text = table, None
        if edits:
            start = edits[0].span.start  # what stands before it has not moved
            self._near = table.units(start), start
        self._is_basic = self._is_basic and all(
            max(edit.text, default="") <= "\uffff" for edit in edits
        )

    def _compare(self) -> None:
        is_modified = self._saved.differs(self._table)
        if is_modified != self._is_modified:
            self._is_modified = is_modified
            self.modified_changed.emit(is_modified)
