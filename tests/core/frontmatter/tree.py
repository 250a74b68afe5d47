"""Helpers that look at trees of nodes."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Scalar, Sequence


def is_alias(node: Node) -> bool:
    return node.reference is not None and node.reference.alias is not None


def walk(node: Node, path: Path = ()) -> Iterator[tuple[Path, Node]]:
    """A node and all that stands in it, with paths; what an alias repeats is left out."""
    yield path, node
    if is_alias(node):
        return
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield from walk(entry.value, (*path, entry.name))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from walk(item, (*path, index))


def keys(node: Node) -> Iterator[Scalar]:
    """Every key."""
    for _, each in walk(node):
        if isinstance(each, Mapping) and not is_alias(each):
            yield from (entry.key for entry in each.entries)
