"""Besiege the page with one wall standing alone; prints what got through, as JSON.

Run as a script by the tests, with the names of walls to try one after the other.
The resolver rule holds for a whole process, so it gets one of its own.
"""

from __future__ import annotations

import json
import os
import socketserver
import sys
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QApplication

from editor_app.core.render import engine
from editor_app.core.render.page import render
from editor_app.core.render.patches import Block, Patch, Splice
from editor_app.gui.preview import walls
from editor_app.gui.preview.web_view import WebView
from editor_app.gui.theme import LIGHT
from tests.gui.preview.hostile import HOSTILE, Hostile

_SETTLE_S = 0.4
_SETTLE_ALONE_S = 0.15
_MARKED = "document.documentElement.dataset.ran || ''"


class Watch:
    """A server that notes every request and every connection."""

    def __init__(self) -> None:
        self.requests: list[str] = []
        self.connections = 0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def handle(self) -> None:
                outer.connections += 1
                super().handle()

            def do_GET(self) -> None:
                outer.requests.append(self.path)
                self.send_response(200)
                self.send_header("Content-Type", "image/gif")
                self.end_headers()

            do_POST = do_GET  # noqa: N815

            def log_message(self, format: str, *args: object) -> None:
                pass

        socketserver.TCPServer.allow_reuse_address = True
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def host(self) -> str:
        return f"localhost:{self.server.server_address[1]}"


class Siege:
    """One page with the walls that are to stand."""

    def __init__(self, wall: str, application: QApplication) -> None:
        names = ("policy", "no_script", "interceptor", "navigation")
        standing = walls.Walls(**{name: wall in (name, "all") for name in names})
        self.sanitises = wall in ("sanitiser", "all")
        self.application = application
        self.watch = Watch()
        self.ran: set[str] = set()
        self.left: set[str] = set()
        self.view = WebView(LIGHT, walls=standing)
        self.view.resize(400, 400)
        self.view.show()

    def run(self) -> dict[str, object]:
        """What got through: requests, connections, code that ran, where the page went."""
        self.attack([post for post in HOSTILE if not post.is_alone], _SETTLE_S)
        for post in HOSTILE:
            if post.is_alone:
                self.attack([post], _SETTLE_ALONE_S)
        shiboken6.delete(self.view)
        self.watch.server.shutdown()
        return {
            "requests": sorted({path.strip("/").partition("/")[0] for path in self.watch.requests}),
            "connections": self.watch.connections,
            "ran": sorted(self.ran),
            "left": sorted(self.left),
        }

    def attack(self, posts: list[Hostile], settle_s: float) -> None:
        loaded: list[bool] = []
        self.view.view.loadFinished.connect(loaded.append)
        self.view.open(Path("/nonexistent"), "/post.md")
        blocks = tuple(self.block(post.at(self.watch.host)) for post in posts)
        self.view.patch(Patch(0, (Splice(0, 0, blocks),), "en", True))
        self.wait(lambda: loaded, 10)
        self.view.view.loadFinished.disconnect(loaded.append)
        self.wait(lambda: False, settle_s)
        heard: list[object] = []
        self.view.view.page().runJavaScript(_MARKED, 1, heard.append)
        self.wait(lambda: heard, 5)
        names = str(heard[0] if heard else "no answer").split(",")
        self.ran |= {name.removeprefix("undefined") for name in names if name}
        place = self.view.view.url().toString()
        if place != "post://site/post.md":
            self.left.add(place)

    def block(self, text: str) -> Block:
        return Block(render(text).html if self.sanitises else _unsafe(text), 1)

    def wait(self, until: Callable[[], object], limit_s: float) -> None:
        end = time.monotonic() + limit_s
        while not until() and time.monotonic() < end:
            self.application.processEvents()
            time.sleep(0.002)


def _unsafe(text: str) -> str:
    environment: engine.Environment = {}
    tokens = engine.blocks(text, environment)
    environment.setdefault("references", {})
    return engine.html(tokens, environment)[0]


def main(names: list[str]) -> None:
    if names[0] in ("resolver", "all"):
        walls.prepare(os.environ)
    else:
        walls.register_scheme()
    application = QApplication([])
    for name in names:
        found = Siege(name, application).run()
        sys.stdout.write(f"RESULT {name} {json.dumps(found)}\n")
    sys.stdout.flush()
    os._exit(0)  # nothing here has to be kept, and the web engine takes its time


if __name__ == "__main__":
    main(sys.argv[1:])
