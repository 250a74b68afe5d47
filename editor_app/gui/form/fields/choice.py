"""One of several values: typing filters, Return takes."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node, Scalar
from editor_app.core.schema.field import Field
from editor_app.core.schema.kinds import is_null
from editor_app.core.schema.schema import Choice
from editor_app.gui.form.fields.glyph_button import GlyphButton
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.fields.pick_list import PickList
from editor_app.gui.form.fields.picks import chosen, filtered, label_of, named, written
from editor_app.gui.form.look import Look
from editor_app.gui.form.writes import SetValue

_NOTHING = Choice(None, "—")


class ChoiceField(LineField):
    """Shows the label, writes the value.

    Where only the choices are allowed what is typed is a filter: Return takes the
    first that fits, or writes the text where none does, so that every value can
    still be made. Leaving takes what is exactly one of them, else what stood
    there is shown again. Where other values are allowed each key is written.
    """

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self._choices = field.about.choices if field.about else ()
        self._is_limit = bool(self._choices and field.about and field.about.is_limit)
        self.joins_edits = not self._is_limit
        self._is_filtering = False
        self.button = GlyphButton(
            "chevron-down", self.tr("Choose %1").replace("%1", field.label), "↓", look
        )
        if self.frame is not None:
            self.frame.end(self.button)
        self.picks = PickList(self.line, self.frame or self, look)
        self.button.clicked.connect(self.picks.toggle)
        self.picks.asked.connect(self._open)
        self.picks.taken.connect(self._take)
        self.line.opened.connect(self._open)

    @property
    def chosen(self) -> Choice | None:
        return chosen(self._choices, self.node)

    # --- showing

    def show_node(self, node: Node | None, front_matter: FrontMatter) -> None:
        if self._is_filtering and node == self.node:
            return
        self._is_filtering = False
        super().show_node(node, front_matter)

    def text_of(self, node: Scalar | None) -> str:
        choice = chosen(self._choices, node)
        return super().text_of(node) if choice is None else label_of(choice)

    def hint(self) -> str:
        choice = self.chosen
        value = written(choice.value) if choice is not None else ""
        return value if choice is not None and value != label_of(choice) else ""

    def mark(self) -> str:
        if self._is_filtering or not self._is_limit or self.node is None or is_null(self.node):
            return ""
        if self.chosen is not None or not super().text_of(self.node):
            return ""
        return self.tr("Not one of the choices")

    def hint_severity(self) -> Severity | None:
        return None

    def placeholder(self) -> str:
        choices = self.field.about.choices if self.field.about else ()
        given = next((each for each in choices if each.value == self.field.default), None)
        if given is None or self.field.default is None:
            return super().placeholder()
        return self.tr("default: %1").replace("%1", label_of(given))

    # --- choosing

    def _open(self) -> None:
        """All choices, whatever stands there."""
        current = self.chosen
        choices = list(self._choices)
        if self._can_be_empty():
            choices.insert(0, _NOTHING)
        self.picks.show_choices(choices, [current] if current else (), picked=current)

    def _can_be_empty(self) -> bool:
        return not self.field.required and self.node is not None and bool(self.line.text())

    def _type(self, text: str) -> None:
        if not self._is_limit:
            super()._type(text)
        else:
            self._is_filtering = True
            self.noted.emit()
        found = filtered(self._choices, text)
        is_sure = bool(text.strip()) and self._is_limit
        picked = found[0] if found and is_sure else None
        self.picks.show_choices(
            found,
            [self.chosen] if self.chosen else (),
            picked=picked,
            foot="" if found or not self._is_limit else self.tr("Return writes it all the same"),
        )

    def _take(self, choice: Choice) -> None:
        self.picks.close_list()
        self._is_filtering = False
        current = self.chosen
        self.line.show_value(label_of(choice) if choice is not _NOTHING else "")
        self.line.selectAll()
        if choice != current:
            values = (None, "") if choice is _NOTHING else (choice.value,)
            self.is_refused = False
            self.edited.emit(SetValue(self.field.path, values))
        self.noted.emit()

    def enter(self) -> None:
        """Return with no choice at hand: the text itself, be it none of them."""
        text = self.line.value
        choice = named(self._choices, text)
        if choice is not None:
            self._take(choice)
        elif text.strip() or not self.field.required:
            self._is_filtering = False
            self.picks.close_list()
            self.edited.emit(SetValue(self.field.path, (text,) if text.strip() else (None, "")))
            self.noted.emit()

    def _enter(self) -> None:
        if self._is_filtering:
            self.enter()
        else:
            super()._enter()

    def _leave(self) -> None:
        if self._is_filtering:
            choice = named(self._choices, self.line.value)
            self._is_filtering = False
            if choice is not None:
                self._take(choice)
            else:
                self.line.show_value(self.text_of(self.node))
        super()._leave()

    def forget(self) -> None:
        super().forget()
        self._is_filtering = False

    def finish(self) -> None:
        """A filter is nothing that would be lost."""
        if self._is_filtering and named(self._choices, self.line.value) is not None:
            self._leave()
