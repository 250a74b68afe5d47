"""Choose the fixes that can be made together."""

from __future__ import annotations

from collections.abc import Iterable

from editor_app.core.diagnostics import Diagnostic, Fix
from editor_app.core.text.edits import Edit, ordered
from editor_app.core.text.spans import Span

MOST_ROUNDS = 10


def safe_fixes(diagnostics: Iterable[Diagnostic]) -> tuple[Edit, ...]:
    """The edits of all safe fixes that can be made together, in order.

    Of fixes that touch each other the first is taken; the others are for the
    next analysis.
    """
    pairs = ((found, found.safe_fix) for found in diagnostics)
    edits, _ = together((found, fix) for found, fix in pairs if fix is not None)
    return edits


def together(
    fixes: Iterable[tuple[Diagnostic, Fix]],
) -> tuple[tuple[Edit, ...], tuple[str, ...]]:
    """The edits of the fixes that do not touch each other, and their rules.

    Fixes that touch might not read well together, and two in one field might
    together make another value of it, so the later one waits.
    """
    taken: list[Edit] = []
    rules: list[str] = []
    fields: set[str] = set()
    # By the end of the fix: the greatest number of fixes that are apart.
    for diagnostic, fix in sorted(fixes, key=lambda pair: _extent(pair[1]).end):
        start = _extent(fix).start
        if not fix.edits or (taken and start <= taken[-1].span.end):
            continue
        if diagnostic.field in fields:
            continue
        taken += ordered(fix.edits)
        rules.append(diagnostic.rule)
        fields |= {diagnostic.field} if diagnostic.field else set()
    return tuple(taken), tuple(rules)


def _extent(fix: Fix) -> Span:
    """From the first edit to the last."""
    if not fix.edits:
        return Span(0, 0)
    return Span(
        min(edit.span.start for edit in fix.edits), max(edit.span.end for edit in fix.edits)
    )
