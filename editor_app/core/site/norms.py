"""What is the custom of a site, so that it is no fault of a post."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Set
from dataclasses import dataclass

FEWEST_POSTS = 20
"""Of fewer posts nothing can be said to be a custom."""


@dataclass(frozen=True, slots=True)
class Norms:
    """`silent` names the rules whose findings are a custom of the site."""

    silent: frozenset[str] = frozenset()


def norms(found: Iterable[Set[str]], silent_where_common: Set[str]) -> Norms:
    """The norms of a site; `found` are the rules that found something, for each post."""
    posts = 0
    counts: Counter[str] = Counter()
    for rules in found:
        posts += 1
        counts.update(rules & silent_where_common)
    if posts < FEWEST_POSTS:
        return Norms()
    return Norms(frozenset(rule for rule, count in counts.items() if count * 5 >= posts))
