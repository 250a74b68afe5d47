"""The list of posts: read a few at a time, searched, opened by key and mouse."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor_app.gui.posts.model import Role
from editor_app.gui.posts.pane import PostsPane
from editor_app.gui.posts.summary import HEAD_BYTES, Summary, summarised, unread
from editor_app.gui.theme import LIGHT

TODAY = datetime.date(2026, 5, 4)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for day, title in ((1, "Spring"), (3, "灯台の窓"), (2, "ＡＩ notes")):
        path = tmp_path / f"2026-05-0{day}-post.md"
        path.write_text(f'---\ntitle: "{title}"\ndate: 2026-05-0{day}\n---\n\nText.\n')
    return tmp_path


@pytest.fixture
def pane(qtbot: QtBot, folder: Path) -> PostsPane:
    made = PostsPane(LIGHT, TODAY)
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.show()
    made.show_posts(lambda: iter(sorted(folder.glob("*.md"))))
    qtbot.waitUntil(lambda: not made._reading.is_running)
    return made


def _titles(pane: PostsPane) -> list[str]:
    model = pane.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_newest_stands_first(pane: PostsPane) -> None:
    assert _titles(pane) == ["灯台の窓", "ＡＩ notes", "Spring"]


def test_search_knows_no_case_and_no_width(pane: PostsPane) -> None:
    for text, found in (("ai", ["ＡＩ notes"]), ("灯台", ["灯台の窓"]), ("05-01", ["Spring"])):
        pane.search.setText(text)
        assert _titles(pane) == found
    pane.search.setText("nothing like it")
    assert _titles(pane) == []
    assert not pane.list.isVisible()


def test_enter_opens_what_is_chosen(qtbot: QtBot, pane: PostsPane, folder: Path) -> None:
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(pane.open_requested) as asked:
        qtbot.keyClick(pane.list, Qt.Key.Key_Return)
    assert asked.args is not None
    assert asked.args[0].parent == folder


def test_a_click_opens(qtbot: QtBot, pane: PostsPane, folder: Path) -> None:
    place = pane.list.visualRect(pane.list.model().index(1, 0)).center()
    with qtbot.waitSignal(pane.open_requested) as asked:
        qtbot.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert asked.args == [folder / "2026-05-02-post.md"]


def test_enter_in_the_search_opens_the_first(qtbot: QtBot, pane: PostsPane, folder: Path) -> None:
    pane.search.setText("spring")
    with qtbot.waitSignal(pane.open_requested) as asked:
        qtbot.keyClick(pane.search, Qt.Key.Key_Return)
    assert asked.args == [folder / "2026-05-01-post.md"]


def test_the_next_post_with_problems_is_one_of_those_that_are_searched(
    pane: PostsPane, folder: Path
) -> None:
    first, second, third = (folder / f"2026-05-0{day}-post.md" for day in (1, 2, 3))
    pane.show_site_counts(dict.fromkeys((first, second, third), (1, 0)))
    pane.show_current(third)
    assert [pane.next_with_problems(by) for by in (1, -1)] == [second, first]
    pane.search.setText("p")  # all of them
    assert pane.next_with_problems(1) == second
    pane.search.setText("spring")
    assert [pane.next_with_problems(by) for by in (1, -1)] == [first, first]
    pane.show_current(first)
    assert [pane.next_with_problems(by) for by in (1, -1)] == [None, None]
    pane.search.setText("灯台")
    assert [pane.next_with_problems(by) for by in (1, -1)] == [third, third]
    pane.search.setText("nothing like it")
    assert pane.next_with_problems(1) is None


def test_the_post_in_front_is_in_sight(qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(200):
        (tmp_path / f"{number:03}.md").write_text(f"---\ntitle: T {number}\n---\n")
    pane = PostsPane(LIGHT, TODAY)
    qtbot.addWidget(pane)
    pane.resize(240, 400)
    pane.show()
    pane.show_posts(lambda: iter(sorted(tmp_path.glob("*.md"))))
    qtbot.waitUntil(lambda: not pane._reading.is_running)

    def is_in_sight() -> bool:
        seen = pane.list.visualRect(pane.list.currentIndex())
        return pane.list.viewport().rect().contains(seen.center())

    pane.show_current(tmp_path / "001.md")
    assert is_in_sight()
    pane.search.setText("T 15")
    pane.show_current(tmp_path / "150.md")
    assert is_in_sight()
    pane.search.clear()
    assert is_in_sight()
    pane.list.scrollToTop()
    pane.show_current(tmp_path / "150.md")
    assert not is_in_sight()  # who looks elsewhere is not called back


def test_a_post_that_another_program_made_is_found_again(
    qtbot: QtBot, pane: PostsPane, folder: Path
) -> None:
    pane.show_current(folder / "2026-05-02-post.md")
    (folder / "2026-05-04-new.md").write_text("---\ntitle: New\n---\n")
    (folder / "2026-05-01-post.md").unlink()
    pane.refresh()
    qtbot.waitUntil(lambda: _titles(pane) == ["New", "灯台の窓", "ＡＩ notes"])
    current = pane.list.currentIndex().data(Role.SUMMARY)
    assert current.path == folder / "2026-05-02-post.md"


def test_a_thousand_posts_do_not_hold_up_the_window(qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number:04}.md").write_text(f"---\ntitle: Post {number}\n---\n")
    pane = PostsPane(LIGHT, TODAY)
    qtbot.addWidget(pane)
    slices: list[float] = []
    work = pane._reading._work

    def timed() -> None:
        start = datetime.datetime.now()
        work()
        slices.append((datetime.datetime.now() - start).total_seconds())

    pane._reading._timer.timeout.disconnect()
    pane._reading._timer.timeout.connect(timed)
    pane.show_posts(lambda: iter(sorted(tmp_path.glob("*.md"))))
    qtbot.waitUntil(lambda: not pane._reading.is_running, timeout=20_000)
    assert sorted(slices)[len(slices) // 2] < 0.03
    assert "Post 399" in _titles(pane)


def test_an_empty_list_offers_the_one_thing_to_do(qtbot: QtBot) -> None:
    pane = PostsPane(LIGHT, TODAY)
    qtbot.addWidget(pane)
    pane.show()
    (button,) = [one for one in pane.findChildren(QPushButton) if one.isVisible()]
    with qtbot.waitSignal(pane.folder_requested):
        button.click()
    pane.show_posts(lambda: iter(()))
    qtbot.waitUntil(lambda: not pane._reading.is_running)
    (button,) = [one for one in pane.findChildren(QPushButton) if one.isVisible()]
    with qtbot.waitSignal(pane.new_requested):
        button.click()


def test_the_menu_of_a_post_asks_for_that_post(qtbot: QtBot, pane: PostsPane, folder: Path) -> None:
    summary = pane.list.model().index(0, 0).data(Role.SUMMARY)
    menu = pane._menu(summary)
    by_text = {action.text(): action for action in menu.actions() if isinstance(action, QAction)}
    for text, signal in (
        ("Open", pane.open_requested),
        ("Rename…", pane.rename_requested),
        ("Move to trash…", pane.trash_requested),
        ("Show in its folder", pane.reveal_requested),
    ):
        with qtbot.waitSignal(signal) as asked:
            by_text[text].trigger()
        assert asked.args == [summary.path]


@pytest.mark.parametrize(
    ("text", "title", "date", "is_draft"),
    [
        ("---\ntitle: A\ndate: 2026-01-02\n---\n", "A", datetime.date(2026, 1, 2), False),
        ("---\ntitle: A\ndraft: true\n---\n", "A", datetime.date(2025, 1, 1), True),
        ("---\ntitle: A\npublished: false\n---\n", "A", datetime.date(2025, 1, 1), True),
        ('+++\ntitle = "B"\ndate = 2026-01-02\n+++\n', "B", datetime.date(2026, 1, 2), False),
        ("no front matter", "2025-1-1-x.md", datetime.date(2025, 1, 1), False),
        ('---\ntitle: "broken\n---\n', "2025-1-1-x.md", datetime.date(2025, 1, 1), False),
        ("---\ntitle: A\ndate: 2026-13-45\n---\n", "A", datetime.date(2025, 1, 1), False),
    ],
)
def test_a_summary_says_what_the_front_matter_says(
    tmp_path: Path, text: str, title: str, date: datetime.date, is_draft: bool
) -> None:
    path = tmp_path / "2025-1-1-x.md"
    path.write_text(text)
    assert summarised(path) == Summary(path, title, date, is_draft)


def test_a_summary_reads_the_head_of_a_large_file_only(tmp_path: Path) -> None:
    path = tmp_path / "large.md"
    path.write_text("---\ntitle: 大きい\n---\n" + "日本語" * HEAD_BYTES)
    assert summarised(path).title == "大きい"


def test_what_can_not_be_read_keeps_its_name(tmp_path: Path) -> None:
    gone = tmp_path / "2026-01-01-gone.md"
    assert summarised(gone).title == unread(gone).title == gone.name


def test_a_title_that_can_not_be_decoded_is_not_shown(tmp_path: Path) -> None:
    path = tmp_path / "old.md"
    path.write_bytes("---\ntitle: 日本語\n---\n".encode("cp932"))
    assert summarised(path).title == "old.md"
    path.write_bytes("---\ntitle: Notes\n---\n日本語\n".encode("cp932"))
    assert summarised(path).title == "Notes"
    path.write_text("---\ntitle: lost \N{REPLACEMENT CHARACTER}\n---\n", encoding="utf-8")
    assert summarised(path).title == "lost \N{REPLACEMENT CHARACTER}"
