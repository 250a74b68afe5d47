"""Liquid, shortcodes and kramdown attributes: where they stand in a body."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.text.expressions import expression
from editor_app.core.text.hints import Hints
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class LiquidRegion:
    """From an opening tag to the end of the tag that closes it.

    `is_verbatim` where the generator does not read Markdown in it.
    """

    span: Span
    is_verbatim: bool


# Possessive, and stopping at the next opening brace: linear on any input.
_TAG = expression(
    r"\{%[-+]?\s*+(?P<close>/|end)?\s*+(?P<name>[\w./-]++)(?:[^\n%{]|%(?!\})|\{(?!%))*+%\}"
    r"|\{\{[<%]\s*+(?P<hugo_close>/)?\s*+(?P<hugo_name>[\w./-]++)"
    r"(?:[^\n>%{]|[>%](?!\}\})|\{(?!\{))*+[>%]\}\}"
)
_MAY_HOLD_TAGS = Hints(groups={"{": ("{%", "{{")})
_VERBATIM = frozenset({"raw", "comment", "highlight", "verbatim", "mermaid", "math", "katex"})
_ONLY = expression(
    r"(?:\{%(?:[^%\n]|%(?!\}))*+%\}|\{\{(?:[^}\n]|\}(?!\}))*+\}\}|\{:[^\n{}]*+\}"
    r"|\{/\*(?:[^*\n]|\*(?!/\}))*+\*/\}|\s)++"
)


def regions(text: str, start: int) -> tuple[LiquidRegion, ...]:
    """The outermost pairs of tags from `start` on, in order, apart from each other."""
    if not _MAY_HOLD_TAGS.are_in(text):
        return ()
    opened: dict[str, list[int]] = {}
    found: list[LiquidRegion] = []
    verbatim = ""
    for tag in _TAG.finditer(text, start):
        name = tag["name"] or tag["hugo_name"]
        closes = bool(tag["close"] or tag["hugo_close"])
        if verbatim and not (closes and name == verbatim):
            continue
        if not closes:
            opened.setdefault(name, []).append(tag.start())
            verbatim = name if name in _VERBATIM else ""
        elif opened.get(name):
            span = Span(opened[name].pop(), tag.end())
            is_verbatim = name in _VERBATIM
            while found and found[-1].span.end > span.start:  # within, or crossing it
                span = Span(min(found.pop().span.start, span.start), span.end)
            found.append(LiquidRegion(span, is_verbatim))
            verbatim = ""
    return tuple(found)


def is_liquid_only(line: str) -> bool:
    """Whether a line holds nothing but tags, outputs and attributes."""
    return line[:1] == "{" and _ONLY.fullmatch(line) is not None
