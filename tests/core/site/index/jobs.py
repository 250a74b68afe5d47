"""A job that the index's tests have run in its children, by name."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence

from editor_app.core.site.index import job
from editor_app.core.site.index.entry import ReadPost


def start() -> Callable[[Sequence[object]], Sequence[object]]:
    """The real job with two faults: one post makes it hang, another one crash."""
    read = job.start()

    def faulty(messages: Sequence[object]) -> Sequence[object]:
        for each in messages:
            if isinstance(each, ReadPost) and each.path == "hang.md":
                re.match(r"(a+)+$", "a" * 60 + "b")
            if isinstance(each, ReadPost) and each.path == "crash.md":
                os._exit(7)
        return read(messages)

    return faulty
