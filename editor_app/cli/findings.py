"""What `galley check` found in one file, for whichever format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from editor_app.core.diagnostics import Diagnostic
from editor_app.core.text.source import Source


@dataclass(frozen=True, slots=True)
class Findings:
    """Diagnostics count in `source.text`."""

    path: Path
    source: Source
    diagnostics: tuple[Diagnostic, ...]
