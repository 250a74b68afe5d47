"""What stands in a script, as far as settings are written so; all else is UNKNOWN."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias, Union

Expression: TypeAlias = Union[
    "Literal",
    "Template",
    "Regex",
    "Name",
    "Member",
    "Call",
    "Array",
    "Object",
    "Function",
    "Unknown",
]


@dataclass(frozen=True, slots=True)
class Unknown:
    """What is not read."""

    start: int = 0


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, a number, a truth value or nothing."""

    value: str | float | bool | None
    start: int


@dataclass(frozen=True, slots=True)
class Regex:
    """`/source/flags`."""

    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Template:
    """Texts and what stands between them in `${}`."""

    parts: tuple[Expression, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Name:
    name: str
    start: int


@dataclass(frozen=True, slots=True)
class Member:
    """`of.name`."""

    of: Expression
    name: str
    start: int


@dataclass(frozen=True, slots=True)
class Call:
    function: Expression
    arguments: tuple[Expression, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Array:
    items: tuple[Expression, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Property:
    """`key: value`; a key that is empty stands for `...value`. `start` is the key's place."""

    key: str
    value: Expression
    start: int


@dataclass(frozen=True, slots=True)
class Object:
    properties: tuple[Property, ...]
    start: int

    def value(self, key: str) -> Expression | None:
        """Of equal keys the last, as the language takes it."""
        return next((each.value for each in reversed(self.properties) if each.key == key), None)


@dataclass(frozen=True, slots=True)
class Function:
    """What it returns."""

    result: Expression
    start: int


@dataclass(frozen=True, slots=True)
class Import:
    """Where a name comes from: `name` of a module, "default" or "*"."""

    module: str
    name: str


@dataclass(frozen=True, slots=True)
class Script:
    """The names that a script gives at its top, and what it exports by default."""

    names: dict[str, Expression] = field(default_factory=dict)
    imports: dict[str, Import] = field(default_factory=dict)
    default: Expression | None = None
