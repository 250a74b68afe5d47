"""From the text of a `galley.toml` to settings, and what is wrong with it."""

from __future__ import annotations

import pickle
from pathlib import PurePath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import settings as settings_of_hypothesis
from hypothesis import strategies as st

from editor_app.core.diagnostics import Severity
from editor_app.core.rule import NumberOption, Option, options
from editor_app.core.rules.catalogue import ALL_RULES
from editor_app.core.settings import EXCERPT_PHRASES, Origin, Settings
from editor_app.core.settings_file.read import read_settings
from tests.soak import soak_count


def test_an_empty_file_gives_the_defaults() -> None:
    settings, wrong = read_settings("")
    assert settings == Settings()
    assert (settings.characters_per_minute, settings.words_per_minute) == (500, 230)
    assert settings.excerpt_phrases == EXCERPT_PHRASES
    assert wrong == ()


def test_every_setting_is_read() -> None:
    settings, wrong = read_settings(
        "[other]\nx = 1\n[check]\ncharacters-per-minute = 400\nwords-per-minute = 200\n"
        'excerpt-phrases = ["…のすべて"]\ndisable = ["end-marker"]\n'
    )
    assert wrong == ()
    assert settings == Settings("", 400, 200, ("…のすべて",), frozenset({"end-marker"}))


def test_a_wrong_item_is_told_at_its_place_and_the_others_stand() -> None:
    text = '[check]\ndisable = ["end-marker",\n 5, [],\n "nonsense-rule"]\nexcerpt-phrases = [1]\n'
    found, wrong = read_settings(text)
    assert found == Settings(disabled=frozenset({"end-marker"}), origins=found.origins)
    assert [(each.span.of(text), each.message.partition(" ")[0]) for each in wrong] == [
        ("5", "This"),
        ("[]", "This"),
        ('"nonsense-rule"', "There"),
        ("1", "This"),
    ]


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("characters-per-minute = 0", "characters-per-minute", "whole number from 1"),
        ("characters-per-minute = true", "characters-per-minute", "whole number from 1"),
        ('words-per-minute = "230"', "words-per-minute", "whole number from 1"),
        ('excerpt-phrases = "x"', "excerpt-phrases", "list of texts"),
        ('"colour" = 1', '"colour"', "no setting colour"),
    ],
)
def test_a_wrong_setting_is_reported_at_its_key_and_has_its_default(
    line: str, place: str, message: str
) -> None:
    text = f"[site]\n{line}\n[check]\n# {line}\n{line}\n"
    settings, (wrong,) = read_settings(text)
    assert settings == Settings()
    assert wrong.span.of(text) == place
    assert wrong.span.start == text.rindex(line)
    assert message in wrong.message


def test_other_settings_stand_where_one_is_wrong() -> None:
    settings, wrong = read_settings("[check]\nwords-per-minute = 0\ncharacters-per-minute = 300\n")
    assert settings.characters_per_minute == 300
    assert len(wrong) == 1


def test_a_file_that_is_no_toml_is_reported_at_its_line() -> None:
    text = "[check]\nwords-per-minute = 100\nx = \n"
    settings, (wrong,) = read_settings(text)
    assert settings == Settings()
    assert text[: wrong.span.start].endswith("\nx = ")
    assert wrong.rule == "wrong-setting"


def test_a_check_that_is_no_table_is_reported() -> None:
    _, (wrong,) = read_settings("check = 1\n")
    assert wrong.span.of("check = 1\n") == "check"


SAID = """\
[check]
disable = ["no-final-newline"]
enable = ["title-repeated-in-body"]

[check.rules.title-cut-short]
severity = "info"

[check.rules.end-marker]
severity = "off"

[[check.overrides]]
paths = ["_drafts/**"]
disable = ["text-cut-off"]
enable = ["no-final-newline"]

[check.overrides.rules.title-cut-short]
severity = "hint"
"""


def test_rules_are_turned_off_and_on_and_graded() -> None:
    settings, wrong = read_settings(SAID)
    assert wrong == ()
    assert settings.disabled == {"no-final-newline", "end-marker"}
    assert settings.enabled == {"title-repeated-in-body", "title-cut-short"}
    assert settings.severities == {"title-cut-short": Severity.INFO}


def test_an_override_counts_for_its_paths_only() -> None:
    settings, _ = read_settings(SAID)
    draft = settings.at(PurePath("_drafts/a/b.md"))
    assert draft.disabled == {"end-marker", "text-cut-off"}
    assert draft.severities == {"title-cut-short": Severity.HINT}
    assert settings.at(PurePath("_posts/b.md")).disabled == settings.disabled
    assert settings.at(PureWindowsPath("_drafts\\b.md")) is draft


def test_each_thing_that_is_set_knows_its_line() -> None:
    settings, _ = read_settings(SAID)
    assert settings.origins["no-final-newline", "state"] == Origin(2)
    assert settings.origins["title-cut-short", "severity"] == Origin(6)
    draft = settings.at("_drafts/b.md")
    assert draft.origins["title-cut-short", "severity"] == Origin(17, is_override=True)
    assert draft.origins["no-final-newline", "state"] == Origin(14, is_override=True)
    assert draft.origins["end-marker", "state"] == Origin(9)


def test_settings_go_to_another_process_whole() -> None:
    settings, _ = read_settings(SAID)
    copy = pickle.loads(pickle.dumps(settings))
    assert copy == settings
    assert copy.at("_drafts/a.md") == settings.at("_drafts/a.md")


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('disable = ["end-markr"]', '"end-markr"', "no rule end-markr; did you mean end-marker?"),
        ('enable = ["End_Marker"]', '"End_Marker"', "did you mean end-marker?"),
        ('disable = ["qqqqqqq"]', '"qqqqqqq"', "There is no rule qqqqqqq"),
        ('disable = ["encoding-unknown"]', '"encoding-unknown"', "is always told"),
        ('rules.rule-failed.severity = "off"', "rule-failed", "is always told"),
        ('rules.end-markr.severity = "off"', "end-markr", "did you mean end-marker?"),
        ('rules.end-marker.severity = "loud"', "severity", "none of error, warning, info, hint"),
        ('rules.end-marker.severity = ["off"]', "severity", "none of error"),
        ("rules.end-marker.colour = 1", "colour", "no setting colour"),
        ("rules.end-marker = 1", "end-marker", "end-marker is not a table"),
        ("rules = []", "rules", "rules is not a table"),
        ('enables = ["end-marker"]', "enables", "did you mean enable?"),
        ("overrides = 1", "overrides", "write [[check.overrides]]"),
        ("overrides = [1]", "overrides", "write [[check.overrides]]"),
        ('overrides = [{disable = ["end-marker"]}]', "disable", "names no paths"),
        ("overrides = [{paths = 1}]", "paths", "paths is not a list of texts"),
        ('overrides = [{paths = ["a"], colour = 1}]', "colour", "no setting colour"),
        (
            'disable = ["end-marker"]\nenable = ["end-marker"]',
            '"end-marker"',
            "turned on here and off elsewhere",
        ),
        (
            'disable = ["end-marker"]\nrules.end-marker.severity = "on"',
            "end-marker",
            "turned on here and off elsewhere",
        ),
    ],
)
def test_what_is_wrong_about_rules_is_told_at_its_place(
    text: str, place: str, message: str
) -> None:
    whole = f"[check]\nwords-per-minute = 7\n{text}\n"
    settings, (wrong,) = read_settings(whole)
    assert wrong.rule == "wrong-setting"
    assert wrong.span.of(whole) == place
    assert message in wrong.message
    assert settings.words_per_minute == 7


def with_options() -> list[tuple[str, Option]]:
    return [(rule.ID, option) for rule in ALL_RULES for option in options(rule)]


def test_the_options_of_every_rule_are_read_and_proved() -> None:
    for rule, option in with_options():
        head = f"[check.rules.{rule}]\n{option.name} = "
        if isinstance(option, NumberOption):
            good, bad, value = str(option.most), (str(option.most + 1), "true", '"1"'), option.most
        else:
            good, bad, value = '["ab"]', ("1", "[1]", '"ab"'), ("ab",)
        settings, wrong = read_settings(head + good)
        assert wrong == ()
        assert option.of(settings) == value
        assert settings.origins[rule, option.name] == Origin(2)
        for each in bad:
            settings, (told,) = read_settings(head + each)
            assert option.of(settings) == option.default
            assert told.span.of(head + each) == ("1" if each == "[1]" else option.name)


def test_a_header_below_a_dotted_table_is_read() -> None:
    text = (
        '[check]\nrules.end-marker.severity = "off"\n'
        '[check.rules.title-missing]\nseverity = "off"\n'
    )
    settings, wrong = read_settings(text)
    assert wrong == ()
    assert settings.disabled == {"end-marker", "title-missing"}


PIECES = (
    "[check]\n",
    "[[check.overrides]]\n",
    "[check.rules.end-marker]\n",
    "[check.overrides.rules.end-marker]\n",
    'severity = "off"\n',
    'paths = ["**"]\n',
    'disable = ["end-marker", "x"]\n',
    "enable = [1]\n",
    "words-per-minute = 3\n",
    "a.b.c = [{x = 1}, 2]\n",
    "'",
    '"""',
    "{",
    "あ\U0001f600",
    "\r\n",
)


@given(
    st.one_of(
        st.text(alphabet='[check]\n="x1, -#disable', max_size=60),
        st.text(max_size=40),
        st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    )
)
@settings_of_hypothesis(max_examples=soak_count(200, 3_000), deadline=None)
def test_any_text_is_read(text: str) -> None:
    settings, wrong = read_settings(text)
    assert settings.words_per_minute >= 1
    assert settings.at("a/b.md").at("a/b.md") == settings.at("a/b.md")
    assert all(each.span.end <= len(text) for each in wrong)
    assert all(each.rule == "wrong-setting" for each in wrong)
