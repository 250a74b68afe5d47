"""What the posts themselves show of their fields: kinds, choices, ranges, and who differs."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from statistics import quantiles

from editor_app.core.frontmatter.nodes import Path
from editor_app.core.schema.key_names import TAXONOMIES
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Bounds, Choice, Collection, Said, Schema, SchemaField
from editor_app.core.schema.tally import FolderTally, KeyTally, Measures, Tally

SOURCE = "posts"
FEWEST_POSTS = 20
"""Fewer show no custom."""

NEARLY_ALL = 0.98
MOST_CHOICES = 12
MOST_PROPOSALS = 50
RARE = 0.01
FAR = 10
"""So many times the distance between the quartiles, beyond them, is far off."""

_TEXTS = (FieldKind.LINE, FieldKind.PARAGRAPH)
_DATES = (FieldKind.DATE, FieldKind.DATE_TIME)
_FEW_LONG = 0.1
_LEAST_SPREAD = {FieldKind.DATE: 366.0, FieldKind.LINE: 10.0, FieldKind.LIST: 2.0}
"""Days, characters, items: where nearly all values are equal, the next is not yet far off."""


@dataclass(frozen=True, slots=True)
class Outlier:
    """A post whose value has another kind than those of the others, or lies far off them."""

    path: str
    kind: FieldKind
    is_far: bool = False


@dataclass(frozen=True, slots=True)
class InferredField:
    """One key. `present` of `posts` have it, where the key above it (if any) is.

    `range` holds the least and the most of what there is: of numbers and dates
    themselves, else of lengths (of a text in characters, of a list in items).
    It is no demand on a new post, so `field` does not have it. `words` are values
    with their counts, the most frequent first. A rare one is left out of the schema.
    """

    path: Path
    field: SchemaField
    present: int
    posts: int
    range: Bounds | None = None
    words: tuple[tuple[str, int], ...] = ()
    outliers: tuple[Outlier, ...] = ()
    parts: tuple[InferredField, ...] = ()
    is_rare: bool = False

    @property
    def is_usual(self) -> bool:
        """Nearly all posts have it; whether it has to be there is for others to say."""
        return self.posts >= FEWEST_POSTS and self.present >= NEARLY_ALL * self.posts


@dataclass(frozen=True, slots=True)
class InferredCollection:
    """The posts of one folder, and all keys that they have."""

    collection: Collection
    posts: int
    fields: tuple[InferredField, ...]


def inferred(tally: Tally) -> tuple[InferredCollection, ...]:
    """What was counted says, folder by folder."""
    return tuple(_collection(folder, tally.folders) for folder in sorted(tally.folders))


def inferred_schema(found: tuple[InferredCollection, ...]) -> Schema:
    """The lowest of all sources: it gives way to whatever else speaks of a field."""
    return Schema(SOURCE, (), tuple(each.collection for each in found))


def _collection(folder: str, folders: Mapping[str, FolderTally]) -> InferredCollection:
    tally = folders[folder]
    fields = tuple(_fields(tally, (), tally.posts))
    prefix = f"{folder}/" if folder else ""
    inner = (each for each in sorted(folders) if each != folder and each.startswith(prefix))
    collection = Collection(
        name=folder.rpartition("/")[2].strip("_") or "all",
        said=Said(SOURCE),
        files=(f"/{prefix}**", *(f"!/{each}/**" for each in inner)),
        folder=folder,
        fields=tuple(each.field for each in fields if not each.is_rare),
    )
    return InferredCollection(collection, tally.posts, fields)


def _fields(tally: FolderTally, above: Path, posts: int) -> Iterator[InferredField]:
    """The keys below a path, in the order in which most posts have them."""
    own = [(path, each) for path, each in tally.keys.items() if path[:-1] == above]
    for path, each in sorted(own, key=lambda pair: (pair[1].places / pair[1].posts, pair[0])):
        yield _field(tally, path, each, posts)


def _field(tally: FolderTally, path: Path, counted: KeyTally, posts: int) -> InferredField:
    kind = _kind(counted.kinds)
    present = counted.posts
    parts = tuple(_fields(tally, path, counted.mappings))
    words = tuple(sorted(counted.words.items(), key=lambda each: (-each[1], each[0])))
    choices = _choices(counted, kind)
    usual = posts >= FEWEST_POSTS and present >= NEARLY_ALL * posts
    is_choice = kind is FieldKind.LINE and bool(choices)
    listed = words[:MOST_PROPOSALS] if kind is FieldKind.LIST else ()
    shown = parts if kind in {FieldKind.OBJECT, FieldKind.OBJECTS} else ()
    key = str(path[-1])
    field = SchemaField(
        key=key,
        said=Said(SOURCE),
        kind=FieldKind.CHOICE if is_choice else kind,
        item=_item(counted) if kind is FieldKind.LIST else None,
        choices=tuple(map(Choice, choices or [word for word, _ in listed])),
        is_limit=False if choices or listed else None,
        is_whole=True if kind is FieldKind.NUMBER and not counted.fractions else None,
        taxonomy=TAXONOMIES.get(key, "") if kind is FieldKind.LIST else "",
        is_essential=True if usual else None,
        fields=tuple(each.field for each in shown if not each.is_rare),
    )
    return InferredField(
        path=path,
        field=field,
        present=present,
        posts=posts,
        range=_range(counted, kind),
        words=words[:MOST_PROPOSALS],
        outliers=tuple(_outliers(counted, kind)),
        parts=parts,
        is_rare=posts >= FEWEST_POSTS and (present < 2 or present < RARE * posts),
    )


def _kind(kinds: Counter[FieldKind]) -> FieldKind | None:
    """That of nearly all values; lines and paragraphs are both texts, and so with dates."""
    values = kinds.total()
    if not values:
        return None
    for group in (_TEXTS, _DATES):
        together = sum(kinds[kind] for kind in group)
        if together >= NEARLY_ALL * values:
            is_longer = kinds[group[1]] > _FEW_LONG * together
            return group[1] if is_longer else group[0]
    kind, count = kinds.most_common(1)[0]
    return kind if count >= NEARLY_ALL * values else None


def _group(kind: FieldKind | None) -> tuple[FieldKind, ...]:
    if kind is None:
        return ()
    return next((group for group in (_TEXTS, _DATES) if kind in group), (kind,))


def _item(counted: KeyTally) -> FieldKind | None:
    kind = _kind(counted.items)
    return kind if kind in {FieldKind.NUMBER, FieldKind.DATE, FieldKind.SWITCH} else None


def _choices(counted: KeyTally, kind: FieldKind | None) -> tuple[str, ...]:
    """A few words that come again and again."""
    total = counted.words.total()
    if kind not in {FieldKind.LINE, FieldKind.LIST} or counted.is_open or total < FEWEST_POSTS:
        return ()
    if len(counted.words) > min(MOST_CHOICES, total // 4):
        return ()
    return tuple(sorted(counted.words, key=lambda word: (-counted.words[word], word)))


# --- ranges and outliers


def _range(counted: KeyTally, kind: FieldKind | None) -> Bounds | None:
    measures = counted.measures.get(_measured(kind)) if kind else None
    if measures is None:
        return None
    least, most = min(measures.lowest)[0], max(measures.highest)[0]
    if kind in _DATES:
        return Bounds(_day(least), _day(most))
    is_whole = float(least).is_integer() and float(most).is_integer()
    return Bounds(int(least), int(most)) if is_whole else Bounds(least, most)


def _measured(kind: FieldKind) -> FieldKind:
    """Under which kind its values were measured."""
    return _group(kind)[0]


def _day(days: float) -> str:
    return dt.date.fromordinal(int(days)).isoformat()


def _outliers(counted: KeyTally, kind: FieldKind | None) -> Iterator[Outlier]:
    if kind is None:
        return
    group = _group(kind)
    for other, paths in sorted(counted.paths.items()):
        if other not in group:
            yield from (Outlier(path, other) for path in paths)
    measures = counted.measures.get(_measured(kind))
    if measures is not None and sum(counted.kinds[each] for each in group) >= FEWEST_POSTS:
        yield from (Outlier(path, kind, is_far=True) for path in _far(measures, kind))


def _far(measures: Measures, kind: FieldKind) -> Iterator[str]:
    """Posts beyond the quartiles by many times what lies between them."""
    low, _, high = quantiles((measure for _, measure in measures.sample), n=4)
    least = _LEAST_SPREAD.get(_measured(kind), 0.1 * abs(high) + 1)
    reach = FAR * max(high - low, least)
    ends = (*measures.lowest, *measures.highest)
    yield from dict.fromkeys(
        path for measure, path in ends if not low - reach <= measure <= high + reach
    )
