"""What nodes mean: plain Python values, for those who need no places."""

from __future__ import annotations

from editor_app.core.frontmatter.nodes import Mapping, Node, Scalar, Sequence, Style, Value


def value_of(node: Node, *, yaml12: bool = False) -> Value:
    """The value of a node and all in it; of equal keys the last wins.

    Merge keys (`<<`) are followed, as Psych and js-yaml follow them: they add
    the keys that the mapping does not have itself.
    """
    if isinstance(node, Scalar):
        return node.yaml12 if yaml12 else node.yaml11
    if isinstance(node, Sequence):
        return [value_of(item, yaml12=yaml12) for item in node.items]
    own = {
        entry.name: value_of(entry.value, yaml12=yaml12)
        for entry in node.entries
        if not is_merge(entry.key)
    }
    if len(own) == len(node.entries):
        return own  # as nearly all do: nothing is merged in
    merged: dict[str, Value] = {}
    for source in merge_sources(node):
        for key, value in _as_dict(source, yaml12).items():
            merged.setdefault(key, value)
    return merged | own


def is_merge(key: Scalar) -> bool:
    return key.text == "<<" and key.style is Style.PLAIN and key.reference is None


def merge_sources(mapping: Mapping) -> tuple[Mapping, ...]:
    """What merge keys add to a mapping's own keys; of two that have a key the first counts."""
    nodes: list[Node] = []
    for entry in mapping.entries:
        if is_merge(entry.key):
            nodes += entry.value.items if isinstance(entry.value, Sequence) else (entry.value,)
    return tuple(each for each in nodes if isinstance(each, Mapping))


def _as_dict(node: Mapping, yaml12: bool) -> dict[str, Value]:
    value = value_of(node, yaml12=yaml12)
    return value if isinstance(value, dict) else {}
