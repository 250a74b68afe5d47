"""Whether a field counts or is required, or a collection applies: conditions on a post's values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import ge, gt, le, lt

from editor_app.core.frontmatter.nodes import Path, Value
from editor_app.core.schema.schema import Condition, SchemaField, Test
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import Clock

_ORDERS: Mapping[Test, Callable[[float, float], bool]] = {
    Test.ABOVE: gt,
    Test.BELOW: lt,
    Test.AT_LEAST: ge,
    Test.AT_MOST: le,
}
_SECONDS = 0.1
_ABSENT = object()


def holds(
    conditions: Iterable[Condition], root: Mapping[str, Value], around: Mapping[str, Value]
) -> bool:
    """Whether all are met; `around` is the mapping in which the field stands."""
    return all(
        _holds(each, root, around)
        or any(_holds(other, root, around) for other in each.alternatives)
        for each in conditions
    )


def is_required(field: SchemaField, root: Mapping[str, Value], around: Mapping[str, Value]) -> bool:
    """Whether a field has to be there, always or with these values."""
    return bool(field.required) or any(holds(each, root, around) for each in field.required_if)


def _holds(condition: Condition, root: Mapping[str, Value], around: Mapping[str, Value]) -> bool:
    value = _at(root if condition.from_root else around, condition.path)
    wanted: tuple[object, ...] = condition.values
    if condition.ignores_case:
        value, wanted = _lower(value), tuple(map(_lower, wanted))
    test = condition.test
    if test is Test.IS_ABSENT:
        return value is _ABSENT
    if test is Test.IS_PRESENT:
        return value is not _ABSENT
    if test is Test.IS_NOT:
        return not _is_one(value, wanted)
    return _compares(test, value, wanted)


def _lower(value: object) -> object:
    """Of a text, or of those in a list."""
    if isinstance(value, list):
        return [_lower(item) for item in value]
    return value.lower() if isinstance(value, str) else value


def _at(value: object, path: Path) -> object:
    for step in path:
        value = _inner(value, step)
    return value


def _inner(value: object, step: str | int) -> object:
    if isinstance(value, Mapping):
        return value.get(step, _ABSENT)
    if isinstance(value, list) and isinstance(step, int) and 0 <= step < len(value):
        return value[step]
    return _ABSENT


def _compares(test: Test, value: object, wanted: tuple[object, ...]) -> bool:
    if test is Test.IS:
        return _is_one(value, wanted)
    if test in _ORDERS:
        return any(_is_beyond(test, value, each) for each in wanted)
    if test in {Test.CONTAINS, Test.LACKS}:
        return _contains(value, wanted) is (test is Test.CONTAINS)
    texts = [_text(item) for item in (value if isinstance(value, list) else [value])]
    return any(_fits(test, text, _text(each)) for text in texts for each in wanted)


def _is_one(value: object, wanted: tuple[object, ...]) -> bool:
    """Whether a value, or an item of a list, is one of several; a list may be one as a whole."""
    items = [*value, value] if isinstance(value, list) else [value]
    return any(_is_same(item, each) for item in items for each in wanted)


def _is_same(one: object, other: object) -> bool:
    """Equal as YAML sees it: true is not 1."""
    return one == other and isinstance(one, bool) == isinstance(other, bool)


def _is_beyond(test: Test, value: object, wanted: object) -> bool:
    if not isinstance(value, int | float) or not isinstance(wanted, int | float):
        return False
    return _ORDERS[test](value, wanted)


def _contains(value: object, wanted: tuple[object, ...]) -> bool:
    if isinstance(value, list):
        return _is_one(value, wanted)
    return any(_text(each) in _text(value) for each in wanted)


def _fits(test: Test, text: str, wanted: str) -> bool:
    if test is Test.MATCHES:
        return bool(Clock(_SECONDS).is_in(Pattern(wanted), text))
    if test is Test.STARTS:
        return text.startswith(wanted)
    return text.endswith(wanted)


def _text(value: object) -> str:
    if value is None or value is _ABSENT:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
