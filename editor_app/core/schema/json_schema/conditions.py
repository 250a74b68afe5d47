"""`if`, `not` and dependencies as conditions on values, as far as those can say it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from editor_app.core.frontmatter.nodes import Entry, Node, Path, Value
from editor_app.core.frontmatter.nodes import Sequence as Items
from editor_app.core.frontmatter.values import value_of
from editor_app.core.schema.json_schema.keywords import Keywords, is_number, scalar
from editor_app.core.schema.json_schema.library import Part
from editor_app.core.schema.schema import Condition, Test
from editor_app.core.schema.shapes import of_javascript

Group = tuple[Condition, ...]
"""All of them are met."""

_DEEPEST = 8
_MOST_GROUPS = 16

_OF_AN_OBJECT = frozenset({"properties", "required", "not"})
_OF_A_VALUE = frozenset(
    {"const", "enum", "pattern", "exclusiveMinimum", "exclusiveMaximum", "contains", "not"}
)
_NO_TESTS = frozenset({"type", "allOf", "$ref", "$comment", "title", "description"})
_OPPOSITES = {
    Test.IS: Test.IS_NOT,
    Test.IS_NOT: Test.IS,
    Test.IS_PRESENT: Test.IS_ABSENT,
    Test.IS_ABSENT: Test.IS_PRESENT,
}


@dataclass(frozen=True, slots=True)
class Conditional:
    """What holds besides where all conditions of one group are met."""

    groups: tuple[Group, ...]
    required: tuple[str, ...]
    then: Keywords


def conditionals(keywords: Keywords, depth: int = 0) -> Iterator[Conditional]:
    """What a schema of an object says of only some; conditions that can't be said are left out."""
    for each in (*_branches(keywords), *_dependent(keywords)):
        yield each
        for inner in conditionals(each.then, depth + 1) if depth < _DEEPEST else ():
            pairs = islice(product(each.groups, inner.groups), _MOST_GROUPS)
            groups = tuple(one + other for one, other in pairs)
            yield Conditional(groups, inner.required, inner.then)


def opposite(group: Group, required: tuple[str, ...] = ()) -> tuple[Group, ...] | None:
    """When not all conditions are met: one of these groups is; None where that can't be said.

    A schema holds of a key that is absent, if the key is not `required` besides.
    """
    found: list[Group] = []
    for each in group:
        test = _OPPOSITES.get(each.test)
        if test is None:
            return None
        other = Condition(each.path, test, each.values)
        is_needed = test is Test.IS_NOT and each.path[:1] not in {(key,) for key in required}
        present = (Condition(each.path, Test.IS_PRESENT),) if is_needed else ()
        found.append((*present, other))
    return tuple(found)


def _branches(keywords: Keywords) -> Iterator[Conditional]:
    for part, entry in keywords.found("if"):
        asked = keywords.of(entry.value, part.file)
        group = _of_object(asked, (), 0)
        if not group:
            continue
        opposites = opposite(group, asked.words("required"))
        for name, groups in (("then", (group,)), ("else", opposites)):
            branch = part.entries.get(name)
            if branch is not None and groups:
                then = keywords.of(branch.value, part.file)
                yield Conditional(groups, then.words("required"), then)


def _dependent(keywords: Keywords) -> Iterator[Conditional]:
    """Where a key is present, others are required, or a schema holds."""
    for name in ("dependentRequired", "dependentSchemas", "dependencies"):
        for key, places in keywords.schemas(name).items():
            groups = ((Condition((key,), Test.IS_PRESENT),),)
            for part, entry in places:
                yield _depending(keywords, groups, part, entry)


def _depending(
    keywords: Keywords, groups: tuple[Group, ...], part: Part, entry: Entry
) -> Conditional:
    if isinstance(entry.value, Items):
        names = tuple(each for item in entry.value.items if isinstance(each := scalar(item), str))
        return Conditional(groups, names, Keywords((), keywords.library))
    then = keywords.of(entry.value, part.file)
    return Conditional(groups, then.words("required"), then)


# --- a schema as conditions: None where they can't say it


def _names(keywords: Keywords) -> set[str]:
    return {name for part in keywords.parts for name in part.entries} - _NO_TESTS


def _of_object(keywords: Keywords, above: Path, depth: int) -> Group | None:
    if depth > _DEEPEST or not _names(keywords) <= _OF_AN_OBJECT:
        return None
    found: list[Condition] = []
    for key, places in keywords.schemas("properties").items():
        group = _of_value(keywords.all_of(places), (*above, key), depth + 1)
        if group is None:
            return None
        found += group
    tested = {each.path[: len(above) + 1] for each in found if each.test is Test.IS}
    for key in keywords.words("required"):
        if (*above, key) not in tested:
            found.append(Condition((*above, key), Test.IS_PRESENT))
    for part, entry in keywords.found("not"):
        asked = keywords.of(entry.value, part.file)
        group = _single_opposite(_of_object(asked, above, depth + 1), asked.words("required"))
        if group is None:
            return None
        found += group
    return tuple(found)


def _of_value(keywords: Keywords, path: Path, depth: int) -> Group | None:
    """The conditions on one value; a key of which only a type is asked has none."""
    names = _names(keywords)
    if names & {"properties", "required"}:
        return _of_object(keywords, path, depth)
    if not names <= _OF_A_VALUE or depth > _DEEPEST:
        return None
    found: list[Condition] = []
    for name in sorted(names):
        for part, entry in keywords.found(name):
            inner = keywords.of(entry.value, part.file)
            group = _of_keyword(inner, name, entry.value, path, depth + 1)
            if group is None:
                return None
            found += group
    if not names and any(keywords.found("type")):
        return None
    return tuple(found)


def _of_keyword(inner: Keywords, name: str, node: Node, path: Path, depth: int) -> Group | None:
    if name == "not":
        return _single_opposite(_of_value(inner, path, depth), tuple(map(str, path[:1])))
    if name == "contains":
        return _of_value(inner, path, depth)
    return _of_constant(name, value_of(node, yaml12=True), path)


def _of_constant(name: str, value: Value, path: Path) -> Group | None:
    if name == "const":
        return (Condition(path, Test.IS, (value,)),)
    if name == "enum" and isinstance(value, list):
        return (Condition(path, Test.IS, tuple(value)),)
    if name == "pattern" and isinstance(value, str):
        found = of_javascript(value)
        return None if isinstance(found, str) else (Condition(path, Test.MATCHES, (found.source,)),)
    if name.startswith("exclusive") and is_number(value):
        test = Test.ABOVE if name == "exclusiveMinimum" else Test.BELOW
        return (Condition(path, test, (value,)),)
    return None


def _single_opposite(group: Group | None, required: tuple[str, ...]) -> Group | None:
    """The opposite of one condition: that of several would be a choice."""
    groups = opposite(group, required) if group is not None and len(group) == 1 else None
    return None if groups is None else groups[0]
