"""Functions that the worker's tests run in a child."""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path


class _InCircle:
    """Refers to itself, and leaves a file behind when it goes."""

    def __init__(self, farewell: Path) -> None:
        self._farewell, self._self = farewell, self

    def __del__(self) -> None:
        self._farewell.touch()


def leave_circles() -> Callable[[Sequence[object]], object | None]:
    def circle(messages: Sequence[object]) -> object | None:
        for message in messages:
            _InCircle(Path(str(message)))
        return "left"

    return circle


def echo() -> Callable[[Sequence[object]], object | None]:
    return list


def obey() -> Callable[[Sequence[object]], object | None]:
    return _obey


def _obey(messages: Sequence[object]) -> object | None:
    for message in messages:
        match message:
            case "modules":
                return sorted(sys.modules)
            case "main":
                return sys.modules["__main__"].__file__
            case "priority":
                return os.getpriority(os.PRIO_PROCESS, 0)
            case "raise":
                raise LookupError("the reason")
            case "exit":
                os._exit(7)
            case "sleep":
                time.sleep(60)
            case "spin":
                re.match(r"(a+)+$", "a" * 60 + "b")
            case "print":
                print("not a frame", flush=True)  # noqa: T201
            case "none":
                return None
            case "unpicklable":
                return lambda: None
    return list(messages)


def fail_to_start() -> Callable[[Sequence[object]], object | None]:
    raise ImportError("nothing to start with")
