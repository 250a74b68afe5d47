"""The values that are proposed for a field; those that the site holds are read in the pauses."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.schema import Choice
from editor_app.gui.form.fields.picks import written
from editor_app.gui.form.state import FormState

_SLICE_S = 0.006
_FRESH_S = 5.0


class ChoiceSource(QObject):
    """What the schema says comes first, then what the site's index or files give.

    `read` begins to read them, a few milliseconds at a time between events;
    `grown` comes whenever there are more, and once at the end.
    """

    grown = Signal()

    def __init__(self, field: Field, state: FormState, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._state = state
        self._own = field.about.choices if field.about else ()
        self.choices: tuple[Choice, ...] = self._own
        self.is_complete = not self._may_grow
        self._iterator: Iterator[Choice] | None = None
        self._found: dict[str, Choice] = {}
        self._read_at = 0.0
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_limit(self) -> bool:
        """Whether no other values may stand there."""
        return bool(self._own and self._field.about and self._field.about.is_limit)

    @property
    def _may_grow(self) -> bool:
        """Whether the site has more than the schema says."""
        about = self._field.about
        is_relation = FieldKind.RELATION in {self._field.kind, self._field.item}
        has_words = about is not None and bool(about.taxonomy)
        return self._state.site.candidates is not None and (is_relation or has_words)

    def read(self) -> None:
        """Read what the site holds, unless that was done a moment ago."""
        is_fresh = self._read_at and time.monotonic() < self._read_at + _FRESH_S
        candidates = self._state.site.candidates
        if not self._may_grow or candidates is None or self._iterator or is_fresh:
            return
        self.is_complete = self.is_complete and self._read_at > 0
        self._iterator = iter(candidates.choices_for(self._field))
        self._found = {written(choice.value): choice for choice in self._own}
        self._timer.start()

    def _go_on(self) -> None:
        until = time.monotonic() + _SLICE_S
        while self._iterator is not None and time.monotonic() < until:
            choice = next(self._iterator, None)
            if choice is None:
                self._end()
            else:
                self._found.setdefault(written(choice.value), choice)
        if self._iterator is not None and not self.is_complete:
            self._tell()

    def _end(self) -> None:
        self._iterator = None
        self._timer.stop()
        self._read_at = time.monotonic()
        self.is_complete = True
        self._tell()

    def _tell(self) -> None:
        found = tuple(self._found.values())
        if found != self.choices or self.is_complete:
            self.choices = found
            self.grown.emit()
