"""The window on a site that is checked: `python -m tests.benchmarks.review FOLDER`."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPlainTextEdit

from editor_app.core.storage.folders import folders
from editor_app.gui import app, environment
from editor_app.gui.theme import LIGHT
from tests.benchmarks.floor import place_of


def main(site: Path) -> int:
    """Open the site and print where the text stands, as JSON, once all posts are checked."""
    environment.prepare(os.environ)
    application = QApplication(["galley"])
    application.setCursorFlashTime(0)
    around = app.surroundings("en", folders(os.environ))
    window = app.build_window([site], LIGHT, around)
    window.resize(1440, 900)
    window.move(0, 0)
    window.show()
    window.activateWindow()

    def tell() -> None:
        window.actions_by_id["next-post"].trigger()
        editor = window.findChild(QPlainTextEdit, "editor")
        assert isinstance(editor, QPlainTextEdit)
        print(json.dumps(place_of(editor)), flush=True)
        window.site.check.found.disconnect(tell)

    window.site.check.found.connect(tell)
    window.site.check.check()
    status = application.exec()
    around.writer.shutdown()
    return status


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
