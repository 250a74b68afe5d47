"""Findings for a reader: place, severity, rule, message, and the line with its mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from editor_app.cli.console import Console
from editor_app.cli.excerpt import excerpt
from editor_app.cli.findings import Findings
from editor_app.core.diagnostics import Diagnostic, Severity

_INDENT = "    "
_COUNTS = {
    Severity.ERROR: ("{count} error", "{count} errors"),
    Severity.WARNING: ("{count} warning", "{count} warnings"),
    Severity.INFO: ("{count} info", "{count} infos"),
    Severity.HINT: ("{count} hint", "{count} hints"),
}


def show(found: Findings, console: Console) -> None:
    """The diagnostics of one file, with an empty line after them; nothing where all is well."""
    for diagnostic in found.diagnostics:
        _show(found, diagnostic, console)
    if found.diagnostics:
        console.line()


def _show(found: Findings, diagnostic: Diagnostic, console: Console) -> None:
    source = found.source
    place = source.lines.position(diagnostic.span.start)
    fixable = console.say(" [galley fix mends it]") if diagnostic.safe_fix else ""
    console.line(
        f"{found.path}:{place.line}:{place.column} {diagnostic.severity.word} "
        f"{diagnostic.rule} {diagnostic.message}{fixable}"
    )
    if source.text:
        for line in excerpt(source.text, source.lines, diagnostic.span):
            console.line(_INDENT + line)
    for related in diagnostic.related:
        console.line(f"{_INDENT}{found.place(related)} {related.message}")


def show_sum(found: Sequence[Findings], files: int, console: Console) -> None:
    """One line: how many posts, how many diagnostics of which severity."""
    counts = Counter(each.severity for one in found for each in one.diagnostics)
    posts = console.say("{count} post" if files == 1 else "{count} posts", count=files)
    if not counts:
        console.line(console.say("{posts} checked, nothing found", posts=posts))
        return
    parts = [
        console.say(_COUNTS[severity][counts[severity] != 1], count=counts[severity])
        for severity in sorted(counts, reverse=True)
    ]
    listed = console.translate(", ").join(parts)
    console.line(console.say("{posts} checked: {counts}", posts=posts, counts=listed))


def write(found: Sequence[Findings], files: int, console: Console) -> None:
    """All findings, and their sum."""
    for each in found:
        show(each, console)
    show_sum(found, files, console)
