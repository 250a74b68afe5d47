"""Ask an index for posts, in whatever order, a page of them or all."""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from editor_app.core.site.index.condition import Condition, Fact, Field
from editor_app.core.site.index.entry import Fault, FieldValue
from editor_app.core.site.index.where_sql import (
    COLUMNS,
    FOLDED,
    KEY,
    MATCHES,
    Compiler,
    Parameter,
    Piece,
)
from editor_app.core.site.index.words import fold, match_of, phrases
from editor_app.core.site.summary_parts import ValueKind
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import Clock
from editor_app.core.text.value import value

PATIENCE_S = 2.0
"""For all regular expressions of one question together."""

ALL = -1


class TookTooLong(Exception):
    """The regular expressions of a condition need more time than there is."""


@dataclass(frozen=True, slots=True)
class Order:
    """By a fact or the first value of a key; posts without one come last, equal ones by path."""

    field: Field = Fact.PATH
    is_descending: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Which posts. `search` is what a reader looks for in title, front matter and text.

    Without an order those that fit a search best come first. `keys` are those whose
    values are wanted, None for all.
    """

    where: Condition | None = None
    search: str = ""
    order: Order | None = None
    limit: int = ALL
    offset: int = 0
    keys: tuple[str, ...] | None = None


@value
class Row:
    """A post of the index; `values` are in the order of their keys and places."""

    post: int
    path: str
    shown_path: str
    folder: str
    title: str
    day: str
    is_draft: bool
    characters: int
    words: int
    links: int
    images: int
    headings: int
    size: int
    fault: Fault
    values: tuple[FieldValue, ...] = ()


_ROW = (
    "posts.id, name, path, folder, posts.title, day, draft, characters, word_count, links, images,"
    " headings, size, fault"
)


def posts(connection: sqlite3.Connection, asked: Asked) -> tuple[Row, ...]:
    """Raises TookTooLong."""
    with _asking(connection, asked) as piece:
        joined, order = _order(asked)
        parameters = (*joined.parameters, *piece.parameters, asked.limit, asked.offset)
        sql = (
            f"SELECT {_ROW} FROM {_source(asked)} {joined.sql} WHERE {piece.sql}"
            f" ORDER BY {order} LIMIT ? OFFSET ?"
        )
        found = connection.execute(sql, parameters).fetchall()
    values = _values(connection, [row[0] for row in found], asked.keys)
    return tuple(_row(row, values.get(row[0], ())) for row in found)


def count(connection: sqlite3.Connection, asked: Asked) -> int:
    """How many posts there are without limit and offset. Raises TookTooLong."""
    with _asking(connection, asked) as piece:
        sql = f"SELECT count(*) FROM {_source(asked)} WHERE {piece.sql}"
        found: int = connection.execute(sql, piece.parameters).fetchone()[0]
    return found


@value
class Counted:
    """A value of a key, and how many posts have it."""

    text: str
    kind: ValueKind
    posts: int


def values_of(connection: sqlite3.Connection, key: str) -> tuple[Counted, ...]:
    """Every value of a key, those of most posts first."""
    rows = connection.execute(
        f"SELECT text, kind, count(DISTINCT post) AS posts FROM field_values WHERE key = {KEY}"
        f" AND kind NOT IN ('{ValueKind.EMPTY}', '{ValueKind.OBJECT}')"
        " GROUP BY kind, folded, text ORDER BY posts DESC, folded, text",
        (key,),
    )
    return tuple(Counted(text, ValueKind(kind), posts) for text, kind, posts in rows)


def keys_of(connection: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    """Every key, and how many posts have it, those of most posts first."""
    rows = connection.execute(
        "SELECT keys.key, count(*) AS posts FROM field_values"
        " JOIN keys ON keys.id = field_values.key WHERE place = 0 AND is_own"
        " GROUP BY keys.id ORDER BY posts DESC, keys.key"
    )
    return tuple((key, posts) for key, posts in rows)


def _row(row: tuple[Any, ...], values: Iterable[FieldValue]) -> Row:
    post, name, path, folder, title, day, draft, *counts, size, fault = row
    characters, words, links, images, headings = counts
    return Row(
        post,
        os.fsdecode(name),
        path,
        folder,
        title,
        day,
        bool(draft),
        characters,
        words,
        links,
        images,
        headings,
        size,
        Fault(fault),
        tuple(values),
    )


def _source(asked: Asked) -> str:
    is_searched = bool(phrases(asked.search))
    return "words JOIN posts ON posts.id = words.rowid" if is_searched else "posts"


@contextlib.contextmanager
def _asking(connection: sqlite3.Connection, asked: Asked) -> Iterator[Piece]:
    """The condition, while the functions that it calls are there."""
    compiler = Compiler()
    pieces = [] if asked.where is None else [compiler.piece(asked.where)]
    wanted = phrases(asked.search)
    if wanted:
        pieces.append(Piece("words MATCH ?", (match_of(wanted),)))
    elif asked.search.strip():
        pieces.append(Piece("0"))
    clock = Clock(PATIENCE_S)
    matches = _Matches(compiler.patterns, clock)
    connection.create_function(MATCHES, 2, matches.is_in, deterministic=True)
    connection.create_function(FOLDED, 1, fold, deterministic=True)
    parameters: tuple[Parameter, ...] = tuple(each for one in pieces for each in one.parameters)
    yield Piece(" AND ".join(f"({each.sql})" for each in pieces) or "1", parameters)
    if clock.has_run_out:
        raise TookTooLong


@dataclass(frozen=True, slots=True)
class _Matches:
    patterns: Sequence[Pattern]
    clock: Clock

    def is_in(self, pattern: int, text: str) -> bool:
        return self.clock.is_in(self.patterns[pattern], text) or False


def _order(asked: Asked) -> tuple[Piece, str]:
    order = asked.order
    if order is None and phrases(asked.search):
        return Piece(""), "bm25(words, 10, 3, 1), posts.path"
    order = order or Order()
    way = " DESC" if order.is_descending else ""
    if not isinstance(order.field, Fact):
        joined = (
            "LEFT JOIN field_values AS first ON first.post = posts.id"
            f" AND first.key = {KEY} AND first.place = 0"
        )
        is_empty = f"first.kind IS NULL OR first.kind IN ('{ValueKind.EMPTY}')"
        by_value = f"first.number IS NULL, first.number{way}, first.folded{way}"
        return Piece(joined, (order.field,)), f"{is_empty}, {by_value}, posts.path"
    column = COLUMNS.get(order.field, "posts.path")
    column = "posts.folded_title" if order.field is Fact.TITLE else column
    return Piece(""), f"{column} = '', {column}{way}, posts.path"


def _values(
    connection: sqlite3.Connection, ids: Sequence[int], keys: tuple[str, ...] | None
) -> dict[int, list[FieldValue]]:
    """The values of posts, by post."""
    if not ids or keys == ():
        return {}
    names = dict(connection.execute("SELECT id, key FROM keys").fetchall())
    wanted = None if keys is None else [each for each, key in names.items() if key in keys]
    sql = (
        "SELECT post, key, place, kind, text, folded, number, is_item, is_own FROM field_values"
        " WHERE post IN (SELECT value FROM json_each(?))"
    )
    parameters = [json.dumps(ids)]
    if wanted is not None:
        sql += " AND key IN (SELECT value FROM json_each(?))"
        parameters.append(json.dumps(wanted))
    found: dict[int, list[FieldValue]] = {}
    kinds = {each.value: each for each in ValueKind}
    date = ValueKind.DATE.value
    for post, key, place, kind, text, folded, number, is_item, is_own in connection.execute(
        sql, parameters
    ):
        day = folded if kind == date else ""
        one = FieldValue(
            names[key], place, kinds[kind], text, number, day, bool(is_item), bool(is_own)
        )
        found.setdefault(post, []).append(one)
    return found
