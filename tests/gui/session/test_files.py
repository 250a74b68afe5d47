"""Files are made, renamed and put aside without ever overwriting one."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

import pytest

from editor_app.core.generator import Generator
from editor_app.core.storage.save import SaveError
from editor_app.gui import discarded, files

NOW = datetime.datetime(2026, 5, 4, 9, 0, tzinfo=datetime.UTC)


def test_a_new_post_never_goes_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "2026-05-04-a.md"
    files.make_post(path, Generator.JEKYLL, "題: 1", NOW)
    text = path.read_text()
    assert "題: 1" in text
    with pytest.raises(SaveError):
        files.make_post(path, Generator.JEKYLL, "Other", NOW)
    assert path.read_text() == text


def test_a_rename_keeps_the_bytes_and_the_file(tmp_path: Path) -> None:
    before, after = tmp_path / "a.md", tmp_path / "b.md"
    before.write_bytes(b"\xef\xbb\xbfa\r\nb")
    inode = before.stat().st_ino
    identity = files.rename(before, after)
    assert after.read_bytes() == b"\xef\xbb\xbfa\r\nb"
    assert not before.exists()
    assert (identity.inode, after.stat().st_ino) == (inode, inode)


def test_a_rename_never_goes_over_a_file(tmp_path: Path) -> None:
    before, after = tmp_path / "a.md", tmp_path / "b.md"
    before.write_text("a")
    after.write_text("b")
    with pytest.raises(FileExistsError):
        files.rename(before, after)
    assert (before.read_text(), after.read_text()) == ("a", "b")


def test_a_rename_of_a_link_moves_the_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.md", tmp_path / "link.md"
    real.write_text("a")
    link.symlink_to(real)
    files.rename(link, tmp_path / "other.md")
    assert (tmp_path / "other.md").is_symlink()
    assert real.read_text() == "a"


def test_discarded_texts_are_kept_for_a_week(tmp_path: Path) -> None:
    folder = tmp_path / "discarded"
    discarded.prune(folder, NOW)
    first = discarded.keep(folder, "a.md", b"one", NOW)
    second = discarded.keep(folder, "a.md", b"two", NOW)
    assert (first.read_bytes(), second.read_bytes()) == (b"one", b"two")
    week = discarded.KEPT_DAYS * 86400
    os.utime(first, (NOW.timestamp() - week - 1,) * 2)
    os.utime(second, (NOW.timestamp() - week + 60,) * 2)
    discarded.prune(folder, NOW)
    assert list(folder.iterdir()) == [second]
    assert folder.stat().st_mode & 0o077 == 0


def test_a_file_goes_to_the_trash_or_stays(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_text("text", "utf-8")
    moved = files.move_to_trash(path)
    assert moved is not path.exists()
