"""Code: text that is written as it stands, in letters of one width."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from editor_app.core.schema.field import Field
from editor_app.gui.form.fields.paragraph import ParagraphField
from editor_app.gui.form.look import Look

_LEAST_LINES = 3


class CodeField(ParagraphField):
    """The hint names the language."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self.text.setProperty("part", "verbatim")
        self.text.least_lines = _LEAST_LINES

    def hint(self) -> str:
        language = self.field.about.language if self.field.about else ""
        return " · ".join(part for part in (language, super().hint()) if part)
