"""What a schema says with its keywords, over all parts that hold at once."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import TypeGuard

from editor_app.core.frontmatter.nodes import Entry, Mapping, Node, Scalar, Value
from editor_app.core.frontmatter.nodes import Sequence as Items
from editor_app.core.frontmatter.values import value_of
from editor_app.core.schema.json_schema.library import Library, Part

TYPES = frozenset({"string", "number", "integer", "boolean", "object", "array", "null"})

_TEXT, _FLAG, _NUMBER = "{key} is not a text", "{key} is not true or false", "{key} is not a number"


@dataclass(frozen=True, slots=True)
class Keywords:
    """Of several parts the first that says something counts, unless both can hold at once.

    A value that is not of its keyword's type is told, and is as if it were absent.
    """

    parts: tuple[Part, ...]
    library: Library

    def of(self, node: Node, file: str) -> Keywords:
        """The keywords of a schema inside of this one."""
        return Keywords(self.library.parts(node, file), self.library)

    def all_of(self, places: Iterable[tuple[Part, Entry]]) -> Keywords:
        """The keywords of several schemas that hold at once."""
        parts = (self.library.parts(entry.value, part.file) for part, entry in places)
        return Keywords(tuple(chain.from_iterable(parts)), self.library)

    def together(self, other: Keywords) -> Keywords:
        """What holds where both do; the words of this one come first."""
        return Keywords((*self.parts, *other.parts), self.library)

    def without(self, *names: str) -> Keywords:
        return Keywords(tuple(_without(part, names) for part in self.parts), self.library)

    def found(self, name: str) -> Iterator[tuple[Part, Entry]]:
        for part in self.parts:
            entry = part.entries.get(name)
            if entry is not None:
                yield part, entry

    def wrong(self, part: Part, entry: Entry, template: str) -> None:
        self.library.wrong(part.file, entry.key.span, template, key=entry.name)

    # --- one value

    def text(self, *names: str) -> str:
        """The first text that is not empty."""
        for name in names:
            for part, entry in self.found(name):
                value = scalar(entry.value)
                if not isinstance(value, str):
                    self.wrong(part, entry, _TEXT)
                elif value.strip():
                    return value
        return ""

    def flag(self, name: str) -> bool | None:
        """Whether one part says yes; None where none says anything."""
        found: bool | None = None
        for part, entry in self.found(name):
            value = scalar(entry.value)
            if not isinstance(value, bool):
                self.wrong(part, entry, _FLAG)
            else:
                found = found or value
        return found

    def numbers(self, name: str, *, or_flag: bool = False) -> list[float]:
        """A bound of each part that sets it; in draft 04 some are flags."""
        found: list[float] = []
        for part, entry in self.found(name):
            value = scalar(entry.value)
            if is_number(value):
                found.append(value)
            elif not (or_flag and isinstance(value, bool)):
                self.wrong(part, entry, _NUMBER)
        return found

    def value(self, name: str) -> Value:
        """Whatever the first part says that has the keyword."""
        return next((self.value_of(entry.value) for _, entry in self.found(name)), None)

    def value_of(self, node: Node) -> Value:
        return value_of(node, yaml12=True)

    # --- several

    def items(self, name: str) -> Iterator[tuple[Part, tuple[Node, ...]]]:
        """The list of each part that has one."""
        for part, entry in self.found(name):
            if isinstance(entry.value, Items):
                yield part, entry.value.items
            else:
                self.wrong(part, entry, "{key} is not a list")

    def words(self, name: str) -> tuple[str, ...]:
        """The texts of all lists."""
        found: dict[str, None] = {}
        for part, entry in self.found(name):
            items = entry.value.items if isinstance(entry.value, Items) else None
            texts = [scalar(item) for item in items or ()]
            if items is None or not all(isinstance(each, str) for each in texts):
                self.wrong(part, entry, "{key} is not a list of texts")
            found |= {each: None for each in texts if isinstance(each, str)}
        return tuple(found)

    def schemas(self, name: str) -> dict[str, list[tuple[Part, Entry]]]:
        """The schemas by key, as in `properties`; of all parts that describe a key."""
        found: dict[str, list[tuple[Part, Entry]]] = {}
        for part, entry in self.found(name):
            if not isinstance(entry.value, Mapping):
                self.wrong(part, entry, "{key} is not a table")
                continue
            for each in {inner.name: inner for inner in entry.value.entries}.values():
                found.setdefault(each.name, []).append((part, each))
        return found

    def types(self) -> frozenset[str] | None:
        """The types that a value may have; None where nothing is said of them."""
        found: frozenset[str] | None = None
        for part, entry in self.found("type"):
            items = entry.value.items if isinstance(entry.value, Items) else (entry.value,)
            words = {each for item in items if isinstance(each := scalar(item), str)} & TYPES
            if len(words) < len(items):
                self.wrong(part, entry, "{key} is no type that JSON Schema knows")
            if words:
                both = words if found is None else _both(found, words)
                found = frozenset(both) if both else found
        return found


def _without(part: Part, names: tuple[str, ...]) -> Part:
    left = {name: entry for name, entry in part.entries.items() if name not in names}
    return Part(part.node, part.file, left)


def scalar(node: Node) -> Value | Items | Mapping:
    """A scalar's value, any other node itself."""
    return node.yaml12 if isinstance(node, Scalar) else node


def is_false(node: Node) -> bool:
    """Whether it is the schema that nothing fits."""
    return isinstance(node, Scalar) and node.yaml12 is False


def is_number(value: object) -> TypeGuard[float]:
    if isinstance(value, float):
        return math.isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def _both(one: frozenset[str], other: set[str]) -> set[str]:
    """What fits both; an integer is a number too."""
    found = set(one & other)
    if "integer" in one | other and "number" in one | other:
        found.add("integer")
    return found
