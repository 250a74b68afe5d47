"""A list of objects: a card for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Scalar, Sequence, Value
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.schema.field import Field
from editor_app.core.schema.kinds import text_of
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.object import NestedRows, RowsMaker
from editor_app.gui.form.look import Look
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

    def show_object(self, node: Mapping, count: int) -> None:
        words = (text_of(e.value) for e in node.entries if isinstance(e.value, Scalar))
        name = next((word for word in words if word), "")
        number = str(self.index + 1)
        self.title.setText(f"{number} · {name.splitlines()[0][:40]}" if name else number)
        for button in (self.up, self.down, self.cross):
            button.setAccessibleName(f"{button.toolTip()} {number}")
        self.up.setEnabled(self.index > 0)
        self.down.setEnabled(self.index < count - 1)
        self.rows.show_object(node)

    def _move_up(self) -> None:
        self.moved.emit(self.index, self.index - 1)

    def _move_down(self) -> None:
        self.moved.emit(self.index, self.index + 1)

    def _remove(self) -> None:
        self.removed.emit(self.index)


class ObjectsField(FieldWidget):
    """Cards in the order of the list; a new one has the keys of the last."""

    def __init__(
        self, field: Field, look: Look, make_rows: RowsMaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, look, parent)
        self._make_rows = make_rows
        self._node: Sequence | None = None
        self.cards: list[Card] = []
        self.add = QPushButton(self.tr("+ Add to %1").replace("%1", field.label))
        self.add.setProperty("part", "offer")
        self.add.clicked.connect(self._add)
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
        for card, item in zip(self.cards, items, strict=True):
            card.show_object(item, len(items))
        self.noted.emit()

    def part_count(self) -> int:
        return len(self.cards)

    def hint(self) -> str:
        return str(len(self.cards)) if self.cards else ""

    def _add(self) -> None:
        last = self._node.items[-1] if self._node and self._node.items else None
        keys = [entry.name for entry in last.entries] if isinstance(last, Mapping) else ["name"]
        item: Value = dict.fromkeys(keys, "")
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
