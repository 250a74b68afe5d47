"""The problems of a whole site, mended and taken back by real keys in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.gui.site_view.pane import SiteView
from editor_app.gui.window import Window
from tests.e2e.conftest import Open, is_checked

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
POSTS = 30
LONG_MS = 40_000


def _bytes(number: int) -> bytes:
    """A post with a heading mark in its title; every third with other line endings and a mark."""
    lines = (
        "---",
        f'title: "# 春の港 {number}"   # kept',
        f"date: 2026-03-{number:02} 08:00:00 +0900",
        "tags:   [港,  'a']",
        "---",
        "",
        f"The ferry of day {number} leaves at eight.",
        "",
    )
    text = ("\r\n" if number % 3 == 0 else "\n").join(lines)
    return (b"\xef\xbb\xbf" if number % 5 == 0 else b"") + text.encode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "_posts").mkdir(parents=True)
    (folder / "_config.yml").write_text("title: Spring\n")
    for number in range(1, POSTS + 1):
        (folder / "_posts" / f"2026-03-{number:02}-harbour.md").write_bytes(_bytes(number))
    return folder


def _posts(site: Path) -> list[Path]:
    return sorted((site / "_posts").glob("*.md"))


def _read(site: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in _posts(site)}


def _focused() -> object:
    return QApplication.focusWidget()


def _press(qtbot: QtBot, window: Window, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """A key as from the keyboard: it goes where the focus is."""
    held = Qt.KeyboardModifier.NoModifier
    for one in modifiers:
        held |= one
    qtbot.keyClick(window.windowHandle(), key, held)


def _open_view(qtbot: QtBot, window: Window) -> SiteView:
    _press(qtbot, window, Qt.Key.Key_E, CONTROL, SHIFT)
    view = window.site.view
    assert view.isVisible()
    _wait(qtbot, window)
    return view


def _wait(qtbot: QtBot, window: Window) -> None:
    check = window.site.check
    qtbot.waitUntil(lambda: check.latest is not None and not check.is_busy, timeout=LONG_MS)


def _mended(number: int) -> bytes:
    return _bytes(number).replace('"# 春'.encode(), '"春'.encode())


def test_one_rule_is_mended_in_all_posts_and_taken_back_to_the_byte(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    before = _read(site)
    window = open_window()
    window.files.open_site(site)
    view = _open_view(qtbot, window)
    assert view.choices.current is not None
    assert view.choices.current.key == "title-heading-mark"
    assert _focused() is view.table
    assert len(view.table.posts.selected) == POSTS

    _press(qtbot, window, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: _focused() is view.dry_run.apply, timeout=LONG_MS)
    assert view.dry_run.apply.text() == "Change 30 files"
    assert _read(site) == before

    _press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _read(site) != before, timeout=LONG_MS)
    _wait(qtbot, window)
    after = {f"2026-03-{number:02}-harbour.md": _mended(number) for number in range(1, POSTS + 1)}
    assert _read(site) == after
    notice = window.notices.notice
    assert notice is not None
    assert notice.text == "30 files changed"
    qtbot.waitUntil(lambda: "title-heading-mark" not in _rules(view), timeout=LONG_MS)
    assert _focused() is view  # not the notice's Undo, where another Enter would take all back

    window.findChild(QPushButton, "choice:undo-in-posts").click()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: _read(site) == before, timeout=LONG_MS)
    _wait(qtbot, window)
    assert "title-heading-mark" in _rules(view)


def _rules(view: SiteView) -> set[str]:
    site = view._site
    return {found.rule for post in site.posts for found in post.findings} if site else set()


def test_a_post_with_unsaved_changes_is_left_out_by_name_and_a_clean_one_reloads(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    clean, dirty = _posts(site)[0], _posts(site)[1]
    window = open_window(clean, dirty)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    qtbot.keyClicks(editor, "x")
    view = _open_view(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: _focused() is view.dry_run.apply, timeout=LONG_MS)
    planned = view.dry_run.planned
    assert planned is not None
    assert [one.path for one in planned.left_out] == [dirty]
    assert planned.left_out[0].reason == "It is open with changes that are not saved"
    before = dirty.read_bytes()
    _press(qtbot, window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: clean.read_bytes() == _mended(1), timeout=LONG_MS)
    _wait(qtbot, window)
    assert dirty.read_bytes() == before
    opened = window.sessions.find(clean)
    assert opened is not None
    assert '"春の港 1"' in opened.document.text
    assert not opened.is_dirty


def test_the_last_change_can_be_taken_back_after_another_start(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    before = _read(site)
    first = open_window()
    first.files.open_site(site)
    view = _open_view(qtbot, first)
    _press(qtbot, first, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: _focused() is view.dry_run.apply, timeout=LONG_MS)
    _press(qtbot, first, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: _read(site) != before, timeout=LONG_MS)
    _wait(qtbot, first)
    with qtbot.waitSignal(first.closed, timeout=10_000):
        first.leave_at_once()

    second = open_window()
    second.files.open_site(site)
    view = _open_view(qtbot, second)
    assert view.undo.isVisible()
    _press(qtbot, second, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: _read(site) == before, timeout=LONG_MS)
    _wait(qtbot, second)
    assert not view.undo.isVisible()


def test_a_rule_is_turned_off_in_a_site_without_settings_and_on_again(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    settings = site / "galley.toml"
    window = open_window()
    window.files.open_site(site)
    view = _open_view(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_I, SHIFT)
    qtbot.waitUntil(lambda: "title-heading-mark" not in _rules(view), timeout=LONG_MS)
    assert settings.read_bytes() == b'[check]\ndisable = ["title-heading-mark"]\n'
    notice = window.notices.notice
    assert notice is not None
    assert notice.text == "title-heading-mark is off in this site: galley.toml"
    assert [choice.text for choice in notice.choices] == ["Undo"]
    _wait(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: "title-heading-mark" in _rules(view), timeout=LONG_MS)
    assert not settings.exists()


def test_taking_back_leaves_a_post_that_has_unsaved_changes_by_now(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    before, dirty = _read(site), _posts(site)[0]
    window = open_window(dirty)
    view = _open_view(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: _focused() is view.dry_run.apply, timeout=LONG_MS)
    _press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dirty.read_bytes() == _mended(1), timeout=LONG_MS)
    _wait(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_Escape)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    qtbot.keyClicks(editor, "x")
    view = _open_view(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: _read(site) == before | {dirty.name: _mended(1)}, timeout=LONG_MS)
    _wait(qtbot, window)
    notice = window.notices.notice
    assert notice is not None
    named = f"{dirty.name}: It is open with changes that are not saved"
    assert notice.text == f"29 files are as they were · {named}"
    assert view.undo.isVisible()


def test_keys_select_look_open_and_go_back(qtbot: QtBot, open_window: Open, site: Path) -> None:
    window = open_window()
    window.files.open_site(site)
    view = _open_view(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_Down)
    _press(qtbot, window, Qt.Key.Key_X)
    assert len(view.table.posts.selected) == POSTS - 1
    row = view.table.current
    assert row is not None
    assert not view.table.posts.is_selected(row)
    _press(qtbot, window, Qt.Key.Key_Return)
    assert not view.isVisible()
    session = window.sessions.current
    assert session is not None
    assert session.path == row.post.path
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    assert _focused() is editor
    assert editor.textCursor().selectedText() == "# "
    _press(qtbot, window, Qt.Key.Key_E, CONTROL, SHIFT)
    assert view.isVisible()
    _wait(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert not view.isVisible()


def test_a_post_that_is_gone_leaves_the_view_as_it_is(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    window = open_window()
    window.files.open_site(site)
    view = _open_view(qtbot, window)
    row = view.table.current
    assert row is not None
    row.post.path.unlink()
    _press(qtbot, window, Qt.Key.Key_Return)
    assert view.isVisible()
    notice = window.notices.notice
    assert notice is not None
    assert notice.text.endswith("can't be opened: the file is no longer there.")
    qtbot.waitUntil(lambda: len(view.table.posts.rows) == POSTS - 1, timeout=LONG_MS)
    assert _focused() is view.table


def test_what_was_only_told_goes_when_the_user_goes_on(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    window = open_window()
    window.files.open_site(site)
    _open_view(qtbot, window)
    _press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: window.notices.notice is not None, timeout=LONG_MS)
    _press(qtbot, window, Qt.Key.Key_Escape)
    assert window.notices.notice is None


def test_from_post_to_post_with_three_keys_each(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    window = open_window()
    window.files.open_site(site)
    window.site.check.check()
    _wait(qtbot, window)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    for number in (30, 29, 28):
        _press(qtbot, window, Qt.Key.Key_F9)
        session = window.sessions.current
        assert session is not None
        assert session.path.name == f"2026-03-{number:02}-harbour.md"
        assert editor.textCursor().selectedText() == "# "
        qtbot.waitUntil(lambda: is_checked(window), timeout=LONG_MS)
        _press(qtbot, window, Qt.Key.Key_Period, CONTROL, SHIFT)
        _press(qtbot, window, Qt.Key.Key_S, CONTROL)
        assert session.path.read_bytes() == _mended(number)
    editor.insertPlainText("unsaved ")
    dirty = window.sessions.current
    _press(qtbot, window, Qt.Key.Key_F9, SHIFT)
    assert dirty is not None
    assert dirty.is_dirty
    assert dirty in window.sessions.all
    assert window.sessions.current is not dirty


def test_from_post_to_post_in_the_problems_with_four_keys_where_fixes_are_not_safe(
    qtbot: QtBot, open_window: Open, tmp_path: Path
) -> None:
    folder = tmp_path / "site" / "_posts"
    folder.mkdir(parents=True)
    (tmp_path / "site" / "_config.yml").write_text("title: Spring\n")
    for day in (1, 2, 3):
        lost = f"---\ntitle: Day {day}\ufffd\ndate: 2026-03-0{day}\n---\n\nA lost \ufffd letter.\n"
        (folder / f"2026-03-0{day}-lost.md").write_text(lost)
    window = open_window()
    window.files.open_site(tmp_path / "site")
    window.site.check.check()
    _wait(qtbot, window)
    table = window.problems.table
    for day in (3, 2, 1):
        _press(qtbot, window, Qt.Key.Key_F9)
        if day == 3:
            window.problems.take_focus()  # once, by F6 or a click
        session = window.sessions.current
        assert session is not None
        assert session.path.name == f"2026-03-0{day}-lost.md"
        qtbot.waitUntil(lambda: is_checked(window) and table.hasFocus(), timeout=LONG_MS)
        for _ in range(2):
            assert _rules_of_post(window)[0] == "replacement-character"
            _press(qtbot, window, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: is_checked(window), timeout=LONG_MS)
        _press(qtbot, window, Qt.Key.Key_S, CONTROL)
        assert "\ufffd" not in session.path.read_text()


def test_the_next_problem_is_the_one_from_the_caret_on(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    path = site / "_posts" / "2026-04-01-lost.md"
    path.write_text(
        "---\ntitle: '# One\ufffd'\ndate: 2026-04-01\n---\n\nText.\n\nA \ufffd.\n\nB\ufffd.\n"
    )
    window = open_window(path)
    editor = window.findChild(QPlainTextEdit, "editor")
    session = window.sessions.current
    assert editor is not None
    assert session is not None
    analysis = session.analysis
    assert analysis is not None
    spans = [one.span for one in analysis.diagnostics]
    lines = [session.document.text.count("\n", 0, span.start) + 1 for span in spans]
    assert lines == [2, 2, 8, 10]
    reached = []
    for _ in range(5):
        _press(qtbot, window, Qt.Key.Key_F8)
        reached.append(editor.textCursor().blockNumber() + 1)
    assert reached == [8, 10, 2, 2, 8]  # the caret stood in the body when the post was opened


def test_a_finding_is_ignored_where_it_stands_and_in_the_whole_site(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    window = open_window()
    window.files.open_site(site)
    view = _open_view(qtbot, window)
    row = view.table.current
    assert row is not None
    before = row.post.path.read_bytes()
    _press(qtbot, window, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: row.post.path.read_bytes() != before, timeout=LONG_MS)
    _wait(qtbot, window)
    assert b"# galley: allow title-heading-mark" in row.post.path.read_bytes()
    qtbot.waitUntil(lambda: len(view.table.posts.rows) == POSTS - 1, timeout=LONG_MS)
    _press(qtbot, window, Qt.Key.Key_I, SHIFT)
    settings = site / "galley.toml"
    qtbot.waitUntil(settings.exists, timeout=LONG_MS)
    _wait(qtbot, window)
    assert settings.read_text() == '[check]\ndisable = ["title-heading-mark"]\n'
    qtbot.waitUntil(lambda: "title-heading-mark" not in _rules(view), timeout=LONG_MS)


def test_a_problem_of_the_open_post_is_ignored_by_a_key_and_the_key_undone(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    post = _posts(site)[0]
    window = open_window(post)
    session = window.sessions.current
    assert session is not None
    before = session.document.text
    _press(qtbot, window, Qt.Key.Key_F8)
    window.problems.table.setFocus()
    _press(qtbot, window, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: session.document.text != before, timeout=LONG_MS)
    assert "# galley: allow title-heading-mark\ntitle:" in session.document.text
    qtbot.waitUntil(
        lambda: is_checked(window) and not window.problems.table.model().rowCount(),
        timeout=LONG_MS,
    )
    _press(qtbot, window, Qt.Key.Key_Z, CONTROL)
    assert session.document.text == before


def _rules_of_post(window: Window) -> list[str]:
    session = window.sessions.current
    analysis = session.analysis if session is not None else None
    return [found.rule for found in analysis.diagnostics] if analysis is not None else []


@pytest.fixture
def odd(site: Path) -> Path:
    """A post that is in order by itself; the others write its tag in another way."""
    for day, tag in ((1, "Garden"), (2, "garden"), (3, "garden")):
        head = f"title: Day {day}\ndate: 2026-04-0{day}\ntags: [{tag}]"
        text = f"---\n{head}\n---\n\nWhat grows on day {day}.\n"
        (site / "_posts" / f"2026-04-0{day}-garden.md").write_text(text)
    return site / "_posts" / "2026-04-01-garden.md"


def test_the_open_post_has_what_only_all_posts_show_and_its_fix(
    qtbot: QtBot, open_window: Open, site: Path, odd: Path
) -> None:
    window = open_window(odd)
    session = window.sessions.current
    assert session is not None
    assert _rules_of_post(window) == []
    window.site.check.check()
    _wait(qtbot, window)
    assert _rules_of_post(window) == ["tag-near-duplicate"]
    assert window.posts.counts_of(odd) == (0, 1)
    editor = window.findChild(QPlainTextEdit, "editor")
    assert editor is not None
    qtbot.keyClicks(editor, "x")  # the caret stands in the body
    qtbot.waitUntil(lambda: is_checked(window), timeout=LONG_MS)
    assert _rules_of_post(window) == ["tag-near-duplicate"]

    _press(qtbot, window, Qt.Key.Key_F8)
    assert editor.textCursor().selectedText() == "Garden"
    window.problems.table.setFocus()
    _press(qtbot, window, Qt.Key.Key_Return)
    assert "tags: [garden]" in session.document.text
    qtbot.waitUntil(lambda: is_checked(window), timeout=LONG_MS)
    assert _rules_of_post(window) == []
    assert window.posts.counts_of(odd) == (0, 0)


def test_what_only_all_posts_show_is_ignored_in_the_open_post(
    qtbot: QtBot, open_window: Open, site: Path, odd: Path
) -> None:
    window = open_window(odd)
    session = window.sessions.current
    assert session is not None
    window.site.check.check()
    _wait(qtbot, window)
    window.problems.table.setFocus()
    _press(qtbot, window, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: "allow tag-near-duplicate\ntags" in session.document.text)
    qtbot.waitUntil(lambda: is_checked(window), timeout=LONG_MS)
    assert _rules_of_post(window) == []
    _press(qtbot, window, Qt.Key.Key_S, CONTROL)
    window.site.check.check()
    _wait(qtbot, window)
    assert _rules_of_post(window) == []


def test_wrong_settings_are_said_without_an_open_post_and_once(
    qtbot: QtBot, open_window: Open, site: Path
) -> None:
    (site / "galley.toml").write_text("[check]\nbogus = 1\n")
    window = open_window()
    window.files.open_site(site)
    _open_view(qtbot, window)
    notice = window.notices.notice
    assert notice is not None
    assert notice.text == "galley.toml:2: There is no setting bogus"
    window.notices.dismissed.emit(notice)
    assert window.notices.notice is None
    window.site.check.check()
    _wait(qtbot, window)
    assert window.notices.notice is None
