"""A nested object: its fields, indented."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node, Path
from editor_app.core.schema.field import Field
from editor_app.core.schema.schema import SchemaField
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.look import Look


class NestedRows(QWidget):
    """The rows of the fields of one object; what it shows stands at a path."""

    def show_object(self, node: Node | None, parts: tuple[SchemaField, ...]) -> None:
        """Show the fields of a mapping, or none; `parts` is what is said of its keys."""
        raise NotImplementedError

    def first_input(self) -> QWidget:
        """What takes the focus first."""
        raise NotImplementedError


RowsMaker: TypeAlias = Callable[[Path], NestedRows]


class ObjectField(FieldWidget):
    """Each of its fields edits its own span, so there is nothing to write here."""

    def __init__(
        self, field: Field, look: Look, make_rows: RowsMaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(field, look, parent)
        nest = QFrame()
        nest.setProperty("part", "nest")
        inner = QHBoxLayout(nest)
        inner.setContentsMargins(11, 4, 0, 0)
        self.rows = make_rows(field.path)
        inner.addWidget(self.rows)
        self.column.addWidget(nest)
        self.name_input(nest)

    def focus_target(self) -> QWidget:
        return self.rows.first_input()

    def show_node(self, node: Node | None, _front_matter: FrontMatter) -> None:
        self.rows.show_object(node, self.field.about.fields if self.field.about else ())
