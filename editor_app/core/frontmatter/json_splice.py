"""Change JSON in place: the edits of one step each."""

from __future__ import annotations

import datetime as dt
import json
import math
import re

from editor_app.core.frontmatter import notation
from editor_app.core.frontmatter.change import Change
from editor_app.core.frontmatter.flow import Brackets
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Path, Scalar, Sequence
from editor_app.core.frontmatter.verbatim import Unwritable, Verbatim, Wanted
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


def replace(front_matter: FrontMatter, path: Path, value: Wanted, on_one_line: bool) -> Change:
    """Put a value in the place of another. Raises Unwritable."""
    node = _node(front_matter, path)
    text = _written(value, node)
    return Change((Edit(node.span, text),))


def insert(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, on_one_line: bool
) -> Change:
    """Put a new key into its object, which exists. Raises Unwritable."""
    parent = _node(front_matter, path[:-1])
    if not isinstance(parent, Mapping):
        raise KeyError(path)
    inner = _inner_indent(front_matter, parent)
    colon = _colon(front_matter)
    new = f"{_string(str(path[-1]))}{colon}{_written(value, None)}"
    place = len(parent.entries) if index is None else index
    return _inserted(front_matter, parent, place, new, inner)


def add_item(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None, on_one_line: bool
) -> Change:
    """Put an item into an array, which exists. Raises Unwritable."""
    node = _node(front_matter, path)
    if not isinstance(node, Sequence):
        raise KeyError(path)
    inner = _inner_indent(front_matter, node)
    place = len(node.items) if index is None else index
    return _inserted(front_matter, node, place, _written(value, None), inner)


def rename(front_matter: FrontMatter, path: Path, name: str) -> Change:
    entry = front_matter.entry(path)
    if entry is None:
        raise KeyError(path)
    return Change((Edit(entry.key.span, _string(name)),))


def remove(front_matter: FrontMatter, path: Path) -> Change:
    parent, index = _parent(front_matter, path)
    return _brackets(front_matter, parent).remove(index)


def move(front_matter: FrontMatter, path: Path, to: int) -> Change:
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
    return Brackets(front_matter.text, node.span, spans, ())


# --- layout


def _indent(front_matter: FrontMatter, offset: int) -> str:
    """The blanks at the start of a place's line."""
    text = front_matter.text
    start = text.rfind("\n", 0, offset) + 1
    line = text[start:offset]
    return line[: len(line) - len(line.lstrip(" \t"))]


def _inner_indent(front_matter: FrontMatter, node: Mapping | Sequence) -> str | None:
    """The indentation of members on lines of their own; None on one line."""
    text = front_matter.text
    inner = node.entries if isinstance(node, Mapping) else node.items
    if inner:
        start = inner[0].span.start
        on_own_line = "\n" in text[node.span.start : start]
        return _indent(front_matter, start) if on_own_line else None
    if front_matter.root is not node and not _has_lines(front_matter):
        return None
    return _indent(front_matter, node.span.start) + _step(front_matter)


def _has_lines(front_matter: FrontMatter) -> bool:
    """Whether the object has its keys on lines of their own."""
    root = front_matter.root
    if root is None or not root.entries:
        return True
    return "\n" in front_matter.text[root.span.start : root.entries[0].span.start]


def _step(front_matter: FrontMatter) -> str:
    root = front_matter.root
    if root is None or not root.entries:
        return "  "
    return _indent(front_matter, root.entries[0].span.start) or "  "


def _colon(front_matter: FrontMatter) -> str:
    """What stands between a key and its value, as in the first entry."""
    root = front_matter.root
    if root is None or not root.entries:
        return ": "
    first = root.entries[0]
    return front_matter.text[first.key.span.end : first.value.span.start]


def _inserted(
    front_matter: FrontMatter,
    node: Mapping | Sequence,
    place: int,
    new: str,
    inner: str | None,
) -> Change:
    is_empty = not (node.entries if isinstance(node, Mapping) else node.items)
    if is_empty and inner is not None:
        inside = Span(node.span.start + 1, node.span.end - 1)
        outer = _indent(front_matter, node.span.start)
        return Change((Edit(inside, f"\n{inner}{new}\n{outer}"),))
    return _brackets(front_matter, node).insert(place, new)


# --- values


def _written(value: Wanted, old: Node | None) -> str:
    """A value as JSON on one line. Raises Unwritable."""
    if isinstance(value, Verbatim):
        return value.raw
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, float) and not math.isfinite(value):
        raise Unwritable("JSON has no infinite numbers and no “not a number”")
    if isinstance(value, dt.date):
        like = old.text if isinstance(old, Scalar) else None
        return _string(notation.written(value, like))
    if isinstance(value, dt.time):
        return _string(value.isoformat())
    if isinstance(value, list):
        return "[" + ", ".join(_written(each, None) for each in value) + "]"
    if isinstance(value, dict):
        pairs = (f"{_string(key)}: {_written(each, None)}" for key, each in value.items())
        return "{" + ", ".join(pairs) + "}"
    return json.dumps(value)


def _string(text: str) -> str:
    """In double quotes; what no editor shows and no encoding carries stands as an escape."""
    written = json.dumps(text, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found.group()):04x}", written)


_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
