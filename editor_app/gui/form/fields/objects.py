"""A list of objects: a card for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Scalar, Sequence, Value
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.schema.conditions import holds
from editor_app.core.schema.field import Field
from editor_app.core.schema.kinds import text_of
from editor_app.core.schema.schema import Bounds, SchemaField
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.counter import of_count, severity_of_count
from editor_app.gui.form.fields.object import NestedRows, RowsMaker
from editor_app.gui.form.fields.picks import chosen, label_of
from editor_app.gui.form.starts import start_of_item
from editor_app.gui.form.state import FormState
from editor_app.gui.form.writes import AddItems, MoveItem, RemoveItem


class Card(QFrame):
    """One object of the list, with a head that moves and removes it."""

    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self, index: int, rows: NestedRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.index = index
        self.rows = rows
        self.setProperty("part", "card")
        self.title = QLabel()
        self.title.setProperty("role", "dim")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.up = self._button("↑", self.tr("Move up"))
        self.down = self._button("↓", self.tr("Move down"))
        self.cross = self._button("✕", self.tr("Remove"))
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.cross.clicked.connect(self._remove)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.title, 1)
        for button in (self.up, self.down, self.cross):
            head.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 8, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(rows)

    def _button(self, text: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setProperty("part", "menu")
        button.setFixedSize(24, 24)
        button.setToolTip(name)
        return button

    def show_object(
        self, node: Mapping, parts: tuple[SchemaField, ...], variant: str, count: int
    ) -> None:
        words = (text_of(e.value) for e in node.entries if isinstance(e.value, Scalar))
        name = next((word for word in words if word), "")
        number = str(self.index + 1)
        words_shown = (number, variant, name.splitlines()[0][:40] if name != variant else "")
        self.title.setText(" · ".join(part for part in words_shown if part))
        for button in (self.up, self.down, self.cross):
            button.setAccessibleName(f"{button.toolTip()} {number}")
        self.up.setEnabled(self.index > 0)
        self.down.setEnabled(self.index < count - 1)
        self.rows.show_object(node, parts)

    def _move_up(self) -> None:
        self.moved.emit(self.index, self.index - 1)

    def _move_down(self) -> None:
        self.moved.emit(self.index, self.index + 1)

    def _remove(self) -> None:
        self.removed.emit(self.index)


class ObjectsField(FieldWidget):
    """Cards in the order of the list.

    A new one has the parts that the site says, in the form that was chosen where
    there are several; where it says nothing, the keys of the last.
    """

    joins_edits = False

    def __init__(
        self, field: Field, state: FormState, make_rows: RowsMaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, state.look, parent)
        self._state = state
        self._make_rows = make_rows
        self._node: Sequence | None = None
        self.cards: list[Card] = []
        self.add = QPushButton(self.tr("+ Add to %1").replace("%1", field.label))
        self.add.setProperty("part", "offer")
        self.add.clicked.connect(self._ask if self._forms() else self._add)
        self.column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.name_input(self.add)

    def show_node(self, node: Node | None, _front_matter: FrontMatter) -> None:
        self._node = node if isinstance(node, Sequence) else None
        items = (
            [item for item in self._node.items if isinstance(item, Mapping)] if self._node else []
        )
        while len(self.cards) > len(items):
            card = self.cards.pop()
            card.hide()
            self.column.removeWidget(card)
            card.deleteLater()
        while len(self.cards) < len(items):
            index = len(self.cards)
            card = Card(index, self._make_rows((*self.field.path, index)))
            card.setObjectName(f"card:{dotted((*self.field.path, index))}")
            card.moved.connect(self._move)
            card.removed.connect(self._remove)
            self.cards.append(card)
            self.column.insertWidget(index, card)
            card.show()  # at once: Qt would show it with a later event, and its height come late
        for card, item in zip(self.cards, items, strict=True):
            card.show_object(item, self._parts(), self._form_of(item), len(items))
        self.noted.emit()

    def part_count(self) -> int:
        return len(self.cards)

    @property
    def _bounds(self) -> Bounds | None:
        return self.field.about.bounds if self.field.about else None

    def hint(self) -> str:
        count = len(self.cards)
        return of_count(count, self._bounds) or (str(count) if count else "")

    def hint_severity(self) -> Severity | None:
        return severity_of_count(len(self.cards), self._bounds, has_any=True)

    # --- adding

    def _parts(self) -> tuple[SchemaField, ...]:
        return self.field.about.fields if self.field.about else ()

    def _forms(self) -> SchemaField | None:
        """The part whose choices decide which other parts an object has."""
        parts = self._parts()
        deciding = {each.path for part in parts for each in part.conditions if not each.from_root}
        return next((part for part in parts if (part.key,) in deciding and part.choices), None)

    def _form_of(self, item: Mapping) -> str:
        """What people read for the form of an object."""
        forms = self._forms()
        entry = item.entry(forms.key) if forms is not None else None
        choice = chosen(forms.choices, entry.value) if forms is not None and entry else None
        return label_of(choice) if choice is not None else ""

    def _ask(self) -> None:
        """Which form the new object is to have."""
        forms = self._forms()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for choice in forms.choices if forms is not None else ():
            action = menu.addAction(label_of(choice))
            action.setData(choice.value)
            action.setToolTip(choice.help)
        menu.triggered.connect(self._add_form)
        menu.popup(self.add.mapToGlobal(self.add.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def _add_form(self, action: QAction) -> None:
        forms = self._forms()
        if forms is not None:
            item: dict[str, Value] = {forms.key: action.data()}
            parts = [part for part in self._parts() if holds(part.conditions, item, item)]
            self._append(item | start_of_item(parts, self._state) | item)

    def _add(self) -> None:
        parts = [part for part in self._parts() if not part.conditions]
        if parts:
            self._append(start_of_item(parts, self._state))
            return
        last = self._node.items[-1] if self._node and self._node.items else None
        keys = [entry.name for entry in last.entries] if isinstance(last, Mapping) else ["name"]
        self._append(dict.fromkeys(keys, ""))

    def _append(self, item: dict[str, Value]) -> None:
        self.edited.emit(AddItems(self.field.path, ((item,),)))
        if self.cards:
            self.cards[-1].rows.first_input().setFocus()

    def _move(self, start: int, end: int) -> None:
        if 0 <= end < len(self.cards):
            self.edited.emit(MoveItem((*self.field.path, start), end))
            button = self.cards[end].up if end < start else self.cards[end].down
            (button if button.isEnabled() else self.cards[end].cross).setFocus()

    def _remove(self, index: int) -> None:
        self.edited.emit(RemoveItem((*self.field.path, index)))
        (self.cards[min(index, len(self.cards) - 1)].cross if self.cards else self.add).setFocus()
