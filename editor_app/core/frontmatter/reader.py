"""Read the front matter of a post."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable

from editor_app.core.frontmatter import fences
from editor_app.core.frontmatter.fences import Fences
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import (
    Content,
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Unreadable,
)
from editor_app.core.text.spans import Span


def read(text: str) -> FrontMatter:
    """Read the front matter at the start of a normalised text.

    Never raises; costs what the front matter costs, not what the body does.
    """
    found = fences.find(text)
    if found is None:
        nothing = Span(0, 0)
        return FrontMatter(text, None, nothing, None, None, nothing, 0, None)
    content = found.unreadable or _content(text, found)
    if isinstance(content, Unreadable):
        return _front_matter(text, found, None, content)
    return _front_matter(text, found, content, None)


def _content(text: str, found: Fences) -> Content | Unreadable:
    """The tree between the fences, or why there is none."""
    # By name: nobody waits for the parser of a format that none of his posts has.
    name = f"editor_app.core.frontmatter.{found.format.value}_format"
    read_content: Callable[[str, Span], Content | Unreadable] = importlib.import_module(name).read
    return read_content(text, found.content)


def _front_matter(
    text: str, found: Fences, content: Content | None, unreadable: Unreadable | None
) -> FrontMatter:
    return FrontMatter(
        text,
        found.format,
        found.span,
        found.opening,
        found.closing,
        found.content,
        found.body_start,
        None if content is None else content.root,
        () if content is None else content.comments,
        unreadable,
        () if content is None else tuple(_duplicates(content.root)),
    )


def _duplicates(node: Mapping | Sequence) -> list[tuple[Entry, Entry]]:
    """Pairs of entries with one key; an alias's entries are counted at its anchor."""
    if node.reference is not None and node.reference.alias is not None:
        return []
    result: list[tuple[Entry, Entry]] = []
    inner: Iterable[Node] = ()
    if isinstance(node, Sequence):
        inner = node.items
    else:
        inner = [entry.value for entry in node.entries]
        first: dict[str, Entry] = {}
        for entry in node.entries:
            earlier = first.setdefault(entry.key.text, entry)
            if earlier is not entry:
                result.append((earlier, entry))
    for each in inner:
        if not isinstance(each, Scalar):
            result += _duplicates(each)
    return result
