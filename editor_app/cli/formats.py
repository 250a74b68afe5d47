"""The formats in which findings are written, by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from editor_app.cli.as_github import as_github
from editor_app.cli.as_html import as_html
from editor_app.cli.as_json import as_json
from editor_app.cli.as_sarif import as_sarif
from editor_app.cli.as_text import show, show_sum
from editor_app.cli.console import Console
from editor_app.cli.findings import Findings


def _text(found: Sequence[Findings], files: int, console: Console) -> None:
    for each in found:
        show(each, console)
    show_sum(found, files, console)


def _json(found: Sequence[Findings], files: int, console: Console) -> None:
    console.json(as_json(found, files))


def _sarif(found: Sequence[Findings], _: int, console: Console) -> None:
    console.json(as_sarif(found, console))


def _github(found: Sequence[Findings], files: int, console: Console) -> None:
    for each in found:
        for command in as_github(each):
            console.line(command)
    show_sum(found, files, console)


def _html(found: Sequence[Findings], files: int, console: Console) -> None:
    console.verbatim(as_html(found, files, console))


FORMATS: dict[str, Callable[[Sequence[Findings], int, Console], None]] = {
    "text": _text,
    "json": _json,
    "sarif": _sarif,
    "github": _github,
    "html": _html,
}
"""Each takes the findings in the order of their files, how many posts were checked, and writes."""
