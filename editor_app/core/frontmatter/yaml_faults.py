"""What is wrong with YAML that can't be read, in a writer's words."""

from __future__ import annotations

import yaml

from editor_app.core.frontmatter.nodes import Unreadable
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_UNPRINTABLE = expression("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What YAML lets nobody write, in quotes or out of them."""

_HINTS = (
    # a part of the problem or its context as libyaml and PyYAML put it; what we say; whether
    # the place is where the construct begins
    (
        "mapping values are not allowed",
        "No key may end here: put the value in quotes, or check the indentation",
        False,
    ),
    (
        "could not find expected ':'",
        "This line has no colon: a key is written as “key: value”",
        True,
    ),
    ("unexpected end of stream", "The quote that opens here is never closed", True),
    (
        "unknown escape character",
        "This is no escape that YAML knows: write \\\\ for a backslash, or use single quotes",
        False,
    ),
    ("invalid Unicode character escape", "This escape is no character", False),
    ("escape sequence", "This escape lacks some digits", False),
    ("while scanning an alias", "A value that begins with * must stand in quotes", True),
    ("while scanning an anchor", "A value that begins with & must stand in quotes", True),
    ("a tag", "A value that begins with ! must stand in quotes", True),
    ("block scalar", "After | or > only +, - and an indentation digit may stand on the line", True),
    ("flow sequence", "The list that opens here with [ lacks a comma or its ]", True),
    ("flow mapping", "The mapping that opens here with { lacks a comma or its }", True),
    ("violates indentation", "A tab stands where only spaces may indent", False),
    (
        "document start",
        "The line that begins with % is no front matter: put the value in quotes",
        True,
    ),
    (
        "did not find expected key",
        "This does not fit the lines above: check quotes and indentation",
        False,
    ),
    (
        "expected <block end>",
        "This does not fit the lines above: check quotes and indentation",
        False,
    ),
    (
        "expected '-' indicator",
        "The items of a list must each begin with - in the same column",
        False,
    ),
    (
        "block sequence entries are not allowed",
        "A list item can't stand here: begin it on a new line",
        False,
    ),
    (
        "mapping keys are not allowed",
        "A ? and a blank can't stand here: put the value in quotes",
        False,
    ),
    ("directive", "A line that begins with % must stand in quotes", True),
)


def unprintable(source: str, offset: int) -> Unreadable | None:
    """The first character that YAML does not allow at all."""
    found = _UNPRINTABLE.search(source)
    if found is None:
        return None
    at = offset + found.start()
    name = f"U+{ord(found.group()):04X}"
    return Unreadable(f"The control character {name} can't stand in front matter", Span(at, at + 1))


def explained(error: yaml.MarkedYAMLError, text: str, content: Span) -> Unreadable:
    """Say plainly what a parser's error is about, at the place that it is about."""
    at = _place(error.problem_mark, content)
    begin = _place(error.context_mark, content) if error.context_mark else at
    said = f"{error.context or ''} {error.problem or ''}"
    if "cannot start any token" in said:
        return _bad_start(text, at)
    for part, message, is_at_begin in _HINTS:
        if part in said:
            return Unreadable(message, _to_line_end(text, begin if is_at_begin else at, content))
    return Unreadable(
        f"This can't be read as YAML ({error.problem})", _to_line_end(text, at, content)
    )


def _bad_start(text: str, at: int) -> Unreadable:
    span = Span(at, min(at + 1, len(text)))
    if span.of(text) == "\t":
        return Unreadable("A tab stands where only spaces may indent", span)
    return Unreadable(f"A value that begins with {span.of(text)} must stand in quotes", span)


def _place(mark: object, content: Span) -> int:
    index = getattr(mark, "index", 0)
    return min(content.start + int(index), content.end)


def _to_line_end(text: str, start: int, content: Span) -> Span:
    """From a place to the end of its line; the line before for the very end."""
    if start >= content.end > content.start:
        start = max(text.rfind("\n", content.start, content.end - 1) + 1, content.start)
    end = text.find("\n", start)
    end = content.end if end < 0 else min(end, content.end)
    return Span(start, max(min(start + 1, len(text)), len(text[start:end].rstrip()) + start))
