"""Findings in a hostile post, for the formats."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from editor_app.cli.console import Console
from editor_app.cli.findings import Findings
from editor_app.cli.formats import write
from editor_app.core.diagnostics import Diagnostic, Fix, Related, Severity
from editor_app.core.messages import translator
from editor_app.core.text.edits import Edit
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span

EVIL = (
    "\x1b[31m\u202e100% ::error file=x::\r\n::warning::stolen <script>alert(1)</script> &amp;\u200b"
)


def hostile(path: Path = Path("a b/50%,x:y\n::error::日本.md")) -> Findings:
    """One diagnostic of each severity; message, text and file name do their worst."""
    source = read(f"---\r\ntitle: 𝄞{EVIL}\r\n---\r\n\r\n本文{EVIL}\r\n".encode())
    fix = Fix(f"Take {EVIL}", (Edit(Span(4, 9), f"a\nb{EVIL}"),), safe=True)
    related = (
        Related(Span(0, 3), f"here {EVIL}"),
        Related(Span(0, 3), "there", Path("other/ü.md")),
    )
    return Findings(
        path,
        source,
        tuple(
            Diagnostic("title-missing", severity, EVIL, Span(11, 30), "title", (fix,), related)
            for severity in Severity
        ),
    )


def written(name: str, *found: Findings, language: str = "") -> str:
    out = io.StringIO()
    now = datetime(2026, 3, 2, tzinfo=UTC)
    console = Console("check", out, io.StringIO(), now, language, translator(language))
    write(name, found, len(found), console)
    return out.getvalue()
