"""What one source says of a site's posts: its collections, their fields, and where it says so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from editor_app.core.frontmatter.nodes import Path, Value
from editor_app.core.schema.kind import FieldKind
from editor_app.core.text.globs import is_named
from editor_app.core.text.pattern import Pattern

CUSTOMS = frozenset({"Jekyll", "Hugo", "Hugo archetype"})
"""Sources that show what a site does (its layouts, its new posts), not what it has to do."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """Who says something: "Decap CMS", in which file of the site, in which line (from 1).

    `file` is empty for what a generator's manual says, or the posts show.
    """

    source: str
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        return f"{self.source} ({self.place})" if self.place else self.source

    @property
    def place(self) -> str:
        """`file:line`; empty where no file says it."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def binds(self) -> bool:
        """Whether a post that is otherwise is wrong."""
        return bool(self.file) and self.source not in CUSTOMS


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field may have, and what people read for it."""

    value: Value
    label: str = ""
    help: str = ""


@dataclass(frozen=True, slots=True)
class Bounds:
    """From `least` to `most`, both included; None where that side is open.

    Numbers for a number, texts for a date or time, counts for the length of a
    text (code points) or of a list. `above` and `below` are excluded bounds;
    a number is a multiple of `step`.
    """

    least: float | str | None = None
    most: float | str | None = None
    above: float | None = None
    below: float | None = None
    step: float | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """A text has to be found by `pattern`, else `message` is said (the source's own words)."""

    pattern: Pattern
    message: str = ""


class Test(StrEnum):
    """How a condition compares."""

    IS = "is"
    """The value, or one of a list's items, is one of the values."""
    IS_NOT = "is not"
    MATCHES = "matches"
    """One of the values is a pattern that is found in the text."""
    IS_PRESENT = "is present"
    IS_ABSENT = "is absent"
    CONTAINS = "contains"
    """The text has one of the values in it, or the list has it as an item."""
    LACKS = "lacks"
    STARTS = "starts with"
    ENDS = "ends with"
    ABOVE = "above"
    BELOW = "below"
    AT_LEAST = "at least"
    AT_MOST = "at most"


@dataclass(frozen=True, slots=True)
class Condition:
    """A field counts only while another has such a value.

    `path` is that of the other field: from the mapping in which the field
    itself stands, or from the front matter's root where `from_root` is set.
    One of the `alternatives` does as well.
    """

    path: Path
    test: Test = Test.IS
    values: tuple[Value, ...] = ()
    from_root: bool = False
    ignores_case: bool = False
    alternatives: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """To what a RELATION leads: the posts of a collection, or the entries of a data file.

    `collection` is a collection's name; `file` a data file's, from the root.
    `value` is the key whose value is written (`slug`: the post's own slug,
    `path`: its path from the root, `id`: a file's entry), `shown` the keys that people read.
    In a data file a dot leads inwards and `*` stands for each item of a list.
    """

    collection: str = ""
    file: str = ""
    value: str = "slug"
    shown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaField:
    """What one source says of one key; what it does not say is None or empty.

    `item` is the kind of a LIST's items (LINE where nothing is said); bounds
    of a LIST count its items. `fields` are the parts of an OBJECT, or of each
    item of OBJECTS; `is_closed` says that no others may stand there.
    `choices` are a limit where `is_limit` is set, else proposals; `choices`,
    `length` and `shape` of a LIST are those of each item.
    `required_if`: also required where all conditions of one group are met.
    `is_nullable`: whether null stands there rightly.
    `taxonomy` names what a list's words belong to (`tags`). `folder` is where
    the site keeps the files of an IMAGE or FILE: from the site's root if it begins
    with a slash, else from the post's folder; `public_folder` what is
    written in front of their names. `computed` is a template of which a
    program makes the value. `date_format` is in the words of its source.
    `only_plain`: a date has to stand there without quotes, as no string. `options`
    is all else that the source says, for people to see.
    """

    key: str
    said: Said
    kind: FieldKind | None = None
    item: FieldKind | None = None
    label: str = ""
    help: str = ""
    placeholder: str = ""
    required: bool | None = None
    required_if: tuple[tuple[Condition, ...], ...] = ()
    is_nullable: bool | None = None
    default: Value = None
    choices: tuple[Choice, ...] = ()
    is_limit: bool | None = None
    bounds: Bounds | None = None
    length: Bounds | None = None
    is_whole: bool | None = None
    is_unique: bool | None = None
    shape: Shape | None = None
    conditions: tuple[Condition, ...] = ()
    relation: Relation | None = None
    taxonomy: str = ""
    folder: str | None = None
    public_folder: str | None = None
    date_format: str = ""
    date_zone: str = ""
    only_plain: bool | None = None
    language: str = ""
    group: str = ""
    computed: str = ""
    is_hidden: bool | None = None
    is_read_only: bool | None = None
    is_deprecated: bool | None = None
    is_essential: bool | None = None
    fields: tuple[SchemaField, ...] = ()
    is_closed: bool | None = None
    options: tuple[tuple[str, Value], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """Posts that one source describes alike.

    `files` are patterns as in `text.globs`, from the site's root and beginning
    with a slash; `conditions` narrow them by the posts' values (paths from the
    root). `title_key` is the field that names a post to people. `new_name` is
    the source's own template of a new post's file name, below `folder`.
    `is_closed`: other keys than `fields` are a fault.
    """

    name: str
    said: Said
    files: tuple[str, ...]
    label: str = ""
    folder: str = ""
    fields: tuple[SchemaField, ...] = ()
    is_closed: bool = False
    conditions: tuple[Condition, ...] = ()
    title_key: str = ""
    new_name: str = ""
    media_folder: str | None = None
    public_folder: str | None = None
    options: tuple[tuple[str, Value], ...] = ()

    def has_path(self, path: str) -> bool:
        """Whether a post at a path from the root may belong to it."""
        return is_named(path, self.files)


@dataclass(frozen=True, slots=True)
class Schema:
    """All that one source says; `files` are those that it was read from."""

    source: str
    files: tuple[str, ...]
    collections: tuple[Collection, ...]


def field_named(fields: Iterable[SchemaField], key: str) -> SchemaField | None:
    """The field of a key."""
    return next((field for field in fields if field.key == key), None)
