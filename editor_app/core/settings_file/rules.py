"""What a table of the settings says about rules: on or off, how grave, their options."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor_app.core.data_files.table import Table, Text
from editor_app.core.diagnostics import Severity
from editor_app.core.rule import NumberOption, Option, RuleInfo, options
from editor_app.core.rules.always.listed import ALWAYS
from editor_app.core.rules.catalogue import ALL_RULES
from editor_app.core.settings import OptionValue, Origin

SEVERITIES = tuple(severity.word for severity in sorted(Severity, reverse=True))
_WORDS = (*SEVERITIES, "off", "on")
_NO_RULE = "There is no rule {key}"
_ALWAYS = "{key} is always told, so nothing can be set for it"

_ALWAYS_TOLD = frozenset(each.ID for each in ALWAYS)


@dataclass(slots=True)
class Choices:
    """What was chosen in one table; a rule is in at most one of the first two."""

    disabled: set[str] = field(default_factory=set)
    enabled: set[str] = field(default_factory=set)
    severities: dict[str, Severity] = field(default_factory=dict)
    options: dict[tuple[str, str], OptionValue] = field(default_factory=dict)
    origins: dict[tuple[str, str], Origin] = field(default_factory=dict)


def read_choices(table: Table, is_override: bool) -> Choices:
    """Read `disable`, `enable` and `rules`; a rule that is turned off and on stays off."""
    known = {rule.ID: rule for rule in ALL_RULES}
    choices = Choices()
    for item in _rules(table, "disable", known):
        choices.disabled.add(item.text)
        line = table.report.line(item.span)
        choices.origins[item.text, "state"] = Origin(line, is_override)
    for item in _rules(table, "enable", known):
        line = table.report.line(item.span)
        _turn_on(choices, table, item, Origin(line, is_override))
    rules = table.table("rules")
    if rules is not None:
        for name in rules.names():
            _read_rule(choices, rules, name, known, is_override)
    return choices


def _rules(table: Table, key: str, known: Mapping[str, RuleInfo]) -> list[Text]:
    """The rules that a list names; the unknown are told of."""
    named = table.texts(key) or ()
    for item in named:
        if item.text in _ALWAYS_TOLD:
            field = f"check.{key}"
            table.report.wrong(item.span, _ALWAYS, field, Severity.WARNING, key=item.text)
        elif item.text not in known:
            table.report.unknown(item.span, _NO_RULE, item.text, known, f"check.{key}")
    return [item for item in named if item.text in known]


def _turn_on(choices: Choices, table: Table, item: Text, origin: Origin) -> None:
    if item.text in choices.disabled:
        template = "{rule} is turned on here and off elsewhere, so it stays off"
        table.report.wrong(item.span, template, None, Severity.WARNING, rule=item.text)
        return
    choices.enabled.add(item.text)
    choices.origins[item.text, "state"] = origin


def _read_rule(
    choices: Choices,
    rules: Table,
    name: str,
    known: Mapping[str, RuleInfo],
    is_override: bool,
) -> None:
    entry, rule = rules.entry(name), known.get(name)
    if entry is None:
        return
    if name in _ALWAYS_TOLD:
        rules.warn(name, _ALWAYS)
        return
    if rule is None:
        rules.report.unknown(entry.key.span, _NO_RULE, name, known, f"check.rules.{name}")
        return
    table = rules.table(name)
    if table is None:
        return
    word = table.choice("severity", _WORDS)
    if word is not None:
        origin = Origin(table.line("severity"), is_override)
        if word == "off":
            choices.enabled.discard(name)
            choices.disabled.add(name)
            choices.origins[name, "state"] = origin
        elif word == "on" or name not in choices.disabled:
            _turn_on(choices, rules, Text(name, entry.key.span), origin)
        if word in SEVERITIES:
            choices.severities[name] = Severity[word.upper()]
            choices.origins[name, "severity"] = origin
    for option in options(rule):
        value = _value(table, option)
        if value is not None:
            choices.options[name, option.name] = value
            choices.origins[name, option.name] = Origin(table.line(option.name), is_override)
    table.finish()


def _value(table: Table, option: Option) -> OptionValue | None:
    if isinstance(option, NumberOption):
        return table.number(option.name, option.least, option.most)
    texts = table.texts(option.name)
    return None if texts is None else tuple(item.text for item in texts)
