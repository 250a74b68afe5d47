"""A field: one key of the front matter, described."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor_app.core.frontmatter.nodes import Path, Value


class FieldKind(StrEnum):
    """What a field holds, and so which field widget edits it."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    NUMBER = "number"
    SWITCH = "switch"
    DATE_TIME = "date-time"
    DATE = "date"
    LIST = "list"
    OBJECT = "object"
    OBJECTS = "list of objects"
    RAW = "raw"


@dataclass(frozen=True, slots=True)
class Field:
    """One key with its kind; `source` names who said so: a generator, or "post".

    `default` is what the generator takes where the key is absent. `choices`
    are proposals, never a limit. `is_essential` marks the few fields that are
    offered for adding without being asked for.
    """

    path: Path
    kind: FieldKind
    label: str
    help: str = ""
    required: bool = False
    default: Value = None
    choices: tuple[str, ...] = ()
    source: str = "post"
    is_present: bool = True
    is_essential: bool = False
