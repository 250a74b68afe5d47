"""What is asked of a post, and what its generator decides of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import PurePosixPath
from types import MappingProxyType

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.generator import Generator


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A file of the configuration: its name from the site's root, and its text.

    `key` is the setting whose value the whole file is, in small letters; empty
    for one that holds all settings.
    """

    name: str
    text: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A post, its site and the moment of the build; all that a decision depends on.

    `path` counts from the site's root. `now` has a zone; `local` is the zone of
    this machine. `modified` is the time of the file. `folders_with_index` are
    the folders above the post (from the root) that hold an `index` file, which
    makes a Hugo leaf bundle of them; `sections` the front matter of the `_index`
    files in them, `section_names` the names of those files. `config_files` are those
    that `config` was read from: of two that say the same the later counts.
    """

    generator: Generator
    path: PurePosixPath
    front_matter: FrontMatter
    config: Mapping[str, Value]
    now: dt.datetime
    local: dt.tzinfo
    config_name: str = ""
    config_fault: str = ""
    """Why the configuration can't be read, an English template."""
    modified: dt.datetime | None = None
    folders_with_index: frozenset[PurePosixPath] = frozenset()
    sections: Mapping[PurePosixPath, FrontMatter] = field(
        default_factory=lambda: MappingProxyType({})
    )
    section_names: Mapping[PurePosixPath, str] = field(default_factory=lambda: MappingProxyType({}))
    config_files: tuple[ConfigFile, ...] = ()


class Verdict(StrEnum):
    """What becomes of the post in the next build."""

    PUBLISHED = "published"
    NOT_PUBLISHED = "not-published"
    COPIED = "copied"
    """The file itself is on the site, and no page is made of it."""
    STOPS = "build-stops"
    """The generator ends with an error, and nothing at all is published."""
    UNKNOWN = "unknown"


class Origin(StrEnum):
    """In what a reason was found."""

    POST = "post"
    SECTION = "section"
    """The `_index` of a Hugo folder above the post."""
    CONFIG = "config"
    PATH = "path"
    BUILD = "build"
    """The generator's own custom, or the machine that builds."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something was said: a line of the post, or a key of the configuration.

    `offset` counts in the text of the post (or of the `_index`) that says it.
    """

    origin: Origin
    key: str = ""
    line: int | None = None
    offset: int | None = None


OF_PATH = Place(Origin.PATH)
OF_BUILD = Place(Origin.BUILD)


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence without full stop; `template` is English, its places are in `values`."""

    template: str
    place: Place
    values: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def message(self, translate: Callable[[str], str]) -> str:
        return translate(self.template).format(**self.values)


def reason(template: str, place: Place, **values: object) -> Reason:
    return Reason(template, place, {name: str(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Instant:
    """A moment as the generator reads it, with where it was said. It has a zone."""

    at: dt.datetime
    place: Place


@dataclass(frozen=True, slots=True)
class FileName:
    """The name that the file should have."""

    wanted: str
    is_so: bool


@dataclass(frozen=True, slots=True)
class Zone:
    """The zone in which the generator reads a time that names none."""

    zone: dt.tzinfo
    name: str
    place: Place


@dataclass(frozen=True, slots=True)
class Publication:
    """What the generator decides. `reasons` are all that keep the post from the site.

    `remarks` change nothing, but may surprise. `url` is the address, beginning
    with a slash and without the base URL; `output` the file that is written,
    from the folder of the built site. Both are what they would be for a post
    that is held back, and None where nothing can be said.
    """

    generator: Generator
    verdict: Verdict
    reasons: tuple[Reason, ...] = ()
    remarks: tuple[Reason, ...] = ()
    zone: Zone | None = None
    date: Instant | None = None
    """What the address, the order and (where nothing else is said) the release depend on."""
    release: Instant | None = None
    """Not shown before."""
    expiry: Instant | None = None
    url: str | None = None
    output: str | None = None
    file_name: FileName | None = None


class Stops(Exception):
    """The generator ends with an error here."""

    def __init__(self, why: Reason) -> None:
        super().__init__(why.template)
        self.why = why


class Unsure(Exception):
    """What the generator makes of this is not known to Galley."""

    def __init__(self, why: Reason) -> None:
        super().__init__(why.template)
        self.why = why
