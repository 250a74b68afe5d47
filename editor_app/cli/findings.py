"""What `galley check` found in one file, for whichever format."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from editor_app.cli.console import Console
from editor_app.core.analysis import Context, analyse
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.text.source import Source, normalised
from editor_app.core.text.spans import Span

ENCODING_UNKNOWN = "encoding-unknown"


@dataclass(frozen=True, slots=True)
class Findings:
    """Diagnostics count in `source.text`."""

    path: Path
    source: Source
    diagnostics: tuple[Diagnostic, ...]


def findings(path: Path, source: Source, context: Context, console: Console) -> Findings:
    """Analyse a post; of a text that can't be decoded only that is said."""
    if source.undecodable_byte is not None:
        return Findings(path, source, (_undecodable(source, source.undecodable_byte, console),))
    return Findings(path, source, analyse(source.text, context).diagnostics)


def _undecodable(source: Source, byte: int, console: Console) -> Diagnostic:
    before = source.data[len(source.mark) : byte].decode(source.encoding, "replace")
    start = min(len(normalised(before)), len(source.text))
    return Diagnostic(
        ENCODING_UNKNOWN,
        Severity.ERROR,
        console.say("Byte {byte} can't be read as {encoding}", byte=byte, encoding=source.encoding),
        Span(start, min(start + 1, len(source.text))),
    )
