"""The date is in a form that the generators do not know, or is no day.

They stop at such a post, take today's date, or count an impossible day on
into the next month.

Bad:
    ---
    title: Spring
    date: 2026年3月1日
    ---
Good:
    ---
    title: Spring
    date: 2026-03-01
    ---
"""

import datetime as dt
import re
from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.frontmatter.nodes import Scalar
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.generator import Generator
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "date-form-unknown"
SEVERITY = Severity.ERROR
FIXABLE = Fixable.ASK
IS_ON = True

_FIELDS = (
    *("date", "lastmod", "publishDate", "expiryDate", "pubDate", "updatedDate", "updated"),
    *("last_modified_at", "modified", "published_at", "created_at", "updated_at"),
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = (
    r"(?:[Tt]|\s+)?\s*(?:(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s*(?:[ap]\.?m\.?)?)?\s*(?:Z|UTC|GMT|[A-Z]{3,4}|[-+]\d{1,2}(?::?\d{2})?)?(?:\s*\([A-Z]+\))?"
)
_NUMERIC = expression(
    rf"(?P<year>\d{{4}})(?P<mark>[-/])(?P<month>\d{{1,2}})(?P=mark)(?P<day>\d{{1,2}}){_TIME}",
    re.IGNORECASE,
)
_WORDED = expression(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)?[\s-]+(?P<month>[a-z]{3,9})\.?,?[\s-]+(?P<year>\d{4})"
    r"|(?P<month2>[a-z]{3,9})\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4}))"
    rf",?{_TIME}",
    re.IGNORECASE,
)
_RUBY = expression(rf"(?P<day>\d{{1,2}})[-/.](?P<month>\d{{1,2}})[-/.](?P<year>\d{{4}}){_TIME}")
_COMPACT = expression(r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:T\d{6}Z?)?")
_READABLE = expression(
    r"(?P<year>\d{4})\s*[年./]\s*(?P<month>\d{1,2})\s*[月./]\s*(?P<day>\d{1,2})\s*日?(?P<rest>.*)",
    re.DOTALL,
)
_WORDS = frozenset({"last modified", "created", "git last modified", "git created", "now"})
_EARLIEST_UNIX = 100_000_000
"""Smaller numbers are no moment after 1973 but a year or a day that was written as one."""


def check(post: Post) -> Iterator[Diagnostic]:
    for field in _FIELDS:
        node = post.front_matter.node((field,))
        if node is None:
            continue
        if not isinstance(node, Scalar):
            message = "{name} is not one date"
            yield post.report(ID, SEVERITY, node.span, message, field=field, name=field)
        elif node.text.strip() and not _is_known(post, node):
            yield post.report(
                ID,
                SEVERITY,
                post.place(node),
                "{name} is in no form of date that is known: {date}",
                field=field,
                fixes=_fixes(post, field, node.text),
                name=field,
                date=node.text.strip(),
            )


def _is_known(post: Post, scalar: Scalar) -> bool:
    text = scalar.text.strip()
    if "{{" in text or text.lower() in _WORDS or scalar.yaml11 is None:
        return True  # a template's own date, or one that Eleventy looks up
    if isinstance(scalar.yaml11, int) and not isinstance(scalar.yaml11, bool):
        return _is_unix_time(post, text)
    found = _NUMERIC.fullmatch(text)
    if found is None and post.generator is Generator.JEKYLL:  # Ruby guesses more than others
        found = _RUBY.fullmatch(text) or _COMPACT.fullmatch(text)
    if found is not None:
        return _is_moment(found, int(found["month"]), found["day"], found["year"])
    worded = _WORDED.fullmatch(text)
    if worded is None:
        return False
    name = (worded["month"] or worded["month2"])[:3].lower()
    if name not in _MONTHS:
        return False
    day, year = worded["day"] or worded["day2"], worded["year"] or worded["year2"]
    return _is_moment(worded, _MONTHS.index(name) + 1, day, year)


def _is_unix_time(post: Post, text: str) -> bool:
    if post.generator is Generator.JEKYLL and _COMPACT.fullmatch(text):
        return True
    return text.isdecimal() and int(text) >= _EARLIEST_UNIX


def _is_moment(found: re.Match[str], month: int, day: str, year: str) -> bool:
    try:
        dt.date(int(year), month, int(day))
    except ValueError:
        return False
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    return hour <= 24 and minute < 60 and second <= 60


def _fixes(post: Post, field: str, text: str) -> tuple[Fix, ...]:
    """The same day as all generators read it, where there is no doubt which day it is."""
    whole = text.strip().rstrip(",;，；、")
    moment = _NUMERIC.fullmatch(whole)
    if moment is not None and _is_moment(
        moment, int(moment["month"]), moment["day"], moment["year"]
    ):
        return post.fix_value("Write {date}", (field,), Verbatim(whole), date=whole)
    found = _READABLE.fullmatch(text.strip()) or _COMPACT.fullmatch(text.strip())
    if found is None or found.groupdict().get("rest", "").strip():
        return ()
    try:
        day = dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return ()
    return post.fix_value("Write {date}", (field,), Verbatim(day.isoformat()), date=day.isoformat())
