"""A number, in the notation in which it is typed."""

from __future__ import annotations

from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.schema.kinds import is_number_text
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.writes import Written


class NumberField(LineField):
    """A line that writes numbers as numbers; anything else is written as text, and marked."""

    def values(self, text: str) -> tuple[Written, ...]:
        number = text.strip()
        return (Verbatim(number), number) if is_number_text(number) else (text,)

    def mark(self) -> str:
        text = self.line.text().strip()
        if not text or is_number_text(text):
            return ""
        is_number = self.node is not None and isinstance(self.node.yaml12, int | float)
        is_as_read = self.node is not None and text == self.node.raw
        return "" if is_number and is_as_read else self.tr("Not a number")
