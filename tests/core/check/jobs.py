"""Jobs that the check's tests have run in its children, by name."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence

from editor_app.core.check import job
from editor_app.core.check.results import PostTask


def start() -> Callable[[Sequence[object]], Sequence[object]]:
    """The real job with two faults: one post makes it hang, another one crash."""
    check = job.start()

    def faulty(tasks: Sequence[object]) -> Sequence[object]:
        for task in tasks:
            if isinstance(task, PostTask) and b"HANG" in task.data:
                re.match(r"(a+)+$", "a" * 60 + "b")
            if isinstance(task, PostTask) and b"CRASH" in task.data:
                os._exit(7)
        return check(tasks)

    return faulty
