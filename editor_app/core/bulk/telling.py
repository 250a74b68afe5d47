"""Turn a function that tells how far it is into a row of replies."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

Tell = Callable[[object], None]


def told(work: Callable[[Tell], object]) -> Iterator[object]:
    """What `work` tells while it runs, and then what it returns or raises.

    It runs on a thread of its own, so that its first words go out at once.
    """
    words: queue.SimpleQueue[object] = queue.SimpleQueue()
    with ThreadPoolExecutor(1, thread_name_prefix="telling") as threads:
        done = threads.submit(work, words.put)

        def end(_: Future[object]) -> None:
            words.put(done)

        done.add_done_callback(end)
        while (word := words.get()) is not done:
            yield word
        yield done.result()
