"""A line of text."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node, Scalar
from editor_app.core.schema.field import Field
from editor_app.core.schema.kinds import is_null, text_of
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.counter import counter, counter_severity
from editor_app.gui.form.fields.line_input import LineInput
from editor_app.gui.form.look import ROW, Frame, Look
from editor_app.gui.form.writes import SetValue, Written


class LineField(FieldWidget):
    """Text on one line; other kinds that are typed on a line build on it."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self.node: Scalar | None = None
        self._was_typed = False
        self._text_at_refusal = ""
        self.line = LineInput()
        self.frame = Frame(look)
        self.frame.setFixedHeight(ROW)
        self.frame.hold(self.line)
        self.column.addWidget(self.frame)
        self.name_input(self.line)
        self.line.setPlaceholderText(self.placeholder())
        self.line.typed.connect(self._type)
        self.line.left.connect(self._leave)
        self.line.entered.connect(self._enter)

    def show_node(self, node: Node | None, _front_matter: FrontMatter) -> None:
        self.node = node if isinstance(node, Scalar) else None
        text = self.text_of(self.node)
        if self.is_refused and text == self._text_at_refusal:
            return
        self.is_refused = False
        self.line.show_value(text)
        self.line.setToolTip(text if len(text) > 24 else "")
        self.noted.emit()

    def hint(self) -> str:
        return counter(self.line.value, self.field.about)

    def hint_severity(self) -> Severity | None:
        return counter_severity(self.line.value, self.field.about)

    def mark(self) -> str:
        return self.shape_mark(self.line.value)

    def text_of(self, node: Scalar | None) -> str:
        """What the line shows of a value: nothing for nothing."""
        if node is None or (is_null(node) and not node.raw):
            return ""
        return text_of(node)

    def values(self, text: str) -> tuple[Written, ...]:
        """What to write for a text that was typed, the best first."""
        return (text,)

    def takes_return(self) -> bool:
        return not self._was_typed

    def refuse(self) -> None:
        """Keep what was typed: the text did not take it."""
        self.is_refused = True
        self._text_at_refusal = self.text_of(self.node)

    def _type(self, text: str) -> None:
        self._was_typed = True
        self.is_refused = False
        self.edited.emit(SetValue(self.field.path, self.values(text)))
        self.noted.emit()

    def _enter(self) -> None:
        self.entered.emit()

    def _leave(self) -> None:
        self._was_typed = False
        self.noted.emit()
