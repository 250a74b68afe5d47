"""The front matter of a post: its fences, its nodes, its values."""

from __future__ import annotations

from dataclasses import dataclass

from editor_app.core.frontmatter.nodes import (
    Comment,
    Entry,
    Format,
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
    Unreadable,
    Value,
)
from editor_app.core.frontmatter.values import value_of
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What `read` found at the start of a post's text; it never changes.

    `format` is None for a post without front matter; then all spans are empty
    and the body begins at 0. `span` goes from the opening fence to after the
    closing fence's line break. `root` is None without front matter and where
    it is unreadable. `duplicates` pairs the first entry of a key with a later
    one of the same mapping, at any depth.
    """

    text: str
    format: Format | None
    span: Span
    opening: Span | None
    closing: Span | None
    content: Span
    body_start: int
    root: Mapping | None
    comments: tuple[Comment, ...] = ()
    unreadable: Unreadable | None = None
    duplicates: tuple[tuple[Entry, Entry], ...] = ()

    def node(self, path: Path) -> Node | None:
        """The node at a path; of equal keys the last, as the generators take it."""
        node: Node | None = self.root
        for step in path:
            if isinstance(node, Mapping) and isinstance(step, str):
                entry = node.entry(step)
                node = None if entry is None else entry.value
            elif isinstance(node, Sequence) and isinstance(step, int):
                node = node.items[step] if 0 <= step < len(node.items) else None
            else:
                return None
        return node

    def entry(self, path: Path) -> Entry | None:
        """The entry whose value stands at a path that ends with a key."""
        if not path or not isinstance(path[-1], str):
            return None
        parent = self.node(path[:-1])
        return parent.entry(path[-1]) if isinstance(parent, Mapping) else None

    def scalar_text(self, key: str) -> str | None:
        """What the scalar of a key at the top says, as text; "" for null, None for no scalar."""
        node = self.node((key,))
        if not isinstance(node, Scalar):
            return None
        return "" if node.yaml11 is None else node.text

    def value(self, path: Path, yaml12: bool = False) -> Value:
        """The value at a path; None also where nothing stands there."""
        node = self.node(path)
        return None if node is None else value_of(node, yaml12=yaml12)

    def keys(self) -> tuple[str, ...]:
        """The keys at the top in the order of the file, each once."""
        entries = () if self.root is None else self.root.entries
        return tuple(dict.fromkeys(entry.name for entry in entries))

    def values(self, yaml12: bool = False) -> dict[str, Value]:
        """All keys and values; empty where there is nothing that can be read."""
        value = {} if self.root is None else value_of(self.root, yaml12=yaml12)
        return value if isinstance(value, dict) else {}
