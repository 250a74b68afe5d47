"""What Jekyll takes from `_config.yml` where it decides about a post."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.site.publishing import ruby_time
from editor_app.core.site.publishing.moments import in_zone, shown
from editor_app.core.site.publishing.values import (
    OF_BUILD,
    Origin,
    Place,
    Question,
    Reason,
    Zone,
    reason,
)
from editor_app.core.site.publishing.zones import zone_of
from editor_app.core.text.expressions import expression

_STYLES = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
_ALWAYS_EXCLUDED = (
    ".sass-cache",
    ".jekyll-cache",
    "gemfiles",
    "Gemfile",
    "Gemfile.lock",
    "node_modules",
    "vendor/bundle/",
    "vendor/cache/",
    "vendor/gems/",
    "vendor/ruby/",
)
_MARKDOWN = "markdown,mkdown,mkdn,mkd,md"
_NOT_IN_A_LABEL = expression(r"[^a-z0-9_\-.]", re.IGNORECASE | re.ASCII)


def of_config(key: str) -> Place:
    return Place(Origin.CONFIG, key)


@dataclass(frozen=True, slots=True)
class JekyllConfig:
    """The settings, with what Jekyll adds to them."""

    values: Mapping[str, Value]
    collections: Mapping[str, Mapping[str, Value]]
    collections_dir: str
    include: tuple[str, ...]
    exclude: tuple[str, ...]
    permalink: str
    zone: Zone
    now: dt.datetime
    stops: Reason | None

    def is_on(self, key: str) -> bool:
        """All but null and false is on, as in Ruby."""
        return self.values.get(key) not in (None, False)

    @property
    def markdown_endings(self) -> frozenset[str]:
        listed = self.values.get("markdown_ext")
        text = listed if isinstance(listed, str) else _MARKDOWN
        return frozenset(f".{each.strip().lower()}" for each in text.split(","))

    def template(self, label: str) -> str:
        """The pattern of the addresses of a collection."""
        own = self.collections.get(label, {}).get("permalink")
        if isinstance(own, str):
            return own
        if label == "posts":
            return _STYLES.get(self.permalink, self.permalink)
        return with_suffix("/:collection/:path", self.permalink)

    def template_place(self, label: str) -> Place:
        if isinstance(self.collections.get(label, {}).get("permalink"), str):
            return of_config(f"collections.{label}.permalink")
        return of_config("permalink") if "permalink" in self.values else OF_BUILD


def with_suffix(template: str, style: str) -> str:
    """A pattern that ends as the addresses of the site's posts do."""
    if style == "pretty" or style.endswith("/"):
        return template + "/"
    is_named = style in {"date", "ordinal", "none"} or style.endswith(":output_ext")
    return template + ":output_ext" if is_named else template


def config_of(question: Question) -> JekyllConfig:
    values = question.config
    zone = _zone(question)
    permalink = values.get("permalink")
    above = values.get("collections_dir")
    now, stops = question.now, None
    if values.get("time") not in (None, False):
        read = _time(values["time"], zone.zone)
        if isinstance(read, dt.datetime):
            now = read
        else:
            stops = reason("The time in the configuration is no date", of_config("time"))
    for key in ("include", "exclude"):
        if values.get(key) is not None and not isinstance(values[key], list):
            stops = reason("{key} has to be a list", of_config(key), key=key)
    return JekyllConfig(
        values=values,
        collections=_collections(values.get("collections")),
        collections_dir=above.strip("/") if isinstance(above, str) else "",
        include=_texts(values.get("include"), (".htaccess",)),
        exclude=(*_texts(values.get("exclude"), ()), *_ALWAYS_EXCLUDED),
        permalink=permalink if isinstance(permalink, str) else "date",
        zone=zone,
        now=now,
        stops=stops,
    )


def _collections(value: Value) -> dict[str, Mapping[str, Value]]:
    result: dict[str, Mapping[str, Value]] = {"posts": {}}
    if isinstance(value, list):
        result |= {_label(each): {} for each in value if isinstance(each, str)}
    elif isinstance(value, dict):  # the settings are looked up by the label, not by the name
        for label in map(_label, value):
            own = value.get(label)
            result[label] = own if isinstance(own, dict) else {}
    return result


def _label(name: str) -> str:
    return _NOT_IN_A_LABEL.sub("", name)


def _texts(value: Value, otherwise: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(value, list):
        return otherwise
    return tuple(each for each in value if isinstance(each, str))


def _zone(question: Question) -> Zone:
    name = question.config.get("timezone")
    if not isinstance(name, str) or not name:
        return Zone(question.local, "", OF_BUILD)
    # A name that the system does not know is UTC to it.
    return Zone(zone_of(name) or dt.UTC, name, of_config("timezone"))


def _time(value: Value, zone: dt.tzinfo) -> dt.datetime | ruby_time.Unread:
    return ruby_time.parse(as_text(value, zone), zone)


def as_text(value: Value, zone: dt.tzinfo) -> str:
    """A value as Ruby writes it: a time in the zone of the site, where none is named it was UTC."""
    if isinstance(value, dt.datetime):
        moment = value if value.tzinfo else value.replace(tzinfo=dt.UTC)
        return shown(in_zone(moment, zone))
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
