"""The rows of one mapping, brought into step with its fields and never rebuilt without need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from editor_app.core.frontmatter.nodes import Mapping, Node, Path
from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.fields import fields_of
from editor_app.core.schema.kinds import can_show
from editor_app.gui.form.add_field import AddField
from editor_app.gui.form.field_row import FieldRow
from editor_app.gui.form.fields.make import make_field
from editor_app.gui.form.fields.object import NestedRows
from editor_app.gui.form.state import FormState

MOST_ROWS = 150
"""More keys than a form can be looked through; the others stay in the text."""


def widget_kind(kind: FieldKind) -> FieldKind:
    """Kinds that one widget shows count as one."""
    return FieldKind.DATE_TIME if kind is FieldKind.DATE else kind


class FieldRows(NestedRows):
    """Shows fields in the order given; rows whose field stays, stay as they are."""

    def __init__(self, path: Path, state: FormState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = path
        self.rows: dict[Path, FieldRow] = {}
        self._state = state
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._more = QLabel()
        self._more.setProperty("role", "dim")
        self._more.setWordWrap(True)
        self._more.hide()
        self.adder = AddField(path, state)
        self._column.addWidget(self._more)
        self._column.addWidget(self.adder)

    def show_object(self, node: Node | None) -> None:
        fields = fields_of(node, self.path) if isinstance(node, Mapping) else ()
        self.show_fields(fields)
        self.adder.show_offers(())

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Bring the rows into step; the focus stays on the field that has it."""
        rest = len(fields) - MOST_ROWS
        self._more.setVisible(rest > 0)
        self._more.setText(self.tr("%1 more fields stand in the text").replace("%1", str(rest)))
        fields = fields[:MOST_ROWS]
        wanted = {field.path for field in fields}
        for path in [path for path in self.rows if path not in wanted]:
            self._drop(self.rows.pop(path))
        for place, field in enumerate(fields):
            row = self._row(field)
            item = self._column.itemAt(place)
            if item is None or item.widget() is not row:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
                row.show()
                self._state.rearrange()
            row.show_field(field)

    def forget(self) -> None:
        """Another post comes: what the rows know of this one ends."""
        for row in self.findChildren(FieldRow):
            row.forget()

    def row_at(self, path: Path) -> FieldRow | None:
        """The row of the longest part of a path that has one, in here or nested."""
        best: FieldRow | None = None
        for row in self.findChildren(FieldRow):
            is_part = row.field.path == path[: len(row.field.path)]
            if is_part and (best is None or len(row.field.path) > len(best.field.path)):
                best = row
        return best

    def first_input(self) -> QWidget:
        item = self._column.itemAt(0)
        row = item.widget() if item is not None else None
        return row.widget.focus_target() if isinstance(row, FieldRow) else self.adder.button

    def _row(self, field: Field) -> FieldRow:
        """The row of a field: the one there is, unless it can't show the value."""
        row = self.rows.get(field.path)
        if row is None:
            return self._new_row(field)
        if widget_kind(row.kind) is widget_kind(field.kind):
            return row
        node = self._state.front_matter.node(field.path)
        if row.has_focus and can_show(row.kind, node):
            return row  # a value that is being typed changes its kind with every key
        return self._replace(row, field)

    def _replace(self, row: FieldRow, field: Field) -> FieldRow:
        had_focus = row.has_focus
        self._drop(row)
        new = self._new_row(field)
        self._column.insertWidget(0, new)
        if had_focus:
            new.widget.focus_target().setFocus()
        return new

    def _new_row(self, field: Field) -> FieldRow:
        widget = make_field(field, self._state.look, self._make_rows)
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
