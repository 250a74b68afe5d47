"""What a killed save leaves is removed later, and nothing that could be anybody's is."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editor_app.core.storage.leftovers import new_name, sweep

DAY_S = 86_400
NAME = ".galley-0123456789ab.tmp"

posix = pytest.mark.skipif(os.name != "posix", reason="locks and links of POSIX")


def test_an_old_file_of_a_killed_save_goes(tmp_path: Path) -> None:
    left = tmp_path / new_name()
    left.write_text("half a po")
    assert sweep(tmp_path, time.time() + DAY_S) == (left,)
    assert list(tmp_path.iterdir()) == []


def test_a_file_stays_until_it_is_old(tmp_path: Path) -> None:
    left = tmp_path / NAME
    left.write_text("x")
    os.utime(left, (0, 0))  # a copy that kept its date: it was touched just now
    assert sweep(tmp_path, time.time()) == ()
    assert left.exists()


@pytest.mark.parametrize(
    "name",
    [
        "a.md",
        "galley-0123456789ab.tmp",
        ".galley-0123456789ab.tmp.md",
        ".galley-0123456789abc.tmp",
        ".galley-0123456789AB.tmp",
        ".galley-notes.tmp",
        ".galley-.tmp",
        ".galley",
    ],
)
def test_a_file_of_another_name_stays(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("mine")
    assert sweep(tmp_path, time.time() + DAY_S) == ()
    assert (tmp_path / name).read_text() == "mine"


@posix
def test_what_is_no_ordinary_file_stays(tmp_path: Path) -> None:
    kept = tmp_path / "kept.md"
    kept.write_text("mine")
    (tmp_path / NAME).symlink_to(kept)
    (tmp_path / new_name()).mkdir()
    os.mkfifo(tmp_path / new_name())
    assert sweep(tmp_path, time.time() + DAY_S) == ()
    assert len(list(tmp_path.iterdir())) == 4
    assert kept.read_text() == "mine"


@posix
def test_a_file_that_a_living_process_holds_stays(tmp_path: Path) -> None:
    left = tmp_path / NAME
    code = (
        "import os, sys; from editor_app.core.storage import leftovers;"
        "d = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT); leftovers.hold(d);"
        "print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(left)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        assert sweep(tmp_path, time.time() + DAY_S) == ()
        process.kill()
        process.wait()
    assert sweep(tmp_path, time.time() + DAY_S) == (left,)


@posix
@pytest.mark.skipif(os.name == "posix" and os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_another_user_stays(tmp_path: Path) -> None:
    left = tmp_path / NAME
    left.write_text("x")
    os.chown(left, 12345, 12345)
    assert sweep(tmp_path, time.time() + DAY_S) == ()


def test_a_folder_that_is_gone_is_no_mistake(tmp_path: Path) -> None:
    assert sweep(tmp_path / "gone", time.time() + DAY_S) == ()


@posix
def test_a_second_name_of_a_file_goes_and_the_file_stays(tmp_path: Path) -> None:
    """A new post is linked into place; a save can be killed right after that."""
    post = tmp_path / "a.md"
    post.write_text("mine")
    os.link(post, tmp_path / NAME)
    assert sweep(tmp_path, time.time() + DAY_S) == (tmp_path / NAME,)
    assert post.read_text() == "mine"
