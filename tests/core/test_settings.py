"""The site's settings of the checks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.settings import EXCERPT_PHRASES, Settings, read_settings


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


@pytest.mark.parametrize(
    ("line", "place", "message"),
    [
        ("characters-per-minute = 0", "characters-per-minute", "whole number from 1"),
        ("characters-per-minute = true", "characters-per-minute", "whole number from 1"),
        ('words-per-minute = "230"', "words-per-minute", "whole number from 1"),
        ('excerpt-phrases = "x"', "excerpt-phrases", "list of texts"),
        ('excerpt-phrases = ["x", 1]', "excerpt-phrases", "list of texts"),
        ("disable = [[]]", "disable", "list of texts"),
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
    assert wrong.span.of(text) == "x = "
    assert wrong.rule == "wrong-setting"


def test_a_check_that_is_no_table_is_reported() -> None:
    _, (wrong,) = read_settings("check = 1\n")
    assert wrong.span.of("check = 1\n") == "check"


@given(st.text(alphabet='[check]\n="x1, -#disable', max_size=60))
def test_any_text_is_read(text: str) -> None:
    settings, wrong = read_settings(text)
    assert settings.words_per_minute >= 1
    assert all(each.span.end <= len(text) for each in wrong)
