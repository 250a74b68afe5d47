from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from editor_app.core.workers.pool import Item, Lost, Pool, PoolFailed
from tests.core.workers import pool_jobs

ROOT = Path(__file__).parents[3]


def ran(messages: list[str], size: int = 2, deadline_s: float = 20) -> dict[str, object]:
    before = set(threading.enumerate())
    with Pool(pool_jobs.start, size, deadline_s) as pool:
        results = {messages[number]: result for number, result in pool.results(map(Item, messages))}
    assert set(threading.enumerate()) <= before
    return results


def test_each_item_gets_its_own_result() -> None:
    messages = [f"item {number}" for number in range(300)]
    assert ran(messages) == {message: message.upper() for message in messages}


def test_without_items_no_child_is_started() -> None:
    with Pool(pool_jobs.start, 2) as pool:
        assert list(pool.results(())) == []
        assert not pool.is_running


def test_items_are_taken_when_a_child_is_free_for_them() -> None:
    taken = 0

    def items() -> object:
        nonlocal taken
        for _ in range(1000):
            taken += 1
            yield Item("x", 100_000)

    with Pool(pool_jobs.start, 2) as pool:
        results = pool.results(items())  # type: ignore[arg-type]
        next(results)
        assert taken < 20
        assert len(list(results)) == 999


def test_the_children_answer_again_after_all_is_done() -> None:
    with Pool(pool_jobs.start, 1) as pool:
        assert list(pool.results((Item("a"),))) == [(0, "A")]
        assert list(pool.results((Item("b"),))) == [(0, "B")]


@pytest.mark.parametrize("hang", ["sleep", "spin"])
def test_an_item_that_hangs_is_lost_and_the_others_of_its_batch_are_done(hang: str) -> None:
    results = ran(["a", "b", hang, "c"], size=2, deadline_s=1)
    assert results == {"a": "A", "b": "B", hang: Lost(), "c": "C"}


def test_an_item_that_ends_its_child_is_lost_and_the_others_are_done() -> None:
    results = ran(["a", "exit", "b", "raise", "c"])
    lost = results.pop("exit"), results.pop("raise")
    assert results == {"a": "A", "b": "B", "c": "C"}
    assert lost == (
        Lost("the process ended by itself with status 7"),
        Lost("LookupError: the reason"),
    )


def test_children_that_can_never_start_are_an_error_and_no_endless_loop() -> None:
    with Pool(pool_jobs.fail_to_start, 2) as pool, pytest.raises(PoolFailed, match="start with"):
        list(pool.results(Item(str(number)) for number in range(500)))


_PARENT = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests may run in the background
from editor_app.core.workers.pool import Item, Pool
from tests.core.workers import pool_jobs
with Pool(pool_jobs.start, 2) as pool:
    texts = ["pid", "pid", "sleep", "sleep"] * 40
    for number, result in pool.results(map(Item, texts)):
        print(result, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_leaves_no_child() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _PARENT],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        process_group=0,
    ) as parent:
        time.sleep(1.5)
        children = subprocess.run(
            ["ps", "-o", "pid=", "--ppid", str(parent.pid)],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        assert len(children) == 2
        os.killpg(parent.pid, signal.SIGINT)
        parent.communicate(timeout=20)
    assert not [child for child in children if Path(f"/proc/{child}").exists()]
