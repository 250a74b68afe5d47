"""Change JSON in place: the edits of one step each."""

from __future__ import annotations

from editor_app.core.frontmatter import json_write
from editor_app.core.frontmatter.change import Change
from editor_app.core.frontmatter.flow import Brackets
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.json_write import Manner
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Sequence
from editor_app.core.frontmatter.verbatim import Wanted
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


def replace(front_matter: FrontMatter, path: Path, value: Wanted, on_one_line: bool) -> Change:
    """Put a value in the place of another. Raises Unwritable."""
    node, own = _node(front_matter, path), json_write.manner(front_matter)
    indent = _indent(front_matter, node.span.start)
    return Change((Edit(node.span, json_write.written(value, own, indent, node)),))


def insert(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, on_one_line: bool
) -> Change:
    """Put a new key into its object, which exists. Raises Unwritable."""
    parent, own = _node(front_matter, path[:-1]), json_write.manner(front_matter)
    if not isinstance(parent, Mapping):
        raise KeyError(path)
    inner = _inner_indent(front_matter, parent, own)
    new = json_write.entry(str(path[-1]), value, own, inner or "")
    place = len(parent.entries) if index is None else index
    return _inserted(front_matter, parent, place, new, inner)


def add_item(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, on_one_line: bool
) -> Change:
    """Put an item into an array, which exists. Raises Unwritable."""
    node, own = _node(front_matter, path), json_write.manner(front_matter)
    if not isinstance(node, Sequence):
        raise KeyError(path)
    inner = _inner_indent(front_matter, node, own)
    place = len(node.items) if index is None else index
    new = json_write.written(value, own, inner or "")
    return _inserted(front_matter, node, place, new, inner)


def rename(front_matter: FrontMatter, path: Path, name: str) -> Change:
    """Give a key another name."""
    entry = front_matter.entry(path)
    if entry is None:
        raise KeyError(path)
    return Change((Edit(entry.key.span, json_write.string(name)),))


def remove(front_matter: FrontMatter, path: Path) -> Change:
    """Take a key or item away, with its comma and its line."""
    parent, index = _parent(front_matter, path)
    return _brackets(front_matter, parent).remove(index)


def move(front_matter: FrontMatter, path: Path, to: int) -> Change:
    """Move a key or item among its neighbours."""
    parent, index = _parent(front_matter, path)
    return _brackets(front_matter, parent).move(index, to)


def _node(front_matter: FrontMatter, path: Path) -> Node:
    node = front_matter.node(path)
    if node is None:
        raise KeyError(path)
    return node


def _parent(front_matter: FrontMatter, path: Path) -> tuple[Mapping | Sequence, int]:
    parent, step = _node(front_matter, path[:-1]), path[-1]
    if isinstance(parent, Mapping):
        entry = front_matter.entry(path)
        return parent, next(i for i, each in enumerate(parent.entries) if each is entry)
    if isinstance(parent, Sequence) and isinstance(step, int):
        return parent, step
    raise KeyError(path)


def _brackets(front_matter: FrontMatter, node: Mapping | Sequence) -> Brackets:
    inner = node.entries if isinstance(node, Mapping) else node.items
    spans = tuple(each.span for each in inner)
    gap = json_write.manner(front_matter).gap
    return Brackets(front_matter.text, node.span, spans, (), gap)


def _indent(front_matter: FrontMatter, offset: int) -> str:
    """The blanks at the start of a place's line."""
    text = front_matter.text
    line = text[text.rfind("\n", 0, offset) + 1 : offset]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _inner_indent(front_matter: FrontMatter, node: Mapping | Sequence, own: Manner) -> str | None:
    """The indentation of members on lines of their own; None on one line."""
    inner = node.entries if isinstance(node, Mapping) else node.items
    if inner:
        start = inner[0].span.start
        has_lines = "\n" in front_matter.text[node.span.start : start]
        return _indent(front_matter, start) if has_lines else None
    if own.step is None or not (own.has_inner_lines or node is front_matter.root):
        return None
    return _indent(front_matter, node.span.start) + own.step


def _inserted(
    front_matter: FrontMatter,
    node: Mapping | Sequence,
    place: int,
    new: str,
    inner: str | None,
) -> Change:
    is_empty = not (node.entries if isinstance(node, Mapping) else node.items)
    if not is_empty or inner is None:
        return _brackets(front_matter, node).insert(place, new)
    inside = Span(node.span.start + 1, node.span.end - 1)
    outer = _indent(front_matter, node.span.start)
    return Change((Edit(inside, f"\n{inner}{new}\n{outer}"),))
