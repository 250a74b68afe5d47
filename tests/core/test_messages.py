"""The Japanese catalogue of the core's messages."""

from __future__ import annotations

import ast
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Context
from editor_app.core.generator import Generator
from editor_app.core.messages import translator
from editor_app.core.resources import resource
from editor_app.core.settings import Settings
from editor_app.core.storage.attributes import Note
from editor_app.core.storage.journal import JournalFailed
from editor_app.core.storage.reasons import Reason, StorageError
from editor_app.core.storage.save import SaveError, SaveFailed, Step
from tests.core.templates import templates

FOLDER = resource("translations/ja/LC_MESSAGES")
STORAGE = (
    *Reason,
    *(reason.advice for reason in Reason),
    *Step,
    *Note,
    StorageError.TEMPLATE,
    SaveError.TEMPLATE,
    SaveFailed.UNTOUCHED,
    SaveFailed.REPLACED,
    JournalFailed.TEMPLATE,
)
TEMPLATES = tuple(dict.fromkeys((*templates(), *map(str, STORAGE))))
PLACE = re.compile(r"\{\w+\}")
SEED = Path(__file__).parents[1] / "data" / "2025-11-23-openai-foxconn.md"


def catalogue() -> dict[str, str]:
    """What stands in the source of the catalogue."""
    text = (FOLDER / "galley.po").read_text(encoding="utf-8")
    pairs = re.findall(r'^msgid (".*")\nmsgstr (".*")$', text, re.MULTILINE)
    unquoted = {ast.literal_eval(key): ast.literal_eval(value) for key, value in pairs}
    unquoted.pop("")  # the header
    return unquoted


def test_the_templates_are_found_in_the_code() -> None:
    assert "Title is missing" in TEMPLATES
    assert "There is no setting {key}" in TEMPLATES
    assert len(TEMPLATES) > 50


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_translated_with_its_places(template: str) -> None:
    translated = translator("ja")(template)
    assert translated != template
    assert sorted(PLACE.findall(translated)) == sorted(PLACE.findall(template))


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    translate = translator("ja")
    entries = catalogue()
    assert len(entries) > len(TEMPLATES)
    for template, translation in entries.items():
        assert translate(template) == translation
        assert sorted(PLACE.findall(template)) == sorted(PLACE.findall(translation))


@pytest.mark.parametrize("language", ["", "en", "xx", "en_GB"])
def test_other_languages_are_english(language: str) -> None:
    assert translator(language)("Title is missing") == "Title is missing"


def test_a_region_has_its_language() -> None:
    assert translator("ja_JP.UTF-8")("Title is missing") == "タイトルがありません"


def test_an_analysis_speaks_the_language_of_the_settings() -> None:
    context = Context(
        None, Generator.UNKNOWN, Settings(language="ja"), datetime(2026, 3, 2, tzinfo=UTC)
    )
    found = analyse(SEED.read_text(encoding="utf-8"), context).diagnostics
    assert all(re.search("[ぁ-ん]", each.message) for each in found)
    assert found[0].message == "タイトルの先頭に見出し記号「#」が残っています"
    assert found[0].fixes[0].title == "見出し記号を取り除く"
    unreadable = analyse('---\ntitle: "春\n---\n', context).diagnostics[0]
    assert unreadable.message.endswith("の値の引用符が閉じられていません")
