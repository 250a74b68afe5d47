"""What is typed in a field changes its value and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from tests.gui.form.desk import MakeDesk, compose, type_into

POST = "---\nlayout: post\ntitle:  Old   # short!\ndate: 2025-11-23 12:54:57 +0000\n---\n\nBody\n"


def test_typing_a_title_writes_each_key(desk: MakeDesk) -> None:
    form = desk(POST)
    type_into(form.field("title", QLineEdit), "er")
    assert form.text == POST.replace("Old ", "Older ")


def test_the_bytes_around_stay(desk: MakeDesk) -> None:
    data = '\ufeff---\r\ntitle: "A"\r\nnote:\tb\u00a0c\r---\r\nBody\u2028\r'.encode()
    form = desk(data)
    type_into(form.field("title", QLineEdit), "あ")
    assert form.data == data.replace(b'"A"', '"Aあ"'.encode())


def test_the_seed_post_keeps_every_other_byte(desk: MakeDesk) -> None:
    seed = Path(__file__).parents[3] / "resources" / "sample"
    posts = sorted(seed.rglob("*.md"))
    assert posts
    for post in posts:
        data = post.read_bytes()
        form = desk(data)
        if "title" not in form.fields():
            continue
        before = form.text
        type_into(form.field("title", QLineEdit), "!")
        assert len(form.text) in range(len(before) + 1, len(before) + 4)
        form.document.undo()
        assert form.data == data


def test_typing_stays_one_undo_step_and_has_the_fields_name(desk: MakeDesk) -> None:
    form = desk(POST)
    type_into(form.field("title", QLineEdit), "er one")
    assert form.document.undo_name == "title"
    form.document.undo()
    assert form.text == POST
    assert form.document.undo_name is None


def test_another_field_is_another_step(desk: MakeDesk) -> None:
    form = desk(POST)
    type_into(form.field("title", QLineEdit), "x")
    type_into(form.field("layout", QLineEdit), "y")
    form.document.undo()
    assert form.text == POST.replace("Old ", "Oldx ")


def test_coming_back_to_a_field_begins_a_step(desk: MakeDesk) -> None:
    form = desk(POST)
    type_into(form.field("title", QLineEdit), "x")
    form.view.setFocus()
    type_into(form.field("title", QLineEdit), "y")
    form.document.undo()
    assert form.text == POST.replace("Old ", "Oldx ")


@pytest.mark.parametrize("path", ["title", "excerpt"])
def test_undo_by_key_is_the_documents(desk: MakeDesk, path: str) -> None:
    text = POST.replace("date:", "excerpt: long\ndate:")
    form = desk(text)
    field = form.field(path, QWidget)
    type_into(field, "er")
    form.analyse()
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.text == text
    shown = field.text() if isinstance(field, QLineEdit) else field.property("plainText")
    assert shown == ("Old" if path == "title" else "long")
    QTest.keyClick(
        field,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert form.text != text


def test_typing_on_after_undo_goes_on_from_what_is_shown(desk: MakeDesk) -> None:
    form = desk(POST)
    field = form.field("title", QLineEdit)
    type_into(field, "er")
    QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "!")
    assert form.text == POST.replace("Old ", "Old! ")


def test_the_editors_caret_and_scroll_stay(desk: MakeDesk) -> None:
    form = desk(POST + "line\n" * 500)
    cursor = form.view.textCursor()
    at = form.text.index("Body")
    cursor.setPosition(at)
    cursor.setPosition(at + 4, cursor.MoveMode.KeepAnchor)
    form.view.setTextCursor(cursor)
    form.view.verticalScrollBar().setValue(200)
    type_into(form.field("title", QLineEdit), "er")
    form.analyse()
    assert form.view.textCursor().selectedText() == "Body"
    assert form.view.verticalScrollBar().value() == 200


def test_an_analysis_never_touches_the_field_that_is_typed_in(desk: MakeDesk) -> None:
    form = desk(POST)
    field = form.field("title", QLineEdit)
    field.setFocus()
    field.setCursorPosition(1)
    QTest.keyClicks(field, "X")
    early = form.analysis()
    QTest.keyClicks(field, "Y")
    form.pane.show_analysis(early)
    assert (field.text(), field.cursorPosition()) == ("OXYld", 3)
    form.analyse()
    assert form.field("title", QLineEdit) is field
    assert (field.text(), field.cursorPosition()) == ("OXYld", 3)
    assert field.hasFocus()


def test_a_change_in_the_editor_comes_with_the_analysis(desk: MakeDesk) -> None:
    form = desk(POST)
    field = form.field("title", QLineEdit)
    form.edit_text("Old", "New 題")
    assert form.field("title", QLineEdit) is field
    assert field.text() == "New 題"


def test_nothing_is_written_while_an_input_method_composes(desk: MakeDesk) -> None:
    form = desk(POST)
    field = form.field("title", QLineEdit)
    field.setFocus()
    field.selectAll()
    version = form.document.version
    for preedit in ("h", "へ", "へん", "編", "編集"):
        compose(field, preedit)
        form.analyse()
        assert form.document.version == version
    compose(field, "", "編集")
    assert form.text == POST.replace("Old ", "編集 ")
    assert field.text() == "編集"


def test_a_cancelled_composition_writes_what_it_took_away(desk: MakeDesk) -> None:
    form = desk(POST)
    field = form.field("title", QLineEdit)
    field.setFocus()
    field.setCursorPosition(3)
    compose(field, "へん")
    compose(field, "")
    assert form.text == POST


def test_composing_in_a_paragraph(desk: MakeDesk) -> None:
    text = POST.replace("date:", "excerpt: これ\ndate:")
    form = desk(text)
    field = form.field("excerpt", QPlainTextEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    version = form.document.version
    compose(field, "は")
    form.analyse()
    assert form.document.version == version
    compose(field, "", "は")
    assert form.text == text.replace("これ", "これは")


def test_a_paragraph_takes_line_breaks_and_grows(desk: MakeDesk) -> None:
    text = POST.replace("date:", 'excerpt: "one"\ndate:')
    form = desk(text)
    field = form.field("excerpt", QPlainTextEdit)
    height = field.height()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QTest.keyClicks(field, "two")
    form.analyse()
    assert form.document.text != text
    assert form.analysis().front_matter.scalar_text("excerpt") == "one\ntwo"
    assert field.height() > height


def test_no_break_spaces_of_a_value_stay(desk: MakeDesk) -> None:
    text = '---\ntitle: T\nexcerpt: "a\u00a0b\u3000c"\n---\n'
    form = desk(text)
    type_into(form.field("excerpt", QPlainTextEdit), "d")
    assert form.text == text.replace('c"', 'cd"')


def test_a_mark_that_qt_swallows_is_not_taken_from_a_paragraph(desk: MakeDesk) -> None:
    text = '---\ndescription: "\\uFEFFmark"\n---\n'
    form = desk(text)
    field = form.field("description", QPlainTextEdit)
    assert field.isReadOnly()
    field.setFocus()
    form.pane.finish()
    assert form.text == text
    assert form.document.undo_name is None


def test_a_refused_edit_is_told_and_not_lost(desk: MakeDesk) -> None:
    text = "---\ntitle: T\nm: [[1], [2]]\n---\n"
    form = desk(text)
    field = form.field("m", QPlainTextEdit)
    type_into(field, "]")
    form.analyse()
    assert form.text == text
    assert field.toPlainText() == "[[1], [2]]]"
    assert "Not written" in form.words()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    assert form.text == text
    QTest.keyClick(field, Qt.Key.Key_Left)
    QTest.keyClicks(field, ", [3]")
    assert form.text == text.replace("[2]]", "[2], [3]]")


def test_an_absent_title_can_be_typed(desk: MakeDesk) -> None:
    form = desk("---\nlayout: post\n---\n")
    type_into(form.field("title", QLineEdit), "新しい")
    assert form.text == "---\nlayout: post\ntitle: 新しい\n---\n"


def test_toml_and_json(desk: MakeDesk) -> None:
    form = desk('+++\ntitle = "T" # c\n+++\n')
    type_into(form.field("title", QLineEdit), '"x')
    assert form.analysis().front_matter.scalar_text("title") == 'T"x'
    assert form.text.endswith(" # c\n+++\n")
    form = desk('{\n  "title": "T"\n}\n')
    type_into(form.field("title", QLineEdit), '"x')
    assert form.text == '{\n  "title": "T\\"x"\n}\n'
