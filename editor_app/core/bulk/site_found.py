"""Make what a check has found small enough to be shown for thousands of posts."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePath

from editor_app.core.bulk.site_messages import Finding, PostFound, RulePage
from editor_app.core.check.job import Known
from editor_app.core.check.packed import Unpackable, unpack
from editor_app.core.check.run import Found
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.messages import translator
from editor_app.core.rules.catalogue import LISTED, SITE_RULES, help_page, page
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span

OF_SITE = frozenset(rule.ID for rule in SITE_RULES)
_WIDEST = 160
"""Code points of a line that are shown; more of it says no more."""

_BEFORE = 48
_MOST_TAGS = 6


def post_found(found: Found, root: Path, site: Path) -> PostFound:
    """A post with its findings; `root` is where its path counts from, `site` the site's folder."""
    path = root / found.path
    title, day, tags = _about(found)
    text = read(found.data).text
    shown = path.relative_to(site).as_posix() if path.is_relative_to(site) else path.name
    return PostFound(
        path,
        shown,
        title or path.name,
        day,
        PurePath(shown).parent.as_posix(),
        tags,
        hashlib.sha256(found.data).hexdigest(),
        tuple(_findings(found.diagnostics, text)),
        tuple(one for one in found.diagnostics if one.rule in OF_SITE),
    )


def rule_pages(posts: Iterable[PostFound], language: str) -> dict[str, RulePage]:
    """The pages of the rules that have found something."""
    rules = {finding.rule for post in posts for finding in post.findings}
    return {
        rule.ID: RulePage(page(rule, language).title, help_page(rule.ID, language))
        for rule in LISTED
        if rule.ID in rules
    }


def _about(found: Found) -> tuple[str, dt.date | None, tuple[str, ...]]:
    """Title, day and tags, as far as the rules have looked at them."""
    try:
        known = unpack(found.packed_summary) if found.packed_summary else None
    except Unpackable:
        known = None
    if not isinstance(known, Known):
        return "", None, ()
    summary = known.summary
    tags = tuple(term.said.text for term in summary.terms[:_MOST_TAGS])
    return summary.title.text.strip() if summary.title else "", summary.day, tags


def _findings(diagnostics: Iterable[Diagnostic], text: str) -> Iterable[Finding]:
    line, at = 1, 0
    for found in diagnostics:
        start = min(found.span.start, len(text))
        line += text.count("\n", at, start)  # they come in the order of their places
        at = start
        fix = found.safe_fix or (found.fixes[0] if found.fixes else None)
        shown, marked = _line(text, Span(start, min(found.span.end, len(text))))
        yield Finding(
            rule=found.rule,
            severity=found.severity,
            message=found.message,
            span=found.span,
            field=found.field,
            line=line,
            text=shown,
            marked=marked,
            fix=fix.title if fix is not None else "",
            is_safe=fix is not None and fix.safe,
        )


def _line(text: str, span: Span) -> tuple[str, Span]:
    """The line in which a span begins, cut around it, and the span's part of that."""
    first = text.rfind("\n", 0, span.start) + 1
    last = text.find("\n", span.start)
    last = len(text) if last < 0 else last
    start = first
    if span.start - first > _BEFORE:
        start = span.start - _BEFORE
        start = max(start, text.find(" ", start, start + _BEFORE // 2) + 1)  # no half word
    end = min(last, start + _WIDEST)
    head = "…" if start > first else ""
    tail = "…" if end < last else ""
    from_, to = span.start - start + len(head), min(span.end, end) - start + len(head)
    return f"{head}{text[start:end]}{tail}", Span(from_, max(from_, to))


def fix_title(rule: str, posts: Iterable[Found], language: str) -> str:
    """What the fix of a rule is called where it is the same everywhere, else "Mend"."""
    titles = {
        (found.safe_fix or found.fixes[0]).title
        for post in posts
        for found in post.diagnostics
        if found.rule == rule and found.fixes
    }
    return titles.pop() if len(titles) == 1 else translator(language)(_MEND)


_MEND = "Mend what this rule finds"
