"""The colours of fenced code: Pygments, bounded in length and time."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Token as PygmentsToken
from pygments.util import ClassNotFound

_LONGEST = 40_000
"""Code points of one fence; what is longer stays plain."""
_SECONDS = 0.05
_KEPT = 32


class CodeKind(Enum):
    """What a stretch of code is, as far as we paint it."""

    COMMENT = auto()
    KEYWORD = auto()
    STRING = auto()
    NUMBER = auto()
    NAME = auto()


class CodeToken(NamedTuple):
    """One stretch of a line of code, in code points of the line."""

    kind: CodeKind
    start: int
    end: int


_KINDS = (
    (PygmentsToken.Comment, CodeKind.COMMENT),
    (PygmentsToken.Keyword, CodeKind.KEYWORD),
    (PygmentsToken.Name.Tag, CodeKind.KEYWORD),
    (PygmentsToken.Operator.Word, CodeKind.KEYWORD),
    (PygmentsToken.Literal.String, CodeKind.STRING),
    (PygmentsToken.Literal.Number, CodeKind.NUMBER),
    (PygmentsToken.Name.Function, CodeKind.NAME),
    (PygmentsToken.Name.Class, CodeKind.NAME),
    (PygmentsToken.Name.Decorator, CodeKind.NAME),
    (PygmentsToken.Name.Attribute, CodeKind.NAME),
    (PygmentsToken.Name.Builtin, CodeKind.NAME),
)

LineTokens = tuple[tuple[CodeToken, ...], ...]


class CodeTokens:
    """Splits code into tokens by line, and remembers the fences it saw last."""

    def __init__(self) -> None:
        self._lexers: dict[str, Lexer | None] = {}
        self._seen: OrderedDict[tuple[str, str], LineTokens] = OrderedDict()
        self._new: dict[str, None] = {}

    def of(self, info: str, lines: Sequence[str]) -> LineTokens:
        """Tokens of each line; empty where the language (the info's first word) is unknown.

        Code that takes too long is coloured as far as the time went.
        """
        language = _language(info)
        lexer = self._lexer(language)
        code = "\n".join(lines)
        if lexer is None or len(code) > _LONGEST:
            return ((),) * len(lines)
        key = language, code
        found = self._seen.get(key)
        if found is None:
            found = self._seen[key] = _tokens(lexer, code, len(lines))
            if len(self._seen) > _KEPT:
                self._seen.popitem(last=False)
        self._seen.move_to_end(key)
        return found

    def at_once(self, info: str, lines: Sequence[str]) -> LineTokens:
        """The same, but empty for a language that is new here: its lexer costs some 80 ms."""
        language = _language(info)
        if language in self._lexers:
            return self.of(info, lines)
        self._new[language] = None
        return ((),) * len(lines)

    @property
    def has_to_learn(self) -> bool:
        """Whether `at_once` was asked for a language that is new."""
        return bool(self._new)

    def learn(self) -> None:
        """Make the lexers of the languages that are new."""
        for language in self._new:
            self._lexer(language)
        self._new.clear()

    def _lexer(self, language: str) -> Lexer | None:
        if language not in self._lexers:
            try:
                self._lexers[language] = get_lexer_by_name(language, stripnl=False, ensurenl=False)
            except ClassNotFound:
                self._lexers[language] = None
        return self._lexers[language]


def _language(info: str) -> str:
    words = info.replace("{", " ").replace(",", " ").split()
    return words[0].lstrip(".").lower() if words else ""


def _tokens(lexer: Lexer, code: str, count: int) -> LineTokens:
    lines: list[list[CodeToken]] = [[] for _ in range(count)]
    until = time.monotonic() + _SECONDS
    line = line_start = 0
    for start, of, text in lexer.get_tokens_unprocessed(code):
        kind = next((kind for token, kind in _KINDS if of[: len(token)] == token), None)
        at = start
        for number, part in enumerate(text.split("\n")):
            if number:
                line, line_start = line + 1, at
            if kind and part:
                lines[line].append(CodeToken(kind, at - line_start, at - line_start + len(part)))
            at += len(part) + 1
        if time.monotonic() > until:
            break
    return tuple(map(tuple, lines))
