"""JSON front matter: its nodes with exact spans.

The standard library decodes the strings and numbers and gives the errors; what
it does not give is where each value stands, so the brackets are walked here.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from editor_app.core.frontmatter import limits
from editor_app.core.frontmatter.nodes import (
    Content,
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Style,
    Unreadable,
    Value,
)
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_DECODER = json.JSONDecoder()
_BLANK = expression(r"[ \t\n\r]*")
_NUMBER = expression(r"-?(?:0|[1-9]\d*)(?P<fraction>\.\d+)?(?P<exponent>[eE][-+]?\d+)?", re.ASCII)
_WORDS: dict[str, Value] = {"true": True, "false": False, "null": None}
_LONGEST_NUMBER = 4_000


class _Stop(Exception):
    """The walk can't go on: what to tell, or only the place."""

    def __init__(self, fault: Unreadable | int) -> None:
        self.fault = fault
        super().__init__()


@dataclass(slots=True)
class _Walk:
    """Reads one value after the other from `text`; the only state is the count."""

    text: str
    most: int = limits.MAX_NODES
    count: int = 0

    def value(self, at: int, depth: int = 0) -> Node:
        """The value that begins at `at`, where no blank stands any more."""
        self.count += 1
        here = Span(at, min(at + 1, len(self.text)))
        if depth > limits.MAX_DEPTH:
            raise _Stop(limits.too_deep(here))
        if self.count > self.most:
            raise _Stop(limits.too_many(here, self.most))
        head = self.text[at : at + 1]
        if head == "{":
            return self.mapping(at, depth)
        if head == "[":
            return self.sequence(at, depth)
        return self.string(at) if head == '"' else self.bare(at)

    def mapping(self, start: int, depth: int) -> Mapping:
        entries: list[Entry] = []
        at = self.blank(start + 1)
        while not self.text.startswith("}", at):
            if entries:
                at = self.blank(self.expect(",", at))
            key = self.string(at)
            at = self.blank(self.expect(":", self.blank(key.span.end)))
            value = self.value(at, depth + 1)
            entries.append(Entry(key, value, Span(key.span.start, value.span.end)))
            at = self.blank(value.span.end)
        return Mapping(Span(start, at + 1), tuple(entries), is_flow=True)

    def sequence(self, start: int, depth: int) -> Sequence:
        items: list[Node] = []
        at = self.blank(start + 1)
        while not self.text.startswith("]", at):
            if items:
                at = self.blank(self.expect(",", at))
            items.append(self.value(at, depth + 1))
            at = self.blank(items[-1].span.end)
        return Sequence(Span(start, at + 1), tuple(items), is_flow=True)

    def string(self, start: int) -> Scalar:
        if not self.text.startswith('"', start):
            raise _Stop(start)
        try:
            value, end = _DECODER.raw_decode(self.text, start)
        except ValueError as error:
            raise _Stop(start) from error
        span = Span(start, end)
        return Scalar(span, span.of(self.text), Style.DOUBLE, value, value, value)

    def bare(self, start: int) -> Scalar:
        found = _NUMBER.match(self.text, start)
        if found is not None:
            raw = found.group()
            if len(raw) > _LONGEST_NUMBER:
                raise _Stop(Unreadable("This number is too long", Span(*found.span())))
            is_float = found["fraction"] or found["exponent"]
            number: Value = float(raw) if is_float else int(raw)
            return Scalar(Span(*found.span()), raw, Style.PLAIN, number, number, raw)
        for word, value in _WORDS.items():
            if self.text.startswith(word, start):
                span = Span(start, start + len(word))
                return Scalar(span, word, Style.PLAIN, value, value, word)
        raise _Stop(start)

    def expect(self, mark: str, at: int) -> int:
        if not self.text.startswith(mark, at):
            raise _Stop(at)
        return at + 1

    def blank(self, at: int) -> int:
        found = _BLANK.match(self.text, at)
        return at if found is None else found.end()


def read(text: str, content: Span, *, most: int = limits.MAX_NODES) -> Content | Unreadable:
    """Read the JSON object that `content` covers in the post's text, blanks around it.

    It may have so many values at most.
    """
    source = content.of(text)
    walked = _walked(text, content.start + len(source) - len(source.lstrip(" \t\n")), most)
    if isinstance(walked, Unreadable):
        return walked
    rest = text[walked.span.end : content.end].strip(" \t\n")
    if rest or walked.span.end > content.end:
        span = Span(min(walked.span.end, content.end), content.end)
        return Unreadable("This can't be read as JSON: something stands after its end", span)
    return Content(walked, ())


def end_of_object(text: str, start: int) -> int | Unreadable:
    """Where the JSON object that begins at `start` ends."""
    walked = _walked(text, start)
    return walked if isinstance(walked, Unreadable) else walked.span.end


def _walked(text: str, start: int, most: int = limits.MAX_NODES) -> Mapping | Unreadable:
    walk = _Walk(text, most)
    try:
        if not text.startswith("{", start):
            raise _Stop(start)
        root = walk.mapping(start, 0)
    except _Stop as stop:
        return _fault(text, start, stop.fault)
    except ValueError as error:  # an integer of more digits than Python converts
        return Unreadable(f"This can't be read as JSON ({error})", Span(start, start + 1))
    return root if len(root.span) <= limits.MAX_LENGTH else _too_long(root)


def _too_long(root: Mapping) -> Unreadable:
    return limits.too_long(root.span) or limits.too_many(root.span)


def _fault(text: str, start: int, fault: Unreadable | int) -> Unreadable:
    """What the standard library says is wrong; the walk has bounded the depth."""
    if isinstance(fault, Unreadable):
        return fault
    at, problem = fault, "a value is missing"
    try:
        _DECODER.raw_decode(text, start)
    except json.JSONDecodeError as error:
        at, problem = error.pos, error.msg[:1].lower() + error.msg[1:]
    except RecursionError:  # a list as the whole, in which the walk never was
        return limits.too_deep(Span(at, min(at + 1, len(text))))
    at = min(at, len(text))
    message = f"This can't be read as JSON: {_PLAIN.get(problem, problem)}"
    return Unreadable(message, Span(at, min(at + 1, len(text))))


_PLAIN = {
    "expecting ',' delimiter": "a comma is missing here, or a bracket that closes",
    "expecting ':' delimiter": "a colon is missing after the key",
    "expecting property name enclosed in double quotes": "a key in double quotes should stand here",
    "illegal trailing comma before end of object": "a comma stands before the closing brace",
    "illegal trailing comma before end of array": "a comma stands before the closing bracket",
    "expecting value": "a value should stand here",
    "unterminated string starting at": "the quote that opens here is never closed",
    "invalid control character at": "a line break or control character stands inside quotes",
}
