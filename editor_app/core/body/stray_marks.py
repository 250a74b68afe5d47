"""Emphasis and links of Markdown in a line that is no Markdown, such as a title."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

# Never globs (`**/*.js`), arguments (`**kw`), products (`2 * 3 * 4`) and names (`__init__`).
_EMPHASIS = expression(
    r"(?P<strong>(?<![*/\\])\*\*(?![\s*/.])(?P<s>[^*\n]+?)(?<![\s*/,(])\*\*(?![*/.]))"
    r"|(?P<strike>(?<![~\w])~~(?![\s~])(?P<t>[^~\n]+?)(?<![\s~])~~(?![~\w]))"
    r"|(?P<single>(?<![\w*/.\\])\*(?![\s*/.,)])(?P<e>[^*\n]+?)(?<![\s*/,(])\*(?![\w*/.]))"
    r"|(?P<low>(?<![\w_])__(?![\s_])(?P<u>[^_\n]*[^\w\n][^_\n]*?)(?<![\s_])__(?![\w_]))"
    r"|(?P<link>\[(?P<l>[^\[\]\n]+)\]\((?:https?://|/|\.)[^()\s]*\))"
)


@dataclass(frozen=True, slots=True)
class Marked:
    """Text with its marks; `inner` is what is left without them."""

    span: Span
    inner: str
    is_strong: bool
    is_link: bool


def marked_parts(text: str) -> Iterator[Marked]:
    """Every emphasis and link in a line, in order, apart from each other."""
    for found in _EMPHASIS.finditer(text):
        inner = next(found[name] for name in ("s", "t", "e", "u", "l") if found[name])
        yield Marked(Span(*found.span()), inner, bool(found["strong"]), bool(found["link"]))
