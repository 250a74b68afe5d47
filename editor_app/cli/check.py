"""`galley check`: report what is wrong with posts."""

from __future__ import annotations

import argparse
import os

from editor_app.cli.checked import check
from editor_app.cli.console import Console
from editor_app.cli.findings import Findings
from editor_app.cli.formats import FORMATS
from editor_app.cli.parser import WRONG_USE, Parser, add_language, number, path_name
from editor_app.cli.posts import Desk
from editor_app.cli.reading import Files
from editor_app.core.check.configs import Configs
from editor_app.core.check.run import Means
from editor_app.core.diagnostics import Severity
from editor_app.core.storage.folders import folders

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
  galley check . --format sarif > galley.sarif
"""


def parser() -> Parser:
    result = Parser("check", description="Report what is wrong with posts.", epilog=_EPILOG)
    result.add_argument(
        "paths", metavar="PATH", type=path_name, nargs="+", help="a post, or a folder of posts"
    )
    result.add_argument(
        "--format",
        choices=tuple(FORMATS),
        default="text",
        help="text for a reader (default), json or sarif for a program, "
        "github for annotations in a workflow, html for a page",
    )
    result.add_argument(
        "--fail-on",
        choices=(*(severity.word for severity in sorted(Severity, reverse=True)), _NEVER),
        default=Severity.ERROR.word,
        help="the least grave severity that gives status 1 (default: error)",
    )
    result.add_argument(
        "--no-site",
        action="store_true",
        help="look at each post alone, and leave out the rules that compare posts",
    )
    result.add_argument(
        "--no-cache", action="store_true", help="know nothing from the last time, keep nothing"
    )
    result.add_argument(
        "--jobs",
        metavar="N",
        type=number,
        help="check in so many processes (default: one for each core, at most 8)",
    )
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    cache = None if arguments.no_cache else folders(os.environ).cache / "check"
    desk = Desk(Files(console), Configs(cache).read)
    means = Means(cache, arguments.jobs)
    checked = check(desk.chosen(arguments.paths), desk, means, has_site_rules=not arguments.no_site)
    found = [*checked.findings, *desk.wrong_settings]
    FORMATS[arguments.format](found, checked.files, console)
    if desk.files.has_failed:
        return WRONG_USE
    return FOUND if _is_grave(found, arguments.fail_on) else 0


def _is_grave(found: list[Findings], fail_on: str) -> bool:
    if fail_on == _NEVER:
        return False
    least = Severity[fail_on.upper()]
    return any(diagnostic.severity >= least for each in found for diagnostic in each.diagnostics)
