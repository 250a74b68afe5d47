"""What the names of a script stand for, followed as far as they are constants."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.data_files.script.tree import (
    Array,
    Call,
    Expression,
    Function,
    Literal,
    Member,
    Name,
    Object,
    Script,
    Template,
    Unknown,
)
from editor_app.core.frontmatter.nodes import Value

_DEEPEST = 10
_LONGEST_TEXT = 10_000
_LONGEST = 100


@dataclass(frozen=True, slots=True)
class Step:
    """One call of a chain: `name(arguments)`."""

    name: str
    arguments: tuple[Expression, ...]
    start: int


@dataclass(frozen=True, slots=True)
class Scope:
    """The names at the top of a script."""

    script: Script

    def resolved(self, expression: Expression | None, depth: int = 0) -> Expression:
        """What a name stands for, and a member of an object that has one; else the thing itself."""
        if expression is None or depth > _DEEPEST:
            return Unknown()
        if isinstance(expression, Name):
            value = self.script.names.get(expression.name)
            return expression if value is None else self.resolved(value, depth + 1)
        if isinstance(expression, Member):
            of = self.resolved(expression.of, depth + 1)
            value = of.value(expression.name) if isinstance(of, Object) else None
            return expression if value is None else self.resolved(value, depth + 1)
        return expression

    def text(self, expression: Expression | None) -> str | None:
        """A text that is known without running anything."""
        found = self.value(expression)
        return found if isinstance(found, str) else None

    def texts(self, expression: Expression | None) -> tuple[str, ...] | None:
        """A text or a list of texts."""
        value = self.value(expression)
        items = value if isinstance(value, list) else [value]
        found = tuple(each for each in items if isinstance(each, str))
        return found if len(found) == len(items) else None

    def value(self, expression: Expression | None) -> Value:
        """A value of data; None also for what is not known."""
        return _Values(self).of(expression)

    def chain(self, expression: Expression) -> tuple[Step, ...]:
        """A value as calls: `z.string().max(9)` is `string`, `max`; names are followed.

        `z.coerce.date()` is `coerce.date`. Where the beginning is not known, the
        first step has no name.
        """
        steps: list[Step] = []
        value: Expression = self.resolved(expression)
        while isinstance(value, Call) and len(steps) < _LONGEST:
            name, of = self._called(value.function)
            steps.append(Step(name, value.arguments, value.start))
            if of is None:
                return tuple(reversed(steps))
            value = self.resolved(of)
        return (Step("", (), value.start), *reversed(steps))

    def _called(self, function: Expression) -> tuple[str, Expression | None]:
        """The name of what is called, and the value of which it is a method, if it is one."""
        if isinstance(function, Name):
            return function.name, None
        names: list[str] = []
        while isinstance(function, Member) and len(names) < _DEEPEST:
            names.append(function.name)
            if isinstance(function.of, Name) and self._is_library(function.of.name):
                return ".".join(reversed(names)), None
            if not isinstance(function.of, Member):
                return names[0], function.of
            function = function.of
        return "", None

    def _is_library(self, name: str) -> bool:
        """Whether a name is that of a library or of a function's context, as `ctx.image()`."""
        origin = self.script.imports.get(name)
        is_local = origin is not None and origin.module.startswith((".", "/", "@/", "~", "#"))
        return name not in self.script.names and not is_local


@dataclass(slots=True)
class _Values:
    """Makes one value; names may stand for one another, so what it looks at is counted."""

    scope: Scope
    left: int = 5_000

    def of(self, expression: Expression | None, depth: int = 0) -> Value:
        self.left -= 1
        found = self.scope.resolved(expression)
        if isinstance(found, Literal):
            return found.value
        if self.left < 0 or depth > _DEEPEST:
            return None
        if isinstance(found, Template):
            parts = [self.of(part, depth + 1) for part in found.parts]
            is_known = all(isinstance(part, str | int) for part in parts)
            return "".join(map(str, parts))[:_LONGEST_TEXT] if is_known else None
        if isinstance(found, Array):
            return [self.of(item, depth + 1) for item in found.items]
        if isinstance(found, Object):
            return {each.key: self.of(each.value, depth + 1) for each in found.properties}
        return None


def returned(expression: Expression) -> Expression:
    """What a function gives, any other value itself."""
    return expression.result if isinstance(expression, Function) else expression
