"""To what a relation of a post may lead: the posts of a collection, the entries of a data file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from editor_app.core.data_files.asked import LARGEST
from editor_app.core.data_files.site_files import SKIPPED
from editor_app.core.frontmatter import json_format, limits, toml_format, yaml_format
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Content, Mapping, Node, Scalar, Sequence, Value
from editor_app.core.frontmatter.paths import parse_dotted
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.values import value_of
from editor_app.core.schema.field import Field
from editor_app.core.schema.schema import Choice, Collection, Relation
from editor_app.core.site import post_paths
from editor_app.core.text.source import read as read_source
from editor_app.core.text.spans import Span

MOST = 5_000
"""So many posts or entries are offered."""

_MOST_LOOKED_AT = 20_000
_HEAD = 32 * 1024
"""So much of a post is read, in bytes; front matter is rarely longer."""

_NAMES = ("name", "title", "label")
"""Under one of these keys an entry says how people call it."""

_ROOT = "items"
_READERS = {".json": json_format.read, ".toml": toml_format.read}


@dataclass(slots=True)
class SiteCandidates:
    """Reads them from the disk one by one, so that whoever asks can stop at any time.

    A post that was read is read again only when its file has changed. Nothing
    outside of the site is read.
    """

    root: Path
    collections: tuple[Collection, ...] = ()
    _posts: dict[str, tuple[tuple[int, int], FrontMatter]] = field(default_factory=dict)

    def choices_for(self, about: Field) -> Iterator[Choice]:
        """The values that a RELATION may have, or each item of a list of them."""
        relation = about.about.relation if about.about else None
        if relation is None:
            return iter(())
        if relation.file:
            return _entries(relation, self._data(relation.file))
        named = [each for each in self.collections if each.name == relation.collection]
        return self._of_posts(relation, named)

    # --- posts

    def _of_posts(self, relation: Relation, collections: Iterable[Collection]) -> Iterator[Choice]:
        seen: set[str] = set()
        for collection in collections:
            shown = relation.shown or ((collection.title_key,) if collection.title_key else ())
            for name in self._names(collection):
                if name in seen or len(seen) >= MOST:
                    continue
                seen.add(name)
                front_matter = self._front_matter(name)
                if front_matter is None:
                    continue
                value = _value_of_post(relation.value, name, front_matter)
                if value not in (None, ""):
                    label = _shown(front_matter.root, shown or ("title",))
                    yield Choice(value, label or str(value), name)

    def _names(self, collection: Collection) -> Iterator[str]:
        folders = list(dict.fromkeys(map(_literal_head, collection.files)))
        looked_at = 0
        while folders:
            folder = folders.pop(0)
            for entry in self._listed(folder):
                looked_at += 1
                if looked_at > _MOST_LOOKED_AT:
                    return
                name = f"{folder}/{entry.name}" if folder else entry.name
                if entry.is_dir(follow_symlinks=False):
                    if entry.name not in SKIPPED:
                        folders.append(name)
                elif entry.is_file(follow_symlinks=False) and collection.has_path(name):
                    yield name

    def _listed(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            real = os.path.realpath(self.root / folder)
            if not Path(real).is_relative_to(os.path.realpath(self.root)):
                return []
            with os.scandir(real) as entries:
                return sorted(entries, key=lambda entry: entry.name)
        except (OSError, ValueError):
            return []

    def _front_matter(self, name: str) -> FrontMatter | None:
        path = self.root / name
        try:
            status = path.stat()
            identity = (status.st_mtime_ns, status.st_size)
            known = self._posts.get(name)
            if known is not None and known[0] == identity:
                return known[1]
            with path.open("rb") as file:
                head = file.read(_HEAD)
        except OSError:
            return None
        if len(head) == _HEAD:
            head = head[: head.rfind(b"\n") + 1]
        front_matter = read(read_source(head).text)
        self._posts[name] = (identity, front_matter)
        return front_matter

    # --- data files

    def _data(self, name: str) -> Node | None:
        """What a data file holds, also where that is a list."""
        try:
            real = Path(os.path.realpath(self.root / name))
            if not real.is_relative_to(os.path.realpath(self.root)) or not real.is_file():
                return None
            with real.open("rb") as file:
                data = file.read(LARGEST + 1)
        except (OSError, ValueError):
            return None
        source = read_source(data)
        if len(data) > LARGEST or source.undecodable_byte is not None:
            return None
        return _parsed(source.text, real.suffix.lower())


def _literal_head(pattern: str) -> str:
    """The folder below which all lies that a pattern names."""
    parts = pattern.lstrip("/").split("/")[:-1]
    plain: list[str] = []
    for part in parts:
        if any(sign in part for sign in "*?[{\\") or not pattern.startswith("/"):
            break
        plain.append(part)
    return "/".join(plain)


def _value_of_post(key: str, name: str, front_matter: FrontMatter) -> Value:
    if key == "path":
        return name
    if key in {"", "slug"}:
        return front_matter.scalar_text("slug") or post_paths.slug(PurePosixPath(name))
    return _at(front_matter.root, key)


def _parsed(text: str, suffix: str) -> Node | None:
    """Read as TOML, JSON or YAML; a list below a key of ours, for the readers want a mapping."""
    read_content = _READERS.get(suffix, yaml_format.read)
    wrapped = _wrapped(text, suffix)
    whole = wrapped or text
    span = Span(0, len(whole))
    if limits.too_long(span) is not None:
        return None
    content = read_content(whole, span)
    if not isinstance(content, Content):
        return None
    return _entry(content.root, _ROOT) if wrapped else content.root


def _wrapped(text: str, suffix: str) -> str:
    """The text with a list in it as a mapping; empty where it is one already."""
    if suffix == ".json":
        return f'{{"{_ROOT}":{text.strip() or "null"}}}'
    if suffix == ".toml":
        return ""
    if text.lstrip().startswith(("[", "{")):
        return f"{_ROOT}: {text.strip()}\n"
    inner = text.removeprefix("---\n").split("\n---", 1)[0]
    is_list = any(line.startswith("-") for line in inner.split("\n"))
    return f"{_ROOT}:\n{inner}" if is_list else f"{_ROOT}:\n" + _indented(inner)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}" if line.strip() else line for line in text.split("\n"))


def _entries(relation: Relation, data: Node | None) -> Iterator[Choice]:
    """The entries of a file; `authors.*.name` leads to those below a key of it."""
    above, star, value_key = relation.value.rpartition("*")
    value_key = value_key.lstrip(".")
    node = _node(data, above.rstrip(".")) if star and above else data
    shown = tuple(key.rpartition("*.")[2] for key in relation.shown)
    if isinstance(node, Mapping):
        for entry in node.entries[:MOST]:
            value: Value = entry.name if value_key == "id" else _at(entry.value, value_key)
            yield from _choice(value if value is not None else entry.name, entry.value, shown)
    elif isinstance(node, Sequence):
        for item in node.items[:MOST]:
            own = value_of(item, yaml12=True) if isinstance(item, Scalar) else None
            yield from _choice(own if own is not None else _at(item, value_key), item, shown)


def _choice(value: Value, node: Node, shown: tuple[str, ...]) -> Iterator[Choice]:
    if value in (None, "") or isinstance(value, list | dict):
        return
    if isinstance(node, Scalar):
        label = node.text
    else:
        label = _shown(node, shown) if shown else _first_name(node)
    yield Choice(value, label or str(value), str(value) if label and label != value else "")


def _first_name(node: Node) -> str:
    return next((text for key in _NAMES if (text := _shown(node, (key,)))), "")


def _shown(node: Node | None, keys: Iterable[str]) -> str:
    """What people read, of one or several keys; a template's braces are no part of a key."""
    texts = (_at(node, key.strip("{} ")) for key in keys)
    return " · ".join(str(text) for text in texts if text not in (None, ""))


def _at(node: Node | None, key: str) -> Value:
    found = _node(node, key)
    return value_of(found, yaml12=True) if isinstance(found, Scalar) else None


def _node(node: Node | None, key: str) -> Node | None:
    try:
        path = parse_dotted(key)
    except ValueError:
        return None
    for step in path:
        node = _entry(node, str(step))
    return node


def _entry(node: Node | None, name: str) -> Node | None:
    entry = node.entry(name) if isinstance(node, Mapping) else None
    return None if entry is None else entry.value
