"""What a field holds."""

from __future__ import annotations

from enum import StrEnum


class FieldKind(StrEnum):
    """What a field holds, and so which field widget edits it."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    MARKDOWN = "markdown"
    CODE = "code"
    NUMBER = "number"
    SWITCH = "switch"
    DATE_TIME = "date-time"
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"
    COLOUR = "colour"
    IMAGE = "image"
    FILE = "file"
    RELATION = "relation"
    """The name of another post, or of an entry of a data file."""
    LIST = "list"
    OBJECT = "object"
    OBJECTS = "list of objects"
    RAW = "raw"
    """Anything else, as text in the post's own notation."""
