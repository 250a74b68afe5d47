"""A regular expression that somebody else wrote, as a value; `patterns` searches with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression as the `regex` module reads it; `^` and `$` are ends of lines."""

    source: str
    ignores_case: bool = False
