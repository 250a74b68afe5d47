"""The fields of a post: its own keys, and what its site says could stand besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Values
from dataclasses import dataclass, field

from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Value
from editor_app.core.frontmatter.values import value_of
from editor_app.core.schema.conditions import holds, is_required
from editor_app.core.schema.field import Field, FieldKind, Inherited
from editor_app.core.schema.kinds import TEXT_KINDS, can_show, kind_of
from editor_app.core.schema.schema import SchemaField

DEEPEST = 4
"""Objects nested deeper than this are shown as text, for a form is no tree view."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a mapping's fields depend on besides itself.

    `values` are those of the whole post as its generator reads them, `inherited`
    what the site gives it, by path.
    """

    values: Values[str, Value] = field(default_factory=dict)
    inherited: Values[Path, Inherited] = field(default_factory=dict)
    yaml12: bool = False


def around(
    front_matter: FrontMatter, inherited: Values[Path, Inherited], *, yaml12: bool = False
) -> Around:
    return Around(front_matter.values(yaml12), inherited, yaml12)


def fields_for(
    known: Iterable[SchemaField], front_matter: FrontMatter, about: Around | None = None
) -> tuple[Field, ...]:
    """A field for each key of the post, and for what is absent and has to be seen."""
    if front_matter.root is None:
        return ()
    return fields_of(front_matter.root, (), known, about or around(front_matter, {}))


def absent_fields(
    known: Iterable[SchemaField], front_matter: FrontMatter, about: Around | None = None
) -> tuple[Field, ...]:
    """What the site knows and the post does not say, to be offered for adding."""
    about = about or around(front_matter, {})
    if front_matter.root is None:
        return tuple(_absent(each, (), _PLAIN) for each in known)
    return absent_of(front_matter.root, (), known, about)


def fields_of(
    mapping: Mapping,
    above: Path = (),
    known: Iterable[SchemaField] = (),
    about: Around | None = None,
) -> tuple[Field, ...]:
    """The fields of a mapping that stands at the path `above`.

    Those that a file of the site says stand in its order, group by group; then
    what is required and absent, then the others in the order of the post. A key
    that stands twice gives one field, at its last place, which counts. The kind
    that the site says is taken unless the value can't be shown in it.
    """
    about = about or Around()
    known = tuple(known)
    by_key = {each.key: each for each in known}
    last = {entry.name: entry for entry in mapping.entries}
    states = _states(mapping, known, about)
    present = {
        name: _field((*above, name), entry.value, by_key.get(name), states.get(name, _PLAIN))
        for name, entry in last.items()
    }
    seen = _absent_but_seen(known, above, states, about.inherited)
    absent = {each.key: each for each in seen if each.path[len(above)] not in present}
    placed = [each.key for each in known if each.said.file]
    all_placed = [found for key in placed if (found := present.get(key) or absent.get(key))]
    taken = set(placed)
    rest = [each for key, each in absent.items() if key not in taken]
    in_order = dict.fromkeys(e.name for e in mapping.entries if last[e.name] is e)
    return (
        *_by_group(all_placed),
        *(each for each in rest if each.inherited is None),
        *(present[name] for name in in_order if name not in taken),
        *(each for each in rest if each.inherited is not None),
    )


def absent_of(
    mapping: Mapping, above: Path, known: Iterable[SchemaField], about: Around
) -> tuple[Field, ...]:
    """What is known of a mapping and does not stand there, to be offered for adding."""
    known = tuple(known)
    states = _states(mapping, known, about)
    present = {entry.name for entry in mapping.entries}
    fields = (
        _absent(each, above, states.get(each.key, _PLAIN), about.inherited.get((*above, each.key)))
        for each in known
        if each.key not in present and not _is_idle(each)
    )
    return tuple(field for field in fields if field.counts)


def _is_idle(known: SchemaField) -> bool:
    """Whether nobody is to write it any more, or ever."""
    return bool(known.is_deprecated or known.is_hidden or known.computed or known.is_read_only)


@dataclass(frozen=True, slots=True)
class _State:
    """What the conditions of a field say now."""

    counts: bool = True
    is_needed: bool = False


_PLAIN = _State()


def _states(mapping: Mapping, known: Iterable[SchemaField], about: Around) -> dict[str, _State]:
    """Of each key that has conditions."""
    conditional = [each for each in known if each.conditions or each.required_if]
    if not conditional:
        return {}
    value = value_of(mapping, yaml12=about.yaml12)
    values = value if isinstance(value, dict) else {}
    return {
        each.key: _State(
            holds(each.conditions, about.values, values), is_required(each, about.values, values)
        )
        for each in conditional
    }


def _absent_but_seen(
    known: Iterable[SchemaField],
    above: Path,
    states: Values[str, _State],
    inherited: Values[Path, Inherited],
) -> Iterator[Field]:
    """What is required or computed, and what the site gives."""
    keys: set[str | int] = set()
    for each in known:
        keys.add(each.key)
        given = inherited.get((*above, each.key))
        field = _absent(each, above, states.get(each.key, _PLAIN), given)
        if field.counts and (field.required or field.is_computed or given):
            yield field
    for path, given in inherited.items():
        is_below = len(path) == len(above) + 1 and path[: len(above)] == above
        if is_below and path[-1] not in keys and isinstance(path[-1], str):
            yield Field(path, FieldKind.LINE, None, is_present=False, inherited=given)


def _by_group(fields: Iterable[Field]) -> list[Field]:
    """Those without a group first, then group by group, in the order of the first of each."""
    groups: dict[str, list[Field]] = {"": []}
    for each in fields:
        groups.setdefault(each.group, []).append(each)
    return [each for of in groups.values() for each in of]


def _absent(
    known: SchemaField, above: Path, state: _State, inherited: Inherited | None = None
) -> Field:
    return Field(
        (*above, known.key),
        known.kind or FieldKind.LINE,
        known,
        is_present=False,
        inherited=inherited,
        counts=state.counts,
        is_needed=state.is_needed,
    )


def _field(path: Path, node: Node, known: SchemaField | None, state: _State) -> Field:
    kind = _bounded(_kind(node, known), path)
    return Field(path, kind, known, counts=state.counts, is_needed=state.is_needed)


def _kind(node: Node, known: SchemaField | None) -> FieldKind:
    own = kind_of(node)
    if known is None or known.kind is None:
        return own
    if can_show(known.kind, node):
        return known.kind
    if known.kind in TEXT_KINDS and own in TEXT_KINDS:
        return FieldKind.PARAGRAPH  # a line can't show its line break
    return own


def _bounded(kind: FieldKind, path: Path) -> FieldKind:
    is_nested = kind in {FieldKind.OBJECT, FieldKind.OBJECTS}
    return FieldKind.RAW if is_nested and len(path) > DEEPEST else kind
