"""The colours of fenced code, bounded in length and time."""

from __future__ import annotations

import importlib
from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import Enum, auto
from typing import NamedTuple

_LONGEST = 40_000
"""Code points of one fence; what is longer stays plain."""
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


LineTokens = tuple[tuple[CodeToken, ...], ...]
Lexer = Callable[[str, int], LineTokens]
"""From code and the number of its lines to the tokens of each line."""


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
            found = self._seen[key] = lexer(code, len(lines))
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
            # Loaded with the first language, so that no start waits for it.
            module = importlib.import_module("editor_app.gui.editor.code_lexer")
            self._lexers[language] = module.lexer_of(language)
        return self._lexers[language]


def _language(info: str) -> str:
    words = info.replace("{", " ").replace(",", " ").split()
    return words[0].lstrip(".").lower() if words else ""
