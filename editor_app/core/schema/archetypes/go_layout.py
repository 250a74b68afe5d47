"""Write a moment after a layout of Go, which shows how the moment of its manual would look."""

from __future__ import annotations

import datetime as dt

from editor_app.core.text.english import DAYS, MONTHS
from editor_app.core.text.expressions import expression

_PART = expression(
    r"January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|_2(?!006)|002|01|02|03|04|05|06"
    r"|PM|pm|-07:00:00|-070000|-07:00|-0700|-07|Z07:00:00|Z070000|Z07:00|Z0700|Z07"
    r"|[.,](?:0+|9+)(?!\d)|15|1|2|3|4|5"
)
_DATES = frozenset({"January", "Jan", "2006", "06", "01", "1", "02", "_2", "2", "002"})
_TIMES = frozenset({"15", "03", "3", "04", "4", "05", "5", "PM", "pm"})


def written(layout: str, moment: dt.datetime) -> str:
    """The moment, which has a zone, as Go's `Format` writes it."""
    return _PART.sub(lambda found: _part(found[0], moment), layout)


def has_time(layout: str) -> bool:
    """Whether a layout writes hours or minutes."""
    return any(found[0] in _TIMES for found in _PART.finditer(layout))


def has_date(layout: str) -> bool:
    return any(found[0] in _DATES for found in _PART.finditer(layout))


def _part(word: str, at: dt.datetime) -> str:
    if word[0] in "Z-" and len(word) > 1:
        return _zone(word, at)
    if word[0] in ".,":
        return _fraction(word, at)
    hour = at.hour % 12 or 12
    return {
        "2006": f"{at.year:04}",
        "06": f"{at.year % 100:02}",
        "January": MONTHS[at.month - 1],
        "Jan": MONTHS[at.month - 1][:3],
        "01": f"{at.month:02}",
        "1": str(at.month),
        "02": f"{at.day:02}",
        "_2": f"{at.day:2}",
        "2": str(at.day),
        "002": f"{at.timetuple().tm_yday:03}",
        "Monday": DAYS[at.weekday()],
        "Mon": DAYS[at.weekday()][:3],
        "15": f"{at.hour:02}",
        "03": f"{hour:02}",
        "3": str(hour),
        "04": f"{at.minute:02}",
        "4": str(at.minute),
        "05": f"{at.second:02}",
        "5": str(at.second),
        "PM": "AM" if at.hour < 12 else "PM",
        "pm": "am" if at.hour < 12 else "pm",
        "MST": _zone_name(at),
    }[word]


def _zone_name(at: dt.datetime) -> str:
    """The name where the zone has one; Go writes the offset where it has none."""
    name = at.tzname() or ""
    return name if name.isalpha() else _zone("-0700" if _minutes(at) % 60 else "-07", at)


def _minutes(at: dt.datetime) -> int:
    return round((at.utcoffset() or dt.timedelta()).total_seconds() / 60)


def _zone(word: str, at: dt.datetime) -> str:
    minutes = _minutes(at)
    if word[0] == "Z" and not minutes:
        return "Z"
    sign, colon = "-" if minutes < 0 else "+", ":" if ":" in word else ""
    parts = [f"{abs(minutes) // 60:02}", f"{abs(minutes) % 60:02}", "00"]
    return sign + colon.join(parts[: len(word.replace(":", "")) // 2])


def _fraction(word: str, at: dt.datetime) -> str:
    digits = f"{at.microsecond:06}000"[: len(word) - 1]
    if word[1] == "9":
        digits = digits.rstrip("0")
        return f"{word[0]}{digits}" if digits else ""
    return word[0] + digits
