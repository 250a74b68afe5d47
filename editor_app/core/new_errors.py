"""Which errors a changed text has that it did not have before."""

from __future__ import annotations

from collections import Counter

from editor_app.core.analysis_values import Analysis
from editor_app.core.diagnostics import Diagnostic, Severity


def new_errors(
    before_text: str, before: Analysis, after_text: str, after: Analysis
) -> tuple[Diagnostic, ...]:
    """The errors of `after` that are new, in their order.

    One is known where its rule found as many before, or where the words that it
    points at were an error of another rule: a text that was cut before a marker is
    cut at its end once the marker is gone. Front matter that could not be read hid
    what is in it, so what is seen when it can be read again is not new; nor is what
    is said of a key that stood twice, of which only the last counted.
    """
    if before.front_matter.unreadable is not None and after.front_matter.unreadable is None:
        return ()
    shown = {later.name for _, later in before.front_matter.duplicates}
    known = _errors(before)
    rules = Counter(each.rule for each in known)
    words = {each.span.of(before_text) for each in known}
    result: list[Diagnostic] = []
    for each in _errors(after):
        if rules[each.rule] > 0:
            rules[each.rule] -= 1
        elif each.field not in shown and each.span.of(after_text) not in words:
            result.append(each)
    return tuple(result)


def _errors(analysis: Analysis) -> list[Diagnostic]:
    return [each for each in analysis.diagnostics if each.severity is Severity.ERROR]
