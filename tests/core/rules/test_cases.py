"""Every rule against its cases: `cases/<rule>.md`.

A cases file is Markdown. Each `## hit: …` or `## silent: …` is a case:

    ## hit: the mark before the title

    path: _posts/2026-03-01-spring.md

    ~~~~post
    ---
    title: "⟦# ⟧Spring"
    ---
    ~~~~

    ~~~~fixed safe
    ---
    title: "Spring"
    ---
    ~~~~

The brackets `⟦ ⟧` are taken out and say where the rule points, each pair once;
a silent case has none. `fixed` is the text after the rule's fixes (the safe one
of a diagnostic, else its first); with `safe` every diagnostic has a safe fix,
without it none has. A hit without `fixed` has no fix. Lines before the post set
what the analysis depends on: `path:`, `generator:`, `says:` (a part of the
message), the settings' own names, such as `characters-per-minute:`, and the
options of the rule. A block `schema` after them has what the site's `galley.toml`
says of its posts, in the table of a collection. A rule that is off is on for its cases.
`◁` at the end of a text means that no line break follows.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePath

import pytest

from editor_app.core.analysis import RULE_FAILED, analyse
from editor_app.core.analysis_values import Context
from editor_app.core.fixes import fix_all
from editor_app.core.generator import Generator
from editor_app.core.rule import Fixable, Rule, options
from editor_app.core.rules.catalogue import RULES, SITE_RULES, help_page, page
from editor_app.core.settings_file.read import read_settings
from editor_app.core.text.edits import apply
from tests.core.rules.schemas import of_collection, post_schema

CASES = Path(__file__).parent / "cases"
NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
MARK = re.compile("[⟦⟧]")
FEWEST_NEAR_MISSES = 5
RULES_BY_ID = {rule.ID: rule for rule in RULES}


@dataclass(frozen=True)
class Case:
    rule: str
    name: str
    is_hit: bool
    context: Context
    text: str
    places: tuple[tuple[int, int], ...]
    fixed: str | None
    is_safe: bool
    says: str


def read_cases(rule: str) -> Iterator[Case]:
    content = (CASES / f"{rule}.md").read_text(encoding="utf-8")
    for part in re.split(r"^## (?=hit: |silent: )", content, flags=re.MULTILINE)[1:]:
        heading, _, rest = part.partition("\n")
        kind, _, name = heading.partition(": ")
        texts = {
            found[2]: (found[4], found[3])
            for found in re.finditer(
                r"^(~{3,})(post|fixed|schema)( safe)?\n(.*?)^\1$", rest, re.MULTILINE | re.DOTALL
            )
        }
        lines = dict(re.findall(r"^([a-z-]+): (.*)$", rest.split("~~~", 1)[0], re.MULTILINE))
        text, places = unmarked(ended(texts["post"][0]))
        fixed = texts.get("fixed")
        around = context(lines, rule)
        if "schema" in texts:
            said = of_collection(texts["schema"][0])
            around = replace(around, schema=post_schema(said, around.generator, around.path))
        yield Case(
            rule,
            name,
            kind == "hit",
            around,
            text,
            places,
            ended(fixed[0]) if fixed else None,
            bool(fixed and fixed[1]),
            lines.get("says", ""),
        )


def ended(text: str) -> str:
    return text.removesuffix("◁\n")


def unmarked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    offsets = [found.start() - number for number, found in enumerate(MARK.finditer(text))]
    return MARK.sub("", text), tuple(zip(offsets[::2], offsets[1::2], strict=True))


def context(lines: dict[str, str], rule: str = "") -> Context:
    own = {option.name: option for option in options(RULES_BY_ID[rule])} if rule else {}
    others = {"path", "generator", "says", *own}
    setting = (f"{key} = {value}\n" for key, value in lines.items() if key not in others)
    settings, wrong = read_settings("[check]\n" + "".join(setting))
    assert not wrong
    chosen = {(rule, key): parsed(lines[key]) for key in own if key in lines}
    settings = replace(settings, enabled=frozenset({rule}), options=chosen)
    path = PurePath(lines["path"]) if "path" in lines else None
    return Context(path, Generator(lines.get("generator", "unknown")), settings, NOW)


def parsed(value: str) -> int | tuple[str, ...]:
    read: object = tomllib.loads(f"value = {value}")["value"]
    return read if isinstance(read, int) else tuple(read) if isinstance(read, list) else ()


ALL = tuple(case for rule in RULES for case in read_cases(rule.ID))
RULE_IDS = [rule.ID for rule in RULES]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.name}")
def test_a_rule_speaks_where_its_case_says(case: Case) -> None:
    diagnostics = analyse(case.text, case.context).diagnostics
    assert [each.message for each in diagnostics if each.rule == RULE_FAILED] == []
    found = [each for each in diagnostics if each.rule == case.rule]
    places = [(each.span.start, each.span.end) for each in found]
    shown = [case.text[start:end] for start, end in places]
    assert places == list(case.places), shown
    assert case.is_hit == bool(places)
    for each in found:
        assert case.says in each.message
        assert bool(each.fixes) == (case.fixed is not None)
        assert (each.safe_fix is not None) == case.is_safe


@pytest.mark.parametrize(
    "case", [case for case in ALL if case.fixed is not None], ids=lambda c: f"{c.rule}: {c.name}"
)
def test_the_fixes_of_a_case_give_its_fixed_text(case: Case) -> None:
    done = fix_all(case.text, case.context, frozenset({case.rule}), unsafe=True)
    fixed, edits, rules = done.text, done.edits, done.rules
    assert fixed == case.fixed
    assert apply(case.text, edits) == fixed
    assert rules == (case.rule,)


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_rule_has_hits_and_five_near_misses(rule: str) -> None:
    cases = list(read_cases(rule))
    assert any(case.is_hit for case in cases)
    assert sum(not case.is_hit for case in cases) >= FEWEST_NEAR_MISSES


def test_there_is_no_cases_file_without_a_rule() -> None:
    assert sorted(path.stem for path in CASES.glob("*.md")) == sorted(RULE_IDS)


@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_the_examples_of_a_rule_are_true(rule: Rule) -> None:
    about = {"path": "_posts/2026-03-01-spring.md", "generator": "hugo"}
    of = page(rule)
    around = context(about, rule.ID)
    # A rule that a site makes itself shows on its page with which settings it speaks.
    shown = "\n".join(line[4:] for line in of.text.split("\n") if line.startswith("    "))
    settings, wrong = read_settings(shown if "[check." in of.text else "")
    assert not wrong
    around = replace(around, settings=replace(around.settings, own=settings.own))
    if "[[schema." in of.text:
        around = replace(around, schema=post_schema(shown, around.generator, around.path))
    bad = analyse(of.bad, around).diagnostics
    good = analyse(of.good, around).diagnostics
    assert rule.ID in [each.rule for each in bad]
    assert [each for each in good if each.severity > 2 or each.rule == rule.ID] == []
    assert {each.severity for each in bad if each.rule == rule.ID} == {rule.SEVERITY}


@pytest.mark.parametrize("rule", RULES, ids=RULE_IDS)
def test_a_rule_says_what_its_fixes_are_at_best(rule: Rule) -> None:
    cases = [case for case in read_cases(rule.ID) if case.fixed is not None]
    best = Fixable.SAFE if any(case.is_safe for case in cases) else Fixable.ASK
    assert (best if cases else Fixable.NO) == rule.FIXABLE


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_rule_has_a_page(rule: str) -> None:
    shown = help_page(rule)
    assert shown.startswith("# ")
    assert f"Rule: `{rule}`" in shown
    assert "## Bad\n\n~~~markdown\n" in shown


def test_a_rule_that_does_not_exist_has_no_page() -> None:
    with pytest.raises(KeyError):
        help_page("no-such-rule")


def test_ids_name_what_is_wrong_and_are_the_names_of_the_modules() -> None:
    for rule in (*RULES, *SITE_RULES):
        module = str(vars(rule)["__name__"]).rsplit(".", 1)[1]
        assert module.replace("_", "-") == rule.ID
