"""Galley's own window with the caret where the floor has it: `python -m tests.benchmarks.desk`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from editor_app.gui import qt_imports
from tests.benchmarks.floor import PARAGRAPH, place_of


def main(file: Path) -> int:
    """Open the post in the real window and print where editor and preview stand, as JSON."""
    qt_imports.leave_sources_unread()
    # Here, as `editor_app.start` does it: after that.
    from editor_app.core.storage.folders import folders
    from editor_app.gui import app, environment
    from editor_app.gui.theme import LIGHT

    environment.prepare(os.environ)
    application = QApplication(["galley"])
    application.setCursorFlashTime(0)
    around = app.surroundings("en", folders(os.environ))
    window = app.build_window([file], LIGHT, around)
    window.resize(1440, 900)
    window.move(0, 0)
    window.show()
    editor, preview = (
        window.findChild(QPlainTextEdit, "editor"),
        window.findChild(QWidget, "preview"),
    )
    assert isinstance(editor, QPlainTextEdit)
    assert preview is not None

    def tell() -> None:
        block = editor.document().firstBlock()
        while block.isValid() and block.text() != PARAGRAPH:
            block = block.next()
        cursor = editor.textCursor()
        cursor.setPosition(block.position() + len(PARAGRAPH))
        editor.setTextCursor(cursor)
        editor.setFocus()
        places = {"editor": place_of(editor), "preview": place_of(preview)}
        print(json.dumps(places), flush=True)

    QTimer.singleShot(0, tell)
    status = application.exec()
    around.writer.shutdown()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
