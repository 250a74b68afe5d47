"""Markdown: a text of several lines whose marks are tinted, softly."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent
from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QWidget

from editor_app.core.schema.field import Field
from editor_app.core.text.expressions import expression
from editor_app.gui.form.fields.paragraph import ParagraphField
from editor_app.gui.form.look import Look

_LEAST_LINES = 4
_LONGEST_LINE = 5_000
"""What is longer is not looked through at each key."""

_HEADING = expression(r"\s{0,3}#{1,6}(?:\s|$)")
_QUOTE = expression(r"\s{0,3}>")
_ITEM = expression(r"\s*(?:[-*+]|\d{1,9}[.)])\s")
_INLINE = expression(
    r"""(?P<code>`[^`]+`)
    | (?P<strong>\*\*[^*]+\*\*|__[^_]+__)
    | (?P<weak>\*[^*\s][^*]*\*|(?<!\w)_[^_\s][^_]*_(?!\w))
    | (?P<link>!?\[[^\]]*\]\([^)]*\)|<https?://[^>\s]+>)""",
    re.VERBOSE,
)


class MarkdownTint(QSyntaxHighlighter):
    """Looks at one line at a time: a help for the eye, and no parser."""

    def __init__(self, document: QTextDocument, look: Look) -> None:
        super().__init__(document)
        self._look = look

    def highlightBlock(self, text: str) -> None:
        if len(text) > _LONGEST_LINE:
            return
        theme = self._look.theme
        if _HEADING.match(text):
            self.setFormat(0, len(text), _format(theme.text, weight=QFont.Weight.DemiBold))
        elif _QUOTE.match(text):
            self.setFormat(0, len(text), _format(theme.dim))
        elif (item := _ITEM.match(text)) is not None:
            self.setFormat(0, item.end(), _format(theme.accent))
        for found in _INLINE.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), self._inline(found))

    def _inline(self, found: re.Match[str]) -> QTextCharFormat:
        theme = self._look.theme
        if found["strong"]:
            return _format(theme.text, weight=QFont.Weight.DemiBold)
        if found["weak"]:
            result = _format(theme.text)
            result.setFontItalic(True)
            return result
        if found["code"]:
            result = _format(theme.dim)
            result.setFontFamilies(["monospace"])
            return result
        return _format(theme.accent)


def _format(colour: str, weight: QFont.Weight = QFont.Weight.Normal) -> QTextCharFormat:
    result = QTextCharFormat()
    result.setForeground(QColor(colour))
    result.setFontWeight(weight)
    return result


class MarkdownField(ParagraphField):
    """A paragraph with more room."""

    def __init__(self, field: Field, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(field, look, parent)
        self.text.least_lines = _LEAST_LINES
        self._theme = look.theme
        self.tint = MarkdownTint(self.text.document(), look)

    def hint(self) -> str:
        return " · ".join(part for part in ("Markdown", super().hint()) if part)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme comes with another style sheet."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._theme is not self.look.theme:
            self._theme = self.look.theme
            self.tint.rehighlight()
