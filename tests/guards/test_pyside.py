"""PySide6 keeps its references: 6.12.0 lost one with each call that returns None."""

from __future__ import annotations

import subprocess
import sys

CALLS = """
from PySide6.QtCore import QCoreApplication, QObject, QTimer
application = QCoreApplication([])
thing, timer = QObject(), QTimer()
for _ in range(100_000):
    thing.setObjectName("name")
    timer.stop()
print("alive")
"""


def test_two_hundred_thousand_calls_that_return_none_do_not_abort() -> None:
    done = subprocess.run(
        [sys.executable, "-c", CALLS], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
