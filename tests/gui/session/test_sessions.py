"""The open posts: what opening and saving does beside them."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor_app.core.settings import Settings
from editor_app.core.storage.folders import folders
from editor_app.gui.analyst import Analyst
from editor_app.gui.sessions import Sessions
from editor_app.gui.surroundings import Surroundings


def _in_two_hours() -> datetime:
    return datetime.now(UTC) + timedelta(hours=2)


@pytest.fixture
def sessions(qtbot: QtBot, tmp_path: Path) -> Iterator[Sessions]:
    own = folders({"GALLEY_HOME": str(tmp_path / "galley")})
    analyst = Analyst()
    with ThreadPoolExecutor(1) as writer:
        around = Surroundings(own, _in_two_hours, str, writer, "en")
        made = Sessions(analyst, around, lambda _site: Settings())
        yield made
        for session in made.all:
            made.close(session, is_clean=True)
        analyst.close()


def test_what_a_killed_save_left_goes_when_its_folder_s_post_is_opened_or_saved(
    sessions: Sessions, tmp_path: Path
) -> None:
    folder = tmp_path / "posts"
    folder.mkdir()
    post = folder / "a.md"
    post.write_text("---\ntitle: T\n---\n")
    (tmp_path / "link.md").symlink_to(post)
    left = folder / ".galley-0123456789ab.tmp"
    left.write_text("half")
    session = sessions.open(tmp_path / "link.md")
    assert not left.exists()
    left.write_text("half")
    assert session.save()
    assert sorted(path.name for path in folder.iterdir()) == ["a.md"]
