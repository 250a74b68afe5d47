"""The front matter that a new post begins with, where no archetype says it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import Verbatim, Wanted, insert
from editor_app.core.generator import Generator
from editor_app.core.schema.infer import NEARLY_ALL, InferredField
from editor_app.core.schema.key_names import DATE_KEYS
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import SchemaField
from editor_app.core.site.new_post import date_text
from editor_app.core.text.edits import apply

_EMPTY = "---\n---\n\n"
_DATES = frozenset({FieldKind.DATE, FieldKind.DATE_TIME})
_CUSTOM: dict[Generator, tuple[str, ...]] = {
    Generator.JEKYLL: ("layout", "title", "date", "categories", "tags"),
    Generator.HUGO: ("title", "date", "draft", "tags"),
    Generator.ELEVENTY: ("title", "date", "tags"),
    Generator.ASTRO: ("title", "description", "pubDate"),
    Generator.UNKNOWN: ("title", "date"),
}
"""What the generator's own manual begins a post with."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the fields of such a post.

    `fields` are those of its content type; `shown` is what the posts beside it
    show; `inherited` are the keys that the site gives it, which it need not say.
    """

    generator: Generator
    fields: tuple[SchemaField, ...] = ()
    shown: tuple[InferredField, ...] = ()
    inherited: Set[str] = frozenset()


def front_matter_text(title: str, known: Known, now: dt.datetime, *, is_draft: bool = False) -> str:
    """Front matter and an empty line: the keys that nearly all posts have, and those required.

    Where the posts show nothing, those that the manual has. Raises ValueError
    for a title that front matter can't hold.
    """
    text = _EMPTY
    for key in dict.fromkeys(_keys(known)):
        if key in known.inherited:
            continue
        value = _value(key, title, known, now, is_draft=is_draft)
        edits = None if value is _LEFT_OUT else insert(read(text), (key,), value)
        if isinstance(edits, Refusal):
            raise ValueError(edits.message)
        text = apply(text, edits or ())
    return text


def _keys(known: Known) -> Iterator[str]:
    usual = [each.field.key for each in known.shown if each.is_usual]
    if usual and "title" not in usual:
        yield "title"
    yield from usual or _CUSTOM[known.generator]
    yield from (each.key for each in known.fields if each.required and each.said.file)


_LEFT_OUT = Verbatim("")
"""Nobody can say what stands there."""


def _value(key: str, title: str, known: Known, now: dt.datetime, *, is_draft: bool) -> Wanted:
    if key == "title":
        return title
    if key == "draft":
        return is_draft or known.generator is Generator.HUGO
    field = next((each for each in known.fields if each.key == key), None)
    shown = next((each for each in known.shown if each.field.key == key), None)
    kind = (field and field.kind) or (shown and shown.field.kind) or None
    if key in DATE_KEYS and (kind in _DATES or kind is None):
        day = f"{now:%Y-%m-%d}" if kind is FieldKind.DATE else date_text(known.generator, now)
        return Verbatim(day)
    constant = _constant(shown)
    if constant is not None:
        return constant
    default = None if field is None else field.default
    if default is not None and not _is_template(default):
        return default
    if key == "layout" and known.generator is Generator.JEKYLL and shown is None:
        return "post"
    is_asked = field is not None and field.required
    return _blank(kind, is_asked=bool(is_asked))


def _blank(kind: FieldKind | None, *, is_asked: bool) -> Wanted:
    """A list or a text may be empty; of a number, a switch or a date nothing can be said."""
    if kind in {FieldKind.LIST, FieldKind.OBJECTS}:
        return []
    if kind is FieldKind.OBJECT:
        return {} if is_asked else _LEFT_OUT
    is_text = kind not in _DATES | {FieldKind.NUMBER, FieldKind.SWITCH, FieldKind.RAW, None}
    if is_text:
        return ""
    return None if is_asked else _LEFT_OUT


def _constant(shown: InferredField | None) -> str | None:
    """The value that nearly all posts have."""
    if shown is None or not shown.words or shown.field.kind is FieldKind.LIST:
        return None
    word, count = shown.words[0]
    return word if shown.is_usual and count >= NEARLY_ALL * shown.present else None


def _is_template(value: Value) -> bool:
    return isinstance(value, str) and "{{" in value


def inherited_keys(paths: Iterable[tuple[str | int, ...]]) -> frozenset[str]:
    return frozenset(str(path[0]) for path in paths if len(path) == 1)
