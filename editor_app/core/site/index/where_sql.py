"""A condition in SQL; whatever a user has written is a parameter, never a part of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from editor_app.core.schema.dates import read_date
from editor_app.core.site.index.condition import (
    All,
    Compared,
    Condition,
    Fact,
    Literal,
    Not,
    Operator,
    Present,
    Some,
)
from editor_app.core.site.index.seconds import seconds
from editor_app.core.site.index.where import NUMERIC, number_of, switch_of
from editor_app.core.site.index.words import fold, match_of, phrases
from editor_app.core.site.summary_parts import ValueKind
from editor_app.core.text.pattern import Pattern

Parameter: TypeAlias = str | int | float

MATCHES, FOLDED = "galley_matches", "galley_folded"
"""Functions that a connection must have: of a pattern's number and a text; of a text."""

COLUMNS = {
    Fact.PATH: "posts.path",
    Fact.FOLDER: "posts.folder",
    Fact.TITLE: "posts.title",
    Fact.DAY: "posts.day",
    Fact.DRAFT: "posts.draft",
    Fact.CHARACTERS: "posts.characters",
    Fact.WORDS: "posts.word_count",
    Fact.LINKS: "posts.links",
    Fact.IMAGES: "posts.images",
    Fact.HEADINGS: "posts.headings",
    Fact.SIZE: "posts.size",
    Fact.FAULT: "posts.fault",
}
KEY = "(SELECT id FROM keys WHERE key = ?)"
_TEXTS = f"kind IN ('{ValueKind.TEXT}', '{ValueKind.SWITCH_WORD}')"
_WRITTEN = (
    f"kind IN ('{ValueKind.TEXT}', '{ValueKind.SWITCH_WORD}', '{ValueKind.NUMBER}',"
    f" '{ValueKind.SWITCH}', '{ValueKind.EMPTY}')"
)
"""Named one by one, as an index is of no use for all but some."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Of SQL, with the parameters for its question marks in their order."""

    sql: str
    parameters: tuple[Parameter, ...] = ()


@dataclass(slots=True)
class Compiler:
    """Makes expressions on a row of `posts`; `patterns` are those that they name by number."""

    patterns: list[Pattern] = field(default_factory=list)

    def piece(self, condition: Condition) -> Piece:
        """True for the posts that are wanted."""
        match condition:
            case Not(inner):
                piece = self.piece(inner)
                return Piece(f"NOT ({piece.sql})", piece.parameters)
            case All(parts):
                return self._joined(" AND ", parts)
            case Some(parts):
                return self._joined(" OR ", parts)
            case Present(field):
                return _present(field)
            case Compared(field):
                if isinstance(field, Fact):
                    return self._fact(condition, field)
                return _with_values(field, self._tests(condition))

    def _joined(self, joint: str, parts: tuple[Condition, ...]) -> Piece:
        pieces = [self.piece(each) for each in parts]
        sql = joint.join(f"({each.sql})" for each in pieces)
        return Piece(sql, tuple(each for piece in pieces for each in piece.parameters))

    def _number(self, condition: Compared) -> int:
        assert condition.pattern is not None
        self.patterns.append(condition.pattern)
        return len(self.patterns) - 1

    # --- values of the front matter

    def _tests(self, condition: Compared) -> Iterator[Piece]:
        """On a row of `field_values`; one that is true is enough."""
        literal, operator = condition.literal, condition.operator
        if operator is Operator.CONTAINS:
            yield Piece(f"instr(folded, ?) AND {_WRITTEN}", (fold(literal.text),))
            yield Piece(f"instr(text, ?) AND kind = '{ValueKind.DATE}'", (literal.text,))
        elif operator is Operator.MATCHES:
            yield Piece(f"{MATCHES}(?, text)", (self._number(condition),))
        elif operator is Operator.IS:
            yield from _equal(literal)
        else:
            yield _ordered(literal, operator)

    # --- facts

    def _fact(self, condition: Compared, fact: Fact) -> Piece:
        literal, operator = condition.literal, condition.operator
        if fact is Fact.TEXT:
            match = match_of(phrases(f'"{literal.text}"'))
            within = "posts.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
            return Piece(within, (match,)) if match else Piece("0")
        column = COLUMNS[fact]
        if operator is Operator.CONTAINS:
            return Piece(f"instr({FOLDED}({column}), ?)", (fold(literal.text),))
        if operator is Operator.MATCHES:
            return Piece(f"{MATCHES}(?, {column})", (self._number(condition),))
        return Piece(f"{column} {operator} ?", (_fact_value(fact, literal),))


def _present(field: str | Fact) -> Piece:
    if isinstance(field, Fact):
        return Piece(f"{COLUMNS[field]} NOT IN ('', 0)")
    return _with_values(field, iter((Piece(f"kind <> '{ValueKind.EMPTY}' AND is_own"),)))


def _with_values(key: str, tests: Iterator[Piece]) -> Piece:
    """The posts with a value under a key of which one test is true; each finds its own way."""
    pieces = tuple(tests)
    select = f"SELECT post FROM field_values WHERE key = {KEY} AND"
    sql = " UNION ALL ".join(f"{select} {each.sql}" for each in pieces)
    parameters = tuple(each for piece in pieces for each in (key, *piece.parameters))
    return Piece(f"posts.id IN ({sql})", parameters)


def _equal(literal: Literal) -> Iterator[Piece]:
    switch, number = switch_of(literal), number_of(literal)
    if switch is not None:
        yield Piece(f"kind = '{ValueKind.SWITCH}' AND number = ?", (int(switch),))
        return
    if number is not None:
        yield Piece(f"kind = '{ValueKind.NUMBER}' AND number = ?", (number,))
        yield Piece(f"{_TEXTS} AND folded = ? AND text = ?", (fold(literal.text), literal.text))
        return
    if (date := read_date(literal.text)) is not None:
        if date.time is None:
            yield Piece(f"kind = '{ValueKind.DATE}' AND folded = ?", (date.date.isoformat(),))
        else:
            yield Piece(f"kind = '{ValueKind.DATE}' AND number = ?", (seconds(date),))
    yield Piece(f"{_WRITTEN} AND folded = ? AND text = ?", (fold(literal.text), literal.text))


def _ordered(literal: Literal, operator: Operator) -> Piece:
    number = number_of(literal)
    if number is not None:
        return Piece(f"kind = '{ValueKind.NUMBER}' AND number {operator} ?", (number,))
    if (date := read_date(literal.text)) is None:
        return Piece(f"{_TEXTS} AND folded {operator} ?", (fold(literal.text),))
    if date.time is None:
        return Piece(f"kind = '{ValueKind.DATE}' AND folded {operator} ?", (date.date.isoformat(),))
    return Piece(f"kind = '{ValueKind.DATE}' AND number {operator} ?", (seconds(date),))


def _fact_value(fact: Fact, literal: Literal) -> Parameter:
    """What a fact is compared with; `where.py` has proved that it can be."""
    if fact in NUMERIC:
        return number_of(literal) or 0
    if fact is Fact.DRAFT:
        return int(switch_of(literal) or False)
    date = read_date(literal.text) if fact is Fact.DAY else None
    return literal.text if date is None else date.date.isoformat()
