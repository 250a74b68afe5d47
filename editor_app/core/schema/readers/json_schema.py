"""JSON Schemas that a post names, or that a site's editors and linters use for its posts.

Read with the manuals of the YAML language server (modeline, `$schema`, `yaml.schemas`),
of VS Code (`json.schemas`) and of remark-lint-frontmatter-schema (`schemas`).
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from glob import escape
from pathlib import PurePath

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.generator import Generator
from editor_app.core.schema.json_schema.associations import (
    Association,
    associations,
    local_name,
)
from editor_app.core.schema.json_schema.collections import KEY, collection_of
from editor_app.core.schema.json_schema.library import Library
from editor_app.core.schema.schema import Collection, Schema
from editor_app.core.text.expressions import expression

SOURCE = "JSON Schema"
NONE = "none"
"""What a post names that wants no schema."""

_MODELINE = expression(r"#\s+(?:yaml-language-server\s*:|(?=\$schema:)).*?\$schema(?:=|:\s*)(\S+)")
_TOML_LINE = expression(r"#:schema\s+(\S+)")


def read(files: SiteFiles, _: Generator) -> Iterator[Schema]:
    """The schemas that the site's editors and linters use for its posts."""
    library = Library(files, SOURCE)
    found: list[Collection] = []
    read_from: dict[str, None] = {}
    for each in associations(files):
        collection = _collection(library, each, read_from)
        if collection is not None:
            found.append(collection)
    if found:
        yield Schema(SOURCE, tuple(read_from), tuple(found))


def named(front_matter: FrontMatter) -> str | None:
    """The schema that a post names, as it writes it: in a comment, else with `$schema`."""
    for comment in front_matter.comments:
        text = comment.span.of(front_matter.text)
        line = _MODELINE.match(text) or _TOML_LINE.match(text)
        if line is not None:
            return line[1]
    value = front_matter.value((KEY,), yaml12=True)
    return value.strip() or None if isinstance(value, str) else None


def schema_named(files: SiteFiles, post_path: PurePath | str, name: str) -> Schema | None:
    """The schema that a post at a path from the site's root names.

    Its name counts from the post, then from the root. None where there is no
    such file, where it can't be read, is on the network, or is `none`.
    """
    path = PurePath(post_path).as_posix()
    local = None if name == NONE else local_name(name)
    if not local:
        return None
    file = _first(files, posixpath.join(posixpath.dirname(path), local), local.lstrip("/"))
    library = Library(files, SOURCE)
    root = None if file is None else library.root(file)
    if file is None or root is None:
        return None
    said = library.said(file, root.span)
    collection = collection_of(library, root, file, said, (f"/{escape(path)}",))
    return Schema(SOURCE, (file,), (collection,))


def _first(files: SiteFiles, *names: str) -> str | None:
    return files.first(*(posixpath.normpath(name) for name in names))


def _collection(
    library: Library, said: Association, read_from: dict[str, None]
) -> Collection | None:
    files = library.files
    place = library.said(said.file, said.span)
    if not isinstance(said.schema, str):
        read_from[said.file] = None
        return collection_of(library, said.schema, said.file, place, said.patterns)
    local = local_name(said.schema)
    file = None if local is None else _first(files, local.lstrip("/"))
    if file is None:
        library.unreached(said.file, said.span, said.schema, is_remote=local is None)
        return None
    root = library.root(file)
    if root is None:
        return None
    read_from |= {said.file: None, file: None}
    return collection_of(library, root, file, place, said.patterns)
