"""Links to other posts of a site: what is looked up, and whether there is such a post.

Where a generator puts its pages is its own affair and the site's, so a link is
looked up by the name at its end. Links of one form (`/blog/*`, `{% post_url %}`)
are judged together: where most of them lead to no post, the form is not
understood, and no link of it is said to be broken.
"""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from functools import lru_cache
from pathlib import PurePath
from urllib.parse import unquote

from editor_app.core.site.post_paths import is_index, slug
from editor_app.core.text.expressions import expression
from editor_app.core.text.value import value

_SCHEME = expression(r"[a-z][a-z0-9+.-]*:|//|#|$", re.IGNORECASE)
_POST_URL = expression(r"\{%-?\s*post_url\s+(?P<name>\S+?)\s*-?%\}")
_REF = expression(r"\{\{[<%]\s*(?:rel)?ref\s+[\"'`]?(?P<name>[^\"'`\s]+)[\"'`]?\s*[>%]\}\}")
_FILTERED = expression(r"\{\{\s*[\"'](?P<path>/[^\"']*)[\"']\s*\|\s*\w*url[^}]*\}\}")
_BASE = expression(r"\{\{\s*(?:site\.)?(?:base_?url|url)\s*\}\}", re.IGNORECASE)
_REST = expression(r"[#?].*", re.DOTALL)
_STEPS = frozenset({"", "."})
_NUMBER = expression(r"\d+")
_POST_FILE = expression(r"\.(?:md|mdx|markdown)$", re.IGNORECASE)
_PAGE = expression(r"(?:\.html?)?/?$", re.IGNORECASE)
_ENDING = expression(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_DAY = expression(r"(?<!\d)(\d{4})[/-](\d\d?)[/-](\d\d?)[/-](?=[^/\s?#]+/?(?:[?#\s]|$))")
_LONGEST = 500

BESIDE = "*.md"
"""The form of a link to a file beside the post; its name is the whole path."""


@value
class Address:
    """What a link leads to; `form` is how it is written, `name` what is looked up."""

    form: str
    name: str


@lru_cache(4096)
def address(target: str, folder: str) -> Address | None:
    """What a link in a post of `folder` leads to; None where that can't be a post."""
    if len(target) > _LONGEST or _SCHEME.match(target):
        return None
    if "{" in target:
        for form, pattern in (("post_url", _POST_URL), ("ref", _REF)):
            if found := pattern.match(target):
                return _by_name(form, found["name"].split("#")[0].strip("/"))
        target = _BASE.sub("", _FILTERED.sub(lambda found: found["path"], target, count=1), count=1)
        if "{{" in target or "{%" in target:
            return None
    target = unquote(_REST.sub("", target))
    if _POST_FILE.search(target):
        beside = Address(BESIDE, posixpath.normpath(f"{folder}/{target}"))
        return _by_name("/*.md", target) if target.startswith("/") else beside
    parts = [part for part in _PAGE.sub("", target).split("/") if part not in _STEPS]
    if not parts or parts[-1].startswith(".") or _ENDING.search(parts[-1]):
        return None
    above = "/".join(_NUMBER.sub("0", part) for part in parts[:-1])
    root = "/" if target.startswith("/") else "./"
    return Address(f"{root}{above}/*", parts[-1].lower())


def _by_name(form: str, name: str) -> Address | None:
    path = PurePath(f"{_POST_FILE.sub('', name)}.md")
    return Address(form, slug(path)) if name else None


def day(target: str) -> dt.date | None:
    """The day that a link names before the name of a post: `/2026/03/01/spring/`."""
    found = _DAY.search(target[:_LONGEST])
    try:
        return dt.date(*(int(part) for part in found.groups())) if found else None
    except ValueError:
        return None


def names(path: PurePath, *others: str) -> tuple[str, ...]:
    """The names under which links find a post; `others` are slugs and addresses of its own."""
    ends = (_PAGE.sub("", other).rpartition("/")[2].lower() for other in others)
    own = (slug(path), path.parent.name.lower() if is_index(path) else "")
    return tuple(dict.fromkeys(each for each in (*own, *ends) if each))
