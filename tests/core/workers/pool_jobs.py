"""Functions that the pool's tests run in children."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Sequence


def start() -> Callable[[Sequence[object]], object | None]:
    return lambda messages: [_answer(str(message)) for message in messages]


def _answer(message: str) -> str:
    match message:
        case "exit":
            os._exit(7)
        case "raise":
            raise LookupError("the reason")
        case "sleep":
            time.sleep(60)
        case "spin":
            re.match(r"(a+)+$", "a" * 60 + "b")
        case "pid":
            return str(os.getpid())
    return message.upper()


def fail_to_start() -> Callable[[Sequence[object]], object | None]:
    raise ImportError("nothing to start with")
