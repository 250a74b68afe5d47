"""Mappings in which markdown-it looks up labels, and which remember what it asked for."""

from __future__ import annotations

from collections.abc import Callable

from editor_app.core.render.chunks import Target


class LinkLookup(dict[str, dict[str, str]]):
    """In the place of the `references` of markdown-it's environment.

    markdown-it calls `get` alone, with a normalised label.
    """

    def __init__(self, find: Callable[[str], Target | None]) -> None:
        super().__init__()
        self._find = find
        self.used: dict[str, Target | None] = {}

    def get(self, label: str, default: object = None) -> dict[str, str] | None:  # type: ignore[override]
        found = self.used[label] = self._find(label)
        return None if found is None else {"href": found[0], "title": found[1]}


class NoteLookup(dict[str, int]):
    """In the place of the `refs` of the footnotes in markdown-it's environment.

    The plugin puts a colon before each label, asks whether it is there, and
    sets a number of its own.
    """

    def __init__(self, has: Callable[[str], bool]) -> None:
        super().__init__()
        self._has = has
        self.used: dict[str, bool] = {}

    def __bool__(self) -> bool:
        return True

    def __contains__(self, key: object) -> bool:
        label = str(key)[1:]
        found = self.used[label] = self._has(label)
        return found
