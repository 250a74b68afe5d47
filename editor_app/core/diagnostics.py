"""What is wrong with a post, where, and the edits that mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from pathlib import PurePath

from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


class Severity(IntEnum):
    """How grave a diagnostic is; a larger number is graver."""

    HINT = 1
    INFO = 2
    WARNING = 3
    ERROR = 4

    @property
    def word(self) -> str:
        """As it is written in settings and in JSON."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a diagnostic; `safe` where no reader could object.

    The title says what happens, in the imperative: "Remove the mark".
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to a diagnostic, such as the first of two copies.

    `path` is that of the post where it stands, None for the diagnostic's own.
    """

    span: Span
    message: str
    path: PurePath | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: the rule's id, one sentence without full stop, its place.

    `field` is the dotted path of the front matter field that it is about; `more` counts
    those like it that are not given.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    field: str | None = None
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    more: int = 0

    @property
    def safe_fix(self) -> Fix | None:
        return next((fix for fix in self.fixes if fix.safe), None)


def by_place(diagnostic: Diagnostic) -> tuple[int, int, int, str]:
    """The order in which diagnostics are shown: by place, the graver first."""
    span = diagnostic.span
    return span.start, -diagnostic.severity, span.end, diagnostic.rule


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not done, in the user's words, and where the reason stands."""

    message: str
    span: Span | None = None
