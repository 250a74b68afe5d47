"""The form as a whole: which fields stand there, and what can be done with them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from editor_app.core.diagnostics import Fix
from editor_app.core.generator import Generator
from editor_app.core.site.find import Site
from editor_app.core.text.spans import Span
from editor_app.gui.form.field_row import FieldRow
from editor_app.gui.form.pane import FormPane
from editor_app.gui.theme import DARK, LIGHT
from tests.gui.form.desk import Desk, MakeDesk, keys, type_into

POST = "---\nlayout: post # l\ntitle: T\nmine: x\n---\n\nBody\n"


def button(form: Desk, words: str) -> QAbstractButton:
    found = [
        child
        for child in form.pane.findChildren(QAbstractButton)
        if child.isVisible() and words in (child.text() or child.accessibleName())
    ]
    assert found, f"no button {words!r} among {form.words()!r}"
    return found[0]


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def row(form: Desk, path: str) -> FieldRow:
    above = form.field(path, QWidget).parentWidget()
    while above is not None and not isinstance(above, FieldRow):
        above = above.parentWidget()
    assert isinstance(above, FieldRow)
    return above


def choose(form: Desk, path: str, words: str) -> None:
    """Open a field's menu by key and choose an action."""
    field = form.field(path, QWidget)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(action for action in menu.actions() if action.text().startswith(words))
    menu.setActiveAction(action)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()


# --- what stands there


def test_fields_stand_in_the_order_of_the_post(desk: MakeDesk) -> None:
    form = desk(POST)
    assert form.fields() == ["layout", "title", "mine"]
    assert "Jekyll · _posts" in form.words()
    assert form.field("title", QLineEdit).accessibleName() == "title, required"
    assert form.field("layout", QLineEdit).accessibleName() == "layout"


def test_nothing_open(qtbot: QtBot) -> None:
    pane = FormPane()
    qtbot.addWidget(pane)
    pane.show()
    words = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    assert "No post is open" in words
    pane.set_document(None, None)


def test_front_matter_can_be_added(desk: MakeDesk) -> None:
    form = desk("## 見出し: 一\n\nBody\n")
    assert form.fields() == []
    assert "This post has no front matter" in form.words()
    click(button(form, "Add front matter"))
    text = form.text
    assert text.startswith('---\nlayout: post\ntitle: "見出し: 一"\ndate: 20')
    assert text.endswith("---\n\n## 見出し: 一\n\nBody\n")
    assert form.field("title", QLineEdit).hasFocus()
    form.document.undo()
    assert form.text == "## 見出し: 一\n\nBody\n"
    assert "This post has no front matter" in form.words()


def test_unreadable_front_matter_says_why_and_where(desk: MakeDesk) -> None:
    form = desk(POST)
    places: list[Span] = []
    form.pane.place_requested.connect(places.append)
    form.edit_text("title: T", 'title: "T')
    assert "The front matter can't be read" in form.words()
    assert not form.field("title", QLineEdit).isEnabled()
    click(button(form, "Go to line"))
    assert len(places) == 1
    form.edit_text('title: "T', "title: New")
    assert "can't be read" not in form.words()
    assert form.field("title", QLineEdit).isEnabled()
    assert form.field("title", QLineEdit).text() == "New"


def test_a_post_that_opens_unreadable_never_gets_in_the_way(desk: MakeDesk) -> None:
    form = desk("---\ntitle: [\n---\nBody\n")
    assert form.fields() == []
    form.edit_text("Body", "Body and more")
    form.edit_text("[", "ok")
    assert form.fields() == ["title"]


def test_a_change_keeps_the_rows_and_the_focus(desk: MakeDesk) -> None:
    form = desk(POST)
    title, mine = form.field("title", QLineEdit), form.field("mine", QLineEdit)
    type_into(title, "x")
    at = title.cursorPosition()
    form.edit_text("layout", "first: 1\nlayout")
    assert form.fields() == ["first", "layout", "title", "mine"]
    assert form.field("title", QLineEdit) is title
    assert form.field("mine", QLineEdit) is mine
    assert title.hasFocus()
    assert title.cursorPosition() == at


def test_what_comes_above_does_not_move_the_field_that_is_typed_in(desk: MakeDesk) -> None:
    form = desk(POST.replace("mine: x", "\n".join(f"k{i}: {i}" for i in range(30))))
    field = form.field("k20", QLineEdit)
    form.pane.reveal("k20")
    QApplication.processEvents()
    before = field.mapTo(form.pane, field.rect().topLeft()).y()
    form.edit_text("layout", "first: 1\nlayout")
    assert field.hasFocus()
    assert field.mapTo(form.pane, field.rect().topLeft()).y() == before


def test_a_value_that_changes_its_kind_gets_its_widget(desk: MakeDesk) -> None:
    form = desk(POST)
    form.edit_text("mine: x", "mine: true")
    assert not isinstance(form.field("mine", QWidget), QLineEdit)
    form.edit_text("mine: true", "mine: [a]")
    assert form.field("mine", QLineEdit).text() == ""
    form.edit_text("mine: [a]", "mine: {a: b}")
    assert form.field("mine.a", QLineEdit).text() == "b"


def test_a_number_that_is_typed_stays_in_its_field(desk: MakeDesk) -> None:
    form = desk(POST.replace("mine: x", "mine: 8"))
    field = form.field("mine", QLineEdit)
    type_into(field, "x")
    form.analyse()
    assert form.field("mine", QLineEdit) is field
    assert "mine: 8x\n" in form.text
    assert "Not a number" in form.words()
    QTest.keyClick(field, Qt.Key.Key_Backspace)
    keys(field, ".50")
    assert "mine: 8.50\n" in form.text
    form.analyse()
    assert "Not a number" not in form.words()


def test_tab_goes_from_top_to_bottom(desk: MakeDesk) -> None:
    form = desk(POST)
    form.edit_text("mine: x", "tags: [a, b]\nmine: x\nauthor: {name: n}")
    form.edit_text("layout", "first: 1\nlayout")
    form.field("first", QLineEdit).setFocus()
    seen: list[str] = []
    for _ in range(40):
        focused = QApplication.focusWidget()
        if focused is None or not form.pane.isAncestorOf(focused):
            break
        seen.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    fields = [name.removeprefix("field:") for name in seen if name.startswith("field:")]
    assert fields == ["first", "layout", "title", "tags.0", "tags.1", "tags", "mine", "author.name"]
    tops = [
        widget.mapTo(form.pane, widget.rect().topLeft()).y()
        for name in seen
        if name and (widget := form.pane.findChild(QWidget, name)) is not None
    ]
    assert all(before <= after for before, after in itertools.pairwise(tops))


def test_every_control_has_a_name(desk: MakeDesk) -> None:
    text = "---\ntitle: T\nd: 2025-01-01 10:00\non: true\ntags: [a]\no: {a: 1}\nl: [{a: 1}]\n---\n"
    form = desk(text)
    for widget in form.pane.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            words = widget.text() if isinstance(widget, QAbstractButton) else ""
            assert widget.accessibleName() or words, widget


# --- keys


def test_a_field_is_offered_and_added(desk: MakeDesk) -> None:
    form = desk(POST)
    click(button(form, "+ tags"))
    assert form.text == POST.replace("mine: x\n", "mine: x\ntags: []\n")
    assert form.field("tags", QLineEdit).hasFocus()
    assert "+ tags" not in form.words()


def test_a_field_of_any_name_is_added(desk: MakeDesk) -> None:
    form = desk(POST)
    click(button(form, "+ Add field"))
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    keys(line, "読了")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "読了: " in form.text
    assert form.field("読了", QLineEdit).hasFocus()
    keys(form.field("読了", QLineEdit), "はい")
    assert form.analysis().front_matter.value(("読了",)) == "はい"


def test_a_known_field_begins_as_its_kind(desk: MakeDesk) -> None:
    form = desk(POST, Generator.HUGO)
    for name in ("draft", "weight", "date", "params"):
        form.pane.reveal(name)
        line = QApplication.focusWidget()
        assert isinstance(line, QLineEdit)
        assert line.text() == name
        QTest.keyClick(line, Qt.Key.Key_Return)
    values = form.analysis().front_matter.values()
    assert (values["draft"], values["weight"], values["params"]) == (False, 0, {})
    assert "date: 20" in form.text
    assert "\n---\n\nBody\n" in form.text


def test_a_name_that_is_there_is_refused_and_kept(desk: MakeDesk) -> None:
    form = desk(POST)
    click(button(form, "+ Add field"))
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    keys(line, "mine")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == POST
    assert line.text() == "mine"
    assert "mine" in form.words()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert not line.isVisible()


def test_a_key_is_renamed(desk: MakeDesk) -> None:
    form = desk(POST)
    choose(form, "mine", "Rename")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.text() == "mine"
    keys(line, "ours")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == POST.replace("mine", "ours")
    assert form.fields() == ["layout", "title", "ours"]
    assert form.field("ours", QLineEdit).hasFocus()


def test_a_key_can_not_take_anothers_name(desk: MakeDesk) -> None:
    form = desk(POST)
    choose(form, "mine", "Rename")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    keys(line, "title")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == POST
    assert "Not written" in form.words()


def test_alt_and_arrows_move_a_field(desk: MakeDesk) -> None:
    form = desk(POST)
    field = form.field("mine", QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert form.text == "---\nmine: x\nlayout: post # l\ntitle: T\n---\n\nBody\n"
    assert form.fields() == ["mine", "layout", "title"]
    assert form.field("mine", QLineEdit).hasFocus()
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert form.text == POST


def test_a_field_is_removed(desk: MakeDesk) -> None:
    form = desk(POST)
    choose(form, "mine", "Remove")
    assert form.text == POST.replace("mine: x\n", "")
    assert form.fields() == ["layout", "title"]
    form.document.undo()
    form.analyse()
    assert form.fields() == ["layout", "title", "mine"]


def test_show_in_text_gives_the_place(desk: MakeDesk) -> None:
    form = desk(POST)
    places: list[Span] = []
    form.pane.place_requested.connect(places.append)
    choose(form, "mine", "Show in text")
    assert [span.of(form.text) for span in places] == ["mine: x"]


# --- problems


def test_problems_stand_under_their_field_with_their_fix(desk: MakeDesk) -> None:
    form = desk(POST.replace("title: T", 'title: "# T"'))
    fixes: list[Fix] = []
    form.pane.fix_requested.connect(fixes.append)
    words = [line for line in form.words().splitlines() if "heading mark" in line]
    assert len(words) == 2
    click(button(form, "Remove the heading mark"))
    assert len(fixes) == 1
    assert form.field("title", QLineEdit).accessibleDescription().count("heading mark") == 1


def test_return_applies_the_fix_unless_the_title_was_typed_in(desk: MakeDesk) -> None:
    form = desk(POST.replace("title: T", 'title: "# T"'))
    fixes: list[Fix] = []
    form.pane.fix_requested.connect(fixes.append)
    field = form.field("title", QLineEdit)
    type_into(field, "x")
    form.analyse()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert fixes == []
    form.view.setFocus()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(fixes) == 1


def test_a_fix_of_an_older_text_waits_for_the_analysis(desk: MakeDesk) -> None:
    form = desk(POST.replace("title: T", 'title: "# T"'))
    fixes: list[Fix] = []
    form.pane.fix_requested.connect(fixes.append)
    form.view.insertPlainText("")
    cursor = form.view.textCursor()
    cursor.setPosition(form.text.index("mine"))
    cursor.insertText("more: 1\n")
    click(button(form, "Remove the heading mark"))
    assert fixes == []
    form.analyse()
    assert [fix.edits[0].span.of(form.text) for fix in fixes] != [""]
    assert form.document.apply(fixes[0].edits, form.document.version, "fix") is None
    assert 'title: "T"' in form.text or "title: T" in form.text


def test_a_key_that_stands_twice_says_so(desk: MakeDesk) -> None:
    form = desk("---\ntitle: A\ntitle: B\n---\n")
    assert form.fields() == ["title"]
    assert form.field("title", QLineEdit).text() == "B"
    assert "stands twice" in form.words()
    type_into(form.field("title", QLineEdit), "!")
    assert form.text == "---\ntitle: A\ntitle: B!\n---\n"


# --- dates and switches


def test_a_date_keeps_its_notation(desk: MakeDesk) -> None:
    text = POST.replace("mine: x", "date: 2025-11-23 12:54:57 +0000")
    form = desk(text)
    field = form.field("date", QLineEdit)
    field.setFocus()
    field.setSelection(8, 2)
    keys(field, "24")
    assert form.text == text.replace("-23 12", "-24 12")
    assert "UTC" in form.words()
    field.clear()
    keys(field, "someday")
    form.analyse()
    assert "date: someday\n" in form.text


def test_the_calendar_rewrites_the_parts(desk: MakeDesk) -> None:
    text = POST.replace("mine: x", 'date: 2025-11-23 12:54 +09:00\nat: "2024-5-1"')
    form = desk(text)
    click(button(form, "Choose a date for date"))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    calendar = popup.findChild(QWidget, "fieldCalendar")
    assert calendar is not None
    view = calendar.findChild(QWidget, "qt_calendar_calendarview")
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert form.text == text.replace("2025-11-23", "2025-11-24")
    popup.close()
    QApplication.processEvents()
    assert form.field("date", QLineEdit).text() == "2025-11-24 12:54 +09:00"


@pytest.mark.parametrize(
    ("before", "after"), [("true", "false"), ("False", "True"), ("TRUE", "FALSE")]
)
def test_a_switch_writes_in_the_posts_manner(desk: MakeDesk, before: str, after: str) -> None:
    text = POST.replace("mine: x", f"mine: {before} # why")
    form = desk(text)
    field = form.field("mine", QAbstractButton)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert form.text == text.replace(before, after)
    QTest.keyClick(field, Qt.Key.Key_Space)
    assert form.text == text


def test_yes_is_text_as_readers_differ(desk: MakeDesk) -> None:
    form = desk(POST.replace("mine: x", "mine: yes"))
    assert form.field("mine", QLineEdit).text() == "yes"


# --- the rest


def test_reveal_goes_to_the_field(desk: MakeDesk) -> None:
    form = desk(
        POST.replace("mine: x", "a: {b: {c: d}}\n" + "\n".join(f"k{i}: 1" for i in range(40)))
    )
    form.pane.reveal("a.b.c")
    assert form.field("a.b.c", QLineEdit).hasFocus()
    form.pane.reveal("k39")
    QApplication.processEvents()
    assert form.field("k39", QLineEdit).hasFocus()
    assert not form.field("k39", QLineEdit).visibleRegion().isEmpty()
    form.pane.reveal("...")


def test_another_document_is_shown_from_its_top(desk: MakeDesk) -> None:
    form = desk(POST)
    other = desk("---\ntitle: Other\n---\n")
    form.pane.set_document(other.document, other.context)
    assert form.fields() == ["title"]
    assert form.field("title", QLineEdit).text() == "Other"
    type_into(form.field("title", QLineEdit), "!")
    assert form.text == POST
    assert other.text == "---\ntitle: Other!\n---\n"
    form.pane.set_document(None, None)
    assert form.fields() == []


def test_the_theme_changes_while_open(desk: MakeDesk) -> None:
    form = desk(POST)
    form.pane.show_theme(LIGHT)
    light = form.pane.grab().toImage()
    form.pane.show_theme(DARK)
    assert form.pane.grab().toImage() != light


def test_many_keys_do_not_make_a_slow_form(desk: MakeDesk) -> None:
    form = desk("---\ntitle: T\n" + "\n".join(f"k{i}: 1" for i in range(400)) + "\n---\n")
    assert "251 more fields stand in the text" in form.words()
    area = form.pane.findChild(QScrollArea, "formScroll")
    assert area is not None
    assert area.verticalScrollBar().maximum() > 0
    assert area.horizontalScrollBar().maximum() == 0
    assert isinstance(button(form, "+ Add field"), QPushButton)


def test_a_paragraph_is_never_squeezed(desk: MakeDesk) -> None:
    long = "年に二度だけ、灯台のガラスを外側から磨く日がある。" * 3
    form = desk(f"---\ntitle: T\nexcerpt: {long}\nauthor: {{a: 1, b: 2, c: 3}}\n---\n")
    form.resize(320, 260)
    QApplication.processEvents()
    field = form.field("excerpt", QPlainTextEdit)
    frame = field.parentWidget()
    assert frame is not None
    assert field.height() > 2 * field.fontMetrics().lineSpacing()
    assert frame.height() >= field.height()


def test_what_was_begun_goes_to_its_own_post(desk: MakeDesk) -> None:
    form = desk("---\ntitle: T\ntags: [a]\n---\n")
    other = desk("---\ntitle: Other\ntags: [b]\n---\n")
    form.activateWindow()
    line = form.field("tags", QLineEdit)
    line.setFocus()
    keys(line, "begun")
    form.pane.set_document(other.document, other.context)
    assert form.text == "---\ntitle: T\ntags: [a, begun]\n---\n"
    assert other.text == "---\ntitle: Other\ntags: [b]\n---\n"
    assert form.field("tags", QLineEdit) is line
    assert line.text() == ""
    assert form.field("title", QLineEdit).text() == "Other"


def test_a_refused_text_does_not_go_to_another_post(desk: MakeDesk) -> None:
    form = desk("---\ntitle: T\nm: [[1]]\n---\n")
    type_into(form.field("m", QPlainTextEdit), "]")
    assert "Not written" in form.words()
    other = desk("---\ntitle: O\nm: [[1]]\n---\n")
    form.pane.set_document(other.document, other.context)
    assert form.field("m", QPlainTextEdit).toPlainText() == "[[1]]"
    assert "Not written" not in form.words()


@pytest.mark.parametrize("is_other_site", [False, True])
def test_a_refused_item_does_not_go_to_another_post(
    desk: MakeDesk, tmp_path: Path, is_other_site: bool
) -> None:
    text = "---\ntitle: T\ntags: &t [a]\nmore: *t\n---\n"
    form = desk(text)
    other = desk("---\ntitle: O\ntags: [b]\n---\n")
    here, there = tmp_path / "here", tmp_path / ("there" if is_other_site else "here")
    sites = [Site(root, Generator.JEKYLL, (), "") for root in (here, there)]
    form.pane.set_document(form.document, replace(form.context, site=sites[0]))
    form.activateWindow()
    line = form.field("tags", QLineEdit)
    line.setFocus()
    keys(line, "begun")
    form.pane.set_document(other.document, replace(other.context, site=sites[1]))
    form.pane.finish()
    assert form.text == text
    assert other.text == "---\ntitle: O\ntags: [b]\n---\n"


def test_a_read_only_post_has_its_fields_switched_off_and_says_why(desk: MakeDesk) -> None:
    form = desk("---\ntitle: 春\n---\n".encode("cp932"))
    assert "Read-only" in form.words()
    assert "replacement character" not in form.words()
    assert form.fields()
    assert not form.field("title", QWidget).isEnabled()


def test_what_makes_front_matter_unreadable_is_mended_by_a_button(desk: MakeDesk) -> None:
    form = desk("---\ntitle: Spring: a diary\ntags:\n\t- garden\n---\nBody\n")
    form.analyse()
    asked: list[Fix] = []
    form.pane.fix_requested.connect(asked.append)
    assert "The value of title has a colon in it, so it must stand in quotes" in form.words()
    click(button(form, "Mend all 2 places"))
    assert form.document.apply(asked[0].edits, form.document.version, "fix") is None
    form.analyse()
    assert "can't be read" not in form.words()
    assert form.field("title", QLineEdit).text() == "Spring: a diary"
    assert form.field("title", QLineEdit).isEnabled()


def test_a_wrong_opening_fence_is_told_instead_of_offering_new_front_matter(desk: MakeDesk) -> None:
    form = desk("----\ntitle: Spring\n----\nBody\n")
    form.analyse()
    assert "The front matter must begin with the line ---" in form.words()
    assert "Add front matter" not in form.words()
