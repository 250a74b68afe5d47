"""SIGTERM and SIGHUP end a verb as Ctrl+C does: what it has begun is cleared up first."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType

_NAMES = ("SIGTERM", "SIGHUP")
_AS_STATUS = 128


class Stopped(KeyboardInterrupt):
    """Somebody has ended the program from outside; `status` is what shells call that."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.status = _AS_STATUS + number


@contextlib.contextmanager
def stops_heard() -> Iterator[None]:
    """Raises Stopped at such a signal, unless who started the program has it ignored."""
    numbers = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    heard = [each for each in numbers if signal.getsignal(each) is signal.SIG_DFL]
    for number in heard:
        signal.signal(number, _stop)
    try:
        yield
    finally:
        for number in heard:
            signal.signal(number, signal.SIG_DFL)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise Stopped(number)
