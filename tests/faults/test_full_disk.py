"""A disk that is really full: short writes included."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor_app.core.storage.identity import load
from editor_app.core.storage.journal import Journal, JournalFailed, recover
from editor_app.core.storage.reasons import Reason
from editor_app.core.storage.save import SaveFailed, Step, save


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 64 KiB."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("NOT TESTED: a full disk; only root may mount one")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode != 0:
        pytest.skip("NOT TESTED: a full disk; this system forbids mounting")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.mark.parametrize("size", [28 * 1024, 60 * 1024, 200 * 1024])
def test_a_full_disk_leaves_the_old_file_and_no_rest(small_disk: Path, size: int) -> None:
    post = small_disk / "a.md"
    old = os.urandom(40 * 1024)
    identity = save(post, old, None).identity
    with pytest.raises(SaveFailed) as failure:
        save(post, os.urandom(size), identity)
    assert failure.value.reason is Reason.DISK_FULL
    assert failure.value.step is Step.WRITE
    assert post.read_bytes() == old
    assert os.listdir(small_disk) == ["a.md"]
    assert save(post, b"short", load(post).identity)
    assert post.read_bytes() == b"short"


def test_a_full_disk_makes_no_new_file(small_disk: Path) -> None:
    with pytest.raises(SaveFailed) as failure:
        save(small_disk / "a.md", os.urandom(80 * 1024), None)
    assert failure.value.reason is Reason.DISK_FULL
    assert os.listdir(small_disk) == []


def test_a_journal_on_a_full_disk_keeps_what_it_had(small_disk: Path) -> None:
    journal = Journal.start(small_disk / "j", None, None, "utf-8", lambda: datetime.now(UTC))
    journal.record(b"kept")
    with pytest.raises(JournalFailed) as failure:
        journal.record(os.urandom(100 * 1024))
    assert failure.value.reason is Reason.DISK_FULL
    journal.close(clean=False)
    (unsaved,) = recover(small_disk / "j")
    assert (unsaved.content, unsaved.is_damaged) == (b"kept", False)
    unsaved.discard()


def test_a_disk_that_can_only_be_read_is_told(small_disk: Path) -> None:
    post = small_disk / "a.md"
    identity = save(post, b"old", None).identity
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    for expected, path in ((identity, post), (None, small_disk / "b.md")):
        with pytest.raises(SaveFailed) as failure:
            save(path, b"new", expected)
        assert failure.value.reason in (Reason.READ_ONLY_DISK, Reason.WRITE_PROTECTED)
    assert post.read_bytes() == b"old"
