"""Splits code into tokens by line, with Pygments."""

from __future__ import annotations

import time
from functools import partial

from pygments.lexer import Lexer as PygmentsLexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Token as PygmentsToken
from pygments.util import ClassNotFound

from editor_app.gui.editor.code_tokens import CodeKind, CodeToken, Lexer, LineTokens

_SECONDS = 0.05

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


def lexer_of(language: str) -> Lexer | None:
    """None for a language that Pygments does not know.

    Code that takes too long has tokens as far as the time went.
    """
    try:
        return partial(_tokens, get_lexer_by_name(language, stripnl=False, ensurenl=False))
    except ClassNotFound:
        return None


def _tokens(lexer: PygmentsLexer, code: str, count: int) -> LineTokens:
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
