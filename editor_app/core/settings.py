"""What a site sets about the checks, in force for all of its posts or for one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from editor_app.core.diagnostics import Severity
from editor_app.core.own import OwnChecks
from editor_app.core.text.globs import is_named

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
class Origin:
    """Where something is set: a line of `galley.toml`, and whether that is in an override."""

    line: int
    is_override: bool = False


Origins = Mapping[tuple[str, str], Origin]
"""By rule (empty for what is no rule's) and name; of a rule also `state` and `severity`."""


@dataclass(frozen=True, slots=True)
class Override:
    """What is set otherwise for some posts; `paths` are patterns relative to the site's root."""

    paths: tuple[str, ...]
    disabled: frozenset[str] = frozenset()
    enabled: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[tuple[str, str], OptionValue] = field(default_factory=dict)
    origins: Origins = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of a site, and the language of the messages.

    `language` is that of the messages, empty for English; it is the user's
    and not read from the site. In an excerpt phrase `…` stands for the topic.
    `severities` go by rule, `options` by rule and name of the option; a rule
    that is in `disabled` stays silent, one that is off speaks where it is in
    `enabled`. `own` are its own checks. `origins` says of each thing that is set where that was.
    """

    language: str = ""
    characters_per_minute: int = 500
    words_per_minute: int = 230
    excerpt_phrases: tuple[str, ...] = EXCERPT_PHRASES
    disabled: frozenset[str] = frozenset()
    enabled: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[tuple[str, str], OptionValue] = field(default_factory=dict)
    own: OwnChecks = field(default_factory=OwnChecks)
    overrides: tuple[Override, ...] = ()
    origins: Origins = field(default_factory=dict, compare=False)
    _known: dict[tuple[int, ...], Settings] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def hears(self, rule: str, is_on: bool) -> bool:
        """Whether a rule speaks; `is_on` is what it does where nothing is set."""
        return rule not in self.disabled and (is_on or rule in self.enabled)

    def at(self, path: PurePath | str) -> Settings:
        """What is in force for one post, by its path relative to the site's root.

        Posts for which the same overrides count get the same object.
        """
        if not self.overrides:
            return self
        numbers = tuple(
            number
            for number, override in enumerate(self.overrides)
            if is_named(path, override.paths)
        )
        if numbers not in self._known:
            settings = replace(self, overrides=())
            for number in numbers:
                settings = _overridden(settings, self.overrides[number])
            self._known[numbers] = settings
        return self._known[numbers]


def _overridden(settings: Settings, override: Override) -> Settings:
    return replace(
        settings,
        disabled=settings.disabled - override.enabled | override.disabled,
        enabled=settings.enabled - override.disabled | override.enabled,
        severities={**settings.severities, **override.severities},
        options={**settings.options, **override.options},
        origins={**settings.origins, **override.origins},
    )
