"""TOML as a list of statements: headers and pairs, each with exact spans.

tree-sitter says where everything stands, tomllib (which has checked the whole
before) what each value means.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import tree_sitter
import tree_sitter_toml

from editor_app.core.frontmatter import limits
from editor_app.core.frontmatter.nodes import (
    Comment,
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Style,
    Unreadable,
    Value,
)
from editor_app.core.text.spans import Span

_LANGUAGE = tree_sitter.Language(tree_sitter_toml.language())
_KEYS = ("bare_key", "quoted_key", "dotted_key")


@dataclass(frozen=True, slots=True)
class Header:
    """`[params]`, or `[[items]]` with `is_array`; its span has the brackets."""

    keys: tuple[Scalar, ...]
    span: Span
    is_array: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """`a.b = value`: one key for each part of the dotted one."""

    keys: tuple[Scalar, ...]
    value: Node
    span: Span


@dataclass(frozen=True, slots=True)
class Statements:
    items: tuple[Header | Pair, ...]
    comments: tuple[Comment, ...]


class _TooDeep(Exception):
    def __init__(self, unreadable: Unreadable) -> None:
        self.unreadable = unreadable
        super().__init__()


def read(source: str, offset: int) -> Statements | Unreadable:
    """The statements of a TOML text that tomllib accepts; `offset` is its place in the post."""
    data = source.encode()
    tree = tree_sitter.Parser(_LANGUAGE).parse(data)
    if tree.root_node.has_error:
        whole = Span(offset, offset + len(source))
        return Unreadable("This TOML can't be taken apart, so it can only be edited as text", whole)
    walk = _Walk(_spans(source, data, offset), source, offset)
    try:
        items = tuple(walk.statements(tree.root_node))
    except _TooDeep as stop:
        return stop.unreadable
    comments = sorted(walk.comments, key=lambda comment: comment.span.start)
    return Statements(items, tuple(comments))


def first_fault(source: str) -> int:
    """Where the first thing stands that is no TOML, for errors without a place."""
    data = source.encode(errors="replace")
    waiting = [tree_sitter.Parser(_LANGUAGE).parse(data).root_node]
    while waiting:
        node = waiting.pop()
        if node.is_error or node.is_missing:
            return len(data[: node.start_byte].decode(errors="replace"))
        waiting += [child for child in reversed(node.children) if child.has_error]
    return len(source)


def _spans(source: str, data: bytes, offset: int) -> Callable[[tree_sitter.Node], Span]:
    """A function that gives a node's span; the parser counts in bytes."""
    if len(source) == len(data):
        return lambda node: Span(offset + node.start_byte, offset + node.end_byte)
    places: list[int] = []
    for index, character in enumerate(source):
        places += [offset + index] * len(character.encode())
    places.append(offset + len(source))
    return lambda node: Span(places[node.start_byte], places[node.end_byte])


@dataclass(slots=True)
class _Walk:
    span: Callable[[tree_sitter.Node], Span]
    source: str
    offset: int
    comments: list[Comment]
    count: int

    def __init__(self, span: Callable[[tree_sitter.Node], Span], source: str, offset: int) -> None:
        self.span, self.source, self.offset = span, source, offset
        self.comments, self.count = [], 0

    def raw(self, span: Span) -> str:
        return self.source[span.start - self.offset : span.end - self.offset]

    def statements(self, document: tree_sitter.Node) -> Iterator[Header | Pair]:
        for child in document.children:
            if child.type == "pair":
                yield self.pair(child, 0)
            elif child.type in ("table", "table_array_element"):
                yield self.header(child)
                for inner in child.children:
                    if inner.type == "pair":
                        yield self.pair(inner, 0)
                    elif inner.type == "comment":
                        self.comments.append(Comment(self.span(inner)))
            elif child.type == "comment":
                self.comments.append(Comment(self.span(child)))

    def header(self, node: tree_sitter.Node) -> Header:
        brackets = [child for child in node.children if child.type in ("[", "]", "[[", "]]")]
        span = Span(self.span(brackets[0]).start, self.span(brackets[-1]).end)
        return Header(self.keys(node), span, node.type == "table_array_element")

    def pair(self, node: tree_sitter.Node, depth: int) -> Pair:
        parts = [child for child in node.children if child.type not in (*_KEYS, "=", "comment")]
        for child in node.children:
            if child.type == "comment":
                self.comments.append(Comment(self.span(child)))
        keys, value = self.keys(node), self.value(parts[0], depth + 1)
        return Pair(keys, value, Span(keys[0].span.start, value.span.end))

    def keys(self, node: tree_sitter.Node) -> tuple[Scalar, ...]:
        found: list[Scalar] = []
        waiting = [child for child in reversed(node.children) if child.type in _KEYS]
        while waiting:
            child = waiting.pop()
            if child.type == "dotted_key":
                waiting += [part for part in reversed(child.children) if part.type in _KEYS]
            else:
                found.append(self.key(child))
        return tuple(found)

    def key(self, node: tree_sitter.Node) -> Scalar:
        span = self.span(node)
        raw = self.raw(span)
        name = raw if node.type == "bare_key" else str(tomllib.loads(f"v = {raw}")["v"])
        return Scalar(span, raw, _style(raw), name, name, name)

    def value(self, node: tree_sitter.Node, depth: int) -> Node:
        span = self.span(node)
        self.count += 1
        if depth > limits.MAX_DEPTH:
            raise _TooDeep(limits.too_deep(span))
        if self.count > limits.MAX_NODES:
            raise _TooDeep(limits.too_many(span))
        if node.type == "array":
            return Sequence(span, tuple(self.items(node, depth)), is_flow=True)
        if node.type == "inline_table":
            pairs = [self.pair(child, depth) for child in node.children if child.type == "pair"]
            return Mapping(span, nested(pairs), is_flow=True)
        raw = self.raw(span)
        value: Value = tomllib.loads(f"v = {raw}")["v"]
        if isinstance(value, float) and math.isnan(value):
            value = math.nan  # one object for all, so that two readings are equal
        text = value if isinstance(value, str) else raw
        return Scalar(span, raw, _style(raw), value, value, text)

    def items(self, node: tree_sitter.Node, depth: int) -> Iterator[Node]:
        for child in node.children:
            if child.type == "comment":
                self.comments.append(Comment(self.span(child)))
            elif child.type not in ("[", "]", ","):
                yield self.value(child, depth + 1)


def nested(pairs: list[Pair]) -> tuple[Entry, ...]:
    """Dotted pairs as entries: those that share a first key share its mapping."""
    groups: dict[str, list[Pair]] = {}
    for pair in pairs:
        groups.setdefault(pair.keys[0].text, []).append(pair)
    entries: list[Entry] = []
    for group in groups.values():
        first = group[0]
        key, value = first.keys[0], first.value
        if len(first.keys) > 1:
            inner = [
                Pair(pair.keys[1:], pair.value, Span(pair.keys[1].span.start, pair.span.end))
                for pair in group
            ]
            span = Span(inner[0].span.start, inner[-1].span.end)
            value = Mapping(span, nested(inner), is_flow=False)
        entries.append(Entry(key, value, Span(key.span.start, value.span.end)))
    return tuple(entries)


def _style(raw: str) -> Style:
    return {'"': Style.DOUBLE, "'": Style.SINGLE}.get(raw[:1], Style.PLAIN)
