"""Front matter defaults of `_config.yml`, with Jekyll's own order of precedence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.frontmatter.nodes import Path, Value
from editor_app.core.site.publishing import ruby_glob, ruby_time
from editor_app.core.site.publishing.jekyll_config import JekyllConfig, of_config
from editor_app.core.site.publishing.said import Said
from editor_app.core.site.publishing.values import Stops, Unsure, reason

_PLURAL = {"page": "pages", "post": "posts", "draft": "drafts"}
_NO_DATE = "Jekyll stops: a date in the front matter defaults is no date"
_BARE_DATE = (
    "Jekyll fails at a date in the front matter defaults that has no time or no quotes,"
    " and leaves all posts out without a word"
)
_NO_SCOPE = (
    "Jekyll fails at front matter defaults without a scope that stand behind others,"
    " and leaves the post out"
)
_UNKNOWN = "What Jekyll makes of this date is not known: {text}"


class Vanishes(Stops):
    """Jekyll fails before it reads a post, and leaves it out; a page stops the build."""


@dataclass(frozen=True, slots=True)
class _Set:
    number: int
    path: str | None
    """None for a set that has no scope at all."""
    type: str | None
    values: dict[str, Value]

    def has_precedence(self, old: _Set | None) -> bool:
        """The longer path, then the one with a type, then the later one. Raises Vanishes."""
        if old is None or old.path is None:
            return True
        if self.path is None:
            raise Vanishes(reason(_NO_SCOPE, of_config(f"defaults[{self.number}]")))
        mine, other = len(self.path.removeprefix("/")), len(old.path.removeprefix("/"))
        if mine != other:
            return mine > other
        return self.type is not None or old.type is None


@dataclass(frozen=True, slots=True)
class Given:
    """A value of the defaults, and the keys that lead to it in the configuration.

    A map keeps each of its keys, for several sets may have given them.
    """

    value: Value
    path: Path
    parts: dict[str, Given] | None = None


def defaults_for_document(relative: str, label: str, config: JekyllConfig) -> dict[str, Said]:
    """All defaults, merged as for posts and collections. Raises Stops and Unsure."""
    return {
        key: Said(each.value, of_config(f"defaults[{each.path[1]}].values.{key}"))
        for key, each in given_to(relative, label, config).items()
    }


def given_to(relative: str, label: str, config: JekyllConfig) -> dict[str, Given]:
    """The same with each part of a map. Raises Stops and Unsure."""
    result: dict[str, Given] = {}
    old: _Set | None = None
    for each in _matching(relative, label, config):
        given = _given(each.values, ("defaults", each.number, "values"))
        if each.has_precedence(old):
            result, old = _laid_over(given, result), each
        else:
            result = _laid_over(result, given)
    return result


def _given(values: dict[str, Value], above: Path) -> dict[str, Given]:
    return {
        key: Given(
            value,
            (*above, key),
            _given(value, (*above, key)) if isinstance(value, dict) else None,
        )
        for key, value in values.items()
    }


def _laid_over(new: dict[str, Given], old: dict[str, Given]) -> dict[str, Given]:
    """The keys of both; nothing at all does not count, and of two maps all keys are kept."""
    result = dict(old)
    for key, each in new.items():
        earlier = old.get(key)
        if earlier is None or each.value is not None:
            result[key] = _merged(each, earlier)
    return result


def _merged(new: Given, old: Given | None) -> Given:
    if old is None or new.parts is None or old.parts is None:
        return new
    parts = _laid_over(new.parts, old.parts)
    return Given({key: each.value for key, each in parts.items()}, new.path, parts)


def default_for_page(relative: str, key: str, config: JekyllConfig) -> Said | None:
    """One default; pages look for each key by itself. Raises Stops and Unsure."""
    result: Said | None = None
    old: _Set | None = None
    for each in _matching(relative, "pages", config):
        if key in each.values and each.has_precedence(old):
            result, old = _said(each)[key], each
    return result


def _said(each: _Set) -> dict[str, Said]:
    return {
        key: Said(value, of_config(f"defaults[{each.number}].values.{key}"))
        for key, value in each.values.items()
    }


def _matching(relative: str, label: str, config: JekyllConfig) -> Iterator[_Set]:
    return (each for each in list(_sets(config)) if _applies(each, relative, label, config))


def _sets(config: JekyllConfig) -> Iterator[_Set]:
    given = config.values.get("defaults")
    for number, each in enumerate(given if isinstance(given, list) else ()):
        values = each.get("values") if isinstance(each, dict) else None
        if not isinstance(each, dict) or not isinstance(values, dict):
            continue
        scope = each.get("scope")
        named = scope if isinstance(scope, dict) else {}
        given, type_ = named.get("path"), named.get("type")
        path = given if isinstance(given, str) else "" if "scope" in each else None
        kind = _PLURAL.get(type_, type_) if isinstance(type_, str) else None
        yield _Set(number, path, kind, _dated(values, config))


def _dated(values: dict[str, Value], config: JekyllConfig) -> dict[str, Value]:
    """A date of a default is read at once, whichever posts it is for."""
    if "date" not in values:
        return values
    given, zone = values["date"], config.zone.zone
    if isinstance(given, dt.datetime):
        return values
    if not isinstance(given, str):
        raise Vanishes(reason(_BARE_DATE, of_config("defaults")))
    read = ruby_time.parse(given, zone)
    if read is ruby_time.Unread.INVALID:
        raise Stops(reason(_NO_DATE, of_config("defaults")))
    if isinstance(read, ruby_time.Unread):
        raise Unsure(reason(_UNKNOWN, of_config("defaults"), text=given))
    return {**values, "date": read}


def _applies(each: _Set, relative: str, label: str, config: JekyllConfig) -> bool:
    if each.type is not None and each.type != label:
        return False
    if not each.path:
        return True
    if "*" in each.path:
        return _globs(each.path, relative, config)
    return relative.startswith(_inside(each.path, config))


def _globs(pattern: str, relative: str, config: JekyllConfig) -> bool:
    """Whether the pattern finds the post or a folder above it."""
    above = f"{config.collections_dir}/" if config.collections_dir else ""
    steps = f"{above}{relative}".split("/")
    wanted = pattern.removesuffix("/")
    return any(ruby_glob.globs(wanted, "/".join(steps[:end])) for end in range(1, len(steps) + 1))


def _inside(path: str, config: JekyllConfig) -> str:
    above = config.collections_dir
    return path.removeprefix(f"{above}/") if above else path
