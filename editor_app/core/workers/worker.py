"""Run a given function in a child process that can be killed."""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence

from editor_app.core.workers import child

Handle = Callable[[Sequence[object]], object | None]
"""Takes all waiting messages in order; it decides what of them still matters.

An iterator that it returns is a row of replies, each sent as soon as it is there.
"""

_IS_WINDOWS = sys.platform == "win32"
_MEMORY = {"PYTHONMALLOC": "malloc"} if sys.platform == "linux" else {}
"""Python's own allocator is a twelfth faster, and keeps what only the C library can give back:
4 of 24 MiB in a process that has checked a megabyte of text."""


class Worker:
    """One child process that gives every message to one function, in order.

    The child starts with the first message, calls `start` once (a function of a
    module, so that it can be pickled) and then the function that it returned,
    each time with all messages that wait. `replied` gets what that returns,
    unless it is None. `died` gets the reason, for a developer to read, when the
    function raised or the process ended by itself. Both are called on a thread
    of the worker. After `kill` and after `died` the next message meets a new
    child, which knows nothing of what was sent before; messages that the old
    one had not answered are lost.

    With `is_background` it takes only the processor time that others leave. One that
    `is_hasty` ends with its work, and so need not give memory back in between.

    The child is a new interpreter that runs no `__main__` of ours, so it loads
    only what `start` needs, and neither the terminal's Ctrl+C nor the parent's
    death leaves a traceback or a process behind.
    """

    def __init__(
        self,
        start: Callable[[], Handle],
        replied: Callable[[object], None],
        died: Callable[[str], None],
        *,
        is_background: bool = False,
        is_hasty: bool = False,
    ) -> None:
        self._first = pickle.dumps((sys.path, pickle.dumps(start)))
        self._is_background = is_background
        self._is_hasty = is_hasty
        self._replied = replied
        self._died = died
        self._child: _Child | None = None
        self._is_closed = False

    @property
    def process_id(self) -> int | None:
        """Of the running child."""
        return self._child.process.pid if self._child is not None else None

    @property
    def waited_s(self) -> float:
        """Seconds since the child last took up work that it has not answered; 0 when idle."""
        return self._child.waited_s if self._child is not None else 0.0

    def send(self, message: object) -> None:
        """Give a message to the child and return at once; starts it where there is none.

        Raises RuntimeError after `close`.
        """
        if self._is_closed:
            raise RuntimeError("the worker is closed")
        if self._child is None or self._child.is_over:
            process, lifeline = _spawn(self._is_background, self._is_hasty)
            self._child = _Child(process, lifeline, self._first, self._replied, self._died)
        self._child.send(message)

    def kill(self) -> None:
        """End the child at once, whatever it is doing; nothing of it is heard again."""
        running, self._child = self._child, None
        if running is not None:
            running.end()

    def close(self) -> None:
        """End the child and the threads for good."""
        self._is_closed = True
        self.kill()


class _Child:
    """One life of the process, with a thread that writes to it and one that reads."""

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        lifeline: int,
        first: bytes,
        replied: Callable[[object], None],
        died: Callable[[str], None],
    ) -> None:
        self._replied = replied
        self._died = died
        self._is_ended = False
        self.is_over = False
        self._sent = 0
        self._answered = 0
        self._since = time.monotonic()
        self.process, self._lifeline = process, lifeline
        self._out: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._out.put(first)
        self._threads = (
            threading.Thread(target=self._write, name="worker-writer", daemon=True),
            threading.Thread(target=self._read, name="worker-reader", daemon=True),
        )
        for thread in self._threads:
            thread.start()

    @property
    def waited_s(self) -> float:
        if self.is_over or self._answered >= self._sent:
            return 0.0
        return time.monotonic() - self._since

    def send(self, message: object) -> None:
        if self._answered >= self._sent:
            self._since = time.monotonic()
        self._sent += 1
        self._out.put(pickle.dumps(message))

    def end(self) -> None:
        self._is_ended = True
        self.process.kill()
        self._out.put(None)
        for thread in self._threads:
            if thread is not threading.current_thread():
                thread.join()

    def _write(self) -> None:
        stream = self.process.stdin
        assert stream is not None
        try:
            while (data := self._out.get()) is not None:
                child.write_frame(stream, data)
                del data  # it may be a whole text, and the next may be long in coming
        except OSError:
            pass  # the child is gone: the reader sees it too, and says so
        with contextlib.suppress(OSError):
            stream.close()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        reason = ""
        while (data := child.read_frame(stream)) is not None:
            answered, reply, failure = pickle.loads(data)
            self._since = time.monotonic()
            self._answered += answered
            if failure is not None:
                reason = failure
            elif reply is not None and not self._is_ended:
                self._replied(reply)
            del data, reply
        self.process.kill()
        status = self.process.wait()
        stream.close()
        os.close(self._lifeline)
        self.is_over = True
        self._out.put(None)
        if not self._is_ended:
            self._died(reason or f"the process ended by itself with status {status}")


def _spawn(is_background: bool, is_hasty: bool) -> tuple[subprocess.Popen[bytes], int]:
    """A new child, and our end of the pipe whose closing ends it."""
    theirs, ours = os.pipe()
    urgency = "background" if is_background else "urgent"
    command = [sys.executable, "-P", child.__file__, urgency]
    try:
        if _IS_WINDOWS:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
                | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        else:
            process = subprocess.Popen(
                [*command, str(theirs)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                pass_fds=(theirs,),
                process_group=0,  # Ctrl+C in the terminal is for us, not for the child
                env=os.environ if is_hasty else os.environ | _MEMORY,
            )
    except BaseException:
        os.close(ours)
        raise
    finally:
        os.close(theirs)
    return process, ours
