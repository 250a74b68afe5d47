"""The floor: a bare text field beside a bare web view, with nothing in between.

`python -m tests.benchmarks.floor FILE` prints where the two stand on the screen, as JSON.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QSplitter, QWidget

PARAGRAPH = "Here the caret stands."


def place_of(widget: QWidget) -> list[int]:
    """x, y, width and height on the screen, in pixels."""
    corner = widget.mapToGlobal(QPoint(0, 0))
    return [corner.x(), corner.y(), widget.width(), widget.height()]


def main(file: Path) -> int:
    """Show the text on the left and, as one line of it, on the right; echo each key there."""
    application = QApplication(["floor"])
    application.setCursorFlashTime(0)  # a caret that blinks is no echo
    text = file.read_text("utf-8")
    splitter = QSplitter()
    editor, view = QPlainTextEdit(text), QWebEngineView()
    splitter.addWidget(editor)
    splitter.addWidget(view)
    splitter.setSizes([720, 720])
    view.setHtml(f"<p id=line style='margin-top: 120px'>{PARAGRAPH}</p>")
    cursor = editor.textCursor()
    cursor.setPosition(text.index(PARAGRAPH) + len(PARAGRAPH))
    editor.setTextCursor(cursor)
    block = cursor.block()

    def echo() -> None:
        line = json.dumps(block.text())
        view.page().runJavaScript(f"document.getElementById('line').textContent = {line}")

    editor.textChanged.connect(echo)
    splitter.resize(1440, 900)
    splitter.move(0, 0)
    splitter.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    splitter.show()
    editor.setFocus()

    def tell() -> None:
        print(json.dumps({"editor": place_of(editor), "preview": place_of(view)}), flush=True)

    QTimer.singleShot(0, tell)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
