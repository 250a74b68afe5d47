"""Another post, or an entry of a data file: found by what people call it, written as its value."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.schema.field import Field
from editor_app.core.schema.schema import Choice
from editor_app.gui.form.fields.choice_source import ChoiceSource
from editor_app.gui.form.fields.glyph_button import GlyphButton
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.fields.pick_list import PickList
from editor_app.gui.form.fields.picks import filtered, label_of, written
from editor_app.gui.form.look import Look
from editor_app.gui.form.state import FormState
from editor_app.gui.form.writes import SetValue, Written


class RelationField(LineField):
    """The line has the value as it is written; what people call it stands above, once it is known.

    Each key is written, as in a line, for a post may name what is not there yet.
    """

    def __init__(
        self, field: Field, look: Look, state: FormState, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, look, parent)
        self.source = ChoiceSource(field, state, self)
        name = self.tr("Choose %1").replace("%1", field.label)
        self.button = GlyphButton("chevron-down", name, "↓", look)
        if self.frame is not None:
            self.frame.end(self.button)
        self.picks = PickList(self.line, self.frame or self, look)
        self.button.clicked.connect(self.picks.toggle)
        self.picks.asked.connect(self._open)
        self.picks.taken.connect(self._take)
        self.line.opened.connect(self._open)
        self.line.installEventFilter(self)
        self.source.grown.connect(self._grow)

    @property
    def chosen(self) -> Choice | None:
        text = self.line.text().strip()
        return next((each for each in self.source.choices if written(each.value) == text), None)

    def hint(self) -> str:
        choice = self.chosen
        return label_of(choice) if choice and label_of(choice) != written(choice.value) else ""

    def hint_severity(self) -> Severity | None:
        return None

    def mark(self) -> str:
        """Only once all are known, and where there are any."""
        is_known = self.source.is_complete and bool(self.source.choices)
        if not is_known or not self.line.text().strip() or self.chosen is not None:
            return super().mark()
        return self.tr("Leads nowhere: there is no such entry")

    def values(self, text: str) -> tuple[Written, ...]:
        """The value itself where it is no text, such as a number."""
        choice = self.chosen
        is_it = choice is not None and written(choice.value) == text
        return (choice.value,) if choice is not None and is_it else (text,)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.source.read()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.source.read()
        return False

    def _grow(self) -> None:
        if self.picks.is_open:
            self._show_picks(self.line.text() if self._was_typed else "")
        self.noted.emit()

    def _open(self) -> None:
        self.source.read()
        self._show_picks("")

    def _show_picks(self, text: str) -> None:
        current = self.chosen
        found = filtered(self.source.choices, text)
        is_reading = not self.source.is_complete
        foot = self.tr("Looking…") if is_reading else "" if found else self.tr("Nothing fits")
        self.picks.show_choices(found, [current] if current else (), picked=current, foot=foot)

    def _type(self, text: str) -> None:
        super()._type(text)
        if text.strip():
            self._show_picks(text)
        else:
            self.picks.close_list()

    def _take(self, choice: Choice) -> None:
        self.picks.close_list()
        self.line.show_value(written(choice.value))
        self.is_refused = False
        self.edited.emit(SetValue(self.field.path, (choice.value,)))
        self.noted.emit()
