"""Findings for a reader: place, severity, rule, message, and the line with its mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from editor_app.cli.console import Console
from editor_app.cli.excerpt import excerpt
from editor_app.cli.findings import Findings
from editor_app.core.diagnostics import Diagnostic, Severity

_INDENT = "    "
_MOST = 3
"""Findings of one rule in one post; a reader knows then what is wrong."""
_COUNTS = {
    Severity.ERROR: ("{count} error", "{count} errors"),
    Severity.WARNING: ("{count} warning", "{count} warnings"),
    Severity.INFO: ("{count} info", "{count} infos"),
    Severity.HINT: ("{count} hint", "{count} hints"),
}


def show(found: Findings, console: Console) -> None:
    """The diagnostics of one file, with an empty line after them; nothing where all is well.

    Of one rule the first few, and how many more there are.
    """
    counts: Counter[str] = Counter()
    for each in found.diagnostics:
        counts[each.rule] += 1 + each.more
    shown: Counter[str] = Counter()
    for diagnostic in found.diagnostics:
        rule = diagnostic.rule
        shown[rule] += 1
        if shown[rule] > _MOST:
            continue
        _show(found, diagnostic, console)
        if shown[rule] == _MOST < counts[rule]:
            more = console.say("+ {count} more of this rule", count=counts[rule] - _MOST)
            console.line(_INDENT + more)
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
    counts: Counter[Severity] = Counter()
    for each in (each for one in found for each in one.diagnostics):
        counts[each.severity] += 1 + each.more
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
