"""The pane as a user meets it: real keys on a window that is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QMenu, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from editor_app.core.analysis_values import Analysis
from editor_app.core.body.counts import Counts
from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.frontmatter import reader
from editor_app.core.text.edits import Edit
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span
from editor_app.gui.document import Document
from editor_app.gui.editor.find_bar import FindBar
from editor_app.gui.editor.marks import TYPING_PAUSE_MS, WRITING_PAUSE_MS
from editor_app.gui.editor.pane import EditorPane
from editor_app.gui.theme import DARK
from tests.gui.editor.conftest import POST, Opened

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def analysis(document: Document, *found: Diagnostic) -> Analysis:
    text = document.text
    return Analysis(
        document.version, len(text), reader.read(text), found, (), Counts(0, 0, 0, 0, 0.0)
    )


def problem(span: Span, *fixes: Fix, severity: Severity = Severity.ERROR) -> Diagnostic:
    return Diagnostic("title-cut", severity, "Title is <cut> short", span, None, fixes)


# --- opening


def test_the_body_stands_on_top_when_a_post_is_opened(opened: Opened) -> None:
    pane, _ = opened(POST + "line\n" * 200)
    assert pane.editor.firstVisibleBlock().text() == "# One"
    assert pane.editor.textCursor().block().text() == "# One"


def test_coming_back_to_a_tab_shows_it_as_it_was_left(opened: Opened, qtbot: QtBot) -> None:
    pane, first = opened(POST + "line\n" * 200)
    pane.scroll_to_line(80)
    pane.editor.select_span(Span(60, 65))
    pane.scroll_to_line(100)
    second = Document(read(b"other"), pane)
    pane.set_document(second)
    assert pane.editor.toPlainText() == "other"
    pane.set_document(first)
    assert pane.editor.selected_span() == Span(60, 65)
    assert pane.editor.firstVisibleBlock().blockNumber() == 100


def test_without_a_post_the_pane_offers_to_open_one(opened: Opened, qtbot: QtBot) -> None:
    pane, _ = opened()
    pane.set_document(None)
    button = pane.findChild(QPushButton, "editorOpen")
    assert button.isVisible()
    assert not pane.editor.isVisible()
    with qtbot.waitSignal(pane.open_requested):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


# --- keys


def test_keys_go_into_the_document_and_back(opened: Opened) -> None:
    pane, document = opened()
    QTest.keyClicks(pane.editor, "ab")
    assert document.text == POST.replace("# One", "ab# One")
    assert document.undo_name == "Typing"
    QTest.keyClick(pane.editor, Qt.Key.Key_Z, CONTROL)
    assert document.text == POST
    QTest.keyClick(pane.editor, Qt.Key.Key_Y, CONTROL)
    assert "ab# One" in document.text
    QTest.keyClick(pane.editor, Qt.Key.Key_Z, CONTROL)
    QTest.keyClick(pane.editor, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert "ab# One" in document.text


def test_undo_puts_the_caret_where_it_happened(opened: Opened) -> None:
    pane, _ = opened()
    QTest.keyClicks(pane.editor, "ab")
    pane.editor.select_span(Span(0, 0))
    QTest.keyClick(pane.editor, Qt.Key.Key_Z, CONTROL)
    assert pane.editor.selected_span() == Span(23, 23)


def test_undo_in_another_field_leaves_the_caret_alone(opened: Opened) -> None:
    pane, document = opened()
    pane.editor.select_span(Span(30, 30))
    document.apply([Edit(Span(11, 17), "Autumn")], document.version, "title")
    pane.show_find()
    document.undo()
    assert pane.editor.selected_span() == Span(30, 30)


def test_select_all_takes_the_body_first_and_then_everything(opened: Opened) -> None:
    pane, document = opened()
    body = document.text.index("\n# One")
    QTest.keyClick(pane.editor, Qt.Key.Key_A, CONTROL)
    assert pane.editor.selected_span() == Span(body, len(POST))
    QTest.keyClick(pane.editor, Qt.Key.Key_A, CONTROL)
    assert pane.editor.selected_span() == Span(0, len(POST))


def test_shift_enter_is_a_line_break_and_no_line_separator(opened: Opened) -> None:
    pane, document = opened("ab")
    QTest.keyClick(pane.editor, Qt.Key.Key_Return, SHIFT)
    assert document.text == "\nab"


def test_tab_is_typed_and_shift_tab_leaves(opened: Opened) -> None:
    pane, document = opened()
    button = QPushButton("before", pane)
    QPushButton.setTabOrder(button, pane.editor)
    button.show()
    QTest.keyClick(pane.editor, Qt.Key.Key_Tab)
    assert "\t# One" in document.text
    QTest.keyClick(pane.editor, Qt.Key.Key_Backtab, SHIFT)
    assert not pane.editor.hasFocus()


def test_the_insert_key_does_not_overwrite(opened: Opened) -> None:
    pane, document = opened("ab")
    QTest.keyClick(pane.editor, Qt.Key.Key_Insert)
    QTest.keyClicks(pane.editor, "x")
    assert document.text == "xab"


def test_zoom_goes_by_key_and_back(opened: Opened) -> None:
    pane, _ = opened()
    sizes: list[int] = []
    pane.zoomed.connect(sizes.append)
    QTest.keyClick(pane.editor, Qt.Key.Key_Plus, CONTROL)
    QTest.keyClick(pane.editor, Qt.Key.Key_Minus, CONTROL)
    QTest.keyClick(pane.editor, Qt.Key.Key_Minus, CONTROL)
    pane.zoom(0)
    assert sizes == [15, 14, 13, 14]
    assert pane.editor.document().defaultFont().pixelSize() == 14


# --- clipboard


def test_a_copy_has_the_characters_of_the_file(opened: Opened) -> None:
    pane, document = opened("a\u00a0b\u2029c\n\u2028d\0")
    QTest.keyClick(pane.editor, Qt.Key.Key_A, CONTROL)
    QTest.keyClick(pane.editor, Qt.Key.Key_C, CONTROL)
    assert QGuiApplication.clipboard().text() == document.text


def test_cut_and_paste_are_steps_with_names(opened: Opened) -> None:
    pane, document = opened("one\u00a0two")
    pane.editor.select_span(Span(3, 7))
    QTest.keyClick(pane.editor, Qt.Key.Key_X, CONTROL)
    assert (document.text, document.undo_name) == ("one", "Cut")
    QTest.keyClick(pane.editor, Qt.Key.Key_V, CONTROL)
    assert (document.text, document.undo_name) == ("one\u00a0two", "Paste")
    assert pane.editor.selected_span() == Span(7, 7)


def test_a_paste_has_one_break_for_each_and_no_half_characters(opened: Opened) -> None:
    pane, document = opened("x")
    data = QMimeData()
    data.setText("a\r\nb\rc")
    data.setHtml("<b>a</b>")
    pane.editor.insertFromMimeData(data)
    assert document.text == "a\nb\ncx"


# --- input methods


def compose(pane: EditorPane, preedit: str, commit: str = "") -> None:
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    kind = QInputMethodEvent.AttributeType.TextFormat
    marks = [QInputMethodEvent.Attribute(kind, 0, len(preedit), underlined)] if preedit else []
    event = QInputMethodEvent(preedit, marks)
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(pane.editor, event)


def test_what_is_composed_is_no_text_until_it_is_given(opened: Opened) -> None:
    pane, document = opened()
    states: list[bool] = []
    document.composing_changed.connect(states.append)
    compose(pane, "へんしゅう")
    assert (document.text, document.version, document.is_composing) == (POST, 0, True)
    assert document.apply([Edit(Span(0, 0), "x")], 0, "Fix") is not None
    compose(pane, "", "編集")
    assert document.text == POST.replace("# One", "編集# One")
    assert (states, document.undo_name) == ([True, False], "Typing")


def test_the_colours_of_a_line_stay_while_something_is_composed_in_it(opened: Opened) -> None:
    pane, document = opened("**bold** text `code`\n")
    pane.editor.select_span(Span(9, 9))
    compose(pane, "にほん")
    formats = {(one.start, one.length) for one in document.qt.firstBlock().layout().formats()}
    assert {(9, 3), (17, 6)} <= formats
    compose(pane, "")
    formats = {(one.start, one.length) for one in document.qt.firstBlock().layout().formats()}
    assert (14, 6) in formats
    assert (9, 3) not in formats


def test_composing_over_a_line_break_takes_that_break(opened: Opened) -> None:
    pane, document = opened(b"\r\n\n")
    pane.editor.select_span(Span(0, 1))
    compose(pane, "かな")
    compose(pane, "", "仮名")
    assert document.table.to_bytes() == "仮名\n".encode()


def test_leaving_the_text_gives_what_was_composed(opened: Opened) -> None:
    pane, document = opened("x")
    compose(pane, "かな")
    pane.show_find()
    assert document.text == "かなx"
    assert not document.is_composing


def test_a_click_gives_what_was_composed(opened: Opened) -> None:
    pane, document = opened("x\ny")
    compose(pane, "かな")
    QTest.mouseClick(pane.editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 60))
    assert document.text == "かなx\ny"
    assert not document.is_composing


def test_candidates_stand_at_the_caret_and_not_beside_it(opened: Opened) -> None:
    pane, _ = opened()
    place = pane.editor.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    there = pane.editor.viewport().mapTo(pane.editor, pane.editor.cursorRect().topLeft())
    assert place.topLeft().toPoint() == there


# --- marks and fixes


def test_a_quick_fix_is_chosen_by_key(opened: Opened, qtbot: QtBot) -> None:
    pane, document = opened()
    fixes = Fix("Remove the mark", (Edit(Span(0, 1), ""),)), Fix("Other", ())
    pane.show_analysis(analysis(document, problem(Span(24, 27), *fixes)))
    pane.editor.select_span(Span(25, 25))
    QTest.keyClick(pane.editor, Qt.Key.Key_Period, CONTROL)
    menu = pane.findChild(QMenu, "quickFixes")
    assert [action.text() for action in menu.actions()] == [
        "Title is <cut> short",
        "Remove the mark",
        "Other",
    ]
    chosen: list[Fix] = []
    pane.fix_requested.connect(chosen.append)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert chosen == [fixes[0]]


def test_escape_closes_the_quick_fixes_and_changes_nothing(opened: Opened) -> None:
    pane, document = opened()
    pane.show_analysis(analysis(document, problem(Span(24, 27), Fix("Remove", ()))))
    chosen: list[Fix] = []
    pane.fix_requested.connect(chosen.append)
    pane.show_fixes()
    menu = pane.findChild(QMenu, "quickFixes")
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()
    assert chosen == []


def test_without_a_problem_in_the_line_the_key_to_the_next_is_named(opened: Opened) -> None:
    pane, document = opened()
    pane.show_analysis(analysis(document, problem(Span(24, 27), Fix("Remove", ()))))
    line = document.text.index("\n", 27) + 1
    assert "\n" not in document.text[24:27]
    start = document.text.rindex("\n", 0, 24) + 1
    pane.editor.select_span(Span(start, start))  # elsewhere in its line
    QTest.keyClick(pane.editor, Qt.Key.Key_Period, CONTROL)
    menu = pane.findChild(QMenu, "quickFixes")
    assert [action.text() for action in menu.actions()] == ["Title is <cut> short", "Remove"]
    menu.close()
    pane.editor.select_span(Span(line, line))
    QTest.keyClick(pane.editor, Qt.Key.Key_Period, CONTROL)
    assert QToolTip.text() == "No problem in this line; the next: F8"
    QToolTip.hideText()
    pane.show_analysis(analysis(document))
    QTest.keyClick(pane.editor, Qt.Key.Key_Period, CONTROL)
    assert QToolTip.text() == "No problem in this text"
    QToolTip.hideText()


def test_quick_fixes_wait_for_the_analysis_of_what_was_typed(opened: Opened) -> None:
    pane, document = opened()
    pane.show_analysis(analysis(document))
    QTest.keyClicks(pane.editor, "x")
    pane.show_fixes()
    assert pane.findChild(QMenu, "quickFixes") is None
    pane.show_analysis(analysis(document, problem(Span(23, 27), Fix("Remove", ()))))
    menu = pane.findChild(QMenu, "quickFixes")
    assert menu.isVisible()
    menu.close()


def test_marks_follow_the_text_also_from_an_older_analysis(opened: Opened) -> None:
    pane, document = opened()
    old = analysis(document, problem(Span(24, 27)))
    pane.editor.select_span(Span(0, 0))
    QTest.keyClicks(pane.editor, "xy")
    pane.show_analysis(old)
    QTest.keyClicks(pane.editor, "z")
    assert [span for _, span in pane.editor.marks.touching(Span(0, 99))] == [Span(27, 30)]


def test_a_mark_at_the_caret_is_painted_after_the_pause_only(opened: Opened, qtbot: QtBot) -> None:
    pane, document = opened("word\n")
    pane.show_analysis(analysis(document, problem(Span(0, 4))))
    QTest.qWait(20)
    marked = pane.editor.grab().toImage()
    pane.editor.select_span(Span(4, 4))
    QTest.keyClicks(pane.editor, "s")
    QTest.keyClick(pane.editor, Qt.Key.Key_Backspace)
    assert reds(pane) == 0
    qtbot.waitUntil(lambda: reds(pane) > 0, timeout=3000)
    assert marked.width() == pane.editor.width()


def test_what_matters_little_comes_under_the_caret_only_when_nobody_writes(
    opened: Opened, qtbot: QtBot
) -> None:
    pane, document = opened("noon")
    pane.editor.select_span(Span(4, 4))
    QTest.keyClicks(pane.editor, "s")
    pane.show_analysis(analysis(document, problem(Span(0, 5), severity=Severity.INFO)))
    typing = letters(pane)
    QTest.qWait(TYPING_PAUSE_MS + 100)
    assert letters(pane) == typing
    qtbot.waitUntil(lambda: letters(pane) != typing, timeout=WRITING_PAUSE_MS)


def letters(pane: EditorPane) -> QImage:
    """The first letters and what is under them, without the caret, which blinks."""
    right = pane.editor.cursorRect().left() - 6
    return pane.editor.viewport().grab().toImage().copy(0, 0, right, 40)


def reds(pane: EditorPane) -> int:
    """Pixels in the colour of an error, in the text."""
    image = pane.editor.viewport().grab().toImage()
    colours = (image.pixelColor(x, y) for x in range(60) for y in range(40))
    return sum(one.red() > 150 and one.green() < 120 and one.blue() < 120 for one in colours)


# --- find and replace


def test_find_goes_from_match_to_match(opened: Opened, qtbot: QtBot) -> None:
    pane, _ = opened("one two one two one")
    QTest.keyClick(pane.editor, Qt.Key.Key_F, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "one")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert pane.editor.selected_span() == Span(0, 3)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert pane.editor.selected_span() == Span(8, 11)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, SHIFT)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, SHIFT)
    assert pane.editor.selected_span() == Span(16, 19)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert pane.editor.hasFocus()
    QTest.keyClick(pane.editor, Qt.Key.Key_F3)
    assert pane.editor.selected_span() == Span(0, 3)


def test_replace_all_is_one_step_that_undo_names(opened: Opened) -> None:
    pane, document = opened(b"one\r\ntwo one\rone")
    QTest.keyClick(pane.editor, Qt.Key.Key_H, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "one")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    bar = pane.findChild(object, "findBar")
    bar.replace_field.setText("1")
    bar.replace_all_requested.emit()
    assert document.table.to_bytes() == b"1\r\ntwo 1\r1"
    assert document.undo_name == "Replace all"
    document.undo()
    assert document.table.to_bytes() == b"one\r\ntwo one\rone"


def test_replace_takes_the_selected_match_and_goes_on(opened: Opened) -> None:
    pane, document = opened("one one one")
    pane.show_replace()
    bar = pane.findChild(object, "findBar")
    bar.find_field.setText("one")
    bar.replace_field.setText("two")
    for _ in range(3):
        QTest.keyClick(bar.replace_field, Qt.Key.Key_Return)
    assert document.text == "two two one"
    assert pane.editor.selected_span() == Span(8, 11)


def test_nothing_is_replaced_while_something_is_composed(opened: Opened) -> None:
    pane, document = opened("one")
    pane.show_replace()
    bar = pane.findChild(object, "findBar")
    bar.find_field.setText("one")
    document.set_composing(True)
    refused: list[object] = []
    pane.refused.connect(refused.append)
    bar.replace_all_requested.emit()
    assert document.text == "one"
    assert len(refused) == 1
    document.set_composing(False)


# --- scrolling


def test_scrolling_from_outside_tells_nothing_back(opened: Opened) -> None:
    pane, _ = opened("line\n" * 300)
    told: list[float] = []
    pane.top_line_changed.connect(told.append)
    pane.scroll_to_line(120.0)
    assert pane.editor.firstVisibleBlock().blockNumber() == 120
    assert told == []
    pane.editor.verticalScrollBar().setValue(50)
    assert told == [50.0]


def test_others_show_a_new_post_from_its_top_and_one_that_comes_back_where_it_was(
    opened: Opened,
) -> None:
    pane, first = opened(POST + "line\n" * 300)
    told: list[float] = []
    pane.top_line_changed.connect(told.append)
    pane.set_document(Document(read((POST + "more\n" * 300).encode()), first))
    assert pane.editor.firstVisibleBlock().blockNumber() == 4
    assert told == [0.0]
    pane.set_document(first)
    assert told == [0.0, 4.0]


def test_a_fraction_goes_into_a_wrapped_paragraph(opened: Opened) -> None:
    pane, _ = opened("word " * 400 + "\n" + "line\n" * 100)
    pane.scroll_to_line(0.5)
    rows = pane.editor.document().firstBlock().lineCount()
    assert pane.editor.verticalScrollBar().value() == rows // 2


def test_revealing_a_place_selects_it_and_brings_it_into_sight(opened: Opened) -> None:
    pane, _ = opened("line\n" * 300 + "here")
    places: list[int] = []
    pane.caret_moved.connect(places.append)
    pane.reveal(Span(1500, 1504))
    assert places == [1504]
    assert pane.editor.viewport().rect().contains(pane.editor.cursorRect())


def test_tab_goes_from_the_find_field_to_the_replace_field(opened: Opened, qtbot: QtBot) -> None:
    pane, _ = opened("text")
    pane.show_replace()
    bar = pane.findChild(FindBar)
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    bar.find_field.setFocus()
    QTest.keyClick(bar.find_field, Qt.Key.Key_Tab)
    assert bar.replace_field.hasFocus()


# --- unknown encodings


def test_a_file_in_another_encoding_is_shown_read_only_with_a_way_out(
    opened: Opened, qtbot: QtBot
) -> None:
    pane, document = opened("日本語の記事です。\n".encode("cp932"))
    QTest.keyClicks(pane.editor, "x")
    assert not document.is_modified
    choice = pane.findChild(QComboBox, "encodingChoice")
    assert choice.isVisible()
    offered = [choice.itemData(index) for index in range(choice.count())]
    assert "cp932" in offered
    assert "utf-8" not in offered
    choice.setCurrentIndex(offered.index("cp932"))
    with qtbot.waitSignal(pane.encoding_requested) as asked:
        pane.findChild(object, "encodingBar").findChild(QPushButton).click()
    assert asked.args == ["cp932"]


# --- looks


def test_every_control_has_a_name(opened: Opened) -> None:
    pane, _ = opened(b"caf\xe9")
    pane.show_replace()
    controls = [
        one
        for one in pane.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) > 10
    assert [one for one in controls if not one.accessibleName() and not _text(one)] == []


def _text(control: QWidget) -> str:
    return control.text() if isinstance(control, QPushButton) else ""


@pytest.mark.parametrize("is_dark", [False, True])
def test_the_front_matter_stands_on_its_own_ground(opened: Opened, is_dark: bool) -> None:
    pane, _ = opened("---\ntitle: a\n---\n\nbody\n")
    if is_dark:
        pane.show_theme(DARK)
    image = pane.editor.viewport().grab().toImage()
    right, rows = image.width() - 3, pane.editor.rows()
    ground = image.pixelColor(right, int(rows[3].area.center().y())).name()
    tint = image.pixelColor(right, int(rows[1].area.center().y())).name()
    assert (tint, ground) == (("#222529", "#1b1d21") if is_dark else ("#f6f5f2", "#ffffff"))
