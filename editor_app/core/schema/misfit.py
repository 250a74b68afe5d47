"""What in a post does not fit its schema, and what would mend it, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, StrEnum

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.nodes import Path
from editor_app.core.frontmatter.verbatim import Wanted
from editor_app.core.schema.schema import Said
from editor_app.core.text.spans import Span


class About(StrEnum):
    """What does not fit; there is a rule for each."""

    REQUIRED = "required"
    KIND = "kind"
    CHOICE = "choice"
    RANGE = "range"
    SHAPE = "shape"
    UNKNOWN_KEY = "unknown key"
    UNIQUE = "unique"
    DEPRECATED = "deprecated"


class Nothing(Enum):
    """No value, where None is one."""

    NOTHING = "nothing"


NOTHING = Nothing.NOTHING


@dataclass(frozen=True, slots=True)
class Fault:
    """Why one value does not fit a field.

    `template` is English and names the field `{name}`; `inner` leads from the value to the
    item that is meant. `aspect` is the attribute of the field that is not met. `instead` is
    what was meant, NOTHING where nobody can tell; it `is_safe` where the same characters
    say it.
    """

    about: About
    aspect: str
    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    inner: Path = ()
    instead: Wanted | Nothing = NOTHING
    is_safe: bool = False
    severity: Severity | None = None


class Way(StrEnum):
    """How a remedy changes the front matter."""

    SET = "set"
    INSERT = "insert"
    RENAME = "rename"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A change at a path; `value` is what is set, inserted before the entry at `index`, or
    the new key."""

    way: Way
    path: Path
    value: Wanted = None
    index: int | None = None
    is_safe: bool = False


@dataclass(frozen=True, slots=True)
class Misfit:
    """A place in the front matter that does not fit; `path` is that of the field or item.

    `said` tells who demands it; `severity` is None for the rule's own.
    """

    about: About
    template: str
    values: Mapping[str, object]
    path: Path
    span: Span
    said: Said
    remedy: Remedy | None = None
    severity: Severity | None = None
