"""What is wrong with a file of settings, collected while it is read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from editor_app.core.diagnostics import Diagnostic, Severity, by_place
from editor_app.core.text.likeness import like
from editor_app.core.text.source import Source
from editor_app.core.text.spans import Span

WRONG_SETTING = "wrong-setting"

ReadFile = Callable[[str], Source | str]
"""A file of the site by its path from the root, or why it can't be read, in the user's words."""


@dataclass(slots=True)
class Report:
    """Of one file; `translate` turns a template into the user's language."""

    text: str
    translate: Callable[[str], str]
    found: list[Diagnostic] = field(default_factory=list)
    _breaks: list[int] | None = None

    def line(self, span: Span) -> int:
        """The number of the line, from 1, on which a span begins."""
        if self._breaks is None:
            self._breaks = [at for at, character in enumerate(self.text) if character == "\n"]
        return bisect_left(self._breaks, span.start) + 1

    def sorted(self) -> tuple[Diagnostic, ...]:
        """By place; what is told of a YAML anchor each time it is used is told once."""
        once: dict[tuple[Span, str], Diagnostic] = {}
        for each in self.found:
            once.setdefault((each.span, each.message), each)
        return tuple(sorted(once.values(), key=lambda each: each.span))

    def wrong(
        self,
        span: Span,
        template: str,
        field: str | None = None,
        severity: Severity = Severity.ERROR,
        /,
        **values: object,
    ) -> None:
        message = self.translate(template).format(**values)
        self.found.append(Diagnostic(WRONG_SETTING, severity, message, span, field))

    def unknown(
        self, span: Span, template: str, name: str, known: Iterable[str], field: str | None = None
    ) -> None:
        """Tell of a name that does not exist, with the known one that is most like it."""
        guess = like(name, known)
        said = self.translate(template).format(key=name)
        if guess is not None:
            said = self.translate("{message}; did you mean {name}?").format(
                message=said, name=guess
            )
        self.found.append(Diagnostic(WRONG_SETTING, Severity.WARNING, said, span, field))


@dataclass(frozen=True, slots=True)
class PrhFile:
    """A dictionary that was read, with what is wrong with it."""

    path: str
    source: Source
    report: Report


@dataclass(frozen=True, slots=True)
class WrongFile:
    """A file of settings or a schema, and what is wrong with it.

    Diagnostics count in `source.text`.
    """

    path: Path
    source: Source
    diagnostics: tuple[Diagnostic, ...]


def united(known: Iterable[WrongFile], more: Iterable[WrongFile]) -> tuple[WrongFile, ...]:
    """Each file once; of what is told at the same place only what is `known`."""
    files = {each.path: each for each in known}
    for each in more:
        first = files.get(each.path)
        if first is None:
            files[each.path] = each
            continue
        spans = {one.span for one in first.diagnostics}
        new = (one for one in each.diagnostics if one.span not in spans)
        found = tuple(sorted((*first.diagnostics, *new), key=by_place))
        files[each.path] = replace(first, diagnostics=found)
    return tuple(files.values())
