"""The fixtures that watch every test do see what they are there for."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CONFTEST = """
import os
from tests.fixtures import leftovers
from tests.fixtures.leftovers import nothing_left_running
from tests.fixtures.logs import no_unexpected_log_line
leftovers.PATIENCE_S = 0.3
os.environ["GALLEY_TESTS"] = str(os.getpid())
"""
TESTS = """
import logging, subprocess, sys, threading, time
import pytest
from PySide6.QtCore import QThread, QTimer, qWarning

SLEEP = [sys.executable, "-c", "import time; time.sleep(8)"]
kept = []

def test_thread():
    threading.Thread(target=time.sleep, args=(1.5,), name="culprit", daemon=True).start()

def test_thread_that_ends():
    threading.Thread(target=time.sleep, args=(0.1,)).start()

def test_process():
    kept.append(subprocess.Popen(SLEEP))

def test_orphan():
    starts = f"import subprocess; subprocess.Popen({SLEEP!r})"
    subprocess.run([sys.executable, "-c", starts], check=True)

@pytest.mark.leaves_running("time.sleep")
def test_process_that_may_stay():
    kept.append(subprocess.Popen(SLEEP))

def test_timer(qapp):
    kept.append(QTimer(objectName="culprit"))
    kept[-1].start(60_000)

def test_timer_that_ends(qapp):
    kept.append(QTimer(singleShot=True))
    kept[-1].start(50)

def test_qthread(qapp):
    class Busy(QThread):
        def run(self):
            time.sleep(1.5)
    kept.append(Busy(objectName="culprit"))
    kept[-1].start()

def test_log():
    logging.getLogger("galley").warning("the disk is odd")

@pytest.mark.expects_log("disk is odd")
def test_expected_log():
    logging.getLogger("galley").warning("the disk is odd")

def test_qt_log(qapp):
    qWarning("qt is odd")

def test_stop(qapp):
    for thing in kept:
        if isinstance(thing, QThread):
            thing.wait()
        if isinstance(thing, QTimer):
            thing.stop()
        if isinstance(thing, subprocess.Popen):
            thing.kill()
            thing.wait()
"""


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Each inner test's outcome and the words of its failure."""
    folder = tmp_path_factory.mktemp("inner")
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_inner.py").write_text(TESTS)
    options = ["-q", "-rA", "-p", "no:cacheprovider", "--no-xvfb", "--rootdir", str(ROOT)]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-c", str(ROOT / "pyproject.toml"), str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=100,
    )
    found: dict[str, str] = {}
    for line in done.stdout.splitlines():
        if match := re.match(r"(PASSED|FAILED|ERROR) .*::(\w+)(.*)", line):
            found[match[2]] = max(found.get(match[2], ""), match[1], key=_gravity)
    found["output"] = done.stdout + done.stderr
    return found


def _gravity(outcome: str) -> int:
    return ["", "PASSED", "FAILED", "ERROR"].index(outcome)


@pytest.mark.parametrize(
    "name", ["test_thread", "test_process", "test_orphan", "test_timer", "test_qthread", "test_log"]
)
def test_what_is_left_behind_is_an_error(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[name] == "ERROR", outcomes["output"]


@pytest.mark.parametrize(
    "name",
    [
        "test_thread_that_ends",
        "test_process_that_may_stay",
        "test_timer_that_ends",
        "test_expected_log",
        "test_stop",
    ],
)
def test_what_ends_or_was_announced_is_none(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[name] == "PASSED", outcomes["output"]


def test_an_unexpected_message_of_qt_is_a_failure(outcomes: dict[str, str]) -> None:
    assert outcomes["test_qt_log"] == "FAILED", outcomes["output"]


def test_the_culprits_are_named(outcomes: dict[str, str]) -> None:
    for words in ("thread culprit", "time.sleep(8)", "timer 'culprit' of nobody, 60000 ms"):
        assert words in outcomes["output"]
    assert "QThread 'culprit' Busy" in outcomes["output"]
    assert "WARNING galley: the disk is odd" in outcomes["output"]
