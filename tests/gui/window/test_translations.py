"""The Japanese catalogue: complete, in step with the code, and with the same places to fill."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from editor_app.core.resources import resource
from editor_app.gui import i18n

ROOT = Path(__file__).parents[3]
_PLACES = re.compile(r"%\d|\\[01n]|&(?=\w)|\(&\w\)")


def _messages(catalogue: Path) -> Iterator[tuple[str, str, ElementTree.Element]]:
    for context in ElementTree.parse(catalogue).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name", ""), message.findtext("source", ""), translation


def test_every_text_is_translated_with_the_same_places() -> None:
    for context, source, translation in _messages(resource("translations/galley_ja.ts")):
        assert translation.get("type") is None, (context, source)
        text = translation.text or ""
        assert text.strip(), (context, source)
        places = sorted(one for one in _PLACES.findall(source) if one[0] != "&")
        assert sorted(one for one in _PLACES.findall(text) if one[0] not in "&(") == places
        assert ("&" in source) == ("&" in text), source


def test_the_catalogue_knows_every_text_of_the_code(tmp_path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    if not tool.exists():
        pytest.skip("pyside6-lupdate is not installed beside Python")
    sources = sorted(str(path) for path in (ROOT / "editor_app" / "gui").rglob("*.py"))
    fresh = tmp_path / "fresh.ts"
    subprocess.run([tool, *sources, "-ts", fresh], check=True, capture_output=True)
    in_code = {(context, source) for context, source, _ in _messages(fresh)}
    known = {
        (context, source) for context, source, _ in _messages(resource("translations/galley_ja.ts"))
    }
    assert in_code - known == set()


def test_the_window_speaks_japanese(qapp: QApplication) -> None:
    translators = i18n.install(qapp, "ja")
    try:
        assert QCoreApplication.translate("commands", "Save") == "保存"
        for context, source, translation in _messages(resource("translations/galley_ja.ts")):
            said = QCoreApplication.translate(context, source)
            assert said == translation.text or context == "dates"
    finally:
        for translator in translators:
            qapp.removeTranslator(translator)
        i18n.install(qapp, "en")
