"""The fields of an object, where some count only beside certain values of others."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.schema.json_schema.common import common
from editor_app.core.schema.json_schema.conditions import Group, opposite
from editor_app.core.schema.schema import Condition, SchemaField, Test

Fields = dict[str, SchemaField]


@dataclass(frozen=True, slots=True)
class Members:
    """The fields of an object by key; `is_closed` where no other key fits."""

    fields: Fields
    is_closed: bool | None = None


def with_variants(
    fields: Fields, variants: Sequence[Members], required: Container[str] = ()
) -> Fields:
    """The fields of an object that has to be as one of several says.

    Where one key has other constants in each of them, and has to be there, it
    decides which fields count. `required` keys are so beside all variants.
    """
    found = dict(fields)
    decider = _decider(variants, required)
    values = [_constants(each, decider) for each in variants]
    for key in dict.fromkeys(key for each in variants for key in each.fields):
        owners = [number for number, each in enumerate(variants) if key in each.fields]
        said = [variants[number].fields[key] for number in owners]
        needing = [number for number in owners if variants[number].fields[key].required]
        is_needed = len(needing) == len(variants)
        field = replace(common(said), required=is_needed)
        if decider and key != decider:
            if len(owners) < len(variants):
                field = replace(field, conditions=(_is_one(decider, values, owners),))
            if needing and not is_needed:
                field = replace(field, required_if=((_is_one(decider, values, needing),),))
        found[key] = _with_words(field, found.get(key))
    return found


def _with_words(field: SchemaField, base: SchemaField | None) -> SchemaField:
    """The field, with what is said of it beside all variants."""
    if base is None:
        return field
    return replace(
        field,
        said=base.said,
        kind=field.kind or base.kind,
        label=base.label or field.label,
        help=base.help or field.help,
        required=base.required or field.required,
        placeholder=base.placeholder or field.placeholder,
    )


def _decider(variants: Sequence[Members], required: Container[str]) -> str:
    """The key whose values tell the variants apart; empty where there is none."""
    if len(variants) < 2:
        return ""
    for key in variants[0].fields:
        seen: set[str] = set()
        for each in variants:
            values = {repr(value) for value in _constants(each, key)}
            is_needed = key in required or _is_required(each, key)
            if not values or values & seen or not is_needed:
                break
            seen |= values
        else:
            return key
    return ""


def _is_required(variant: Members, key: str) -> bool:
    return key in variant.fields and bool(variant.fields[key].required)


def _constants(variant: Members, key: str) -> tuple[Value, ...]:
    field = variant.fields.get(key)
    is_limited = field is not None and field.is_limit
    return tuple(choice.value for choice in field.choices) if field and is_limited else ()


def _is_one(decider: str, values: Sequence[tuple[Value, ...]], numbers: Iterable[int]) -> Condition:
    wanted = tuple(value for number in numbers for value in values[number])
    return Condition((decider,), Test.IS, wanted)


def required_where(field: SchemaField, groups: tuple[Group, ...]) -> SchemaField:
    """The field, required also where the conditions of one group are met."""
    if field.required:
        return field
    each = {repr(group): group for group in (*field.required_if, *groups)}
    return replace(field, required_if=tuple(each.values()))


def counting_where(field: SchemaField, groups: tuple[Group, ...]) -> SchemaField:
    """The field, which counts only where one group is met, if conditions can say that."""
    return replace(field, conditions=groups[0]) if len(groups) == 1 else field


def counting_where_not(field: SchemaField, groups: tuple[Group, ...]) -> SchemaField:
    """The field, which must not be there where one group is met."""
    others = opposite(groups[0], _keys(groups[0])) if len(groups) == 1 else None
    if others is None or len(others) != 1:
        return field
    return replace(field, conditions=(*field.conditions, *others[0]))


def _keys(group: Group) -> tuple[str, ...]:
    return tuple(str(each.path[0]) for each in group)


def counting_in_either(one: SchemaField, other: SchemaField) -> SchemaField:
    """A field that counts where it counts as one or the other says."""
    first, second = one.conditions, other.conditions
    field = common([replace(one, conditions=()), replace(other, conditions=())])
    if len(first) == len(second) == 1:
        a, b = first[0], second[0]
        if a.path == b.path and a.test is b.test is Test.IS:
            return replace(field, conditions=(replace(a, values=(*a.values, *b.values)),))
    return field
