"""The date differs from the one in the file's name.

Jekyll takes the date of the front matter for the page and its address, and
readers of the repository believe the name. A day more or less is the time
zone's and not reported.

Bad:
    ---
    title: Spring
    date: 2026-03-21
    ---
Good:
    ---
    title: Spring
    date: 2026-03-01
    ---
"""

import datetime as dt
from collections.abc import Iterator

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.frontmatter.splice import Verbatim
from editor_app.core.post import Post
from editor_app.core.rule import Fixable
from editor_app.core.text.expressions import expression

ID = "date-file-mismatch"
SEVERITY = Severity.INFO
FIXABLE = Fixable.ASK
IS_ON = True

_NAME = expression(r"(\d{4})-(\d\d?)-(\d\d?)(?:-|$)")
_WRITTEN = expression(r"\d{4}-\d\d?-\d\d?")
_INDEX_NAMES = frozenset({"index", "_index", "README"})


def check(post: Post) -> Iterator[Diagnostic]:
    scalar = post.scalar("date")
    named = _named_day(post)
    if scalar is None or named is None:
        return
    written = _WRITTEN.match(scalar.text.strip())
    day = _day(written[0]) if written else None
    if day is None or written is None or abs((day - named).days) <= 1:
        return
    raw = scalar.raw.replace(written[0], named.isoformat(), 1)
    yield post.report(
        ID,
        SEVERITY,
        post.place(scalar),
        "The date is {date}, but the file's name says {named}",
        field="date",
        fixes=post.fix_value("Set the date to {named}", ("date",), Verbatim(raw), named=named),
        date=day,
        named=named,
    )


def _named_day(post: Post) -> dt.date | None:
    """The day in the file's name, or in its folder's for a page bundle."""
    if post.path is None:
        return None
    is_index = post.path.stem in _INDEX_NAMES
    name = post.path.parent.name if is_index else post.path.name
    found = _NAME.match(name.removesuffix(post.path.suffix))
    return _day("-".join(found.groups())) if found else None


def _day(text: str) -> dt.date | None:
    year, month, day = (int(part) for part in text.split("-"))
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
