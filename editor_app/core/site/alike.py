"""What is alike on purpose, and what looks like a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from editor_app.core.body.wording import letters
from editor_app.core.site.summary import Summary
from editor_app.core.text.expressions import expression

_YEARLY_DAYS = 300
_REGULAR_DAYS = 6
_FEWEST_OF_SERIES = 3
_COUNTED = expression(
    r"[一二三四五六七八九十]+|前[編篇]|中[編篇]|後[編篇]|上巻|下巻|\b(?:rc|alpha|beta|preview|dev|patch"
    r"|part|i{1,3}|iv|vi{0,3}|ix|x|first|second|third|one|two|three|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)\d*\b|\d+",
    re.IGNORECASE,
)
_DIGITS = expression(r"\d+")
_LOOSE = expression(r"[-_]")


def without_counting(title: str) -> str:
    """What a title says beside numbers, months, parts and "rc": equal for a series."""
    return letters(_COUNTED.sub(" ", title))


def is_recurring(posts: Iterable[Summary]) -> bool:
    """Whether posts of one title come again and again: each year, or regularly."""
    days = sorted(post.day for post in posts if post.day is not None)
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    if not gaps:
        return False
    shortest = min(gaps)
    return shortest >= _YEARLY_DAYS or (
        len(days) >= _FEWEST_OF_SERIES and shortest >= _REGULAR_DAYS
    )


def loose(key: str) -> str:
    """A key without capitals and `-` and `_`."""
    return _LOOSE.sub("", key).lower()


def is_slip(one: str, other: str) -> bool:
    """Whether two keys differ by a letter, by two that changed places, or in loose writing."""
    if one == other or _DIGITS.sub("", one) == _DIGITS.sub("", other):
        return False
    if loose(one) == loose(other):
        return True
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


def shortened(key: str) -> Iterator[str]:
    """What two keys share where `is_slip` says yes: the key itself and less each letter."""
    yield loose(key)
    yield key
    yield from (key[:at] + key[at + 1 :] for at in range(len(key)))
