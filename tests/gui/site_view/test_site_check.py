"""The process that checks a site, as the window has it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from editor_app.core.bulk.site_messages import SiteFound
from editor_app.core.storage.folders import folders
from editor_app.gui import app
from editor_app.gui.site_check import SiteCheck

NOW = datetime(2026, 5, 4, tzinfo=UTC)
LONG_MS = 40_000


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site" / "_posts"
    folder.mkdir(parents=True)
    (tmp_path / "site" / "_config.yml").write_text("title: Site\n")
    for number in range(1, 10):
        path = folder / f"2026-03-0{number}-x.md"
        path.write_text(f'---\ntitle: "# X {number}"\ndate: 2026-03-0{number}\n---\n\nText.\n')
    return tmp_path / "site"


@pytest.fixture
def check(qapp: QApplication, tmp_path: Path) -> Iterator[SiteCheck]:
    around = app.surroundings("en", folders({"GALLEY_HOME": str(tmp_path / "galley")}))
    made = SiteCheck(around)
    yield made
    made.close()
    around.writer.shutdown()


def _posts(check: SiteCheck) -> int:
    return len(check.latest.posts) if check.latest is not None else -1


def test_a_site_is_checked_and_the_process_goes(qtbot: QtBot, check: SiteCheck, site: Path) -> None:
    check.show_site(site)
    assert not check.is_busy
    with qtbot.waitSignal(check.found, timeout=LONG_MS) as found:
        check.check()
    assert found.args is not None
    assert isinstance(found.args[0], SiteFound)
    assert _posts(check) == 9
    assert check.process_id is None


def test_the_process_stays_while_somebody_looks(qtbot: QtBot, check: SiteCheck, site: Path) -> None:
    check.show_site(site)
    check.stay(is_watched=True)
    with qtbot.waitSignal(check.found, timeout=LONG_MS):
        check.check()
    process = check.process_id
    assert process is not None
    with qtbot.waitSignal(check.found, timeout=LONG_MS):
        check.check()
    assert check.process_id == process
    check.stay(is_watched=False)
    assert check.process_id is None


def test_what_is_stopped_is_forgotten_and_can_be_asked_again(
    qtbot: QtBot, check: SiteCheck, site: Path
) -> None:
    check.show_site(site)
    check.check()
    check.stop()
    assert not check.is_busy
    assert check.process_id is None
    with qtbot.waitSignal(check.found, timeout=LONG_MS):
        check.check()


def test_two_checks_that_wait_are_one(qtbot: QtBot, check: SiteCheck, site: Path) -> None:
    heard: list[object] = []
    check.found.connect(heard.append)
    check.show_site(site)
    check.check()
    check.check()
    qtbot.waitUntil(lambda: not check.is_busy, timeout=LONG_MS)
    assert len(heard) == 1


def test_a_process_that_dies_is_told_and_another_answers(
    qtbot: QtBot, check: SiteCheck, site: Path
) -> None:
    check.show_site(site)
    check.check()
    process = check.process_id
    assert process is not None
    with qtbot.waitSignal(check.failed, timeout=LONG_MS):
        os.kill(process, 9)
    assert not check.is_busy
    with qtbot.waitSignal(check.found, timeout=LONG_MS):
        check.check()
    assert _posts(check) == 9


def test_of_another_site_nothing_is_known(qtbot: QtBot, check: SiteCheck, site: Path) -> None:
    check.show_site(site)
    with qtbot.waitSignal(check.found, timeout=LONG_MS):
        check.check()
    check.show_site(site.parent)
    assert check.latest is None
    assert not check.is_busy
