"""How the posts of a collection are named, and what a new one is called after them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from editor_app.core.site import post_paths
from editor_app.core.site.names import slugify
from editor_app.core.text.expressions import expression

_DATE_FOLDERS = expression(r"\d{4}(?:/\d{2}){0,2}", re.ASCII)
_DATED = expression(r"\d{4}-\d\d?-\d\d?-.", re.ASCII)
_TAG = expression(r"\{\{-?\s*([\w.]+)\s*-?\}\}")


@dataclass(frozen=True, slots=True)
class Manner:
    """`date_folders` counts those above a post: year, month, day; `language` may be `.ja`."""

    ending: str = ".md"
    is_bundle: bool = False
    is_dated: bool = False
    date_folders: int = 0
    language: str = ""
    joiner: str = "-"

    def path(self, folder: PurePosixPath, slug: str, day: dt.date) -> PurePosixPath:
        """The file of a new post in a collection's folder."""
        dates = f"{day:%Y/%m/%d}".split("/")[: self.date_folders]
        name = f"{day:%Y-%m-%d}-{slug}" if self.is_dated else slug
        inside = folder.joinpath(*dates)
        if self.is_bundle:
            return inside / name / f"index{self.language}{self.ending}"
        return inside / f"{name}{self.language}{self.ending}"

    def slug(self, title: str) -> str:
        return slugify(title).replace("-", self.joiner)


def manner_of(folder: PurePosixPath, posts: Iterable[PurePosixPath]) -> Manner:
    """That of most posts below the folder; paths count from the site's root."""
    paths = [
        each.relative_to(folder)
        for each in posts
        if each.is_relative_to(folder) and not each.name.startswith("_")
    ]
    if not paths:
        return Manner()
    stems = [
        each.parent.name if post_paths.is_index(each) else post_paths.stem(each) for each in paths
    ]
    words = [each for each in stems if "-" in each or "_" in each]
    return Manner(
        ending=_most([each.suffix for each in paths]),
        is_bundle=_is_most([post_paths.is_index(each) and len(each.parts) > 1 for each in paths]),
        is_dated=_is_most([bool(_DATED.match(each)) for each in stems]),
        date_folders=int(_most([str(_date_folders(each)) for each in paths])),
        language=_most([_language(each) for each in paths]),
        joiner="_" if words and _is_most(["-" not in each for each in words]) else "-",
    )


def from_template(
    template: str, words: dict[str, str], ending: str = ".md"
) -> tuple[str, tuple[str, ...]]:
    """A file's name after the template of a collection, and the tags that nothing is known of.

    No step of it leads upward, and the ending is added where it has none of its own.
    """
    unknown: list[str] = []

    def word(found: re.Match[str]) -> str:
        name = found[1].removeprefix("fields.")
        if name not in words:
            unknown.append(found[0])
        return words.get(name, "")

    filled = _TAG.sub(word, template)
    steps = [step.strip() for step in filled.replace("\\", "/").split("/")]
    name = "/".join(step for step in steps if step not in {"", ".", ".."})
    has_ending = name.lower().endswith((".md", ".markdown", ".mdx", ".html"))
    return (name if has_ending else f"{name}{ending}"), tuple(unknown)


def words_of(title: str, slug: str, now: dt.datetime) -> dict[str, str]:
    """What the tags of such templates stand for."""
    parts = ["year", "month", "day", "hour", "minute", "second"]
    times = f"{now:%Y %m %d %H %M %S}".split()
    return {"title": title, "slug": slug, "filename": slug, **dict(zip(parts, times, strict=True))}


def _date_folders(path: PurePosixPath) -> int:
    above = path.parent.parent if post_paths.is_index(path) else path.parent
    found = _DATE_FOLDERS.fullmatch(str(above))
    return len(above.parts) if found else 0


def _language(path: PurePosixPath) -> str:
    stem = post_paths.stem(path)
    return path.name.removesuffix(path.suffix)[len(stem) :]


def _is_most(flags: Sequence[bool]) -> bool:
    return sum(flags) * 2 > len(flags)


def _most(words: Sequence[str]) -> str:
    return max(dict.fromkeys(words), key=words.count)
