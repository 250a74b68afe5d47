"""Texts of which one must be there before it is worth while to look closer."""

from __future__ import annotations

from collections.abc import Mapping


class Hints:
    """What a search is spared with, in the many texts that have none of it.

    Some stand `alone`; others are given in groups, by what a text also has to hold where
    one of the group means something: a part that all of the group have, or a mark without
    which nothing is found. Best is one character that is seldom: in 40 KB it is found in
    2 µs, a word in 20 to 40, and all rules together ask for fifty words.
    """

    def __init__(self, *alone: str, groups: Mapping[str, tuple[str, ...]] | None = None) -> None:
        self._alone = alone
        self._groups = tuple((groups or {}).items())

    def are_in(self, text: str) -> bool:
        """Whether a text holds one of them."""
        for common, hints in self._groups:
            if common in text:
                for hint in hints:
                    if hint in text:
                        return True
        return any(hint in text for hint in self._alone)
