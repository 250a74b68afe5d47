"""A list of scalars as chips."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node, Scalar, Sequence, Style
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.schema.dates import read_date
from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.kinds import DATE_KINDS, is_number_text, kind_of, text_of
from editor_app.core.schema.schema import Bounds
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.chip import Chip
from editor_app.gui.form.fields.chip_area import ChipArea
from editor_app.gui.form.fields.counter import of_count, severity_of_count
from editor_app.gui.form.fields.item_input import ItemInput
from editor_app.gui.form.look import Frame, Look
from editor_app.gui.form.writes import AddItems, MoveItem, RemoveItem, SetValue, Written


class ChipsField(FieldWidget):
    """Return, `、` and `,` add; Backspace removes; Alt+Left and Alt+Right move.

    F2, Return, Space or a double click on a chip edits it in its place.
    """

    joins_edits = False

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self.items: tuple[Scalar, ...] = ()
        self.chips: list[Chip] = []
        self._editing: int | None = None
        self._given: list[str] = []
        self.said = ""
        self.area = ChipArea()
        self.line = ItemInput(self.area)
        self.editor = ItemInput(self.area)
        self.editor.hide()
        self.frame = Frame(look)
        self.frame.hold(self.area)
        self.frame.watch(self.line)
        self.column.addWidget(self.frame)
        self.name_input(self.line)
        self.line.setPlaceholderText(self.placeholder())
        self.editor.setAccessibleName(self.tr("Item of %1").replace("%1", field.label))
        self.line.setToolTip(self.tr("Return or a comma adds"))
        self.line.given.connect(self.add)
        self.line.left.connect(self.finish_line)
        self.line.entered.connect(self._enter)
        self.line.typed.connect(self._unmark)
        self.line.erased_back.connect(self._remove_last)
        self.line.stepped_back.connect(self._step_to_last)
        self.area.dropped.connect(self._move)
        self.area.pressed.connect(self.line.setFocus)
        self.editor.given.connect(self._replace)
        self.editor.entered.connect(self._close_editor)
        self.editor.left.connect(self._leave_editor)
        self.editor.cancelled.connect(self._close_editor)
        self.lay_out()

    # --- showing

    def show_node(self, node: Node | None, _front_matter: FrontMatter) -> None:
        items = node.items if isinstance(node, Sequence) else ()
        self.items = tuple(item for item in items if isinstance(item, Scalar))
        while len(self.chips) > len(self.items):
            chip = self.chips.pop()
            if chip.hasFocus():
                self.line.setFocus()
            chip.hide()
            chip.deleteLater()
        while len(self.chips) < len(self.items):
            self.chips.append(self._new_chip())
        for index, item in enumerate(self.items):
            self.chips[index].show_item(self.label(item), index, len(self.items))
            self.chips[index].show_foreign(self.is_foreign(item))
            self.chips[index].setObjectName(f"{self.input.objectName()}.{index}")
        if self._editing is not None and self._editing >= len(self.items):
            self._close_editor()
        self.lay_out()
        self.noted.emit()

    def label(self, item: Scalar) -> str:
        """What a chip shows of its item."""
        return text_of(item)

    def is_foreign(self, _item: Scalar) -> bool:
        """Whether an item is none of the values that the site allows."""
        return False

    def part_count(self) -> int:
        return len(self.chips)

    def placeholder(self) -> str:
        return self.field.about.placeholder if self.field.about else ""

    @property
    def _bounds(self) -> Bounds | None:
        return self.field.about.bounds if self.field.about else None

    def hint(self) -> str:
        count = len(self.items)
        return of_count(count, self._bounds) or (str(count) if count > 1 else "")

    def hint_severity(self) -> Severity | None:
        return severity_of_count(len(self.items), self._bounds, has_any=True)

    def mark(self) -> str:
        return self.said

    def takes_return(self) -> bool:
        return not self.line.text()

    def finish_line(self) -> None:
        """Nobody types on: what was begun is an item now."""
        self.line.finish()

    def finish(self) -> None:
        self.finish_line()
        if self._editing is not None:
            self._leave_editor()

    def forget(self) -> None:
        super().forget()
        self.line.show_value("")
        self.said = ""

    def refuse(self) -> None:
        """Give back what was to be added, to be changed."""
        if self._given:
            self.line.show_value(", ".join(self._given))

    def _new_chip(self) -> Chip:
        chip = Chip(self.look, self.area)
        if self.frame is not None:
            self.frame.watch(chip)
        chip.removed.connect(self._remove_sender)
        chip.opened.connect(self._open_sender)
        chip.stepped.connect(self._step_sender)
        chip.moved.connect(self._move_sender)
        return chip

    def lay_out(self) -> None:
        widgets: list[QWidget] = [*self.chips, self.line]
        if self._editing is not None:
            self.chips[self._editing].hide()
            widgets[self._editing] = self.editor
        self.area.place(widgets)

    # --- editing

    def values(self, text: str) -> tuple[Written, ...]:
        """What to write for an item that was typed, the best first: as what it is, or as text."""
        item = self.field.about.item if self.field.about else None
        are_numbers = all(kind_of(item) is FieldKind.NUMBER for item in self.items)
        if item is FieldKind.NUMBER or (item is None and self.items and are_numbers):
            return (Verbatim(text), text) if is_number_text(text) else (text,)
        is_quoted = bool(self.items) and all(each.style is not Style.PLAIN for each in self.items)
        if item in DATE_KINDS and read_date(text) is not None and not is_quoted:
            return (Verbatim(text), text)
        return (text,)

    def key(self, text: str) -> str:
        """What is equal for texts that would be the same item."""
        return text

    def add(self, texts: list[str]) -> None:
        new = texts
        if self.field.about is None or self.field.about.is_unique is not False:
            present = {text_of(item) for item in self.items}
            by_key = {self.key(text): text for text in reversed(texts)}
            new = [text for key, text in reversed(by_key.items()) if key not in present]
        self.said = "" if new else self.tr("Already in the list")
        if new:
            self._given = new
            items = tuple(self.values(text) for text in new)
            self.edited.emit(AddItems(self.field.path, items))
            self._given = []
        self.noted.emit()

    def _unmark(self) -> None:
        if self.line.text() and self.said:
            self.said = ""
            self.noted.emit()

    def _enter(self) -> None:
        if not self.line.text():
            self.entered.emit()

    def _remove(self, index: int) -> None:
        self.edited.emit(RemoveItem((*self.field.path, index)))
        self._focus(index)

    def _move(self, start: int, end: int) -> None:
        if 0 <= end < len(self.items):
            self.edited.emit(MoveItem((*self.field.path, start), end))
            self._focus(end)

    def _focus(self, index: int) -> None:
        widget: QWidget = self.chips[index] if index < len(self.chips) else self.line
        widget.setFocus()

    def _remove_last(self) -> None:
        if self.chips:
            self._remove(len(self.chips) - 1)

    def _step_to_last(self) -> None:
        if self.chips:
            self.chips[-1].setFocus()

    def _sender_index(self) -> int:
        chip = self.sender()
        return chip.index if isinstance(chip, Chip) else 0

    def _remove_sender(self) -> None:
        self._remove(self._sender_index())

    def _step_sender(self, step: int) -> None:
        self._focus(max(self._sender_index() + step, 0))

    def _move_sender(self, step: int) -> None:
        index = self._sender_index()
        self._move(index, index + step)

    # --- one item edited in its place

    def _open_sender(self) -> None:
        self._editing = self._sender_index()
        self.editor.show_value(text_of(self.items[self._editing]))
        self.lay_out()
        self.editor.setFocus()
        self.editor.selectAll()

    def _replace(self, texts: list[str]) -> None:
        if self._editing is not None and texts:
            path = (*self.field.path, self._editing)
            if texts[0] != text_of(self.items[self._editing]):
                self.edited.emit(SetValue(path, self.values(texts[0])))
            if texts[1:]:
                items = tuple(self.values(text) for text in texts[1:])
                self.edited.emit(AddItems(self.field.path, items, self._editing + 1))

    def _leave_editor(self) -> None:
        if self._editing is None:
            return
        text = self.editor.value.strip()
        if text:
            self._replace([text])
        self._close_editor()

    def _close_editor(self) -> None:
        index, self._editing = self._editing, None
        had_focus = self.editor.hasFocus()
        self.editor.hide()
        self.editor.show_value("")
        self.lay_out()
        if index is not None and had_focus:
            self._focus(index)
