"""The zones that a date may be written in, and this moment in the notation of a date."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from editor_app.core.schema.dates import DateText
from editor_app.core.site.publishing.zones import zone_of


@dataclass(frozen=True, slots=True)
class Zone:
    """`name` is what people call it; empty for UTC, which needs no other."""

    zone: dt.tzinfo
    name: str = ""

    def offset_of(self, date: DateText) -> dt.timedelta:
        """Of the zone, from UTC, at that date."""
        moment = dt.datetime.combine(date.date, date.time or dt.time())
        if date.offset is not None:
            moment = moment.replace(tzinfo=dt.timezone(date.offset)).astimezone(self.zone)
        return moment.replace(tzinfo=self.zone).utcoffset() or dt.timedelta(0)


def zones_of(names: tuple[str, ...], here: dt.datetime) -> tuple[Zone, ...]:
    """Those that the site names, then that of this machine, then UTC; each offset once."""
    named = [Zone(zone, name) for name in names if name and (zone := zone_of(name)) is not None]
    local = [Zone(here.tzinfo)] if here.tzinfo is not None else []
    found: dict[dt.timedelta | None, Zone] = {}
    for each in (*named, *local, Zone(dt.UTC)):
        found.setdefault(here.astimezone(each.zone).utcoffset(), each)
    return tuple(found.values())


def moment_like(date: DateText, now: dt.datetime, zone: dt.tzinfo) -> str:
    """This moment, written as the date is: its zone, its time only where it has one."""
    own = zone if date.offset is None else dt.timezone(date.offset)
    moment = now.astimezone(own)
    text = date.with_date(moment.date())
    if date.time is None:
        return text
    return DateText(text, moment.date(), date.time, date.zone).with_time(moment.time())
