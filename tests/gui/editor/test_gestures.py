"""Mouse, menus and drops in the text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from shiboken6 import isValid

from editor_app.core.diagnostics import Diagnostic, Fix, Severity
from editor_app.core.text.edits import apply
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span
from editor_app.gui.document import Document
from editor_app.gui.editor.hover import diagnostics_at, tooltip
from editor_app.gui.editor.pane import EditorPane
from editor_app.gui.editor.transfer import drop as drop_plan
from editor_app.gui.theme import DARK
from tests.gui.editor.conftest import Opened
from tests.gui.editor.test_pane import analysis, problem


def place_of(pane: EditorPane, offset: int) -> QPoint:
    """The middle of a character in the viewport."""
    assert pane.editor.open_document is not None
    caret = pane.editor.textCursor()
    caret.setPosition(pane.editor.open_document.units(offset))
    return pane.editor.cursorRect(caret).center() + QPoint(3, 0)


def test_the_mouse_over_a_mark_finds_what_is_wrong_there(opened: Opened) -> None:
    pane, document = opened("one two three\n")
    two = problem(Span(4, 7), Fix("Mend <it>", ()))
    pane.show_analysis(analysis(document, two))
    assert diagnostics_at(pane.editor, place_of(pane, 5)) == [two]
    assert diagnostics_at(pane.editor, place_of(pane, 10)) == []
    assert diagnostics_at(pane.editor, QPoint(400, 10)) == []


def test_a_tooltip_shows_signs_as_they_are_and_the_key() -> None:
    text = tooltip([problem(Span(0, 1), Fix("Mend <it>", ()))], "Ctrl+.")
    assert "Title is &lt;cut&gt; short" in text
    assert "Ctrl+.: Mend &lt;it&gt;" in text


def test_a_mark_over_wrapped_rows_is_found_on_each(opened: Opened) -> None:
    pane, document = opened("words " * 100)
    found = Diagnostic("rule", Severity.WARNING, "Long", Span(0, 600))
    pane.show_analysis(analysis(document, found))
    assert diagnostics_at(pane.editor, place_of(pane, 3)) == [found]
    assert diagnostics_at(pane.editor, place_of(pane, 300)) == [found]


def test_the_menu_names_what_undo_takes_back(opened: Opened) -> None:
    pane, document = opened("text")
    QTest.keyClicks(pane.editor, "a")
    pane.editor.menu_requested.emit(QPoint(10, 10))
    menu = pane.findChild(QMenu, "textMenu")
    undo = menu.actions()[0]
    assert undo.text() == "Undo: Typing"
    undo.trigger()
    menu.close()
    assert document.text == "text"


def test_the_menu_of_a_mark_offers_its_fixes(opened: Opened) -> None:
    pane, document = opened("text")
    fix = Fix("Remove the mark", ())
    pane.show_analysis(analysis(document, problem(Span(0, 4), fix)))
    chosen: list[Fix] = []
    pane.fix_requested.connect(chosen.append)
    pane.editor.menu_requested.emit(QPoint(10, 10))
    menu = pane.findChild(QMenu, "textMenu")
    next(action for action in menu.actions() if action.text() == fix.title).trigger()
    menu.close()
    assert chosen == [fix]


def drop(pane: EditorPane, data: QMimeData, offset: int) -> None:
    """Drag something over the text and let it go before a character."""
    place = QPointF(place_of(pane, offset) - QPoint(3, 0))
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    held = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place.toPoint(), copy, data, left, held)
    QApplication.sendEvent(pane.editor.viewport(), enter)
    QApplication.sendEvent(pane.editor.viewport(), QDropEvent(place, copy, data, left, held))


def test_a_dropped_text_is_one_step_and_selected(opened: Opened) -> None:
    pane, document = opened("one three")
    data = QMimeData()
    data.setText("two\r\n")
    drop(pane, data, 4)
    assert (document.text, document.undo_name) == ("one two\nthree", "Drop")
    assert pane.editor.selected_span() == Span(4, 8)


@pytest.mark.parametrize(
    ("at", "taken", "moved", "selection"),
    [
        (0, Span(4, 7), "twoone ", Span(0, 3)),
        (7, Span(0, 4), "twoone ", Span(3, 7)),
    ],
)
def test_a_move_takes_the_text_away_where_it_was(
    at: int, taken: Span, moved: str, selection: Span
) -> None:
    text = "one two"
    found = drop_plan(taken.of(text), at, taken)
    assert found is not None
    assert apply(text, found.edits) == moved
    assert found.selection == selection
    assert selection.of(moved) == taken.of(text)


def test_a_text_is_not_moved_into_itself() -> None:
    assert drop_plan("two", 5, Span(4, 7)) is None


def test_a_dropped_file_is_left_to_the_window(opened: Opened) -> None:
    pane, document = opened("one")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/post.md")])
    data.setText("/post.md")
    drop(pane, data, 1)
    assert document.text == "one"


def test_a_click_on_a_number_selects_the_line(opened: Opened) -> None:
    pane, _ = opened("one\ntwo\nthree\n")
    gutter = next(one for one in pane.editor.children() if type(one).__name__ == "Gutter")
    y = place_of(pane, 5).y()
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=QPoint(10, y))
    assert pane.editor.selected_span() == Span(4, 8)


def test_the_wheel_zooms_with_control(opened: Opened) -> None:
    pane, _ = opened("one\n" * 100)
    for held, expected in (
        (Qt.KeyboardModifier.ControlModifier, 15),
        (Qt.KeyboardModifier.NoModifier, 15),
    ):
        event = QWheelEvent(
            QPointF(50, 50),
            QPointF(50, 50),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(pane.editor.viewport(), event)
        assert pane.editor.size_px == expected


def test_a_post_that_was_closed_is_forgotten(opened: Opened) -> None:
    pane, first = opened("[one](a)\n")
    second = Document(read(b"[two](b)\n"), pane)
    pane.set_document(second)
    first.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(first)
    pane.show_theme(DARK)
    colours = {
        one.format.foreground().color().name() for one in second.qt.firstBlock().layout().formats()
    }
    assert DARK.accent in colours


def test_a_reload_keeps_the_caret_in_its_line(opened: Opened) -> None:
    pane, document = opened("title\nbody here\nend\n")
    pane.editor.select_span(Span(11, 15))
    document.replace_source(read(b"a longer title\nbody here\nthe end\n"))
    span = pane.editor.selected_span()
    assert document.table.slice(span) == "here"
