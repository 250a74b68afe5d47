"""What the site's own generator reads where a post has a value."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.frontmatter.nodes import Entry, Mapping, Node, Scalar, Value
from editor_app.core.frontmatter.values import is_merge, merge_sources, value_of
from editor_app.core.generator import Generator


def readings(node: Node, generator: Generator) -> tuple[Value, ...]:
    """What a value may mean; several where the generator is not known to read one YAML.

    Hugo's own reader has changed from YAML 1.1 to 1.2.
    """
    if generator is Generator.JEKYLL:
        return (value_of(node),)
    new = value_of(node, yaml12=True)
    if generator.reads_yaml12:
        return (new,)
    old = value_of(node)
    return (old,) if _is_same(old, new) else (old, new)


def _is_same(one: Value, other: Value) -> bool:
    return type(one) is type(other) and one == other


def is_empty(node: Node) -> bool:
    """Whether nothing stands there, a word for nothing, or a text of blanks."""
    if not isinstance(node, Scalar):
        return False
    return (node.yaml11 is None and node.yaml12 is None) or not node.text.strip()


class Keys:
    """The entries of a mapping by their keys, as the generator finds them.

    Of equal keys the last counts; keys that YAML merges in (`<<`) come after the mapping's
    own. Hugo does not care for capitals.
    """

    def __init__(self, mapping: Mapping, generator: Generator) -> None:
        self._is_loose = generator is Generator.HUGO
        self._own = {self.spelt(each.name): each for each in _own(mapping)}
        self._all = {self.spelt(each.name): each for each in _merged(mapping)} | self._own

    def spelt(self, key: str) -> str:
        return key.lower() if self._is_loose else key

    def entry(self, key: str) -> Entry | None:
        return self._all.get(self.spelt(key))

    def has(self, key: str) -> bool:
        return self.spelt(key) in self._all

    def is_own(self, entry: Entry) -> bool:
        """Whether it stands in the mapping itself, and not in what is merged."""
        return self._own.get(self.spelt(entry.name)) is entry

    def own(self) -> Iterator[Entry]:
        yield from self._own.values()


def _own(mapping: Mapping) -> Iterator[Entry]:
    return (each for each in mapping.entries if not is_merge(each.key))


def _merged(mapping: Mapping) -> Iterator[Entry]:
    """What is merged in, the first source last, as it counts."""
    for source in reversed(merge_sources(mapping)):
        yield from _merged(source)
        yield from _own(source)
