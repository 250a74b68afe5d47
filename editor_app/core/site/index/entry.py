"""What the index knows of a post; cheap to import, and crosses processes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from editor_app.core.generator import Generator
from editor_app.core.site.summary_parts import ValueKind
from editor_app.core.storage.identity import Identity
from editor_app.core.storage.reasons import Reason
from editor_app.core.text.value import value


class Fault(StrEnum):
    """Why less is known of a post than of others: its bytes, its front matter, or its reader."""

    NONE = ""
    UNDECODABLE = "undecodable"
    UNREADABLE = "unreadable"
    SLOW = "too-slow"
    CRASHED = "crashed"


@value
class FieldValue:
    """A value of the front matter, or an item of a list, under keys joined by dots.

    `place` counts the values of one key. `text` is what the characters say. `number`
    is a number itself, 1 or 0 for a switch, and for a date the seconds since 1970, for
    which a time without zone is UTC; `day` is that of a date as it is written. Unless
    it `is_own`, the file's name says it.
    """

    key: str
    place: int
    kind: ValueKind
    text: str = ""
    number: float | None = None
    day: str = ""
    is_item: bool = False
    is_own: bool = True


@value
class Facts:
    """What a post says, as its generator reads it.

    `day` is that of its date or of its file's name, as 2026-01-31. `is_draft` says that
    it is not, or no more, on the site. `packed_body` is the text of the post, packed, and
    `words` are those of the title, of the other values, and of the body.
    """

    title: str
    day: str = ""
    is_draft: bool = False
    characters: int = 0
    word_count: int = 0
    links: int = 0
    images: int = 0
    headings: int = 0
    fault: Fault = Fault.NONE
    values: tuple[FieldValue, ...] = ()
    said: str = ""
    packed_body: bytes = b""
    words: tuple[str, str, str] = ("", "", "")


@dataclass(frozen=True, slots=True)
class ReadPost:
    """Read the file at `place`; `path` counts from the site, `sha256` is of what is known of it."""

    place: str
    path: str
    generator: Generator
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class PostRead:
    """No facts where the file has the content that is known."""

    identity: Identity
    facts: Facts | None


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that can't be read, and why."""

    place: str
    reason: Reason
    detail: str
