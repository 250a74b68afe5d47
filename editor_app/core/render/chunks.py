"""Cut a body into stretches that render alone exactly as they render together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from editor_app.core.render.engine import Environment, blocks

_UNSAFE_START = re.compile(r"[ \t\n]|[-+*](?:[ \t\n]|\Z)|[0-9]{1,9}[.)](?:[ \t\n]|\Z)")
"""A line that may go on with a list, or with what is indented, after a blank line."""
_BLANK_LINE = re.compile(rf"^[ \t]*\n(?!{_UNSAFE_START.pattern})", re.MULTILINE)
"""A blank line before a safe start (or at the end)."""
Target = tuple[str, str]
"""Address and title of a link."""

_CAN_STAY_OPEN = ("fence", "html_block")


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
    links: dict[str, Target] = field(default_factory=dict)
    """The links that are defined here, by label."""
    notes: frozenset[str] = frozenset()
    """Labels of the footnotes that are defined here."""
    used_links: dict[str, Target | None] = field(default_factory=dict)
    """What was looked up when this was rendered, and what was found."""
    used_notes: dict[str, bool] = field(default_factory=dict)
    note_html: dict[str, str] = field(default_factory=dict)
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

    It is where a fence or an HTML block would take in what follows.
    """
    environment: Environment = {}
    tokens = blocks(text, environment)
    lines = _lines(text)
    top = [token for token in tokens if token.level == 0 and token.map is not None]
    last = top[-1] if top else None
    is_open = (
        last is not None
        and last.type in _CAN_STAY_OPEN
        and last.map is not None
        and last.map[1] >= lines
    )
    cuts = _cuts(text, top)
    if not cuts:
        return [_chunk(text, lines, environment)], is_open
    ends = [*cuts[1:], len(text)]
    pieces = [text[: cuts[0]], *(text[a:b] for a, b in zip(cuts, ends, strict=True))]
    return [_parsed(piece) for piece in pieces], is_open


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


def _cuts(text: str, top: list[Token]) -> list[int]:
    """Offsets, without 0, of all safe starts that no top-level block goes across.

    That these are all of them makes the chunks depend on the text alone, not
    on the edits that led to it.
    """
    result = []
    inside = iter([token.map for token in top if token.map is not None])
    begin, end = next(inside, (0, 0))
    line, counted = 0, 0
    for blank in _BLANK_LINE.finditer(text):
        start = blank.end()
        line += text.count("\n", counted, start)
        counted = start
        while line >= end and (following := next(inside, None)) is not None:
            begin, end = following
        if start < len(text) and not begin < line < end:
            result.append(start)
    return result


def _parsed(text: str) -> Chunk:
    environment: Environment = {}
    blocks(text, environment)
    return _chunk(text, _lines(text), environment)


def _chunk(text: str, lines: int, environment: Environment) -> Chunk:
    links = {
        label: (str(found["href"]), str(found["title"]))
        for label, found in environment.get("references", {}).items()
    }
    notes = environment.get("footnotes", {}).get("refs", {})
    return Chunk(text, lines, links, frozenset(label[1:] for label in notes))


def _lines(text: str) -> int:
    return text.count("\n") + (text != "" and not text.endswith("\n"))
