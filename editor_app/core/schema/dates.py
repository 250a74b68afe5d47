"""Dates in the notation of the post: read their parts, change one, keep the rest."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from editor_app.core.text.expressions import expression

_FORM = expression(
    r"""\s*(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})
    (?:(?P<gap>[Tt]|[ \t]+)
       (?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?P<part>\.\d+)?)?
       (?:\s*(?P<zone>Z|z|UTC|GMT|[-+]\d{1,2}(?::?\d{2})?))?
    )?\s*""",
    re.VERBOSE | re.ASCII,
)

_TIME = expression(
    r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:\.(?P<part>\d+))?)?"
    r"(?P<zone>[Zz]|[-+]\d{2}:?\d{2})?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class DateText:
    """A date as it is written; `zone` is its text, empty where none is given."""

    text: str
    date: dt.date
    time: dt.time | None
    zone: str

    @property
    def offset(self) -> dt.timedelta | None:
        """Of the zone, from UTC; None where no zone is given."""
        return _offset(self.zone) if self.zone else None

    @property
    def zone_name(self) -> str:
        """ "UTC", "UTC+09:00"; empty where no zone is given."""
        return "" if self.offset is None else offset_name(self.offset)

    def with_date(self, date: dt.date) -> str:
        """The same text on another day; months and days keep their width."""
        found = _found(self.text)
        is_short = len(found["month"]) == 1 or len(found["day"]) == 1
        month, day = (
            (str(date.month), str(date.day)) if is_short else (f"{date.month:02}", f"{date.day:02}")
        )
        mark = found["mark"]
        head = f"{date.year:04}{mark}{month}{mark}{day}"
        return self.text[: found.start("year")] + head + self.text[found.end("day") :]

    def with_time(self, time: dt.time) -> str:
        """The same text at another time; seconds only where they stand, a zone stays.

        Where no time stands it is put after the date, with a space.
        """
        found = _found(self.text)
        if self.time is None:
            end = found.end("day")
            return f"{self.text[:end]} {time:%H:%M:%S}{self.text[end:]}"
        is_short = len(found["hour"]) == 1
        clock = f"{time.hour if is_short else f'{time.hour:02}'}:{time.minute:02}"
        end = found.end("minute")
        if found["second"] is not None:
            clock += f":{time.second:02}"
            end = found.end("second")
        return self.text[: found.start("hour")] + clock + self.text[end:]

    def with_offset(self, offset: dt.timedelta) -> str:
        """The same moment in another zone; where no zone stands, the same clock in it.

        Where no time stands nothing changes. A zone keeps its notation.
        """
        if self.time is None:
            return self.text
        text = self.text
        if self.offset is not None:
            moment = dt.datetime.combine(self.date, self.time) - self.offset + offset
            text = _with_moment(self, moment)
        found = _found(text)
        end = next(found.end(part) for part in ("part", "second", "minute") if found[part])
        gap = text[end : found.start("zone")] if found["zone"] else ""
        if not found["zone"]:
            gap = "" if found["gap"] in {"T", "t"} else " "
        after = text[found.end("zone") :] if found["zone"] else text[end:]
        return text[:end] + gap + _zone_text(offset, self.zone, found["gap"]) + after


def offset_name(offset: dt.timedelta) -> str:
    """ "UTC", "UTC+09:00"."""
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return "UTC"
    return f"UTC{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _with_moment(date: DateText, moment: dt.datetime) -> str:
    moved = read_date(date.with_date(moment.date()))
    if moved is None:
        raise ValueError(f"not a date: {date.text!r}")
    return moved.with_time(moment.time())


def _zone_text(offset: dt.timedelta, before: str, gap: str) -> str:
    """In the notation of the zone that stood there, else as the date's own notation has it."""
    is_word = before[:1].isalpha()
    if is_word and not offset:
        return before
    has_colon = ":" in before if before and not is_word else gap in {"T", "t"}
    minutes = round(abs(offset).total_seconds() / 60)
    sign = "-" if offset < dt.timedelta(0) else "+"
    return f"{sign}{minutes // 60:02}{':' if has_colon else ''}{minutes % 60:02}"


def _offset(zone: str) -> dt.timedelta:
    if zone.upper() in {"Z", "UTC", "GMT"}:
        return dt.timedelta(0)
    sign = -1 if zone[0] == "-" else 1
    digits = zone[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) < 3 else (digits[:-2], digits[-2:])
    return sign * dt.timedelta(hours=int(hours), minutes=int(minutes))


def read_time(text: str) -> dt.time | None:
    """Read a time of the day, in the zone that it may say; None for anything else."""
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    part = int((found["part"] or "")[:6].ljust(6, "0"))
    try:
        zone = dt.timezone(_offset(found["zone"])) if found["zone"] else None
        return dt.time(hour, minute, second, part, zone)
    except ValueError:
        return None


def read_date(text: str) -> DateText | None:
    """Read the parts of a date in a form that a generator knows; None for anything else.

    A day or an hour that does not exist is no date.
    """
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    try:
        date = dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
        time = None
        if found["hour"] is not None:
            time = dt.time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        return None
    result = DateText(text, date, time, found["zone"] or "")
    offset = result.offset
    if offset is not None and abs(offset) > dt.timedelta(hours=18):
        return None
    return result


def _found(text: str) -> re.Match[str]:
    found = _FORM.fullmatch(text)
    if found is None:
        raise ValueError(f"not a date: {text!r}")
    return found
