"""Drafts: a front matter while edits are made and proved step by step."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter import paths, proof
from editor_app.core.frontmatter.change import Change, composed
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import (
    Format,
    Mapping,
    Node,
    Path,
    Scalar,
    Sequence,
)
from editor_app.core.frontmatter.proof import Expected, Proof
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.verbatim import Unwritable, Wanted
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span


class Splicer(Protocol):
    """What a format can do in one step; `on_one_line` asks for no block scalars.

    Each raises Unwritable for a value that the format can't write.
    """

    def replace(
        self, front_matter: FrontMatter, path: Path, value: Wanted, on_one_line: bool
    ) -> Change: ...

    def insert(
        self,
        front_matter: FrontMatter,
        path: Path,
        value: Wanted,
        index: int | None,
        on_one_line: bool,
    ) -> Change: ...

    def rename(self, front_matter: FrontMatter, path: Path, name: str) -> Change: ...

    def remove(self, front_matter: FrontMatter, path: Path) -> Change: ...

    def move(self, front_matter: FrontMatter, path: Path, to: int) -> Change: ...

    def add_item(
        self,
        front_matter: FrontMatter,
        path: Path,
        value: Wanted,
        index: int | None,
        on_one_line: bool,
    ) -> Change: ...


def _splicer(format_: Format) -> Splicer:
    # By name: most posts of a site have one format, and to load all three takes as long
    # as to check a post.
    name = f"editor_app.core.frontmatter.{format_.value}_splice"
    module: Splicer = importlib.import_module(name)
    return module


_NEW = {Format.YAML: "---\n---\n", Format.TOML: "+++\n+++\n", Format.JSON: "{}\n"}

_FIRST = 200
"""How much of the body is read with the front matter."""

Proposal = Callable[[Splicer, FrontMatter, bool], Change]


@dataclass(frozen=True, slots=True)
class Draft:
    """`before` as it was, `now` as the edits make it; both without the body."""

    whole: FrontMatter
    before: FrontMatter
    now: FrontMatter
    edits: tuple[Edit, ...] = ()

    @property
    def format(self) -> Format:
        return self.now.format or Format.YAML

    @property
    def root(self) -> Mapping:
        root = self.now.root
        if root is None:
            raise ValueError("a draft is of front matter that can be read")
        return root

    def step(self, propose: Proposal, place: Path, expected: Expected) -> Draft | Refusal:
        """One change, proved. `place` is the path that it is about."""
        reason = ""
        for on_one_line in (False, True):  # what lines can't carry, double quotes can
            try:
                change = propose(_splicer(self.format), self.now, on_one_line)
            except Unwritable as error:
                return Refusal(str(error), _span(self.now, place))
            after = read(apply(self.now.text, change.edits))
            fault = Proof(self.format).fault(self.now, after, expected, change.lost)
            if fault is None:
                edits = composed(len(self.before.text), self.edits, change.edits)
                return replace(self, now=after, edits=edits)
            reason = reason or fault
        return Refusal(f"This can't be changed here: {reason}", _span(self.now, place))


def of(front_matter: FrontMatter, format_: Format = Format.YAML) -> Draft | Refusal:
    """A draft of a front matter; a post without one gets an empty one."""
    if front_matter.unreadable is not None:
        return Refusal(front_matter.unreadable.message, front_matter.unreadable.span)
    before = replace(front_matter, text=front_matter.text[: front_matter.body_start])
    if front_matter.format is not None:
        return Draft(front_matter, before, before)
    start = Span(0, 0)
    return Draft(front_matter, before, read(_NEW[format_]), (Edit(start, _NEW[format_]),))


def finished(draft: Draft | Refusal) -> tuple[Edit, ...] | Refusal:
    """The edits of a draft, once more proved before the body's first characters.

    Fences are found without the body, so a long body need not be copied.
    """
    if isinstance(draft, Refusal):
        return draft
    if draft.now is draft.before:
        return ()
    after = read(apply(draft.whole.text[: draft.whole.body_start + _FIRST], draft.edits))
    if replace(after, text=draft.now.text) != draft.now:
        return Refusal("This can't be changed here: the front matter would end at another place")
    return draft.edits


def moved(draft: Draft, path: Path, index: int) -> Draft | Refusal:
    """An entry or item, which exists, at another place among its neighbours."""
    refusal = blocked(draft.now, path[:-1])
    if refusal is not None:
        return refusal
    parent = draft.now.node(path[:-1])
    if isinstance(parent, Mapping):
        at, count = proof.place_of_entry(parent, path[-1]), len(parent.entries)
    elif isinstance(parent, Sequence) and isinstance(path[-1], int):
        at, count = path[-1], len(parent.items)
    else:
        return missing(draft.now, path)
    if not 0 <= index < count:
        return Refusal(f"There is no place {index + 1} among {count}")
    if at == index:
        return draft
    tree = proof.at(draft.root, path[:-1], proof.moved_to(at, index))
    return draft.step(lambda splicer, now, _: splicer.move(now, path, index), path, tree)


def without(draft: Draft, path: Path) -> Draft | Refusal:
    """Without an entry or item, which exists."""
    refusal = blocked(draft.now, path[:-1])
    if refusal is not None:
        return refusal
    tree = proof.at(draft.root, path[:-1], proof.without(path[-1]))
    return draft.step(lambda splicer, now, _: splicer.remove(now, path), path, tree)


# --- why not


def missing(front_matter: FrontMatter, path: Path) -> Refusal:
    return Refusal(f"There is no “{paths.dotted(path)}” in the front matter", front_matter.span)


def blocked(front_matter: FrontMatter, path: Path) -> Refusal | None:
    """Why nothing inside of a path may change: aliases would change with it."""
    for length in range(1, len(path) + 1):
        node = front_matter.node(path[:length])
        reference = None if node is None else node.reference
        if node is None or reference is None:
            continue
        name = paths.dotted(path[:length])
        if reference.alias is not None:
            message = (
                f"“{name}” only repeats the value marked “&{reference.alias}”: change it there"
            )
            return Refusal(message, reference.span)
    return shared(front_matter, path)


def shared(front_matter: FrontMatter, path: Path) -> Refusal | None:
    """Why a value may not change: it, or what it stands in, is repeated by an alias."""
    for length in range(1, len(path) + 1):
        node = front_matter.node(path[:length])
        reference = None if node is None else node.reference
        if reference is None or reference.anchor is None:
            continue
        alias = next(_aliases(front_matter.root, reference.anchor), None)
        if alias is not None:
            message = f"“*{reference.anchor}” repeats this value, and would change with it"
            return Refusal(message, alias)
    return None


def _aliases(node: Node | None, name: str) -> Iterator[Span]:
    """The places of the aliases of an anchor."""
    if node is None:
        return
    if node.reference is not None and node.reference.alias is not None:
        if node.reference.alias == name:
            yield node.reference.span
    elif isinstance(node, Mapping):
        for entry in node.entries:
            yield from _aliases(entry.key, name)
            yield from _aliases(entry.value, name)
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _aliases(item, name)


def _span(front_matter: FrontMatter, path: Path) -> Span | None:
    node = front_matter.node(path)
    return node.span if isinstance(node, Scalar | Mapping | Sequence) else None
