"""What the comments of a post allow, and which of them are of use."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from editor_app.core.diagnostics import Diagnostic
from editor_app.core.suppressions.comments import ALLOW, ALLOW_IN_POST, Allowance, Name
from editor_app.core.text.spans import Span

ALWAYS_SAID = frozenset(
    {
        "allow-without-use",
        "encoding-unknown",
        "front-matter-unreadable",
        "rule-failed",
        "wrong-setting",
    }
)
"""What no comment can allow."""


class Sifter:
    """Says what is allowed, and remembers which names were of use."""

    def __init__(self, given: Iterable[Allowance]) -> None:
        self.allowances = tuple(given)
        self._used: set[Name] = set()
        self._in_post: dict[str, list[Name]] = {}
        self._in_field: dict[tuple[str, str], list[Name]] = {}
        scopes: dict[str, list[tuple[Span, Name]]] = {}
        for each in self.allowances:
            for name in each.names:
                if each.word == ALLOW_IN_POST:
                    self._in_post.setdefault(name.rule, []).append(name)
                elif each.word == ALLOW and each.scope is not None:
                    scopes.setdefault(name.rule, []).append((each.scope, name))
                    if each.field is not None:
                        self._in_field.setdefault((name.rule, each.field), []).append(name)
        self._in_place = {rule: _Scopes(found) for rule, found in scopes.items()}

    def allows(self, diagnostic: Diagnostic) -> bool:
        """Whether a comment covers a diagnostic; all that do count as used."""
        if not self.allowances or diagnostic.rule in ALWAYS_SAID:
            return False
        rule = diagnostic.rule
        names = [*self._in_post.get(rule, ())]
        for field in _upward(diagnostic.field):
            names += self._in_field.get((rule, field), ())
        if rule in self._in_place:
            names += self._in_place[rule].around(diagnostic.span.start)
        self._used.update(names)
        return bool(names)

    def is_used(self, name: Name) -> bool:
        return name in self._used


class _Scopes:
    """Those of one rule in the order of their starts, each with the furthest end so far."""

    def __init__(self, found: list[tuple[Span, Name]]) -> None:
        self._scopes = sorted(found, key=lambda each: each[0])
        self._starts = [scope.start for scope, _ in self._scopes]
        self._furthest = list(accumulate((scope.end for scope, _ in self._scopes), max))

    def around(self, offset: int) -> Iterator[Name]:
        at = bisect_right(self._starts, offset) - 1
        while at >= 0 and self._furthest[at] >= offset:
            scope, name = self._scopes[at]
            if offset <= scope.end:
                yield name
            at -= 1


def _upward(field: str | None) -> Iterator[str]:
    """The path of a field, of what holds it, and so on."""
    while field:
        yield field
        field = field.rpartition(".")[0]
