"""The verbatim text of a value that has no field widget of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Node
from editor_app.core.schema.field import Field
from editor_app.gui.form.fields.paragraph import ParagraphField
from editor_app.gui.form.look import Look
from editor_app.gui.form.writes import SetText, Write


class RawField(ParagraphField):
    """Shows and edits the value as it is written, brackets, quotes and references included."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self.text.setProperty("part", "verbatim")

    def text_of(self, node: Node | None, front_matter: FrontMatter) -> str:
        return "" if node is None else node.span.of(front_matter.text)

    def write(self, text: str) -> Write:
        return SetText(self.field.path, text)

    def hint(self) -> str:
        return self.tr("as written")

    def hint_severity(self) -> None:
        return None

    def mark(self) -> str:
        """The site speaks of a value's text, not of how it is written."""
        return ""
