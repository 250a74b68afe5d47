"""What the process that checks and mends a whole site is asked, and what it answers; light."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from editor_app.core.bulk.changes import LeftOut, LineChange
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """Which site, the language of the messages, and where Galley keeps what is its own.

    `folder` is the site's root; `records` the folder for what can be taken back.
    """

    folder: Path
    language: str
    cache: Path
    records: Path


@dataclass(frozen=True, slots=True)
class CheckSite:
    """Check all posts; answered by `Progress` and `SiteFound`."""

    place: Place


@dataclass(frozen=True, slots=True)
class PlanFixes:
    """Say what mending a rule in some posts would change; answered by `Planned`.

    Posts in `unsaved` are open with changes, and left out.
    """

    place: Place
    rule: str
    posts: tuple[Path, ...]
    unsaved: frozenset[Path]
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class ApplyPlan:
    """Write what was planned last; answered by `Changed`."""

    place: Place
    unsaved: frozenset[Path]
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Give the posts that were changed last their bytes back; answered by `Changed`.

    Posts in `unsaved` are open with changes, and left out.
    """

    place: Place
    unsaved: frozenset[Path]


@dataclass(frozen=True, slots=True)
class IgnoreHere:
    """Write a comment that allows one finding of a post; answered by `Changed`.

    `sha256` is that of the bytes in which the finding stands at `span`.
    """

    place: Place
    post: Path
    sha256: str
    rule: str
    span: Span
    field: str | None
    unsaved: frozenset[Path]
    now: dt.datetime


@dataclass(frozen=True, slots=True)
class IgnoreInSite:
    """Turn a rule off in the site's settings; answered by `Changed`."""

    place: Place
    rule: str
    now: dt.datetime


Asked = CheckSite | PlanFixes | ApplyPlan | TakeBack | IgnoreHere | IgnoreInSite


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of how many posts or files are done."""

    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic without its edits: `line` counts from 1, `text` is what stands there.

    `marked` is the diagnostic's part of `text`. `fix` is the title of the fix that
    would be made, empty for none.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    field: str | None
    line: int
    text: str
    marked: Span
    fix: str
    is_safe: bool


@dataclass(frozen=True, slots=True)
class PostFound:
    """A post with findings, in the order of their places; `shown` is its path in the site.

    `across` are those of them that only all posts show, whole: the open post has them too.
    """

    path: Path
    shown: str
    title: str
    day: dt.date | None
    folder: str
    tags: tuple[str, ...]
    sha256: str
    findings: tuple[Finding, ...]
    across: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class RulePage:
    """Of a rule that has found something: its title and its help page."""

    title: str
    page: str


@dataclass(frozen=True, slots=True)
class SiteFound:
    """What was found in a site of `checked` posts; posts without findings are not in it.

    `changed` is when posts were last changed in a way that can be taken back. `silent`
    names the rules that do not count in a single post, since they find a custom of the
    site; `wrong` says what is wrong with its settings.
    """

    folder: Path
    posts: tuple[PostFound, ...]
    checked: int
    unread: tuple[LeftOut, ...]
    rules: Mapping[str, RulePage]
    seconds: float
    changed: dt.datetime | None
    silent: frozenset[str]
    wrong: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileChanges:
    """The lines that change in one file."""

    path: Path
    shown: str
    changes: tuple[LineChange, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """What would change; the process keeps the bytes."""

    rule: str
    fix: str
    files: tuple[FileChanges, ...]
    left_out: tuple[LeftOut, ...]
    lines: int


@dataclass(frozen=True, slots=True)
class Changed:
    """Which files were written, and which stayed; `can_undo` where their old bytes are kept.

    `rule` is what it was about; empty for what was taken back.
    """

    asked: str
    rule: str
    done: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    can_undo: bool


@dataclass(frozen=True, slots=True)
class NotDone:
    """Nothing was done, and why, in a sentence."""

    asked: str
    reason: str
