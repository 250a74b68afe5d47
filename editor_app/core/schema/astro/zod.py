"""Zod schemas of a script as fields, for the calls that are known; others leave a field open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from editor_app.core.data_files.script.scope import Scope, Step, returned
from editor_app.core.data_files.script.tree import Array, Expression, Member, Object, Property
from editor_app.core.schema.astro.checks import checked
from editor_app.core.schema.json_schema.common import common
from editor_app.core.schema.json_schema.members import Members, with_variants
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Choice, Relation, Said, SchemaField

MOST_FIELDS = 2_000

_DEEPEST = 12
_KINDS: Mapping[str, FieldKind] = {
    "string": FieldKind.LINE,
    "email": FieldKind.LINE,
    "url": FieldKind.LINE,
    "uuid": FieldKind.LINE,
    "iso.date": FieldKind.DATE,
    "iso.datetime": FieldKind.DATE_TIME,
    "iso.time": FieldKind.TIME,
    "number": FieldKind.NUMBER,
    "int": FieldKind.NUMBER,
    "bigint": FieldKind.NUMBER,
    "boolean": FieldKind.SWITCH,
    "date": FieldKind.DATE,
    "coerce.date": FieldKind.DATE,
    "image": FieldKind.IMAGE,
    "record": FieldKind.OBJECT,
    "map": FieldKind.OBJECT,
    "tuple": FieldKind.RAW,
}
_NOTHING = frozenset({"null", "undefined", "void", "never"})
_OBJECTS = frozenset({"object", "strictObject", "looseObject", "interface"})
_AROUND = {"lazy": 0, "preprocess": 1, "pipe": 0, "readonly": 0}
"""Functions that take a schema, and its place among what they are given."""

_FIRST_OF_STEP = frozenset({"optional", "nullable", "nullish", "prefault", "catch", "_default"})


@dataclass(slots=True)
class ZodReader:
    """Reads the schemas of one script; `left` is how many fields may still come of it.

    `relations` says to what the name of a collection leads, `said` where an offset is.
    """

    scope: Scope
    said: Callable[[int], Said]
    relations: Mapping[str, Relation]
    left: int = MOST_FIELDS

    def schema(self, expression: Expression) -> SchemaField:
        """A whole schema, or the function that gives it."""
        return self.field("", expression, 0)

    def field(self, key: str, expression: Expression, start: int, depth: int = 0) -> SchemaField:
        said = self.said(start)
        self.left -= 1
        if depth > _DEEPEST or self.left < 0:
            return SchemaField(key=key, said=said)
        first, *others = self.scope.chain(returned(self.scope.resolved(expression)))
        found = self._type(SchemaField(key=key, said=said, required=True), first, depth)
        if found.kind is not None and not first.name.startswith("coerce."):
            found = replace(found, is_nullable=bool(found.is_nullable))
        for step in others:
            found = self._after(found, step, depth)
        return found

    # --- what a schema begins with

    def _type(self, base: SchemaField, step: Step, depth: int) -> SchemaField:
        name, arguments = step.name, step.arguments
        first = arguments[0] if arguments else None
        if name in _FIRST_OF_STEP and first is not None:
            inner = self._inner(base, first, depth)
            return self._after(inner, Step(name.strip("_"), arguments[1:], step.start), depth)
        if name in _AROUND and len(arguments) > _AROUND[name]:
            return self._inner(base, arguments[_AROUND[name]], depth)
        if name in _OBJECTS:
            fields = tuple(self._fields(first, depth))
            is_closed = True if name == "strictObject" else None
            return replace(base, kind=FieldKind.OBJECT, fields=fields, is_closed=is_closed)
        if name in {"array", "set"} and first is not None:
            return _list_of(base, self._inner(base, first, depth))
        if name == "union":
            return self._one_of(base, self._items(first), depth)
        if name in {"discriminatedUnion", "switch"} and len(arguments) > 1:
            return self._variants(base, self._items(arguments[1]), depth)
        if name == "intersection" and len(arguments) > 1:
            one, other = (self._inner(base, each, depth) for each in arguments[:2])
            return replace(one, fields=_joined(one.fields, other.fields))
        if name in {"enum", "nativeEnum", "literal"}:
            return self._choice(base, first)
        if name == "docsSchema":
            return self._docs(base, first, depth)
        if name == "reference":
            target = self.scope.text(first)
            relation = None if target is None else self.relations.get(target, Relation(target))
            return replace(base, kind=FieldKind.RELATION, relation=relation)
        return self._plain(base, name)

    def _docs(self, base: SchemaField, options: Expression | None, depth: int) -> SchemaField:
        """What a site adds to the schema of Starlight; that of Starlight itself is not known."""
        value = self.scope.resolved(options)
        extended = value.value("extend") if isinstance(value, Object) else None
        return base if extended is None else self._inner(base, extended, depth)

    def _plain(self, base: SchemaField, name: str) -> SchemaField:
        if name in _NOTHING:
            return replace(base, kind=FieldKind.RAW, is_nullable=True)
        kind = _KINDS.get(name)
        is_known = kind is not None or name.startswith("coerce.")
        found = replace(base, kind=kind, required=True if is_known else None)
        if name == "date":
            return replace(found, only_plain=True)
        if name in {"email", "url", "uuid"}:
            return replace(found, options=(("format", name),))
        return replace(found, is_whole=True) if name in {"int", "bigint"} else found

    def _inner(self, base: SchemaField, expression: Expression, depth: int) -> SchemaField:
        found = self.field(base.key, expression, 0, depth + 1)
        return replace(found, said=base.said)

    def _items(self, expression: Expression | None) -> tuple[Expression, ...]:
        value = self.scope.resolved(expression)
        return value.items if isinstance(value, Array) else ()

    def _fields(self, expression: Expression | None, depth: int) -> Iterator[SchemaField]:
        """The fields of an object, with those that it takes over from others (`...other`)."""
        value = self.scope.resolved(expression)
        for each in value.properties if isinstance(value, Object) else ():
            if each.key:
                yield self.field(each.key, each.value, each.start, depth + 1)
            elif depth < _DEEPEST and self.left > 0:
                self.left -= 1
                yield from self._spread(each, depth + 1)

    def _spread(self, each: Property, depth: int) -> Iterator[SchemaField]:
        if isinstance(each.value, Member) and each.value.name == "shape":
            yield from self.field("", each.value.of, each.start, depth).fields
        else:
            yield from self._fields(each.value, depth)

    def _choice(self, base: SchemaField, expression: Expression | None) -> SchemaField:
        value = self.scope.value(expression)
        values = list(value.values()) if isinstance(value, dict) else value
        listed = values if isinstance(values, list) else [values]
        choices = tuple(Choice(each) for each in listed if isinstance(each, str | int | float))
        if not choices or len(choices) < len(listed):
            return replace(base, kind=FieldKind.LINE if isinstance(values, list) else None)
        is_switch = all(isinstance(choice.value, bool) for choice in choices)
        kind = FieldKind.SWITCH if is_switch else FieldKind.CHOICE
        return replace(base, kind=kind, choices=choices, is_limit=True)

    def _one_of(
        self, base: SchemaField, expressions: Iterable[Expression], depth: int
    ) -> SchemaField:
        return _either([self._inner(base, each, depth) for each in expressions] or [base])

    def _variants(
        self, base: SchemaField, expressions: Iterable[Expression], depth: int
    ) -> SchemaField:
        found = [self._inner(base, each, depth) for each in expressions]
        variants = [Members({each.key: each for each in one.fields}) for one in found]
        fields = tuple(with_variants({}, variants).values())
        return replace(base, kind=FieldKind.OBJECT, fields=fields)

    # --- what comes after

    def _after(self, field: SchemaField, step: Step, depth: int) -> SchemaField:
        name, arguments = step.name, step.arguments
        first = arguments[0] if arguments else None
        if name in {"optional", "nullish", "exactOptional"}:
            return replace(
                field, required=False, is_nullable=name == "nullish" or field.is_nullable
            )
        if name == "nullable":
            return replace(field, is_nullable=True)
        if name in {"default", "prefault", "catch"}:
            return replace(field, required=False, default=self.scope.value(first))
        if name == "array":
            outer = SchemaField(key=field.key, said=field.said, required=True)
            return _list_of(outer, field)
        if name == "or" and first is not None:
            other = self._inner(field, first, depth)
            return replace(_either([field, other]), required=field.required)
        if field.kind is FieldKind.OBJECT:
            return self._object_after(field, step, depth)
        return checked(field, name, arguments, self.scope.value)

    def _object_after(self, field: SchemaField, step: Step, depth: int) -> SchemaField:
        name = step.name
        first = step.arguments[0] if step.arguments else None
        if name in {"extend", "safeExtend", "augment"}:
            return replace(field, fields=_joined(field.fields, self._fields(first, depth)))
        if name in {"merge", "and"} and first is not None:
            other = self._inner(field, first, depth)
            return replace(field, fields=_joined(field.fields, other.fields))
        if name in {"pick", "omit"}:
            value = self.scope.resolved(first)
            keys = {each.key for each in value.properties} if isinstance(value, Object) else set()
            kept = (each for each in field.fields if (each.key in keys) is (name == "pick"))
            return replace(field, fields=tuple(kept))
        if name in {"partial", "deepPartial", "required"}:
            is_required = name == "required"
            fields = tuple(replace(each, required=is_required) for each in field.fields)
            return replace(field, fields=fields)
        if name in {"strict", "strip", "passthrough", "loose", "catchall"}:
            return replace(field, is_closed=True if name == "strict" else None)
        return checked(field, name, step.arguments, self.scope.value)


def _joined(
    fields: Iterable[SchemaField], others: Iterable[SchemaField]
) -> tuple[SchemaField, ...]:
    """Of the same key that which comes later."""
    return tuple(
        ({each.key: each for each in fields} | {each.key: each for each in others}).values()
    )


def _list_of(base: SchemaField, item: SchemaField) -> SchemaField:
    if item.kind is FieldKind.OBJECT:
        return replace(base, kind=FieldKind.OBJECTS, fields=item.fields, is_closed=item.is_closed)
    if item.kind in {FieldKind.LIST, FieldKind.OBJECTS, FieldKind.RAW}:
        return replace(base, kind=FieldKind.RAW)
    return replace(
        base,
        kind=FieldKind.LIST,
        item=item.kind,
        choices=item.choices,
        is_limit=item.is_limit,
        length=item.length,
        shape=item.shape,
        relation=item.relation,
        help=item.help,
    )


def _either(alternatives: list[SchemaField]) -> SchemaField:
    """One of several; an address beside an image is an image that is found elsewhere."""
    some = [each for each in alternatives if not _is_nothing(each)]
    found = common(some or alternatives)
    kinds = {each.kind for each in some}
    if kinds == {FieldKind.IMAGE, FieldKind.LINE}:
        found = replace(found, kind=FieldKind.IMAGE)
    is_nullable = True if len(some) < len(alternatives) else found.is_nullable
    return replace(found, is_nullable=is_nullable)


def _is_nothing(field: SchemaField) -> bool:
    return field.kind is FieldKind.RAW and field.is_nullable is True
