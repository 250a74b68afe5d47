"""What a caller may ask to be written: a value, or text as it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias, Union

from editor_app.core.frontmatter.nodes import Value


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Written as it stands, such as a date in its notation.

    Refused unless it reads back as one scalar of exactly this text.
    """

    raw: str


class Unwritable(ValueError):
    """A value that the format has no way to write; its words are for the user."""


Wanted: TypeAlias = Union[Value, Verbatim]
