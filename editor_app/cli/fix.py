"""`galley fix`: mend what can be mended so that no reader could object."""

from __future__ import annotations

import argparse
import difflib

from editor_app.cli.console import Console
from editor_app.cli.parser import WRONG_USE, Parser, add_dry_run, add_language, path_name
from editor_app.cli.posts import Desk
from editor_app.cli.reading import Files, PostFile
from editor_app.cli.writing import write
from editor_app.core.analysis import Context
from editor_app.core.fixes import fix_all
from editor_app.core.rules.catalogue import RULES

_EPILOG = """\
Only safe fixes are made; every other byte of a file stays as it is. What is left
to decide for yourself, galley check reports.

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
    add_dry_run(result)
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    only = None if arguments.rules is None else frozenset(arguments.rules)
    if not _are_known(only or frozenset(), console):
        return WRONG_USE
    desk = Desk(Files(console))
    for post in desk.chosen(arguments.paths):
        file = desk.files.load_decoded(post.shown)
        if file is not None:
            settings = desk.settings(post.site).at(post.site.inner(post.place))
            context = Context(post.shown, post.site.generator, settings, console.now)
            _fix(file, context, desk.files, only, is_dry=arguments.dry_run)
    return WRONG_USE if desk.files.has_failed else 0


def _fix(
    file: PostFile, context: Context, files: Files, only: frozenset[str] | None, *, is_dry: bool
) -> None:
    _, edits, rules = fix_all(file.source.text, context, only)
    if edits and write(file, edits, files, is_dry=is_dry) and not is_dry:
        console = files.console
        console.line(console.say("{path}: mended {rules}", path=file.path, rules=", ".join(rules)))


def _are_known(rules: frozenset[str], console: Console) -> bool:
    known = [rule.ID for rule in RULES]
    for rule in sorted(rules.difference(known)):
        close = difflib.get_close_matches(rule, known, 1)
        hint = console.say("; did you mean {rule}?", rule=close[0]) if close else ""
        console.complain(console.say("there is no rule {rule}", rule=rule) + hint)
        return False
    return True
