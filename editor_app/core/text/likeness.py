"""Which known name somebody meant who wrote one that does not exist."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_ALIKE = 0.7


def like(name: str, known: Iterable[str]) -> str | None:
    close = difflib.get_close_matches(name[:100].lower().replace("_", "-"), tuple(known), 1, _ALIKE)
    return close[0] if close else None
