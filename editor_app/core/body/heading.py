"""A heading as the outline shows it."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `span` holds its marks, `text` is what it says without markup."""

    level: int
    text: str
    span: Span
