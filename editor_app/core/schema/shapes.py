"""Shapes of texts, from the regular expressions that other programs have."""

from __future__ import annotations

from editor_app.core.text import js_pattern
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import fault

WRONG_PATTERN = "This is no regular expression that can be used: {reason}"


def of_javascript(source: str, *, has_literals: bool = False) -> Pattern | str:
    """The pattern of a JavaScript expression, or why it can't be used.

    `^` and `$` are the ends of the text. With `has_literals`, `/source/i` is
    read as such, and the flag `m` makes them the ends of lines.
    """
    literal = js_pattern.of_literal(source, has_lines=False) if has_literals else None
    pattern = literal or Pattern(js_pattern.of_text(source))
    reason = fault(pattern)
    return pattern if reason is None else reason
