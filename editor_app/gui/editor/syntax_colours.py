"""How each kind of token looks in each theme."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QTextCharFormat

from editor_app.core.body.line_tokens import TokenKind
from editor_app.gui.editor.code_tokens import CodeKind
from editor_app.gui.theme import Theme


@dataclass(frozen=True, slots=True)
class _Inks:
    """Colours that only the text has, beside those of the theme."""

    key: str
    heading: str
    string: str
    number: str
    keyword: str


_LIGHT = _Inks("#8a3b12", "#1d3f8f", "#1f6f3a", "#6b3fa0", "#8a2b6b")
_DARK = _Inks("#f0a77a", "#a9c4ff", "#95d0a5", "#c9b0ff", "#f0a0d0")


@dataclass(frozen=True, slots=True)
class SyntaxColours:
    """Character formats by token kind; a kind that is missing is plain text."""

    tokens: dict[TokenKind, QTextCharFormat]
    code: dict[CodeKind, QTextCharFormat]


def syntax_colours(theme: Theme) -> SyntaxColours:
    inks = _DARK if theme.is_dark else _LIGHT
    dim = _format(theme.dim)
    tokens = {
        TokenKind.FENCE: dim,
        TokenKind.KEY: _format(inks.key),
        TokenKind.STRING: _format(inks.string),
        TokenKind.NUMBER: _format(theme.text),
        TokenKind.CONSTANT: _format(inks.number),
        TokenKind.PUNCTUATION: dim,
        TokenKind.COMMENT: dim,
        TokenKind.HEADING: _format(inks.heading, bold=True),
        TokenKind.EMPHASIS: _format(italic=True),
        TokenKind.STRONG: _format(bold=True),
        TokenKind.STRIKE: _format(theme.dim, strike=True),
        TokenKind.CODE: _format(inks.key),
        TokenKind.CODE_FENCE: dim,
        TokenKind.CODE_INFO: _format(inks.keyword),
        TokenKind.LINK: _format(theme.accent),
        TokenKind.LINK_TARGET: dim,
        TokenKind.IMAGE: _format(theme.accent),
        TokenKind.QUOTE_MARK: _format(theme.accent),
        TokenKind.LIST_MARK: _format(theme.accent),
        TokenKind.TABLE_MARK: dim,
        TokenKind.HTML: dim,
        TokenKind.LIQUID: _format(inks.keyword),
        TokenKind.RULE: dim,
    }
    code = {
        CodeKind.COMMENT: dim,
        CodeKind.KEYWORD: _format(inks.keyword),
        CodeKind.STRING: _format(inks.string),
        CodeKind.NUMBER: _format(inks.number),
        CodeKind.NAME: _format(inks.heading),
    }
    return SyntaxColours(tokens, code)


def _format(
    colour: str | None = None, *, bold: bool = False, italic: bool = False, strike: bool = False
) -> QTextCharFormat:
    result = QTextCharFormat()
    if colour:
        result.setForeground(QColor(colour))
    if bold:
        result.setFontWeight(QFont.Weight.Bold)
    if italic:
        result.setFontItalic(True)
    if strike:
        result.setFontStrikeOut(True)
    return result
