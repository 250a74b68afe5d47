"""The dates that Ruby's `Time.parse` reads, as far as people write them.

Ruby takes nearly every text for some date. What is not in these tables is
`UNSURE`, not wrong: the caller says that he does not know. The tables were
made by asking Ruby 3.1.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from enum import Enum

from editor_app.core.text.english import MONTHS
from editor_app.core.text.expressions import expression

_MONTHS = tuple(name[:3].lower() for name in MONTHS)
_MONTH = r"(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATES = tuple(
    re.compile(rf"(?:{_day})(?:(?:t|[ ]+)(?P<rest>[0-9].*)|[ ]+(?P<zone>[-+z].*))?", re.I | re.A)
    for _day in (
        r"(?P<year>\d{4}|\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})",
        r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})",
        r"(?P<day>\d{1,2})[/.](?P<month>\d{1,2})[/.](?P<year>\d{4})",
        r"(?:[a-z]{3},?[ ]+)?(?P<day>\d{1,2})[ ]+" + _MONTH + r",?[ ]+(?P<year>\d{4})",
        _MONTH + r"[ ]+(?P<day>\d{1,2}),?[ ]+(?P<year>\d{4})",
    )
)
_COMPACT = expression(
    r"(?P<year>\d{4})(?P<month>\d\d)(?P<day>\d\d)"
    r"(?:t?(?P<hour>\d\d)(?P<minute>\d\d)(?P<second>\d\d)?)?",
    re.I | re.A,
)
_CLOCK = expression(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,](?P<fraction>\d+))?)?"
    r"(?:[ ]*(?P<half>am|pm))?(?:[ ]*(?P<zone>z|[a-z]{3,4}|[-+]\d{1,2}(?::?\d{2})?))?"
    r"(?:[ ]+[a-z]{3,4})?",
    re.I | re.A,
)
_OFFSET = expression(r"([-+])(\d{1,2}):?(\d{2})?", re.A)
_NAMED = {"z": 0, "utc": 0, "ut": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5}
_NAMED |= {"mst": -7, "mdt": -6, "pst": -8, "pdt": -7}
"""All that Ruby knows; the name of any other zone is not looked at."""
_NO_TIME = expression(r"[a-z]*", re.I | re.A)


class Unread(Enum):
    """Why there is no time."""

    INVALID = "Ruby gives up"
    UNSURE = "not known here"


@dataclass(frozen=True, slots=True)
class _Parts:
    year: int
    month: int
    day: int
    hour: int = 0
    minute: int = 0
    second: int = 0
    zone: dt.tzinfo | None = None


def parse(text: str, zone: dt.tzinfo) -> dt.datetime | Unread:
    """The moment that `Time.parse` makes of a text, where a text without zone counts in `zone`."""
    stripped = text.strip()
    if _NO_TIME.fullmatch(stripped) and stripped.lower()[:3] not in _MONTHS:
        return Unread.INVALID
    for pattern in _DATES:
        if found := pattern.fullmatch(stripped):
            return _dated(found, zone)
    if found := _COMPACT.fullmatch(stripped):
        hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
        month, day = int(found["month"]), int(found["day"])
        return _moment(_Parts(int(found["year"]), month, day, hour, minute, second), zone)
    return Unread.INVALID if re.fullmatch(r"\d{4}(?:-\d\d)?|\d{5}", stripped) else Unread.UNSURE


def _dated(found: re.Match[str], zone: dt.tzinfo) -> dt.datetime | Unread:
    groups = found.groupdict()
    year = int(groups["year"])
    if len(groups["year"]) == 2:
        year += 1900 if year >= 69 else 2000
    name = groups.get("name")
    month = _MONTHS.index(name.lower()) + 1 if name else int(groups["month"])
    parts = _Parts(year, month, int(groups["day"]))
    if not groups["rest"]:  # a zone without a time is not looked at
        return _moment(parts, zone)
    clock = _CLOCK.fullmatch(groups["rest"])
    if clock is None:
        return Unread.UNSURE
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"].lower() == "pm" else 0)
    minute, second = int(clock["minute"]), int(clock["second"] or 0)
    own = _zone(clock["zone"])
    return _moment(_Parts(parts.year, month, parts.day, hour, minute, second, own), zone)


def _zone(text: str | None) -> dt.tzinfo | None:
    if not text:
        return None
    if text.lower() in _NAMED:
        return dt.timezone(dt.timedelta(hours=_NAMED[text.lower()]))
    found = _OFFSET.fullmatch(text)
    if found is None or int(found[2]) > 23:
        return None
    offset = dt.timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return dt.timezone(-offset if found[1] == "-" else offset)


def _moment(parts: _Parts, zone: dt.tzinfo) -> dt.datetime | Unread:
    """A day that its month does not have rolls into the next one; the 32nd does not."""
    is_time = parts.hour < 24 or (parts.hour == 24 and not parts.minute and not parts.second)
    if not (1 <= parts.month <= 12 and 1 <= parts.day <= 31 and is_time):
        return Unread.INVALID
    if parts.minute > 59 or parts.second > 60:
        return Unread.INVALID
    try:
        start = dt.datetime(parts.year, parts.month, 1, tzinfo=parts.zone or zone)
        return start + dt.timedelta(
            days=parts.day - 1, hours=parts.hour, minutes=parts.minute, seconds=parts.second
        )
    except (ValueError, OverflowError):
        return Unread.UNSURE
