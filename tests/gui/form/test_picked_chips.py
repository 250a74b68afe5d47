"""Lists whose items are proposed, and lists of numbers, dates and files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.gui.form.fields.chip import Chip
from editor_app.gui.form.fields.pick_list import PickList
from editor_app.gui.form.fields.picks import label_of
from tests.gui.form.described import MakeDescribed
from tests.gui.form.desk import Desk, keys

POST = "---\nfirst: 1\nboats: {value} # keep\nlast: [z]\n---\nBody\n"
CHOICES = """boats = { kind = "list", item = "choice", most = 3, choices = [
    { value = "ferry", label = "連絡船" }, { value = "trawler", label = "Trawler" },
    { value = "dinghy", label = "Dinghy" }, { value = 7, label = "No 7" } ] }"""


def post(value: str) -> str:
    return POST.replace("{value}", value)


def chips(form: Desk) -> list[str]:
    return [chip.text() for chip in form.pane.findChildren(Chip) if "boats" in chip.objectName()]


def picks(form: Desk) -> PickList:
    return form.findChildren(PickList)[0]


def shown(form: Desk) -> list[str]:
    return [label_of(choice) for choice in picks(form).model.choices]


def test_typing_filters_and_return_adds(described: MakeDescribed) -> None:
    form = described(post("[ferry]"), CHOICES)
    line = form.field("boats", QLineEdit)
    line.setFocus()
    keys(line, "i")
    assert shown(form) == ["Dinghy"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("[ferry, dinghy]")
    assert chips(form) == ["連絡船", "Dinghy"]
    keys(line, "no")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("[ferry, dinghy, 7]")
    assert "3 / 3" in form.words()
    form.document.undo()
    assert form.text == post("[ferry, dinghy]")


def test_down_shows_all_with_the_chosen_ticked(described: MakeDescribed) -> None:
    form = described(post("[ferry]"), CHOICES)
    line = form.field("boats", QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert shown(form) == ["連絡船", "Trawler", "Dinghy", "No 7"]
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("[ferry, trawler]")
    assert picks(form).is_open
    QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("[trawler]")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not picks(form).is_open


def test_labels_are_pasted_as_values(described: MakeDescribed) -> None:
    form = described(post("[]"), CHOICES)
    line = form.field("boats", QLineEdit)
    line.setFocus()
    QGuiApplication.clipboard().setText("連絡船、Trawler, trawler\nother")
    QTest.keySequence(line, "Ctrl+V")
    assert form.text == post("[ferry, trawler, other]")
    assert "other is not one of the choices" in form.words()


def test_what_is_none_of_them_stays_and_can_be_changed(described: MakeDescribed) -> None:
    form = described(post("[canoe, ferry]"), CHOICES)
    assert chips(form) == ["canoe", "連絡船"]
    assert "canoe is not one of the choices" in form.words()
    assert form.text == post("[canoe, ferry]")
    line = form.field("boats", QLineEdit)
    line.setFocus()
    keys(line, "kayak")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("[canoe, ferry, kayak]")


def test_a_begun_filter_is_not_added_by_leaving(described: MakeDescribed) -> None:
    form = described(post("[ferry]"), CHOICES)
    line = form.field("boats", QLineEdit)
    line.setFocus()
    keys(line, "traw")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert form.text == post("[ferry]")
    line.setFocus()
    keys(line, "trawler")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert form.text == post("[ferry, trawler]")


def test_tags_are_proposed_and_free(described: MakeDescribed) -> None:
    fields = 'boats = { kind = "list", choices = ["harbour", "ferry"], open-choices = true }'
    form = described(post("[harbour]"), fields)
    line = form.field("boats", QLineEdit)
    line.setFocus()
    keys(line, "fe")
    assert shown(form) == ["ferry"]
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("[harbour, fe]")
    keys(line, "fer")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("[harbour, fe, ferry]")
    assert "not one of" not in form.words()


@pytest.mark.parametrize(
    ("item", "before", "typed", "after"),
    [
        ("number", "[1]", "2.5", "[1, 2.5]"),
        ("number", "[]", "3", "[3]"),
        ("number", "[1]", "many", "[1, many]"),
        ("line", "[a]", "3", '[a, "3"]'),
        ("date", "[]", "2026-01-02", "[2026-01-02]"),
        ("date", '["2026-01-01"]', "2026-01-02", '["2026-01-01", "2026-01-02"]'),
        ("date", "[]", "soon", "[soon]"),
    ],
)
def test_items_are_written_as_what_they_are(
    described: MakeDescribed, item: str, before: str, typed: str, after: str
) -> None:
    form = described(post(before), f'boats = {{ kind = "list", item = "{item}" }}')
    line = form.field("boats", QLineEdit)
    line.setFocus()
    keys(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post(after)


def test_the_same_number_may_stand_twice_where_the_site_says_so(described: MakeDescribed) -> None:
    form = described(post("[1]"), 'boats = { kind = "list", item = "number", unique = false }')
    line = form.field("boats", QLineEdit)
    line.setFocus()
    keys(line, "1")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("[1, 1]")


@pytest.mark.parametrize(
    ("value", "hint", "severity"),
    [("[a]", "1 / 3", "warning"), ("[a, b]", "2 / 3", ""), ("[a, b, c, d]", "4 / 3", "error")],
)
def test_the_count_stands_beside_its_bounds(
    described: MakeDescribed, value: str, hint: str, severity: str
) -> None:
    form = described(post(value), 'boats = { kind = "list", least = 2, most = 3 }')
    assert hint in form.words()
    rows = form.pane._rows.rows
    assert rows[("boats",)].head.hint.property("severity") == severity


def test_items_that_lead_to_a_data_file_have_its_names(
    described: MakeDescribed, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "people.yml").write_text("mio: {name: Mio}\nharu: {name: 春}\n", "utf-8")
    fields = 'boats = { kind = "list", item = "relation", file = "people.yml" }'
    form = described(post("[haru, x]"), fields)
    qtbot.waitUntil(lambda: chips(form) == ["春", "x"])
    line = form.field("boats", QLineEdit)
    line.setFocus()
    keys(line, "Mi")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("[haru, x, mio]")
