"""Tokens of a line of front matter in YAML, TOML and JSON."""

from __future__ import annotations

import re

from editor_app.core.body.line_tokens import Token, TokenKind
from editor_app.core.text.expressions import expression

_QUOTED = r"\"(?:[^\"\\]|\\.)*+\"?|'(?:[^']|'')*+'?"
_YAML_KEY = expression(
    rf"(?P<lead>[ \t]*(?:-[ \t]+)*)(?P<key>{_QUOTED}|[^\s#:'\"\[\]{{}},&*!|>%@`-][^:#]*?|-[^\s:#]+)"
    r"[ \t]*(?P<colon>:)(?=\s|$)"
)
_YAML_ITEM = expression(r"[ \t]*(-)(?=\s|$)")
_BLOCK_SCALAR = expression(r"[ \t]*(?:[!&]\S+[ \t]+)*[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
_VALUE = expression(
    rf"(?P<string>{_QUOTED})"
    r"|(?P<comment>(?<![^\s\[\],{}])#.*)"
    r"|(?P<punctuation>[\[\]{},])"
    r"|(?P<word>[^\s\[\]{},#\"'][^\[\]{},#]*+(?:(?<=\S)#[^\[\]{},#]*+)*)"
)
_PLAIN = expression(r"[^\s\"'#][^#]*+(?:(?<=\S)#[^#]*+)*")
_TOML_KEY = expression(
    rf"[ \t]*(?P<key>(?:[\w-]+|{_QUOTED})(?:[ \t]*\.[ \t]*(?:[\w-]+|{_QUOTED}))*)"
    r"[ \t]*(?P<equals>=)"
)
_TOML_TABLE = expression(r"[ \t]*(?P<key>\[\[?[^\]\n]*\]\]?)")
_JSON_PART = expression(
    r"(?P<string>\"(?:[^\"\\]|\\.)*+\"?)(?P<key>[ \t]*:)?"
    r"|(?P<punctuation>[\[\]{},:])|(?P<word>[^\s\[\]{},:\"]+)"
)
_NUMBER = expression(
    r"[-+]?(?:0[xob][0-9a-fA-F_]+|(?:\d[\d_]*)?\.?\d+(?:[eE][-+]?\d+)?|\.inf|\.nan|inf|nan)$"
)
_CONSTANT = expression(r"(?:true|false|yes|no|on|off|null|~)$", re.IGNORECASE)
_DATE = expression(r"\d{4}-\d\d?-\d\d?(?:[Tt ]+[\d:.]+[ \t]*(?:Z|[-+]\d\d?:?\d*)?)?$")


def scan_yaml(line: str) -> tuple[int | None, tuple[Token, ...]]:
    """The tokens, and the key's indentation where a block scalar begins."""
    tokens: list[Token] = []
    at, block = 0, None
    if key := _YAML_KEY.match(line):
        lead = key["lead"]
        if "-" in lead:
            tokens += (
                Token(TokenKind.PUNCTUATION, place, place + 1)
                for place, character in enumerate(lead)
                if character == "-"
            )
        tokens.append(Token(TokenKind.KEY, key.start("key"), key.end("key")))
        tokens.append(Token(TokenKind.PUNCTUATION, key.start("colon"), key.end("colon")))
        at = key.end()
        if _BLOCK_SCALAR.match(line, at):
            block = key.start("key")
    elif item := _YAML_ITEM.match(line):
        tokens.append(Token(TokenKind.PUNCTUATION, item.start(1), item.end(1)))
        at = item.end()
        if _BLOCK_SCALAR.match(line, at):
            block = item.start(1)
    _values(line, at, tokens)
    return block, tuple(tokens)


def scan_toml(line: str, opened: str) -> tuple[str, tuple[Token, ...]]:
    """The tokens, and the quotes of a multi-line string that is left open."""
    tokens: list[Token] = []
    at = 0
    if opened:
        end = line.find(opened)
        stop = end + 3 if end >= 0 else len(line)
        if line:
            tokens.append(Token(TokenKind.STRING, 0, stop))
        if end < 0:
            return opened, tuple(tokens)
        at = stop
    elif key := _TOML_KEY.match(line):
        tokens.append(Token(TokenKind.KEY, key.start("key"), key.end("key")))
        tokens.append(Token(TokenKind.PUNCTUATION, key.start("equals"), key.end("equals")))
        at = key.end()
        value = at + len(line[at:]) - len(line[at:].lstrip())
        quotes = line[value : value + 3]
        if quotes in ('"""', "'''"):
            end = line.find(quotes, value + 3)
            stop = end + 3 if end >= 0 else len(line)
            tokens.append(Token(TokenKind.STRING, value, stop))
            if end < 0:
                return quotes, tuple(tokens)
            at = stop
    elif table := _TOML_TABLE.match(line):
        tokens.append(Token(TokenKind.KEY, table.start("key"), table.end("key")))
        at = table.end()
    _values(line, at, tokens)
    return "", tuple(tokens)


def scan_json(line: str, depth: int) -> tuple[int, tuple[Token, ...]]:
    """The depth of braces after the line, and its tokens; 0 ends the front matter."""
    tokens: list[Token] = []
    for part in _JSON_PART.finditer(line):
        if part["string"] is not None:
            kind = TokenKind.KEY if part["key"] else TokenKind.STRING
            tokens.append(Token(kind, part.start("string"), part.end("string")))
            continue
        if part["punctuation"]:
            tokens.append(Token(TokenKind.PUNCTUATION, part.start(), part.end()))
            depth += (part[0] in "[{") - (part[0] in "]}")
            if depth <= 0:
                return 0, tuple(tokens)
        else:
            tokens.append(Token(_kind_of(part[0]), part.start(), part.end()))
    return depth, tuple(tokens)


def _values(line: str, at: int, tokens: list[Token]) -> None:
    """Scalars, flow marks and the comment from `at` to the end of the line."""
    lead = line[at:].lstrip()
    if lead[:1] not in ("[", "{", '"', "'", "#", "]", "}", ",", ""):
        plain = _PLAIN.search(line, at)  # commas and brackets in it are its own
        if plain:
            word = plain[0].rstrip()
            tokens.append(Token(_kind_of(word), plain.start(), plain.start() + len(word)))
            at = plain.end()
    for part in _VALUE.finditer(line, at):
        word = part[0].rstrip()
        kind = _kind_of(word) if part.lastgroup == "word" else TokenKind(str(part.lastgroup))
        tokens.append(Token(kind, part.start(), part.start() + len(word)))


def _kind_of(word: str) -> TokenKind:
    if _NUMBER.match(word):
        return TokenKind.NUMBER
    if _CONSTANT.match(word):
        return TokenKind.CONSTANT
    return TokenKind.DATE if _DATE.match(word) else TokenKind.STRING
