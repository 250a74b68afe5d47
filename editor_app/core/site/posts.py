"""The posts of a site, in a stable order."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from editor_app.core.generator import Generator
from editor_app.core.site.find import Site

DEEPEST = 24
ENDINGS = frozenset({".md", ".markdown", ".mdown", ".mkd", ".mkdn", ".mkdown", ".mdx"})
"""What a post's file name ends in."""

NEVER = frozenset({"node_modules", "bower_components", "__pycache__"})
BUILT = frozenset({"_site", "public", "dist", "build", "out", "target", "vendor", "venv"})
"""Left out above the posts folders only: inside of them they are ordinary names."""

Unreadable = Callable[[Path, OSError], None]


def posts(site: Site, unreadable: Unreadable | None = None) -> Iterator[Path]:
    """Each post once, sorted by path; hidden, built and installed folders are left out.

    A link to a folder is followed unless it leads to a folder that is being
    walked or holds the site. A folder that can't be listed, and a link of
    a post's name that leads in a circle, is told to `unreadable`, and the rest goes on.
    """
    walk = _Walk(site, unreadable)
    if site.generator is Generator.JEKYLL:
        yield from walk.below(site.root, is_inside=False)
    else:
        for folder in _outermost(site.posts_folders):
            yield from walk.below(folder, is_inside=folder != site.root)


def _outermost(folders: tuple[Path, ...]) -> list[Path]:
    """Without those that stand inside another, sorted."""
    return sorted(
        folder for folder in set(folders) if not any(other in folder.parents for other in folders)
    )


class _Walk:
    """One walk through a site; knows which folders it has been in."""

    def __init__(self, site: Site, unreadable: Unreadable | None) -> None:
        self._unreadable = unreadable
        self._is_jekyll = site.generator is Generator.JEKYLL
        self._starts = set(site.posts_folders)
        self._above = {_place(folder) for folder in site.root.parents}
        self._been: set[tuple[int, int] | None] = set()

    def below(self, folder: Path, *, is_inside: bool, depth: int = 0) -> Iterator[Path]:
        """The posts in a folder; `is_inside` says that it belongs to a posts folder."""
        place = _place(folder)
        if place in self._been or place in self._above or depth > DEEPEST:
            return
        self._been.add(place)
        for entry in self._entries(folder):
            path = folder / entry.name
            if entry.name.startswith("."):
                continue
            if _is_folder(entry):
                inside = is_inside or self._is_posts_folder(path)
                if self._is_walked(entry.name, inside):
                    yield from self.below(path, is_inside=inside, depth=depth + 1)
            elif self._is_post(entry, path, is_inside):
                yield path

    def _is_post(self, entry: os.DirEntry[str], path: Path, is_inside: bool) -> bool:
        is_markdown = os.path.splitext(entry.name)[1].lower() in ENDINGS
        if not is_markdown or (self._is_jekyll and not is_inside):
            return False
        try:
            return entry.is_file()
        except OSError as error:
            self._tell(path, error)
            return False

    def _is_posts_folder(self, path: Path) -> bool:
        return path in self._starts or (self._is_jekyll and path.name in {"_posts", "_drafts"})

    def _is_walked(self, name: str, is_inside: bool) -> bool:
        if name in NEVER:
            return False
        if is_inside:
            return True
        return name not in BUILT and not (self._is_jekyll and name.startswith("_"))

    def _entries(self, folder: Path) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            self._tell(folder, error)
            return []

    def _tell(self, path: Path, error: OSError) -> None:
        if self._unreadable is not None:
            self._unreadable(path, error)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle, or to where nobody may look
        return False


def _place(folder: Path) -> tuple[int, int] | None:
    """What tells two folders apart, however they were reached; None if it is gone."""
    try:
        status = folder.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
