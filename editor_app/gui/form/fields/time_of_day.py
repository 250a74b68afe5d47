"""A time of the day, in the notation of the post."""

from __future__ import annotations

from editor_app.core.frontmatter.nodes import Style
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.schema.dates import read_time
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.writes import Written


class TimeField(LineField):
    """Where it stands without quotes it stays so; YAML 1.1 would read a new one as a number."""

    def values(self, text: str) -> tuple[Written, ...]:
        is_plain = self.node is not None and self.node.style is Style.PLAIN and self.node.raw
        return (Verbatim(text.strip()), text) if is_plain and read_time(text) else (text,)

    def mark(self) -> str:
        text = self.line.text()
        if not text.strip() or read_time(text) is not None:
            return super().mark()
        return self.tr("Not a time: 09:30, or 09:30:00")

    def placeholder(self) -> str:
        return super().placeholder() or "09:30"
