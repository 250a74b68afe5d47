"""What only all posts together show of an open post, at its places while the text is edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from editor_app.core.analysis_values import Analysis
from editor_app.core.diagnostics import Diagnostic, Fix, by_place
from editor_app.core.text.edits import Edit, moved
from editor_app.core.text.spans import Span
from editor_app.gui.document import Change


@dataclass(frozen=True, slots=True)
class Across:
    """Diagnostics of site rules for one version of a text.

    `silent` names the rules whose findings in a single post do not count on this site.
    """

    version: int
    diagnostics: tuple[Diagnostic, ...] = ()
    silent: frozenset[str] = frozenset()

    def after(self, changes: Iterable[Change], version: int) -> Across:
        """For a later version; what was edited goes, until all posts are checked again."""
        found = self.diagnostics
        for change in changes:
            if self.version < change.version <= version:
                kept = (_moved(each, change.edits) for each in found)
                found = tuple(each for each in kept if each is not None)
        return replace(self, version=version, diagnostics=found)

    def without(self, diagnostic: Diagnostic) -> Across:
        """One of them is allowed now."""
        left = tuple(each for each in self.diagnostics if each != diagnostic)
        return replace(self, diagnostics=left)

    def joined(self, analysis: Analysis) -> Analysis:
        """The analysis of the same version, as the check of all posts would tell it."""
        own = (each for each in analysis.diagnostics if each.rule not in self.silent)
        found = tuple(sorted((*own, *self.diagnostics), key=by_place))
        return replace(analysis, diagnostics=found)


def _moved(diagnostic: Diagnostic, edits: Sequence[Edit]) -> Diagnostic | None:
    """None where an edit touches what it is about, or what a fix of it would change."""
    own = [diagnostic.span, *(edit.span for fix in diagnostic.fixes for edit in fix.edits)]
    if any(_touch(span, edit.span) for span in own for edit in edits):
        return None
    fixes = tuple(
        Fix(
            fix.title,
            tuple(Edit(_shifted(edit.span, edits), edit.text) for edit in fix.edits),
            fix.safe,
        )
        for fix in diagnostic.fixes
    )
    return replace(diagnostic, span=_shifted(diagnostic.span, edits), fixes=fixes)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _shifted(span: Span, edits: Sequence[Edit]) -> Span:
    start = moved(span.start, edits)
    return Span(start, start + len(span))
