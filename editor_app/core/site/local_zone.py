"""The time zone of this machine, with its summer time."""

from __future__ import annotations

import datetime as dt
import os
import zoneinfo
from collections.abc import Callable, Mapping
from pathlib import Path

_OF_SYSTEM = Path("/etc/localtime")


def local_zone(environment: Mapping[str, str], now: dt.datetime) -> dt.tzinfo:
    """After `TZ`, else the system's; where neither says one, the offset of `now`. Picklable."""
    name = environment.get("TZ", "").removeprefix(":")
    try:
        return zoneinfo.ZoneInfo(name) if name else _of_system()
    except (OSError, ValueError, zoneinfo.ZoneInfoNotFoundError):
        return now.tzinfo or dt.UTC


class _SystemZone(zoneinfo.ZoneInfo):
    """Read from a file, which the library's own can't say to another process."""

    def __reduce__(self) -> tuple[Callable[[], dt.tzinfo], tuple[()]]:
        return _of_system, ()


def _of_system() -> dt.tzinfo:
    with _OF_SYSTEM.open("rb") as file:
        return _SystemZone.from_file(file, key=os.path.realpath(_OF_SYSTEM))
