"""The list of all rules, and where a site rule speaks for one of single posts with its id."""

from __future__ import annotations

from pathlib import PurePath

from editor_app.core.analysis import ENCODING_UNKNOWN, RULE_FAILED
from editor_app.core.check.run import CRASHED, TOO_SLOW
from editor_app.core.data_files.report import WRONG_SETTING
from editor_app.core.post import read_post
from editor_app.core.rules.catalogue import (
    ALL_RULES,
    GROUP_OF,
    LISTED,
    SITE_RULES,
    help_page,
    known_better,
)
from editor_app.core.settings import Settings
from editor_app.core.site.summaries import Summaries
from editor_app.core.site.summary import Summary, summarise


def test_every_rule_is_listed_once() -> None:
    ids = [rule.ID for rule in ALL_RULES]
    assert len(ids) == len(set(ids))
    assert {rule.ID for rule in SITE_RULES} < set(ids)
    assert {rule.ID for rule in LISTED} == GROUP_OF.keys()


def test_what_is_told_beside_the_rules_is_listed_too() -> None:
    beside = [each.ID for each in LISTED if each not in ALL_RULES]
    assert beside == [ENCODING_UNKNOWN, WRONG_SETTING, RULE_FAILED, TOO_SLOW, CRASHED]
    shown = help_page(ENCODING_UNKNOWN)
    assert shown.startswith("# A file is in an encoding that nobody named\n")
    assert shown.endswith("Rule: `encoding-unknown`.\n")


def summary(text: str, name: str) -> Summary:
    return summarise(read_post(text), PurePath(name))


def test_what_one_post_is_told_of_its_reading_time_holds_until_the_site_shows_a_pace() -> None:
    timed = [summary("---\nreading_time: 3\n---\n", f"a{number}.md") for number in range(30)]
    others = [summary("---\ntitle: x\n---\n", f"b{number}.md") for number in range(31)]

    def better(posts: list[Summary]) -> frozenset[str]:
        return known_better(Summaries(tuple(posts), Settings(), str))

    assert better(timed) == {"reading-time-off"}
    assert better(timed[:19]) == frozenset()
    assert better(timed + others) == frozenset()
