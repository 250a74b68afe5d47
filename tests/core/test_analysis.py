"""One analysis: what it holds, that it never raises, what it costs."""

from __future__ import annotations

import pickle
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePath

import pytest
from hypothesis import given

from editor_app.core.analysis import MOST_OF_A_RULE, RULE_FAILED, analyse, check
from editor_app.core.analysis_values import Context
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.fixes import fix_all
from editor_app.core.generator import Generator
from editor_app.core.own import FieldCheck, OwnChecks, PhraseList, Wording
from editor_app.core.post import Post, read_post
from editor_app.core.rule import Fixable
from editor_app.core.settings import Settings
from editor_app.core.settings_file.read import read_settings
from editor_app.core.site.norms import Norms
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span
from tests.core.posts import posts
from tests.nasty import texts

SEED = Path(__file__).parents[1] / "data" / "2025-11-23-openai-foxconn.md"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
CONTEXT = Context(
    PurePath("_posts/2025-11-23-openai-foxconn.md"), Generator.JEKYLL, Settings(), NOW
)


def test_each_defect_of_the_seed_post_is_reported_once_at_its_place() -> None:
    text = SEED.read_text(encoding="utf-8")
    found = [
        (each.rule, each.severity.word, each.span.of(text))
        for each in analyse(text, CONTEXT).diagnostics
    ]
    copy = text[text.rindex("## OpenAIとFoxconn") : text.index("\n\n---END---")]
    assert found == [
        ("title-heading-mark", "error", "# "),
        ("title-cut-short", "error", "OpenAIとFoxconnが手を組む真意\ufffd"),
        ("replacement-character", "error", "\ufffd"),
        ("excerpt-generic", "warning", "について詳細に分析します。"),
        ("section-pasted-twice", "error", copy),
        ("text-cut-before-marker", "error", "過去20年間、私はシリコンバレーのガレージ"),
        ("end-marker", "error", "---END---"),
        ("text-cut-off", "error", text[text.index("このアプローチ") : -len("\n\n---END---")]),
        ("end-marker", "error", "---END---"),
        ("no-final-newline", "info", ""),
    ]


def test_of_a_text_that_can_not_be_decoded_only_that_is_said() -> None:
    source = read("---\ntitle: T\n---\n\n文\ufffd\n".encode() + "語。".encode("cp932"))
    (found,) = analyse(source.text, CONTEXT.for_source(source)).diagnostics
    assert (found.rule, found.severity, found.fixes) == ("encoding-unknown", Severity.ERROR, ())
    assert found.message == f"Byte {source.undecodable_byte} can't be read as utf-8"
    assert found.span.of(source.text) == "\ufffd"


def test_the_outline_counts_and_front_matter_are_those_of_the_text() -> None:
    text = SEED.read_text(encoding="utf-8")
    analysis = analyse(text, CONTEXT, version=7)
    assert (analysis.version, analysis.length) == (7, len(text))
    assert [(heading.level, heading.span.of(text)[:3]) for heading in analysis.outline] == [
        (2, "## "),
        (2, "## "),
        (3, "###"),
    ]
    assert analysis.front_matter.scalar_text("layout") == "post"
    assert analysis.counts.minutes == 8


def test_diagnostics_come_in_the_order_of_the_text_the_graver_first() -> None:
    diagnostics = analyse(SEED.read_text(encoding="utf-8"), CONTEXT).diagnostics
    keys = [(each.span.start, -each.severity) for each in diagnostics]
    assert keys == sorted(keys)


def test_an_analysis_of_a_large_post_travels_small() -> None:
    text = SEED.read_text(encoding="utf-8") + ("\n\n" + "雪が消えた。" * 50) * 1_500
    analysis = analyse(text, CONTEXT)
    packed = pickle.dumps(analysis)
    assert pickle.loads(packed) == analysis
    assert len(packed) < 1.1 * len(text.encode())


def test_a_rule_that_is_disabled_is_silent() -> None:
    settings = Settings(disabled=frozenset({"end-marker", "no-final-newline"}))
    context = Context(CONTEXT.path, CONTEXT.generator, settings, NOW)
    found = {each.rule for each in analyse(SEED.read_text(encoding="utf-8"), context).diagnostics}
    assert "title-heading-mark" in found
    assert not found & settings.disabled


class Failing:
    """A rule with a fault."""

    ID = "failing"
    SEVERITY = Severity.ERROR
    FIXABLE = Fixable.NO
    IS_ON = True

    def check(self, post: Post) -> Iterator[Diagnostic]:
        yield post.report(self.ID, self.SEVERITY, Span(0, 1), "The first is {what}", what="found")
        raise KeyError("{oops}")


class Astray:
    """A rule that points outside the text."""

    ID = "astray"
    SEVERITY = Severity.ERROR
    FIXABLE = Fixable.NO
    IS_ON = True

    def check(self, post: Post) -> Iterator[Diagnostic]:
        yield post.report(self.ID, self.SEVERITY, Span(0, len(post.text) + 1), "Too far")


class Plentiful:
    """A rule that finds something at each character, and says it twice."""

    ID = "plentiful"
    SEVERITY = Severity.HINT
    FIXABLE = Fixable.NO
    IS_ON = True

    def check(self, post: Post) -> Iterator[Diagnostic]:
        for at in range(len(post.text)):
            yield post.report(self.ID, self.SEVERITY, Span(at, at + 1), "A character")
        yield post.report(self.ID, self.SEVERITY, Span(0, 1), "A character")


def test_a_rule_that_fails_is_reported_and_hides_no_other() -> None:
    post = read_post("text")
    found = check(post, (Failing(), Astray(), Plentiful()))
    assert [each.rule for each in found] == [RULE_FAILED] * 2 + ["plentiful"] * 4
    assert "failing" in found[0].message
    assert "KeyError" in found[0].message
    assert "astray" in found[1].message


def test_what_is_found_very_often_is_counted_and_not_listed() -> None:
    post = read_post("x" * (MOST_OF_A_RULE + 41))
    found = check(post, (Plentiful(),))
    assert len(found) == MOST_OF_A_RULE
    assert found[-1].message == "A character (and 42 more like this)"


@given(posts())
def test_no_post_makes_a_rule_fail(text: str) -> None:
    for generator in Generator:
        context = Context(CONTEXT.path, generator, Settings(), NOW)
        found = analyse(text, context).diagnostics
        assert [each.message for each in found if each.rule == RULE_FAILED] == []
        assert len(set(found)) == len(found)


@given(texts(80))
def test_no_text_makes_a_rule_fail(text: str) -> None:
    found = analyse(text, CONTEXT).diagnostics
    assert [each.message for each in found if each.rule == RULE_FAILED] == []


HARD = (
    "`a``b```c∙[∙[a](∙](∙<a ∙<!-- ∙http://a(∙![a](b∙{% a∙{{ a∙{{< a∙{%∙{{∙*a _∙[a][b∙\\∙「あ。"
    "∙. a∙-∙=∙#∙- a\n∙> a\n∙[a]: b\n∙(a\n∙|a|\n∙---END---\n∙---END---\n\n∙\ufffd∙\ufffd\n\n"
    "∙a---END---∙---EN∙**a* ∙A. "
    "∙春、\n\n∙春。\n\n# a\n\n∙x\n---\n\n∙\n∙ ∙\n ∙--- ∙'∙\"∙~~a"
)


@pytest.mark.parametrize("unit", HARD.split("∙"))
def test_a_hard_text_costs_no_more_than_its_length(unit: str) -> None:
    head = f'---\ntitle: "{unit.strip() or "x"}"\n---\n\n'.replace("\\", "/")

    def seconds(count: int) -> float:
        text = head + unit * count
        best = float("inf")
        for _ in range(2):
            before = time.process_time()
            analyse(text, CONTEXT)
            best = min(best, time.process_time() - before)
        return best

    small, large = seconds(300), seconds(2400)
    # Eight times the text may cost eight times as much; its square would be sixty-four.
    assert large < small * 24 + 0.05, (small, large)


def test_what_is_a_custom_of_the_site_is_not_told() -> None:
    text = "---\ntitle: The garden\n---\n\n# The garden\n\nText.\n"
    assert [each.rule for each in analyse(text, CONTEXT).diagnostics] == ["title-repeated-in-body"]
    custom = replace(CONTEXT, norms=Norms(frozenset({"title-repeated-in-body"})))
    assert analyse(text, custom).diagnostics == ()


def test_of_many_duplicate_keys_the_first_have_fixes_and_after_them_the_others() -> None:
    text = (
        "---\ntitle: T\n" + "".join(f"a{i}: {i}\na{i}: 0\n" for i in range(80)) + "---\n\nText.\n"
    )
    found = analyse(text, CONTEXT).diagnostics
    fixable = [bool(each.fixes) for each in found if each.rule == "duplicate-key"]
    assert len(fixable) == 80
    assert fixable[0]
    assert not fixable[-1]
    assert fixable == sorted(fixable, reverse=True)
    after = fix_all(text, CONTEXT, frozenset({"duplicate-key"}), unsafe=True).text
    assert "a79: 79\n" in after
    assert "a79: 0\n" not in after


def test_places_in_a_long_title_are_read_once() -> None:
    text = '---\ntitle: "\\"' + "「" * 5_000 + '"\n---\n\nText.\n'
    before = time.perf_counter()
    found = analyse(text, CONTEXT).diagnostics
    assert time.perf_counter() - before < 2
    places = [each.span for each in found if each.rule == "title-unbalanced"]
    assert places == [Span(14 + i, 15 + i) for i in range(MOST_OF_A_RULE)]


def test_a_slow_one_of_the_site_s_own_checks_leaves_time_for_the_others() -> None:
    slow, quick = Pattern("(a+)+$"), Pattern("ok")
    own = OwnChecks(
        wordings=(Wording(slow, "slow"), Wording(quick, "well")),
        phrases=(PhraseList("slow", slow), PhraseList("quick", quick)),
        fields=(FieldCheck("slow", pattern=slow), FieldCheck("quick", pattern=quick)),
    )
    context = replace(CONTEXT, settings=Settings(own=own))
    long = "a" * 60_000
    text = f"---\ntitle: T\nslow: {long}!\nquick: no\n---\n\nok {long}! ok\n"
    found = {
        rule: [each.message for each in analyse(text, context).diagnostics if each.rule == rule]
        for rule in ("wording", "forbidden-phrase", "field-value")
    }
    assert found == {
        "wording": [
            "The search for some wordings took too long on this post: slow",
            "ok is written well here",
            "ok is written well here",
        ],
        "forbidden-phrase": [
            "The search for the phrases of slow took too long on this post",
            "“ok” is in the site's list quick",
            "“ok” is in the site's list quick",
        ],
        "field-value": [
            "The pattern of slow takes too long on this post",
            "quick does not fit ok: no",
        ],
    }


def test_a_slow_pattern_of_the_site_is_given_up_and_those_after_it_are_found() -> None:
    own = (
        '[[check.patterns]]\nname = "slow"\npattern = "(a+)+$"\nmessage = "m"\n'
        '[[check.patterns]]\nname = "quick"\npattern = "ok"\nmessage = "quick"\n'
    )
    context = replace(CONTEXT, settings=read_settings(own)[0])
    text = f"---\ntitle: T\n---\n\nok {'a' * 60_000}! ok\n"
    found = [each for each in analyse(text, context).diagnostics if each.rule == "own-pattern"]
    assert [each.message.partition(" on")[0] for each in found] == [
        "The pattern slow takes too long",
        "quick",
        "quick",
    ]
