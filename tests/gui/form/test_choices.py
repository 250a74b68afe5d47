"""One of several values: in sight, or found by typing; what is none of them stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from editor_app.gui.form.fields.choice import ChoiceField
from editor_app.gui.form.fields.pick_list import PickList
from editor_app.gui.form.fields.picks import label_of
from editor_app.gui.form.fields.segments import Segments
from tests.gui.form.described import MakeDescribed
from tests.gui.form.desk import Desk, keys

POST = "---\nfirst: 1\nstatus: {value}   # keep\nlast: [z]\n---\nBody\n"
FEW = 'status = { choices = ["draft", "review", "published"] }'
LABELS = """status = { choices = [
    { value = "draft", label = "下書き" }, { value = "published", label = "公開" } ] }"""
MANY = """status = { choices = [
    { value = "calm", label = "Calm sea", help = "no wind" },
    { value = "rough", label = "Rough sea" },
    { value = "fog", label = "Fog" },
    { value = "ice", label = "Ice" },
    { value = "festival", label = "Festival" } ] }"""


def post(value: str) -> str:
    return POST.replace("{value}", value)


def picks(form: Desk) -> PickList:
    return form.findChildren(PickList)[0]


def shown(form: Desk) -> list[str]:
    return [label_of(choice) for choice in picks(form).model.choices]


# --- in sight


def test_arrows_choose_among_few(described: MakeDescribed) -> None:
    form = described(post("draft"), FEW)
    field = form.field("status", Segments)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Right)
    assert form.text == post("review")
    QTest.keyClick(field, Qt.Key.Key_End)
    assert form.text == post("published")
    QTest.keyClick(field, Qt.Key.Key_Right)
    assert form.text == post("published")
    QTest.keyClicks(field, "d")
    assert form.text == post("draft")
    form.document.undo()
    assert form.text == post("published")


def test_what_is_none_of_few_is_shown_again_where_the_text_refuses_another(
    described: MakeDescribed,
) -> None:
    text = "---\nstatus: &own wild\nmore: *own\n---\n"
    form = described(text, FEW)
    field = form.field("status", Segments)
    field.setFocus()
    QTest.keyClicks(field, "d")
    assert form.text == text
    assert "Not written" in form.words()
    assert field.currentText() == "wild"


def test_the_notation_stays(described: MakeDescribed) -> None:
    form = described(post("'draft'"), FEW)
    field = form.field("status", Segments)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Right)
    assert form.text == post("'review'")


def test_a_label_is_shown_and_its_value_written(described: MakeDescribed) -> None:
    form = described(post("draft"), LABELS)
    field = form.field("status", Segments)
    assert field.currentText() == "下書き"
    box = field._box(1).center().toPoint()
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=box)
    assert form.text == post("published")
    assert "published" in form.words()


def test_what_is_none_of_them_has_a_segment_and_a_mark(described: MakeDescribed) -> None:
    form = described(post("Draft"), FEW)
    field = form.field("status", Segments)
    assert field.currentText() == "Draft"
    assert "Not one of the choices" in form.words()
    assert form.text == post("Draft")
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Home)
    form.analyse()
    assert form.text == post("draft")
    assert [field.itemText(i) for i in range(field.count())] == ["draft", "review", "published"]
    assert "Not one" not in form.words()


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_nothing_can_be_chosen_where_nothing_is_required(
    described: MakeDescribed, key: Qt.Key
) -> None:
    form = described(post("draft"), FEW)
    field = form.field("status", Segments)
    field.setFocus()
    QTest.keyClick(field, key)
    assert form.text == post("null")
    required = described(post("draft"), FEW.replace("{ ch", "{ required = true, ch"))
    field = required.field("status", Segments)
    field.setFocus()
    QTest.keyClick(field, key)
    assert required.text == post("draft")


@pytest.mark.parametrize(
    ("choices", "value", "after"),
    [
        ("[1, 2, 3]", "1", "2"),
        ("[true, false]", "true", "false"),
        ('[true, "some"]', "TRUE", "some"),
        ("[0.5, 1.5]", "0.5", "1.5"),
        ("[2026-01-01, 2027-01-01]", "2026-01-01", "2027-01-01"),
    ],
)
def test_values_that_are_no_text(
    described: MakeDescribed, choices: str, value: str, after: str
) -> None:
    form = described(post(value), f"status = {{ choices = {choices} }}")
    field = form.field("status", Segments)
    assert field.currentIndex() == 0
    assert "Not one" not in form.words()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Right)
    assert form.text == post(after)


# --- found by typing


def test_typing_filters_and_return_takes(described: MakeDescribed) -> None:
    form = described(post("calm"), MANY)
    line = form.field("status", QLineEdit)
    assert line.text() == "Calm sea"
    line.setFocus()
    line.selectAll()
    keys(line, "fe")
    assert shown(form) == ["Festival"]
    assert form.text == post("calm")
    form.analyse()
    assert line.text() == "fe"
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("festival")
    assert line.text() == "Festival"
    assert not picks(form).is_open


def test_arrows_go_through_the_list(described: MakeDescribed) -> None:
    form = described(post("calm"), MANY)
    line = form.field("status", QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert shown(form) == ["—", "Calm sea", "Rough sea", "Fog", "Ice", "Festival"]
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("fog")
    QTest.keyClick(line, Qt.Key.Key_Down)
    for _ in range(3):
        QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("null")


def test_escape_and_leaving_change_nothing(described: MakeDescribed) -> None:
    form = described(post("calm"), MANY)
    line = form.field("status", QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not picks(form).is_open
    line.selectAll()
    keys(line, "fes")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert form.text == post("calm")
    assert line.text() == "Calm sea"


def test_leaving_takes_what_is_exactly_a_choice(described: MakeDescribed) -> None:
    form = described(post("calm"), MANY)
    line = form.field("status", QLineEdit)
    line.setFocus()
    line.selectAll()
    keys(line, "fog")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert form.text == post("fog")


def test_every_value_can_still_be_written(described: MakeDescribed) -> None:
    form = described(post("storm"), MANY)
    line = form.field("status", QLineEdit)
    assert line.text() == "storm"
    assert "Not one of the choices" in form.words()
    line.setFocus()
    line.selectAll()
    keys(line, "big storm")
    assert "Return writes it all the same" in "".join(
        each.foot.text() for each in form.findChildren(PickList)
    )
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("big storm")
    form.analyse()
    assert "Not one of the choices" in form.words()


def test_proposals_are_no_limit(described: MakeDescribed) -> None:
    fields = MANY.replace("status = {", "status = { open-choices = true,")
    form = described(post("storm"), fields)
    line = form.field("status", QLineEdit)
    assert "Not one" not in form.words()
    line.setFocus()
    line.selectAll()
    keys(line, "gale")
    assert form.text == post("gale")
    line.selectAll()
    keys(line, "fo")
    assert shown(form) == ["Fog"]
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("fog")


def test_the_list_lies_inside_of_the_window(described: MakeDescribed) -> None:
    form = described(post("calm"), MANY)
    form.resize(300, 240)
    line = form.field("status", QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert form.rect().contains(picks(form).geometry())
    form.pane.set_document(None, None)
    assert form.findChildren(ChoiceField) == []
