"""Where Hugo looks for the archetype of a new post."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.data_files.hugo_config import Part, texts
from editor_app.core.data_files.site_files import SiteFiles

DEFAULT = "default"
ENDING = ".md"


@dataclass(frozen=True, slots=True)
class Archetype:
    """`kind` is the section for whose posts it is, `default` for all others.

    `name` is the file of its page, from the site's root; `folder` that of a
    bundle, whose other files are copied along.
    """

    kind: str
    name: str
    folder: str = ""


def archetypes(files: SiteFiles, parts: tuple[Part, ...]) -> tuple[Archetype, ...]:
    """All that the site and its themes have; of two of a kind only that which Hugo takes.

    A kind may have one for a single file and one for a bundle.
    """
    found: dict[tuple[str, bool], Archetype] = {}
    for folder in _folders(parts):
        for each in _in(files, folder):
            found.setdefault((each.kind, bool(each.folder)), each)
    return tuple(found.values())


def archetype_of(found: tuple[Archetype, ...], kind: str, *, is_bundle: bool) -> Archetype | None:
    """The one that Hugo takes for a post of a section; None where it takes its own."""
    wanted = [each for each in found if bool(each.folder) == is_bundle]
    for name in (kind, DEFAULT):
        one = next((each for each in wanted if each.kind == name), None)
        if one is not None:
            return one
    return None


def _folders(parts: tuple[Part, ...]) -> Iterator[str]:
    yield next(iter(texts(parts, "archetypedir")), "archetypes").strip("/")
    themes = next(iter(texts(parts, "themesdir")), "themes").strip("/")
    for theme in texts(parts, "theme"):
        yield f"{themes}/{theme}/archetypes"


def _in(files: SiteFiles, folder: str) -> Iterator[Archetype]:
    for name in files.names(folder):
        inner = f"{folder}/{name}"
        if name.endswith(ENDING) and files.is_file(inner):
            yield Archetype(name.removesuffix(ENDING), inner)
        elif files.is_file(f"{inner}/index{ENDING}"):
            yield Archetype(name, f"{inner}/index{ENDING}", inner)
