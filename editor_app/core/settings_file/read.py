"""Read the `[check]` of a `galley.toml`: each wrong thing is told, and the rest stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from editor_app.core.data_files.report import PrhFile, ReadFile, Report
from editor_app.core.data_files.table import Table
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.frontmatter import limits, toml_format
from editor_app.core.frontmatter.nodes import Content, Unreadable
from editor_app.core.settings import Origin, Override, Settings
from editor_app.core.settings_file.own import OWN, read_own
from editor_app.core.settings_file.prh import Dictionaries
from editor_app.core.settings_file.rules import read_choices
from editor_app.core.text.spans import Span

_PACE = (1, 100_000)


def _no_file(path: str) -> str:
    return "there is no such file"


def read_settings(
    text: str, translate: Callable[[str], str] = str, read_file: ReadFile = _no_file
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings in a normalised text, and what is wrong with it; never raises.

    A wrong setting has its default; other tables than `[check]` are not looked at.
    """
    settings, found, _ = read_with_files(text, translate, read_file)
    return settings, found


def read_with_files(
    text: str, translate: Callable[[str], str], read_file: ReadFile
) -> tuple[Settings, tuple[Diagnostic, ...], tuple[PrhFile, ...]]:
    """The same, with the dictionaries that were read on the way."""
    dictionaries = Dictionaries(read_file, translate)
    report = Report(text, translate)
    content = _content(text)
    settings = Settings()
    if isinstance(content, Unreadable):
        reason = translate(content.message.rstrip("."))
        report.wrong(content.span, "The settings can't be read: {reason}", reason=reason)
    else:
        table = Table(content.root, (), report).table("check")
        settings = Settings() if table is None else _read(table, dictionaries)
    return settings, report.sorted(), tuple(dictionaries.files.values())


def _content(text: str) -> Content | Unreadable:
    whole = Span(0, len(text))
    return limits.too_long(whole) or toml_format.read(text, whole)


def _read(table: Table, dictionaries: Dictionaries) -> Settings:
    choices = read_choices(table, is_override=False)
    settings = Settings(
        disabled=frozenset(choices.disabled),
        enabled=frozenset(choices.enabled),
        severities=choices.severities,
        options=choices.options,
        own=read_own(table, dictionaries),
        overrides=tuple(_overrides(table)),
    )
    characters = table.number("characters-per-minute", *_PACE)
    words = table.number("words-per-minute", *_PACE)
    phrases = table.texts("excerpt-phrases")
    paced = replace(
        settings,
        characters_per_minute=characters or settings.characters_per_minute,
        words_per_minute=words or settings.words_per_minute,
        excerpt_phrases=settings.excerpt_phrases
        if phrases is None
        else tuple(phrase.text for phrase in phrases),
    )
    found = {
        "characters-per-minute": characters,
        "words-per-minute": words,
        "excerpt-phrases": phrases,
    }
    own = {
        ("", name): Origin(table.line(name)) for name, value in found.items() if value is not None
    }
    own |= {("", name): Origin(table.line(name)) for name in OWN if name in table.names()}
    table.finish()
    return replace(paced, origins={**choices.origins, **own})


def _overrides(table: Table) -> Iterator[Override]:
    for each in table.tables("overrides"):
        choices = read_choices(each, is_override=True)
        paths = each.texts("paths")
        if paths is None and "paths" not in each.names():
            each.report.wrong(each.span, "This override names no paths")
        each.finish()
        yield Override(
            tuple(path.text for path in paths or ()),
            frozenset(choices.disabled),
            frozenset(choices.enabled),
            choices.severities,
            choices.options,
            choices.origins,
        )
