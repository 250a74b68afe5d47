"""`galley fix`: mend what can be mended so that no reader could object."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from editor_app.cli.checked import check, path_in
from editor_app.cli.console import Console
from editor_app.cli.findings import Findings
from editor_app.cli.known_rules import are_known
from editor_app.cli.parser import WRONG_USE, Parser, add_dry_run, add_language, path_name
from editor_app.cli.posts import Chosen, Desk
from editor_app.cli.progress import Progress
from editor_app.cli.reading import Files
from editor_app.cli.writing import write
from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.check.run import Means
from editor_app.core.diagnostics import Diagnostic, by_place
from editor_app.core.fixes import fix_all
from editor_app.core.site.norms import Norms
from editor_app.core.storage.folders import folders

_EPILOG = """\
Only safe fixes are made; every other byte of a file stays as it is. What is left
to decide for yourself, galley check reports. With --unsafe other fixes are made too:
look at them first with --dry-run, then say --yes.

exit status:
  0  done, also where there was nothing to mend
  2  wrong use, or a file that can't be read or written (the others are still mended)

examples:
  galley fix _posts --dry-run
  galley fix post.md --rule title-heading-mark --rule end-marker
  galley fix . --dry-run | git apply
"""


def parser() -> Parser:
    result = Parser("fix", description="Mend what can be mended safely.", epilog=_EPILOG)
    result.add_argument(
        "paths", metavar="PATH", type=path_name, nargs="+", help="a post, or a folder of posts"
    )
    result.add_argument(
        "--rule",
        metavar="ID",
        action="append",
        dest="rules",
        help="mend what this rule finds; may be given several times (default: all rules)",
    )
    result.add_argument(
        "--unsafe",
        action="store_true",
        help="make fixes too that somebody should look at; needs --dry-run or --yes",
    )
    result.add_argument("--yes", action="store_true", help="I have looked at the unsafe fixes")
    add_dry_run(result)
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    only = None if arguments.rules is None else frozenset(arguments.rules)
    if not are_known(only or (), console):
        return WRONG_USE
    if arguments.unsafe and not (arguments.dry_run or arguments.yes):
        console.complain(console.say("--unsafe needs --dry-run or --yes"))
        return WRONG_USE
    desk = Desk(Files(console))
    chosen = {each.shown: each for each in _inside(desk.chosen(arguments.paths), console)}
    with Progress(console) as progress:
        means = Means(folders(os.environ).cache / "check", watch=progress.show)
        checked = check(chosen.values(), desk, means)
    mending = _Mending(desk, only, arguments.unsafe, arguments.dry_run)
    for found in checked.findings:
        if any(mending.may_mend(each) for each in found.diagnostics):
            name = str(found.path)
            mending.mend(chosen[name], checked.norms[name], found)
        elif found.source.is_read_only:
            desk.files.load_decoded(found.path)  # tells why it is left
    return WRONG_USE if desk.files.has_failed else 0


def _inside(chosen: Iterable[Chosen], console: Console) -> Iterator[Chosen]:
    """Without links that lead out of the site, unless somebody named them: who made them?"""
    for each in chosen:
        real = Path(os.path.realpath(each.place))
        if each.is_named or real.is_relative_to(os.path.realpath(each.site.root)):
            yield each
        else:
            said = "{path}: left as it is, as it leads out of the site"
            console.complain(console.say(said, path=each.shown))


@dataclass(frozen=True, slots=True)
class _Mending:
    """Which fixes are made, and how."""

    desk: Desk
    only: frozenset[str] | None
    is_unsafe: bool
    is_dry: bool

    def may_mend(self, found: Diagnostic) -> bool:
        if self.only is not None and found.rule not in self.only:
            return False
        return found.safe_fix is not None or (self.is_unsafe and bool(found.fixes))

    def mend(self, post: Chosen, norms: Norms, found: Findings) -> None:
        files, path = self.desk.files, Path(post.shown)
        console = files.console
        file = files.load_decoded(path)
        if file is None:
            return
        context = Context(
            PurePath(path_in(self.desk.root(post.site), post.place)),
            post.site.generator,
            self.desk.settings(post.site).at(post.site.inner(Path(post.place))),
            console.now,
            norms=norms,
            schema=self.desk.post_schema(post.site, post.place),
        )
        find = _Finding(found).find
        fixed = fix_all(file.source.text, context, self.only, self.is_unsafe, find)
        if fixed.dropped:
            said = "{path}: left as it is what {rules} found, as mending it would bring an error"
            console.complain(console.say(said, path=path, rules=", ".join(fixed.dropped)))
        if fixed.endless:
            said = "{path}: left as it is what {rules} found, as mending it would find no end"
            console.complain(console.say(said, path=path, rules=", ".join(fixed.endless)))
        if fixed.edits and write(file, fixed.edits, files, is_dry=self.is_dry) and not self.is_dry:
            rules = ", ".join(fixed.rules)
            console.line(console.say("{path}: mended {rules}", path=path, rules=rules))


@dataclass(frozen=True, slots=True)
class _Finding:
    """Adds to the analysis of the text that was checked what all posts together gave.

    Of the text that its fixes make, only another check of the site could tell that.
    """

    found: Findings

    def find(self, text: str, context: Context) -> Analysis:
        analysis = analyse(text, context)
        if text != self.found.source.text:
            return analysis
        known = frozenset(analysis.diagnostics)
        others = (each for each in self.found.diagnostics if each not in known)
        both = sorted((*analysis.diagnostics, *others), key=by_place)
        return replace(analysis, diagnostics=tuple(both))
