"""Scan a post line by line for the highlighter: one line and one number at a time.

The structure is the one of `blocks`, as far as it can be told without looking
ahead: a line is never read twice and never waits for the next one.
"""

from __future__ import annotations

import re
from enum import IntEnum

from editor_app.core.body.line_front_matter import scan_json, scan_toml, scan_yaml
from editor_app.core.body.line_inline import scan_inline
from editor_app.core.body.line_tokens import Token, TokenKind
from editor_app.core.text.expressions import expression

START = 0
"""The state before the first line of a text."""


class _Mode(IntEnum):
    """The low four bits of a state; what the other bits mean depends on it."""

    START = 0
    YAML = 1
    YAML_BLOCK = 2  # a block scalar; detail: indentation of its key
    TOML = 3
    TOML_STRING = 4  # detail: 1 for ''', 0 for three double quotes
    JSON = 5  # detail: depth of braces
    BLANK = 6  # in the body after an empty line; detail: indentation of the list
    TEXT = 7  # in a paragraph, which indented code can't interrupt; detail: the same
    INDENTED = 8  # in indented code; detail: the same
    HTML = 9  # to the next empty line
    COMMENT = 10  # to `-->`; detail: 1 where it began a line
    FENCE = 11  # detail: length, and 32 more for tildes, and the list's indentation times 64


_FENCE = expression(r"(?P<mark>`{3,}|~{3,})[ \t]*(?P<info>[^\n]*)$")
_HEADING = expression(r"(#{1,6})(?:[ \t]+|$)")
_RULE = expression(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = expression(r"(?:=+|-+)[ \t]*$")
_ITEM = expression(r"(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)[ \t]{0,4}")
_TASK = expression(r"\[[ xX]\](?=[ \t])")
_HTML = expression(r"</?(?:[A-Za-z][\w-]*)(?=[\s/>]|$)|<[?!]")
_REFERENCE = expression(r"\[[^\]]{1,999}\]:[ \t]")
_TAG_LINE = expression(r"(?:\{%[^\n]*%\}|\{\{[<%][^\n]*[%>]\}\}|\{:[^{}\n]*\})[ \t]*$")


def scan(line: str, state: int) -> tuple[int, tuple[Token, ...]]:
    """The state after a line, and its tokens in order.

    `line` has no break, offsets are its code points. `state` is what the line
    before gave, `START` for the first. Tokens may lie inside others: strong
    text inside a heading; the outer one comes first.
    """
    mode, detail = state & 15, state >> 4
    if mode == _Mode.START:
        return _start(line)
    if mode <= _Mode.JSON:
        return _front_matter(line, mode, detail)
    if mode == _Mode.FENCE:
        return _in_fence(line, state, detail)
    if mode == _Mode.COMMENT:
        return _in_comment(line, state, 0)
    tokens: list[Token] = []
    return _block(line, mode, detail, tokens), tuple(tokens)


def _state(mode: _Mode, detail: int = 0) -> int:
    return mode | detail << 4


# --- front matter


def _start(line: str) -> tuple[int, tuple[Token, ...]]:
    word = line.rstrip()
    fence = (Token(TokenKind.FENCE, 0, len(word)),)
    if word == "---":
        return _state(_Mode.YAML), fence
    if word == "+++":
        return _state(_Mode.TOML), fence
    if word[:1] == "{" and word[1:2] not in ("%", "{", ":", "#"):
        return _front_matter(line, _Mode.JSON, 0)
    return scan(line, _state(_Mode.BLANK))


def _front_matter(line: str, mode: int, detail: int) -> tuple[int, tuple[Token, ...]]:
    word = line.rstrip()
    if mode == _Mode.JSON:
        depth, tokens = scan_json(line, detail)
        return (_state(_Mode.JSON, depth) if depth else _state(_Mode.BLANK)), tokens
    closing = ("+++",) if mode == _Mode.TOML else ("---", "...") if mode <= _Mode.YAML_BLOCK else ()
    if word in closing:
        return _state(_Mode.BLANK), (Token(TokenKind.FENCE, 0, len(word)),)
    if mode == _Mode.YAML_BLOCK:
        lead = len(line) - len(line.lstrip(" "))
        if not word or lead > detail:
            return _state(_Mode.YAML_BLOCK, detail), _whole(TokenKind.STRING, line)
    if mode >= _Mode.TOML:
        opened = "" if mode == _Mode.TOML else ('"""', "'''")[detail]
        left, tokens = scan_toml(line, opened)
        after = _state(_Mode.TOML_STRING, left == "'''") if left else _state(_Mode.TOML)
        return after, tokens
    block, tokens = scan_yaml(line)
    return _state(_Mode.YAML) if block is None else _state(_Mode.YAML_BLOCK, block), tokens


def _whole(kind: TokenKind, line: str) -> tuple[Token, ...]:
    start, end = len(line) - len(line.lstrip()), len(line.rstrip())
    return (Token(kind, start, end),) if start < end else ()


# --- body


def _in_fence(line: str, state: int, detail: int) -> tuple[int, tuple[Token, ...]]:
    mark = "~" if detail & 32 else "`"
    word = line.strip(" \t")
    if len(word) >= detail & 31 and not word.strip(mark) and word:
        return _state(_Mode.BLANK, detail >> 6), _whole(TokenKind.CODE_FENCE, line)
    return state, (Token(TokenKind.CODE_BLOCK, 0, len(line)),) if line else ()


def _in_comment(line: str, state: int, start: int) -> tuple[int, tuple[Token, ...]]:
    end = line.find("-->", start)
    if end < 0:
        return state, (Token(TokenKind.COMMENT, start, len(line)),) if start < len(line) else ()
    comment = Token(TokenKind.COMMENT, start, end + 3)
    if state >> 4:  # an HTML block: it ends with this line
        return _state(_Mode.BLANK), (comment,)
    tokens = [comment]
    after = _text(line, end + 3, 0, tokens)
    return after, tuple(tokens)


def _block(line: str, mode: int, indent: int, tokens: list[Token]) -> int:
    """The marks of a line of the body from the left, then its text."""
    if not line.strip():
        if mode == _Mode.INDENTED:
            return _state(_Mode.INDENTED, indent)
        return _state(_Mode.BLANK, indent)
    at = column = len(line) - len(line.lstrip(" \t"))
    if "\t" in line[:at]:
        column = len(line[:at].expandtabs(4))
    if mode == _Mode.HTML:
        tokens += (Token(TokenKind.HTML, at, len(line)),)
        return _state(_Mode.HTML)
    if mode != _Mode.TEXT and column >= indent + 4:
        tokens.append(Token(TokenKind.CODE_BLOCK, at, len(line)))
        return _state(_Mode.INDENTED, indent)
    if column < indent and mode != _Mode.TEXT:
        indent = 0 if column < 2 else min(indent, column)
    return _marks(line, at, mode, indent, tokens)


def _marks(line: str, at: int, mode: int, indent: int, tokens: list[Token]) -> int:
    while at < len(line):
        character = line[at]
        if character == ">":
            tokens.append(Token(TokenKind.QUOTE_MARK, at, at + 1))
            at += 1
            mode = _Mode.BLANK
        elif character == "#" and (heading := _HEADING.match(line, at)):
            tokens.append(Token(TokenKind.HEADING, at, len(line.rstrip())))
            tokens.append(Token(TokenKind.HEADING_MARK, at, heading.end(1)))
            scan_inline(line, heading.end(), tokens)
            return _state(_Mode.BLANK, indent)
        elif character in "`~" and (fence := _fence(line, at)):
            return _open_fence(fence, indent, tokens)
        elif character in "=-" and mode == _Mode.TEXT and _UNDERLINE.match(line, at):
            tokens.append(Token(TokenKind.HEADING_MARK, at, len(line.rstrip())))
            return _state(_Mode.BLANK, indent)
        elif character in "*-_" and _RULE.match(line, at):
            tokens.append(Token(TokenKind.RULE, at, len(line.rstrip())))
            return _state(_Mode.BLANK, indent)
        elif item := _ITEM.match(line, at):
            tokens.append(Token(TokenKind.LIST_MARK, at, len(item[0].rstrip()) + at))
            at, indent, mode = item.end(), min(item.end(), 60), _Mode.BLANK
            if task := _TASK.match(line, at):
                tokens.append(Token(TokenKind.LIST_MARK, at, task.end()))
                at = task.end()
        elif character in " \t":
            at += 1
        else:
            break
    return _content(line, at, mode, indent, tokens)


def _content(line: str, at: int, mode: int, indent: int, tokens: list[Token]) -> int:
    """What follows the marks."""
    character = line[at : at + 1]
    if character == "<":
        if line.startswith("<!--", at):
            after, more = _in_comment(line, _state(_Mode.COMMENT, 1), at)
            tokens += more
            return after
        if mode != _Mode.TEXT and _HTML.match(line, at) and not line.startswith("<http", at):
            tokens.append(Token(TokenKind.HTML, at, len(line)))
            return _state(_Mode.HTML)
    elif character == "{" and _TAG_LINE.match(line, at):
        tokens.append(Token(TokenKind.LIQUID, at, len(line.rstrip())))
        return _state(_Mode.BLANK, indent)
    elif character == "[" and mode != _Mode.TEXT and (label := _REFERENCE.match(line, at)):
        tokens.append(Token(TokenKind.LINK, at, label.end() - 1))
        tokens += (
            Token(TokenKind.LINK_TARGET, label.end() + token.start, label.end() + token.end)
            for token in _whole(TokenKind.LINK_TARGET, line[label.end() :])
        )
        return _state(_Mode.BLANK, indent)
    elif character == "|":
        tokens += (
            Token(TokenKind.TABLE_MARK, place, place + 1)
            for place, cell in enumerate(line)
            if cell == "|" and line[place - 1 : place] != "\\"
        )
    return _text(line, at, indent, tokens)


def _text(line: str, at: int, indent: int, tokens: list[Token]) -> int:
    opened = scan_inline(line, at, tokens)
    return _state(_Mode.COMMENT) if opened else _state(_Mode.TEXT, indent)


def _fence(line: str, at: int) -> re.Match[str] | None:
    fence = _FENCE.match(line, at)
    if fence is None or (line[at] == "`" and "`" in fence["info"]):
        return None
    return fence


def _open_fence(fence: re.Match[str], indent: int, tokens: list[Token]) -> int:
    tokens.append(Token(TokenKind.CODE_FENCE, fence.start(), fence.end("mark")))
    if info := fence["info"].rstrip():
        tokens.append(
            Token(TokenKind.CODE_INFO, fence.start("info"), fence.start("info") + len(info))
        )
    length = min(len(fence["mark"]), 31)
    tilde = 32 if fence["mark"][0] == "~" else 0
    return _state(_Mode.FENCE, length | tilde | indent << 6)
