"""Which keys a site's generator gives to its posts, so that they need not say them."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from editor_app.core.check import fingerprint

KeysOf = Callable[[Path], Callable[[PurePosixPath], frozenset[str]]]

_CONFIGS = ("_config.", "hugo.", "config.")
_INDEX = ("_index.",)
_TOP = str(PurePosixPath())
_CONFIG_FOLDERS = ("config/_default", "config/production")


@dataclass(slots=True)
class Inheriting:
    """Of one site. Paths count from its root."""

    root: Path
    _marks: dict[str, bytes] = field(default_factory=dict)
    """Of each folder, with what stands in those above it."""
    _keys: Callable[[PurePosixPath], frozenset[str]] | None = None

    def mark(self, path: str) -> bytes:
        """The hash of the files that may say what is inherited; nothing is parsed for it."""
        folder = os.path.dirname(path) or _TOP
        if folder in self._marks:
            return self._marks[folder]
        inner, mark = PurePosixPath(folder), b""
        for each in map(str, (*reversed(inner.parents), inner)):
            if each not in self._marks:
                self._marks[each] = fingerprint.digest(mark, *self._texts(each))
            mark = self._marks[each]
        return mark

    def keys(self, path: str) -> frozenset[str]:
        """The keys at the top that a post has without saying them."""
        if self._keys is None:
            # By name: of posts that are known only the marks are asked.
            keys_of: KeysOf = importlib.import_module("editor_app.core.site.inherited_keys").keys_of
            self._keys = keys_of(self.root)
        return self._keys(PurePosixPath(path))

    def _texts(self, folder: str) -> Iterator[bytes]:
        """Of a section that stands in a folder; at the top the configuration too."""
        if folder == _TOP:
            yield from _read(self.root, _CONFIGS)
            for each in _CONFIG_FOLDERS:
                yield from _read(self.root / each, ("",))
        yield from _read(self.root / folder, _INDEX)


def _read(folder: Path, beginnings: tuple[str, ...]) -> Iterator[bytes]:
    """The files of a folder whose names begin so, each with its name."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.startswith(beginnings))
    except OSError:
        return
    for name in names:
        try:
            yield name.encode("utf-8", "replace") + b"\0" + (folder / name).read_bytes()
        except OSError:
            continue  # what can't be read says nothing
