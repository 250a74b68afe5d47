"""A value with others put at any of its places, as a hostile file has them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Place = tuple[str | int, ...]


def places(value: Any, above: Place = ()) -> list[Place]:
    """Those of the value itself and of all that is in it."""
    inner: Iterable[tuple[str | int, Any]] = ()
    if isinstance(value, dict):
        inner = value.items()
    elif isinstance(value, list):
        inner = enumerate(value)
    return [above, *(place for key, each in inner for place in places(each, (*above, key)))]


def changed(value: Any, changes: Iterable[tuple[Place, Any]]) -> Any:
    """The value with new ones at some places; a change may take the place of a later one away."""
    for place, new in changes:
        if place in places(value):
            value = _replaced(value, place, new)
    return value


def _replaced(value: Any, place: Place, new: Any) -> Any:
    if not place:
        return new
    copy = value.copy()
    copy[place[0]] = _replaced(value[place[0]], place[1:], new)
    return copy
