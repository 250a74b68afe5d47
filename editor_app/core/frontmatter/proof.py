"""The proof of an edit: read again, and compare every value with what was wanted."""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias, Union

from editor_app.core.frontmatter import notation
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import (
    Format,
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
    Value,
)
from editor_app.core.frontmatter.verbatim import Verbatim, Wanted


@dataclass(frozen=True, slots=True)
class New:
    """A place where exactly this value has to stand."""

    value: Wanted


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping with exactly these keys; a key is a node, or a name for a new one."""

    entries: tuple[tuple[Scalar | str, Expected], ...]


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Expected, ...]


Expected: TypeAlias = Union[Node, New, Keys, Items]
"""A tree as it has to be: nodes from before where nothing may change."""

Step: TypeAlias = Callable[[Expected], Expected]


# --- what is expected


def opened(tree: Expected) -> Expected:
    """A node as keys or items that can be changed."""
    if isinstance(tree, Mapping):
        return Keys(tuple((entry.key, entry.value) for entry in tree.entries))
    if isinstance(tree, Sequence):
        return Items(tree.items)
    return tree


def at(tree: Expected, path: Path, change: Step) -> Expected:
    """The tree with a change made at a path, which exists."""
    if not path:
        return change(tree)
    tree, step = opened(tree), path[0]
    if isinstance(tree, Keys):
        place = place_of(tree, step)
        key, value = tree.entries[place]
        entries = list(tree.entries)
        entries[place] = (key, at(value, path[1:], change))
        return Keys(tuple(entries))
    if isinstance(tree, Items) and isinstance(step, int):
        items = list(tree.items)
        items[step] = at(items[step], path[1:], change)
        return Items(tuple(items))
    raise KeyError(path)


def place_of(tree: Keys, step: str | int) -> int:
    """Where a key stands; of equal ones the last."""
    names = [key if isinstance(key, str) else key.text for key, _ in tree.entries]
    return len(names) - 1 - names[::-1].index(str(step))


def place_of_entry(node: Mapping, step: str | int) -> int:
    """Where a key stands in a mapping; of equal ones the last."""
    return place_of(Keys(tuple((entry.key, entry.value) for entry in node.entries)), step)


def moved_to(index: int, to: int) -> Step:
    def change(tree: Expected) -> Expected:
        tree = opened(tree)
        if isinstance(tree, Keys):
            entries = list(tree.entries)
            entries.insert(to, entries.pop(index))
            return Keys(tuple(entries))
        if isinstance(tree, Items):
            items = list(tree.items)
            items.insert(to, items.pop(index))
            return Items(tuple(items))
        raise TypeError(tree)

    return change


def without(step: str | int) -> Step:
    def change(tree: Expected) -> Expected:
        tree = opened(tree)
        if isinstance(tree, Keys):
            place = place_of(tree, step)
            return Keys(tree.entries[:place] + tree.entries[place + 1 :])
        if isinstance(tree, Items) and isinstance(step, int):
            return Items(tree.items[:step] + tree.items[step + 1 :])
        raise TypeError(tree)

    return change


def with_key(name: str, value: Expected, index: int) -> Step:
    def change(tree: Expected) -> Expected:
        tree = opened(tree)
        if not isinstance(tree, Keys):  # an empty value becomes a mapping
            tree = Keys(())
        return Keys((*tree.entries[:index], (name, value), *tree.entries[index:]))

    return change


def with_item(value: Expected, index: int) -> Step:
    def change(tree: Expected) -> Expected:
        tree = opened(tree)
        if not isinstance(tree, Items):
            tree = Items(())
        return Items((*tree.items[:index], value, *tree.items[index:]))

    return change


def renamed(step: str, name: str) -> Step:
    def change(tree: Expected) -> Expected:
        tree = opened(tree)
        if not isinstance(tree, Keys):
            raise TypeError(tree)
        place = place_of(tree, step)
        entries = list(tree.entries)
        entries[place] = (name, entries[place][1])
        return Keys(tuple(entries))

    return change


# --- whether it is so


@dataclass(frozen=True, slots=True)
class Proof:
    """Compares a front matter that was read again with what it has to be."""

    format: Format

    def fault(
        self,
        before: FrontMatter,
        after: FrontMatter,
        expected: Expected,
        lost: tuple[str, ...],
    ) -> str | None:
        """What is not as it has to be, in plain words; None where all is."""
        if after.unreadable is not None:
            return f"the front matter could not be read any more ({after.unreadable.message})"
        if after.root is None or not self.agrees(after.root, expected):
            return "another value would change, or this one would not be read back the same"
        if _comments(before) - Counter(each.rstrip() for each in lost) - _comments(after):
            return "a comment would be lost"
        if not _surroundings_are_same(before, after):
            return "something outside of the front matter would change"
        return None

    def agrees(self, found: Node, expected: Expected) -> bool:
        if isinstance(expected, New):
            return self._is_value(found, expected.value)
        expected = opened(expected)
        if isinstance(expected, Keys):
            return isinstance(found, Mapping) and self._have_keys(found, expected)
        if isinstance(expected, Items):
            return (
                isinstance(found, Sequence)
                and len(found.items) == len(expected.items)
                and all(map(self.agrees, found.items, expected.items))
            )
        return (
            isinstance(found, Scalar)
            and isinstance(expected, Scalar)
            and found.text == expected.text
            and is_same_value(found.yaml11, expected.yaml11)
            and is_same_value(found.yaml12, expected.yaml12)
        )

    def _have_keys(self, found: Mapping, expected: Keys) -> bool:
        if len(found.entries) != len(expected.entries):
            return False
        pairs = [(entry.key, entry.value) for entry in found.entries]
        wanted = list(expected.entries)
        if self.format is Format.TOML:  # tables stand after pairs, whatever was asked for
            pairs.sort(key=lambda pair: pair[0].text)
            wanted.sort(key=lambda pair: pair[0] if isinstance(pair[0], str) else pair[0].text)
        return all(
            self._is_key(key, name) and self.agrees(value, tree)
            for (key, value), (name, tree) in zip(pairs, wanted, strict=True)
        )

    def _is_key(self, found: Scalar, expected: Scalar | str) -> bool:
        if isinstance(expected, str):
            return found.yaml11 == found.yaml12 == found.text == expected
        return self.agrees(found, expected)

    def _is_value(self, found: Node, wanted: Wanted) -> bool:
        if isinstance(wanted, Verbatim):
            return isinstance(found, Scalar) and found.raw == wanted.raw
        if isinstance(wanted, list):
            return (
                isinstance(found, Sequence)
                and len(found.items) == len(wanted)
                and all(map(self._is_value, found.items, wanted))
            )
        if isinstance(wanted, dict):
            return isinstance(found, Mapping) and self._is_dict(found, wanted)
        if not isinstance(found, Scalar):
            return False
        if isinstance(wanted, dt.date) and notation.is_same(found.text, wanted):
            return True
        return is_same_value(found.yaml11, wanted) and is_same_value(found.yaml12, wanted)

    def _is_dict(self, found: Mapping, wanted: dict[str, Value]) -> bool:
        if sorted(entry.name for entry in found.entries) != sorted(wanted):
            return False
        return all(
            self._is_key(entry.key, entry.name) and self._is_value(entry.value, wanted[entry.name])
            for entry in found.entries
        )


def is_same_value(one: Value, two: Value) -> bool:
    """Equal and of one type: 1, 1.0 and true are three values, and nan is itself."""
    if type(one) is not type(two):
        return False
    if isinstance(one, float) and isinstance(two, float) and math.isnan(one):
        return math.isnan(two)
    if isinstance(one, dt.datetime) and isinstance(two, dt.datetime):
        return one == two and one.utcoffset() == two.utcoffset()
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(is_same_value, one, two))
    if isinstance(one, dict) and isinstance(two, dict):
        return one.keys() == two.keys() and all(is_same_value(one[key], two[key]) for key in one)
    return one == two


def _comments(front_matter: FrontMatter) -> Counter[str]:
    text = front_matter.text
    return Counter(each.span.of(text).rstrip() for each in front_matter.comments)


def _surroundings_are_same(before: FrontMatter, after: FrontMatter) -> bool:
    """The text before and after the front matter, and its fences."""
    one, two = before.text, after.text
    if before.format is None:
        return two[after.body_start :] == one
    return (
        one[: before.content.start] == two[: after.content.start]
        and one[before.content.end :] == two[after.content.end :]
        and before.format is after.format
    )
