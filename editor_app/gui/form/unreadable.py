"""What the form says of front matter that can't be read: the doctor's words and its fix."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from editor_app.core.diagnostics import Diagnostic, Fix
from editor_app.core.text.spans import Span

UNREADABLE = "front-matter-unreadable"
"""The id of the rule; its module would bring every parser into the window."""


@dataclass(frozen=True, slots=True)
class Words:
    """One sentence, the place that it is about, and what mends it."""

    sentence: str
    span: Span
    fix: Fix | None = None


def words_of(diagnostics: Iterable[Diagnostic]) -> Words | None:
    """The words on the first wrong place, None where none is told.

    The fix is the one for all places where there are several and each has one.
    """
    found = [each for each in diagnostics if each.rule == UNREADABLE]
    if not found:
        return None
    first = found[0]
    if len(found) > 1 and all(each.fixes for each in found):
        return Words(first.message, first.span, first.fixes[-1])
    fix = next((each.safe_fix or each.fixes[0] for each in found if each.fixes), None)
    return Words(first.message, first.span, fix)
