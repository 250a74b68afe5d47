"""The addresses that Jekyll makes of its patterns."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
import unicodedata
from collections.abc import Callable, Mapping
from urllib.parse import quote, unquote

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.site.publishing.jekyll_config import JekyllConfig, with_suffix
from editor_app.core.site.publishing.jekyll_document import Document
from editor_app.core.site.publishing.jekyll_files import Located
from editor_app.core.site.publishing.said import Said
from editor_app.core.site.publishing.values import Stops, reason
from editor_app.core.text.english import DAYS, MONTHS
from editor_app.core.text.expressions import expression

_KEY = expression(r":([a-z_]+)")
_PRETTY = "._~!$&'()+,;=@"
_UNQUOTED = "-._~!$&'()*+,;=:@/?"
_HTML = (".html", ".xhtml", ".htm")
_NO_KEY = "Jekyll stops: it knows nothing of the name “:{key}” in the permalink"
_NO_TEXT = "Jekyll stops: {key} has to be a text"
_EMPTY = "Jekyll stops: the permalink of a page can't be empty"

_DATE_KEYS: Mapping[str, Callable[[dt.datetime], str]] = {
    "year": lambda date: f"{date.year:04}",
    "month": lambda date: f"{date:%m}",
    "day": lambda date: f"{date:%d}",
    "hour": lambda date: f"{date:%H}",
    "minute": lambda date: f"{date:%M}",
    "second": lambda date: f"{date:%S}",
    "i_day": lambda date: str(date.day),
    "i_month": lambda date: str(date.month),
    "short_month": lambda date: MONTHS[date.month - 1][:3],
    "long_month": lambda date: MONTHS[date.month - 1],
    "short_year": lambda date: f"{date.year % 100:02}",
    "w_year": lambda date: str(date.isocalendar().year),
    "week": lambda date: f"{date.isocalendar().week:02}",
    "w_day": lambda date: str(date.isoweekday()),
    "short_day": lambda date: DAYS[date.weekday()][:3],
    "long_day": lambda date: DAYS[date.weekday()],
    "y_day": lambda date: f"{date:%j}",
}


def of_document(
    located: Located, document: Document, date: dt.datetime, config: JekyllConfig
) -> tuple[str, str]:
    """Address and file of a post. Raises Stops."""
    own = document.data.get("permalink")
    output_ending = _output_ending(own, located.name, config)
    if own is not None and own.value not in (None, False):
        template, place = _text(own, "permalink"), own.place
    else:
        template, place = config.template(located.label), config.template_place(located.label)

    def placed(found: re.Match[str]) -> str:
        key = found[1]
        shorter = key.removesuffix("_")
        value = _placeholder(shorter, located, document, date, output_ending)
        if value is None:
            raise Stops(reason(_NO_KEY, place, key=shorter))
        return escaped(value) + ("_" if shorter != key else "")

    url = sanitised(_KEY.sub(placed, template))
    return url, _file(url, "index.html", output_ending)


def of_page(located: Located, permalink: Said | None, config: JekyllConfig) -> tuple[str, str]:
    """Address and file of a page. Raises Stops."""
    folder, _, name = located.relative.rpartition("/")
    base = posixpath.splitext(name)[0]
    output_ending = _output_ending(permalink, name, config)
    base = base.rstrip(".")
    if permalink is not None and permalink.value not in (None, False):
        template = _text(permalink, "permalink")
        if not template:
            raise Stops(reason(_EMPTY, permalink.place))
    elif output_ending not in _HTML:
        template = "/:path/:basename:output_ext"
    elif base == "index":
        template = "/:path/"
    else:
        template = with_suffix("/:path/:basename", config.permalink)
    for key, value in (("path", folder), ("basename", base), ("output_ext", output_ending)):
        if ":" in template:
            template = template.replace(f":{key}", escaped(value))
    url = sanitised(template)
    return url, _file(url, f"index{output_ending}", output_ending)


def _placeholder(
    key: str, located: Located, document: Document, date: dt.datetime, output_ending: str
) -> str | None:
    """What stands for a name in a pattern; None for a name that Jekyll does not know."""
    if key in _DATE_KEYS:
        return _DATE_KEYS[key](date)
    base = posixpath.splitext(located.name)[0]
    slug = document.data.get("slug")
    own = _text(slug, "slug") if slug is not None and slug.value is not None else None
    known: Mapping[str, Callable[[], str]] = {
        "title": lambda: slugified(base if own is None else own, kept=_PRETTY),
        "slug": lambda: slugified(base if own is None else own).lower(),
        "name": lambda: slugified(base).lower(),
        "categories": lambda: "/".join(dict.fromkeys(map(str.lower, document.categories))),
        "slugified_categories": lambda: "/".join(
            dict.fromkeys(slugified(each).lower() for each in document.categories)
        ),
        "collection": lambda: located.label,
        "path": lambda: _cleaned(located),
        "output_ext": lambda: output_ending,
    }
    return known[key]() if key in known else None


def _cleaned(located: Located) -> str:
    """The path in the collection, without the ending."""
    path = posixpath.splitext(located.relative)[0]
    return path.replace(f"_{located.label}", "", 1).rstrip(".")


def _text(said: Said, key: str) -> str:
    if isinstance(said.value, str):
        return said.value
    raise Stops(reason(_NO_TEXT, said.place, key=key))


def _output_ending(permalink: Said | None, name: str, config: JekyllConfig) -> str:
    """That of the permalink, else that of the page which is made of such a file."""
    own: Value = None if permalink is None else permalink.value
    if isinstance(own, str) and not own.endswith("/") and (ending := posixpath.splitext(own)[1]):
        return ending
    ending = posixpath.splitext(name)[1]
    if ending.lower() in config.markdown_endings:
        return ".html"
    return ".css" if ending in {".sass", ".scss"} else ending


def _file(url: str, index: str, output_ending: str) -> str:
    path = unquote(url).lstrip("/")
    if url.endswith("/"):
        return path + index
    return path if path.endswith(output_ending) else path + output_ending


def slugified(text: str, kept: str = "") -> str:
    """Letters, marks and digits; what is between them is a hyphen."""
    result: list[str] = []
    is_gap = False
    for character in text:
        category = unicodedata.category(character)
        if category[0] in "LM" or category == "Nd" or character in kept:
            result.append(character)
            is_gap = False
        elif not is_gap:
            result.append("-")
            is_gap = True
    return re.sub("^-|-$", "", "".join(result))


def escaped(text: str) -> str:
    """A text as a part of a path."""
    return quote(text, safe=_UNQUOTED)


def sanitised(url: str) -> str:
    """One slash in front, and no way out of the site."""
    plain = f"/{url}".replace("..", "/").replace("./", "")
    return re.sub("/+", "/", plain)
