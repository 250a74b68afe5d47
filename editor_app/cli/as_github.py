"""Findings as annotations of GitHub's workflows.

Source: GitHub, Workflow commands for GitHub Actions. In the message `%`, CR and
LF are percent-encoded, in a property `:` and `,` too; everything else that could
break the line or hide in it is escaped before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from editor_app.cli.as_text import show_sum
from editor_app.cli.console import Console
from editor_app.cli.escape import escaped
from editor_app.cli.findings import Findings
from editor_app.core.diagnostics import Diagnostic, Severity

_COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
    Severity.HINT: "notice",
}


def as_github(found: Findings) -> Iterator[str]:
    """One command for each diagnostic, without line breaks."""
    for diagnostic in found.diagnostics:
        yield _command(found, diagnostic)


def _command(found: Findings, diagnostic: Diagnostic) -> str:
    lines = found.source.lines
    start, end = lines.position(diagnostic.span.start), lines.position(diagnostic.span.end)
    here = Path.cwd()
    path = found.path.relative_to(here) if found.path.is_relative_to(here) else found.path
    properties = {"file": path.as_posix(), "line": str(start.line), "endLine": str(end.line)}
    if start.line == end.line:  # columns are refused where the lines differ
        properties |= {"col": str(start.column), "endColumn": str(end.column)}
    properties["title"] = f"Galley {diagnostic.rule}"
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_message(diagnostic.message)}"


def _message(text: str) -> str:
    """What was escaped holds no line break; `%` alone is left to encode."""
    return escaped(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def write(found: Sequence[Findings], files: int, console: Console) -> None:
    """All findings, one command in a line, and their sum."""
    for each in found:
        for command in as_github(each):
            console.command(command)
    show_sum(found, files, console)
