"""The manner of a post: how its own front matter is written, for what is new in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

from editor_app.core.frontmatter import notation
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Node, Scalar, Sequence, Style

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Manner:
    """What most of a post's front matter does.

    `quote` is the kind of quotes, `step` the indentation of what stands inside
    a key, `dash` that of a list's dashes, `list_pad` and `map_pad` the blank
    inside brackets, `date` a time in the post's notation.
    """

    quote: Style = Style.DOUBLE
    has_flow_lists: bool = True
    has_flow_maps: bool = False
    step: int = 2
    dash: int = 2
    list_pad: str = ""
    map_pad: str = ""
    date: str | None = None
    has_blocks: bool = True


def of(front_matter: FrontMatter, *, has_blocks: bool = True) -> Manner:
    """The manner of a post's front matter; where it shows none, the usual one.

    Without `has_blocks` no text is to be written as lines beneath its key.
    """
    text, root = front_matter.text, front_matter.root
    if root is None:
        return Manner(has_blocks=has_blocks)
    nodes = tuple(_nodes(root))
    scalars = [node for node in nodes if isinstance(node, Scalar)]
    lists = [node for node in nodes if isinstance(node, Sequence) and node.items]
    maps = [node for node in nodes[1:] if isinstance(node, Mapping) and node.entries]
    quotes = [each.style for each in scalars if each.style in (Style.SINGLE, Style.DOUBLE)]
    dates = [each.text for each in scalars if ":" in each.text and notation.parsed(each.text)]
    steps = tuple(_steps(text, root))
    return Manner(
        _most(quotes, Style.DOUBLE),
        _most([node.is_flow for node in lists], True),
        _most([node.is_flow for node in maps], False),
        _most([step for step, is_list in steps if not is_list and step], 2),
        _most([step for step, is_list in steps if is_list], 2),
        _most([_pad(text, node) for node in lists if node.is_flow], ""),
        _most([_pad(text, node) for node in maps if node.is_flow], ""),
        dates[0] if dates else None,
        has_blocks,
    )


def _nodes(node: Node) -> Iterator[Node]:
    """A node and all in it; what an alias stands for counts at its anchor."""
    yield node
    if node.reference is not None and node.reference.alias is not None:
        return
    inner: tuple[Node, ...] = ()
    if isinstance(node, Mapping):
        inner = tuple(entry.value for entry in node.entries)
    elif isinstance(node, Sequence):
        inner = node.items
    for each in inner:
        yield from _nodes(each)


def _most(found: list[T], usual: T) -> T:
    return Counter(found).most_common(1)[0][0] if found else usual


def _pad(text: str, node: Node) -> str:
    return " " if text[node.span.start + 1 : node.span.start + 2] == " " else ""


def _steps(text: str, root: Mapping) -> Iterator[tuple[int, bool]]:
    """How far block collections under a key are indented, and whether they are lists."""
    for node in _nodes(root):
        if not isinstance(node, Mapping) or node.is_flow or _is_alias(node):
            continue
        for entry in node.entries:
            value = entry.value
            if isinstance(value, Scalar) or value.is_flow or _is_alias(value):
                continue
            step = _column(text, value.span.start) - _column(text, entry.span.start)
            yield step, isinstance(value, Sequence)


def _is_alias(node: Node) -> bool:
    return node.reference is not None and node.reference.alias is not None


def _column(text: str, offset: int) -> int:
    return offset - (text.rfind("\n", 0, offset) + 1)
