"""`galley schema`: what a site says of its posts, and where it says so."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from editor_app.cli.console import Console
from editor_app.cli.parser import WRONG_USE, Parser, add_language, path_name
from editor_app.cli.schema_as_json import as_json
from editor_app.cli.schema_as_text import as_lines
from editor_app.cli.schema_found import FoundSchema, PostsOfType
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.reader import read as read_front_matter
from editor_app.core.schema.content_type import ContentType
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.site_schema import SiteSchema
from editor_app.core.site.find import Site, find_site
from editor_app.core.site.posts import posts
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.text.source import read

_EPILOG = """\
Read are the site's own files: [schema] in galley.toml, and what content management
systems, editors and generators keep there. Nothing of the site is run. Beside each
field stands the file and line that says so; where two sources can't both be right,
the first counts, and both are named.

exit status:
  0  done
  2  wrong use

examples:
  galley schema .
  galley schema . --format json
"""


def parser() -> Parser:
    result = Parser("schema", description="Show what a site says of its posts.", epilog=_EPILOG)
    result.add_argument(
        "path", metavar="PATH", type=path_name, nargs="?", default=".", help="a site or a post"
    )
    result.add_argument(
        "--format", choices=("text", "json"), default="text", help="(default: text)"
    )
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    path = Path(arguments.path)
    if not path.exists():
        console.complain(console.say("{path}: there is no such file", path=path))
        return WRONG_USE
    site = find_site(path)
    schema = read_schema(site.root, site.generator, console.translate)
    found = FoundSchema(site, schema, tuple(_counted(site, schema)))
    if arguments.format == "json":
        console.json(as_json(found))
    else:
        for line in as_lines(found, console):
            console.line(line)
    return 0


def _counted(site: Site, schema: SiteSchema) -> Iterator[PostsOfType]:
    """The content types that the site's posts have, the most frequent first."""
    counts: dict[int, int] = {}
    types: dict[int, ContentType] = {}
    for post in posts(site):
        found = schema.at(site.inner(post))
        needs_values = any(each.conditions for each in found.collections)
        values = _values(post, site) if needs_values else {}
        content_type = found.content_type(values)
        types[id(content_type)] = content_type
        counts[id(content_type)] = counts.get(id(content_type), 0) + 1
    for number in sorted(counts, key=lambda number: -counts[number]):
        yield PostsOfType(types[number], counts[number])


def _values(post: Path, site: Site) -> dict[str, Value]:
    """A post's values, on which a collection depends; none where it can't be read."""
    try:
        text = read(load(post).source_bytes).text
    except LoadFailed:
        return {}
    return read_front_matter(text).values(site.generator.reads_yaml12)
