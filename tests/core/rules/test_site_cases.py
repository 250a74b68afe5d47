"""Every site rule against its cases: `site_cases/<rule>.md`.

Like `test_cases.py`, with several posts in a case:

    ## hit: the same title

    ~~~~post spring.md
    ---
    title: The garden
    ---
    ~~~~

    ~~~~post more/post-1.md … more/post-30.md
    ---
    title: ⟦The garden⟧ {n} {word}
    ---

    … 800 words …
    ~~~~

    ~~~~fixed spring.md
    …
    ~~~~

`post-1.md … post-30.md` are so many posts; `{n}` in them is the number, `{word}`
and `{kana}` a word that only this one has. A line `… 800 words …` or `… 1200
characters …` is a text of that length, another one in each post; `… 800 words
of roses …` is the same in all posts. Lines before the first post: `says:`, `generator:`.
The examples of a rule's page are written in the same way, each file's name in a
line of its own.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath
from random import Random

import pytest

from editor_app.core.check.packed import pack, unpack
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.generator import Generator
from editor_app.core.post import read_post
from editor_app.core.rule import Fixable, SiteRule
from editor_app.core.rules.catalogue import SITE_RULES, help_page, page
from editor_app.core.settings import Settings
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import summarise
from editor_app.core.text.edits import apply

CASES = Path(__file__).parent / "site_cases"
MARK = re.compile("[⟦⟧]")
FEWEST_NEAR_MISSES = 5
RULE_IDS = [rule.ID for rule in SITE_RULES]
LETTERS = "bcdfghjklmnprstvwz"
KANA = "かきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん"
WORDS = re.findall(
    r"\w+",
    "the snow has gone and first green tips stand in two long rows along garden wall where we "
    "put bulbs last october brave keepers quietly move every box next vine oak jar quince exactly",
)

Posts = dict[PurePath, str]


def expanded(names: str, text: str) -> Iterator[tuple[PurePath, str]]:
    """The posts that a line of names and one text stand for."""
    first, _, last = names.partition(" … ")
    if not last:
        yield PurePath(first), filled(text, first)
        return
    numbers = [int(re.findall(r"\d+", each)[-1]) for each in (first, last)]
    head, tail = re.split(r"\d+(?!.*\d)", first)
    for number in range(numbers[0], numbers[1] + 1):
        name = f"{head}{number}{tail}"
        own = text.replace("{n}", str(number))
        own = own.replace("{word}", word(number, LETTERS, "aeiou"))
        own = own.replace("{kana}", word(number, KANA, KANA))
        yield PurePath(name), filled(own, name)


def word(number: int, letters: str, others: str) -> str:
    """A word of its own for each number."""
    chosen = Random(f"{letters}{number}")
    return "".join(chosen.choice(each) for each in (letters, others) * 3)


def filled(text: str, name: str) -> str:
    def told(found: re.Match[str]) -> str:
        chosen = Random(found["topic"] or name)
        number = int(found["number"])
        if found["unit"] == "words":
            return " ".join(chosen.choice(WORDS) for _ in range(number)) + "."
        return "".join(chosen.choice(KANA) for _ in range(number - 1)) + "。"

    line = r"^… (?P<number>\d+) (?P<unit>words|characters)(?: of (?P<topic>\w+))? …$"
    return re.sub(line, told, text, flags=re.MULTILINE)


@dataclass(frozen=True)
class Case:
    rule: str
    name: str
    is_hit: bool
    posts: Posts
    """With the marks of the places in them."""
    fixed: Posts
    is_safe: bool
    says: str
    generator: Generator

    @property
    def plain(self) -> Posts:
        return {path: MARK.sub("", text) for path, text in self.posts.items()}


def read_cases(rule: str) -> Iterator[Case]:
    content = (CASES / f"{rule}.md").read_text(encoding="utf-8")
    for part in re.split(r"^## (?=hit: |silent: )", content, flags=re.MULTILINE)[1:]:
        heading, _, rest = part.partition("\n")
        kind, _, name = heading.partition(": ")
        blocks = re.findall(
            r"^(~{3,})(post|fixed safe|fixed) (\S.*)\n((?:.*\n)*?)\1$", rest, re.MULTILINE
        )
        lines = dict(re.findall(r"^([a-z-]+): (.*)$", rest.split("~~~", 1)[0], re.MULTILINE))
        assert lines.keys() <= {"says", "generator"}, lines
        yield Case(
            rule,
            name,
            kind == "hit",
            dict(each for block in blocks if block[1] == "post" for each in expanded(*block[2:])),
            dict(each for block in blocks if block[1] != "post" for each in expanded(*block[2:])),
            any(block[1] == "fixed safe" for block in blocks),
            lines.get("says", ""),
            Generator(lines.get("generator", "unknown")),
        )


def checked(
    rule: SiteRule, posts: Posts, generator: Generator = Generator.UNKNOWN
) -> dict[PurePath, list[Diagnostic]]:
    """What a rule finds, by post, from summaries that have been in another process."""
    summaries = (
        summarise(read_post(text, path, generator), path) for path, text in sorted(posts.items())
    )
    there = unpack(pack(tuple(summaries)))
    found: dict[PurePath, list[Diagnostic]] = {}
    for path, diagnostic in rule.check(Summaries(there, Settings(), str)):
        found.setdefault(path, []).append(diagnostic)
    return found


def marked(text: str, diagnostics: list[Diagnostic]) -> str:
    """The text with marks where the diagnostics point."""
    marks = [(each.span.start, 2, "⟦⟧") for each in diagnostics if each.span.is_empty]
    for each in diagnostics:
        if not each.span.is_empty:
            marks += [(each.span.end, 0, "⟧"), (each.span.start, 1, "⟦")]
    for at, _, mark in sorted(marks, reverse=True):
        text = f"{text[:at]}{mark}{text[at:]}"
    return text


def fixed(text: str, diagnostics: list[Diagnostic]) -> str:
    fixes = ((each.safe_fix or each.fixes[0]) for each in diagnostics if each.fixes)
    return apply(text, (edit for fix in fixes for edit in fix.edits))


RULES_BY_ID = {rule.ID: rule for rule in SITE_RULES}
ALL = tuple(case for rule in RULE_IDS for case in read_cases(rule))


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.rule}: {case.name}")
def test_a_site_rule_speaks_where_its_case_says(case: Case) -> None:
    found = checked(RULES_BY_ID[case.rule], case.plain, case.generator)
    for path, text in case.posts.items():
        assert marked(case.plain[path], found.pop(path, [])) == text, path
    assert found == {}
    assert case.is_hit == any("⟦" in text for text in case.posts.values())


@pytest.mark.parametrize(
    "case", [case for case in ALL if case.is_hit], ids=lambda c: f"{c.rule}: {c.name}"
)
def test_the_fixes_of_a_site_case_give_its_fixed_texts(case: Case) -> None:
    found = checked(RULES_BY_ID[case.rule], case.plain, case.generator)
    changed = {path: fixed(case.plain[path], each) for path, each in found.items()}
    assert {path: text for path, text in changed.items() if text != case.plain[path]} == case.fixed
    for each in (each for diagnostics in found.values() for each in diagnostics):
        assert case.says in each.message
        assert (each.safe_fix is not None) == case.is_safe
    for path, diagnostics in found.items():
        for each in diagnostics:
            assert {related.path for related in each.related} <= case.posts.keys() - {path}


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_site_rule_has_hits_and_five_near_misses(rule: str) -> None:
    cases = list(read_cases(rule))
    assert any(case.is_hit for case in cases)
    assert sum(not case.is_hit for case in cases) >= FEWEST_NEAR_MISSES


def test_there_is_no_file_of_site_cases_without_a_rule() -> None:
    assert sorted(path.stem for path in CASES.glob("*.md")) == sorted(RULE_IDS)


def files(example: str) -> Posts:
    """The posts of a page's example: a name in a line of its own, its text indented."""
    parts = re.split(r"^(\S.*)\n", example, flags=re.MULTILINE)[1:]
    pairs = zip(parts[::2], parts[1::2], strict=True)
    return {
        path: text
        for names, block in pairs
        for path, text in expanded(names, textwrap.dedent(block).strip("\n") + "\n")
    }


@pytest.mark.parametrize("rule", SITE_RULES, ids=RULE_IDS)
def test_the_examples_of_a_site_rule_are_true(rule: SiteRule) -> None:
    of = page(rule)
    bad = [each for found in checked(rule, files(of.bad)).values() for each in found]
    assert {each.severity for each in bad} == {rule.SEVERITY}
    for other in SITE_RULES:
        assert checked(other, files(of.good)) == {}, other.ID


@pytest.mark.parametrize("rule", SITE_RULES, ids=RULE_IDS)
def test_a_site_rule_says_what_its_fixes_are_at_best(rule: SiteRule) -> None:
    cases = [case for case in read_cases(rule.ID) if case.fixed]
    best = Fixable.SAFE if any(case.is_safe for case in cases) else Fixable.ASK
    assert (best if cases else Fixable.NO) == rule.FIXABLE


@pytest.mark.parametrize("rule", RULE_IDS)
def test_every_site_rule_has_a_page(rule: str) -> None:
    assert f"Rule: `{rule}`" in help_page(rule)


@pytest.mark.parametrize("rule", SITE_RULES, ids=RULE_IDS)
def test_no_site_rule_minds_a_site_without_posts(rule: SiteRule) -> None:
    assert checked(rule, {}) == {}
    assert checked(rule, {PurePath("a.md"): "", PurePath("b.md"): "---\n: [\n---\n"}) == {}
