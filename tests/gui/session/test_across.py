"""What only all posts show of an open post, while its text is edited."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Context
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.text.edits import Edit
from editor_app.core.text.edits import apply as applied
from editor_app.core.text.spans import Span
from editor_app.gui.across import Across
from editor_app.gui.document import Change

TEXT = "---\ntitle: Spring\ntags: [Garden]\n---\n\nText.\n"
CONTEXT = Context(None, Generator.JEKYLL, Settings(), datetime(2026, 3, 2, tzinfo=UTC))


def _span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _found() -> Diagnostic:
    span = _span("Garden")
    fix = Fix("Change it to garden", (Edit(span, "garden"),), safe=True)
    return Diagnostic("tag-near-duplicate", Severity.WARNING, "Spelt", span, "tags", (fix,))


def _typed(version: int, words: str, new: str) -> Change:
    return Change(version, (Edit(_span(words), new),))


def test_it_moves_with_what_is_typed_before_it_and_so_does_its_fix() -> None:
    change = _typed(4, "Spring", "早春の庭")
    text = applied(TEXT, change.edits)
    across = Across(3, (_found(),)).after([change], 4)
    (found,) = across.diagnostics
    assert found.span.of(text) == "Garden"
    assert "tags: [garden]" in applied(text, found.fixes[0].edits)
    assert across.version == 4


@pytest.mark.parametrize(
    ("words", "new"), [("Garden", "garden"), ("arde", ""), ("]", "s]"), ("[", "[A, ")]
)
def test_what_is_edited_itself_or_beside_it_goes(words: str, new: str) -> None:
    assert Across(0, (_found(),)).after([_typed(1, words, new)], 1).diagnostics == ()


def test_what_a_fix_of_it_would_change_counts_as_itself() -> None:
    fix = Fix("Change the title", (Edit(_span("Spring"), "Autumn"),))
    found = Diagnostic("some", Severity.WARNING, "x", _span("Garden"), None, (fix,))
    assert Across(0, (found,)).after([_typed(1, "Spring", "Summer")], 1).diagnostics == ()


def test_changes_of_other_versions_move_nothing() -> None:
    changes = [_typed(3, "Spring", ""), _typed(5, "Spring", "")]
    assert Across(3, (_found(),)).after(changes, 4).diagnostics == (_found(),)


def test_it_joins_the_analysis_in_order_and_silences_what_is_a_custom_of_the_site() -> None:
    text = TEXT.replace("Text.\n", "Text.\n\n---END---\n")
    analysis = analyse(text, CONTEXT, 7)
    assert [one.rule for one in analysis.diagnostics] == ["end-marker"]
    joined = Across(7, (_found(),)).joined(analysis)
    assert [one.rule for one in joined.diagnostics] == ["tag-near-duplicate", "end-marker"]
    silent = Across(7, (), frozenset({"end-marker"})).joined(analysis)
    assert silent.diagnostics == ()
    assert silent.version == 7


def test_what_is_allowed_goes() -> None:
    assert Across(0, (_found(),)).without(_found()).diagnostics == ()
