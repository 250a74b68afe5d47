"""Regular expressions that somebody else wrote: found within a time limit, whatever they are."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from editor_app.core.text.expressions import expression
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.spans import Span

if TYPE_CHECKING:
    import regex

_Search = TypeVar("_Search")

LONGEST = 2_000
"""Characters of a pattern."""

_REFERENCE = expression(r"\$(?:(?P<sign>[$&])|(?P<number>\d{1,2})|<(?P<name>\w++)>)")


@dataclass(frozen=True, slots=True)
class Found:
    """A match that is not empty; `groups` by number and name, the whole first."""

    span: Span
    groups: dict[str, str]


class Clock:
    """How long all searches that share it may take together; once it has run out, none is made."""

    def __init__(self, seconds: float) -> None:
        self.left = seconds

    @property
    def has_run_out(self) -> bool:
        return self.left <= 0

    def find(self, pattern: Pattern, text: str, start: int = 0) -> Found | None:
        """The first match from a place on, None also where the time is over."""
        if self.has_run_out:
            return None
        before = time.perf_counter()
        try:
            match = _compiled(pattern).search(text, start, timeout=self.left)
            while match is not None and match.start() == match.end() < len(text):
                match = _compiled(pattern).search(text, match.end() + 1, timeout=self.left)
        except TimeoutError:
            self.left = 0
            return None
        self.left -= time.perf_counter() - before
        if match is None or match.start() == match.end():
            return None
        numbered = {str(number): text_ or "" for number, text_ in enumerate(match.groups(), 1)}
        named = {name: text_ or "" for name, text_ in match.groupdict().items()}
        return Found(Span(*match.span()), {"0": match.group(), **numbered, **named})

    def is_in(self, pattern: Pattern, text: str) -> bool | None:
        """Whether the pattern is found, if only as an empty text; None where the time is over."""
        if self.has_run_out:
            return None
        before = time.perf_counter()
        try:
            match = _compiled(pattern).search(text, timeout=self.left)
        except TimeoutError:
            self.left = 0
            return None
        self.left -= time.perf_counter() - before
        return match is not None

    def find_all(self, pattern: Pattern, text: str) -> Iterator[Found]:
        at = 0
        while (found := self.find(pattern, text, at)) is not None:
            yield found
            at = found.span.end


def shared(seconds: float, searches: Iterable[_Search]) -> Iterator[tuple[_Search, Clock]]:
    """Each with its clock: half of the time that is left, so that a slow one leaves some."""
    left = seconds
    for search in searches:
        clock = Clock(left / 2)
        yield search, clock
        left = left / 2 + max(clock.left, 0)


@lru_cache(4096)
def _compiled(pattern: Pattern) -> regex.Pattern[str]:
    import regex  # noqa: PLC0415 (slow to load, and few sites have patterns)

    flags = regex.VERSION0 | regex.MULTILINE
    if pattern.ignores_case:
        flags |= regex.IGNORECASE
    return regex.compile(pattern.source, flags)


def fault(pattern: Pattern) -> str | None:
    """Why a pattern can't be used, None for one that can."""
    import regex  # noqa: PLC0415

    if len(pattern.source) > LONGEST:
        return f"it is longer than {LONGEST:,} characters"
    try:
        _compiled(pattern)
    except (regex.error, ValueError, OverflowError) as error:
        return str(error)
    except (RecursionError, MemoryError):
        return "it is too deep"
    return None


def literal(text: str) -> str:
    """A pattern that means a text itself."""
    import regex  # noqa: PLC0415

    return regex.escape(text, literal_spaces=True)


def expanded(template: str, found: Found) -> str:
    """A replacement in which `$1`, `$<name>` and `$&` stand for what was found."""

    def of(reference: re.Match[str]) -> str:
        if reference["sign"]:
            return "$" if reference["sign"] == "$" else found.groups["0"]
        key = reference["name"] or str(int(reference["number"]))
        return found.groups.get(key, "") if key != "0" else reference.group()

    return _REFERENCE.sub(of, template)
