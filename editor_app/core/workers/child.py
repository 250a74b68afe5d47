"""The child's side of a worker: run as a script, it needs the standard library only.

The parent writes frames to standard input and reads frames from standard
output. The first frame holds the import path and the pickled start function;
every later one is a message. The import path comes before anything of ours is
imported, so this file is started by its path and imports nothing from here.
"""

from __future__ import annotations

import gc
import os
import pickle
import queue
import signal
import struct
import sys
import threading
import traceback
from collections.abc import Iterator
from typing import IO

if sys.platform != "win32":
    import fcntl

_LESS_URGENT = 10
_CALM_S = 0.2
"""So long after an answer, with no other message, there is time to clear up."""
_HEAD = struct.Struct("!Q")


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Write one frame: its length, then its bytes."""
    stream.write(_HEAD.pack(len(data)) + data if len(data) < 65536 else _HEAD.pack(len(data)))
    if len(data) >= 65536:
        stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next frame; None where the other side is gone."""
    head = stream.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    (length,) = _HEAD.unpack(head)
    data = stream.read(length)
    return data if len(data) == length else None


def main() -> None:
    """Run the function that the first frame gives until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    is_background, lifeline = sys.argv[1] == "background", sys.argv[2:]
    if is_background and hasattr(os, "nice"):
        os.nice(_LESS_URGENT)
    if lifeline:
        _die_with(int(lifeline[0]))
    requests = sys.stdin.buffer
    replies = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not get between the frames
    first = read_frame(requests)
    if first is None:
        return
    sys.path[:], started = pickle.loads(first)
    messages: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_read, args=(requests, messages), daemon=True).start()
    try:
        handle = pickle.loads(started)()
        gc.freeze()  # what was loaded stays, and no clearing up needs to look at it
        while True:
            batch = [_next(messages)]
            while not messages.empty():
                batch.append(messages.get())
            reply = handle([pickle.loads(data) for data in batch])
            if isinstance(reply, Iterator):
                for part in reply:
                    write_frame(replies, pickle.dumps((0, part, None)))
                reply = None
            write_frame(replies, pickle.dumps((len(batch), reply, None)))
            del batch, reply  # whole texts, which would stay until the next message
    except BrokenPipeError:
        return
    except Exception:  # the edge of the process: the parent is told, and starts another
        write_frame(replies, pickle.dumps((0, None, traceback.format_exc())))
        raise SystemExit(1) from None


def _next(messages: queue.SimpleQueue[bytes]) -> bytes:
    """The next message. What the last one left in circles is given back while there is none."""
    try:
        return messages.get(timeout=_CALM_S)
    except queue.Empty:
        gc.collect()
        give_back()
        return messages.get()


def give_back() -> None:
    """Let the system have the memory that is free: glibc keeps what lies between used parts.

    Of a megabyte of text that was checked these are some seven megabytes. Nothing happens
    where the C library has no such call.
    """
    import ctypes  # noqa: PLC0415 (not before there is something to give back)

    trim = getattr(ctypes.CDLL(None) if os.name == "posix" else None, "malloc_trim", None)
    if trim is not None:
        trim(0)


def _read(requests: IO[bytes], messages: queue.SimpleQueue[bytes]) -> None:
    while (data := read_frame(requests)) is not None:
        messages.put(data)
        del data  # the queue has it, until the function takes it
    os._exit(0)  # the parent is gone, whatever the function is doing


def _die_with(lifeline: int) -> None:
    """Let the kernel end this process when the parent's end of a pipe closes.

    A regular expression that runs for an hour holds the interpreter's lock, and
    the thread that reads would not get to see the end of the input. Nothing is
    ever written to this pipe, so SIGIO comes only when its other end closes,
    and its default action is to end the process.
    """
    if sys.platform != "win32":
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
        flags = fcntl.fcntl(lifeline, fcntl.F_GETFL)
        fcntl.fcntl(lifeline, fcntl.F_SETFL, flags | os.O_ASYNC)


if __name__ == "__main__":
    main()
