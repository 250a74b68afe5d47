"""`galley set`: set a value in the front matter, and change nothing else."""

from __future__ import annotations

import argparse
import json

from editor_app.cli.console import Console
from editor_app.cli.parser import WRONG_USE, Parser, add_dry_run, add_language, add_place
from editor_app.cli.setting import STATUS, change
from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Path, Scalar, Value
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.frontmatter.splice import Verbatim, set_value
from editor_app.core.text.edits import Edit

_EPILOG = f"""\
VALUE is a text unless --json or --verbatim says otherwise: `true` is then written
so that every reader takes it for the text. Comments, quotes, order and every
other byte of the file stay. A key that is not there is added.

A VALUE that begins with a hyphen needs `--` before the FILE.

{STATUS}
examples:
  galley set post.md title "Spring: a beginning"
  galley set post.md draft true --json
  galley set post.md tags '["news", "spring"]' --json
  galley set post.md date "2026-01-01 09:00:00 +0900" --verbatim
  galley set post.md author.name 花子 --dry-run
  galley set -- post.md subtitle "- and more"
"""


def parser() -> Parser:
    result = Parser(
        "set",
        description="Set a value in the front matter, and change nothing else.",
        epilog=_EPILOG,
    )
    add_place(result)
    result.add_argument("value", metavar="VALUE", help="the new value")
    kind = result.add_mutually_exclusive_group()
    kind.add_argument(
        "--json", action="store_true", help="VALUE is JSON: true, 3, null, a list, an object"
    )
    kind.add_argument(
        "--verbatim", action="store_true", help="write VALUE as it stands, such as a date"
    )
    add_dry_run(result)
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    value: Value | Verbatim = arguments.value
    if arguments.verbatim:
        value = Verbatim(arguments.value)
    elif arguments.json:
        try:
            value = json.loads(arguments.value, parse_constant=_refuse_constant)
        except (ValueError, RecursionError) as error:
            console.complain(console.say("VALUE is no JSON: {reason}", reason=error))
            return WRONG_USE

    def splice(front_matter: FrontMatter, path: Path) -> tuple[Edit, ...] | Refusal:
        edits = set_value(front_matter, path, value)
        if isinstance(edits, tuple) and isinstance(value, str) and _had_type(front_matter, path):
            console.complain(
                console.say("{key} was no text, and is one now; see --json", key=dotted(path))
            )
        return edits

    return change(arguments.file, arguments.key, splice, console, is_dry=arguments.dry_run)


def _had_type(front_matter: FrontMatter, path: Path) -> bool:
    """Whether some reader takes what stands there for a number, a date, true or false."""
    node = front_matter.node(path)
    if not isinstance(node, Scalar):
        return False
    return not all(isinstance(each, str | None) for each in (node.yaml11, node.yaml12))


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is no number in JSON")
