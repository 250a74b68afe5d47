"""The fields that a JSON Schema describes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from editor_app.core.frontmatter.nodes import Mapping, Value
from editor_app.core.frontmatter.nodes import Sequence as Items
from editor_app.core.schema.json_schema.common import common
from editor_app.core.schema.json_schema.conditions import Conditional, conditionals
from editor_app.core.schema.json_schema.keywords import Keywords, is_false
from editor_app.core.schema.json_schema.kinds import (
    FORMATS,
    choices_of,
    is_null,
    is_nullable,
    kind_of,
    limits_of,
    types_of,
)
from editor_app.core.schema.json_schema.library import Library, Part
from editor_app.core.schema.json_schema.members import (
    Members,
    counting_in_either,
    counting_where,
    counting_where_not,
    required_where,
    with_variants,
)
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Choice, Said, SchemaField

MOST_FIELDS = 2_000

_DEEPEST = 8
_MOST_ALTERNATIVES = 24
_UNIONS = ("oneOf", "anyOf")
_LONGEST_OPTION = 2_000
"""Code points of what is kept of a keyword that is not read."""

_SHAPING = frozenset(
    {"type", "const", "enum", "properties", "items", "prefixItems", "format", "pattern"}
    | {"oneOf", "anyOf", "contentMediaType", "required"}
)
_READ = frozenset(
    {"$ref", "$dynamicRef", "$recursiveRef", "$id", "id", "$schema", "$comment", "$anchor"}
    | {"$dynamicAnchor", "$defs", "definitions", "allOf", "anyOf", "oneOf", "if", "then", "else"}
    | {"dependentRequired", "dependentSchemas", "dependencies", "type", "const", "enum"}
    | {"enumNames", "x-enumNames", "enumDescriptions", "markdownEnumDescriptions", "properties"}
    | {"required", "additionalProperties", "unevaluatedProperties", "items", "prefixItems"}
    | {"minItems", "maxItems", "uniqueItems", "minimum", "maximum", "exclusiveMinimum"}
    | {"exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern", "errorMessage"}
    | {"patternErrorMessage", "x-pattern-message", "x-patternErrorMessage", "x-errorMessage"}
    | {"formatMinimum", "formatMaximum", "title", "description", "markdownDescription"}
    | {"default", "examples", "example", "readOnly", "deprecated", "deprecationMessage"}
)


Trail = tuple[frozenset[int], ...]
"""The schemas of the objects around, by identity: what is met again is not read again."""


@dataclass(slots=True)
class FieldReader:
    """Reads one schema; `left` is how many fields may still come of it."""

    library: Library
    left: int = MOST_FIELDS

    def members(self, keywords: Keywords, trail: Trail = ()) -> Members:
        """The fields of an object that has to be as the keywords say."""
        own = frozenset(id(part.node) for part in keywords.parts)
        if len(trail) > _DEEPEST or any(own & above for above in trail):
            return Members({})
        trail = (*trail, own)
        required = keywords.words("required")
        fields = dict(self._properties(keywords, required, trail))
        is_closed = _is_closed(keywords)
        for union in _unions(keywords):
            variants = [self.members(each, trail) for each in union]
            if any(each.fields for each in variants):
                fields = with_variants(fields, variants, required)
                is_closed = is_closed or all(each.is_closed for each in variants) or None
        for key in required:
            if key not in fields:
                fields[key] = SchemaField(key=key, said=self._said(keywords), required=True)
        for each in conditionals(keywords):
            self._add(fields, each, trail)
        return Members(fields, is_closed)

    def _properties(
        self, keywords: Keywords, required: Sequence[str], trail: Trail
    ) -> Iterator[tuple[str, SchemaField]]:
        for key, places in keywords.schemas("properties").items():
            part, entry = places[0]
            if any(is_false(each.value) for _, each in places):
                continue
            self.left -= 1
            if self.left < 0:
                template = "This schema means too much, so its rest was not read"
                self.library.wrong(part.file, entry.key.span, template)
                return
            said = self.library.said(part.file, entry.key.span)
            found = self.field(key, keywords.all_of(places), said, trail)
            yield key, replace(found, required=key in required)

    def _said(self, keywords: Keywords) -> Said:
        part = keywords.parts[0]
        return self.library.said(part.file, part.node.span)

    def _add(self, fields: dict[str, SchemaField], one: Conditional, trail: Trail) -> None:
        """Add what holds under a condition."""
        before = dict(fields)
        for key, found in self._properties(one.then, (), trail):
            old = before.get(key)
            if old is None:
                fields[key] = counting_where(found, one.groups)
            elif old.conditions:
                fields[key] = counting_in_either(old, counting_where(found, one.groups))
        for key, places in one.then.schemas("properties").items():
            if key in fields and any(is_false(each.value) for _, each in places):
                fields[key] = counting_where_not(fields[key], one.groups)
        for key in one.required:
            bare = SchemaField(key=key, said=_place_of(fields))
            fields[key] = required_where(fields.get(key, bare), one.groups)

    # --- one field

    def field(self, key: str, keywords: Keywords, said: Said, trail: Trail) -> SchemaField:
        """One key; of values that may be of several kinds what those have in common."""
        if len(trail) > _DEEPEST:
            return SchemaField(key=key, said=said, kind=FieldKind.RAW)
        alternatives = _alternatives(keywords)
        if not alternatives:
            return self._plain(key, keywords, said, trail)
        found: list[SchemaField] = []
        for both, alone in alternatives:
            self.left -= 1
            if self.left < 0:
                return SchemaField(key=key, said=said, kind=FieldKind.RAW)
            if not is_null(alone):
                one = self.field(key, both, said, (*trail, frozenset()))
                found.append(_as_choice(one, alone))
        if not found:
            return self._plain(key, keywords, said, trail)
        result = common(found)
        return replace(result, is_nullable=True) if len(found) < len(alternatives) else result

    def _plain(self, key: str, keywords: Keywords, said: Said, trail: Trail) -> SchemaField:
        choices = choices_of(keywords)
        kind, item = kind_of(keywords, choices), None
        if kind is None and _is_of_objects(keywords):
            kind = FieldKind.OBJECT
        is_closed: bool | None = None
        fields: tuple[SchemaField, ...] = ()
        if kind is FieldKind.LIST:
            kind, item = self._list(key, keywords, said, trail)
            fields, is_closed = (item.fields, item.is_closed) if item else ((), None)
        elif kind is FieldKind.OBJECT:
            members = self.members(keywords, trail)
            fields, is_closed = tuple(members.fields.values()), members.is_closed
        is_list = kind in {FieldKind.LIST, FieldKind.OBJECTS}
        limits = limits_of(keywords, kind, is_list=is_list)
        of_items = item if kind is FieldKind.LIST else None
        choices = of_items.choices if of_items else () if kind is FieldKind.SWITCH else choices
        return SchemaField(
            key=key,
            said=said,
            kind=kind,
            item=of_items.kind if of_items else None,
            label=keywords.text("title"),
            help=keywords.text("description", "markdownDescription"),
            placeholder=_placeholder(keywords),
            is_nullable=is_nullable(keywords),
            default=keywords.value("default"),
            choices=choices,
            is_limit=of_items.is_limit if of_items else True if choices else None,
            bounds=limits.bounds,
            length=of_items.length if of_items else limits.length,
            is_whole=True if types_of(keywords) == {"integer"} else None,
            is_unique=keywords.flag("uniqueItems"),
            shape=of_items.shape if of_items else limits.shape,
            is_read_only=keywords.flag("readOnly"),
            is_deprecated=keywords.flag("deprecated")
            or (True if keywords.text("deprecationMessage") else None),
            fields=fields,
            is_closed=is_closed,
            options=_options(keywords),
        )

    def _list(
        self, key: str, keywords: Keywords, said: Said, trail: Trail
    ) -> tuple[FieldKind, SchemaField | None]:
        """The kind of a list, and what its items are where all are alike."""
        if any(keywords.found("prefixItems")):
            return FieldKind.RAW, None
        places = list(keywords.found("items"))
        if any(isinstance(entry.value, Items) for _, entry in places):
            return FieldKind.RAW, None
        described = [each for each in places if isinstance(each[1].value, Mapping)]
        if not described:
            return FieldKind.LIST, None
        item = self.field(key, keywords.all_of(described), said, (*trail, frozenset()))
        if item.kind is FieldKind.OBJECT:
            return FieldKind.OBJECTS, item
        if item.kind in {FieldKind.LIST, FieldKind.OBJECTS, FieldKind.RAW}:
            return FieldKind.RAW, None
        return FieldKind.LIST, item


def _place_of(fields: dict[str, SchemaField]) -> Said:
    return next((each.said for each in fields.values()), Said(""))


def _as_choice(field: SchemaField, said: Keywords) -> SchemaField:
    """A constant, with its title as what people read for it."""
    if len(field.choices) != 1 or not any(said.found("const")):
        return field
    label, help_ = said.text("title"), said.text("description", "markdownDescription")
    return replace(
        field,
        choices=(Choice(field.choices[0].value, label, help_),),
        label="" if field.label == label else field.label,
        help="" if field.help == help_ else field.help,
    )


def _is_closed(keywords: Keywords) -> bool | None:
    """Whether other keys are a fault; patterns of keys leave it open."""
    if any(keywords.found("patternProperties")):
        return None
    names = ("additionalProperties", "unevaluatedProperties")
    said = any(is_false(entry.value) for name in names for _, entry in keywords.found(name))
    return True if said else None


def _unions(keywords: Keywords) -> Iterator[list[Keywords]]:
    """What an object may be one of: of each `oneOf` and `anyOf` what its items say."""
    for name in _UNIONS:
        for part, items in keywords.items(name):
            yield [keywords.of(item, part.file) for item in items[:_MOST_ALTERNATIVES]]


def _alternatives(keywords: Keywords) -> tuple[tuple[Keywords, Keywords], ...]:
    """Each with all that is said besides, and alone; none where all are objects, or only differ
    in the keys that they require.
    """
    for name in _UNIONS:
        for part, items in keywords.items(name):
            base = keywords.without(name)
            inner = [keywords.of(item, part.file) for item in items[:_MOST_ALTERNATIVES]]
            if not inner or not all(any(map(_shapes, each.parts)) for each in inner):
                continue
            found = tuple((base.together(each), each) for each in inner)
            if not all(types_of(both) == {"object"} for both, _ in found):
                return found
    return ()


def _is_of_objects(keywords: Keywords) -> bool:
    """Whether a value has to be one of several objects."""
    return any(
        union and all(types_of(each) == {"object"} for each in union) for union in _unions(keywords)
    )


def _shapes(part: Part) -> bool:
    return not _SHAPING.isdisjoint(part.entries)


def _placeholder(keywords: Keywords) -> str:
    """The first example that is a text or number."""
    examples = keywords.value("examples")
    if examples is None:
        examples = keywords.value("example")
    for each in examples if isinstance(examples, list) else [examples]:
        if isinstance(each, str | int | float) and not isinstance(each, bool):
            return str(each)
    return ""


def _options(keywords: Keywords) -> tuple[tuple[str, Value], ...]:
    """What is said besides, for people to see."""
    found: dict[str, Value] = {}
    for part in keywords.parts:
        for name, entry in part.entries.items():
            if name in _READ or name in found or len(entry.value.span) > _LONGEST_OPTION:
                continue
            value = keywords.value_of(entry.value)
            if name != "format" or not (isinstance(value, str) and value in FORMATS):
                found[name] = value
    return tuple(found.items())
