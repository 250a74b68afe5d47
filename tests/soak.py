"""How often a property or a fault is tried: a sample in `dev.py test`, all in `dev.py soak`."""

from __future__ import annotations

import os

IS_SOAK = os.environ.get("GALLEY_SOAK") == "1"


def soak_count(quick: int, full: int) -> int:
    """`full` in a soak, otherwise `quick`; for example in `@settings(max_examples=…)`."""
    return full if IS_SOAK else quick
