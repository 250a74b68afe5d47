"""Which known name somebody meant who wrote one that does not exist, and what looks like a slip."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from editor_app.core.text.expressions import expression

_ALIKE = 0.7
_DIGITS = expression(r"\d+")


def like(name: str, known: Iterable[str]) -> str | None:
    close = difflib.get_close_matches(name[:100].lower().replace("_", "-"), tuple(known), 1, _ALIKE)
    return close[0] if close else None


def loose(key: str) -> str:
    """A key without capitals and `-` and `_`."""
    return key.replace("-", "").replace("_", "").lower()


def is_slip(one: str, other: str) -> bool:
    """Whether two keys differ by a letter, by two that changed places, or in loose writing."""
    is_near = _differs_by_a_letter(one, other) or loose(one) == loose(other)
    return is_near and one != other and _DIGITS.sub("", one) != _DIGITS.sub("", other)


def _differs_by_a_letter(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if start < 0:
        return True
    left, right = one[start:], other[start:]
    return (
        left[1:] == right
        or left == right[1:]
        or left[1:] == right[1:]
        or (left[:2] == right[1::-1] and left[2:] == right[2:])
    )
