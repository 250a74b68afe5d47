"""Read a condition on posts as a user writes it: `draft = true and tags has "AI"`.

    field                    the field says something: it is there, and not empty
    field = value            its value, or an item of its list, is this one; != is the opposite
    field has value          the same, for lists
    field < value            and <=, >, >=: of numbers, dates and texts
    field contains value     the value is a part of its text, in whatever width and case
    field ~ value            the regular expression is found in its text
    not, and, or, ( )        in this order of strength

A field is a key of the front matter, `author.name` one inside of another. With @ stands
what Galley knows of the post: `@path`, `@words`, `@text` and others. A value with spaces
or signs stands in quotes, in which a quote is written twice and a backslash means itself.
Without quotes `true` and `false` are switches, and `2026-01-31` is a day.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from editor_app.core.schema.dates import read_date
from editor_app.core.site.index.condition import (
    All,
    Compared,
    Condition,
    Fact,
    Field,
    Literal,
    Not,
    Operator,
    Present,
    Some,
)
from editor_app.core.text.expressions import expression
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import fault

LONGEST = 10_000
MOST_TESTS = 100
DEEPEST = 50
NUMERIC = frozenset(
    {Fact.CHARACTERS, Fact.WORDS, Fact.LINKS, Fact.IMAGES, Fact.HEADINGS, Fact.SIZE}
)
_TOKEN = expression(
    r"""\s*(?:(?P<sign>!=|<=|>=|[=<>~()])|(?P<quoted>"(?:[^"]|"")*"|'(?:[^']|'')*')"""
    r"""|(?P<open>["'])|(?P<bare>[^\s=<>~()!"']+)|(?P<other>\S)|$)"""
)
_NUMBER = expression(r"[-+]?\d{1,15}(?:\.\d{1,15})?")
_SIGNS = {
    "=": Operator.IS,
    "!=": Operator.IS,
    "has": Operator.IS,
    "<": Operator.LESS,
    "<=": Operator.AT_MOST,
    ">": Operator.MORE,
    ">=": Operator.AT_LEAST,
    "~": Operator.MATCHES,
    "contains": Operator.CONTAINS,
}
_ORDERED = frozenset({Operator.LESS, Operator.AT_MOST, Operator.MORE, Operator.AT_LEAST})
_JOINING = frozenset({"and", "or"})

_TOO_LONG = "column {column}: the condition is too long"
_TOO_DEEP = "column {column}: there are too many parentheses or nots inside each other"
_OPEN_QUOTE = "column {column}: this quote is not closed"
_OPEN_PARENTHESIS = "column {column}: this parenthesis is not closed"
_NOT_OPENED = "column {column}: this parenthesis was not opened"
_NO_FIELD = "column {column}: the name of a field is missing"
_NO_FIELD_BUT = "column {column}: a field's name belongs here, not {found}"
_NO_VALUE = "column {column}: a value is missing after {operator}"
_NOTHING_FOLLOWS = "column {column}: {found} is not understood here; after a test comes and or or"
_NO_FACT = "column {column}: there is no @{name}; known are {names}"
_NO_ORDER = "column {column}: nothing is more or less than {value}"
_NO_NUMBER = "column {column}: {value} is no number"
_NO_DAY = "column {column}: {value} is no day such as 2026-01-31"
_NO_SWITCH = "column {column}: {value} is neither true nor false"
_NO_PATTERN = "column {column}: the expression can't be used: {reason}"
_NO_WORDS = "column {column}: after @text comes contains with words"
_NOT_ASKED = "column {column}: {operator} can't be asked of @{name}"


@dataclass(frozen=True, slots=True)
class WhereFault:
    """What is wrong with a condition, at which column from 1 on; a template and its values."""

    template: str
    column: int
    values: tuple[tuple[str, str], ...] = ()

    def message(self, translate: Callable[[str], str]) -> str:
        return translate(self.template).format(column=self.column, **dict(self.values))


def read_where(text: str) -> Condition | WhereFault:
    """The condition that is written; never raises."""
    if len(text) > LONGEST:
        return WhereFault(_TOO_LONG, LONGEST + 1)
    try:
        reader = _Reader(_tokens(text))
        return reader.whole()
    except _Wrong as error:
        return error.fault


def read_field(text: str) -> Field | WhereFault:
    """The field that a name stands for, such as that of a column."""
    try:
        return _field(_Token("bare", text, 1))
    except _Wrong as error:
        return error.fault


def number_of(literal: Literal) -> float | None:
    """The number that is meant."""
    is_number = not literal.is_quoted and _NUMBER.fullmatch(literal.text)
    return float(literal.text) if is_number else None


def switch_of(literal: Literal) -> bool | None:
    """The switch that is meant."""
    words = {"true": True, "false": False}
    return None if literal.is_quoted else words.get(literal.text.lower())


class _Wrong(Exception):
    def __init__(self, template: str, column: int, **values: str) -> None:
        super().__init__(template)
        self.fault = WhereFault(template, column, tuple(values.items()))


@dataclass(frozen=True, slots=True)
class _Token:
    """`kind` is sign, quoted, bare, or end."""

    kind: str
    text: str
    column: int

    @property
    def word(self) -> str:
        """The sign or word that joins, denies or compares, else empty."""
        return self.text.lower() if self.kind in {"sign", "bare"} else ""


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    while match := _TOKEN.match(text, at):
        kind = match.lastgroup
        if kind is None:
            break
        column = match.start(kind) + 1
        said = match[kind]
        if kind == "open":
            raise _Wrong(_OPEN_QUOTE, column)
        if kind == "other":
            raise _Wrong(_NOTHING_FOLLOWS, column, found=said)
        if kind == "quoted":
            said = said[1:-1].replace(said[0] * 2, said[0])
        found.append(_Token(kind, said, column))
        at = match.end()
    found.append(_Token("end", "", len(text) + 1))
    return found


class _Reader:
    """Goes through the tokens once."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._tests = 0

    def whole(self) -> Condition:
        condition = self._some(0)
        rest = self._next
        if rest.word == ")":
            raise _Wrong(_NOT_OPENED, rest.column)
        if rest.kind != "end":
            raise _Wrong(_NOTHING_FOLLOWS, rest.column, found=rest.text)
        return condition

    @property
    def _next(self) -> _Token:
        return self._tokens[self._at]

    def _take(self) -> _Token:
        token = self._next
        self._at += token.kind != "end"
        return token

    def _some(self, depth: int) -> Condition:
        parts = [self._all(depth)]
        while self._next.word == "or":
            self._take()
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _all(self, depth: int) -> Condition:
        parts = [self._one(depth)]
        while self._next.word == "and":
            self._take()
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Condition:
        token = self._next
        if depth > DEEPEST:
            raise _Wrong(_TOO_DEEP, token.column)
        if token.word == "not":
            self._take()
            return Not(self._one(depth + 1))
        if token.word != "(":
            return self._test()
        self._take()
        inner = self._some(depth + 1)
        if self._next.kind == "end":
            raise _Wrong(_OPEN_PARENTHESIS, token.column)
        if self._next.word != ")":
            raise _Wrong(_NOTHING_FOLLOWS, self._next.column, found=self._next.text)
        self._take()
        return inner

    def _test(self) -> Condition:
        token = self._take()
        self._tests += 1
        if self._tests > MOST_TESTS:
            raise _Wrong(_TOO_LONG, token.column)
        field = _field(token)
        sign = self._next
        operator = _SIGNS.get(sign.word)
        if operator is None:
            if field is Fact.TEXT:
                raise _Wrong(_NO_WORDS, token.column)
            return Present(field)
        self._take()
        value = self._take()
        if value.kind not in {"bare", "quoted"} or value.word in _JOINING:
            raise _Wrong(_NO_VALUE, value.column, operator=sign.text)
        literal = Literal(value.text, value.kind == "quoted")
        pattern = Pattern(value.text) if operator is Operator.MATCHES else None
        compared = Compared(field, operator, literal, pattern)
        _prove(compared, sign, value)
        return Not(compared) if sign.text == "!=" else compared


def _field(token: _Token) -> Field:
    if token.kind == "end":
        raise _Wrong(_NO_FIELD, token.column)
    if token.kind == "sign" or (token.kind == "bare" and token.word in {*_JOINING, "not"}):
        raise _Wrong(_NO_FIELD_BUT, token.column, found=token.text)
    if token.kind == "quoted" or not token.text.startswith("@"):
        return token.text
    try:
        return Fact(token.text[1:].lower())
    except ValueError:
        names = ", ".join(f"@{each}" for each in Fact)
        raise _Wrong(_NO_FACT, token.column, name=token.text[1:], names=names) from None


def _prove(asked: Compared, sign: _Token, value: _Token) -> None:
    """That the question has a meaning."""
    literal, field = asked.literal, asked.field
    if asked.pattern is not None:
        reason = fault(asked.pattern)
        if reason is not None:
            raise _Wrong(_NO_PATTERN, value.column, reason=reason)
    if asked.operator in _ORDERED and switch_of(literal) is not None:
        raise _Wrong(_NO_ORDER, value.column, value=literal.text)
    if not isinstance(field, Fact):
        return
    is_part = asked.operator in {Operator.CONTAINS, Operator.MATCHES}
    is_word = field in NUMERIC or field in {Fact.DAY, Fact.DRAFT}
    if (field is Fact.TEXT and asked.operator is not Operator.CONTAINS) or (is_part and is_word):
        raise _Wrong(_NOT_ASKED, sign.column, operator=sign.text, name=field)
    if field is Fact.DRAFT and asked.operator in _ORDERED:
        raise _Wrong(_NOT_ASKED, sign.column, operator=sign.text, name=field)
    if field in NUMERIC and number_of(literal) is None:
        raise _Wrong(_NO_NUMBER, value.column, value=literal.text)
    if field is Fact.DAY and read_date(literal.text) is None:
        raise _Wrong(_NO_DAY, value.column, value=literal.text)
    if field is Fact.DRAFT and switch_of(literal) is None:
        raise _Wrong(_NO_SWITCH, value.column, value=literal.text)
