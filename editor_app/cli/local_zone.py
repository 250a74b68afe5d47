"""The time zone of this machine, with its summer time."""

from __future__ import annotations

import datetime as dt
import os
import zoneinfo
from collections.abc import Mapping
from pathlib import Path

_OF_SYSTEM = Path("/etc/localtime")


def local_zone(environment: Mapping[str, str], now: dt.datetime) -> dt.tzinfo:
    """After `TZ`, else the system's; where neither says one, the offset of `now`."""
    name = environment.get("TZ", "").removeprefix(":")
    try:
        if name:
            return zoneinfo.ZoneInfo(name)
        with _OF_SYSTEM.open("rb") as file:
            return zoneinfo.ZoneInfo.from_file(file, key=os.path.realpath(_OF_SYSTEM))
    except (OSError, ValueError, zoneinfo.ZoneInfoNotFoundError):
        return now.tzinfo or dt.UTC
