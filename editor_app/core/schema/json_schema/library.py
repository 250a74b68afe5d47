"""The files of a JSON Schema: parts of it, and where its references lead."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from urllib.parse import unquote

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.nodes import Entry, Mapping, Node, Scalar
from editor_app.core.frontmatter.nodes import Sequence as Items
from editor_app.core.schema.schema import Said
from editor_app.core.text.spans import Span

MOST_PARTS = 20_000
"""So many schemas are looked at, each reference counted anew; real ones have hundreds."""

_DEEPEST = 40
_REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
_NAMES = ("$id", "id", "$anchor", "$dynamicAnchor")
_OF_THE_DRAFTS = ("http://json-schema.org/", "https://json-schema.org/")


@dataclass(frozen=True, slots=True)
class Part:
    """One schema as it stands in a file; references in it count from there."""

    node: Mapping
    file: str
    entries: dict[str, Entry]


@dataclass(slots=True)
class Library:
    """Reads each file once; tells once what it can't follow. Cycles and depth are bounded.

    `source` is what readers of the fields are told of where they come from.
    """

    files: SiteFiles
    source: str
    _left: int = MOST_PARTS
    _names: dict[str, dict[str, Node]] = field(default_factory=dict)
    _told: set[tuple[str, Span]] = field(default_factory=set)

    def root(self, file: str) -> Mapping | None:
        table = self.files.table(file, is_foreign=True)
        return None if table is None else table.node

    def said(self, file: str, span: Span) -> Said:
        return Said(self.source, file, self.files.report(file).line(span))

    def wrong(self, file: str, span: Span, template: str, **values: object) -> None:
        """Tell of a place, the first time."""
        if (file, span) not in self._told:
            self._told.add((file, span))
            self.files.report(file).wrong(span, template, None, Severity.WARNING, **values)

    def unreached(self, file: str, span: Span, reference: str, *, is_remote: bool) -> None:
        """Tell of a name to which no file belongs."""
        template = (
            "{reference} is on the network, so it was not read"
            if is_remote
            else "{reference} leads to nothing"
        )
        self.wrong(file, span, template, reference=reference)

    def parts(self, node: Node, file: str, above: tuple[int, ...] = ()) -> tuple[Part, ...]:
        """All that holds at once where a schema holds: itself, its references, its `allOf`."""
        if not isinstance(node, Mapping) or id(node) in above or len(above) > _DEEPEST:
            return ()
        self._left -= 1
        if self._left < 0:
            self.wrong(file, node.span, "This schema means too much, so its rest was not read")
            return ()
        entries = Table(node, (), self.files.report(file), file).entries()
        part = Part(node, file, {entry.name: entry for entry in entries})
        found = [part]
        above = (*above, id(node))
        for name in _REFERENCES:
            target = self._target(part, name)
            if target is not None:
                found += self.parts(*target, above)
        all_of = part.entries.get("allOf")
        if all_of is not None and isinstance(all_of.value, Items):
            for item in all_of.value.items:
                found += self.parts(item, file, above)
        return tuple(found)

    def _target(self, part: Part, name: str) -> tuple[Node, str] | None:
        """The node to which a keyword leads, and its file."""
        entry = part.entries.get(name)
        if entry is None:
            return None
        reference, span = entry.value, entry.value.span
        if not isinstance(reference, Scalar) or not isinstance(reference.yaml12, str):
            self.wrong(part.file, span, "{key} is not a text", key=name)
            return None
        text = reference.yaml12
        if text.startswith(_OF_THE_DRAFTS):
            return None  # a schema of schemas says nothing of posts
        address, _, fragment = text.partition("#")
        found, is_known = self._file(address, part.file)
        target = None if found is None else self._inner(*found, unquote(fragment))
        if target is None and not is_known:
            is_remote = ":" in address.partition("/")[0]
            self.unreached(part.file, span, text, is_remote=is_remote)
        return target

    def _file(self, address: str, near: str) -> tuple[tuple[Node, str] | None, bool]:
        """The root at an address, and whether its file is known to be broken."""
        root = self.root(near)
        if not address:
            return (None if root is None else (root, near)), False
        named = self._named(near).get(address)
        if named is not None:
            return (named, near), False
        for name in self._places(unquote(address), near, root):
            if self.files.is_file(name):
                other = self.root(name)
                return (None, True) if other is None else ((other, name), False)
        return None, False

    def _places(self, address: str, near: str, root: Node | None) -> tuple[str, ...]:
        """File names that an address may mean: beside the file, then from the site's root.

        Files that stand beside one another often have addresses that do so too.
        """
        own = root.entry("$id") or root.entry("id") if isinstance(root, Mapping) else None
        base = own.value.text if own is not None and isinstance(own.value, Scalar) else ""
        beside = base.rpartition("/")[0] + "/"
        if len(beside) > 1 and address.startswith(beside):
            address = address.removeprefix(beside)
        folder = posixpath.dirname(near)
        names = (posixpath.join(folder, address.lstrip("/")), address.lstrip("/"))
        return tuple(posixpath.normpath(name) for name in names)

    def _inner(self, root: Node, file: str, fragment: str) -> tuple[Node, str] | None:
        """What a fragment names: a path of keys, or an anchor."""
        if fragment and not fragment.startswith("/"):
            named = self._named(file).get(f"#{fragment}")
            return None if named is None else (named, file)
        node: Node | None = root
        for step in fragment.split("/")[1:]:
            node = _step(node, step.replace("~1", "/").replace("~0", "~"))
        return None if node is None else (node, file)

    def _named(self, file: str) -> dict[str, Node]:
        """The schemas of a file that have a name of their own: `$id`, `#anchor`."""
        if file not in self._names:
            root = self.root(file)
            self._names[file] = {} if root is None else _names(root)
        return self._names[file]


def _step(node: Node | None, step: str) -> Node | None:
    if isinstance(node, Mapping):
        entry = node.entry(step)
        return None if entry is None else entry.value
    if isinstance(node, Items) and step.isascii() and step.isdigit() and len(step) < 6:
        return node.items[int(step)] if int(step) < len(node.items) else None
    return None


def _names(root: Node) -> dict[str, Node]:
    found: dict[str, Node] = {}
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Items):
            waiting += node.items
        elif isinstance(node, Mapping):
            waiting += (entry.value for entry in node.entries)
            for entry in node.entries:
                if entry.name in _NAMES and isinstance(entry.value, Scalar) and entry.value.text:
                    mark = "#" if "nchor" in entry.name else ""
                    found.setdefault(mark + entry.value.text.removesuffix("#"), node)
    return found
