"""After a crash a text comes back without deciding anything: the file's text is never lost."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor_app.core.settings import Settings
from editor_app.core.site.find import find_site
from editor_app.core.storage.folders import folders
from editor_app.core.storage.identity import Identity, load
from editor_app.core.storage.recovery import OnDisk, recover
from editor_app.core.text.source import read
from editor_app.gui import discarded, session_notices
from editor_app.gui.analyst import Analyst
from editor_app.gui.session import Session
from editor_app.gui.surroundings import Surroundings

BASE, MINE, THEIRS = b"One\r\ntwo\n", b"One\r\nmine\n", b"One\r\ntheirs\n"


@pytest.fixture
def around(tmp_path: Path) -> Iterator[Surroundings]:
    own = folders({"GALLEY_HOME": str(tmp_path / "galley")})
    with ThreadPoolExecutor(1) as writer:
        yield Surroundings(own, lambda: datetime(2026, 5, 4, tzinfo=UTC), str, writer, "en")


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "post.md"
    path.write_bytes(BASE)
    return path


@pytest.fixture
def base(post: Path) -> Identity:
    return load(post).identity


@pytest.fixture
def session(qtbot: QtBot, post: Path, base: Identity, around: Surroundings) -> Iterator[Session]:
    """The post as a start after the crash opens it; another program wrote in between."""
    post.write_bytes(THEIRS)
    analyst = Analyst()
    loaded = load(post)
    made = Session(
        post,
        read(loaded.source_bytes),
        loaded.identity,
        site=find_site(post),
        settings=Settings(),
        analyst=analyst,
        surroundings=around,
    )
    yield made
    made.close(is_clean=True)
    analyst.close()


def _kept(around: Surroundings) -> list[bytes]:
    folder = discarded.folder_of(around.folders)
    return [one.read_bytes() for one in folder.iterdir()] if folder.is_dir() else []


def _choose(session: Session, choice: str) -> None:
    assert session.notice is not None
    session.choose(session.notice, choice)


def test_a_save_after_a_restore_writes_nothing_over_a_foreign_change(
    session: Session, post: Path, base: Identity
) -> None:
    assert session.restore(MINE, "utf-8", base)
    assert session.notice == session_notices.changed_on_disk(post)
    assert not session.save()
    assert not session.save()
    assert session.notice == session_notices.changed_on_disk(post)
    assert post.read_bytes() == THEIRS


def test_keep_mine_puts_the_file_s_text_aside_before_the_save(
    session: Session, post: Path, base: Identity, around: Surroundings
) -> None:
    assert session.restore(MINE, "utf-8", base)
    _choose(session, session_notices.KEEP_MINE)
    assert (_kept(around), post.read_bytes()) == ([THEIRS], THEIRS)
    assert session.save()
    assert post.read_bytes() == MINE


def test_what_can_t_be_put_aside_is_not_overwritten(
    session: Session, post: Path, base: Identity, around: Surroundings
) -> None:
    folder = discarded.folder_of(around.folders)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file in the way")
    assert session.restore(MINE, "utf-8", base)
    _choose(session, session_notices.KEEP_MINE)
    assert session.notice is not None
    assert session.notice.kind == "not-kept"
    assert not session.save()
    assert post.read_bytes() == THEIRS
    assert session.notice == session_notices.changed_on_disk(post)


def test_a_second_crash_before_the_answer_still_knows_of_the_foreign_change(
    session: Session, base: Identity, around: Surroundings
) -> None:
    assert session.restore(MINE, "utf-8", base)
    session.close(is_clean=False)
    (unsaved,) = recover(around.folders.journals)
    try:
        assert (unsaved.content, unsaved.on_disk) == (MINE, OnDisk.CHANGED)
    finally:
        unsaved.discard()


def test_undo_after_a_restore_gives_the_file_s_bytes_back(session: Session, post: Path) -> None:
    assert session.restore(MINE, "utf-8", load(post).identity)
    assert session.notice is not None
    assert session.notice.kind == "restored"
    assert session.document.undo_name == "restored text"
    session.document.undo()
    assert session.document.table.to_bytes() == THEIRS
    assert session.document.undo_name is None
    session.document.redo()
    assert session.save()
    assert post.read_bytes() == MINE


def test_keep_mine_puts_aside_a_change_that_comes_after_the_restore(
    session: Session, post: Path, around: Surroundings
) -> None:
    assert session.restore(MINE, "utf-8", load(post).identity)
    post.write_bytes(b"again\n")
    session.look_at_disk()
    assert session.notice == session_notices.changed_on_disk(post)
    _choose(session, session_notices.KEEP_MINE)
    assert _kept(around) == [b"again\n"]
    assert session.save()
    assert post.read_bytes() == MINE
