"""Read a post for the index."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import PurePath

from editor_app.core.frontmatter.nodes import Mapping, Node, Scalar, Sequence
from editor_app.core.frontmatter.values import is_merge
from editor_app.core.generator import Generator
from editor_app.core.post import Post, read_post
from editor_app.core.schema.dates import read_date
from editor_app.core.site import post_paths
from editor_app.core.site.front_matter_parts import day, is_draft, said, value_kind
from editor_app.core.site.index.entry import Facts, Fault, FieldValue
from editor_app.core.site.index.seconds import seconds
from editor_app.core.site.index.words import words
from editor_app.core.site.summary_parts import ValueKind
from editor_app.core.text.expressions import expression
from editor_app.core.text.source import read

MOST_VALUES = 2000
DEEPEST = 8
LONGEST_TEXT = 10_000
_LARGEST = 2**53
_WRITTEN = frozenset({ValueKind.TEXT, ValueKind.SWITCH_WORD})
_WORD_LISTS = frozenset({"tags", "categories"})
"""In which Jekyll takes each word of a text for an item."""
_HALVES = expression("[\ud800-\udfff]")


def facts_of(data: bytes, path: PurePath, generator: Generator) -> Facts:
    """What a post says; never raises. `path` counts from the site."""
    source = read(data)
    post = read_post(_sound(source.text), path, generator)
    date = day(post, path)
    counts = post.counts
    values = _values(post, date.isoformat() if date is not None else "")
    title = _title(post, path)
    others = "\n".join(
        each.text for each in values if each.kind in _WRITTEN and each.key != "title"
    )
    body = post.text[post.front_matter.body_start :]
    fault = Fault.NONE if post.front_matter.unreadable is None else Fault.UNREADABLE
    return Facts(
        title=title,
        day=date.isoformat() if date is not None else "",
        is_draft=is_draft(post, path),
        characters=counts.characters,
        word_count=counts.words,
        links=len(post.body.links),
        images=len(post.body.images),
        headings=len(post.body.headings),
        fault=fault if source.undecodable_byte is None else Fault.UNDECODABLE,
        values=values,
        said=others,
        packed_body=pack(post.text, post.front_matter.body_start),
        words=indexed(title, others, body),
    )


def indexed(title: str, others: str, body: str) -> tuple[str, str, str]:
    """The words of a post's three parts, as FTS5 is given them."""
    return " ".join(words(title)), " ".join(words(others)), " ".join(words(body))


def pack(text: str, body_start: int) -> bytes:
    """A post's text in little room, and where in it the body begins."""
    return body_start.to_bytes(4, "big") + zlib.compress(text.encode(), 1)


def unpack(packed: bytes) -> tuple[str, int]:
    """Raises zlib.error for bytes that `pack` has not made."""
    return zlib.decompress(packed[4:]).decode(), int.from_bytes(packed[:4], "big")


def _sound(text: str) -> str:
    """Without halves of characters, which no database takes, and as long as before."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def _title(post: Post, path: PurePath) -> str:
    """What the post is called: by its key, its first heading, or its file's name."""
    title = said(post, "title")
    if title is not None:
        return _sound(title.text).strip()
    headings = post.body.headings
    return headings[0].text if headings else _sound(post_paths.stem(path))


def _values(post: Post, date: str) -> tuple[FieldValue, ...]:
    """The values of the front matter in its order, and the date where the file's name says it."""
    reader = _Reader(post.generator)
    root = post.front_matter.root
    if root is not None:
        reader.read_members(root, "", 0, is_item=False)
    if date and post.front_matter.node(("date",)) is None:
        found = read_date(date)
        assert found is not None
        reader.add("date", ValueKind.DATE, date, seconds(found), date, is_own=False)
    return tuple(reader.found)


@dataclass(slots=True)
class _Reader:
    generator: Generator
    found: list[FieldValue] = field(default_factory=list)
    _places: Counter[str] = field(default_factory=Counter)

    def add(
        self,
        key: str,
        kind: ValueKind,
        text: str = "",
        number: float | None = None,
        day: str = "",
        *,
        is_item: bool = False,
        is_own: bool = True,
    ) -> None:
        if len(self.found) == MOST_VALUES:
            return
        place = self._places[key]
        self._places[key] += 1
        said = _sound(text)[:LONGEST_TEXT]
        self.found.append(FieldValue(key, place, kind, said, number, day, is_item, is_own))

    def read_members(self, node: Mapping, above: str, depth: int, *, is_item: bool) -> None:
        for name, value in _members(node).items():
            if len(self.found) == MOST_VALUES:
                return
            self._read(f"{above}.{name}" if above else name, value, depth, is_item=is_item)

    def _read(self, path: str, node: Node, depth: int, *, is_item: bool) -> None:
        key = _sound(path)
        if isinstance(node, Scalar):
            self._read_scalar(key, node, is_item=is_item)
        elif depth == DEEPEST or (isinstance(node, Sequence) and not node.items):
            self.add(key, ValueKind.EMPTY, is_item=is_item)
        elif isinstance(node, Mapping):
            self.add(key, ValueKind.OBJECT, is_item=is_item)
            self.read_members(node, key, depth + 1, is_item=is_item)
        else:
            for item in node.items:
                if len(self.found) == MOST_VALUES:
                    return
                self._read(key, item, depth + 1, is_item=True)

    def _read_scalar(self, key: str, node: Scalar, *, is_item: bool) -> None:
        kind = value_kind(node, self.generator)
        if kind is ValueKind.DATE:
            date = read_date(node.text)
            if date is not None:
                shown = date.date.isoformat()
                self.add(key, kind, node.text, seconds(date), shown, is_item=is_item)
                return
            kind = ValueKind.TEXT
        if kind is ValueKind.TEXT and key in _WORD_LISTS and self.generator is Generator.JEKYLL:
            for word in (node.text,) if is_item else node.text.split():
                self.add(key, kind, word, is_item=True)
            return
        number = None
        if kind in {ValueKind.NUMBER, ValueKind.SWITCH}:
            both = (node.yaml11, node.yaml12)
            read = next((each for each in both if isinstance(each, int | float)), 0)
            number = float(min(max(read, -_LARGEST), _LARGEST)) if isinstance(read, int) else read
        self.add(key, kind, node.text, number, is_item=is_item)


def _members(node: Mapping) -> dict[str, Node]:
    """The values of a mapping; of equal keys the last, and what is merged in comes after."""
    own: dict[str, Node] = {}
    merged: dict[str, Node] = {}
    for entry in node.entries:
        if not is_merge(entry.key):
            own[entry.name] = entry.value
        elif isinstance(entry.value, Mapping):
            merged |= {each.name: each.value for each in entry.value.entries}
    return own | {name: value for name, value in merged.items() if name not in own}
