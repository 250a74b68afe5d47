"""Count what the posts of a site have in their front matter, one post after the other.

A tally is small however many posts there are, can cross processes, and those of
several processes can be merged: `infer.py` tells what it shows.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from heapq import nlargest, nsmallest
from zlib import crc32

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Scalar, Sequence
from editor_app.core.schema.dates import read_date
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import DATE_KINDS, is_null, kind_of, text_of

MOST_FOLDERS = 200
MOST_KEYS = 300
"""Of one folder; those that come later are not counted."""

MOST_WORDS = 300
"""Different values of a key. Where there are more, the rare ones are forgotten."""

LARGEST = 1e15
"""Of a number that is measured."""

LONGEST_WORD = 100
DEEPEST = 3
"""Keys inside of keys."""

MOST_PATHS = 20
MOST_SAMPLES = 256
MOST_ITEMS = 200
"""Of one list: so many are looked at."""

Measured = tuple[float, str]
"""A number, and the post that has it."""


@dataclass(slots=True)
class Measures:
    """Of values of one kind: numbers, days, lengths of texts or lists.

    `lowest` and `highest` are the extremes with their posts; `sample` are those
    whose paths have the smallest checksums, so that it does not depend on the order.
    """

    lowest: list[Measured] = field(default_factory=list)
    highest: list[Measured] = field(default_factory=list)
    sample: list[tuple[int, float]] = field(default_factory=list)

    def add(self, measure: float, path: str) -> None:
        self.lowest.append((measure, path))
        self.highest.append((measure, path))
        self.sample.append((crc32(path.encode("utf-8", "surrogatepass")), measure))
        if len(self.sample) > 2 * MOST_SAMPLES:
            self.trim()

    def merge(self, other: Measures) -> None:
        self.lowest += other.lowest
        self.highest += other.highest
        self.sample += other.sample
        self.trim()

    def trim(self) -> None:
        self.lowest = nsmallest(MOST_PATHS, self.lowest)
        self.highest = nlargest(MOST_PATHS, self.highest)
        self.sample = nsmallest(MOST_SAMPLES, self.sample)


@dataclass(slots=True)
class KeyTally:
    """Of one key. `posts` have it, in `empty` of them without a value.

    `places` is the sum of its places among its neighbours. `paths` are the
    first posts for each kind. `is_open` where a value was too long or there
    were too many different ones. `mappings` are those in its values, in which
    other keys may stand. Lines and paragraphs are measured together, under LINE,
    and both kinds of dates under DATE.
    """

    posts: int = 0
    empty: int = 0
    mappings: int = 0
    places: int = 0
    fractions: int = 0
    """Numbers that are not whole."""
    kinds: Counter[FieldKind] = field(default_factory=Counter)
    items: Counter[FieldKind] = field(default_factory=Counter)
    words: Counter[str] = field(default_factory=Counter)
    is_open: bool = False
    paths: dict[FieldKind, list[str]] = field(default_factory=dict)
    measures: dict[FieldKind, Measures] = field(default_factory=dict)

    def add(self, node: Node, place: int, path: str) -> None:
        self.posts += 1
        self.places += place
        if is_null(node):
            self.empty += 1
            return
        kind = kind_of(node)
        self.kinds[kind] += 1
        paths = self.paths.setdefault(kind, [])
        if len(paths) < MOST_PATHS or path < paths[-1]:
            self.paths[kind] = _first(paths, (path,))
        if isinstance(node, Scalar):
            self._add_scalar(kind, node, path)
        elif isinstance(node, Sequence):
            self._measure(kind, len(node.items), path)
            for item in node.items[:MOST_ITEMS]:
                if isinstance(item, Scalar) and not is_null(item):
                    self.items[kind_of(item)] += 1
                    self._add_word(text_of(item))

    def _add_scalar(self, kind: FieldKind, node: Scalar, path: str) -> None:
        if kind is FieldKind.NUMBER and isinstance(node.yaml12, int | float):
            self.fractions += isinstance(node.yaml12, float)
            if abs(node.yaml12) < LARGEST:  # neither endless nor no number at all
                self._measure(kind, float(node.yaml12), path)
        elif kind in DATE_KINDS:
            date = read_date(node.raw)
            if date is not None:
                self._measure(FieldKind.DATE, _days(date.date, date.time), path)
        elif kind in {FieldKind.LINE, FieldKind.PARAGRAPH}:
            text = text_of(node)
            self._measure(FieldKind.LINE, len(text), path)
            self._add_word(text)

    def _measure(self, kind: FieldKind, measure: float, path: str) -> None:
        self.measures.setdefault(kind, Measures()).add(measure, path)

    def _add_word(self, word: str) -> None:
        if len(word) > LONGEST_WORD:
            self.is_open = True
            return
        self.words[word] += 1
        if len(self.words) > 2 * MOST_WORDS:
            self._forget()

    def _forget(self) -> None:
        """Keep what is most frequent."""
        if len(self.words) > MOST_WORDS:
            self.is_open = True
            kept = nsmallest(MOST_WORDS, self.words.items(), key=lambda each: (-each[1], each[0]))
            self.words = Counter(dict(kept))

    def merge(self, other: KeyTally) -> None:
        self.posts += other.posts
        self.empty += other.empty
        self.mappings += other.mappings
        self.places += other.places
        self.fractions += other.fractions
        self.kinds += other.kinds
        self.items += other.items
        self.words += other.words
        self.is_open |= other.is_open
        self._forget()
        for kind, paths in other.paths.items():
            self.paths[kind] = _first(self.paths.get(kind, ()), paths)
        for kind, measures in other.measures.items():
            self.measures.setdefault(kind, Measures()).merge(measures)


@dataclass(slots=True)
class FolderTally:
    """Of the posts of one collection. Keys inside of keys have the path that leads to them."""

    posts: int = 0
    keys: dict[Path, KeyTally] = field(default_factory=dict)

    def add(self, mapping: Mapping, path: str) -> None:
        self.posts += 1
        self._add(mapping, (), path)

    def _add(self, mapping: Mapping, above: Path, path: str) -> None:
        for place, (name, node) in enumerate(_last(mapping)):
            key = (*above, name)
            if key not in self.keys:
                if len(self.keys) >= MOST_KEYS:
                    continue
                self.keys[key] = KeyTally()
            self.keys[key].add(node, place, path)
            if len(key) < DEEPEST:
                for inner in _mappings(node):
                    self.keys[key].mappings += 1
                    self._add(inner, key, path)

    def merge(self, other: FolderTally) -> None:
        self.posts += other.posts
        for key, tally in other.keys.items():
            if key in self.keys or len(self.keys) < MOST_KEYS:
                self.keys.setdefault(key, KeyTally()).merge(tally)


@dataclass(slots=True)
class Tally:
    """Of a whole site, by the folders of its collections."""

    folders: dict[str, FolderTally] = field(default_factory=dict)

    def add(self, folder: str, path: str, front_matter: FrontMatter) -> None:
        """A post of the collection in `folder`; `path` is told where it differs from the others.

        Posts without front matter, or with one that can't be read, do not count.
        """
        if front_matter.root is None or not self._has_room(folder):
            return
        self.folders.setdefault(folder, FolderTally()).add(front_matter.root, path)

    def merge(self, other: Tally) -> None:
        """Take over what another process counted of other posts."""
        for folder, tally in other.folders.items():
            if self._has_room(folder):
                self.folders.setdefault(folder, FolderTally()).merge(tally)

    def _has_room(self, folder: str) -> bool:
        return folder in self.folders or len(self.folders) < MOST_FOLDERS


def _last(mapping: Mapping) -> Iterator[tuple[str, Node]]:
    """Of keys that stand twice the last counts."""
    yield from {entry.name: entry.value for entry in mapping.entries}.items()


def _mappings(node: Node) -> Iterator[Mapping]:
    if isinstance(node, Mapping):
        yield node
    elif isinstance(node, Sequence):
        yield from (each for each in node.items[:MOST_ITEMS] if isinstance(each, Mapping))


def _first(old: Iterable[str], new: Iterable[str]) -> list[str]:
    return nsmallest(MOST_PATHS, {*old, *new})


def _days(date: dt.date, time: dt.time | None) -> float:
    hours = 0.0 if time is None else time.hour + time.minute / 60 + time.second / 3600
    return date.toordinal() + hours / 24
