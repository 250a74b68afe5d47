"""Bounds on front matter, checked before a parser runs.

libyaml's composer takes the process with it at some 30,000 nested `[`, and ten
lines of aliases can mean a billion values. No post comes near these figures.
"""

from __future__ import annotations

from editor_app.core.frontmatter.nodes import Unreadable
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

MAX_LENGTH = 1 << 20
"""Code points between the fences."""

MAX_DEPTH = 64
"""Lists and mappings inside one another."""

MAX_NODES = 10_000
"""Values, each alias counted with all that it stands for."""

MAX_SETTINGS_NODES = 50_000
"""The same for a file of settings: some describe a field once and use it a hundred times."""

MAX_ALIASES = 1_000

_SURELY_TOO_DEEP = 1_000
_BRACKET = expression(r"[\[\]{}]")


def too_long(span: Span) -> Unreadable | None:
    if len(span) <= MAX_LENGTH:
        return None
    return Unreadable(
        f"The front matter is longer than {MAX_LENGTH:,} characters, so it was not read", span
    )


def too_deep(span: Span) -> Unreadable:
    """The answer of a parser that has met more than MAX_DEPTH levels."""
    return Unreadable(
        f"Lists or keys stand more than {MAX_DEPTH} levels inside one another here", span
    )


def too_many(span: Span, most: int = MAX_NODES) -> Unreadable:
    """The answer of a parser that has met more values than it may."""
    return Unreadable(f"The front matter means more than {most:,} values", span)


def too_many_aliases(span: Span) -> Unreadable:
    return Unreadable(f"The front matter has more than {MAX_ALIASES:,} aliases", span)


def brackets_too_deep(content: str, offset: int) -> Unreadable | None:
    """Whether so many brackets stand open that no parser should see the text.

    Quotes are not heeded, so the bound is far above MAX_DEPTH, which each
    parser keeps exactly.
    """
    if content.count("[") + content.count("{") <= _SURELY_TOO_DEEP:
        return None
    depth = 0
    for found in _BRACKET.finditer(content):
        depth += 1 if found.group() in "[{" else -1
        if depth > _SURELY_TOO_DEEP:
            at = offset + found.start()
            return too_deep(Span(at, at + 1))
        depth = max(depth, 0)
    return None
