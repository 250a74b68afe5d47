"""`galley check`: report what is wrong with posts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from editor_app.cli.as_json import as_json
from editor_app.cli.as_text import show, show_sum
from editor_app.cli.console import Console
from editor_app.cli.findings import Findings, findings
from editor_app.cli.parser import WRONG_USE, Parser, add_language, path_name
from editor_app.cli.posts import Desk
from editor_app.cli.reading import Files
from editor_app.core.diagnostics import Severity

FOUND = 1
_NEVER = "never"
_EPILOG = """\
A file is checked whatever its name; of a folder the posts of its site are, and
hidden, built and installed folders are left out. A file galley.toml at the top
of the site sets reading pace, excerpt phrases and disabled rules under [check].

exit status:
  0  nothing as grave as --fail-on, or graver
  1  something
  2  wrong use, or a path that can't be read (the others are still checked)

examples:
  galley check .
  galley check _posts/2026-01-01-spring.md --fail-on warning
  galley check content --format json > findings.json
"""


def parser() -> Parser:
    result = Parser("check", description="Report what is wrong with posts.", epilog=_EPILOG)
    result.add_argument(
        "paths", metavar="PATH", type=path_name, nargs="+", help="a post, or a folder of posts"
    )
    result.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for a reader (default), or one JSON object for a program",
    )
    result.add_argument(
        "--fail-on",
        choices=(*(severity.word for severity in sorted(Severity, reverse=True)), _NEVER),
        default=Severity.ERROR.word,
        help="the least grave severity that gives status 1 (default: error)",
    )
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    desk = Desk(Files(console))
    found: list[Findings] = []
    files = 0
    for each in _checked(arguments.paths, desk):
        files += 1
        found.append(each)
        if arguments.format == "text":
            show(each, console)
    found += desk.wrong_settings
    if arguments.format == "json":
        console.json(as_json(found, files))
    else:
        for each in desk.wrong_settings:
            show(each, console)
        show_sum(found, files, console)
    if desk.files.has_failed:
        return WRONG_USE
    return FOUND if _is_grave(found, arguments.fail_on) else 0


def _checked(paths: list[str], desk: Desk) -> Iterator[Findings]:
    for path in desk.paths(paths):
        file = desk.files.load(path)
        if file is not None:
            yield findings(file.path, file.source, desk.context(path))


def _is_grave(found: list[Findings], fail_on: str) -> bool:
    if fail_on == _NEVER:
        return False
    least = Severity[fail_on.upper()]
    return any(diagnostic.severity >= least for each in found for diagnostic in each.diagnostics)
