"""Where a stretch of a value's text stands in the post.

Quotes, escapes, folded lines and indentation lie between the two, so each
character of the value is paired with the characters that write it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor_app.core.frontmatter.nodes import Scalar, Style
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_ESCAPE = expression(
    r"\\(?:(?P<break>[ \t]*\n\s*)"
    r"|u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})"
    r"|(?P<code>x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})|(?P<letter>.))"
)
_LETTERS = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_FOLD = expression(r"[ \t]*[\n\x85][ \t\n\x85]*")
_TRIPLE = ('"""', "'''")


class Places:
    """Where each character of a value stands; made once for many questions about it."""

    def __init__(self, scalar: Scalar) -> None:
        self._start = scalar.span.start
        self._places = _places(scalar)

    def offset(self, text_index: int) -> int:
        """The offset of a character of the value; of its length, the end of the value.

        The start of the scalar where the two can't be paired, as for an alias.
        """
        if self._places is None or text_index < 0:
            return self._start
        if text_index < len(self._places):
            return self._places[text_index].start
        return self._places[-1].end if self._places else self._start

    def span(self, start: int, end: int) -> Span | None:
        """The span that writes `scalar.text[start:end]`; None where the two can't be paired."""
        places = self._places
        if places is None or not 0 <= start <= end <= len(places):
            return None
        if start == end:
            at = self.offset(start)
            return Span(at, at)
        return Span(places[start].start, places[end - 1].end)


def _places(scalar: Scalar) -> list[Span] | None:
    """For each character of the value what writes it; None where that is not clear."""
    if scalar.reference is not None and scalar.reference.alias is not None:
        return None
    pairs = tuple(_pairs(scalar))
    places: list[Span] = []
    for text, span in pairs:
        places += [span.shifted(scalar.span.start)] * len(text)
    return places if "".join(text for text, _ in pairs) == scalar.text else None


def _pairs(scalar: Scalar) -> Iterator[tuple[str, Span]]:
    raw = scalar.raw
    if scalar.style in (Style.LITERAL, Style.FOLDED):
        yield from _block(raw, scalar.text)
    elif raw.startswith(_TRIPLE):
        start = 4 if raw[3:4] == "\n" else 3
        yield from _running(raw, start, len(raw) - 3, raw[:1], folds=False)
    elif scalar.style is Style.PLAIN:
        yield from _running(raw, 0, len(raw), "", folds=True)
    else:
        yield from _running(raw, 1, len(raw) - 1, raw[:1], folds=True)


def _running(
    raw: str, start: int, end: int, quote: str, *, folds: bool
) -> Iterator[tuple[str, Span]]:
    at = start
    while at < end:
        if quote == '"' and (escape := _ESCAPE.match(raw, at, end)):
            yield _unescaped(escape), Span(*escape.span())
            at = escape.end()
        elif quote == "'" and folds and raw.startswith("''", at):
            yield "'", Span(at, at + 2)
            at += 2
        elif folds and (fold := _FOLD.match(raw, at, end)):
            breaks = len(re.findall(r"[\n\x85]", fold.group()))
            yield (" " if breaks == 1 else "\n" * (breaks - 1)), Span(*fold.span())
            at = fold.end()
        else:
            yield raw[at], Span(at, at + 1)
            at += 1


def _unescaped(escape: re.Match[str]) -> str:
    if escape["break"] is not None:
        return ""
    if escape["high"] is not None:
        high, low = int(escape["high"], 16), int(escape["low"], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))
    if escape["code"] is not None:
        code = int(escape["code"][1:], 16)
        return chr(code) if code <= 0x10FFFF else ""
    return _LETTERS.get(escape["letter"], escape["letter"])


def _block(raw: str, text: str) -> Iterator[tuple[str, Span]]:
    """A block scalar has the value's visible characters in order; blanks go between them."""
    at = raw.find("\n") + 1 or len(raw)
    blank = 0
    for index, character in enumerate(text):
        if character in " \t\n":
            blank += 1
            continue
        found = raw.find(character, at)
        if found < 0:
            return
        yield from _blanks(text[index - blank : index], raw, at, found)
        yield character, Span(found, found + 1)
        at, blank = found + 1, 0
    if blank:
        yield from _blanks(text[len(text) - blank :], raw, at, len(raw))


def _blanks(text: str, raw: str, start: int, end: int) -> Iterator[tuple[str, Span]]:
    """Blanks of the value between two places of the raw text.

    What indents a line more than the block stands before its first word, so it
    is counted from there; the rest is counted from the left.
    """
    is_line_start = "\n" in text or raw[start - 1 : start] == "\n"
    indent = len(text) - (text.rfind("\n") + 1) if is_line_start else 0
    for index, character in enumerate(text):
        left = len(text) - index
        at = end - left if left <= indent else min(start + index, end)
        yield character, Span(at, min(at + 1, end))
