from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor_app.core.render.page import render
from editor_app.core.render.patches import Block, Patch, Splice
from editor_app.gui.preview.pane import PreviewPane
from editor_app.gui.preview.text_view import TextView
from editor_app.gui.preview.walls import FLAGS
from editor_app.gui.theme import DARK, LIGHT
from tests.gui.preview.desk import WAIT_MS
from tests.gui.preview.hostile import HOSTILE

_LONG = "".join(f"Paragraph {number} with a few words.\n\n" for number in range(120))


def _whole(blocks: tuple[Block, ...]) -> Patch:
    return Patch(0, (Splice(0, 0, blocks),), "en", True)


@pytest.fixture
def view(qtbot: QtBot) -> TextView:
    made = TextView(LIGHT)
    qtbot.addWidget(made)
    made.resize(400, 500)
    made.show()
    return made


def test_it_shows_the_same_blocks(view: TextView, qtbot: QtBot, tmp_path: Path) -> None:
    view.open(tmp_path, "/a.md")
    view.patch(_whole(render("# 見出し\n\ntext\n").blocks))
    assert "見出し\ntext" in view.view.toPlainText()
    view.patch(Patch(1, (Splice(2, 1, (Block("<p>other</p>", 1),)),), "ja"))
    qtbot.waitUntil(lambda: "other" in view.view.toPlainText(), timeout=WAIT_MS)
    view.show_theme(DARK)
    assert "other" in view.view.toPlainText()


def test_scrolling_and_clicking_tell_the_line(view: TextView, qtbot: QtBot, tmp_path: Path) -> None:
    view.open(tmp_path, "/a.md")
    view.patch(_whole(render(_LONG).blocks))
    bar = view.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0, timeout=WAIT_MS)
    view.scroll_to_line(120)
    assert 0.3 < bar.value() / bar.maximum() < 0.7
    with qtbot.waitSignal(view.top_line_changed, timeout=WAIT_MS):
        bar.setValue(0)
    with qtbot.waitSignal(view.line_clicked, timeout=WAIT_MS) as clicked:
        QTest.mouseClick(
            view.view.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(40, 20),
        )
    assert clicked.args == [0]


def test_images_come_from_the_site_only(view: TextView, tmp_path: Path) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    (tmp_path / "site").mkdir()
    assert image.save(str(tmp_path / "site" / "in.png"))
    assert image.save(str(tmp_path / "out.png"))
    view.open(tmp_path / "site", "/posts/a.md")

    def width(address: str) -> int:
        found = view.view.loadResource(2, address)
        assert isinstance(found, QImage)
        return found.width()

    assert width("/in.png") == width("../in.png") == 30
    outside = ("/out.png", "../../out.png", str(tmp_path / "out.png"), "//host/in.png", "")
    for address in (*outside, f"file://{tmp_path}/out.png"):
        assert width(address) == 1
    assert view.view.loadResource(3, "/in.png") == ""


@pytest.fixture
def requests() -> Iterator[tuple[str, list[str]]]:
    seen: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self.path)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_address[1]}", seen
    server.shutdown()
    server.server_close()
    thread.join()


def test_hostile_posts_load_nothing(
    view: TextView, qtbot: QtBot, requests: tuple[str, list[str]], tmp_path: Path
) -> None:
    host, seen = requests
    for post in HOSTILE:
        text = post.at(host)
        view.open(tmp_path, "/a.md")
        view.patch(_whole((*render(text).blocks, Block(text, 1))))
    qtbot.wait(200)
    assert seen == []


def test_without_a_web_engine_the_pane_says_why(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(FLAGS, "")
    pane = PreviewPane(LIGHT)
    qtbot.addWidget(pane)
    pane.show()
    assert isinstance(pane.page, TextView)
    assert pane.message.isVisible()
    assert "not prepared" in pane.message.text()
    pane.close_worker()
