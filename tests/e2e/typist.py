"""The real program with a typist inside: `python -m tests.e2e.typist FILE SAVE_EVERY`.

Types letters into the text, one every few milliseconds, and tells each on
stdout: its number and the time. Saves by key after every so many (0: never).
"""

from __future__ import annotations

import itertools
import string
import sys
import time

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from editor_app.gui import app

EVERY_MS = 15
LETTERS = string.ascii_lowercase


def main(path: str, save_every: int) -> int:
    """Run until somebody ends it."""
    program = app.start([path])
    if program is None:
        return 1
    editor = program.window.findChild(QPlainTextEdit, "editor")
    numbers = itertools.count()

    def press() -> None:
        number = next(numbers)
        if editor is None or editor.isReadOnly():
            return
        QTest.keyClick(editor, LETTERS[number % len(LETTERS)])
        sys.stdout.write(f"{number} {time.monotonic()}\n")
        sys.stdout.flush()
        if save_every and number % save_every == save_every - 1:
            modifier = Qt.KeyboardModifier.ControlModifier
            QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_S, modifier)

    timer = QTimer()
    timer.setInterval(EVERY_MS)
    timer.timeout.connect(press)
    QTimer.singleShot(800, timer.start)
    return program.run()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
