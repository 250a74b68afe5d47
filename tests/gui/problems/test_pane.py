"""The problems pane: rows, selection, fixes by key and mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.core.analysis_values import Analysis
from editor_app.core.diagnostics import Severity
from editor_app.core.text.edits import apply
from editor_app.gui.problems.model import Column
from editor_app.gui.problems.pane import ProblemsPane

Analysed = Callable[[str], Analysis]
POST = '---\ntitle: "# Spring"\ndate: 2026-01-01\n---\n\nText.\n\n---END---\n\nMore text here.\n'


def _rows(pane: ProblemsPane) -> list[str]:
    model = pane.table.model()
    return [model.index(row, Column.RULE).data() for row in range(model.rowCount())]


def test_the_gravest_stand_first_and_are_counted(pane: ProblemsPane, analysed: Analysed) -> None:
    analysis = analysed(POST)
    pane.show_analysis(analysis)
    severities = [found.severity for found in pane.table.model().diagnostics]  # type: ignore[attr-defined]
    assert severities == sorted(severities, reverse=True)
    assert len(_rows(pane)) == len(analysis.diagnostics) >= 2
    errors = sum(found.severity is Severity.ERROR for found in analysis.diagnostics)
    shown = [label.text() for label in pane.findChildren(QLabel) if label.text().startswith("● ")]
    assert shown == [f"● {errors}"]


def test_a_place_is_its_field_or_its_line(pane: ProblemsPane, analysed: Analysed) -> None:
    pane.show_analysis(analysed(POST))
    model = pane.table.model()
    places = {
        model.index(row, Column.RULE).data(): model.index(row, Column.PLACE).data()
        for row in range(model.rowCount())
    }
    assert places["title-heading-mark"] == "title"
    assert places["end-marker"] == "line 8"


def test_arrows_go_from_place_to_place(
    qtbot: QtBot, pane: ProblemsPane, analysed: Analysed
) -> None:
    pane.show_analysis(analysed(POST))
    places: list[object] = []
    pane.place_requested.connect(places.append)
    assert places == []
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    assert places == [pane.table.model().diagnostics[1].span]  # type: ignore[attr-defined]


def test_enter_asks_for_the_fix_that_the_row_names(
    qtbot: QtBot, pane: ProblemsPane, analysed: Analysed
) -> None:
    pane.show_analysis(analysed(POST))
    with qtbot.waitSignal(pane.fix_requested) as asked:
        qtbot.keyClick(pane.table, Qt.Key.Key_Return)
    row = pane.table.currentIndex().row()
    assert asked.args is not None
    fix = asked.args[0]
    assert pane.table.model().index(row, Column.FIX).data() == fix.title
    assert "# Spring" not in apply(POST, fix.edits)


def test_a_click_on_the_fix_asks_for_it(
    qtbot: QtBot, pane: ProblemsPane, analysed: Analysed
) -> None:
    pane.show_analysis(analysed(POST))
    index = pane.table.model().index(0, Column.FIX)
    place = pane.table.visualRect(index).center()
    with qtbot.waitSignal(pane.fix_requested):
        qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_after_a_fix_the_next_problem_is_selected(pane: ProblemsPane, analysed: Analysed) -> None:
    before = analysed(POST)
    pane.show_analysis(before)
    rows = _rows(pane)
    fixed = pane.table.current
    assert fixed is not None
    pane.show_analysis(analysed(apply(POST, fixed.fixes[0].edits)))
    assert pane.table.current is not None
    assert pane.table.current.rule == rows[1]


def test_the_same_problem_stays_selected_when_others_come_and_go(
    qtbot: QtBot, pane: ProblemsPane, analysed: Analysed
) -> None:
    pane.show_analysis(analysed(POST))
    qtbot.keyClick(pane.table, Qt.Key.Key_Down)
    chosen = pane.table.current
    assert chosen is not None
    places: list[object] = []
    pane.place_requested.connect(places.append)
    pane.show_analysis(analysed(POST.replace("Text.", "Text.\n\nA lost \ufffd letter.")))
    assert pane.table.current is not None
    assert pane.table.current.rule == chosen.rule
    assert places == []


def test_to_go_to_the_selected_problem_asks_for_its_place_too(
    pane: ProblemsPane, analysed: Analysed
) -> None:
    analysis = analysed(POST)
    pane.show_analysis(analysis)
    places: list[object] = []
    pane.place_requested.connect(places.append)
    pane.go_to(analysis.diagnostics[0])
    pane.go_to(analysis.diagnostics[1])
    assert places == [one.span for one in analysis.diagnostics[:2]]
    assert pane.table.current == analysis.diagnostics[1]


def test_the_problem_that_a_post_was_opened_for_is_selected_once_it_is_known(
    pane: ProblemsPane, analysed: Analysed
) -> None:
    analysis = analysed(POST)
    wanted = analysis.diagnostics[-1]
    places: list[object] = []
    pane.place_requested.connect(places.append)
    pane.show_waiting()
    pane.prefer(wanted.rule, wanted.message)
    pane.show_analysis(analysis)
    assert pane.table.current == wanted
    pane.prefer(analysis.diagnostics[0].rule, analysis.diagnostics[0].message)
    assert pane.table.current == analysis.diagnostics[0]
    assert places == []
    pane.prefer("no-such-rule", "nothing")
    pane.show_analysis(analysis)
    assert pane.table.current == analysis.diagnostics[0]


def test_the_keyboard_stays_in_the_pane_when_the_rows_go_and_come(
    qtbot: QtBot, pane: ProblemsPane, analysed: Analysed
) -> None:
    pane.activateWindow()
    qtbot.waitUntil(pane.isActiveWindow)
    pane.show_analysis(analysed(POST))
    pane.take_focus()
    assert pane.table.hasFocus()
    pane.show_waiting()
    assert pane.has_focus
    assert not pane.table.hasFocus()
    pane.show_analysis(analysed(POST))
    assert pane.table.hasFocus()


def test_no_problems_is_said_in_green(pane: ProblemsPane, analysed: Analysed) -> None:
    pane.show_analysis(analysed('---\ntitle: "Spring"\ndate: 2026-01-01\n---\n\nAll is well.\n'))
    (label,) = [one for one in pane.findChildren(QLabel) if "No problems" in one.text()]
    assert label.isVisible()
    assert label.property("role") == "good"
    assert not pane.card.isVisible()


def test_the_card_shows_what_goes_and_why(pane: ProblemsPane, analysed: Analysed) -> None:
    pane.show_analysis(analysed(POST))
    texts = [one.text() for one in pane.card.findChildren(QLabel)]
    assert any("line-through" in text and "# " in text for text in texts)
    assert any("<code>title-heading-mark</code>" in text for text in texts)


def test_the_cards_button_asks_for_its_fix(
    qtbot: QtBot, pane: ProblemsPane, analysed: Analysed
) -> None:
    pane.show_analysis(analysed(POST))
    current = pane.table.current
    assert current is not None
    (button,) = [
        one
        for one in pane.card.findChildren(QPushButton)
        if one.accessibleName() == current.fixes[0].title
    ]
    with qtbot.waitSignal(pane.fix_requested) as asked:
        button.click()
    assert asked.args == [current.fixes[0]]


def test_a_click_beside_the_rows_asks_for_nothing(
    qtbot: QtBot, pane: ProblemsPane, analysed: Analysed
) -> None:
    pane.show_analysis(analysed(POST))
    places: list[object] = []
    pane.place_requested.connect(places.append)
    low = QPoint(20, pane.table.viewport().height() - 2)
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=low)
    assert places == []
