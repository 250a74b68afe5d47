"""Front matter defaults of `_config.yml`, with Jekyll's own order of precedence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.frontmatter.nodes import Value
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
_UNKNOWN = "What Jekyll makes of this date is not known: {text}"


class Vanishes(Stops):
    """Jekyll fails before it reads a post, and leaves it out; a page stops the build."""


@dataclass(frozen=True, slots=True)
class _Set:
    number: int
    path: str
    type: str | None
    values: dict[str, Value]

    def has_precedence(self, old: _Set | None) -> bool:
        """The longer path, then the one with a type, then the later one."""
        if old is None:
            return True
        mine, other = len(self.path.removeprefix("/")), len(old.path.removeprefix("/"))
        if mine != other:
            return mine > other
        return self.type is not None or old.type is None


def defaults_for_document(relative: str, label: str, config: JekyllConfig) -> dict[str, Said]:
    """All defaults, merged as for posts and collections. Raises Stops and Unsure."""
    result: dict[str, Said] = {}
    old: _Set | None = None
    for each in _matching(relative, label, config):
        said = _said(each)
        if each.has_precedence(old):
            result |= {key: new for key, new in said.items() if _counts(new, key in result)}
            old = each
        else:
            result |= {
                key: new
                for key, new in said.items()
                if key not in result or result[key].value is None
            }
    return result


def default_for_page(relative: str, key: str, config: JekyllConfig) -> Said | None:
    """One default; pages look for each key by itself. Raises Stops and Unsure."""
    result: Said | None = None
    old: _Set | None = None
    for each in _matching(relative, "pages", config):
        if key in each.values and each.has_precedence(old):
            result, old = _said(each)[key], each
    return result


def _counts(new: Said, is_there: bool) -> bool:
    return new.value is not None or not is_there


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
        scope = scope if isinstance(scope, dict) else {}
        path, type_ = scope.get("path"), scope.get("type")
        kind = _PLURAL.get(type_, type_) if isinstance(type_, str) else None
        yield _Set(number, path if isinstance(path, str) else "", kind, _dated(values, config))


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
