"""Every rule has its page in Japanese too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from editor_app.core.rule import RuleInfo
from editor_app.core.rules.catalogue import LISTED, help_page, page

PAGES = Path(__file__).parents[3] / "resources" / "translations" / "ja" / "rules"
IDS = [rule.ID for rule in LISTED]
KANA = re.compile("[ぁ-んァ-ヴ]")
SETTING = re.compile(r"`((?:\[\[?)?[a-z]+(?:[-.][a-z]+)+[^`]*|\w+ = [^`]*)`")


def test_there_is_a_page_for_every_rule_and_none_without_one() -> None:
    assert sorted(path.stem for path in PAGES.glob("*")) == sorted(IDS)


@pytest.mark.parametrize("rule", LISTED, ids=IDS)
def test_a_page_speaks_japanese_and_names_the_same_settings(rule: RuleInfo) -> None:
    english, japanese = page(rule), page(rule, "ja")
    assert KANA.search(japanese.title)
    assert not japanese.title.endswith("。")
    assert KANA.search(japanese.text)
    assert (japanese.bad, japanese.good) == (english.bad, english.good)
    for name in SETTING.findall(english.text):
        assert name in japanese.text
    for line in english.text.split("\n"):
        if line.startswith("    "):
            assert line in japanese.text


def test_the_words_of_a_page_are_japanese() -> None:
    shown = help_page("title-heading-mark", "ja")
    assert shown.startswith("# タイトルが見出し記号で始まっている\n")
    for word in ("重要度: error", "ルール: `title-heading-mark`", "## 悪い例", "## 良い例"):
        assert word in shown
