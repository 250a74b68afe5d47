"""Updates: a value set, inserted or added, item by item where it is a list or mapping."""

from __future__ import annotations

from difflib import SequenceMatcher

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter import drafts, paths, proof
from editor_app.core.frontmatter.drafts import Draft
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Scalar, Sequence, Value
from editor_app.core.frontmatter.proof import New, Proof
from editor_app.core.frontmatter.values import value_of
from editor_app.core.frontmatter.verbatim import Verbatim, Wanted


def updated(draft: Draft, path: Path, value: Wanted) -> Draft | Refusal:
    """A draft in which a path has a value."""
    node = draft.now.node(path)
    if node is None:
        return inserted(draft, path, value, None)
    if Proof(draft.format).agrees(node, New(value)):
        return draft
    if not path and not isinstance(value, dict):
        return Refusal("The front matter as a whole can only be keys with values")
    refusal = drafts.blocked(draft.now, path[:-1]) or drafts.shared(draft.now, path)
    if refusal is not None:
        return refusal
    is_alias = node.reference is not None and node.reference.alias is not None
    if isinstance(value, dict) and isinstance(node, Mapping) and not is_alias:
        return _mapping(draft, path, node, value)
    if isinstance(value, list) and isinstance(node, Sequence) and not is_alias:
        return _sequence(draft, path, node, value)
    return _replaced(draft, path, value)


def _replaced(draft: Draft, path: Path, value: Wanted) -> Draft | Refusal:
    tree = proof.at(draft.root, path, lambda _: New(value))
    return draft.step(
        lambda splicer, now, on_one_line: splicer.replace(now, path, value, on_one_line), path, tree
    )


def _mapping(draft: Draft, path: Path, node: Mapping, value: dict[str, Value]) -> Draft | Refusal:
    """Key by key; new keys come last, and come before old ones go."""
    if path and not (node.entries and value):
        return _replaced(draft, path, value)
    for name, each in value.items():
        step = updated(draft, (*path, name), each)
        if isinstance(step, Refusal):
            return step
        draft = step
    names = [entry.name for entry in node.entries]
    for name in names:
        count = names.count(name) if name in value else 0
        for _ in range(count - 1) if name in value else range(1):
            step = drafts.without(draft, (*path, name))
            if isinstance(step, Refusal):
                return step
            draft = step
    return draft


def _sequence(draft: Draft, path: Path, node: Sequence, value: list[Value]) -> Draft | Refusal:
    """Item by item: moved where only the order differs, else changed in place."""
    if not (node.items and value):
        return _replaced(draft, path, value)
    old, new = [_token(item) for item in node.items], [repr(each) for each in value]
    if sorted(old) == sorted(new):
        return _reordered(draft, path, old, new)
    changes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, start, end, low, high in reversed(changes):
        if kind == "equal":
            continue
        both = min(end - start, high - low)
        for _index in range(start + both, end):
            step = drafts.without(draft, (*path, start + both))
            if isinstance(step, Refusal):
                return step
            draft = step
        for offset in range(both):
            step = updated(draft, (*path, start + offset), value[low + offset])
            if isinstance(step, Refusal):
                return step
            draft = step
        for offset in range(both, high - low):
            step = added_item(draft, path, value[low + offset], start + offset)
            if isinstance(step, Refusal):
                return step
            draft = step
    return draft


def _token(node: Node) -> str:
    """Equal to the `repr` of a value exactly where the node has that value to all readers."""
    one, two = repr(value_of(node)), repr(value_of(node, yaml12=True))
    return one if one == two else f"{one}\0{two}"


def _reordered(draft: Draft, path: Path, old: list[str], new: list[str]) -> Draft | Refusal:
    order = list(old)
    for place, token in enumerate(new):
        at = order.index(token, place)
        order.insert(place, order.pop(at))
        step = drafts.moved(draft, (*path, at), place)
        if isinstance(step, Refusal):
            return step
        draft = step
    return draft


def inserted(draft: Draft, path: Path, value: Wanted, index: int | None) -> Draft | Refusal:
    """A draft with a new key; mappings on the way that are missing are made."""
    if not path:
        return Refusal("A key needs a name")
    above, name = path[:-1], path[-1]
    parent = draft.now.node(above)
    if isinstance(name, int):
        is_next = isinstance(parent, Sequence) and name == len(parent.items)
        return added_item(draft, above, value, None) if is_next else drafts.missing(draft.now, path)
    if parent is None or _is_nothing(parent):
        return _with_parent(draft, path, name, value)
    refusal = drafts.blocked(draft.now, above)
    if refusal is not None:
        return refusal
    if not isinstance(parent, Mapping):
        what = "a list" if isinstance(parent, Sequence) else "one value"
        message = f"“{paths.dotted(above)}” is {what}, so it can't have a key “{name}”"
        return Refusal(message, parent.span)
    there = parent.entry(name)
    if there is not None:
        return Refusal(f"There is a key “{name}” already", there.key.span)
    place = len(parent.entries) if index is None else min(max(index, 0), len(parent.entries))
    tree = proof.at(draft.root, above, proof.with_key(name, New(value), place))
    return draft.step(
        lambda splicer, now, on_one_line: splicer.insert(now, path, value, place, on_one_line),
        above,
        tree,
    )


def _is_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.yaml11 is None and node.yaml12 is None


def _with_parent(draft: Draft, path: Path, name: str, value: Wanted) -> Draft | Refusal:
    """Make the mapping that a new key goes into."""
    first: Value = None if isinstance(value, Verbatim) else value
    step = updated(draft, path[:-1], {name: first})
    if isinstance(step, Refusal) or not isinstance(value, Verbatim):
        return step
    return _replaced(step, path, value)


def added_item(draft: Draft, path: Path, value: Wanted, index: int | None) -> Draft | Refusal:
    """A draft with a new item in a list; a list that is missing is made."""
    node = draft.now.node(path)
    if node is None or _is_nothing(node):
        first: Value = None if isinstance(value, Verbatim) else value
        step = updated(draft, path, [first])
        if isinstance(step, Refusal) or not isinstance(value, Verbatim):
            return step
        return _replaced(step, (*path, 0), value)
    refusal = drafts.blocked(draft.now, path)
    if refusal is not None:
        return refusal
    if not isinstance(node, Sequence):
        what = "keys with values" if isinstance(node, Mapping) else "one value"
        return Refusal(f"“{paths.dotted(path)}” is {what}, not a list", node.span)
    place = len(node.items) if index is None else min(max(index, 0), len(node.items))
    tree = proof.at(draft.root, path, proof.with_item(New(value), place))
    return draft.step(
        lambda splicer, now, on_one_line: splicer.add_item(now, path, value, place, on_one_line),
        path,
        tree,
    )
