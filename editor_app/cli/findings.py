"""What `galley check` found in one file, for whichever format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from editor_app.core.analysis import Context, analyse
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.text.source import Source


@dataclass(frozen=True, slots=True)
class Findings:
    """Diagnostics count in `source.text`."""

    path: Path
    source: Source
    diagnostics: tuple[Diagnostic, ...]


def findings(path: Path, source: Source, context: Context) -> Findings:
    """Analyse a post."""
    context = replace(context, undecodable_byte=source.undecodable_byte, encoding=source.encoding)
    return Findings(path, source, analyse(source.text, context).diagnostics)
