"""What is alike on purpose, and what looks like a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from editor_app.core.body.wording import letters
from editor_app.core.site.summary import Summary
from editor_app.core.text.expressions import expression
from editor_app.core.text.likeness import loose

_YEARLY_DAYS = 300
_REGULAR_DAYS = 6
_FEWEST_OF_SERIES = 3
_COUNTED = expression(
    r"[一二三四五六七八九十]+|前[編篇]|中[編篇]|後[編篇]|上巻|下巻|\b(?:rc|alpha|beta|preview|dev|patch"
    r"|part|i{1,3}|iv|vi{0,3}|ix|x|first|second|third|one|two|three|january|february|march|april"
    r"|may|june|july|august|september|october|november|december)\d*\b|\d+",
    re.IGNORECASE,
)


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


def shortened(key: str) -> Iterator[str]:
    """What two keys share where `is_slip` says yes: the key itself and less each letter."""
    yield loose(key)
    yield key
    yield from (key[:at] + key[at + 1 :] for at in range(len(key)))
