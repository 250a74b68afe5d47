"""Colours for fenced code, as classes; one style sheet for each theme."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_LONGEST = 60_000
"""Characters up to which code is coloured: a fence that is just being opened takes in
the rest of the post, and its colours would cost seconds for nothing."""

_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True)
_STYLES = {False: "xcode", True: "github-dark"}


def highlighted(code: str, language: str) -> str:
    """The code as HTML; plain where the language is unknown or the code very long."""
    lexer = _lexer(language) if language and len(code) <= _LONGEST else None
    if lexer is None:
        return escape(code, quote=False)
    return highlight(code, lexer, _FORMATTER)


def style_sheet(selector: str, *, is_dark: bool) -> str:
    """CSS of the code's colours under a selector, without a ground of its own."""
    formatter: HtmlFormatter[str] = HtmlFormatter(style=_STYLES[is_dark])
    rules = formatter.get_style_defs(selector).splitlines()  # type: ignore[no-untyped-call]
    return "\n".join(
        rule for rule in rules if rule.startswith(f"{selector} .") and ".linenos" not in rule
    )


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
