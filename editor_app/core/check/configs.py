"""The configurations of sites as they were read before: they change once in a year."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from editor_app.core.check import fingerprint
from editor_app.core.check.packed import Unpackable, pack, unpack
from editor_app.core.check.store import Store
from editor_app.core.data_files.config import config_of, config_text
from editor_app.core.frontmatter.nodes import Value


class Configs:
    """Reads a configuration, and remembers what a text of it says."""

    def __init__(self, cache: Path | None) -> None:
        self.store = Store(cache and cache / "configurations", fingerprint.of_engine())

    def read(self, path: Path) -> Mapping[str, Value]:
        text = config_text(path)
        key = fingerprint.of_value((path.suffix, text))
        stored = self.store.get(key)
        if stored is not None:
            try:
                known = unpack(stored)
            except Unpackable:
                known = None
            if isinstance(known, dict):
                return known
        values = dict(config_of(text, path.suffix))
        self.store.put(key, pack(values))
        self.store.save()
        return values
