"""The files that a field of a post names: where they lie, and how posts write them."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from editor_app.core.data_files.site_files import SKIPPED
from editor_app.core.schema.schema import SchemaField
from editor_app.core.text.expressions import expression

IMAGES = frozenset(
    {".avif", ".bmp", ".gif", ".ico", ".jfif", ".jpeg", ".jpg", ".png", ".svg", ".webp"}
)
MOST_FILES = 2_000
"""So many are offered; whoever has more types the name."""

_MOST_LOOKED_AT = 20_000
_SERVED = ("static", "public")
"""Folders whose files generators serve from the site's root."""

_REMOTE = expression(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


@dataclass(frozen=True, slots=True)
class MediaFolder:
    """`folder` from the site's root; `public` is written in front of the names in it.

    Where nothing is said of that, posts name the files of a folder beside them
    from where they are, and all others from the site's root.
    """

    folder: str
    public: str

    @staticmethod
    def of(about: SchemaField | None, post: PurePosixPath | None) -> MediaFolder:
        said = (about and about.folder) or "/"
        is_beside = not said.startswith("/")
        folder = f"{post.parent}/{said}" if is_beside and post is not None else said
        folder = os.path.normpath(folder.strip("/") or ".").replace(os.sep, "/")
        folder = "" if folder == "." else folder
        public = about.public_folder if about else None
        if public is None:
            public = said if is_beside else "/" + _served(folder)
        public = "" if public in {"", "."} else public.rstrip("/") + "/"
        return MediaFolder(folder, public)

    def written(self, name: str) -> str:
        """How a post names the file at a path from the root."""
        below = f"{self.folder}/" if self.folder else ""
        if name.startswith(below):
            return self.public + name.removeprefix(below)
        return "/" + _served(name)

    def names(self, value: str, post: PurePosixPath | None) -> tuple[str, ...]:
        """Where, from the root, a file may lie that a post names so; the likeliest first."""
        value = re.split("[?#]", value, maxsplit=1)[0]
        if not value or is_remote(value):
            return ()
        found: list[str] = []
        if self.public and value.startswith(self.public):
            found.append(f"{self.folder}/{value.removeprefix(self.public)}")
        if value.startswith("/"):
            inner = value.lstrip("/")
            found += [inner, *(f"{served}/{inner}" for served in _SERVED)]
        else:
            found += [f"{post.parent}/{value}"] if post is not None else []
            found += [f"{self.folder}/{value}", value]
        return tuple(os.path.normpath(name.lstrip("/")).replace(os.sep, "/") for name in found)


def is_remote(value: str) -> bool:
    """Whether it is an address of the net, or data, and no file of the site."""
    return _REMOTE.match(value) is not None


def file_of(root: Path, names: tuple[str, ...]) -> Path | None:
    """The first of some names that is a file of the site, links followed."""
    return next((path for name in names if (path := _inside(root, name)) is not None), None)


def files_below(root: Path, folder: str, endings: frozenset[str]) -> Iterator[str]:
    """Paths from the root, sorted folder by folder; no endings are all of them.

    Links and what generators make are left out.
    """
    folders, seen, given = [folder.strip("/")], 0, 0
    while folders:
        folder = folders.pop(0)
        for entry in _entries(root / folder):
            seen += 1
            if seen > _MOST_LOOKED_AT or given >= MOST_FILES:
                return
            name = f"{folder}/{entry.name}" if folder else entry.name
            if entry.is_dir(follow_symlinks=False):
                if entry.name not in SKIPPED and not entry.name.startswith("."):
                    folders.append(name)
            elif entry.is_file(follow_symlinks=False) and _has_ending(entry.name, endings):
                given += 1
                yield name


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except (OSError, ValueError):
        return []


def _has_ending(name: str, endings: frozenset[str]) -> bool:
    return not endings or os.path.splitext(name)[1].lower() in endings


def _served(name: str) -> str:
    """A path from the root as the site serves it."""
    head, slash, rest = name.partition("/")
    return (rest if slash else "") if head in _SERVED else name


def _inside(root: Path, name: str) -> Path | None:
    try:
        real = Path(os.path.realpath(root / name))
        is_own = real.is_relative_to(os.path.realpath(root)) and real.is_file()
    except (OSError, ValueError):  # a NUL in the name
        return None
    return real if is_own else None
