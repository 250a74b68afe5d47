"""Conditions of Decap CMS and its kin: `filter` of a collection, `condition` of a field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from editor_app.core.data_files.table import Table
from editor_app.core.frontmatter.nodes import Mapping, Sequence, Value
from editor_app.core.schema.schema import Condition, Test
from editor_app.core.schema.shapes import WRONG_PATTERN, of_javascript


def conditions(table: Table, is_in_list: bool, is_deeper: bool) -> tuple[Condition, ...]:
    """Those of a field (Static CMS): of several, one is enough.

    In a list they count from its item. So a part that stands deeper in the item
    can't be told from here to where its condition leads; that is left to `options`.
    """
    if is_deeper or not table.has("condition"):
        return ()
    rules = list(_rules(table, "condition"))
    found = [_all(rule, from_root=not is_in_list) for rule in rules]
    known = [each for each in found if each]
    if len(known) == len(found) == 1:
        return known[0]
    # Of several that each ask for all of some values none can be said to be enough.
    if not known or len(known) < len(found) or any(len(each) > 1 for each in known):
        table.keep("condition")
        return ()
    first, *others = [each[0] for each in known]
    more = tuple(one for other in others for one in (other, *other.alternatives))
    return (replace(first, alternatives=(*first.alternatives, *more)),)


def filters(table: Table, has_literals: bool) -> tuple[Condition, ...]:
    """Those of a collection: all have to be met."""
    found = [
        _all(rule, from_root=True, has_literals=has_literals) for rule in _rules(table, "filter")
    ]
    return tuple(one for each in found if each for one in each)


def _rules(table: Table, name: str) -> Iterator[Table]:
    """One rule, or a list of them."""
    entry = table.entry(name)
    if entry is None or table.is_nothing(entry.value):
        return
    if isinstance(entry.value, Sequence):
        yield from table.objects(name)
    elif isinstance(entry.value, Mapping):
        yield table.inner(entry.value, name)
    else:
        table.wrong(name, "{key} is not a table")


def _all(
    rule: Table, *, from_root: bool, has_literals: bool = False
) -> tuple[Condition, ...] | None:
    """What a rule asks for; None where that can't be said."""
    field = rule.text("field") if rule.has("pattern") else rule.needed("field")
    if field is None:
        return None
    path = tuple(step for step in field.text.removesuffix(".*").split(".") if step)
    if not path:
        return None
    if rule.has("pattern"):
        return _matching(rule, Condition(path, Test.MATCHES, (), from_root), has_literals)
    if not rule.has("value"):  # Decap compares with nothing
        return (Condition(path, Test.IS_ABSENT, (), from_root),)
    entry = rule.entry("value")
    value: Value = None if entry is None else rule.value_of(entry.value)
    values = tuple(value) if isinstance(value, list) else (value,)
    condition = Condition(path, Test.IS, values, from_root)
    if rule.flag("matchAll"):
        return tuple(replace(condition, values=(each,)) for each in values)
    if any(each in {None, ""} for each in values if not isinstance(each, list | dict)):
        absent = Condition(path, Test.IS_ABSENT, (), from_root)
        return (replace(condition, alternatives=(absent,)),)
    return (condition,)


def _matching(
    rule: Table, condition: Condition, has_literals: bool
) -> tuple[Condition, ...] | None:
    source = rule.text("pattern")
    if source is None:
        return None
    found = of_javascript(source.text, has_literals=has_literals)
    if isinstance(found, str):
        rule.tell(source.span, "pattern", WRONG_PATTERN, reason=found)
        return None
    flags = "(?i)" if found.ignores_case else ""
    return (replace(condition, values=(flags + found.source,)),)
