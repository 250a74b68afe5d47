"""`galley get`: front matter as JSON."""

from __future__ import annotations

import argparse
import math
from pathlib import Path

from editor_app.cli.console import Console, Json
from editor_app.cli.parser import WRONG_USE, Parser, add_language, path_name
from editor_app.cli.reading import Files
from editor_app.core.frontmatter.nodes import Node, Scalar, Sequence, Value
from editor_app.core.frontmatter.paths import parse_dotted
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.values import is_merge
from editor_app.core.generator import Generator
from editor_app.core.site.find import find_site

NOT_THERE = 1
# They read what YAML 1.1 takes for true and false, and more, as text.
_YAML12 = {Generator.ASTRO, Generator.ELEVENTY, Generator.HUGO}
_EPILOG = """\
Values are what the site's generator reads: `yes` is true in Jekyll and text in
Astro. Dates are texts, as they are written in the file.

exit status:
  0  done
  1  the key is not there, or the front matter can't be read
  2  wrong use, or the file can't be read

examples:
  galley get post.md
  galley get post.md title
  galley get post.md author.name
  galley get post.md tags.0
  galley get post.md 'params."a.b"'
"""


def parser() -> Parser:
    result = Parser("get", description="Print front matter as JSON.", epilog=_EPILOG)
    result.add_argument("file", metavar="FILE", type=path_name, help="a post")
    result.add_argument(
        "key",
        metavar="KEY",
        nargs="?",
        help="a key, or a path of keys and list places with dots (default: all)",
    )
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    try:
        path = parse_dotted(arguments.key) if arguments.key is not None else ()
    except ValueError as error:
        console.complain(str(error))
        return WRONG_USE
    file = Files(console).load_decoded(Path(arguments.file))
    if file is None:
        return WRONG_USE
    front_matter = read(file.source.text)
    if front_matter.unreadable is not None:
        unreadable = front_matter.unreadable
        console.complain(f"{file.place(unreadable.span.start)}: {unreadable.message}")
        return NOT_THERE
    node = front_matter.node(path)
    if node is not None:
        yaml12 = find_site(file.path).generator in _YAML12
        console.json(as_json_value(node, yaml12=yaml12))
    elif not path:
        console.json({})
    else:
        console.complain(console.say("{path} has no key {key}", path=file.path, key=arguments.key))
        return NOT_THERE
    return 0


def as_json_value(node: Node, *, yaml12: bool) -> Json:
    """The value of a node in JSON's types; what JSON has no type for as it is written."""
    if isinstance(node, Scalar):
        return _scalar(node, node.yaml12 if yaml12 else node.yaml11)
    if isinstance(node, Sequence):
        return [as_json_value(item, yaml12=yaml12) for item in node.items]
    own: dict[str, Json] = {}
    merged: dict[str, Json] = {}
    for entry in node.entries:
        value = as_json_value(entry.value, yaml12=yaml12)
        if not is_merge(entry.key):
            own[entry.name] = value
            continue
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                merged = {**each, **merged}
    return {**merged, **own}


def _scalar(node: Scalar, value: Value) -> Json:
    if isinstance(value, float) and not math.isfinite(value):
        return node.text
    return value if value is None or isinstance(value, str | int | float) else node.text
