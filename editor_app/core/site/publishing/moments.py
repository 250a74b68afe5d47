"""Moments in another zone, also at the ends of the calendar."""

from __future__ import annotations

import datetime as dt


def in_zone(moment: dt.datetime, zone: dt.tzinfo) -> dt.datetime:
    """The same moment; unchanged where the other zone's clock would leave the years 1 to 9999."""
    try:
        return moment.astimezone(zone)
    except OverflowError:
        return moment


def shown(moment: dt.datetime) -> str:
    """As people write it, with the offset."""
    return f"{moment.year:04}{moment:-%m-%d %H:%M:%S %z}"
