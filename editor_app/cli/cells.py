"""What a post of the index says in one column, for a table and for programs."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.cli.console import Json
from editor_app.core.site.index.condition import Fact, Field
from editor_app.core.site.index.entry import FieldValue
from editor_app.core.site.index.query import Row
from editor_app.core.site.summary_parts import ValueKind

_OBJECT = "{…}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A post, and its path as one would type it here."""

    shown: str
    row: Row


def header(field: Field) -> str:
    """A column's name, as it is written in a condition."""
    return f"@{field.value}" if isinstance(field, Fact) else field


def cell(post: Listed, field: Field) -> str:
    """In one line of text."""
    if isinstance(field, Fact):
        said = fact(post, field)
        return "" if said is None else str(said).lower() if isinstance(said, bool) else str(said)
    values = (each for each in post.row.values if each.key == field)
    return ", ".join(_OBJECT if each.kind is ValueKind.OBJECT else each.text for each in values)


def is_number(post: Listed, field: Field) -> bool:
    """Whether the cell is a number and nothing else."""
    if isinstance(field, Fact):
        return isinstance(fact(post, field), int)
    values = [each for each in post.row.values if each.key == field]
    return len(values) == 1 and values[0].kind is ValueKind.NUMBER


def fact(post: Listed, fact: Fact) -> str | int | None:
    """None for the text of a post, which the index does not show."""
    row = post.row
    facts: dict[Fact, str | int] = {
        Fact.PATH: post.shown,
        Fact.FOLDER: row.folder,
        Fact.TITLE: row.title,
        Fact.DAY: row.day,
        Fact.DRAFT: row.is_draft,
        Fact.CHARACTERS: row.characters,
        Fact.WORDS: row.words,
        Fact.LINKS: row.links,
        Fact.IMAGES: row.images,
        Fact.HEADINGS: row.headings,
        Fact.SIZE: row.size,
        Fact.FAULT: row.fault.value,
    }
    return facts.get(fact)


def value(post: Listed, key: str) -> Json:
    """The value of a key, or its list; None where it is absent or empty."""
    values = [each for each in post.row.values if each.key == key]
    if any(each.is_item for each in values):
        return [_plain(each) for each in values if each.kind is not ValueKind.OBJECT]
    return _plain(values[0]) if values else None


def _plain(said: FieldValue) -> Json:
    number = said.number
    if said.kind in {ValueKind.EMPTY, ValueKind.OBJECT}:
        return None
    if said.kind is ValueKind.SWITCH:
        return bool(number)
    if said.kind is ValueKind.NUMBER and number is not None and abs(number) < 2**53:
        return int(number) if number.is_integer() else number
    return said.text
