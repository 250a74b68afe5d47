"""All that does not fit in a post's front matter: each field judged, what is absent or unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Entry, Mapping, Node, Path, Scalar, Value
from editor_app.core.frontmatter.nodes import Sequence as Items
from editor_app.core.frontmatter.values import value_of
from editor_app.core.generator import Generator
from editor_app.core.schema.absent import first_value, place_of
from editor_app.core.schema.conditions import holds, is_required
from editor_app.core.schema.content_type import ContentType, PostSchema
from editor_app.core.schema.judge import SECONDS, judge
from editor_app.core.schema.key_names import TAXONOMIES
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import is_null
from editor_app.core.schema.misfit import About, Fault, Misfit, Nothing, Remedy, Way
from editor_app.core.schema.reading import Keys, is_empty
from editor_app.core.schema.schema import Said, SchemaField, field_named
from editor_app.core.text.likeness import is_slip, like, loose
from editor_app.core.text.patterns import Clock

_MOST_FIELDS = 5_000
"""So many values are judged; a post that says the same in thousands of ways is hostile."""

_SHORTEST_SLIP = 4


def find_misfits(
    schema: PostSchema, content_type: ContentType, front_matter: FrontMatter
) -> tuple[Misfit, ...]:
    """What does not fit what the site's own files demand, in the order of the fields."""
    root = front_matter.root
    if root is None or not content_type.collections:
        return ()
    search = _Search(schema, content_type, front_matter)
    return tuple(
        search.in_mapping(root, _Around((), (), content_type.binding, _closed(content_type)))
    )


def _closed(content_type: ContentType) -> Said | None:
    """Who says that no other keys may stand at the top."""
    said = (each.said for each in content_type.collections if each.is_closed and each.said.binds)
    return next(said, None)


@dataclass(frozen=True, slots=True)
class _Around:
    """A mapping's path, the keys on it, its fields, and who says that there are no others."""

    path: Path
    keys: tuple[str, ...]
    fields: Sequence[SchemaField]
    closed: Said | None


@dataclass(slots=True)
class _Search:
    schema: PostSchema
    content_type: ContentType
    front_matter: FrontMatter
    clock: Clock = field(default_factory=lambda: Clock(SECONDS))
    left: int = _MOST_FIELDS
    values: dict[str, Value] = field(init=False)

    def __post_init__(self) -> None:
        self.values = self.front_matter.values(self.generator.reads_yaml12)

    @property
    def generator(self) -> Generator:
        return self.schema.generator

    def in_mapping(self, mapping: Mapping, around: _Around) -> Iterator[Misfit]:
        keys = Keys(mapping, self.generator)
        own = value_of(mapping, yaml12=self.generator.reads_yaml12)
        values = own if isinstance(own, dict) else {}
        counting = [each for each in around.fields if holds(each.conditions, self.values, values)]
        absent = [each for each in counting if not keys.has(each.key)]
        unknown = tuple(self._unknown_keys(keys, around))
        slips = dict(self._slips(unknown, around, absent))
        for each in counting:
            self.left -= 1
            if self.left < 0:
                return
            entry = keys.entry(each.key)
            must = is_required(each, self.values, values) and not self._is_given(each, around)
            if entry is None:
                if must and each.key not in slips.values():
                    yield self._absent(each, mapping, keys, around)
            else:
                yield from self._present(each, entry, keys, around, is_required=must)
        yield from self._unknown(unknown, around, absent, slips)

    def _is_given(self, field: SchemaField, around: _Around) -> bool:
        """Whether somebody else says it: the site, or a program at the next save."""
        if field.computed or field.is_hidden:
            return True
        inherited = self.schema.inherited_keys
        return not around.path and (
            field.key in inherited
            or (self.generator is Generator.HUGO and field.key.lower() in inherited)
        )

    # --- keys that are not there

    def _absent(self, field: SchemaField, mapping: Mapping, keys: Keys, around: _Around) -> Misfit:
        index, place = place_of(field, mapping, keys, around.fields, self.front_matter)
        value, is_safe = first_value(field)
        path = (*around.path, field.key)
        remedy = (
            None if isinstance(value, Nothing) else Remedy(Way.INSERT, path, value, index, is_safe)
        )
        said = self._said(around, field, "required", "required_if")
        return Misfit(About.REQUIRED, "{name} is missing", {}, path, place, said, remedy)

    # --- keys that are there

    def _present(
        self, field: SchemaField, entry: Entry, keys: Keys, around: _Around, *, is_required: bool
    ) -> Iterator[Misfit]:
        node, path = entry.value, (*around.path, entry.name)
        is_own = keys.is_own(entry)
        if field.is_deprecated:
            said = self._said(around, field, "is_deprecated")
            yield Misfit(About.DEPRECATED, "{name} is deprecated", {}, path, entry.key.span, said)
        if is_required and self._says_nothing(field, node):
            value, is_safe = first_value(field)
            remedy = None
            if is_safe and not isinstance(value, Nothing):
                remedy = Remedy(Way.SET, path, value, is_safe=True)
            said = self._said(around, field, "required", "required_if")
            told = Misfit(About.REQUIRED, "{name} is empty", {}, path, entry.span, said)
            yield replace(told, remedy=remedy) if is_own else told
            return
        has_parts = True
        for fault in judge(field, node, self.generator, self.clock):
            has_parts = has_parts and (fault.about is not About.KIND or bool(fault.inner))
            yield self._misfit(fault, field, entry, path, around, is_own=is_own)
        if has_parts and field.fields:
            yield from self._parts(field, node, path, around)

    def _says_nothing(self, field: SchemaField, node: Node) -> bool:
        """Whether a value is as good as none; an empty text is one for Astro."""
        if is_null(node):
            return not field.is_nullable
        return is_empty(node) and self.generator is not Generator.ASTRO

    def _parts(
        self, field: SchemaField, node: Node, path: Path, around: _Around
    ) -> Iterator[Misfit]:
        """Of an object, or of each object of a list."""
        keys = (*around.keys, field.key)
        closed = self._said(around, field, "is_closed") if field.is_closed else None
        if field.kind is FieldKind.OBJECTS and isinstance(node, Items):
            for number, item in enumerate(node.items):
                inner = (*path, number)
                if isinstance(item, Mapping):
                    yield from self.in_mapping(item, _Around(inner, keys, field.fields, closed))
                elif not is_null(item):
                    said = self._said(around, field, "kind")
                    template = "{name} has to be a group of keys"
                    yield Misfit(About.KIND, template, {}, inner, item.span, said)
        elif isinstance(node, Mapping):
            yield from self.in_mapping(node, _Around(path, keys, field.fields, closed))

    def _misfit(
        self,
        fault: Fault,
        field: SchemaField,
        entry: Entry,
        path: Path,
        around: _Around,
        *,
        is_own: bool,
    ) -> Misfit:
        where = (*path, *fault.inner)
        node = self._item(entry.value, fault.inner)
        span = node.span if isinstance(node, Scalar) and len(node.span) else entry.key.span
        remedy = None
        if fault.about is About.UNIQUE:
            remedy = Remedy(Way.REMOVE, where)
        elif not isinstance(fault.instead, Nothing):
            remedy = Remedy(Way.SET, where, fault.instead, is_safe=fault.is_safe)
        said = self._said(around, field, fault.aspect, "kind")
        return Misfit(
            fault.about,
            fault.template,
            fault.values,
            where,
            span,
            said,
            remedy if is_own else None,
            fault.severity,
        )

    @staticmethod
    def _item(node: Node, inner: Path) -> Node:
        for step in inner:
            if isinstance(node, Items) and isinstance(step, int):
                node = node.items[step]
        return node

    # --- keys that nobody knows

    def _unknown_keys(self, keys: Keys, around: _Around) -> Iterator[Entry]:
        """Of which neither the schema nor, at the top, the generator or a guess has heard."""
        known = {keys.spelt(each.key) for each in around.fields}
        if not around.path:
            known |= {keys.spelt(each.key) for each in self.content_type.fields}
            known |= TAXONOMIES.keys() if around.closed is None else set()
        for entry in keys.own():
            if keys.spelt(entry.name) not in known and not entry.name.startswith("$"):
                yield entry

    @staticmethod
    def _slips(
        unknown: Iterable[Entry], around: _Around, absent: Iterable[SchemaField]
    ) -> Iterator[tuple[str, str]]:
        """Keys that look like one that is absent, each with that."""
        is_closed = around.closed is not None
        known = [(each.key, loose(each.key)) for each in absent]
        for entry in unknown:
            own = loose(entry.name)
            near = [
                key for key, spelt in known if own == spelt or _is_near(entry.name, key, is_closed)
            ]
            if len(near) == 1:
                yield entry.name, near[0]

    def _unknown(
        self,
        unknown: Iterable[Entry],
        around: _Around,
        absent: Iterable[SchemaField],
        slips: dict[str, str],
    ) -> Iterator[Misfit]:
        by_key = {each.key: each for each in absent}
        for entry in unknown:
            meant = slips.get(entry.name)
            if around.closed is not None:
                meant = meant or like(entry.name, by_key)
                said = around.closed
                template = "The schema knows no key {key}"
                if meant is not None:
                    template = "The schema knows no key {key}; did you mean {meant}?"
            elif meant is not None:
                said = self._said(around, by_key[meant], "key")
                template = "{key} may be a slip for {meant}"
            else:
                continue
            path = (*around.path, entry.name)
            is_grave = meant is not None and bool(by_key[meant].required)
            yield Misfit(
                About.UNKNOWN_KEY,
                template,
                {"key": entry.name, "meant": meant or ""},
                path,
                entry.key.span,
                said,
                None if meant is None else Remedy(Way.RENAME, path, meant),
                Severity.ERROR if is_grave else None,
            )

    # --- who says so

    def _said(self, around: _Around, field: SchemaField, *aspects: str) -> Said:
        """The highest source that says the first of some attributes of a field."""
        path = (*around.keys, field.key)
        collections = self.content_type.collections
        fields = [found for each in collections if (found := _at(each.fields, path)) is not None]
        for aspect in aspects:
            for each in fields:
                if each.said.binds and getattr(each, aspect) not in (None, "", (), False):
                    return each.said
        return field.said


def _at(fields: Sequence[SchemaField], path: Sequence[str]) -> SchemaField | None:
    found: SchemaField | None = None
    for key in path:
        found = field_named(fields, key)
        if found is None:
            return None
        fields = found.fields
    return found


def _is_near(key: str, known: str, is_closed: bool) -> bool:
    """Whether one is a slip of a letter for the other, and no singular or plural that is meant."""
    if min(len(key), len(known)) < _SHORTEST_SLIP:
        return False
    is_plural = f"{key}s" == known or f"{known}s" == key
    return is_slip(key, known) and (is_closed or not is_plural)
