"""How far a long run is: one line on a terminal, which is gone at the end."""

from __future__ import annotations

import time

from editor_app.cli.console import Console

_PATIENCE_S = 0.5
_BETWEEN_S = 0.1
_CLEAR = "\r\x1b[K"
CHECKED = "{done} of {posts} posts checked, {seconds} s left"
READ = "{done} of {posts} posts read, {seconds} s left"


class Progress:
    """Silent unless stderr is a terminal, and for what is done in no time."""

    def __init__(self, console: Console, template: str = CHECKED) -> None:
        self._console = console
        self._template = template
        self._is_silent = not console.err.isatty()
        self._begun = time.monotonic()
        self._shown = 0.0

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *_: object) -> None:
        if self._shown:
            self._console.err.write(_CLEAR)
            self._console.err.flush()

    def show(self, done: int, of: int) -> None:
        now = time.monotonic()
        spent = now - self._begun
        if self._is_silent or spent < _PATIENCE_S or now - self._shown < _BETWEEN_S:
            return
        self._shown = now
        left = round(spent / done * (of - done)) if done else 0
        said = self._console.say(self._template, done=done, posts=of, seconds=left)
        self._console.err.write(_CLEAR + said)
        self._console.err.flush()
