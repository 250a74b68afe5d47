"""What `galley check` found in one file, for whichever format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from editor_app.core.diagnostics import Diagnostic, Related
from editor_app.core.text.source import Source
from editor_app.core.text.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a file; `source` is None where that could not be read."""

    path: PurePath
    source: Source | None
    span: Span

    def __str__(self) -> str:
        """`path:line:column`."""
        if self.source is None:
            return str(self.path)
        position = self.source.lines.position(self.span.start)
        return f"{self.path}:{position.line}:{position.column}"


@dataclass(frozen=True, slots=True)
class Findings:
    """Diagnostics count in `source.text`; `others` are the files that their related places name."""

    path: Path
    source: Source
    diagnostics: tuple[Diagnostic, ...]
    others: Mapping[PurePath, Source] = field(default_factory=dict)

    def place(self, related: Related) -> Place:
        """Where a related place stands. A file that shrank meanwhile has it at its end."""
        if related.path is None or related.path == self.path:
            return Place(self.path, self.source, related.span)
        source = self.others.get(related.path)
        if source is None:
            return Place(related.path, None, related.span)
        most = len(source.text)
        span = Span(min(related.span.start, most), min(related.span.end, most))
        return Place(related.path, source, span)
