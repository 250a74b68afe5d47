"""Cut a body into stretches that render alone exactly as they render together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Never

from markdown_it.token import Token

from editor_app.core.render.engine import Environment, blocks
from editor_app.core.text.expressions import expression

_UNSAFE_START = expression(r"[ \t\n]|[-+*](?:[ \t\n]|\Z)|[0-9]{1,9}[.)](?:[ \t\n]|\Z)")
"""A line that may go on with a list, or with what is indented, after a blank line."""
_BLANK_LINE = expression(rf"^[ \t]*\n(?!{_UNSAFE_START.pattern})", re.MULTILINE)
"""A blank line before a safe start (or at the end)."""
Target = tuple[str, str]
"""Address and title of a link."""

_CAN_STAY_OPEN = ("fence", "html_block")

NONE: Mapping[str, Never] = MappingProxyType({})
"""One for all chunks: a long post has thousands, nearly all without links and footnotes."""
_NO_LABELS: frozenset[str] = frozenset()


def _none() -> Mapping[str, Never]:
    return NONE


@dataclass(eq=False, slots=True)
class Chunk:
    """A stretch of the body, from one safe start to the next, and what is known of it.

    Everything that spans blank lines is closed at a safe start, whatever comes
    before it: a line that is neither blank, indented nor a list item, after a
    blank line, with no fence and no HTML block open. Only links and footnotes
    see across, by their labels.
    """

    text: str
    lines: int
    links: Mapping[str, Target] = field(default_factory=_none)
    """The links that are defined here, by label."""
    notes: frozenset[str] = _NO_LABELS
    """Labels of the footnotes that are defined here."""
    tokens: list[Token] | None = None
    """Of the blocks, until they are rendered, which uses them up."""
    used_links: Mapping[str, Target | None] = field(default_factory=_none)
    """What was looked up when this was rendered, and what was found."""
    used_notes: Mapping[str, bool] = field(default_factory=_none)
    note_html: Mapping[str, str] = field(default_factory=_none)
    html: str = ""
    """Sanitised; references to footnotes have no numbers yet."""
    shown: str = ""
    """What the page has."""
    is_raw: bool = False
    """Not cut and not parsed yet: it may hold many chunks."""


def raw(text: str) -> Chunk:
    """A stretch of any length that waits for its turn."""
    return Chunk(text, _lines(text), is_raw=True)


def cut(text: str) -> tuple[list[Chunk], bool]:
    """Cut a text that begins at a safe start; say whether its end is still open.

    It is where a fence or an HTML block would take in what follows. The text
    is cut at all safe starts that no block goes across, so the chunks depend
    on the text alone, not on the edits that led to it.
    """
    ends = [blank.end() for blank in _BLANK_LINE.finditer(text) if blank.end() < len(text)]
    ends.append(len(text))
    chunks: list[Chunk] = []
    at, index = 0, 0
    while index < len(ends):
        chunk, is_open = _parsed(text[at : ends[index]])
        if is_open and index + 1 < len(ends):
            index = _where_closed(text, at, ends, index, chunk)
            chunk, is_open = _parsed(text[at : ends[index]])
        chunks.append(chunk)
        at = ends[index]
        index += 1
    return chunks, is_open


def divided(text: str, length: int) -> tuple[str, str]:
    """Divide a text at a place where a chunk might begin, after so many characters or more."""
    found = _BLANK_LINE.search(text, length)
    at = found.end() if found is not None else len(text)
    return text[:at], text[at:]


def starts_safely(text: str) -> bool:
    """Whether this can follow a chunk (which ends with a blank line)."""
    return _UNSAFE_START.match(text) is None


def ends_with_blank_line(text: str) -> bool:
    line = text.rfind("\n", 0, len(text) - 1)
    return text.endswith("\n") and not text[line + 1 :].strip(" \t\n")


def _where_closed(text: str, at: int, ends: list[int], index: int, chunk: Chunk) -> int:
    """Index of the end up to which the open last block of a chunk reaches.

    Twice as much is looked at each time, since it may close far away.
    """
    number = len(_top_level(chunk.tokens or [])) - 1
    length = ends[index] - at
    while index + 1 < len(ends):
        length *= 2
        index = min(bisect_left(ends, at + length), len(ends) - 1)
        stretch = text[at : ends[index]]
        block = _top_level(blocks(stretch, {}))[number]
        if not _reaches_end(block, _lines(stretch)):
            return bisect_left(ends, at + _offset_of_line(stretch, _end_line(block)))
    return index


def _parsed(text: str) -> tuple[Chunk, bool]:
    """The chunk of a text, with its tokens, and whether its end is open."""
    environment: Environment = {}
    tokens = blocks(text, environment)
    lines = _lines(text)
    top = _top_level(tokens)
    is_open = bool(top) and top[-1].type in _CAN_STAY_OPEN and _reaches_end(top[-1], lines)
    links = {
        label: (str(found["href"]), str(found["title"]))
        for label, found in environment.get("references", {}).items()
    }
    notes = environment.get("footnotes", {}).get("refs", {})
    labels = frozenset(label[1:] for label in notes)
    return Chunk(text, lines, links or NONE, labels or _NO_LABELS, tokens), is_open


def _top_level(tokens: list[Token]) -> list[Token]:
    return [token for token in tokens if token.level == 0 and token.map is not None]


def _end_line(block: Token) -> int:
    return block.map[1] if block.map is not None else 0


def _reaches_end(block: Token, lines: int) -> bool:
    return _end_line(block) >= lines


def _offset_of_line(text: str, line: int) -> int:
    at = 0
    for _ in range(line):
        at = text.index("\n", at) + 1
    return at


def _lines(text: str) -> int:
    return text.count("\n") + (text != "" and not text.endswith("\n"))
