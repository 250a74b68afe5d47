"""Dictionaries in the format of prh."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.analysis import Context, analyse
from editor_app.core.fixes import fix_all
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.settings_file.prh import PrhFile
from editor_app.core.settings_file.read import read_with_files
from editor_app.core.text.js_pattern import of_literal, translated
from editor_app.core.text.pattern import Pattern
from editor_app.core.text.patterns import Clock, fault
from editor_app.core.text.source import Source, read
from tests.soak import soak_count

TOML = '[check]\nprh = ["prh.yml"]\n'


def of_files(**files: str) -> tuple[Settings, list[str], tuple[PrhFile, ...]]:
    """The settings with files by name (`a_b` is a/b.yml), and the messages."""
    named = {name.replace("_", "/") + ".yml": text for name, text in files.items()}

    def reader(path: str) -> Source | str:
        return read(named[path].encode()) if path in named else "there is no such file"

    settings, wrong, read_files = read_with_files(TOML, str, reader)
    told = [each.message for each in wrong]
    for file in read_files:
        told += (
            f"{file.path}:{file.report.line(each.span)}: {each.message}"
            for each in file.report.sorted()
        )
    return settings, told, read_files


def mended(text: str, prh: str) -> str:
    settings, told, _ = of_files(prh=prh)
    assert told == []
    context = Context(
        PurePath("a.md"), Generator.UNKNOWN, settings, datetime(2026, 1, 1, tzinfo=UTC)
    )
    return fix_all(text, context, frozenset({"wording"}), unsafe=True).text


@pytest.mark.parametrize(
    ("rule", "text", "expected"),
    [
        ("- Cookie", "cookie ＣＯＯＫＩＥ Cookie", "Cookie Cookie Cookie"),
        ("- expected: Cookie", "クッキーはcookieです", "クッキーはCookieです"),
        ("- {expected: ハードウェア, pattern: ハードウエア}", "ハードウエア", "ハードウェア"),
        (
            "- {expected: 例えば, patterns: [たとえば, 喩えば]}",
            "たとえばと喩えば",
            "例えばと例えば",
        ),
        (
            "- {expected: サーバー, pattern: /サーバ(?!ー)/}",
            "サーバとサーバー",
            "サーバーとサーバー",
        ),
        ("- {expected: ($1), pattern: '/（([^（）]*)）/'}", "あ（い）う", "あ(い)う"),
        ("- {expected: $<b>-$<a>, pattern: '/(?<a>x)(?<b>y)/'}", "xy", "y-x"),
        ("- {expected: web, pattern: /WEB/i}", "Web WEB", "web web"),
        (
            "- {expected: js, options: {wordBoundary: true}}",
            "JS と jsx とJSです",
            "js と jsx とjsです",
        ),
        ("- {expected: go, pattern: GO, options: {wordBoundary: true}}", "GOのGOAL", "goのGOAL"),
        (r"- {expected: 葛, pattern: '/\u{845B}\u{E0100}/'}", "葛\U000e0100城", "葛城"),
        (r"- {expected: '😀', pattern: '/\uD83D\uDE01/'}", "😁", "😀"),
        (r"- {expected: 'a b', pattern: '/a\sb/'}", "a\u3000b", "a b"),
        (r"- {expected: x, pattern: '/\p{Script=Han}+/'}", "あ漢字い", "あxい"),
        (r"- {expected: x, pattern: '/[[\]]/'}", "a]b", "axb"),
        (r"- {expected: x, pattern: '/\bA\b\w\d/'}", "あA", "あA"),
        (r"- {expected: x, pattern: '/\d+あ|[\d\s]い/'}", "１あ 1あ　い", "１あ xx"),
        (
            "- {expected: $1モノ, pattern: '/(?:(を)もの|(そ)もの)/', regexpMustEmpty: $2}",
            "をもの、そもの",
            "をモノ、そもの",
        ),
    ],
)
def test_a_rule_does_what_prh_does(rule: str, text: str, expected: str) -> None:
    assert mended(text, f"version: 1\nrules:\n  {rule}\n") == expected


def test_samples_are_proved() -> None:
    prh = (
        "version: 1\nrules:\n  - expected: サーバー\n    pattern: /サーバ(?!ー)/\n    specs:\n"
        "      - from: サーバ\n        to: サーバー\n      - from: サーバ\n        to: サーバ\n"
    )
    settings, told, _ = of_files(prh=prh)
    assert told == ["prh.yml:9: This sample comes out as サーバー"]
    assert len(settings.own.wordings) == 1


def test_what_is_wrong_is_told_at_its_line_and_the_rest_counts() -> None:
    prh = (
        "version: 1\nrules:\n  - pattern: x\n  - {expected: a, pattern: '/(/'}\n  - [1]\n"
        "  - {expected: b, colour: 1}\n  - c\nmore: 1\n"
    )
    settings, told, _ = of_files(prh=prh)
    assert [each.split(": ")[0] for each in told] == [
        "prh.yml:3",
        "prh.yml:4",
        "prh.yml:5",
        "prh.yml:6",
        "prh.yml:8",
    ]
    assert [each.prefer for each in settings.own.wordings] == ["b", "c"]


def test_a_file_that_is_no_yaml_is_told_at_its_line() -> None:
    settings, told, _ = of_files(prh="rules: [")
    assert settings.own.wordings == ()
    assert told[0].startswith("prh.yml:1: The settings can't be read")


def test_imports_are_read_from_beside_the_file() -> None:
    settings, told, files = of_files(
        prh="imports:\n  - a/b.yml\n  - {path: c.yml, ignoreRules: [{expected: five}]}\n"
        "rules: [one]\n",
        a_b="imports: [../c.yml, d.yml]\nrules: [one, two]\n",
        a_d="imports: ../prh.yml\nrules: [three]\n",
        c="rules: [four, five]\n",
    )
    assert told == []
    assert [each.path for each in files] == ["prh.yml", "a/b.yml", "c.yml", "a/d.yml"]
    assert [each.prefer for each in settings.own.wordings] == [
        "one",
        "two",
        "four",
        "five",
        "three",
    ]
    _, told, _ = of_files(prh="imports: x.yml\n")
    assert told == ["prh.yml:1: x.yml can't be read: there is no such file"]


@given(st.text(alphabet=r"\[]^(){}/us0Dd83.$-+*?|kp<>=あ", max_size=30))
@settings(max_examples=soak_count(500, 10_000), deadline=None)
def test_any_pattern_is_translated_or_refused(source: str) -> None:
    pattern = of_literal(f"/{source}/i")
    assert pattern is not None
    if fault(pattern) is None:
        Clock(0.2).find(pattern, "a[b]/\\あ$")


def test_an_ordinary_pattern_stays_as_it_is() -> None:
    for source in (r"(?<=あ)[ァ-ヶー]+[0-9]{2,}", r"a|b\.c", "^あ$"):
        assert translated(source) == source


def test_a_pattern_that_takes_for_ever_stops_all_that_share_its_clock() -> None:
    clock = Clock(0.2)
    assert clock.find(Pattern("(a|aa)+$b"), "a" * 60) is None
    assert clock.has_run_out
    assert clock.find(Pattern("a"), "a") is None


@given(
    st.lists(
        st.sampled_from(
            (
                "rules:\n",
                "  - a\n",
                "  - expected: b\n",
                "    pattern: /c(/\n",
                "imports: x\n",
                "- ",
                "{",
                "&a *a\n",
                "    specs: [{from: a, to: b}]\n",
                "\t",
                "あ",
                "    options: 1\n",
            )
        ),
        max_size=10,
    ).map("".join)
)
@settings(max_examples=soak_count(300, 3_000), deadline=None)
def test_any_text_is_read(text: str) -> None:
    found, _, _ = of_files(prh=text)
    context = Context(None, Generator.UNKNOWN, found, datetime(2026, 1, 1, tzinfo=UTC))
    assert "rule-failed" not in [each.rule for each in analyse("abc あ", context).diagnostics]
