"""What a site sets in `galley.toml` about the checks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.text.lines import LineIndex
from editor_app.core.text.spans import Span

RULE = "wrong-setting"

OptionValue = int | tuple[str, ...]

EXCERPT_PHRASES = (
    "…について詳細に分析します",
    "…を詳細に分析します",
    "…について詳細に解説します",
    "…について徹底的に解説します",
    "…について徹底解説します",
    "…について詳しく見ていきましょう",
    "…に関する包括的なガイドです",
    "In this article, we will explore …",
    "In this article, we explore …",
    "In this blog post, we will explore …",
    "In this post, we delve into …",
    "This article delves into …",
    "Everything you need to know about …",
    "A comprehensive guide to …",
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a site, and the language of the messages.

    `language` is that of the messages, empty for English; it is the user's
    and not read from the site. In an excerpt phrase `…` stands for the topic.
    `severities` go by rule, `options` by rule and name of the option; a rule
    that is in `disabled` stays silent, one that is off speaks where it is in
    `enabled`.
    """

    language: str = ""
    characters_per_minute: int = 500
    words_per_minute: int = 230
    excerpt_phrases: tuple[str, ...] = EXCERPT_PHRASES
    disabled: frozenset[str] = frozenset()
    enabled: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[tuple[str, str], OptionValue] = field(default_factory=dict)

    def hears(self, rule: str, is_on: bool) -> bool:
        """Whether a rule speaks; `is_on` is what it does where nothing is set."""
        return rule not in self.disabled and (is_on or rule in self.enabled)


_LINE = re.compile(r"line (\d+)")


def read_settings(
    text: str, translate: Callable[[str], str] = str
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings in the text of a `galley.toml`, and what is wrong with it.

    A wrong setting is reported at its key and has its default; other tables
    than `[check]` are not looked at.
    """
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        span = _line_of_error(text, str(error))
        message = translate("The settings can't be read: {reason}").format(reason=error)
        return Settings(), (Diagnostic(RULE, Severity.ERROR, message, span),)
    table = content.get("check", {})
    if not isinstance(table, dict):
        message = translate("{key} is not a table").format(key="check")
        return Settings(), (Diagnostic(RULE, Severity.ERROR, message, _place(text, "check")),)
    settings = Settings()
    wrong: list[Diagnostic] = []
    for key, value in table.items():
        changed = _changed(settings, key, value)
        if isinstance(changed, Settings):
            settings = changed
        else:
            message = translate(changed).format(key=key)
            severity = Severity.ERROR if key in _READERS else Severity.WARNING
            wrong.append(Diagnostic(RULE, severity, message, _place(text, key), f"check.{key}"))
    return settings, tuple(wrong)


def _changed(settings: Settings, key: str, value: object) -> Settings | str:
    """The settings with one more, or the template that says what is wrong with it."""
    reader = _READERS.get(key)
    return "There is no setting {key}" if reader is None else reader(settings, value)


def _characters(settings: Settings, value: object) -> Settings | str:
    pace = _pace(value)
    return replace(settings, characters_per_minute=pace) if pace else _NO_PACE


def _words(settings: Settings, value: object) -> Settings | str:
    pace = _pace(value)
    return replace(settings, words_per_minute=pace) if pace else _NO_PACE


def _phrases(settings: Settings, value: object) -> Settings | str:
    texts = _texts(value)
    return _NO_TEXTS if texts is None else replace(settings, excerpt_phrases=texts)


def _disabled(settings: Settings, value: object) -> Settings | str:
    texts = _texts(value)
    return _NO_TEXTS if texts is None else replace(settings, disabled=frozenset(texts))


_NO_PACE = "{key} is not a whole number from 1 to 100000"
_NO_TEXTS = "{key} is not a list of texts"
_READERS: dict[str, Callable[[Settings, object], Settings | str]] = {
    "characters-per-minute": _characters,
    "words-per-minute": _words,
    "excerpt-phrases": _phrases,
    "disable": _disabled,
}


def _pace(value: object) -> int | None:
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 1 <= value <= 100_000 else None


def _texts(value: object) -> tuple[str, ...] | None:
    if not isinstance(value, list):
        return None
    texts = tuple(item for item in value if isinstance(item, str) and item.strip())
    return texts if len(texts) == len(value) else None


def _place(text: str, key: str) -> Span:
    """Where a key of `[check]` is set, the start of the text where that can't be told."""
    spelt = re.escape(key)
    pattern = rf"^[ \t]*(?:check[ \t]*\.[ \t]*)?(?P<key>\"?{spelt}\"?)[ \t]*="
    table = re.search(r"^[ \t]*\[[ \t]*check[ \t]*\]", text, re.MULTILINE)
    compiled = re.compile(pattern, re.MULTILINE)
    found = compiled.search(text, table.end() if table else 0)
    return Span(*found.span("key")) if found else Span(0, 0)


def _line_of_error(text: str, message: str) -> Span:
    """The line that the TOML reader names, the last one where it names none."""
    named = _LINE.search(message)
    lines = LineIndex(text)
    return lines.span_of(min(int(named[1]) if named else lines.count, lines.count) - 1)
