"""Takes one picture: `python -m tests.screens.driver NAME FOLDER`.

A process of its own for each, since Qt reads scale and language at its start. What is
wrong in the window goes to stdout, one line each; the exit status is 0 all the same.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from editor_app.core.resources import resource
from editor_app.core.storage.folders import folders
from editor_app.gui import app, environment
from editor_app.gui.window import Window
from tests.screens import form_site, scenes
from tests.screens.audit import findings

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=timezone(timedelta(hours=9)))
_LONGEST_S = 60.0
_CALM_S = 0.5


def main(name: str, folder: Path) -> int:
    """Build the window of a scene, wait until nothing moves, audit and photograph it."""
    scene = next(scene for scene in scenes.SCENES if scene.name == name)
    os.environ.update(scene.variables)
    environment.prepare(os.environ)
    application = QApplication(["galley"])
    application.setCursorFlashTime(0)
    with tempfile.TemporaryDirectory(prefix="galley-screen-") as temporary:
        site = Path(temporary, "harbour-notebook")
        shutil.copytree(resource("sample"), site)
        if scene.post is not None:
            (site / "_posts" / scenes.BROKEN).write_text(scenes.BROKEN_TEXT, "utf-8")
        if scene.is_bare:
            shutil.rmtree(site / "_posts")
            (site / "_posts").mkdir()
        for file, text in scene.posts.items():
            (site / "_posts" / file).write_text(text, "utf-8")
        if scene.schema:
            (site / "_data").mkdir()
            (site / "_data" / "authors.yml").write_text(form_site.AUTHORS, "utf-8")
            with (site / "galley.toml").open("a", encoding="utf-8") as settings:
                settings.write(scene.schema)
        around = app.surroundings(scene.language, folders(os.environ))
        around = replace(around, clock=lambda: NOW)
        targets = [site] if scene.post is None else [site, site / "_posts" / scene.post]
        window = app.build_window(targets, scene.theme, around)
        window.resize(*scene.size)
        window.move(0, 0)
        window.show()
        _wait_until_calm(window)
        scene.then(window)
        picture = _wait_until_calm(window)
        for line in findings(window):
            print(line)
        folder.mkdir(parents=True, exist_ok=True)
        picture.save(str(folder / f"{name}.png"))
        window.close()
        _process(lambda: not window.isVisible())
        around.writer.shutdown()
    return 0


def _process(is_done: Callable[[], bool]) -> None:
    until = time.monotonic() + _LONGEST_S
    while not is_done() and time.monotonic() < until:
        QApplication.processEvents()
        time.sleep(0.01)


def _is_past(moment: float) -> bool:
    return time.monotonic() > moment


def _wait_until_calm(window: Window) -> QImage:
    """The picture of the window once all is shown and nothing has changed for a while."""
    last, since = _picture(window), time.monotonic()
    until = since + _LONGEST_S
    while time.monotonic() < until:
        _process(partial(_is_past, time.monotonic() + 0.1))
        current = _picture(window)
        if current != last:
            last, since = current, time.monotonic()
        elif time.monotonic() > since + _CALM_S and _is_all_shown(window, current):
            return current
    sys.exit(f"the window did not come to rest in {_LONGEST_S:.0f} s")


def _is_all_shown(window: Window, picture: QImage) -> bool:
    """Whether the open post was analysed and its page painted."""
    if window.site.is_shown:
        return window.site.check.latest is not None and not window.site.check.is_busy
    session = window.sessions.current
    if session is None:
        return True
    preview = window.findChild(QWidget, "preview")
    assert preview is not None
    if session.analysis is None:
        return False
    return not preview.isVisible() or _has_words(picture, window, preview)


def _has_words(picture: QImage, window: Window, pane: QWidget) -> bool:
    """Whether anything but the ground stands in the preview below its header and message."""
    message = pane.findChild(QWidget, "previewMessage")
    top = message.geometry().bottom() if message is not None and message.isVisible() else 40
    corner = pane.mapTo(window, QPoint(8, top + 8))
    ratio = picture.devicePixelRatio()
    width, height = pane.width() - 30, pane.height() - top - 20
    xs = range(round(corner.x() * ratio), round((corner.x() + width) * ratio), 3)
    ys = range(round(corner.y() * ratio), round((corner.y() + height) * ratio), 5)
    return len({picture.pixel(x, y) for x in xs for y in ys}) > 1


def _picture(window: Window) -> QImage:
    """As it stands on the display: the web engine paints past Qt's own grab."""
    return window.screen().grabWindow(window.winId()).toImage()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
