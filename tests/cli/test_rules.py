"""`galley rules` and `galley explain`."""

from __future__ import annotations

import json

import pytest

from editor_app.core.rules.catalogue import LISTED
from tests.cli.command import galley

IDS = [rule.ID for rule in LISTED]


def test_every_rule_is_listed_with_what_it_is() -> None:
    ran = galley("rules", "--format", "json")
    assert ran.status == 0
    listed = json.loads(ran.out)
    assert listed["version"] == 1
    assert [rule["id"] for rule in listed["rules"]] == IDS
    by_id = {rule["id"]: rule for rule in listed["rules"]}
    assert by_id["title-heading-mark"] == {
        "id": "title-heading-mark",
        "group": "title",
        "severity": "error",
        "on": True,
        "fix": "safe",
        "title": "Title begins with a heading mark",
        "options": [],
    }
    assert by_id["description-equals-first-sentence"]["on"] is False
    assert by_id["title-too-long"]["options"] == [
        {"name": "longest", "default": 100, "least": 10, "most": 1000}
    ]


def test_the_list_for_a_reader_has_a_line_for_each_rule() -> None:
    lines = galley("rules").out.split("\n")
    assert [line.split()[0] for line in lines if line.startswith("  ")] == IDS
    assert any(line.split()[1:4] == ["error", "on", "safe"] for line in lines if line)


@pytest.mark.parametrize("rule", IDS)
def test_every_rule_is_explained(rule: str) -> None:
    ran = galley("explain", rule)
    assert ran.status == 0
    assert f"Rule: `{rule}`" in ran.out


def test_a_rule_that_does_not_exist_is_told_with_the_nearest() -> None:
    ran = galley("explain", "title-heading-marks")
    assert ran.status == 2
    assert ran.err == (
        "galley explain: there is no rule title-heading-marks; did you mean title-heading-mark?\n"
    )


def test_list_and_page_speak_japanese() -> None:
    assert "タイトルが見出し記号で始まっている" in galley("rules", "--lang", "ja").out
    ran = galley("explain", "end-marker", "--lang", "ja")
    assert "生成ツールの目印が本文に残っている" in ran.out
