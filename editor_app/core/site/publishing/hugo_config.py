"""What Hugo takes from its configuration where it decides about a post."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.site.publishing.values import OF_BUILD, Origin, Place, Question, Stops, Zone
from editor_app.core.site.publishing.values import reason as why
from editor_app.core.site.publishing.zones import zone_of
from editor_app.core.text.expressions import expression

_NO_ZONE = "Hugo stops: it knows no zone “{name}”"
_ALIASES = {
    "lastmod": ("modified",),
    "publishdate": ("pubdate", "published"),
    "expirydate": ("unpublishdate",),
}
_DATES = {
    "date": ("date", "publishdate", "lastmod"),
    "publishdate": ("publishdate", "date"),
    "expirydate": ("expirydate",),
}
_LANGUAGE = expression(r"[a-z]{2,3}(?:-[a-z0-9]+)*", re.IGNORECASE)


def of_config(key: str) -> Place:
    return Place(Origin.CONFIG, key)


@dataclass(frozen=True, slots=True)
class HugoConfig:
    """The settings in force for one file, by keys in small letters."""

    values: Mapping[str, Value]
    own: Mapping[str, Value]
    """Those of the file's language."""
    language: str
    languages: tuple[str, ...]
    default_language: str
    zone: Zone

    def value(self, key: str) -> Value:
        return self.own.get(key, self.values.get(key))

    def text(self, key: str) -> str:
        value = self.value(key)
        return value if isinstance(value, str) else ""

    def is_on(self, key: str) -> bool:
        return is_true(self.value(key))

    def texts(self, key: str) -> tuple[str, ...]:
        value = self.value(key)
        if isinstance(value, str):
            return (value,)
        return (
            tuple(each for each in value if isinstance(each, str))
            if isinstance(value, list)
            else ()
        )

    def dates(self, name: str) -> tuple[str, ...]:
        """The front matter keys that give a date, in order, aliases included."""
        given = self.mapping("frontmatter").get(name)
        listed = [given] if isinstance(given, str) else given if isinstance(given, list) else None
        names: list[str] = []
        for each in _DATES[name] if listed is None else listed:
            lower = each.lower() if isinstance(each, str) else ""
            names += _DATES[name] if lower == ":default" else (lower,)
        whole = [each for key in names for each in (key, *_ALIASES.get(key, ()))]
        return tuple(dict.fromkeys(whole))

    def mapping(self, key: str) -> Mapping[str, Value]:
        value = self.value(key)
        return lowered(value) if isinstance(value, dict) else {}


def lowered(values: Mapping[str, Value]) -> dict[str, Value]:
    return {key.lower(): value for key, value in values.items()}


def is_true(value: Value) -> bool:
    """As Hugo's cast does it: of the texts only these, of the whole numbers all but zero."""
    if isinstance(value, str):
        return value in {"1", "t", "T", "true", "TRUE", "True"}
    return isinstance(value, int) and value != 0


def config_of(question: Question) -> HugoConfig:
    """The settings for the question's file. Raises Stops."""
    values = lowered(question.config)
    listed = values.get("languages")
    languages = lowered(listed) if isinstance(listed, dict) else {}
    given = values.get("defaultcontentlanguage")
    default = given.lower() if isinstance(given, str) and given else "en"
    known = tuple(languages) or (default,)
    language = language_of(question.path, known) or default
    own = languages.get(language)
    config = lowered(own) if isinstance(own, dict) else {}
    return HugoConfig(values, config, language, known, default, _zone(values, config))


def language_of(path: PurePosixPath, known: tuple[str, ...]) -> str:
    """The language that the file's name says, if the site has it."""
    ending = path.stem.rpartition(".")
    found = ending[2].lower() if ending[0] else ""
    return found if found in known and _LANGUAGE.fullmatch(found) else ""


def _zone(values: Mapping[str, Value], own: Mapping[str, Value]) -> Zone:
    name = own.get("timezone", values.get("timezone"))
    if not isinstance(name, str) or not name:
        return Zone(dt.UTC, "UTC", OF_BUILD)
    zone = zone_of(name)
    if zone is None:
        raise Stops(why(_NO_ZONE, of_config("timeZone"), name=name))
    return Zone(zone, name, of_config("timeZone"))
