"""The addresses that Hugo makes of paths, titles and patterns."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from dataclasses import dataclass
from urllib.parse import unquote_plus

from editor_app.core.site.publishing.hugo_config import HugoConfig, is_true, of_config
from editor_app.core.site.publishing.hugo_files import Kind, Located
from editor_app.core.site.publishing.hugo_page import Page
from editor_app.core.site.publishing.values import Stops, Unsure, reason
from editor_app.core.text.english import DAYS, MONTHS
from editor_app.core.text.expressions import expression
from editor_app.core.text.hugo_paths import link, path_of

_KEY = expression(r":\w+(?:\[.+?\])?")
_NO_KEY = "Hugo stops: it knows nothing of the name “{key}” in the permalink"
_UNSURE_KEY = "What Hugo makes of “{key}” in the permalink is not known"
_PROTOCOL = "Hugo stops: the url can't begin with http"
NO_DATE = dt.datetime(1, 1, 1, tzinfo=dt.UTC)
"""What Hugo puts in an address for a page without one."""


@dataclass(frozen=True, slots=True)
class Named:
    """What an address is made of; `sections` are the folders above that are sections."""

    located: Located
    page: Page
    date: dt.datetime
    config: HugoConfig
    sections: tuple[str, ...]

    @property
    def slug(self) -> str:
        page = self.page
        return page.text("slug").strip("-") if "slug" in page.said else page.slug_of_name


def address(named: Named) -> tuple[str, str]:
    """The address of a page, and its file. Raises Stops and Unsure."""
    located, page, config = named.located, named.page, named.config
    prefix = _language_prefix(config)
    url = page.text("url")
    if url.lower().startswith("http"):
        raise Stops(reason(_PROTOCOL, page.said["url"].place))
    if located.kind is Kind.HOME:
        path = f"{prefix}/index.html"
        return link(f"{prefix}/"), path.lstrip("/")
    if url:
        return _own(url, prefix)
    is_ugly = _is_ugly(located, config)
    if located.kind is Kind.SECTION:
        plain = f"{prefix}/{sanitised(str(located.path.parent), config)}"
    else:
        whole = _expanded(named) or f"{located.folder}/{named.slug or located.name}"
        plain = posixpath.normpath(f"{prefix}/{sanitised(whole, config)}")
    plain = "/" + plain.lstrip("/")
    if is_ugly:
        return link(f"{plain}.html"), f"{plain}.html".lstrip("/")
    return link(f"{plain}/"), f"{plain}/index.html".lstrip("/")


def _own(url: str, prefix: str) -> tuple[str, str]:
    """An address of the front matter is taken as it is; one with a point is a file."""
    path = posixpath.normpath(f"/{url}").replace("//", "/")
    if prefix and not url.startswith("/"):
        path = prefix + path
    if url.endswith("/") or "." not in url:
        return link(path.rstrip("/") + "/"), f"{path.rstrip('/')}/index.html".lstrip("/")
    return link(f"{path}/" if path.endswith("/index.html") else path), path.lstrip("/")


def _language_prefix(config: HugoConfig) -> str:
    is_default = config.language == config.default_language
    in_folder = config.is_on("defaultcontentlanguageinsubdir") or not is_default
    return f"/{config.language}" if in_folder and len(config.languages) > 1 else ""


def _is_ugly(located: Located, config: HugoConfig) -> bool:
    value = config.value("uglyurls")
    if isinstance(value, dict):
        return is_true(config.mapping("uglyurls").get(_section(located).lower()))
    return is_true(value)


def _section(located: Located) -> str:
    first = located.path.parts[0] if len(located.path.parts) > 1 else ""
    return "" if located.is_bundle and not located.folder else first


def _expanded(named: Named) -> str:
    """The section's own pattern with its names filled; empty where the site sets none."""
    section = _section(named.located)
    given = named.config.mapping("permalinks")
    nested = given.get("page")
    patterns = {**given, **(nested if isinstance(nested, dict) else {})}
    pattern = patterns.get(section.lower(), patterns.get("/") if not section else None)
    if not isinstance(pattern, str):
        return ""

    def filled(found: re.Match[str]) -> str:
        return unquote_plus(_placeholder(found[0][1:], named))

    return _KEY.sub(filled, pattern)


def _placeholder(key: str, named: Named) -> str:
    located, date, config, sections = named.located, named.date, named.config, named.sections
    slug, title = named.slug, sanitised(named.page.text("title"), config)
    known = {
        "year": str(date.year),
        "month": f"{date:%m}",
        "monthname": MONTHS[date.month - 1],
        "day": f"{date:%d}",
        "weekday": str(date.isoweekday() % 7),
        "weekdayname": DAYS[date.weekday()],
        "yearday": str(date.timetuple().tm_yday),
        "section": sections[0] if sections else "",
        "sections": "/".join(sections),
        "title": title,
        "slug": sanitised(slug, config) or title,
        "slugorfilename": sanitised(slug or located.name, config),
        "filename": sanitised(located.name, config),
    }
    if key in known:
        return known[key]
    if key.startswith("sections["):
        return "/".join(_sliced(key, sections))
    layout = {
        "2006": known["year"],
        "06": f"{date.year % 100:02}",
        "01": known["month"],
        "1": str(date.month),
        "Jan": known["monthname"][:3],
        "January": known["monthname"],
        "02": known["day"],
        "2": str(date.day),
        "15": f"{date:%H}",
        "04": f"{date:%M}",
        "05": f"{date:%S}",
        "Mon": known["weekdayname"][:3],
        "Monday": known["weekdayname"],
    }
    place = of_config("permalinks")
    if key in layout:
        return layout[key]
    if re.search(r"\d|Jan|Mon|MST|PM", key):  # another layout of Go's
        raise Unsure(reason(_UNSURE_KEY, place, key=key))
    raise Stops(reason(_NO_KEY, place, key=key))


def _sliced(key: str, sections: tuple[str, ...]) -> tuple[str, ...]:
    """`sections[1:]`, `sections[:last]` and their like. Raises Unsure."""
    found = re.fullmatch(r"sections\[(last|\d*)(:?)(last|\d*)\]", key)
    if found is None:
        raise Unsure(reason(_UNSURE_KEY, of_config("permalinks"), key=key))
    last = len(sections) - 1
    first = last if found[1] == "last" else int(found[1] or 0)
    if not found[2]:
        return sections[first : first + 1]
    end = last if found[3] == "last" else int(found[3] or len(sections))
    return sections[first:end]


def sanitised(text: str, config: HugoConfig) -> str:
    """A path as the site's settings want it."""
    return path_of(
        text,
        keeps_accents=not config.is_on("removepathaccents"),
        keeps_case=config.is_on("disablepathtolower"),
    )
