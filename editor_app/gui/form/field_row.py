"""One field in the form: its head, its widget, its problems."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QVBoxLayout, QWidget

from editor_app.core.diagnostics import Diagnostic, Refusal
from editor_app.core.frontmatter.nodes import Mapping
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.generators import known_fields
from editor_app.core.schema.schema import field_named
from editor_app.gui.form.field_head import FieldHead
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.look import GAP
from editor_app.gui.form.problem_lines import ProblemLines
from editor_app.gui.form.state import FormState
from editor_app.gui.form.writes import MoveKey, RemoveKey, RenameKey, SetText, SetValue, Write

_LOOKS_DEEPER = frozenset({FieldKind.OBJECT, FieldKind.OBJECTS, FieldKind.RAW})
"""What they show depends on more than their own node and problems."""


class FieldRow(QWidget):
    """Hands what its widget says to the form's state, and shows what came of it."""

    gone_to = Signal(object)

    def __init__(
        self, field: Field, widget: FieldWidget, state: FormState, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.kind = field.kind
        self.made_for = field
        self.widget = widget
        self._state = state
        self._refusal: Refusal | None = None
        self._sessions = 0
        self._shown: object = None
        self._is_showing = False
        self.head = FieldHead(field)
        self.problems = ProblemLines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(2)
        column.addWidget(self.head)
        column.addWidget(widget)
        if field.help and field.is_placed and not self._is_of_manual():
            column.addWidget(_help(field.help))
        column.addWidget(self.problems)
        widget.edited.connect(self._write)
        widget.added.connect(state.field_added)
        widget.noted.connect(self._note)
        widget.entered.connect(self._mend)
        widget.input.installEventFilter(self)
        self.problems.chosen.connect(state.fix_chosen)
        self.head.renamed.connect(self._rename)
        self.head.moved.connect(self._move)
        self.head.removed.connect(self._remove)
        self.head.shown_in_text.connect(self._show_in_text)

    def _is_of_manual(self) -> bool:
        """Whether the help is the generator's own, which who writes there knows by heart."""
        manual = field_named(known_fields(self._state.generator), self.field.key)
        return manual is not None and self._state.say(manual.help) == self.field.help

    @property
    def has_focus(self) -> bool:
        """Whether what has the focus stands in this row."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def show_field(self, field: Field) -> None:
        """Show the field's value and problems as they are now."""
        front_matter = self._state.front_matter
        node = front_matter.node(field.path)
        shown = (field, node, self._diagnostics(), self._is_twice())
        if shown == self._shown and self.kind not in _LOOKS_DEEPER:
            return
        self._shown = shown
        self.field = self.widget.field = self.head.field = field
        self._is_showing = True
        parts = self.widget.part_count()
        self.widget.show_node(node, front_matter)
        self._is_showing = False
        if self.widget.part_count() != parts:
            self._state.rearrange()
        if not self.widget.is_refused:
            self._refusal = None
        self._note()

    def forget(self) -> None:
        """What was typed and refused belongs to a post that is shown no longer."""
        self._shown = None
        self._refusal = None
        self._sessions += 1
        self.widget.forget()

    def _diagnostics(self) -> tuple[Diagnostic, ...]:
        """Those of the field, and of its parts where they have no rows of their own."""
        path = dotted(self.field.path)
        own = self._state.problems.get(path, ())
        if self.kind not in {FieldKind.LIST, FieldKind.RAW}:
            return own
        parts = (of for name, of in self._state.problems.items() if name.startswith(path + "."))
        return (*own, *itertools.chain.from_iterable(parts))

    def _note(self) -> None:
        """Show hint, problems and bar anew."""
        if self._is_showing:
            return
        diagnostics = self._diagnostics()
        lines = self.problems.count
        severity = self.problems.show_problems(
            diagnostics, self.widget.mark(), self._refusal, self.widget.takes_return()
        )
        if self.problems.count != lines:
            self._state.rearrange()
        self.widget.show_severity(severity)
        is_own = not self._is_twice() and self.field.counts
        self.head.show_hint(self._hint(), self.widget.hint_severity() if is_own else None)
        self.head.show_whether_it_counts(self.field.counts)
        self.widget.show_whether_it_counts(self.field.counts)
        messages = ". ".join(diagnostic.message for diagnostic in diagnostics)
        said = ". ".join(part for part in (self.field.help, messages) if part)
        self.widget.input.setAccessibleDescription(said)

    def _hint(self) -> str:
        if self._is_twice():
            return self.tr("stands twice")
        if not self.field.counts:
            return self.tr("does not count here")
        hint = self.widget.hint()
        if not hint and self.field.required:
            return self.tr("required")
        return hint

    def _is_twice(self) -> bool:
        duplicates = self._state.front_matter.duplicates
        entry = self._state.front_matter.entry(self.field.path) if duplicates else None
        return entry is not None and any(entry.span == later.span for _, later in duplicates)

    # --- writing

    def _write(self, write: Write) -> None:
        is_typed = isinstance(write, SetValue | SetText) and self.widget.joins_edits
        self._shown = None
        session = (self.field.path, self._sessions) if is_typed else None
        self._refusal = self._state.write(write, session)
        if self._refusal is not None:
            self.widget.refuse()
        elif isinstance(write, SetValue) and not is_typed:
            now = self._state.live_front_matter()  # what was chosen counts at once
            self.widget.show_node(now.node(self.field.path), now)
        self._note()

    def _mend(self) -> None:
        """Return does what the first line under the field offers."""
        fix = self.problems.first_fix
        if fix is not None and self.widget.takes_return():
            self._state.fix_chosen.emit(fix)

    def _rename(self, key: str) -> None:
        self._write(RenameKey(self.field.path, key))
        if self._refusal is None:
            self.gone_to.emit((*self.field.path[:-1], key))

    def _move(self, step: int) -> None:
        mapping = self._state.live_front_matter().node(self.field.path[:-1])
        if not isinstance(mapping, Mapping):
            return
        names = [entry.name for entry in mapping.entries]
        if self.field.path[-1] not in names:
            return
        index = len(names) - 1 - names[::-1].index(str(self.field.path[-1])) + step
        if 0 <= index < len(names):
            self._write(MoveKey(self.field.path, index))
            self.gone_to.emit(self.field.path)

    def _remove(self) -> None:
        self._write(RemoveKey(self.field.path))

    def _show_in_text(self) -> None:
        entry = self._state.live_front_matter().entry(self.field.path)
        if entry is not None:
            self._state.place_asked.emit(entry.span)

    # --- keys and pointer

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.FocusIn:
            self._sessions += 1
            self.head.show_menu_button(True)
        elif kind == QEvent.Type.FocusOut:
            self.head.show_menu_button(self.underMouse())
        elif isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            if by_key and self.field.is_present:
                self.head.open_menu()
                return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        has_alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        step = steps.get(Qt.Key(event.key()))
        is_menu_key = event.key() == Qt.Key.Key_Menu or (
            event.key() == Qt.Key.Key_F10 and event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        )
        if has_alt and step and self.field.is_present and not self.field.is_placed:
            self._move(step)
        elif is_menu_key and self.field.is_present:
            self.head.open_menu()
        else:
            event.ignore()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.head.show_menu_button(True)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.head.show_menu_button(self.widget.input.hasFocus())


def _help(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("part", "help")
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
