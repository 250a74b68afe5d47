"""The dates that Hugo reads in a text: a fixed list of forms, and nothing near them."""

from __future__ import annotations

import datetime as dt
import re

from editor_app.core.text.english import DAYS, MONTHS

_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d\d):(?P<second>\d\d)(?:[.,]\d+)?"
_DAY = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"
_OFFSET = r"(?P<offset>[-+]\d\d:?\d\d)"
_NAME = r"(?P<name>[A-Z]{3,4})"
_WORD = rf"(?P<word>{'|'.join(month[:3] for month in MONTHS)})"
_WEEKDAY = rf"(?:{'|'.join(day[:3] for day in DAYS)})"
_FORMS = tuple(
    re.compile(form, re.ASCII)
    for form in (
        _DAY,
        rf"{_DAY}T{_CLOCK}(?:(?P<utc>Z)|{_OFFSET})?",
        rf"{_DAY} {_CLOCK}(?:(?P<utc>Z)| ?{_OFFSET})?",
        rf"{_DAY} {_CLOCK} [-+]\d{{4}} [A-Z]{{3,4}}".replace(
            r"[-+]\d{4}", r"(?P<offset>[-+]\d{4})"
        ),
        rf"(?P<day>\d\d) {_WORD} (?P<year>\d{{4}})",
        rf"{_WEEKDAY}, (?P<day>\d\d) {_WORD} (?P<year>\d{{4}}) {_CLOCK} (?:{_OFFSET}|{_NAME})",
        rf"(?P<day>\d\d) {_WORD} (?P<short>\d\d) (?P<hour>\d\d):(?P<minute>\d\d) "
        rf"(?:{_OFFSET}|{_NAME})",
        rf"{_WEEKDAY} {_WORD} [ ]?(?P<day>\d{{1,2}}) {_CLOCK} (?:{_NAME} )?(?P<year>\d{{4}})",
    )
)


def parse(text: str, zone: dt.tzinfo) -> dt.datetime | None:
    """The moment of a text; one without zone counts in `zone`. None where Hugo reads no date."""
    for form in _FORMS:
        if found := form.fullmatch(text):
            return _moment(found.groupdict(), zone)
    return None


def _moment(parts: dict[str, str | None], zone: dt.tzinfo) -> dt.datetime | None:
    word, short = parts.get("word"), parts.get("short")
    month = 1 + [name[:3] for name in MONTHS].index(word) if word else int(parts["month"] or 0)
    year = int(parts.get("year") or 0)
    if short:
        year = int(short) + (1900 if int(short) >= 69 else 2000)
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    try:
        day = int(parts["day"] or 0)
        return dt.datetime(year, month, day, hour, minute, second, tzinfo=_zone(parts, zone))
    except ValueError:
        return None


def _zone(parts: dict[str, str | None], zone: dt.tzinfo) -> dt.tzinfo:
    """Of a named zone Go knows the offset where it is the site's own; else it takes it for UTC."""
    if parts.get("utc"):
        return dt.UTC
    if offset := parts.get("offset"):
        sign = -1 if offset[0] == "-" else 1
        ahead = dt.timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:]))
        return dt.timezone(sign * ahead)
    name = parts.get("name")
    if not name:
        return zone
    own = {dt.datetime(2024, month, 1, tzinfo=zone).tzname() for month in (1, 7)}
    return zone if name in own else dt.UTC
