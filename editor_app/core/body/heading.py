"""A heading as the outline shows it."""

from __future__ import annotations

from editor_app.core.text.spans import Span
from editor_app.core.text.value import value


@value
class Heading:
    """A heading; `span` holds its marks, `text` is what it says without markup."""

    level: int
    text: str
    span: Span
