"""Values without quotes that need them: a colon inside, or a mark of YAML at the start."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.frontmatter.doctor.ailment import Words
from editor_app.core.frontmatter.doctor.remedy import Remedy, quoted, without_comment
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_COLON = expression(r":(?=[ \t]|$)")
_MARKS = "@`%*&!|>?-,]}#"


def remedies(value: str, key: str) -> Iterator[Remedy]:
    """The value in quotes, its text kept as it is."""
    body, comment, is_sure = without_comment(value)
    title = Words("Put the value of {key} in quotes", {"key": key})
    at, words = _wrong(body, key)
    yield Remedy(words, at, quoted(body) + comment, title, body, is_sure)


def _wrong(body: str, key: str) -> tuple[Span, Words]:
    if body[0] in _MARKS:
        template = "The value of {key} begins with {mark}, so it must stand in quotes"
        return Span(0, len(body)), Words(template, {"key": key, "mark": body[0]})
    if body.startswith(("{{", "{%")):
        template = "The value of {key} begins with a template's braces, so it must stand in quotes"
        return Span(0, len(body)), Words(template, {"key": key})
    colon = _COLON.search(body)
    if colon is not None:
        template = "The value of {key} has a colon in it, so it must stand in quotes"
        return Span(0, len(body)), Words(template, {"key": key})
    return Span(0, len(body)), Words("The value of {key} must stand in quotes", {"key": key})
