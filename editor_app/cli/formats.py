"""The formats in which findings are written, by name."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Protocol

from editor_app.cli.console import Console
from editor_app.cli.findings import Findings

FORMATS = ("text", "json", "sarif", "github", "html")


class Format(Protocol):
    """What a format's module holds."""

    def write(self, found: Sequence[Findings], files: int, console: Console) -> None:
        """Write the findings, which are in the order of their files; `files` were checked."""


def write(name: str, found: Sequence[Findings], files: int, console: Console) -> None:
    """Write findings in one of the FORMATS.

    Only its module is loaded: some of them need every rule, which a check that
    knows all results has no time for.
    """
    chosen: Format = importlib.import_module(f"editor_app.cli.as_{name}")
    chosen.write(found, files, console)
