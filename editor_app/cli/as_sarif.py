"""Findings as SARIF 2.1.0, which code hosts and editors read.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0. Columns count
code points, as `columnKind` says, and fixes hold the file's own line endings.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePath
from urllib.parse import quote

from editor_app import __version__
from editor_app.cli.console import Console, Json
from editor_app.cli.findings import Findings
from editor_app.core.diagnostics import Diagnostic, Fix, Related, Severity
from editor_app.core.rule import RuleInfo
from editor_app.core.rules.catalogue import GROUP_OF, LISTED, page
from editor_app.core.text.edits import ordered
from editor_app.core.text.source import Source
from editor_app.core.text.spans import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "note",
    Severity.HINT: "note",
}


def as_sarif(found: Iterable[Findings], console: Console) -> Json:
    """One log with one run; rules are those of the catalogue and those that found something."""
    found = tuple(found)
    results: list[Json] = [
        _result(each, diagnostic, console) for each in found for diagnostic in each.diagnostics
    ]
    driver: dict[str, Json] = {
        "name": "Galley",
        "version": __version__,
        "rules": [_rule(rule, console) for rule in LISTED],
    }
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": results,
            }
        ],
    }


def _rule(rule: RuleInfo, console: Console) -> Json:
    of = page(rule, console.language)
    return {
        "id": rule.ID,
        "shortDescription": {"text": of.title},
        "fullDescription": {"text": of.text or of.title},
        "defaultConfiguration": {"enabled": rule.IS_ON, "level": _LEVELS[rule.SEVERITY]},
        "properties": {"tags": [GROUP_OF[rule.ID]]},
    }


def _result(found: Findings, diagnostic: Diagnostic, console: Console) -> Json:
    source = found.source
    result: dict[str, Json] = {
        "ruleId": diagnostic.rule,
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": diagnostic.message},
        "locations": [{"physicalLocation": _place(found.path, source, diagnostic.span)}],
        "partialFingerprints": {"galley/v1": _fingerprint(found, diagnostic)},
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            _related(found, number, related) for number, related in enumerate(diagnostic.related)
        ]
    if diagnostic.fixes:
        result["fixes"] = [_fix(found, fix) for fix in diagnostic.fixes]
    return result


def _related(found: Findings, number: int, related: Related) -> Json:
    place = found.place(related)
    physical: Json = (
        {"artifactLocation": {"uri": _uri(place.path)}}
        if place.source is None
        else _place(place.path, place.source, place.span)
    )
    return {"id": number, "message": {"text": related.message}, "physicalLocation": physical}


def _fix(found: Findings, fix: Fix) -> Json:
    replacements: list[Json] = [
        {
            "deletedRegion": _region(found.source, edit.span),
            "insertedContent": {"text": edit.text.replace("\n", found.source.newline)},
        }
        for edit in ordered(fix.edits)
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [
            {"artifactLocation": {"uri": _uri(found.path)}, "replacements": replacements}
        ],
    }


def _place(path: PurePath, source: Source, span: Span) -> Json:
    return {
        "artifactLocation": {"uri": _uri(path)},
        "region": _region(source, span),
    }


def _region(source: Source, span: Span) -> Json:
    """Lines and columns count from 1, and the end column is the one after the last."""
    start, end = source.lines.position(span.start), source.lines.position(span.end)
    first = source.byte_offset(span.start)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "byteOffset": first,
        "byteLength": source.byte_offset(span.end) - first,
    }


def _uri(path: PurePath) -> str:
    """Relative to where the command ran, if it stands there; bytes that are no UTF-8 kept."""
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    encoded = quote(shown.as_posix().encode("utf-8", "surrogateescape"), safe="/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded


def _fingerprint(found: Findings, diagnostic: Diagnostic) -> str:
    """The same while the rule finds the same words in the same file, wherever they move."""
    said = diagnostic.span.of(found.source.text)
    parts: Sequence[str] = (diagnostic.rule, _uri(found.path), diagnostic.field or "", said)
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(joined, digest_size=16).hexdigest()


def write(found: Sequence[Findings], _: int, console: Console) -> None:
    """All findings as one log."""
    console.json(as_sarif(found, console))
