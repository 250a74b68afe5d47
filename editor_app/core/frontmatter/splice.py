"""Splice values into front matter without touching anything else.

The one door for changes. What a format proposes is applied, read again and
compared: only the path that was asked for may differ, in its YAML 1.1 and its
1.2 meaning alike, and no comment may be lost. Else the answer is a Refusal.
"""

from __future__ import annotations

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter import drafts, proof
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Format, Mapping, Path, Sequence
from editor_app.core.frontmatter.updates import added_item, inserted, updated
from editor_app.core.frontmatter.verbatim import Verbatim, Wanted
from editor_app.core.text.edits import Edit

__all__ = [
    "Verbatim",
    "Wanted",
    "add_item",
    "insert",
    "move",
    "move_item",
    "remove",
    "remove_item",
    "rename",
    "set_value",
]


def set_value(front_matter: FrontMatter, path: Path, value: Wanted) -> tuple[Edit, ...] | Refusal:
    """The edits that give a path a value; a path that is not there is inserted.

    A list or mapping is changed item by item, so what stays keeps its
    comments. A time without zone keeps the zone that stands there. No edits
    where the value is what is asked for already.
    """
    draft = drafts.of(front_matter)
    if isinstance(draft, Refusal):
        return draft
    return drafts.finished(updated(draft, path, value))


def insert(
    front_matter: FrontMatter,
    path: Path,
    value: Wanted,
    index: int | None = None,
    format_: Format = Format.YAML,
) -> tuple[Edit, ...] | Refusal:
    """The edits that put a new key into its mapping, before the entry at `index`.

    Mappings on the way that are missing are made. A post without front matter
    gets one, in `format_`.
    """
    draft = drafts.of(front_matter, format_)
    if isinstance(draft, Refusal):
        return draft
    return drafts.finished(inserted(draft, path, value, index))


def rename(front_matter: FrontMatter, path: Path, key: str) -> tuple[Edit, ...] | Refusal:
    """The edits that give the entry at a path another key."""
    draft = drafts.of(front_matter)
    if isinstance(draft, Refusal):
        return draft
    entry = front_matter.entry(path)
    if entry is None:
        return drafts.missing(front_matter, path)
    if entry.name == key:
        return ()
    refusal = drafts.blocked(front_matter, path[:-1])
    if refusal is not None:
        return refusal
    parent = front_matter.node(path[:-1])
    other = parent.entry(key) if isinstance(parent, Mapping) else None
    if other is not None:
        return Refusal(f"There is a key “{key}” already", other.key.span)
    tree = proof.at(draft.root, path[:-1], proof.renamed(entry.name, key))
    step = draft.step(lambda splicer, now, _: splicer.rename(now, path, key), path[:-1], tree)
    return drafts.finished(step)


def move(front_matter: FrontMatter, path: Path, index: int) -> tuple[Edit, ...] | Refusal:
    """The edits that make an entry or item the one at `index` among its neighbours.

    Comments directly above it move with it.
    """
    draft = drafts.of(front_matter)
    if isinstance(draft, Refusal):
        return draft
    if not path or front_matter.node(path) is None:
        return drafts.missing(front_matter, path)
    return drafts.finished(drafts.moved(draft, path, index))


def remove(front_matter: FrontMatter, path: Path) -> tuple[Edit, ...] | Refusal:
    """The edits that take an entry or item away, its lines and the comment at their end.

    Comments on lines of their own above it stay. A list or mapping that loses
    its last member stays as `[]` or `{}`.
    """
    draft = drafts.of(front_matter)
    if isinstance(draft, Refusal):
        return draft
    if not path or front_matter.node(path) is None:
        return drafts.missing(front_matter, path)
    return drafts.finished(drafts.without(draft, path))


def add_item(
    front_matter: FrontMatter, path: Path, value: Wanted, index: int | None = None
) -> tuple[Edit, ...] | Refusal:
    """The edits that put an item into a list, before the one at `index` or at the end.

    A list that is not there, or is an empty value, is made.
    """
    draft = drafts.of(front_matter)
    if isinstance(draft, Refusal):
        return draft
    return drafts.finished(added_item(draft, path, value, index))


def remove_item(front_matter: FrontMatter, path: Path) -> tuple[Edit, ...] | Refusal:
    """The edits that take the item at a path, which ends with its index, out of its list."""
    return _item(front_matter, path) or remove(front_matter, path)


def move_item(front_matter: FrontMatter, path: Path, index: int) -> tuple[Edit, ...] | Refusal:
    """The edits that make the item at a path the one at `index` in its list."""
    return _item(front_matter, path) or move(front_matter, path, index)


def _item(front_matter: FrontMatter, path: Path) -> Refusal | None:
    if path and isinstance(path[-1], int) and isinstance(front_matter.node(path[:-1]), Sequence):
        return None
    return Refusal("This is no item of a list")
