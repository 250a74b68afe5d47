"""`galley explain`: print the page of a rule."""

from __future__ import annotations

import argparse
import difflib

from editor_app.cli.console import Console
from editor_app.cli.parser import WRONG_USE, Parser, add_language
from editor_app.core.rules.catalogue import LISTED, help_page

_EPILOG = """\
The page says what the rule finds and why that matters, with a bad and a good
example. It is Markdown.

exit status:
  0  done
  2  wrong use, or there is no such rule

examples:
  galley explain title-cut-short
"""


def parser() -> Parser:
    result = Parser("explain", description="Print the page of a rule.", epilog=_EPILOG)
    result.add_argument("rule", metavar="RULE", help="the id of a rule, see galley rules")
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    try:
        text = help_page(arguments.rule, console.language)
    except KeyError:
        known = [rule.ID for rule in LISTED]
        close = difflib.get_close_matches(arguments.rule, known, 1)
        hint = console.say("; did you mean {rule}?", rule=close[0]) if close else ""
        console.complain(console.say("there is no rule {rule}", rule=arguments.rule) + hint)
        return WRONG_USE
    for line in text.rstrip("\n").split("\n"):
        console.line(line)
    return 0
