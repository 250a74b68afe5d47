"""The site view alone: what it shows of findings, and what its keys ask for."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.core.bulk.changes import LeftOut, LineChange
from editor_app.core.bulk.site_messages import (
    FileChanges,
    Finding,
    Planned,
    PostFound,
    RulePage,
    SiteFound,
)
from editor_app.core.diagnostics import Severity
from editor_app.core.text.spans import Span
from editor_app.gui.site_view.pane import SiteView
from editor_app.gui.site_view.posts_model import Column
from editor_app.gui.theme import DARK, LIGHT

TODAY = dt.date(2026, 5, 4)
MARK, CUT = "title-heading-mark", "text-cut-off"


def _found(rule: str, severity: Severity = Severity.ERROR, fix: str = "Remove it") -> Finding:
    span, marked = Span(12, 14), Span(8, 10)
    text = 'title: "# Spring"'
    return Finding(rule, severity, f"What {rule} found", span, "title", 2, text, marked, fix, True)


def _post(name: str, day: int, *findings: Finding, folder: str = "_posts") -> PostFound:
    shown = f"{folder}/{name}.md"
    date = dt.date(2026, 3, day)
    return PostFound(
        Path("/site", shown), shown, f"Title of {name}", date, folder, ("tag",), "0", findings, ()
    )


def _site(*posts: PostFound, checked: int = 40) -> SiteFound:
    page = RulePage("A title", "# A title\n\nWhy `it` matters.\n\nSeverity: error.\n")
    rules = {found.rule: page for post in posts for found in post.findings}
    return SiteFound(Path("/site"), posts, checked, (), rules, 1.4, None, frozenset(), ())


SITE = _site(
    _post("one", 1, _found(MARK), _found(CUT, Severity.WARNING)),
    _post("two", 3, _found(MARK)),
    _post("three", 2, _found(MARK), folder="notes"),
    _post("four", 4, _found(CUT, Severity.WARNING, fix="")),
)


@pytest.fixture
def view(qtbot: QtBot) -> SiteView:
    made = SiteView(LIGHT, TODAY)
    qtbot.addWidget(made)
    made.resize(1300, 700)
    made.setLocale(QLocale(QLocale.Language.English))
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.show_found(SITE)
    return made


def _titles(view: SiteView) -> list[str]:
    return [row.post.title.removeprefix("Title of ") for row in view.table.posts.rows]


def _choices(view: SiteView) -> list[tuple[str, int]]:
    model = view.choices.list.model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [(str(row.data()), row.data(Qt.ItemDataRole.UserRole).posts) for row in rows]


def _words(view: SiteView) -> str:
    shown = [one for one in view.findChildren(QLabel) if one.isVisible()]
    return "\n".join(one.text() for one in shown)


def test_rules_stand_with_their_posts_the_gravest_first(view: SiteView) -> None:
    assert _choices(view) == [("All posts", 4), (MARK, 3), (CUT, 2)]
    assert view.choices.current is not None
    assert view.choices.current.key == MARK
    assert _titles(view) == ["two", "three", "one"]
    assert "3 posts · 3 selected" in _words(view)


def test_posts_are_sorted_by_any_column_and_back(qtbot: QtBot, view: SiteView) -> None:
    view.choices.choose("")
    header = view.table.horizontalHeader()
    assert view.table.posts.headerData(Column.DATE, Qt.Orientation.Horizontal) == "Date ↓"
    place = QPoint(header.sectionViewportPosition(Column.PROBLEMS) + 10, 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _titles(view)[0] == "one"
    assert view.table.posts.headerData(Column.PROBLEMS, Qt.Orientation.Horizontal) == "Problems ↓"
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert _titles(view)[-1] == "one"
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_S)
    assert _titles(view) == ["four", "one", "three", "two"]


def test_the_filter_leaves_the_rules_that_have_its_words(qtbot: QtBot, view: SiteView) -> None:
    qtbot.keyClicks(view.choices.filter, "cut")
    assert _choices(view) == [(CUT, 2)]
    assert _titles(view) == ["four", "one"]
    qtbot.keyClicks(view.choices.filter, "xyz")
    assert "No rule has these words" in _words(view)
    view.choices.filter.setFocus()
    qtbot.keyClick(view.choices.filter, Qt.Key.Key_Escape)
    assert len(_choices(view)) == 3


def test_findings_can_be_put_together_by_folder(view: SiteView) -> None:
    by_folder = view.findChild(QPushButton, "siteByFolder")
    assert by_folder is not None
    by_folder.click()
    assert _choices(view) == [("All posts", 4), ("_posts", 3), ("notes", 1)]
    view.choices.choose("notes")
    assert _titles(view) == ["three"]


def test_only_selected_posts_are_asked_to_be_mended(qtbot: QtBot, view: SiteView) -> None:
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_X)
    with qtbot.waitSignal(view.plan_requested) as asked:
        qtbot.keyClick(view.table, Qt.Key.Key_F)
    assert asked.args == [MARK, (Path("/site/notes/three.md"), Path("/site/_posts/one.md"))]
    qtbot.keyClick(view.table, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert len(view.table.posts.selected) == 3
    qtbot.keyClick(view.table, Qt.Key.Key_X, Qt.KeyboardModifier.ShiftModifier)
    assert view.table.posts.selected == ()
    with qtbot.waitSignal(view.refused) as refused:
        qtbot.keyClick(view.table, Qt.Key.Key_F)
    assert refused.args == [f"“{MARK}” has no fix in the selected posts"]


def test_a_post_without_a_fix_has_no_box_to_tick(qtbot: QtBot, view: SiteView) -> None:
    view.choices.choose(CUT)
    assert _titles(view) == ["four", "one"]
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_X)
    assert [row.post.title for row in view.table.posts.selected] == ["Title of one"]


def test_space_goes_through_the_findings_of_a_post(qtbot: QtBot, view: SiteView) -> None:
    view.choices.choose("")
    view.table.reveal(Path("/site/_posts/one.md"))
    view.table.setFocus()
    assert view.card.finding is not None
    assert view.card.finding.rule == MARK
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert view.card.finding.rule == CUT
    assert "2 of 2" in _words(view)
    with qtbot.waitSignal(view.open_requested) as asked:
        qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[1].rule == CUT


def test_the_card_shows_the_line_and_the_page(view: SiteView) -> None:
    words = _words(view)
    assert "_posts/two.md · line 2" in words
    assert "<span style=" in words
    assert "Why <code>it</code> matters." in words
    assert f"Rule {MARK} · Error" in words


def test_ignoring_is_asked_for_by_keys(qtbot: QtBot, view: SiteView) -> None:
    view.table.setFocus()
    with qtbot.waitSignal(view.ignore_here_requested) as here:
        qtbot.keyClick(view.table, Qt.Key.Key_I)
    assert here.args is not None
    assert here.args[0].title == "Title of two"
    with qtbot.waitSignal(view.ignore_in_site_requested) as everywhere:
        qtbot.keyClick(view.table, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    assert everywhere.args == [MARK]


def test_the_keys_of_the_bar_mean_the_posts_also_among_the_rules(
    qtbot: QtBot, view: SiteView
) -> None:
    view.choices.list.setFocus()
    qtbot.keyClick(view.choices.list, Qt.Key.Key_X)
    assert len(view.table.posts.selected) == 2
    with qtbot.waitSignal(view.plan_requested) as asked:
        qtbot.keyClick(view.choices.list, Qt.Key.Key_F)
    assert asked.args is not None
    assert asked.args[0] == MARK
    with qtbot.waitSignal(view.ignore_in_site_requested):
        qtbot.keyClick(view.choices.list, Qt.Key.Key_I, Qt.KeyboardModifier.ShiftModifier)
    assert view.choices.current is not None
    assert view.choices.current.key == MARK


def _fix_all(view: SiteView) -> str:
    button = view.findChild(QPushButton, "siteFixAll")
    assert button is not None
    return button.text()


def test_what_is_done_to_all_posts_is_not_called_after_one_of_them(view: SiteView) -> None:
    assert _fix_all(view) == "Remove it in all selected posts…   F"
    posts = [
        _post(name, 1, _found("reading-time-off", fix=f"Set it to {name}")) for name in ("2", "3")
    ]
    view.show_found(_site(*posts))
    assert _fix_all(view) == "Mend what this rule finds in all selected posts…   F"
    assert "Set it to 2" in _words(view)


def _planned() -> Planned:
    change = LineChange(2, ('title: "# Spring"',), ('title: "Spring"',))
    files = tuple(
        FileChanges(Path(f"/site/_posts/{name}.md"), f"_posts/{name}.md", (change,))
        for name in ("one", "two")
    )
    left_out = (LeftOut(Path("/site/notes/three.md"), "It is open"),)
    return Planned(MARK, "Remove the mark", files, left_out, 2)


def test_a_dry_run_names_each_file_with_both_lines_and_what_is_left_out(
    qtbot: QtBot, view: SiteView
) -> None:
    view.show_planned(_planned())
    words = _words(view)
    assert "Dry run · Remove the mark" in words
    assert "2 files · 2 lines · 1 left out" in words
    assert "_posts/one.md · line 2" in words
    assert '− title: "<span style="text-decoration:line-through"># </span>Spring' in words.replace(
        "&quot;", '"'
    )
    assert "Left out · 1" in words
    assert "three.md — It is open" in words
    assert view.dry_run.apply.text() == "Change 2 files"
    assert view.dry_run.apply.hasFocus()
    with qtbot.waitSignal(view.apply_requested):
        qtbot.keyClick(view.dry_run.apply, Qt.Key.Key_Space)


def test_escape_leaves_the_dry_run_first_and_the_view_then(qtbot: QtBot, view: SiteView) -> None:
    view.show_planned(_planned())
    qtbot.keyClick(view.dry_run.apply, Qt.Key.Key_Escape)
    assert view.card.isVisible()
    assert view.table.hasFocus()
    with qtbot.waitSignal(view.left):
        qtbot.keyClick(view.table, Qt.Key.Key_Escape)


def test_what_is_chosen_stays_when_the_findings_change(qtbot: QtBot, view: SiteView) -> None:
    view.table.setFocus()
    qtbot.keyClick(view.table, Qt.Key.Key_Down)
    qtbot.keyClick(view.table, Qt.Key.Key_X)
    view.show_found(_site(*SITE.posts[1:]))
    assert view.table.current is not None
    assert view.table.current.post.title == "Title of three"
    assert [row.post.title for row in view.table.posts.selected] == ["Title of two"]


def test_nothing_found_is_said_with_the_number_of_posts(view: SiteView) -> None:
    view.show_found(_site(checked=1204))
    assert "✓ Nothing found in 1,204 posts" in _words(view)
    assert not view.right.isVisible()


def test_one_post_and_what_can_not_be_read_are_counted_in_words(view: SiteView) -> None:
    unread = LeftOut(Path("/site/_posts/two.md"), "“two.md” can't be opened: it is a folder.")
    view.show_found(replace(_site(checked=1), unread=(unread,)))
    assert "✓ Nothing found in 1 post" in _words(view)
    assert view.keys.end.text() == "1 post checked in 1.4 s · 1 can't be read"
    assert view.keys.end.toolTip() == unread.reason


def test_a_folder_without_posts_says_so(qtbot: QtBot, view: SiteView) -> None:
    view.show_found(_site(checked=0))
    assert "This folder has no posts yet" in _words(view)
    button = view.findChild(QPushButton, "siteCheck")
    assert button is not None
    assert button.text() == "New post…"
    with qtbot.waitSignal(view.new_requested):
        button.click()


def test_progress_can_be_stopped(qtbot: QtBot, view: SiteView) -> None:
    view.show_busy("Checking the posts…", can_stop=True)
    view.show_progress(420, 1204)
    assert not view.progress.isVisible()  # what takes a moment moves nothing
    qtbot.waitUntil(view.progress.isVisible)
    assert "420 of 1,204" in _words(view)
    with qtbot.waitSignal(view.stop_requested):
        view.progress.stop.click()
    view.show_idle()
    assert not view.progress.isVisible()


def test_a_check_that_died_can_be_started_again(qtbot: QtBot, view: SiteView) -> None:
    view.show_no_site()
    view.show_failure()
    assert "has stopped by a fault of Galley" in _words(view)
    button = view.findChild(QPushButton, "siteCheck")
    assert button is not None
    with qtbot.waitSignal(view.check_requested):
        button.click()


def test_in_a_narrow_window_the_finding_stands_below(view: SiteView) -> None:
    assert view.parts.orientation() is Qt.Orientation.Horizontal
    view.resize(900, 700)
    assert view.parts.orientation() is Qt.Orientation.Vertical
    assert view.card.isVisible()
    assert view.table.isColumnHidden(Column.PLACE) == (view.table.viewport().width() < 520)


def test_in_a_narrow_window_the_keys_stay_longer_than_what_is_said_beside_them(
    view: SiteView,
) -> None:
    assert view.keys.end.isVisible()
    view.resize(760, 700)
    assert not view.keys.end.isVisible()
    assert "fix all of this rule" in _words(view)


def test_the_other_theme_is_painted(view: SiteView) -> None:
    view.show_theme(DARK)
    assert view.card.finding is not None
