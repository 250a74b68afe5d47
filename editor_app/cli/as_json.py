"""Findings as JSON, with places that any program can use."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from editor_app.cli.console import Console, Json
from editor_app.cli.findings import Findings
from editor_app.core.diagnostics import Diagnostic, Fix, Related
from editor_app.core.text.edits import Edit, ordered
from editor_app.core.text.source import Source

VERSION = 1


def as_json(found: Iterable[Findings], files: int) -> Json:
    """One object, as the design's contracts say; `files` counts the posts."""
    diagnostics: list[Json] = [
        _diagnostic(each, diagnostic) for each in found for diagnostic in each.diagnostics
    ]
    return {"version": VERSION, "files": files, "diagnostics": diagnostics}


def _diagnostic(found: Findings, diagnostic: Diagnostic) -> Json:
    """The contract's keys, and `related` where other places belong to it."""
    source = found.source
    result: dict[str, Json] = {
        "path": str(found.path),
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.word,
        "message": diagnostic.message,
        "field": diagnostic.field,
        "start": place_in(source, diagnostic.span.start),
        "end": place_in(source, diagnostic.span.end),
        "fixes": [_fix(source, fix) for fix in diagnostic.fixes],
    }
    if diagnostic.related:
        result["related"] = [_related(found, related) for related in diagnostic.related]
    return result


def _related(found: Findings, related: Related) -> Json:
    """Another place, which counts in its own file; null where that could not be read."""
    place = found.place(related)
    source, span = place.source, place.span
    return {
        "path": str(place.path),
        "message": related.message,
        "start": None if source is None else place_in(source, span.start),
        "end": None if source is None else place_in(source, span.end),
    }


def _fix(source: Source, fix: Fix) -> Json:
    edits: list[Json] = [_edit(source, edit) for edit in ordered(fix.edits)]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _edit(source: Source, edit: Edit) -> Json:
    """The text has the file's own line endings, so that it can be written as it is."""
    return {
        "start": place_in(source, edit.span.start),
        "end": place_in(source, edit.span.end),
        "text": edit.text.replace("\n", source.newline),
    }


def place_in(source: Source, offset: int) -> Json:
    """A place in a file, as any program can use it."""
    position = source.lines.position(offset)
    return {
        "line": position.line,
        "column": position.column,
        "offset": offset,
        "byte": source.byte_offset(offset),
    }


def write(found: Sequence[Findings], files: int, console: Console) -> None:
    """All findings as one object."""
    console.json(as_json(found, files))
