"""`galley check`: report what is wrong with posts."""

from __future__ import annotations

import argparse
import importlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from editor_app.cli import baselines
from editor_app.cli.changed import UNNAMED, Refused, changed
from editor_app.cli.checked import check
from editor_app.cli.console import Console
from editor_app.cli.findings import Findings
from editor_app.cli.formats import FORMATS, write
from editor_app.cli.parser import WRONG_USE, Parser, add_language, number, path_name
from editor_app.cli.posts import Chosen, Desk
from editor_app.cli.progress import Progress
from editor_app.cli.reading import Files
from editor_app.cli.rule_files import rule_names
from editor_app.core.check.configs import Configs
from editor_app.core.check.run import Means
from editor_app.core.check.schemas import Schemas
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
  galley check . --changed=main
  galley check . --write-baseline known.json
  galley check . --baseline known.json
"""


def parser() -> Parser:
    result = Parser("check", description="Report what is wrong with posts.", epilog=_EPILOG)
    result.add_argument(
        "paths", metavar="PATH", type=path_name, nargs="+", help="a post, or a folder of posts"
    )
    result.add_argument(
        "--format",
        choices=FORMATS,
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
        "--rule",
        "--only",
        metavar="ID",
        action="append",
        dest="rules",
        help="run this rule only; may be given several times (default: all that are on)",
    )
    result.add_argument(
        "--changed",
        metavar="REF",
        help="only posts that differ from a commit of Git (--changed=REF; default: HEAD), new"
        " ones too; outside of Git, from when they were checked last",
    )
    result.bare["--changed"] = UNNAMED
    known = result.add_mutually_exclusive_group()
    known.add_argument(
        "--baseline", metavar="FILE", type=path_name, help="hide the findings recorded in a file"
    )
    known.add_argument(
        "--write-baseline", metavar="FILE", type=path_name, help="record all findings in a file"
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
    only = None if arguments.rules is None else frozenset(arguments.rules)
    if only is not None and not _are_known(only, console):
        return WRONG_USE
    file = None if arguments.baseline is None else Path(arguments.baseline)
    baseline = None if file is None else baselines.read(file, console)
    if file is not None and baseline is None:
        return WRONG_USE
    to_write = None if arguments.write_baseline is None else Path(arguments.write_baseline)
    if to_write is not None and not baselines.may_write(to_write, console):
        return WRONG_USE
    cache = None if arguments.no_cache else folders(os.environ).cache / "check"
    configs = Configs(cache)
    desk = Desk(Files(console), configs.read, Schemas(configs.store))
    try:
        chosen = list(_chosen(arguments, desk, cache))
    except Refused as error:
        console.complain(str(error))
        return WRONG_USE
    with Progress(console) as progress:
        means = Means(cache, arguments.jobs, watch=progress.show)
        checked = check(chosen, desk, means, only, has_site_rules=not arguments.no_site)
    if to_write is not None:
        is_written = baselines.write(to_write, checked, console)
        return 0 if is_written and not desk.files.has_failed else WRONG_USE
    found = list(checked.findings)
    if file is not None and baseline is not None:
        found = list(baselines.without(baseline, file, checked, only, console))
    found += desk.wrong_settings
    write(arguments.format, found, len(checked.paths), console)
    if desk.files.has_failed:
        return WRONG_USE
    return FOUND if _is_grave(found, arguments.fail_on) else 0


def _chosen(arguments: argparse.Namespace, desk: Desk, cache: Path | None) -> Iterable[Chosen]:
    chosen = desk.chosen(arguments.paths)
    if arguments.changed is None:
        return chosen
    return changed(chosen, arguments.changed, desk, cache)


def _are_known(rules: frozenset[str], console: Console) -> bool:
    if rules <= rule_names():
        return True
    # By name, as it loads all rules, which a check that knows its posts need not.
    are_known: Callable[[Iterable[str], Console], bool] = importlib.import_module(
        "editor_app.cli.known_rules"
    ).are_known
    return are_known(rules, console)


def _is_grave(found: list[Findings], fail_on: str) -> bool:
    if fail_on == _NEVER:
        return False
    least = Severity[fail_on.upper()]
    return any(diagnostic.severity >= least for each in found for diagnostic in each.diagnostics)
