"""Adding a field: the ones that are usual at hand, the others by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QPushButton, QVBoxLayout, QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.nodes import Path
from editor_app.core.schema.field import Field
from editor_app.gui.form.fields.line_input import LineInput
from editor_app.gui.form.flow import Flow
from editor_app.gui.form.look import ROW, Frame, tint_completions
from editor_app.gui.form.problem_line import ProblemLine
from editor_app.gui.form.starts import start
from editor_app.gui.form.state import FormState
from editor_app.gui.form.writes import AddKey

_MOST_NAMES = 8
"""So many completions are shown at once; the others are scrolled to."""

_MOST_OFFERS = 16
"""What a site says beyond these is found by its name."""


class NameInput(LineInput):
    """Esc is `cancelled`; Down shows all completions; Tab takes a name like Return."""

    def __init__(self, cancel: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cancel = cancel

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif event.key() == Qt.Key.Key_Down and self.completer() is not None:
            self.completer().complete()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """What was typed must not be lost on the way to the next input."""
        if not self.text().strip():
            return super().focusNextPrevChild(is_next)
        self.entered.emit()
        return True


class AddField(QWidget):
    """Offers for the essential fields, and a button that opens an input for any name."""

    def __init__(self, path: Path, state: FormState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._state = state
        self._absent: dict[str, Field] = {}
        self._offers: list[QPushButton] = []
        self._names = QStringListModel(self)
        self.button = QPushButton("+" if path else self.tr("+ Add field"))
        if path:  # many nested ones with words would shout
            name = self.tr("Add a field to %1").replace("%1", str(path[-1]))
            self.button.setAccessibleName(name)
            self.button.setToolTip(name)
        self.button.setProperty("part", "offer")
        self.button.setObjectName("addField:" + ".".join(map(str, path)))
        self.button.clicked.connect(self.open)
        self.flow = Flow()
        self.flow.add(self.button)
        self.name = NameInput(self._close)
        self.name.setObjectName("addFieldName:" + ".".join(map(str, path)))
        self.name.setAccessibleName(self.tr("Name of the new field"))
        self.name.setPlaceholderText(self.tr("Name of the field"))
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setMaxVisibleItems(_MOST_NAMES)
        self.name.setCompleter(completer)
        completer.activated.connect(self._add_later)
        self.name.entered.connect(self._add_typed)
        self.name.left.connect(self._close)
        self.frame = Frame(state.look)
        self.frame.setFixedHeight(ROW)
        self.frame.hold(self.name)
        self.frame.hide()
        self.refusal = ProblemLine()
        self.refusal.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.frame)
        column.addWidget(self.refusal)
        column.addWidget(self.flow)
        self._room = QWidget()  # the completions stand here and not over the fields
        self._room.hide()
        column.addWidget(self._room)

    def changeEvent(self, event: QEvent) -> None:
        """Offer nothing where nothing can be added."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self.flow.setVisible(self.isEnabled())

    def show_offers(self, absent: Sequence[Field]) -> None:
        """Offer the essential ones of the fields that the post does not have; complete all."""
        self._absent = {field.key: field for field in absent}
        self._names.setStringList(list(self._absent))
        wanted = [field for field in absent if _is_offered(field)][:_MOST_OFFERS]
        if [button.text() for button in self._offers] == [f"+ {field.label}" for field in wanted]:
            return
        self._state.rearrange()
        for button in self._offers:
            self.flow.remove(button)
        self._offers = [self._offer(field) for field in wanted]
        for button in self._offers:
            self.flow.add(button)

    def _offer(self, field: Field) -> QPushButton:
        button = QPushButton(f"+ {field.label}")
        button.setProperty("part", "offer")
        button.setProperty("key", field.key)
        button.setToolTip(field.help)
        button.setAccessibleName(self.tr("Add %1").replace("%1", field.label))
        button.clicked.connect(self._add_offered)
        return button

    def open(self, name: str | bool = "") -> None:
        """Ask for a name; the clicked signal's bool is no name."""
        self.frame.show()
        self.name.show_value(name if isinstance(name, str) else "")
        self.name.setFocus()
        completer = self.name.completer()
        tint_completions(completer, self._state.look.theme)
        self._make_room(completer)
        self._state.opened.emit(self)
        if self._absent and not self.name.text():
            completer.setCompletionPrefix("")
            completer.complete()

    def _make_room(self, completer: QCompleter) -> None:
        """As much as the completions take below the input."""
        popup = completer.popup()
        if popup is None or not self._absent:
            return
        popup.ensurePolished()
        height = popup.sizeHintForRow(0) * min(len(self._absent), _MOST_NAMES)
        self._room.setFixedHeight(max(0, height - self.flow.height()))
        self._room.show()

    def _close(self) -> None:
        had_focus = self.name.hasFocus()
        self.frame.hide()
        self._room.hide()
        self.refusal.hide()
        if had_focus:
            self.button.setFocus()

    def _add_offered(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton):
            self._add(str(button.property("key")))

    def _add_later(self, name: str) -> None:
        """The completer puts its text into the input after this; then the input closes."""
        self.name.type_text(name)
        self._add(name)

    def _add_typed(self) -> None:
        name = self.name.text().strip()
        if name:
            self._add(name)
        else:
            self._close()

    def _add(self, name: str) -> None:
        field = self._absent.get(name)
        values = ("",) if field is None else start(field, self._state)
        refusal = self._state.write(AddKey((*self._path, name), values))
        if refusal is None:
            self._close()
            self._state.field_added.emit((*self._path, name))
        else:
            self.refusal.show_line(refusal.message, Severity.ERROR, None, False)
            self.refusal.show()


def _is_offered(field: Field) -> bool:
    """What has a row already is not offered besides."""
    return field.is_essential and not field.required and field.inherited is None
