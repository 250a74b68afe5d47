"""Dates as numbers, so that a database can compare them whatever their notation and zone."""

from __future__ import annotations

from editor_app.core.schema.dates import DateText

_DAYS_TO_1970 = 719_163


def seconds(date: DateText) -> float:
    """Since 1970; a day begins at midnight, and a time without zone is UTC."""
    days = date.date.toordinal() - _DAYS_TO_1970
    time, offset = date.time, date.offset
    of_day = 0 if time is None else time.hour * 3600 + time.minute * 60 + time.second
    return days * 86400 + of_day - (0 if offset is None else offset.total_seconds())
