"""A site's own checks, as data: what it writes how, and what its fields have to say."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.diagnostics import Severity
from editor_app.core.text.pattern import Pattern


@dataclass(frozen=True, slots=True)
class Wording:
    """What is written otherwise: `prefer` may name groups of the pattern, as `$1`.

    Nothing is found inside one of `excepts`, or where `prefer` stands already. With
    `must_be_empty` it counts only where that group found nothing. `message` is empty for
    the usual one, `severity` None for the rule's own. `hint` is a text without which
    the pattern finds nothing.
    """

    pattern: Pattern
    prefer: str
    message: str = ""
    severity: Severity | None = None
    excepts: tuple[str, ...] = ()
    is_safe: bool = False
    in_fields: bool = False
    must_be_empty: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class PhraseList:
    """Phrases that a site does without, in any case."""

    name: str
    pattern: Pattern
    message: str = ""
    severity: Severity | None = None
    in_fields: bool = False


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """What the field at a dotted path has to be; an empty `allowed` allows all."""

    path: str
    is_required: bool = False
    allowed: tuple[str, ...] = ()
    pattern: Pattern | None = None
    message: str = ""
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class OwnPattern:
    """A pattern that a site does not want; `replace` None where there is no cure."""

    name: str
    pattern: Pattern
    message: str
    severity: Severity | None = None
    replace: str | None = None
    is_safe: bool = False
    in_fields: bool = False


@dataclass(frozen=True, slots=True)
class OwnChecks:
    """In the order of the file."""

    wordings: tuple[Wording, ...] = ()
    phrases: tuple[PhraseList, ...] = ()
    fields: tuple[FieldCheck, ...] = ()
    patterns: tuple[OwnPattern, ...] = ()
