"""Fixes: alone, together, round by round."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePath

from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.fixes import Fixed, composed, fix_all
from editor_app.core.generator import Generator
from editor_app.core.new_errors import new_errors
from editor_app.core.safe_fixes import safe_fixes
from editor_app.core.settings import Settings
from editor_app.core.settings_file.read import read_settings
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span
from tests.core.posts import posts
from tests.nasty import edits as edit_sets

SEED = Path(__file__).parents[1] / "data" / "2025-11-23-openai-foxconn.md"
CONTEXT = Context(
    PurePath("_posts/2026-03-01-spring.md"),
    Generator.JEKYLL,
    Settings(),
    datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
)


def test_the_safe_fixes_of_the_seed_post_touch_nothing_else() -> None:
    text = SEED.read_text(encoding="utf-8")
    done = fix_all(text, CONTEXT)
    fixed, edits, rules = done.text, done.edits, done.rules
    marker = text.index("---END---")
    assert [(edit.span.of(text), edit.text) for edit in edits] == [
        ("# ", ""),
        ("---END---\n\n", ""),
        ("\n\n---END---", "\n"),
    ]
    assert edits[1].span.start == marker
    assert fixed == apply(text, edits)
    assert set(rules) == {"title-heading-mark", "end-marker", "no-final-newline"}


def test_the_seed_post_is_still_known_to_be_cut_when_its_markers_are_gone() -> None:
    text = SEED.read_text(encoding="utf-8")
    fixed = fix_all(text, CONTEXT).text
    assert "---END---" not in fixed
    cut = [
        each.span.of(fixed)
        for each in analyse(fixed, CONTEXT).diagnostics
        if each.rule == "text-cut-off"
    ]
    assert cut[0] == "過去20年間、私はシリコンバレーのガレージ"
    assert cut[1].startswith("このアプローチ")
    assert len(cut) == 2


def test_all_fixes_of_the_seed_post_leave_what_only_a_writer_can_mend() -> None:
    text = SEED.read_text(encoding="utf-8")
    path = PurePath("_posts/2025-11-23-openai-foxconn.md")
    context = Context(path, Generator.JEKYLL, Settings(), CONTEXT.now)
    done = fix_all(text, context, unsafe=True)
    fixed, rules = done.text, done.rules
    assert "reading_time: 7\n" in fixed
    assert 'title: "OpenAIとFoxconnが手を組む真意：AIハードウェアの地政学が変革するのか？"' in fixed
    assert fixed.count("最近のAI業界の動きは") == 1
    assert "reading-time-off" in rules
    left = [each.rule for each in analyse(fixed, context).diagnostics]
    assert left == ["excerpt-generic", "text-cut-off"]


def test_only_the_rules_that_are_named_are_heard() -> None:
    text = SEED.read_text(encoding="utf-8")
    done = fix_all(text, CONTEXT, frozenset({"title-heading-mark"}))
    fixed, edits, rules = done.text, done.edits, done.rules
    assert rules == ("title-heading-mark",)
    assert len(fixed) == len(text) - 2
    assert len(edits) == 1


def test_a_text_without_defects_stays_the_same() -> None:
    text = "---\ntitle: Spring\n---\n\nThe snow has gone.\n"
    assert fix_all(text, CONTEXT, unsafe=True) == Fixed(text, (), ())


def finding(start: int, end: int, text: str = "", field: str | None = None) -> Diagnostic:
    fix = Fix("Fix", (Edit(Span(start, end), text),), safe=True)
    return Diagnostic("rule", Severity.ERROR, "Wrong", Span(start, end), field, (fix,))


def test_fixes_that_touch_wait_for_the_next_round() -> None:
    edits = safe_fixes([finding(0, 4), finding(2, 6), finding(4, 5), finding(7, 9), finding(9, 9)])
    assert [edit.span for edit in edits] == [Span(0, 4), Span(7, 9)]


def test_two_fixes_in_one_field_are_not_made_together() -> None:
    edits = safe_fixes([finding(0, 1, field="title"), finding(5, 6, field="title"), finding(8, 9)])
    assert [edit.span for edit in edits] == [Span(0, 1), Span(8, 9)]


def test_a_fix_that_is_not_safe_is_not_among_the_safe_ones() -> None:
    unsafe = Diagnostic(
        "rule", Severity.ERROR, "Wrong", Span(0, 1), None, (Fix("Fix", (Edit(Span(0, 1), ""),)),)
    )
    assert safe_fixes([unsafe]) == ()


def with_fixes(*found: Diagnostic) -> Callable[[str, Context], Analysis]:
    """An analysis that finds more, as long as the text is as it was when it was found."""

    def find(text: str, context: Context) -> Analysis:
        analysis = analyse(text, context)
        more = (each for each in found if each.span.of(text) == "Spring")
        return replace(analysis, diagnostics=(*analysis.diagnostics, *more))

    return find


def test_a_rule_whose_fix_brings_an_error_is_not_heard_and_the_others_are() -> None:
    text = "---\ntitle: Spring\n---\n\nThe snow has gone."
    place = Span(11, 17)
    bad = Diagnostic(
        "bad", Severity.INFO, "Wrong", place, None, (Fix("", (Edit(place, "'# x'"),), True),)
    )
    done = fix_all(text, CONTEXT, find=with_fixes(bad))
    assert done.text == text + "\n"
    assert (done.rules, done.dropped) == (("no-final-newline",), ("bad",))


def test_what_was_left_in_one_round_is_tried_again_in_the_next() -> None:
    garbled = "Café".encode().decode("latin-1")
    text = f"---\n---\n\n##Spring\n\nThe snow has gone.\n\n## {garbled}\n\nThere is tea.\n"
    done = fix_all(text, CONTEXT, unsafe=True)
    assert done.text.startswith("---\ntitle: Spring\n---\n")
    assert done.dropped == ()
    assert fix_all(done.text, CONTEXT, unsafe=True) == Fixed(done.text, (), ())


def test_what_is_seen_once_front_matter_can_be_read_again_is_not_new() -> None:
    text = "---\ntitle: '# Spring\n---\n\nThe snow has gone.\n"
    place = Span(14, 20)
    mend = Diagnostic(
        "mend", Severity.ERROR, "Open", place, None, (Fix("", (Edit(Span(20, 20), "'"),), True),)
    )

    def find(text: str, context: Context) -> Analysis:
        analysis = analyse(text, context)
        is_open = analysis.front_matter.unreadable is not None
        return replace(analysis, diagnostics=(mend,)) if is_open else analysis

    done = fix_all(text, CONTEXT, find=find)
    assert done.text == "---\ntitle: 'Spring'\n---\n\nThe snow has gone.\n"
    assert done.dropped == ()


def own(text: str) -> Context:
    """With the checks of a galley.toml."""
    return replace(CONTEXT, settings=read_settings(text)[0])


GROWS = """
[[check.patterns]]
name = "grow"
pattern = "ok"
replace = "ok ok"
message = "m"
safe = true
"""
TURNS = """
[[check.wordings]]
avoid = "tea"
prefer = "chai"
safe = true

[[check.wordings]]
avoid = "chai"
prefer = "tea"
safe = true
"""


def test_a_replacement_that_its_pattern_finds_again_is_not_made() -> None:
    done = fix_all("---\ntitle: Spring\n---\n\nThis is ok.", own(GROWS))
    assert done.text == "---\ntitle: Spring\n---\n\nThis is ok.\n"
    assert done.rules == ("no-final-newline",)


def test_fixes_that_undo_each_other_are_not_made_and_the_others_are() -> None:
    text = "---\ntitle: Spring\n---\n\nSome tea."
    done = fix_all(text, own(TURNS))
    assert done.endless == ("wording",)
    again = fix_all(done.text, own(TURNS))
    assert (again.text, again.endless) == (done.text, ("wording",))
    assert done.text.endswith(".\n")


def test_a_rule_that_only_makes_the_text_longer_is_not_heard() -> None:
    def find(text: str, context: Context) -> Analysis:
        analysis = analyse(text, context)
        end = len(text)
        fix = Fix("", (Edit(Span(end, end), "x\n"),), safe=True)
        found = Diagnostic("grow", Severity.INFO, "", Span(0, 0), None, (fix,))
        return replace(analysis, diagnostics=(*analysis.diagnostics, found))

    text = '---\ntitle: "# Spring"\n---\n\nThe snow has gone.\n'
    done = fix_all(text, CONTEXT, find=find)
    assert done.text == text.replace("# ", "")
    assert (done.rules, done.endless) == (("title-heading-mark",), ("grow",))


def test_more_is_mended_than_ten_rounds_show() -> None:
    text = "---\ntitle: Spring\n---\n\nText.\n\n" + "## \n\n" * 1_100 + "## Last\n\nText.\n"
    done = fix_all(text, CONTEXT, frozenset({"heading-empty"}))
    assert done.text == "---\ntitle: Spring\n---\n\nText.\n\n## Last\n\nText.\n"


def test_a_fix_that_changes_nothing_is_none() -> None:
    place = Span(11, 17)
    same = Diagnostic("same", Severity.INFO, "", place, None, (Fix("", (Edit(place, "Spring"),)),))
    text = "---\ntitle: Spring\n---\n\nThe snow has gone.\n"
    assert fix_all(text, CONTEXT, unsafe=True, find=with_fixes(same)) == Fixed(text, (), ())


@given(posts())
def test_every_fix_can_be_made_on_the_text_it_is_for_and_mends(text: str) -> None:
    known = analyse(text, CONTEXT)
    before = known.diagnostics
    for diagnostic in before:
        for fix in diagnostic.fixes:
            fixed = apply(text, fix.edits)
            assert fixed != text
            analysis = analyse(fixed, CONTEXT)
            assert new_errors(text, known, fixed, analysis) == (), (diagnostic.rule, fixed)
            after = analysis.diagnostics
            assert sum(each.rule == diagnostic.rule for each in after) <= sum(
                each.rule == diagnostic.rule for each in before
            )


@given(posts(), st.booleans())
def test_fixing_all_comes_to_rest(text: str, unsafe: bool) -> None:
    done = fix_all(text, CONTEXT, unsafe=unsafe)
    fixed, edits = done.text, done.edits
    assert apply(text, edits) == fixed
    again = fix_all(fixed, CONTEXT, unsafe=unsafe)
    assert (again.text, again.edits, again.rules) == (fixed, (), ())
    assert new_errors(text, analyse(text, CONTEXT), fixed, analyse(fixed, CONTEXT)) == ()


@given(st.data(), st.text(alphabet="ab\n春", max_size=12))
def test_composed_edits_do_what_the_two_sets_do(data: st.DataObject, text: str) -> None:
    first = data.draw(edit_sets(len(text)))
    between = apply(text, first)
    second = data.draw(edit_sets(len(between)))
    assert apply(text, composed(between, first, second)) == apply(between, second)
