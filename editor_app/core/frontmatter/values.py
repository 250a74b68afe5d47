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
    own: dict[str, Value] = {}
    merged: dict[str, Value] = {}
    for entry in node.entries:
        if not is_merge(entry.key):
            own[entry.name] = value_of(entry.value, yaml12=yaml12)
            continue
        for source in _merge_sources(entry.value):
            for key, value in _as_dict(source, yaml12).items():
                merged.setdefault(key, value)
    return merged | own if merged else own


def is_merge(key: Scalar) -> bool:
    return key.text == "<<" and key.style is Style.PLAIN and key.reference is None


def _merge_sources(node: Node) -> tuple[Mapping, ...]:
    nodes = node.items if isinstance(node, Sequence) else (node,)
    return tuple(each for each in nodes if isinstance(each, Mapping))


def _as_dict(node: Mapping, yaml12: bool) -> dict[str, Value]:
    value = value_of(node, yaml12=yaml12)
    return value if isinstance(value, dict) else {}
