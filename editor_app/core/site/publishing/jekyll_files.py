"""What a file is to Jekyll by its place and name: a post, a draft, a page, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

from editor_app.core.site.publishing import ruby_glob
from editor_app.core.site.publishing.jekyll_config import JekyllConfig, of_config
from editor_app.core.site.publishing.values import OF_PATH, Reason, reason
from editor_app.core.text.expressions import expression

DATED = expression(r"(?>.+/)*?(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)", re.ASCII)
"""A post's name: day, slug, ending."""
DATELESS = expression(r"(?:.+/)*(.*)(\.[^.]+)")

_NO_NAME = (
    "Jekyll passes over the file without a word: in _posts a name begins with a date"
    " and has an ending, such as 2024-05-01-spring.md"
)
_NO_ENDING = "Jekyll passes over the file without a word: its name has no ending such as .md"
_SPECIAL = "Jekyll leaves out what begins with “{mark}”: {name}"
_BACKUP = "Jekyll leaves out what ends with “{mark}”: {name}"
_EXCLUDED = "The site excludes it: “{pattern}”"
_OUTSIDE = "Jekyll looks for posts below {folder} only, as the site's collections_dir says"
_NO_COLLECTION = "{folder} is a collection only where the configuration names it"


class Kind(StrEnum):
    """What Jekyll makes of a file."""

    POST = "post"
    DRAFT = "draft"
    DOCUMENT = "document"
    """Of a collection other than the posts."""
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Located:
    """A file where Jekyll finds it.

    `relative` is its path as front matter defaults and categories see it, `label`
    the collection. `hidden` says why Jekyll does not even read it.
    """

    kind: Kind
    label: str
    relative: str
    hidden: tuple[Reason, ...] = ()

    @property
    def name(self) -> str:
        return PurePosixPath(self.relative).name


def in_source(path: PurePosixPath, config: JekyllConfig) -> PurePosixPath | None:
    """A path as Jekyll counts it; None for what is outside of the folder of its sources."""
    source = config.values.get("source")
    if not isinstance(source, str) or source.strip("./") == "":
        return path
    folder = PurePosixPath(source)
    return path.relative_to(folder) if path.is_relative_to(folder) else None


def locate(path: PurePosixPath, config: JekyllConfig) -> Located:
    """`path` counts from the folder that Jekyll calls the source."""
    whole = str(path)
    above = f"{config.collections_dir}/" if config.collections_dir else ""
    inside = whole.removeprefix(above)
    for label in config.collections:
        if label not in {"posts", "data"} and whole.startswith(f"{above}_{label}/"):
            entry = whole.removeprefix(f"{above}_{label}/")
            hidden = tuple(_filtered(entry, f"_{label}", config))
            return Located(Kind.DOCUMENT, label, inside, hidden)
    return _walked(path, inside, config)


def _walked(path: PurePosixPath, inside: str, config: JekyllConfig) -> Located:
    """From the top down, as Jekyll goes through the folders."""
    hidden: list[Reason] = []
    for at, part in enumerate(path.parts[:-1]):
        base = "/".join(path.parts[:at])
        if part in {"_posts", "_drafts"}:
            entry = "/".join(path.parts[at + 1 :])
            hidden += _publishable(entry, f"{base}/{part}".lstrip("/"), config)
            if config.collections_dir and not base.startswith(config.collections_dir):
                place = of_config("collections_dir")
                hidden.append(reason(_OUTSIDE, place, folder=config.collections_dir))
            kind = Kind.POST if part == "_posts" else Kind.DRAFT
            return Located(kind, "posts", inside, tuple(hidden))
        hidden += _filtered(part, base, config)
    hidden += _filtered(path.name, "/".join(path.parts[:-1]), config)
    return Located(Kind.PAGE, "", str(path), tuple(hidden))


def _publishable(entry: str, base: str, config: JekyllConfig) -> Iterator[Reason]:
    names = entry.split("/")
    hidden = next((name for name in names if name.startswith(".")), None)
    if hidden is not None:
        yield reason(_SPECIAL, OF_PATH, mark=".", name=hidden)
    else:
        yield from _filtered(entry, base, config)
    if base.endswith("_drafts"):
        if not DATELESS.fullmatch(entry):
            yield reason(_NO_ENDING, OF_PATH)
    elif not DATED.fullmatch(entry):
        yield reason(_NO_NAME, OF_PATH)


def _filtered(entry: str, base: str, config: JekyllConfig) -> Iterator[Reason]:
    """Why Jekyll's filter drops an entry of a folder."""
    name = entry.rpartition("/")[2]
    is_included = _is_listed(config.include, entry) or _is_listed(config.include, name)
    if entry.endswith("."):
        yield reason(_BACKUP, OF_PATH, mark=".", name=name)
        return
    if is_included:
        return
    whole = f"{base}/{entry}".lstrip("/")
    wanted = [each for each in config.exclude if each not in config.include]
    pattern = next((each for each in wanted if _is_listed((each,), whole)), None)
    if pattern is not None:
        yield reason(_EXCLUDED, of_config("exclude"), pattern=pattern)
    special = next((each for each in (entry, name) if each[0] in "._#~"), None)
    if special is not None and special[0] == "_" and not base and special == entry:
        yield reason(_NO_COLLECTION, of_config("collections"), folder=special)
    elif special is not None:
        yield reason(_SPECIAL, OF_PATH, mark=special[0], name=special)
    elif entry.endswith("~"):
        yield reason(_BACKUP, OF_PATH, mark="~", name=name)


def _is_listed(patterns: tuple[str, ...], path: str) -> bool:
    """A pattern names what it fits, and all that begins with it: `about` also `about.md`."""
    return any(
        ruby_glob.is_match(pattern.lstrip("/"), path)
        or path.startswith(pattern.lstrip("/"))
        or pattern.lstrip("/") == f"{path}/"
        for pattern in patterns
    )
