"""One table of a file of settings: typed values, each wrong one told at its place."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from editor_app.core.data_files.report import Report
from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.nodes import Entry, Mapping, Node, Path, Scalar, Value
from editor_app.core.frontmatter.nodes import Sequence as Items
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.frontmatter.values import is_merge, merge_sources, value_of
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Text:
    """A text in the file, and where it stands."""

    text: str
    span: Span


@dataclass(slots=True)
class Table:
    """Remembers which keys were asked for; `finish` tells of the others.

    What is absent or wrong is None. `path` is that of the table in the file,
    `file` the name of the file where somebody gave it. Keys that YAML merges
    in (`<<`) are found like the table's own. A foreign table is another
    program's: what is wrong in it is a warning, and null is as good as absent.
    """

    node: Mapping
    path: Path
    report: Report
    file: str = ""
    is_foreign: bool = False
    _asked: set[str] = field(default_factory=set)
    _known: dict[str, Entry] | None = None

    @property
    def span(self) -> Span:
        """The first key, which stands for the whole."""
        first = self.node.entries[:1]
        return first[0].key.span if first else self.node.span

    def names(self) -> tuple[str, ...]:
        return tuple(entry.name for entry in self.entries())

    def entries(self) -> tuple[Entry, ...]:
        """One for each key, merged ones after the table's own."""
        return tuple(self._by_name().values())

    def entry(self, name: str) -> Entry | None:
        self._asked.add(name)
        return self._by_name().get(name)

    def has(self, name: str) -> bool:
        """Whether a key is there; that asks for nothing."""
        return name in self._by_name()

    def inner(self, node: Mapping, *steps: str | int) -> Table:
        """A table inside of this one."""
        return Table(node, (*self.path, *steps), self.report, self.file, self.is_foreign)

    def keep(self, name: str) -> None:
        """Leave a key to `rest`, though it was asked for."""
        self._asked.discard(name)

    def rest(self) -> tuple[tuple[str, Value], ...]:
        """The keys that nobody asked for, with their values."""
        return tuple(
            (entry.name, self.value_of(entry.value))
            for entry in self.entries()
            if entry.name not in self._asked
        )

    def _by_name(self) -> dict[str, Entry]:
        if self._known is None:
            self._known = _by_name(self.node)
        return self._known

    @property
    def _severity(self) -> Severity:
        return Severity.WARNING if self.is_foreign else Severity.ERROR

    def line(self, name: str = "") -> int:
        """The line of a key that is there, or of the table's first."""
        return self.report.line(self._place(name))

    def _place(self, name: str) -> Span:
        entry = self._by_name().get(name)
        return self.span if entry is None else entry.key.span

    def wrong(self, name: str, template: str, /, **values: object) -> None:
        """Tell of a key's value."""
        self.tell(self._place(name), name, template, **values)

    def missing(self, name: str) -> None:
        """Tell of a key that has to be there."""
        self.tell(self.span, name, "{key} is missing here")

    def warn(self, name: str, template: str) -> None:
        """Tell of a key's value that is no error."""
        self.report.wrong(self._place(name), template, self._key(name), Severity.WARNING, key=name)

    def finish(self) -> None:
        """Tell of the keys that nobody asked for."""
        known = sorted(self._asked)
        for entry in self.node.entries:
            if entry.name not in self._asked and not is_merge(entry.key):
                template = "There is no setting {key}"
                self.report.unknown(
                    entry.key.span, template, entry.name, known, self._key(entry.name)
                )

    def _key(self, name: str) -> str:
        return dotted((*self.path, name))

    # --- values

    def text(self, name: str) -> Text | None:
        node = self._value(name)
        if node is None:
            return None
        if isinstance(node, Scalar) and isinstance(node.yaml12, str) and node.yaml12.strip():
            return Text(node.yaml12, node.span)
        self.wrong(name, "{key} is not a text")
        return None

    def needed(self, name: str) -> Text | None:
        """A text that has to be there."""
        if not self.has(name):
            self.missing(name)
        return self.text(name)

    def texts(self, name: str) -> tuple[Text, ...] | None:
        """A list of texts; what is none is told, and the others stand."""
        items = self._items(name)
        if items is None:
            return None
        found: list[Text] = []
        for item in items:
            if isinstance(item, Scalar) and isinstance(item.yaml12, str) and item.yaml12.strip():
                found.append(Text(item.yaml12, item.span))
            else:
                self.wrong_item(name, item)
        return tuple(found) if found or not items else None

    def plain(self, name: str) -> str | None:
        """A text that may be empty."""
        node = self._value(name)
        if node is None:
            return None
        if isinstance(node, Scalar) and isinstance(node.yaml12, str):
            return node.yaml12
        self.wrong(name, "{key} is not a text")
        return None

    def words(self, name: str) -> tuple[str, ...] | None:
        """A list of values, each as it is written without its quotes."""
        items = self._items(name)
        if items is None:
            return None
        found: list[str] = []
        for item in items:
            if isinstance(item, Scalar):
                found.append(item.text)
            else:
                self.wrong_item(name, item)
        return tuple(found) if found or not items else None

    def number(self, name: str, least: int, most: int) -> int | None:
        node = self._value(name)
        if node is None:
            return None
        value = node.yaml12 if isinstance(node, Scalar) else None
        if isinstance(value, int) and not isinstance(value, bool) and least <= value <= most:
            return value
        template = "{key} is not a whole number from {least} to {most}"
        self.wrong(name, template, least=least, most=most)
        return None

    def amount(self, name: str) -> float | None:
        """A number, whole or not."""
        node = self._value(name)
        if node is None:
            return None
        value = node.yaml12 if isinstance(node, Scalar) else None
        if isinstance(value, int | float) and not isinstance(value, bool) and _is_finite(value):
            return value
        self.wrong(name, "{key} is not a number")
        return None

    def flag(self, name: str) -> bool | None:
        node = self._value(name)
        if node is None:
            return None
        if isinstance(node, Scalar) and isinstance(node.yaml12, bool):
            return node.yaml12
        self.wrong(name, "{key} is not true or false")
        return None

    def choice(self, name: str, words: Sequence[str]) -> str | None:
        node = self._value(name)
        if node is None:
            return None
        if isinstance(node, Scalar) and node.yaml12 in words:
            return str(node.yaml12)
        self.wrong(name, "{key} is none of {words}", words=", ".join(words))
        return None

    def value(self, name: str) -> Value:
        """Whatever a key says; None also where it is absent."""
        node = self._value(name)
        return None if node is None else value_of(node, yaml12=True)

    def items(self, name: str) -> tuple[Node, ...] | None:
        """A list, whatever it holds."""
        return self._list(name, "{key} is not a list")

    def value_of(self, node: Node) -> Value:
        """What a node in this table means."""
        return value_of(node, yaml12=True)

    # --- tables

    def table(self, name: str) -> Table | None:
        node = self._value(name)
        if node is None:
            return None
        if isinstance(node, Mapping):
            return self.inner(node, name)
        self.wrong(name, "{key} is not a table")
        return None

    def tables(self, name: str) -> Iterator[Table]:
        """The tables of a list, as in `[[check.overrides]]`."""
        node = self._value(name)
        if node is None:
            return
        items = node.items if isinstance(node, Items) else ()
        maps = [item for item in items if isinstance(item, Mapping)]
        if not isinstance(node, Items) or len(maps) < len(items):
            self.wrong(
                name, "{key} is not a list of tables: write [[{path}]]", path=self._key(name)
            )
        for number, item in enumerate(maps):
            yield self.inner(item, name, number)

    def objects(self, name: str) -> Iterator[Table]:
        """The tables of a list as YAML and JSON have them; an item that is none is told."""
        for number, item in enumerate(self.items(name) or ()):
            if isinstance(item, Mapping):
                yield self.inner(item, name, number)
            elif not self.is_nothing(item):
                template = "This item of {key} is not a table, so it does not count"
                self.tell(item.span, name, template)

    def is_nothing(self, node: Node) -> bool:
        """Whether it is null where that is as good as absent."""
        return self.is_foreign and isinstance(node, Scalar) and node.yaml12 is None

    def _items(self, name: str) -> tuple[Node, ...] | None:
        return self._list(name, "{key} is not a list of texts")

    def _list(self, name: str, template: str) -> tuple[Node, ...] | None:
        node = self._value(name)
        if node is None:
            return None
        if isinstance(node, Items):
            return tuple(node.items)
        self.wrong(name, template)
        return None

    def wrong_item(self, name: str, item: Node) -> None:
        """Tell of an item of a list that should be a text."""
        is_empty = isinstance(item, Scalar) and isinstance(item.yaml12, str)
        template = (
            "This item of {key} is empty, so it does not count"
            if is_empty
            else "This item of {key} is not a text, so it does not count"
        )
        self.tell(item.span, name, template)

    def tell(self, span: Span, name: str, template: str, /, **values: object) -> None:
        """Tell of a place in a key's value."""
        self.report.wrong(span, template, self._key(name), self._severity, key=name, **values)

    def _value(self, name: str) -> Node | None:
        entry = self.entry(name)
        return None if entry is None or self.is_nothing(entry.value) else entry.value


def _is_finite(value: float) -> bool:
    return isinstance(value, int) or math.isfinite(value)


def _by_name(node: Mapping) -> dict[str, Entry]:
    """A mapping's own entries, of equal keys the last; then those merged in, there the first."""
    own = {entry.name: entry for entry in node.entries if not is_merge(entry.key)}
    for source in merge_sources(node):
        own |= {name: entry for name, entry in _by_name(source).items() if name not in own}
    return own
