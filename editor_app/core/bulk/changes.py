"""What changes in a file, and what stays out: light, for who only shows it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class LineChange:
    """Neighbouring lines that go and those that come in their place; `line` counts from 1."""

    line: int
    removed: tuple[str, ...]
    added: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A post that stays as it is, and why, in a sentence."""

    path: Path
    reason: str
