"""Text that comes from outside or goes from one place of the text to another."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMimeData

from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Drop:
    """What a drop does, and where the dropped text stands afterwards."""

    edits: tuple[Edit, ...]
    selection: Span


def is_text(data: QMimeData) -> bool:
    """Whether it is for the text; files are not, those the window opens."""
    return data.hasText() and not any(url.isLocalFile() for url in data.urls())


def drop(text: str, at: int, taken: Span | None) -> Drop | None:
    """Put a text to a place; with `taken` it is moved from there.

    None where it would be moved into itself.
    """
    if taken is None:
        return Drop((Edit(Span(at, at), text),), Span(at, at + len(text)))
    if taken.start <= at <= taken.end:
        return None
    start = at - len(taken) if taken.end <= at else at
    return Drop((Edit(Span(at, at), text), Edit(taken, "")), Span(start, start + len(text)))
