"""Lists as chips, objects, lists of objects."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QToolButton, QWidget

from editor_app.gui.form.fields.chip import DRAG_FORMAT, Chip
from editor_app.gui.form.fields.chip_area import ChipArea
from editor_app.gui.form.fields.item_input import parts_of
from tests.gui.form.desk import Desk, MakeDesk, compose, keys

POST = '---\ntitle: T\ntags: ["AI", "最新ニュース", "投資"] # all\n---\n'


def chips(form: Desk, path: str = "tags") -> list[str]:
    return [chip(form, i, path).text() for i in range(20) if has_chip(form, i, path)]


def has_chip(form: Desk, index: int, path: str = "tags") -> bool:
    found = form.pane.findChild(Chip, f"field:{path}.{index}")
    return isinstance(found, Chip) and found.isVisible()


def chip(form: Desk, index: int, path: str = "tags") -> Chip:
    found = form.pane.findChild(Chip, f"field:{path}.{index}")
    assert isinstance(found, Chip)
    return found


def tags(form: Desk) -> list[object]:
    value = form.analysis().front_matter.value(("tags",))
    return value if isinstance(value, list) else [value]


def focus(widget: QWidget) -> None:
    widget.setFocus()
    assert widget.hasFocus()


def test_chips_show_the_items(desk: MakeDesk) -> None:
    form = desk(POST)
    assert chips(form) == ["AI", "最新ニュース", "投資"]
    assert chip(form, 1).accessibleName() == "最新ニュース, item 2 of 3"


def test_return_adds_an_item(desk: MakeDesk) -> None:
    form = desk(POST)
    line = form.field("tags", QLineEdit)
    focus(line)
    keys(line, "チップ")
    assert form.text == POST
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == POST.replace('"投資"]', '"投資", "チップ"]')
    assert (line.text(), line.hasFocus(), chips(form)[-1]) == ("", True, "チップ")
    assert form.document.undo_name == "tags"


@pytest.mark.parametrize("separator", [",", "、", "，"])
def test_a_comma_adds_an_item(desk: MakeDesk, separator: str) -> None:
    form = desk(POST)
    line = form.field("tags", QLineEdit)
    focus(line)
    keys(line, f"a{separator}b")
    assert tags(form)[3:] == ["a"]
    assert line.text() == "b"


def test_a_composed_comma_adds_when_it_is_committed(desk: MakeDesk) -> None:
    form = desk(POST)
    line = form.field("tags", QLineEdit)
    focus(line)
    compose(line, "ちっぷ、")
    assert form.text == POST
    compose(line, "", "チップ、")
    assert tags(form)[3:] == ["チップ"]
    assert line.text() == ""


def test_leaving_the_input_adds_what_was_begun(desk: MakeDesk) -> None:
    form = desk(POST)
    line = form.field("tags", QLineEdit)
    focus(line)
    keys(line, "x")
    form.view.setFocus()
    assert tags(form)[3:] == ["x"]


def test_finish_adds_what_was_begun(desk: MakeDesk) -> None:
    form = desk(POST)
    line = form.field("tags", QLineEdit)
    focus(line)
    keys(line, "x")
    form.pane.finish()
    assert tags(form)[3:] == ["x"]


def test_pasting_many_adds_each_once_in_one_step(desk: MakeDesk) -> None:
    form = desk(POST)
    line = form.field("tags", QLineEdit)
    focus(line)
    QGuiApplication.clipboard().setText("a, b、AI\n b\tc")
    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert tags(form)[3:] == ["a", "b", "c"]
    form.document.undo()
    assert form.text == POST


def test_what_is_there_is_not_added_twice(desk: MakeDesk) -> None:
    form = desk(POST)
    line = form.field("tags", QLineEdit)
    focus(line)
    keys(line, "AI,")
    assert form.text == POST
    assert "Already in the list" in form.words()


def test_backspace_removes_the_last(desk: MakeDesk) -> None:
    form = desk(POST)
    line = form.field("tags", QLineEdit)
    focus(line)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    assert form.text == POST.replace(', "投資"', "")
    assert chips(form) == ["AI", "最新ニュース"]


def test_a_chip_is_removed_by_key_and_by_its_cross(desk: MakeDesk) -> None:
    form = desk(POST)
    focus(chip(form, 0))
    QTest.keyClick(chip(form, 0), Qt.Key.Key_Delete)
    assert tags(form) == ["最新ニュース", "投資"]
    assert chip(form, 0).hasFocus()
    at = chip(form, 1).rect().center() + QPoint(chip(form, 1).width() // 2 - 6, 0)
    QTest.mouseClick(chip(form, 1), Qt.MouseButton.LeftButton, pos=at)
    assert tags(form) == ["最新ニュース"]


def test_alt_and_arrows_move_an_item(desk: MakeDesk) -> None:
    form = desk(POST)
    focus(chip(form, 0))
    QTest.keyClick(chip(form, 0), Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert form.text == '---\ntitle: T\ntags: ["最新ニュース", "AI", "投資"] # all\n---\n'
    assert chip(form, 1).hasFocus()
    QTest.keyClick(chip(form, 1), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(chip(form, 0), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert form.text == POST


def test_arrows_go_from_chip_to_chip(desk: MakeDesk) -> None:
    form = desk(POST)
    line = form.field("tags", QLineEdit)
    focus(line)
    QTest.keyClick(line, Qt.Key.Key_Left)
    assert chip(form, 2).hasFocus()
    QTest.keyClick(chip(form, 2), Qt.Key.Key_Left)
    assert chip(form, 1).hasFocus()


def test_a_dropped_chip_moves(desk: MakeDesk) -> None:
    form = desk(POST)
    area = chip(form, 0).parentWidget()
    assert isinstance(area, ChipArea)
    assert area.index_at(chip(form, 0).geometry().topLeft()) == 0
    assert area.index_at(chip(form, 2).geometry().bottomRight()) == 3
    data = QMimeData()
    data.setData(DRAG_FORMAT, b"0")
    at = QPointF(chip(form, 2).geometry().bottomRight())
    event = QDropEvent(
        at,
        Qt.DropAction.MoveAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    area.dropEvent(event)
    assert tags(form) == ["最新ニュース", "投資", "AI"]


def test_an_item_is_edited_in_its_place(desk: MakeDesk) -> None:
    form = desk(POST)
    focus(chip(form, 0))
    QTest.keyClick(chip(form, 0), Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "AI"
    keys(editor, "人工知能")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert form.text == POST.replace("AI", "人工知能")
    assert chip(form, 0).isVisible()
    assert chip(form, 0).hasFocus()


def test_escape_leaves_an_item_as_it_was(desk: MakeDesk) -> None:
    form = desk(POST)
    focus(chip(form, 0))
    QTest.keyClick(chip(form, 0), Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    keys(editor, "x")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert form.text == POST
    assert chip(form, 0).hasFocus()


def test_block_lists_stay_block_lists(desk: MakeDesk) -> None:
    text = "---\ntitle: T\ntags:\n  - a # first\n  - b\nx: 1\n---\n"
    form = desk(text)
    line = form.field("tags", QLineEdit)
    focus(line)
    keys(line, "c,")
    assert form.text == text.replace("  - b\n", "  - b\n  - c\n")


def test_numbers_in_a_list_stay_numbers(desk: MakeDesk) -> None:
    text = "---\ntitle: T\nyears: [2023, 2024]\n---\n"
    form = desk(text)
    line = form.field("years", QLineEdit)
    focus(line)
    keys(line, "2025,")
    assert form.text == text.replace("2024", "2024, 2025")
    assert chips(form, "years") == ["2023", "2024", "2025"]


@pytest.mark.parametrize("value", ["", " []", " ~"])
def test_a_list_begins_where_nothing_stands(desk: MakeDesk, value: str) -> None:
    form = desk(f"---\ntitle: T\ntags:{value}\n---\n")
    line = form.field("tags", QLineEdit)
    focus(line)
    keys(line, "春,夏,")
    assert tags(form) == ["春", "夏"]


def test_parts() -> None:
    assert parts_of("a, b、 c") == (["a", "b"], "c")
    assert parts_of("、,\n") == ([], "")
    assert parts_of("one two") == ([], "one two")


# --- objects

OBJECTS = """---
title: T
author:
  name: 編集部 # who
  url: https://example.com/
sources:
  - name: 日経
    year: 2024
  - name: Reuters
    year: 2025
---
"""


def test_nested_fields_edit_their_own_span(desk: MakeDesk) -> None:
    form = desk(OBJECTS)
    line = form.field("author.name", QLineEdit)
    focus(line)
    QTest.keyClick(line, Qt.Key.Key_End)
    keys(line, "員")
    assert form.text == OBJECTS.replace("編集部", "編集部員")
    line = form.field("sources.1.year", QLineEdit)
    focus(line)
    QTest.keyClick(line, Qt.Key.Key_End)
    QTest.keyClick(line, Qt.Key.Key_Backspace)
    keys(line, "6")
    assert "    year: 2026\n" in form.text
    form.analyse()
    assert form.field("sources.1.year", QLineEdit) is line


def card_button(form: Desk, index: int, name: str) -> QToolButton:
    card = form.pane.findChild(QWidget, f"card:sources.{index}")
    assert card is not None
    return next(b for b in card.findChildren(QToolButton) if b.accessibleName().startswith(name))


def test_cards_move_and_go(desk: MakeDesk) -> None:
    form = desk(OBJECTS)
    QTest.mouseClick(card_button(form, 1, "Move up"), Qt.MouseButton.LeftButton)
    assert form.text.index("Reuters") < form.text.index("日経")
    assert form.field("sources.0.name", QLineEdit).text() == "Reuters"
    QTest.mouseClick(card_button(form, 0, "Remove"), Qt.MouseButton.LeftButton)
    assert "Reuters" not in form.text
    assert form.analysis().front_matter.value(("sources",)) == [{"name": "日経", "year": 2024}]
    form.document.undo()
    form.document.undo()
    assert form.text == OBJECTS


def test_a_new_card_has_the_keys_of_the_last(desk: MakeDesk) -> None:
    form = desk(OBJECTS)
    QTest.mouseClick(form.field("sources", QPushButton), Qt.MouseButton.LeftButton)
    assert form.analysis().front_matter.value(("sources", 2)) == {"name": "", "year": ""}
    line = form.field("sources.2.name", QLineEdit)
    assert line.hasFocus()
    keys(line, "朝日")
    assert form.analysis().front_matter.value(("sources", 2, "name")) == "朝日"
