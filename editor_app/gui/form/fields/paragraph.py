"""Text of several lines; and the verbatim text of what has no field widget of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node, Scalar
from editor_app.core.schema.field import Field
from editor_app.core.schema.kinds import is_null, text_of
from editor_app.gui.form.fields.base import FieldWidget
from editor_app.gui.form.fields.counter import counter, counter_severity
from editor_app.gui.form.fields.growing_text import GrowingText
from editor_app.gui.form.look import Frame, Look
from editor_app.gui.form.writes import SetValue, Write


class ParagraphField(FieldWidget):
    """Grows with its text; the hint counts the characters."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self._text_at_refusal = ""
        self._text_in_post = ""
        self.text = GrowingText()
        self.frame = Frame(look)
        self.frame.hold(self.text)
        self.column.addWidget(self.frame)
        self.name_input(self.text)
        self.text.setPlaceholderText(self.placeholder())
        self.text.typed.connect(self._type)

    def show_node(self, node: Node | None, front_matter: FrontMatter) -> None:
        self._text_in_post = self.text_of(node, front_matter)
        if self.is_refused and self._text_in_post == self._text_at_refusal:
            return
        self.is_refused = False
        self.text.show_value(self._text_in_post)
        self.noted.emit()

    def text_of(self, node: Node | None, _front_matter: FrontMatter) -> str:
        if not isinstance(node, Scalar) or (is_null(node) and not node.raw):
            return ""
        return text_of(node)

    def write(self, text: str) -> Write:
        return SetValue(self.field.path, (text,))

    def hint(self) -> str:
        value = self.text.value
        count = len("".join(value.split()))
        return counter(value, self.field.about) or (str(count) if count else "")

    def hint_severity(self) -> Severity | None:
        return counter_severity(self.text.value, self.field.about)

    def mark(self) -> str:
        return self.shape_mark(self.text.value)

    def refuse(self) -> None:
        self.is_refused = True
        self._text_at_refusal = self._text_in_post

    def _type(self, text: str) -> None:
        self.is_refused = False
        self.edited.emit(self.write(text))
        self.noted.emit()
