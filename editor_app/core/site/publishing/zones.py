"""Time zones by the names that sites give them."""

from __future__ import annotations

import datetime as dt
import re
import zoneinfo

from editor_app.core.text.expressions import expression

_OFFSET = expression(r"([A-Za-z]{3,})([-+]?)(\d{1,2})(?::(\d{2}))?", re.ASCII)


def zone_of(name: str) -> dt.tzinfo | None:
    """The zone `Asia/Tokyo` or `JST-9`; None for a name that nobody knows here."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return _posix(name)


def _posix(name: str) -> dt.tzinfo | None:
    """`JST-9` is nine hours ahead: POSIX counts westward."""
    found = _OFFSET.fullmatch(name)
    if found is None:
        return None
    offset = dt.timedelta(hours=int(found[3]), minutes=int(found[4] or 0))
    if offset >= dt.timedelta(days=1):
        return None
    return dt.timezone(offset if found[2] == "-" else -offset, found[1])
