"""A list whose items are proposed: choices, tags of the site, other posts."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from editor_app.core.frontmatter.nodes import Scalar
from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.kinds import text_of
from editor_app.core.schema.schema import Choice
from editor_app.gui.form.fields.chips import ChipsField
from editor_app.gui.form.fields.choice_source import ChoiceSource
from editor_app.gui.form.fields.pick_list import PickList
from editor_app.gui.form.fields.picks import chosen, filtered, label_of, named, written
from editor_app.gui.form.look import Look
from editor_app.gui.form.state import FormState
from editor_app.gui.form.writes import AddItems, RemoveItem, Written


class PickedChipsField(ChipsField):
    """What is typed filters, Down shows all, Return takes what was gone to.

    Where only some values are allowed, Return takes the first that fits, and
    leaving takes what is exactly one of them. In the list that Down opens, what
    is chosen is ticked, and taking it again takes it out.
    """

    def __init__(
        self, field: Field, look: Look, state: FormState, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, look, parent)
        self.source = ChoiceSource(field, state, self)
        self.picks = PickList(self.line, self.frame or self, look)
        self.picks.asked.connect(self._open)
        self.picks.taken.connect(self._take)
        self.source.grown.connect(self._grow)
        self.line.opened.connect(self._open)
        self.line.typed.connect(self._filter)
        self.line.installEventFilter(self)
        self.line.setToolTip(self.tr("↓ shows what can be chosen"))

    # --- showing

    def label(self, item: Scalar) -> str:
        choice = chosen(self.source.choices, item)
        return text_of(item) if choice is None else label_of(choice)

    def is_foreign(self, item: Scalar) -> bool:
        return self.source.is_limit and chosen(self.source.choices, item) is None

    def mark(self) -> str:
        if self.said:
            return self.said
        foreign = next((item for item in self.items if self.is_foreign(item)), None)
        if foreign is None:
            return ""
        return self.tr("%1 is not one of the choices").replace("%1", text_of(foreign))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.field.item is FieldKind.RELATION:
            self.source.read()  # for the labels of the chips

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.source.read()
        return False

    def _grow(self) -> None:
        """More values are known: labels may have come, and what fits to the text."""
        for index, (item, chip) in enumerate(zip(self.items, self.chips, strict=False)):
            chip.show_item(self.label(item), index, len(self.items))
            chip.show_foreign(self.is_foreign(item))
        self.lay_out()
        if self.picks.is_open:
            self._filter(self.line.text())

    # --- choosing

    def values(self, text: str) -> tuple[Written, ...]:
        choice = named(self.source.choices, text)
        return super().values(text) if choice is None else (choice.value,)

    def key(self, text: str) -> str:
        choice = named(self.source.choices, text)
        return text if choice is None else written(choice.value)

    def finish_line(self) -> None:
        """A filter that is no choice is nothing to add where only choices are allowed."""
        self.picks.close_list()
        if self.source.is_limit and named(self.source.choices, self.line.text()) is None:
            self.line.show_value("")
        super().finish_line()

    def _chosen(self) -> list[Choice]:
        found = (chosen(self.source.choices, item) for item in self.items)
        return [choice for choice in found if choice is not None]

    def _open(self) -> None:
        self.source.read()
        self.picks.show_choices(filtered(self.source.choices, ""), self._chosen())

    def _filter(self, text: str) -> None:
        present, is_typed = self._chosen(), bool(text.strip())
        if not is_typed and not self.picks.is_open:
            return
        found = filtered(self.source.choices, text)
        if is_typed:
            found = [choice for choice in found if choice not in present]
        picked = found[0] if found and is_typed and self.source.is_limit else None
        is_none = is_typed and not found and self.source.is_limit
        foot = self.tr("Return adds it all the same") if is_none else ""
        self.picks.show_choices(found, present, picked=picked, foot=foot)

    def _take(self, choice: Choice) -> None:
        was_browsing = not self.line.text().strip()
        self.line.show_value("")
        self.said = ""
        present = [chosen(self.source.choices, item) for item in self.items]
        if choice in present:
            self.edited.emit(RemoveItem((*self.field.path, present.index(choice))))
        else:
            self.edited.emit(AddItems(self.field.path, ((choice.value,),)))
        if was_browsing:
            every = filtered(self.source.choices, "")
            self.picks.show_choices(every, self._chosen(), picked=choice)
        else:
            self.picks.close_list()
        self.noted.emit()
