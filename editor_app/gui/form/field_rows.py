"""The rows of one mapping, brought into step with its fields and never rebuilt without need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor_app.core.frontmatter.nodes import Mapping, Node, Path
from editor_app.core.schema.field import Field
from editor_app.core.schema.fields import absent_of, fields_of
from editor_app.core.schema.kinds import can_show
from editor_app.core.schema.schema import SchemaField
from editor_app.gui.form.add_field import AddField
from editor_app.gui.form.field_row import FieldRow
from editor_app.gui.form.fields.make import make_field, stays
from editor_app.gui.form.fields.object import NestedRows
from editor_app.gui.form.fields.still import is_still
from editor_app.gui.form.headings import Headings
from editor_app.gui.form.hidden_fields import HiddenFields
from editor_app.gui.form.state import FormState

MOST_ROWS = 150
"""More keys than a form can be looked through; the others stay in the text."""


class FieldRows(NestedRows):
    """Shows fields in the order given; rows whose field stays, stay as they are.

    A heading stands over the fields of a group. Hidden fields are counted at the
    end, and shown when that is pressed.
    """

    def __init__(self, path: Path, state: FormState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.rows: dict[Path, FieldRow] = {}
        self._state = state
        self._fields: Sequence[Field] = ()
        self._headings = Headings(self.tr("Other fields"), self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more = QLabel()
        self._more.setProperty("role", "dim")
        self._more.setWordWrap(True)
        self._more.hide()
        self.hidden = HiddenFields(path)
        self.hidden.toggled.connect(self._show_again)
        self.adder = AddField(path, state)
        self._column.addWidget(self.hidden)
        self._column.addWidget(self._more)
        self._column.addWidget(self.adder)

    def show_object(self, node: Node | None, parts: tuple[SchemaField, ...]) -> None:
        if not isinstance(node, Mapping):
            self.show_fields(())
            self.adder.show_offers(())
            return
        about = self._state.around()
        self.show_fields(fields_of(node, self.path, parts, about))
        self.adder.show_offers(absent_of(node, self.path, parts, about))

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Bring the rows into step; the focus stays on the field that has it."""
        self._fields = fields
        rest = len(fields) - MOST_ROWS
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("%1 more fields stand in the text").replace("%1", str(rest)))
        fields = fields[:MOST_ROWS]
        hidden = [field for field in fields if field.is_hidden]
        seen = [field for field in fields if not field.is_hidden]
        self.hidden.show_count(len(hidden))
        opened = hidden if self.hidden.is_open else []
        wanted = {field.path for field in (*seen, *opened)}
        for path in [path for path in self.rows if path not in wanted]:
            self._drop(self.rows.pop(path))
        rows = [self._row(field) for field in (*seen, *opened)]
        widgets: list[QWidget] = []
        for field, heading in zip(seen, self._headings.over(seen), strict=True):
            widgets += [heading] if heading is not None else []
            widgets.append(self.rows[field.path])
        widgets += [self.hidden, *rows[len(seen) :]]
        self._place(widgets)
        for row, field in zip(rows, (*seen, *opened), strict=True):
            row.show_field(field)

    def _place(self, widgets: list[QWidget]) -> None:
        for place, widget in enumerate(widgets):
            item = self._column.itemAt(place)
            if item is None or item.widget() is not widget:
                self._column.removeWidget(widget)
                self._column.insertWidget(place, widget)
                if widget is not self.hidden:
                    widget.show()
                self._state.rearrange()

    def forget(self) -> None:
        """Another post comes: what the rows know of this one ends."""
        for row in self.findChildren(FieldRow):
            row.forget()

    def open_hidden(self, path: Path) -> None:
        """Show the hidden fields where the one at a path is among them."""
        if any(each.is_hidden and each.path == path[: len(each.path)] for each in self._fields):
            self.hidden.open()

    def row_at(self, path: Path) -> FieldRow | None:
        """The row of the longest part of a path that has one, in here or nested."""
        best: FieldRow | None = None
        for row in self.findChildren(FieldRow):
            is_part = row.field.path == path[: len(row.field.path)]
            if is_part and (best is None or len(row.field.path) > len(best.field.path)):
                best = row
        return best

    def first_input(self) -> QWidget:
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            row = item.widget() if item is not None else None
            if isinstance(row, FieldRow):
                return row.widget.focus_target()
        return self.adder.button

    def _show_again(self) -> None:
        self.show_fields(self._fields)

    def _row(self, field: Field) -> FieldRow:
        """The row of a field: the one there is, unless it can't show the value."""
        row = self.rows.get(field.path)
        if row is None:
            return self._new_row(field)
        if stays(row.made_for, field):
            return row
        node = self._state.front_matter.node(field.path)
        is_typed = not is_still(row.made_for) and not is_still(field)
        if row.has_focus and is_typed and can_show(row.kind, node):
            return row  # a value that is being typed changes its kind with every key
        return self._replace(row, field)

    def _replace(self, row: FieldRow, field: Field) -> FieldRow:
        had_focus = row.has_focus
        self._drop(row)
        new = self._new_row(field)
        self._column.insertWidget(0, new)
        new.show()
        if had_focus:
            new.widget.focus_target().setFocus()
        return new

    def _new_row(self, field: Field) -> FieldRow:
        widget = make_field(field, self._state, self._make_rows)
        row = FieldRow(field, widget, self._state, self)
        row.gone_to.connect(self._go_to)
        self.rows[field.path] = row
        return row

    def _make_rows(self, path: Path) -> NestedRows:
        return FieldRows(path, self._state)

    def _drop(self, row: FieldRow) -> None:
        self._state.rearrange()
        self._column.removeWidget(row)
        row.hide()
        row.setParent(None)
        row.deleteLater()

    def _go_to(self, path: Path) -> None:
        row = self.rows.get(path)
        if row is not None:
            row.widget.focus_target().setFocus()
