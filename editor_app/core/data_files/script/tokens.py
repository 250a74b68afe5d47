"""The words of a script: names, texts, numbers and marks, without blanks and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from editor_app.core.text.expressions import expression

MOST = 50_000
"""Words; a script of more is not read."""


class Word(StrEnum):
    NAME = "name"
    TEXT = "text"
    NUMBER = "number"
    PATTERN = "pattern"
    """A regular expression, `/source/flags`."""
    MARK = "mark"
    PIECE = "piece"
    """Of a template: its text up to the first `${` (then `is_open`), or to the end."""
    REST = "rest"
    """What follows the `}` of a `${`, in the same way."""


@dataclass(frozen=True, slots=True)
class Token:
    """`text` is what it says, quotes and escapes resolved; `start` where it begins."""

    word: Word
    text: str
    start: int
    is_open: bool = False


_TOKEN = expression(
    r"(?P<blank>\s++|//[^\n]*+|(?>/\*(?s:.)*?(?:\*/|\Z)))"
    r"|(?P<name>[A-Za-z_$\u0080-\U0010ffff][\w$]*+)"
    r"|(?P<number>(?:0[xXbBoO][0-9a-fA-F_]++|(?:[0-9][0-9_]*+\.?[0-9_]*+|\.[0-9][0-9_]*+)"
    r"(?:[eE][-+]?[0-9]++)?)n?)"
    r"|(?P<double>\"(?:[^\"\\\n]|\\(?s:.))*+\"?)"
    r"|(?P<single>'(?:[^'\\\n]|\\(?s:.))*+'?)"
    r"|(?P<mark>=>|\.\.\.|\?\.|(?s:.))"
)
_PATTERN = expression(
    r"/(?![*/])(?:[^/\\\[\n]|\\[^\n]|\[(?:[^\]\\\n]|\\[^\n]){0,999}+\]){1,999}+/[A-Za-z]*"
)
_PIECE = expression(r"(?:[^`\\$]|\\(?s:.)|\$(?!\{))*+")
_ESCAPE = expression(r"\\(?:u\{([0-9A-Fa-f]{1,6})\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|((?s:.)))")
_PLAIN = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
_BEFORE_A_VALUE = frozenset("([{,;:=!&|?+-*%^~<>}") | {"=>", "..."}
_NAMES_BEFORE_A_VALUE = frozenset({"return", "typeof", "case", "in", "of", "delete", "void"})


def tokens(script: str) -> tuple[Token, ...]:
    """The words in order; none where there are too many."""
    found: list[Token] = []
    open_braces: list[int] = []
    """For each template around, how many braces stand open in its `${`."""
    at = 0
    while at < len(script):
        if len(found) > MOST:
            return ()
        if script[at] == "`":
            at = _template(script, at, found, open_braces, Word.PIECE)
            continue
        if script[at] == "}" and open_braces and not open_braces[-1]:
            open_braces.pop()
            at = _template(script, at, found, open_braces, Word.REST)
            continue
        pattern = _PATTERN.match(script, at) if script[at] == "/" and _is_value(found) else None
        if pattern is not None:
            found.append(Token(Word.PATTERN, pattern[0], at))
            at = pattern.end()
            continue
        match = _TOKEN.match(script, at)
        if match is None:
            return ()
        _count(match[0], open_braces)
        _add(match, found)
        at = match.end()
    return tuple(found)


def _is_value(found: list[Token]) -> bool:
    """Whether a value may begin here, so that a slash is no division."""
    if not found:
        return True
    last = found[-1]
    if last.word is Word.NAME:
        return last.text in _NAMES_BEFORE_A_VALUE
    return last.is_open or (last.word is Word.MARK and last.text in _BEFORE_A_VALUE)


def _count(mark: str, open_braces: list[int]) -> None:
    if open_braces and mark in {"{", "}"}:
        open_braces[-1] += 1 if mark == "{" else -1


def _template(script: str, at: int, found: list[Token], open_braces: list[int], word: Word) -> int:
    """Read a piece of a template, from its quote or the brace that closes a `${`."""
    match = _PIECE.match(script, at + 1)
    end = len(script) if match is None else match.end()
    is_open = script.startswith("${", end)
    found.append(Token(word, _unescaped(script[at + 1 : end]), at, is_open))
    if is_open:
        open_braces.append(0)
    return end + (2 if is_open else 1)


def _add(match: re.Match[str], found: list[Token]) -> None:
    kind, text, start = match.lastgroup, match[0], match.start()
    if kind in {"double", "single"}:
        found.append(Token(Word.TEXT, _unescaped(text[1:].removesuffix(text[0])), start))
    elif kind == "number":
        found.append(Token(Word.NUMBER, text.replace("_", ""), start))
    elif kind in {"name", "mark"}:
        found.append(Token(Word.NAME if kind == "name" else Word.MARK, text, start))


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_escaped, text) if "\\" in text else text


def _escaped(match: re.Match[str]) -> str:
    digits = match[1] or match[2] or match[3]
    if digits:
        code = int(digits, 16)
        return chr(code) if code <= 0x10FFFF else ""
    return _PLAIN.get(match[4], match[4])
