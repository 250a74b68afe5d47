"""Numbers, dates, times, colours, Markdown and code: typed, stepped, kept in their notation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QColorDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from editor_app.gui.form.fields.calendar_popup import CalendarPopup
from editor_app.gui.form.fields.colour_text import like, read_colour
from tests.gui.form.described import MakeDescribed
from tests.gui.form.desk import Desk, type_into

POST = "---\nfirst: 1\nx: {value}   # keep\nlast: [z]\n---\nBody\n"


def post(value: str) -> str:
    return POST.replace("{value}", value)


def replace(form: Desk, text: str) -> QLineEdit:
    line = form.field("x", QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)
    return line


# --- numbers


@pytest.mark.parametrize(
    ("fields", "value", "key", "after"),
    [
        ("", "8", Qt.Key.Key_Up, "9"),
        ("", "8", Qt.Key.Key_PageDown, "-2"),
        ("step = 0.1", "0.2", Qt.Key.Key_Up, "0.3"),
        ("step = 0.25", "1.50", Qt.Key.Key_Down, "1.25"),
        ("most = 8", "8", Qt.Key.Key_Up, "8"),
        ("least = 3", "10", Qt.Key.Key_PageDown, "3"),
        ("", "many", Qt.Key.Key_Up, "many"),
        ("", "0x1F", Qt.Key.Key_Up, "0x1F"),
        ("", '"8"', Qt.Key.Key_Up, "9"),
    ],
)
def test_up_and_down_step(
    described: MakeDescribed, fields: str, value: str, key: Qt.Key, after: str
) -> None:
    form = described(post(value), f'x = {{ kind = "number"{", " if fields else ""}{fields} }}')
    line = form.field("x", QLineEdit)
    line.setFocus()
    QTest.keyClick(line, key)
    assert form.text == post(after)


def test_an_absent_number_begins_with_its_least(described: MakeDescribed) -> None:
    form = described("---\nfirst: 1\n---\n", 'x = { kind = "number", required = true, least = 3 }')
    line = form.field("x", QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert form.text == "---\nfirst: 1\nx: 3\n---\n"


@pytest.mark.parametrize(
    ("fields", "value", "mark"),
    [
        ("least = 1, most = 5", "0", "At least 1"),
        ("least = 1, most = 5", "5.5", "At most 5"),
        ("above = 0", "0", "More than 0"),
        ("below = 10", "10", "Less than 10"),
        ("whole = true", "1.5", "A whole number"),
        ("whole = true", "2.0", ""),
        ("least = 1", "x", "Not a number"),
        ("least = 1", "3", ""),
    ],
)
def test_what_is_out_of_bounds_is_told(
    described: MakeDescribed, fields: str, value: str, mark: str
) -> None:
    form = described(post(value), f'x = {{ kind = "number", {fields} }}')
    assert form.pane._rows.rows[("x",)].widget.mark() == mark
    assert form.text == post(value)


# --- texts


def test_letters_are_counted_as_they_are_typed(described: MakeDescribed) -> None:
    form = described(post("abcdefgh"), "x = { longest = 10 }")
    hint = form.pane._rows.rows[("x",)].head.hint
    assert (hint.text(), hint.property("severity")) == ("8 / 10", "")
    type_into(form.field("x", QLineEdit), "漢")
    assert (hint.text(), hint.property("severity")) == ("9 / 10", "warning")
    type_into(form.field("x", QLineEdit), "🎉🎉")
    assert (hint.text(), hint.property("severity")) == ("11 / 10", "error")


def test_a_shape_says_its_own_words(described: MakeDescribed) -> None:
    fields = "x = { pattern = '^[a-z]+$', pattern-message = 'Small letters only' }"
    form = described(post("abc"), fields)
    assert "Small letters" not in form.words()
    type_into(form.field("x", QLineEdit), "D")
    assert "Small letters only" in form.words()
    assert form.text == post("abcD")


def test_a_pattern_that_never_ends_holds_nobody_up(described: MakeDescribed) -> None:
    form = described(post("a" * 60), "x = { pattern = '^(a|a)*b$', pattern-message = 'no' }")
    type_into(form.field("x", QLineEdit), "aa")
    assert form.text == post("a" * 62)


def test_markdown_and_code_have_room(described: MakeDescribed) -> None:
    form = described(post("'# A **b** `c`'"), 'x = { kind = "markdown", longest = 20 }')
    text = form.field("x", QPlainTextEdit)
    assert text.height() >= 4 * text.fontMetrics().lineSpacing()
    assert "Markdown · 13 / 20" in form.words()
    assert form.text == post("'# A **b** `c`'")
    type_into(text, "!")
    assert form.text == post("'# A **b** `c`!'")
    form = described(post("'<b/>'"), 'x = { kind = "code" }')
    assert form.field("x", QPlainTextEdit).property("part") == "verbatim"
    type_into(form.field("x", QPlainTextEdit), "<")
    assert form.text == post("'<b/><'")


def test_defaults_stand_in_grey(described: MakeDescribed) -> None:
    form = described(post('""'), 'x = { default = "spring" }')
    assert form.field("x", QLineEdit).placeholderText() == "default: spring"
    form = described(post('""'), 'x = { default = "spring", placeholder = "A word" }')
    assert form.field("x", QLineEdit).placeholderText() == "A word"
    assert form.text == post('""')


# --- times and dates


@pytest.mark.parametrize(
    ("value", "typed", "after"),
    [
        ('"06:40"', "07:10", '"07:10"'),
        ("06:40", "07:10", "07:10"),
        ("''", "7:10", "'7:10'"),
        ("06:40", "soon", "soon"),
    ],
)
def test_a_time_keeps_its_notation(
    described: MakeDescribed, value: str, typed: str, after: str
) -> None:
    form = described(post(value), 'x = { kind = "time" }')
    replace(form, typed)
    assert form.text == post(after)
    form.analyse()
    is_marked = "Not a time" in form.words()
    assert is_marked is (typed == "soon")


def popup_of(form: Desk) -> CalendarPopup:
    line = form.field("x", QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, CalendarPopup)
    return popup


def press(popup: CalendarPopup, words: str) -> None:
    found = [
        button
        for button in popup.findChildren(QPushButton)
        if words in button.text() and button.isVisible()
    ]
    assert found, words
    found[0].setFocus()
    QTest.keyClick(found[0], Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("value", "words", "after"),
    [
        ("2026-01-02 03:04:05 +0000", "Asia/Tokyo", "2026-01-02 12:04:05 +0900"),
        ("2026-01-02T23:04:05Z", "Asia/Tokyo", "2026-01-03T08:04:05+09:00"),
        ("2026-01-02 12:04 +0900", "UTC", "2026-01-02 03:04 +0000"),
        ("2026-01-02 03:04", "Asia/Tokyo", "2026-01-02 03:04 +0900"),
        ("2026-01-02 03:04:05 +0000", "Now", "2025-11-23 12:54:57 +0000"),
        ("2026/1/2 3:04", "Now", "2025/11/23 21:54"),
        ("2026-01-02", "Now", "2025-11-23"),
        ('"2026-01-02T03:04:05Z"', "Now", '"2025-11-23T12:54:57Z"'),
        ("soon", "Now", "2025-11-23 21:54:57 +0900"),
    ],
)
def test_now_and_the_sites_zone_keep_the_notation(
    described: MakeDescribed, value: str, words: str, after: str
) -> None:
    form = described(post(value), 'x = { kind = "date-time" }')
    popup = popup_of(form)
    press(popup, words)
    popup.close()
    assert form.text == post(after)


def test_a_date_without_zone_says_so_and_promises_none(described: MakeDescribed) -> None:
    form = described(post("2026-01-02 03:04"), 'x = { kind = "date-time" }')
    assert "no zone" in form.words()
    assert "Tokyo" not in form.words()


# --- colours


@pytest.mark.parametrize(
    ("text", "colour", "after"),
    [
        ("#2457c5", "#ff8800", "#ff8800"),
        ("#2457C5", "#ff8800", "#FF8800"),
        ("2457c5", "#ff8800", "ff8800"),
        ("#abc", "#ff8800", "#f80"),
        ("#abc", "#ff8801", "#ff8801"),
        ("#aabbccdd", "#80ff8800", "#ff880080"),
        ("rgb(1, 2, 3)", "#ff8800", "rgb(255, 136, 0)"),
        ("rgb(1 2 3)", "#ff8800", "rgb(255 136 0)"),
        ("rgba(1,2,3,0.5)", "#ff8800", "rgba(255,136,0,1)"),
        ("rgb(1, 2, 3)", "#80ff8800", "rgba(255, 136, 0, 0.5)"),
        ("hsl(210, 50%, 50%)", "#ff0000", "hsl(0, 100%, 50%)"),
        ("navy", "#ff8800", "#ff8800"),
        ("", "#ff8800", "#ff8800"),
    ],
)
def test_another_colour_in_the_same_notation(text: str, colour: str, after: str) -> None:
    assert like(text, QColor(colour)) == after
    read = read_colour(after)
    assert read is not None
    assert read.rgba() == QColor(colour).rgba() or "hsl" in after or "0.5" in after


@pytest.mark.parametrize("text", ["", "#12", "#ggg", "blueish", "rgb(1,2)", "rgb(300,0,0)", "x y"])
def test_what_is_no_colour(text: str) -> None:
    assert read_colour(text) is None


def test_a_colour_is_typed_and_chosen(described: MakeDescribed) -> None:
    form = described(post('"#2457C5"'), 'x = { kind = "colour" }')
    line = form.field("x", QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    dialog = form.pane.findChild(QColorDialog)
    assert dialog is not None
    dialog.setCurrentColor(QColor("#00ff7f"))
    accept = next(
        button
        for button in dialog.findChildren(QAbstractButton)
        if button.text().replace("&", "") == "OK"
    )
    QTest.keyClick(accept, Qt.Key.Key_Space)
    assert form.text == post('"#00FF7F"')
    replace(form, "#12")
    assert form.text == post('"#12"')
    assert "Not a colour" in form.words()
