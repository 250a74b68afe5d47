"""The few expressions of Go templates that archetypes are made of.

What stands for a value is worked out; of everything else nothing is known.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from editor_app.core.schema.archetypes.go_layout import written
from editor_app.core.schema.archetypes.hugo_words import humanized, titled
from editor_app.core.text.expressions import expression
from editor_app.core.text.hugo_paths import link, path_of

Value = str | int | dt.datetime

LONGEST = 500
"""Of one expression; a longer one is not looked at."""

DEEPEST = 20

_TOKEN = expression(
    r"""\s*(?:(?P<text>"(?:[^"\\\n]|\\.)*"|`[^`]*`)|(?P<number>\d{1,9}(?![\w.]))
    |(?P<name>\.?[A-Za-z_][\w.]*)|(?P<mark>[()|]))""".replace("\n    ", "")
)
_ESCAPE = expression(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "'": "'"}
_NOW = frozenset({"now", "time.Now"})
_ALIASES = {
    "strings.Replace": "replace",
    "strings.Title": "title",
    "strings.ToLower": "lower",
    "strings.ToUpper": "upper",
    "urls.URLize": "urlize",
    "inflect.Humanize": "humanize",
    "time.Format": "dateFormat",
}


class Unknown(Exception):
    """The expression is none of those that are understood."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an archetype may ask for. `now` has the zone of the machine.

    `names` are what stands for the new post, by their names in the template
    (`.Name`, `.File.ContentBaseName`); `title_style` is the site's own.
    """

    now: dt.datetime
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    title_style: str = "ap"


@dataclass(frozen=True, slots=True)
class Result:
    """A value as it is written, the names that it was made of, and the layout of a date."""

    text: str
    names: frozenset[str]
    layout: str = ""

    @property
    def is_date(self) -> bool:
        return ".Date" in self.names or bool(self.names & _NOW)


def evaluated(source: str, context: Context) -> Result:
    """What an expression says. Raises Unknown."""
    if len(source) > LONGEST:
        raise Unknown
    reader = _Reader(_tokens(source), context)
    value = reader.pipeline(0)
    if reader.at < len(reader.tokens) or isinstance(value, dt.datetime):
        raise Unknown
    names = frozenset(reader.names)
    return Result(str(value), names, reader.layout)


def _tokens(source: str) -> list[tuple[str, str]]:
    result: list[tuple[str, str]] = []
    at, end = 0, len(source.rstrip())
    while at < end:
        found = _TOKEN.match(source, at)
        if found is None or found.lastgroup is None:
            raise Unknown
        result.append((found.lastgroup, found[found.lastgroup]))
        at = found.end()
    return result


@dataclass(slots=True)
class _Reader:
    tokens: list[tuple[str, str]]
    context: Context
    at: int = 0
    names: set[str] = field(default_factory=set)
    layout: str = ""

    def pipeline(self, depth: int) -> Value:
        """Commands with `|` between them; each gets the value before it as its last operand."""
        if depth > DEEPEST:
            raise Unknown
        value = self._command((), depth)
        while self._is_mark("|"):
            self.at += 1
            value = self._command((value,), depth)
        return value

    def _command(self, before: tuple[Value, ...], depth: int) -> Value:
        if self._kind() == "name" and not self.tokens[self.at][1].startswith("."):
            word = self._next()[1]
            return self._call(word, (*self._operands(depth), *before))
        value = self._operand(depth)
        if self._kind() == "name" and self.tokens[self.at][1] == ".Format":  # of what stands in ()
            self.at += 1
            return self._formatted(value, (*self._operands(depth), *before))
        if before:
            raise Unknown
        return value

    def _operands(self, depth: int) -> tuple[Value, ...]:
        result: list[Value] = []
        while self.at < len(self.tokens) and not self._is_mark("|") and not self._is_mark(")"):
            result.append(self._operand(depth))
        return tuple(result)

    def _operand(self, depth: int) -> Value:
        kind, word = self._next()
        if kind == "text":
            return _text(word)
        if kind == "number":
            return int(word)
        if word == "(":
            value = self.pipeline(depth + 1)
            if not self._is_mark(")"):
                raise Unknown
            self.at += 1
            return value
        if word.startswith("."):
            return self._name(word)
        return self._call(word, ())

    def _name(self, word: str) -> Value:
        self.names.add(word)
        if word == ".Date":
            return self.context.now.isoformat(timespec="seconds").replace("+00:00", "Z")
        value = self.context.names.get(word)
        if value is None:
            raise Unknown
        return value

    def _call(self, word: str, operands: tuple[Value, ...]) -> Value:
        if word.removesuffix(".Format") in _NOW:
            self.names.add(word.removesuffix(".Format"))
            is_method = word.endswith(".Format")
            if operands and not is_method:
                raise Unknown
            return self._formatted(self.context.now, operands) if is_method else self.context.now
        name = _ALIASES.get(word, word)
        if name == "dateFormat" and len(operands) == 2:
            return self._formatted(operands[1], operands[:1])
        texts = tuple(each for each in operands if isinstance(each, str))
        if name == "replace":
            return _replaced(texts, operands)
        if name == "title" and len(operands) == len(texts) == 1:
            return titled(texts[0], self.context.title_style)
        function = _FUNCTIONS.get(name)
        if function is None or len(operands) != 1 or len(texts) != 1:
            raise Unknown
        return function(texts[0])

    def _formatted(self, value: Value, operands: tuple[Value, ...]) -> str:
        layout = operands[0] if len(operands) == 1 else None
        if isinstance(value, str):
            try:
                value = dt.datetime.fromisoformat(value)
            except ValueError as error:
                raise Unknown from error
        if not isinstance(layout, str) or not isinstance(value, dt.datetime) or not value.tzinfo:
            raise Unknown
        self.layout = layout
        return written(layout, value)

    # --- tokens

    def _kind(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def _is_mark(self, mark: str) -> bool:
        return self.tokens[self.at : self.at + 1] == [("mark", mark)]

    def _next(self) -> tuple[str, str]:
        if self.at >= len(self.tokens):
            raise Unknown
        self.at += 1
        return self.tokens[self.at - 1]


def _text(word: str) -> str:
    if word[0] == "`":
        return word[1:-1]

    def escaped(found: re.Match[str]) -> str:
        if found[1] not in _ESCAPED:
            raise Unknown
        return _ESCAPED[found[1]]

    return _ESCAPE.sub(escaped, word[1:-1])


def _replaced(texts: tuple[str, ...], operands: tuple[Value, ...]) -> str:
    """`replace TEXT OLD NEW [LIMIT]`; Go puts the new text also around every character."""
    count = operands[3] if len(operands) == 4 else -1
    if len(texts) != 3 or texts != operands[:3] or not isinstance(count, int):
        raise Unknown
    return texts[0].replace(texts[1], texts[2], count)


_FUNCTIONS: Mapping[str, Callable[[str], str]] = {
    "lower": str.lower,
    "upper": lambda text: "".join(
        each.upper() if len(each.upper()) == 1 else each for each in text
    ),
    "urlize": lambda text: link(path_of(text)),
    "humanize": humanized,
}
