"""What the path of a post says: its slug, its day, its language, which collection it is of."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import PurePath

from editor_app.core.text.expressions import expression

_LANGUAGES = (
    "ar|bg|ca|cs|da|de|el|en|es|et|fa|fi|fr|he|hi|hr|hu|id|it|ja|ko|lt|lv|nb|nl|no|pl|pt|ro|ru|sk"
    "|sl|sr|sv|th|tr|uk|vi|zh"
)
_LANGUAGE = expression(rf"({_LANGUAGES})(?:[-_][a-z]{{2,4}})?", re.IGNORECASE)
_VERSION = expression(
    r"(?:version-|release-|v)?\d{1,3}(?:[._-]\w{1,10}){0,4}|latest|next|current|stable|main|master",
    re.IGNORECASE,
)
_DATED = expression(r"(\d{4})-(\d\d?)-(\d\d?)(?:-(?=.)|$)")
_INDEX = frozenset({"index", "_index", "readme"})


def stem(path: PurePath) -> str:
    """The file's name without its ending and its language: `spring` of `spring.ja.md`."""
    name = path.name.removesuffix(path.suffix)
    head, dot, tail = name.rpartition(".")
    return head if dot and head and _LANGUAGE.fullmatch(tail) else name


def is_index(path: PurePath) -> bool:
    """Whether the file stands for its folder: a page bundle, or the page of a section."""
    return stem(path).lower() in _INDEX


def name(path: PurePath) -> str:
    """What a post goes by: its file's name, for a page bundle with its folder's."""
    return f"{path.parent.name}/{path.name}" if is_index(path) else path.name


def slug(path: PurePath) -> str:
    """The last part of the address that a generator makes of the path, in lower case."""
    own = path.parent.name if is_index(path) else stem(path)
    return _DATED.sub("", own, count=1).lower() or own.lower()


def day(path: PurePath) -> dt.date | None:
    """The day that the file's name begins with, or its folder's for a page bundle."""
    found = _DATED.match(path.parent.name if is_index(path) else path.name)
    try:
        return dt.date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def collection(path: PurePath) -> PurePath:
    """The folder whose posts are compared, without the folders of years, months and bundles."""
    folder = path.parent.parent if is_index(path) else path.parent
    while folder.name.isdecimal():
        folder = folder.parent
    return folder


def language(path: PurePath) -> str:
    """The language that a folder or the file's name says, two letters; else empty."""
    ending = path.name.removesuffix(path.suffix).rpartition(".")
    named = (ending[2] if ending[0] else "", *reversed(path.parts[:-1]))
    found = next((match for each in named if (match := _LANGUAGE.fullmatch(each))), None)
    return found[1].lower() if found else ""


def without_variant(path: PurePath) -> tuple[str, ...]:
    """The path without language and version: equal for a post and its translations."""
    folders = (
        part
        for part in path.parts[:-1]
        if not _LANGUAGE.fullmatch(part) and not _VERSION.fullmatch(part)
    )
    return (*folders, stem(path))
