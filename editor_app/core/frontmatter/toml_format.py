"""TOML front matter: tables and dotted keys as one tree with exact spans."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field

from editor_app.core.frontmatter import limits, toml_statements
from editor_app.core.frontmatter.nodes import (
    Content,
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Unreadable,
)
from editor_app.core.frontmatter.toml_statements import Header, Pair
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_PLACE = expression(r" \(at line (\d+), column (\d+)\)| \(at end of document\)")


def read(text: str, content: Span) -> Content | Unreadable:
    """Read the TOML that `content` covers in the post's text."""
    source = content.of(text)
    fault = limits.brackets_too_deep(source, content.start)
    if fault is not None:
        return fault
    try:
        tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        return _explained(str(error), source, content)
    except RecursionError:
        return limits.too_deep(content)
    except ValueError as error:  # an integer of more digits than Python converts
        return Unreadable(f"This can't be read as TOML ({error})", content)
    try:
        statements = toml_statements.read(source, content.start)
    except UnicodeEncodeError as error:  # half of a surrogate pair
        at = content.start + error.start
        return Unreadable("This character can't stand in front matter", Span(at, at + 1))
    if isinstance(statements, Unreadable):
        return statements
    root = _Table(content.start)
    current = root
    for item in statements.items:
        if isinstance(item, Header):
            current = root.opened(item)
        else:
            current.add(item)
    return Content(root.node(), statements.comments)


def _explained(said: str, source: str, content: Span) -> Unreadable:
    """Say plainly what tomllib's error is about, from its place to the end of the line."""
    found = _PLACE.search(said)
    if found is not None and found[1]:
        lines = source.split("\n")[: int(found[1]) - 1]
        at = sum(len(line) + 1 for line in lines) + int(found[2]) - 1
    else:
        at = toml_statements.first_fault(source)
    end = source.find("\n", at)
    span = Span(at, max(len(source) if end < 0 else end, min(at + 1, len(source))))
    problem = said[: found.start()] if found else said
    plain = next((words for part, words in _PLAIN if part in problem), None)
    problem = plain or problem[:1].lower() + problem[1:]
    return Unreadable(f"This can't be read as TOML: {problem}", span.shifted(content.start))


_PLAIN = (
    ("Expected '=' after a key", "a key is written as key = value"),
    ("Invalid value", "this is no value; text must stand in quotes"),
    ("Expected newline", "something stands after the value; text must stand in quotes"),
    ("Cannot overwrite", "this key stands twice"),
    ("twice", "this table stands twice"),
    ("Illegal character '\\n'", "the quote on this line is never closed"),
    ("Unterminated string", "the quotes that open here are never closed"),
    ('Expected "\'"', "the quote that opens here is never closed"),
    ("Unclosed array", "the list lacks a comma or its ]"),
    ("Unclosed inline table", "the table lacks a comma or its }"),
    ("Unescaped", "this is no escape that TOML knows: write \\\\ for a backslash"),
    ("Invalid statement", "this is no key; other than a-z, 0-9, - and _ must stand in quotes"),
    ("table declaration", "the name of the table lacks its ]"),
)


@dataclass(slots=True)
class _Table:
    """A table that is still being filled; TOML spreads one over many places."""

    start: int
    end: int = -1
    keys: dict[str, Scalar] = field(default_factory=dict)
    tables: dict[str, _Table] = field(default_factory=dict)
    arrays: dict[str, list[_Table]] = field(default_factory=dict)
    pairs: dict[str, list[Pair]] = field(default_factory=dict)

    def opened(self, header: Header) -> _Table:
        """The table that the pairs after a header belong to."""
        table = self
        for key in header.keys[:-1]:
            table = table.inner(key, header)
        last = header.keys[-1]
        if not header.is_array:
            return table.inner(last, header)
        table.keys.setdefault(last.text, last)
        new = _Table(header.span.start, header.span.end)
        table.arrays.setdefault(last.text, []).append(new)
        return new

    def inner(self, key: Scalar, header: Header) -> _Table:
        self.keys.setdefault(key.text, key)
        if key.text in self.arrays:
            return self.arrays[key.text][-1]
        new = _Table(header.span.start, header.span.end)
        return self.tables.setdefault(key.text, new)

    def add(self, pair: Pair) -> None:
        key = pair.keys[0]
        self.keys.setdefault(key.text, key)
        self.pairs.setdefault(key.text, []).append(pair)
        self.end = max(self.end, pair.span.end)

    def node(self) -> Mapping:
        entries = tuple(self.entry(name) for name in self.keys)
        ends = [entry.value.span.end for entry in entries]
        start = min((entry.span.start for entry in entries), default=self.start)
        span = Span(min(self.start, start), max([self.end, self.start, *ends]))
        return Mapping(span, entries, is_flow=False)

    def entry(self, name: str) -> Entry:
        if name in self.pairs:
            entry = toml_statements.nested(self.pairs[name])[0]
            below = self.tables.get(name)
            return entry if below is None else _joined(entry, below.node())
        key = self.keys[name]
        node: Node
        if name in self.arrays:
            items = tuple(table.node() for table in self.arrays[name])
            node = Sequence(Span(items[0].span.start, items[-1].span.end), items, is_flow=False)
        else:
            node = self.tables[name].node()
        return Entry(key, node, Span(key.span.start, max(key.span.start, node.span.end)))


def _joined(entry: Entry, below: Mapping) -> Entry:
    """An entry of dotted keys, `a.b.c = 1`, with what headers below it, `[a.d]`, add to it."""
    if not isinstance(entry.value, Mapping):
        return entry
    entries = list(entry.value.entries)
    places = {each.name: place for place, each in enumerate(entries)}
    for each in below.entries:
        place = places.get(each.name)
        if place is None:
            entries.append(each)
        elif isinstance(each.value, Mapping):
            entries[place] = _joined(entries[place], each.value)
    start, end = entry.value.span.start, max(entry.value.span.end, below.span.end)
    value = Mapping(Span(start, end), tuple(entries), is_flow=False)
    return Entry(entry.key, value, Span(entry.span.start, end))
