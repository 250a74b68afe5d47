"""`galley rules`: list the rules."""

from __future__ import annotations

import argparse

from editor_app.cli.console import Console, Json
from editor_app.cli.parser import Parser, add_language
from editor_app.core.rule import Fixable, NumberOption, Option, RuleInfo, options
from editor_app.core.rules.catalogue import GROUP_OF, LISTED, page

VERSION = 1
_EPILOG = """\
Each line says how grave a finding is, whether the rule is on where galley.toml
does not name it, and what its fixes are: safe ones are made by galley fix, the
others ask for a look. galley explain RULE tells what a rule means.

exit status:
  0  done
  2  wrong use

examples:
  galley rules
  galley rules --format json
"""
_FIXES = {Fixable.SAFE: "safe fix", Fixable.ASK: "fix", Fixable.NO: ""}


def parser() -> Parser:
    result = Parser("rules", description="List the rules.", epilog=_EPILOG)
    result.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="text for a reader (default), or one JSON object for a program",
    )
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    rules = LISTED
    if arguments.format == "json":
        listed: list[Json] = [_as_json(rule) for rule in rules]
        console.json({"version": VERSION, "rules": listed})
        return 0
    widest = max(len(rule.ID) for rule in rules)
    group = None
    for rule in rules:
        if GROUP_OF[rule.ID] is not group:
            if group is not None:
                console.line()
            group = GROUP_OF[rule.ID]
            console.line(group)
        facts = f"{rule.SEVERITY.word:<8}{'on' if rule.IS_ON else 'off':<5}{_FIXES[rule.FIXABLE]}"
        title = page(rule, console.language).title
        console.line(f"  {rule.ID:<{widest}}  {facts:<22}  {title}".rstrip())
    return 0


def _as_json(rule: RuleInfo) -> Json:
    return {
        "id": rule.ID,
        "group": GROUP_OF[rule.ID],
        "severity": rule.SEVERITY.word,
        "on": rule.IS_ON,
        "fix": rule.FIXABLE,
        "title": page(rule).title,
        "options": [_option(option) for option in options(rule)],
    }


def _option(option: Option) -> Json:
    if isinstance(option, NumberOption):
        return {
            "name": option.name,
            "default": option.default,
            "least": option.least,
            "most": option.most,
        }
    return {"name": option.name, "default": list(option.default)}
