"""Dates and times as the generators read them, and the notation they are written in."""

from __future__ import annotations

import datetime as dt
import re

from editor_app.core.text.expressions import expression

_DATE_11 = expression(r"[0-9]{4}-(?:1[012]|0[0-9]|[0-9])-(?:[12][0-9]|3[01]|0[0-9]|[0-9])")
_TIME_11 = expression(
    r"(?P<year>-?[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?:[Tt]|\s+)"
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]*))?"
    r"(?:\s*(?P<zone>Z|[-+][0-9]{1,2}:?(?:[0-9]{2})?))?",
    re.ASCII,
)
_DATE_12 = expression(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})")
_TIME_12 = expression(
    r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})(?:[Tt]|[ \t]+)"
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2}):(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]*))?"
    r"(?:[ \t]*(?P<zone>Z|[-+][0-9]{1,2}(?::[0-9]{2})?))?"
)
_ZONE = expression(r"([-+])([0-9]{1,2}):?([0-9]{2})?")


def yaml11(text: str) -> dt.date | dt.datetime | None:
    """What Psych makes of a plain scalar that looks like a date; None for text.

    A day that its month does not have is text as a date, and rolls into the
    next month as a time: so does Ruby.
    """
    if _DATE_11.fullmatch(text):
        year, month, day = (int(part) for part in text.split("-"))
        try:
            return dt.date(year, month, day)
        except ValueError:
            return None
    found = _TIME_11.fullmatch(text)
    if found is None or not _is_ruby_time(found):
        return None
    return _rolled(found)


def is_like11(text: str) -> bool:
    """Whether Psych tries a text as a date or time; the year may be one that Python lacks."""
    return _DATE_11.fullmatch(text) is not None or _TIME_11.fullmatch(text) is not None


def _is_ruby_time(found: re.Match[str]) -> bool:
    month, day, hour, minute, second = (
        int(found[part]) for part in ("month", "day", "hour", "minute", "second")
    )
    if hour == 24 and (minute or second):
        return False
    return 1 <= month <= 12 and 1 <= day <= 31 and hour <= 24 and minute < 60 and second <= 60


def yaml12(text: str) -> dt.date | dt.datetime | None:
    """What js-yaml makes of a plain scalar that looks like a date; None for text.

    JavaScript rolls everything over: the thirteenth month is next January.
    """
    if found := _DATE_12.fullmatch(text):
        moment = _rolled(found)
        return moment.date() if moment else None
    found = _TIME_12.fullmatch(text)
    return _rolled(found) if found else None


def is_like12(text: str) -> bool:
    """Whether js-yaml takes a text for a date, be it one that Python lacks."""
    return _DATE_12.fullmatch(text) is not None or _TIME_12.fullmatch(text) is not None


def _rolled(found: re.Match[str]) -> dt.datetime | None:
    parts = found.groupdict()
    months = int(parts["month"]) - 1
    try:
        moment = dt.datetime(int(parts["year"]) + months // 12, months % 12 + 1, 1)
        moment += dt.timedelta(
            days=int(parts["day"]) - 1,
            hours=int(parts.get("hour") or 0),
            minutes=int(parts.get("minute") or 0),
            seconds=int(parts.get("second") or 0),
            microseconds=int((parts.get("fraction") or "0")[:6].ljust(6, "0")),
        )
        return moment.replace(tzinfo=_zone(parts.get("zone")))
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None) -> dt.timezone | None:
    """Raises ValueError for a day or more."""
    if not text:
        return None
    found = _ZONE.fullmatch(text)
    if found is None:
        return dt.UTC
    sign = -1 if found[1] == "-" else 1
    return dt.timezone(sign * dt.timedelta(hours=int(found[2]), minutes=int(found[3] or 0)))
