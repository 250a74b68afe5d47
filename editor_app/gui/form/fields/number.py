"""A number, in the notation in which it is typed."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.schema.field import Field
from editor_app.core.schema.kinds import is_number_text
from editor_app.core.schema.schema import Bounds
from editor_app.gui.form.fields.line import LineField
from editor_app.gui.form.look import Look
from editor_app.gui.form.writes import Written

_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 10, Qt.Key.Key_PageDown: -10}
_MOST_DIGITS = 40


class NumberField(LineField):
    """Writes numbers as numbers; anything else is written as text, and marked.

    Up and Down go by a step, Page Up and Page Down by ten, within the bounds.
    """

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self.line.installEventFilter(self)

    @property
    def _bounds(self) -> Bounds:
        return (self.field.about and self.field.about.bounds) or Bounds()

    def values(self, text: str) -> tuple[Written, ...]:
        number = text.strip()
        return (Verbatim(number), number) if is_number_text(number) else (text,)

    def hint(self) -> str:
        """The bounds: "1 – 10", "≥ 1"."""
        least, most = _plain(self._bounds.least), _plain(self._bounds.most)
        if least and most:
            return f"{least} – {most}"
        return f"≥ {least}" if least else f"≤ {most}" if most else ""

    def hint_severity(self) -> Severity | None:
        return None

    def mark(self) -> str:
        text = self.line.text().strip()
        if not text:
            return ""
        if is_number_text(text):
            return self._bounds_mark(text)
        is_number = self.node is not None and isinstance(self.node.yaml12, int | float)
        is_as_read = self.node is not None and text == self.node.raw
        return "" if is_number and is_as_read else self.tr("Not a number")

    def _bounds_mark(self, text: str) -> str:
        number, bounds = Decimal(text), self._bounds
        if isinstance(bounds.least, int | float) and number < Decimal(str(bounds.least)):
            return self.tr("At least %1").replace("%1", _plain(bounds.least))
        if isinstance(bounds.most, int | float) and number > Decimal(str(bounds.most)):
            return self.tr("At most %1").replace("%1", _plain(bounds.most))
        if bounds.above is not None and number <= Decimal(str(bounds.above)):
            return self.tr("More than %1").replace("%1", _plain(bounds.above))
        if bounds.below is not None and number >= Decimal(str(bounds.below)):
            return self.tr("Less than %1").replace("%1", _plain(bounds.below))
        is_whole = bool(self.field.about and self.field.about.is_whole)
        return self.tr("A whole number") if is_whole and number % 1 else ""

    # --- stepping

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        self._step(steps)
        return True

    def _step(self, steps: int) -> None:
        """From what stands there; from the least, or nothing, where there is no number."""
        text, bounds = self.line.text().strip(), self._bounds
        if text and not (is_number_text(text) and len(text) < _MOST_DIGITS):
            return
        least, most = _decimal(bounds.least), _decimal(bounds.most)
        number = Decimal(text) if text else Decimal(0) if least is None else least
        wanted = number + steps * Decimal(str(bounds.step or 1)) if text else number
        if least is not None:
            wanted = max(wanted, least)
        if most is not None:
            wanted = min(wanted, most)
        shown = f"{wanted:f}"
        if shown != text:
            self.line.type_text(shown)


def _decimal(bound: float | str | None) -> Decimal | None:
    return Decimal(str(bound)) if isinstance(bound, int | float) else None


def _plain(bound: float | str | None) -> str:
    """1 and not 1.0, and no power of ten."""
    if not isinstance(bound, int | float):
        return ""
    text = f"{Decimal(str(bound)):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
