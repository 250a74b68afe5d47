"""The notation of a date: read loosely, and write another moment in the same manner."""

from __future__ import annotations

import datetime as dt
import re
from typing import TypeAlias

from editor_app.core.text.expressions import expression

Moment: TypeAlias = dt.date | dt.datetime

_NOTATION = expression(
    r"(?P<year>[0-9]{4})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})"
    r"(?:(?P<gap>[Tt]|[ \t]+)(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]*))?)?"
    r"(?:(?P<blank>[ \t]*)(?P<zone>[Zz]|UTC|GMT|[-+][0-9]{1,2}(?::?[0-9]{2})?))?)?"
)
_OFFSET = expression(r"(?P<sign>[-+])(?P<hours>[0-9]{1,2})(?P<colon>:?)(?P<minutes>[0-9]{2})?")


def parsed(text: str) -> Moment | None:
    """The date or time that a text is in one of the usual notations; its zone is kept."""
    found = _NOTATION.fullmatch(text)
    if found is None:
        return None
    try:
        day = dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
        if found["hour"] is None:
            return day
        fraction = int((found["fraction"] or "0")[:6].ljust(6, "0"))
        time = dt.time(
            int(found["hour"]), int(found["minute"]), int(found["second"] or 0), fraction
        )
        return dt.datetime.combine(day, time, _zone(found["zone"]))
    except ValueError:
        return None


def is_same(text: str, wanted: Moment) -> bool:
    """Whether a text is that moment; a wanted time without zone leaves the zone open."""
    found = parsed(text)
    if not isinstance(wanted, dt.datetime) or not isinstance(found, dt.datetime):
        return type(found) is type(wanted) and found == wanted
    if wanted.tzinfo is None:
        return found.replace(tzinfo=None) == wanted
    return found == wanted and found.utcoffset() == wanted.utcoffset()


def written(moment: Moment, like: str | None = None) -> str:
    """A moment in the notation of another text; in ISO 8601, which all read, without one.

    A time without zone takes the zone of that text as it stands there. A zone
    that is the same stays as it is written (`Z`, `+0000`).
    """
    found = _NOTATION.fullmatch(like) if like else None
    if found is None:
        return _iso(moment)
    day = _date(moment, found)
    if not isinstance(moment, dt.datetime):
        return day
    if found["hour"] is None:
        return day + _iso(moment)[10:]
    return day + found["gap"] + _time(moment, found) + _zone_text(moment, found)


def _iso(moment: Moment) -> str:
    if not isinstance(moment, dt.datetime):
        return moment.isoformat()
    text = moment.replace(tzinfo=None).isoformat()
    return text if moment.tzinfo is None else text + _offset_text(moment, ":")


def _date(moment: Moment, found: re.Match[str]) -> str:
    width = 1 if len(found["month"]) == 1 or len(found["day"]) == 1 else 2
    mark = found["mark"]
    return f"{moment.year:04}{mark}{moment.month:0{width}}{mark}{moment.day:0{width}}"


def _time(moment: dt.datetime, found: re.Match[str]) -> str:
    width = len(found["hour"]) if len(found["hour"]) == 1 else 2
    text = f"{moment.hour:0{width}}:{moment.minute:02}"
    if found["second"] is None and not moment.second and not moment.microsecond:
        return text
    text += f":{moment.second:02}"
    digits = len(found["fraction"] or "")
    fraction = f"{moment.microsecond:06}".rstrip("0")
    if len(fraction) > digits:
        return f"{text}.{fraction}"
    return text if found["fraction"] is None else f"{text}.{fraction.ljust(digits, '0')}"


def _zone_text(moment: dt.datetime, found: re.Match[str]) -> str:
    blank, zone = found["blank"] or "", found["zone"]
    if moment.tzinfo is None:
        return "" if zone is None else blank + zone
    if zone is None:
        is_spaced = found["gap"] not in "Tt"
        return " " + _offset_text(moment, "") if is_spaced else _offset_text(moment, ":")
    if (_zone(zone) or dt.UTC).utcoffset(None) == moment.utcoffset():
        return blank + zone
    offset = _OFFSET.fullmatch(zone)
    return blank + _offset_text(moment, ":" if offset is None else offset["colon"])


def _offset_text(moment: dt.datetime, colon: str) -> str:
    minutes = int((moment.utcoffset() or dt.timedelta()).total_seconds()) // 60
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}{colon}{abs(minutes) % 60:02}"


def _zone(text: str | None) -> dt.timezone | None:
    """Raises ValueError for an offset of a day or more."""
    if text is None:
        return None
    found = _OFFSET.fullmatch(text)
    if found is None:
        return dt.UTC
    offset = dt.timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return dt.timezone(-offset if found["sign"] == "-" else offset)
