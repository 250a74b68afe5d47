"""Turning a rule off in `galley.toml`, and changing nothing else."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.diagnostics import Refusal
from editor_app.core.settings_file.read import read_settings
from editor_app.core.suppressions.ignore_in_site import ignore_in_site
from editor_app.core.text.edits import apply
from tests.soak import soak_count


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", '[check]\ndisable = ["end-marker"]\n'),
        ("[check]\n", '[check]\ndisable = ["end-marker"]\n'),
        ('[check]\ndisable = ["a"] # x\n', '[check]\ndisable = ["a", "end-marker"] # x\n'),
        ("[check]\ndisable = []", '[check]\ndisable = ["end-marker"]'),
        ("[other]\nx = 1", '[other]\nx = 1\n\n[check]\ndisable = ["end-marker"]\n'),
        (
            '[check]\nenable = ["x", "end-marker"]\n',
            '[check]\nenable = ["x"]\ndisable = ["end-marker"]\n',
        ),
        ('[check]\ndisable = ["end-marker"]\n', '[check]\ndisable = ["end-marker"]\n'),
        (
            '[check]\nwords-per-minute = 9\n\n# of all\n[[check.overrides]]\npaths = ["a"]\n',
            '[check]\nwords-per-minute = 9\ndisable = ["end-marker"]\n\n'
            '# of all\n[[check.overrides]]\npaths = ["a"]\n',
        ),
    ],
)
def test_the_rule_joins_those_that_are_off(text: str, expected: str) -> None:
    edits = ignore_in_site(text, "end-marker")
    assert not isinstance(edits, Refusal)
    assert apply(text, edits) == expected


def test_a_file_that_is_no_toml_is_left_alone() -> None:
    assert isinstance(ignore_in_site("[check\n", "end-marker"), Refusal)


PIECES = st.lists(
    st.sampled_from(
        (
            "[check]\n",
            'disable = ["no-final-newline"]\n',
            "disable = [\n  # why\n  'title-missing',\n]\n",
            'enable = ["end-marker"]\n',
            "words-per-minute = 7 # quick\n",
            "[check.rules.end-marker]\n",
            'severity = "error"\n',
            "[[check.overrides]]\n",
            'paths = ["a/**"]\n',
            "[site]\n",
            "x = 1",
            "\n",
            "check.disable = []\n",
        )
    ),
    max_size=8,
).map("".join)


@given(PIECES)
@settings(max_examples=soak_count(300, 3_000), deadline=None)
def test_it_takes_effect_in_any_file_and_keeps_the_rest(text: str) -> None:
    edits = ignore_in_site(text, "end-marker")
    if isinstance(edits, Refusal):
        return
    changed = apply(text, edits)
    assert "end-marker" in read_settings(changed)[0].disabled
    before, after = (tomllib.loads(each) for each in (text, changed))
    for content in (before, after):
        check = content.setdefault("check", {})
        for key in ("disable", "enable"):
            check[key] = [each for each in check.get(key, []) if each != "end-marker"]
    assert after == before
    assert [line for line in text.split("\n") if "#" in line] == [
        line for line in changed.split("\n") if "#" in line
    ]
