"""What the front matter of a post gives to its summary."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import PurePath

from editor_app.core.frontmatter.nodes import Mapping, Node, Scalar, Sequence
from editor_app.core.generator import Generator
from editor_app.core.post import Post
from editor_app.core.schema.key_names import (
    DATE_KEYS,
    DESCRIPTION_KEYS,
    READING_TIME_KEYS,
    TAXONOMIES,
)
from editor_app.core.site import links, post_paths
from editor_app.core.site.summary_parts import (
    Description,
    Key,
    ReadingTime,
    Said,
    Term,
    ValueKind,
)
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_LONGEST_TEXT = 1000
_MOST_KEYS = 60
_MOST_TERMS = 40
_LONGEST_TERM = 200
_READ_AS_12 = frozenset({Generator.ASTRO, Generator.ELEVENTY})
_SWITCH_WORDS = frozenset({"true", "false", "yes", "no", "on", "off"})
_DATE = expression(r"\s*(\d{4})[-/.](\d\d?)[-/.](\d\d?)", re.ASCII)
_DATE_ALONE = expression(
    r"\s*\d{4}[-/.]\d\d?[-/.]\d\d?(?:[T\s]\s*\d\d?:[\d:.]*\s*(?:[A-Z]{1,4}|[-+][\d:]*)?)?\s*",
    re.ASCII,
)
_NUMBER = expression(r"\d{1,6}(?:\.\d{1,6})?", re.ASCII)
_LANGUAGE_KEYS = ("lang", "language", "locale")
_LANGUAGE = expression(r"([A-Za-z]{2})(?:[-_].*)?")
_ADDRESS_KEYS = ("slug", "permalink", "url")
_ALIAS_KEYS = ("aliases", "redirect_from")
_DRAFT_FOLDERS = frozenset({"_drafts", "drafts"})


def said(post: Post, key: str) -> Said | None:
    """The text of a key at the top; None where it is absent, blank or no scalar."""
    scalar = post.scalar(key)
    if scalar is None or not (post.string(key) or "").strip():
        return None
    return Said(scalar.text[:_LONGEST_TEXT], _place(post, scalar))


def _place(post: Post, scalar: Scalar) -> Span:
    """Where a scalar says its text, found fast where it is written as it is."""
    if scalar.raw == scalar.text:
        return scalar.span
    if scalar.raw[1:-1] == scalar.text and scalar.span.end - scalar.span.start == len(scalar.raw):
        return Span(scalar.span.start + 1, scalar.span.end - 1)
    return post.place(scalar)


def description(post: Post) -> Description | None:
    for key in DESCRIPTION_KEYS:
        text, scalar = said(post, key), post.scalar(key)
        if text is not None and scalar is not None:
            return Description(key, text, scalar.span)
    return None


def said_language(post: Post) -> str:
    texts = (post.string(key) for key in _LANGUAGE_KEYS)
    found = next((match for text in texts if text and (match := _LANGUAGE.fullmatch(text))), None)
    return found[1].lower() if found else ""


def day(post: Post, path: PurePath) -> dt.date | None:
    """The day of the post, by its front matter or the name of its file."""
    for key in DATE_KEYS:
        if found := _DATE.match(post.string(key) or ""):
            try:
                return dt.date(*(int(part) for part in found.groups()))
            except ValueError:
                continue
    return post_paths.day(path)


def is_draft(post: Post, path: PurePath) -> bool:
    """Whether the post is not yet, or no more, on the site."""
    front_matter = post.front_matter
    is_held_back = front_matter.value(("draft",)) is True or (
        front_matter.value(("published",)) is False
    )
    return is_held_back or not _DRAFT_FOLDERS.isdisjoint(path.parts[:-1])


def keys(post: Post) -> tuple[Key, ...]:
    """The first keys at the top in the order of the file; of equal ones the last counts."""
    root = post.front_matter.root
    last = {entry.name: entry for entry in root.entries} if root is not None else {}
    return tuple(
        Key(
            Said(name, _place(post, entry.key)),
            value_kind(entry.value, post.generator),
            entry.value.span,
        )
        for name, entry in list(last.items())[:_MOST_KEYS]
    )


def value_kind(node: Node, generator: Generator) -> ValueKind:
    """What a value is to the generator that reads it."""
    if isinstance(node, Mapping):
        return ValueKind.OBJECT
    if isinstance(node, Sequence):
        return ValueKind.LIST
    value = node.yaml12 if generator in _READ_AS_12 else node.yaml11
    if value is None or value == "":
        return ValueKind.EMPTY
    if isinstance(value, bool):
        return ValueKind.SWITCH
    if isinstance(value, int | float):
        return ValueKind.NUMBER
    if isinstance(value, dt.date | dt.time) or _DATE_ALONE.fullmatch(node.text):
        return ValueKind.DATE
    return ValueKind.SWITCH_WORD if node.text.lower() in _SWITCH_WORDS else ValueKind.TEXT


def terms(post: Post) -> tuple[Term, ...]:
    return tuple(term for _, term in zip(range(_MOST_TERMS), _terms(post), strict=False))


def _terms(post: Post) -> Iterator[Term]:
    for key, field in TAXONOMIES.items():
        node = post.front_matter.node((key,))
        alone = isinstance(node, Scalar) and not re.search(r"[\s,]", node.text)
        items = node.items if isinstance(node, Sequence) else (node,) if alone else ()
        for item in items:
            if isinstance(item, Scalar) and _is_term(item):
                yield Term(field, Said(item.text, _place(post, item)))


def _is_term(item: Scalar) -> bool:
    return bool(item.text.strip()) and len(item.text) <= _LONGEST_TERM and item.reference is None


def reading_time(post: Post) -> ReadingTime | None:
    for key in READING_TIME_KEYS:
        scalar = post.scalar(key)
        found = _NUMBER.search(scalar.text) if scalar is not None else None
        if scalar is not None and found is not None:
            counts = post.counts
            return ReadingTime(
                key,
                float(found[0]),
                post.place(scalar, *found.span()),
                counts.is_japanese,
                counts.characters if counts.is_japanese else counts.words,
            )
    return None


def names(post: Post, path: PurePath) -> tuple[str, ...]:
    """The names under which links find the post."""
    own = [post.string(key) or "" for key in _ADDRESS_KEYS]
    for key in _ALIAS_KEYS:
        value = post.front_matter.value((key,))
        own += [each for each in value if isinstance(each, str)] if isinstance(value, list) else []
    return links.names(path, *own)
