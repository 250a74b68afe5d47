"""`galley unset`: remove a key from the front matter, and change nothing else."""

from __future__ import annotations

import argparse

from editor_app.cli.console import Console
from editor_app.cli.parser import Parser, add_dry_run, add_language, add_place
from editor_app.cli.setting import STATUS, change
from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Path
from editor_app.core.frontmatter.paths import dotted
from editor_app.core.frontmatter.splice import remove, remove_item
from editor_app.core.text.edits import Edit

_EPILOG = f"""\
{STATUS}
examples:
  galley unset post.md reading_time
  galley unset post.md author.name --dry-run
  galley unset post.md tags.0
"""


def parser() -> Parser:
    result = Parser(
        "unset",
        description="Remove a key, or an item of a list, and change nothing else.",
        epilog=_EPILOG,
    )
    add_place(result)
    add_dry_run(result)
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    def splice(front_matter: FrontMatter, path: Path) -> tuple[Edit, ...] | Refusal:
        if front_matter.unreadable is None and front_matter.node(path) is None:
            told = console.say("{path} has no key {key}", path=arguments.file, key=dotted(path))
            console.complain(told)
            return ()
        if isinstance(path[-1], int):
            return remove_item(front_matter, path)
        return remove(front_matter, path)

    return change(arguments.file, arguments.key, splice, console, is_dry=arguments.dry_run)
