"""Findings as one page for people: counts first, then each rule with its places."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from editor_app.cli.console import Console
from editor_app.cli.escape import escaped_part
from editor_app.cli.findings import Findings
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.resources import resource
from editor_app.core.rules.catalogue import LISTED, page

_LEAD = 60
_MOST_SHOWN = 240
"""Code points of a line that are shown before a span, and of the span."""

_WORDS = {
    Severity.ERROR: ("●", "Error"),
    Severity.WARNING: ("■", "Warning"),
    Severity.INFO: ("▲", "Info"),
    Severity.HINT: ("▲", "Hint"),
}


@dataclass(frozen=True, slots=True)
class _Finding:
    found: Findings
    diagnostic: Diagnostic


def as_html(found: Sequence[Findings], files: int, console: Console) -> str:
    """A whole page that loads nothing and runs nothing; every text in it is escaped."""
    by_rule: dict[str, list[_Finding]] = defaultdict(list)
    for each in found:
        for diagnostic in each.diagnostics:
            by_rule[diagnostic.rule].append(_Finding(each, diagnostic))
    ordered = sorted(by_rule.items(), key=_grave_first)
    titles = {rule.ID: page(rule, console.language).title for rule in LISTED}
    style = resource("report/report.css").read_text("utf-8")
    body = "\n".join(
        (
            f"<h1>{_text(console.say('What Galley found'))}</h1>",
            f'<p class="dim">{_text(_sum(found, files, console))}</p>',
            *_overview(ordered, titles, console),
            *(part for rule, those in ordered for part in _rule(rule, those, titles, console)),
        )
    )
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    return (
        f'<!DOCTYPE html>\n<html lang="{console.language or "en"}">\n<head>\n'
        f'<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(console.say('What Galley found'))}</title>\n"
        f"<style>\n{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _grave_first(item: tuple[str, list[_Finding]]) -> tuple[int, int, str]:
    rule, those = item
    return -max(each.diagnostic.severity for each in those), -len(those), rule


def _sum(found: Sequence[Findings], files: int, console: Console) -> str:
    count = sum(len(each.diagnostics) for each in found)
    with_any = sum(1 for each in found if each.diagnostics)
    if not count:
        template = "{files} posts checked, nothing found"
        return console.say(template, files=files)
    template = "{files} posts checked: {count} findings in {posts} posts"
    return console.say(template, files=files, count=count, posts=with_any)


def _overview(
    ordered: Iterable[tuple[str, list[_Finding]]], titles: dict[str, str], console: Console
) -> Iterator[str]:
    rows = [
        f'<tr><td class="number">{len(those)}</td>'
        f"<td>{_severity(max(each.diagnostic.severity for each in those), console)}</td>"
        f'<td><a href="#{_text(rule)}">{_text(titles.get(rule, rule))}</a></td>'
        f'<td class="number">{len({id(each.found) for each in those})}</td></tr>'
        for rule, those in ordered
    ]
    if not rows:
        return
    heads = (
        f'<th class="number">{_text(console.say("Findings"))}</th>'
        f"<th>{_text(console.say('Severity'))}</th><th>{_text(console.say('Rule'))}</th>"
        f'<th class="number">{_text(console.say("Posts"))}</th>'
    )
    yield f"<table>\n<tr>{heads}</tr>"
    yield from rows
    yield "</table>"


def _rule(
    rule: str, those: Sequence[_Finding], titles: dict[str, str], console: Console
) -> Iterator[str]:
    yield f'<h2 id="{_text(rule)}">{_text(titles.get(rule, rule))} <code>{_text(rule)}</code></h2>'
    counts = Counter(str(each.found.path) for each in those)
    yield (
        f'<p class="dim">'
        f"{_text(console.say('{count} in {posts} posts', count=len(those), posts=len(counts)))}</p>"
    )
    for each in those:
        yield from _finding(each, console)


def _finding(finding: _Finding, console: Console) -> Iterator[str]:
    diagnostic, source = finding.diagnostic, finding.found.source
    place = source.lines.position(diagnostic.span.start)
    where = f"{finding.found.path}:{place.line}:{place.column}"
    yield f'<article class="{diagnostic.severity.word}">'
    yield f'<p class="place">{_text(where)}</p>'
    yield f"<p>{_severity(diagnostic.severity, console)} {_text(diagnostic.message)}</p>"
    if source.text:
        yield f"<pre>{_excerpt(finding)}</pre>"
    for fix in diagnostic.fixes:
        kind = "Safe fix: {title}" if fix.safe else "Fix: {title}"
        yield f'<p class="fix">{_text(console.say(kind, title=fix.title))}</p>'
    yield "</article>"


def _excerpt(finding: _Finding) -> str:
    text, span = finding.found.source.text, finding.diagnostic.span
    lines = finding.found.source.lines
    first = lines.span_of(lines.line_of(span.start))
    start = max(first.start, span.start - _LEAD)
    end = min(max(span.end, span.start), span.start + _MOST_SHOWN)
    last = lines.span_of(lines.line_of(end))
    stop = min(last.end, end + _LEAD)
    before = ("…" if start > first.start else "") + text[start : span.start]
    after = text[end:stop] + ("…" if stop < last.end else "")
    if end < span.end:
        after = "…"
    marked = "".join(_lines(text[span.start : end]))
    return f"{''.join(_lines(before))}<mark>{marked}</mark>{''.join(_lines(after))}"


def _lines(text: str) -> Iterator[str]:
    """Escaped text whose line breaks stay."""
    yield "\n".join(map(_text, text.split("\n")))


def _severity(severity: Severity, console: Console) -> str:
    sign, word = _WORDS[severity]
    return f'<span class="word {severity.word}">{sign} {_text(console.translate(word))}</span>'


def _text(text: str) -> str:
    """Text as HTML shows it, with what is invisible or reorders it made visible.

    A page that is written to a log holds nothing that a workflow obeys.
    """
    shown = escape(escaped_part(text))
    return shown.replace("##[", "#&#35;[").replace("::", "&#58;:")


def write(found: Sequence[Findings], files: int, console: Console) -> None:
    """All findings as one page."""
    console.verbatim(as_html(found, files, console))
