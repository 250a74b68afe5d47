"""The tokens that the highlighter paints."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class TokenKind(StrEnum):
    """What a stretch of a line is; the first block is of the front matter."""

    FENCE = "fence"
    KEY = "key"
    STRING = "string"
    NUMBER = "number"
    CONSTANT = "constant"
    DATE = "date"
    PUNCTUATION = "punctuation"

    COMMENT = "comment"
    HEADING = "heading"
    HEADING_MARK = "heading-mark"
    EMPHASIS = "emphasis"
    STRONG = "strong"
    STRIKE = "strike"
    CODE = "code"
    CODE_FENCE = "code-fence"
    CODE_INFO = "code-info"
    CODE_BLOCK = "code-block"
    LINK = "link"
    LINK_TARGET = "link-target"
    IMAGE = "image"
    QUOTE_MARK = "quote-mark"
    LIST_MARK = "list-mark"
    TABLE_MARK = "table-mark"
    HTML = "html"
    LIQUID = "liquid"
    RULE = "rule"


class Token(NamedTuple):
    """One stretch of a line, in code points of the line.

    A tuple and not a dataclass, since a screen full of text makes thousands.
    """

    kind: TokenKind
    start: int
    end: int
