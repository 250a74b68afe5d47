"""What a text widget can't hold of a value is kept beside it."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.text.edits import apply, difference


@dataclass(frozen=True, slots=True)
class Kept:
    """A value, and the text that the widget gives back for it.

    Qt turns some characters into others (a no-break space into a space), one
    for one; then typing changes the value only where it changed the text.
    """

    value: str
    shown: str

    @property
    def is_faithful(self) -> bool:
        """Whether every character of the value has its place in the widget."""
        return len(self.value) == len(self.shown)

    def after(self, text: str) -> str:
        """The value after the user made the widget's text into `text`."""
        return apply(self.value, difference(self.shown, text)) if self.is_faithful else text
