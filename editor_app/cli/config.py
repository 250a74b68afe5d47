"""`galley config`: what is in force for a site or a post, and where that was set."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from editor_app.cli.console import Console, Json
from editor_app.cli.parser import WRONG_USE, Parser, add_language, path_name
from editor_app.core.rule import RuleInfo, options
from editor_app.core.rules.catalogue import ALL_RULES
from editor_app.core.settings import OptionValue, Origin, Settings
from editor_app.core.settings_file.site import FILE, SiteSettings, settings_of_site
from editor_app.core.site.find import find_site

_EPILOG = """\
Of a folder, what counts for the whole site; of a post, what counts for it, with
the overrides that name it. Beside each value stands where it was set: default,
or galley.toml and the line. What is wrong with that file, `galley check` tells.

exit status:
  0  done
  2  wrong use, or a file that can't be read

examples:
  galley config --show
  galley config --show _drafts/spring.md
  galley config --show --format json
"""


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing that is in force; `rule` is empty for what is no rule's."""

    rule: str
    name: str
    value: OptionValue | str | bool
    origin: Origin | None


def parser() -> Parser:
    result = Parser("config", description="Show the settings that are in force.", epilog=_EPILOG)
    result.add_argument(
        "--show", action="store_true", required=True, help="print what is in force, and from where"
    )
    result.add_argument(
        "path", metavar="PATH", type=path_name, nargs="?", default=".", help="a site or a post"
    )
    result.add_argument(
        "--format", choices=("text", "json"), default="text", help="(default: text)"
    )
    add_language(result)
    return result


def run(arguments: argparse.Namespace, console: Console) -> int:
    path = Path(arguments.path)
    if not path.exists():
        console.complain(console.say("{path}: there is no such file", path=path))
        return WRONG_USE
    site = find_site(path)
    found = settings_of_site(site.root, console.translate)
    if found.failure is not None:
        console.complain(found.failure.message(console.translate, str(found.failure.path)))
        return WRONG_USE
    settings = found.settings if path.is_dir() else found.settings.at(site.inner(path))
    if arguments.format == "json":
        console.json(_as_json(found, settings))
    else:
        _show(settings, console)
    return 0


def _show(settings: Settings, console: Console) -> None:
    lines = tuple(_in_force(settings))
    names = [f"{each.rule}.{each.name}".lstrip(".").removesuffix(".severity") for each in lines]
    width = max(len(name) for name in names)
    for name, each in zip(names, lines, strict=True):
        console.line(f"{name:<{width}}  {_shown(each.value)}  [{_place(each.origin, console)}]")


def _shown(value: OptionValue | str | bool) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _place(origin: Origin | None, console: Console) -> str:
    if origin is None:
        return console.say("default")
    place = f"{FILE}:{origin.line}"
    return console.say("{place}, an override", place=place) if origin.is_override else place


def _in_force(settings: Settings) -> Iterator[_Line]:
    own: tuple[tuple[str, OptionValue], ...] = (
        ("characters-per-minute", settings.characters_per_minute),
        ("words-per-minute", settings.words_per_minute),
        ("excerpt-phrases", settings.excerpt_phrases),
        ("wordings", len(settings.own.wordings)),
        ("phrases", len(settings.own.phrases)),
        ("fields", len(settings.own.fields)),
        ("patterns", len(settings.own.patterns)),
    )
    for name, value in own:
        origin = settings.origins.get(("", name))
        if name == "wordings" and origin is None:
            origin = settings.origins.get(("", "prh"))
        yield _Line("", name, value, origin)
    for rule in sorted(ALL_RULES, key=lambda each: each.ID):
        yield _severity(rule, settings)
        for option in options(rule):
            origin = settings.origins.get((rule.ID, option.name))
            yield _Line(rule.ID, option.name, option.of(settings), origin)


def _severity(rule: RuleInfo, settings: Settings) -> _Line:
    """How grave a rule's diagnostics are, or `off`."""
    state = settings.origins.get((rule.ID, "state"))
    if not settings.hears(rule.ID, rule.IS_ON):
        return _Line(rule.ID, "severity", "off", state)
    severity = settings.severities.get(rule.ID, rule.SEVERITY)
    origin = settings.origins.get((rule.ID, "severity"), state)
    return _Line(rule.ID, "severity", severity.word, origin)


def _as_json(found: SiteSettings, settings: Settings) -> Json:
    lines: list[Json] = [
        {
            "rule": each.rule or None,
            "name": each.name,
            "value": list(each.value) if isinstance(each.value, tuple) else each.value,
            "from": _origin(each.origin),
        }
        for each in _in_force(settings)
    ]
    return {
        "version": 1,
        "file": None if found.file is None else str(found.file),
        "settings": lines,
    }


def _origin(origin: Origin | None) -> Json:
    if origin is None:
        return "default"
    return {"line": origin.line, "override": origin.is_override}
