"""`kill -9` while keys are typed: at most a second of text is lost, and no file is damaged."""

from __future__ import annotations

import os
import random
import signal
import string
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from editor_app.core.storage.recovery import recover
from tests.e2e.conftest import SEED, Open
from tests.soak import soak_count

ROOT = Path(__file__).parents[2]
LETTERS = string.ascii_lowercase


@contextmanager
def typist(post: Path, home: Path, save_every: int) -> Iterator[subprocess.Popen[str]]:
    """The real program, typing."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.e2e.typist", str(post), str(save_every)],
        cwd=ROOT,
        env=os.environ | {"GALLEY_HOME": str(home), "QT_LOGGING_RULES": "*=false"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def typed(count: int) -> str:
    """The first so many letters."""
    return "".join(LETTERS[number % len(LETTERS)] for number in range(count))


def _letters_in(text: str) -> int:
    """How many letters stand at the place where they were typed; the rest must be the seed."""
    base = SEED.read_bytes().decode()
    start = base.index("## OpenAI")
    end = start + len(text) - len(base)
    assert text[:start] == base[:start]
    assert text[end:] == base[start:]
    assert text[start:end] == typed(end - start)
    return end - start


@pytest.mark.parametrize("round_", range(soak_count(3, 50)))
@pytest.mark.timeout(60)
def test_at_most_a_second_of_text_is_lost(
    tmp_path: Path, post: Path, qtbot: QtBot, open_window: Open, round_: int
) -> None:
    chance = random.Random(round_)
    home = tmp_path / "galley"
    with typist(post, home, save_every=chance.choice((0, 0, 37))) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline()]  # the window is there, and the first key typed
        end = time.monotonic() + chance.uniform(0.7, 2.5)
        while time.monotonic() < end:
            lines.append(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        process.wait()
        lines += process.stdout.readlines()
    times = [float(line.split()[1]) for line in lines if line.endswith("\n") and line.strip()]
    safe = sum(moment < killed - 1.0 for moment in times)

    on_disk = _letters_in(post.read_bytes().decode())
    window = open_window(post)
    window.offer_recovery()
    dialog = window.recovery.dialog
    if dialog is not None:
        dialog.restore.click()
    session = window.sessions.current
    assert session is not None
    restored = _letters_in(session.document.text)
    assert restored >= max(safe, on_disk)
    assert _letters_in(post.read_bytes().decode()) == on_disk
    if dialog is not None:
        assert session.is_dirty
        assert session.save()
    assert _letters_in(post.read_bytes().decode()) == restored
    assert recover(home / "state" / "journals") == ()


@pytest.mark.timeout(60)
def test_sigterm_keeps_the_text_and_ends_cleanly(tmp_path: Path, post: Path) -> None:
    home = tmp_path / "galley"
    with typist(post, home, save_every=0) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(20)]
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=15) == 0
        lines += process.stdout.readlines()
    (unsaved,) = recover(home / "state" / "journals")
    try:
        assert _letters_in(unsaved.text) == len(lines)
    finally:
        unsaved.release()
    assert post.read_bytes() == SEED.read_bytes()


@pytest.mark.timeout(60)
def test_a_restored_post_brings_its_site_along(
    tmp_path: Path, post: Path, qtbot: QtBot, open_window: Open
) -> None:
    home = tmp_path / "galley"
    with typist(post, home, save_every=0) as process:
        assert process.stdout is not None
        for _ in range(100):
            process.stdout.readline()
        process.send_signal(signal.SIGKILL)
        process.wait()
    (home / "config" / "window.ini").unlink(missing_ok=True)  # nothing tells which site it was
    window = open_window()
    assert window.files.site is None
    window.offer_recovery()
    dialog = window.recovery.dialog
    assert dialog is not None
    qtbot.keyClick(dialog.restore, Qt.Key.Key_Space)
    assert window.files.site is not None
    assert window.files.site.root == post.parents[1]
    qtbot.waitUntil(lambda: window.posts.list.model().rowCount() == 1, timeout=5_000)
    assert window.posts.list.currentIndex().isValid()
