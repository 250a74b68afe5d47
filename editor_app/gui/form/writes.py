"""What the user can do to front matter from the form, and the edits that do it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter import splice
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Path, Value
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.schema.kinds import is_null
from editor_app.core.text.edits import Edit, apply, difference
from editor_app.core.text.spans import Span

Written: TypeAlias = Value | Verbatim
"""A value, or the text of one that is to stand as it is."""


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give a field a value: the first of `values` that front matter can hold."""

    path: Path
    values: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class SetText:
    """Put a text in the place of a whole value, brackets and all."""

    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class AddItems:
    """Put items into a list, all at one place; the list is made where it is absent.

    Each item is given as in SetValue. `index` None is the end.
    """

    path: Path
    items: tuple[tuple[Written, ...], ...]
    index: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveItem:
    path: Path


@dataclass(frozen=True, slots=True)
class MoveItem:
    path: Path
    index: int


@dataclass(frozen=True, slots=True)
class AddKey:
    path: Path
    values: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class RenameKey:
    path: Path
    key: str


@dataclass(frozen=True, slots=True)
class MoveKey:
    path: Path
    index: int


@dataclass(frozen=True, slots=True)
class RemoveKey:
    path: Path


@dataclass(frozen=True, slots=True)
class AddFrontMatter:
    """Put a text with fences before the body."""

    text: str


Write: TypeAlias = (
    SetValue
    | SetText
    | AddItems
    | RemoveItem
    | MoveItem
    | AddKey
    | RenameKey
    | MoveKey
    | RemoveKey
    | AddFrontMatter
)
Edits: TypeAlias = tuple[Edit, ...] | Refusal


def is_structural(write: Write) -> bool:
    """Whether it changes which fields or items there are, and not only a value."""
    return not isinstance(write, SetValue | SetText)


def subject(write: Write) -> str:
    """The dotted path that the write is about; empty for the front matter itself."""
    return "" if isinstance(write, AddFrontMatter) else dotted(write.path)


def edits_for(front_matter: FrontMatter, write: Write) -> Edits:
    """The edits that do the write, or why it can't be done."""
    match write:
        case SetValue(path, values):
            return _first(values, lambda value: splice.set_value(front_matter, path, value))
        case SetText(path, text):
            return _text_edits(front_matter, path, text)
        case AddItems(path, items, index):
            return _item_edits(front_matter, path, items, index)
        case RemoveItem(path):
            return splice.remove_item(front_matter, path)
        case MoveItem(path, index):
            return splice.move_item(front_matter, path, index)
        case AddKey(path, values):
            return _first(values, lambda value: splice.insert(front_matter, path, value))
        case RenameKey(path, key):
            return splice.rename(front_matter, path, key)
        case MoveKey(path, index):
            return splice.move(front_matter, path, index)
        case RemoveKey(path):
            return splice.remove(front_matter, path)
        case AddFrontMatter(text):
            return (Edit(Span(0, 0), text),)


def _first(values: tuple[Written, ...], write: Callable[[Written], Edits]) -> Edits:
    """What the first value that is not refused gives, else the first refusal."""
    refusal: Refusal | None = None
    for value in values:
        result = write(value)
        if not isinstance(result, Refusal):
            return result
        refusal = refusal or result
    return refusal or ()


def _item_edits(
    front_matter: FrontMatter, path: Path, items: tuple[tuple[Written, ...], ...], index: int | None
) -> Edits:
    """Add items one after the other, each to the text that the one before left."""
    now = front_matter
    for place, values in enumerate(items):
        at = None if index is None else index + place
        result = _first(values, partial(_added, now, path, at))
        if isinstance(result, Refusal):
            return result
        now = read(apply(now.text, result))
    return difference(front_matter.text, now.text)


def _added(front_matter: FrontMatter, path: Path, index: int | None, value: Written) -> Edits:
    node = front_matter.node(path)
    if node is not None and not is_null(node):
        return splice.add_item(front_matter, path, value, index)
    if isinstance(value, Verbatim):
        made = splice.set_value(front_matter, path, [""])
        if isinstance(made, Refusal):
            return made
        now = read(apply(front_matter.text, made))
        filled = splice.set_value(now, (*path, 0), value)
        if isinstance(filled, Refusal):
            return filled
        return difference(front_matter.text, apply(now.text, filled))
    return splice.set_value(front_matter, path, [value])


def _text_edits(front_matter: FrontMatter, path: Path, text: str) -> Edits:
    node = front_matter.node(path)
    if node is None:
        return Refusal("This field is no longer in the text")
    edits = (Edit(node.span, text),)
    after = read(apply(front_matter.text, edits))
    if after.unreadable is not None:
        return Refusal(after.unreadable.message, node.span)
    moved = front_matter.body_start + edits[0].delta
    if after.body_start != moved or _rest(after, path) != _rest(front_matter, path):
        return Refusal("This would change more than this field", node.span)
    return edits


def _rest(front_matter: FrontMatter, path: Path) -> str:
    """Every value but the one at `path`, in a form that can be compared."""
    return repr(_without(front_matter.values(), path))


def _without(value: Value, path: Path) -> Value:
    if not path:
        return None
    if isinstance(value, dict):
        return {key: _without(of, path[1:]) if key == path[0] else of for key, of in value.items()}
    if isinstance(value, list):
        return [_without(of, path[1:]) if i == path[0] else of for i, of in enumerate(value)]
    return value
