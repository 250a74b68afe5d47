from __future__ import annotations

import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from editor_app.core.workers.worker import Worker
from tests.core.workers import jobs

_WAIT_S = 20


class Desk:
    """A worker and what was heard of it."""

    def __init__(self, start: object) -> None:
        self.replies: queue.Queue[object] = queue.Queue()
        self.deaths: queue.Queue[str] = queue.Queue()
        assert callable(start)
        self.worker = Worker(start, self.replies.put, self.deaths.put)

    def ask(self, message: object) -> object:
        self.worker.send(message)
        return self.replies.get(timeout=_WAIT_S)


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk(jobs.obey)
    yield made
    made.worker.close()


def _is_running(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{process_id}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


def _wait_until_gone(process_id: int) -> None:
    end = time.monotonic() + _WAIT_S
    while _is_running(process_id):
        assert time.monotonic() < end, "the child is still there"
        time.sleep(0.02)


def test_a_child_without_work_gives_back_what_went_in_circles(tmp_path: Path) -> None:
    desk = Desk(jobs.leave_circles)
    farewell = tmp_path / "gone"
    assert desk.ask(str(farewell)) == "left"
    end = time.monotonic() + _WAIT_S
    while not farewell.exists():
        assert time.monotonic() < end, "it is still held"
        time.sleep(0.02)
    desk.worker.close()


def test_messages_are_answered_in_order() -> None:
    desk = Desk(jobs.echo)
    for number in range(500):
        desk.worker.send(number)
    heard: list[object] = []
    while len(heard) < 500:
        reply = desk.replies.get(timeout=_WAIT_S)
        assert isinstance(reply, list)
        heard += reply
    desk.worker.close()
    assert heard == list(range(500))


def test_a_message_of_many_megabytes_does_not_hold_up_the_sender() -> None:
    desk = Desk(jobs.echo)
    text = "猫" * 5_000_000
    begun = time.monotonic()
    desk.worker.send(text)
    assert time.monotonic() - begun < 1
    assert desk.replies.get(timeout=_WAIT_S) == [text]
    desk.worker.close()


def test_the_child_loads_neither_qt_nor_our_main(desk: Desk) -> None:
    modules = desk.ask("modules")
    assert isinstance(modules, list)
    assert not [name for name in modules if name.startswith(("PySide6", "shiboken6", "pytest"))]
    assert "editor_app.__main__" not in modules
    assert "editor_app.start" not in modules
    assert str(desk.ask("main")).endswith("child.py")


@pytest.mark.skipif(sys.platform == "win32", reason="priorities of POSIX")
def test_a_background_worker_leaves_the_processor_to_others(desk: Desk) -> None:
    replies: queue.Queue[object] = queue.Queue()
    worker = Worker(jobs.obey, replies.put, print, is_background=True)
    worker.send("priority")
    priority = replies.get(timeout=_WAIT_S)
    worker.close()
    assert priority == min(int(str(desk.ask("priority"))) + 10, 19)


def test_a_function_that_raises_reports_its_traceback_and_a_new_child_follows(desk: Desk) -> None:
    desk.worker.send("raise")
    reason = desk.deaths.get(timeout=_WAIT_S)
    assert "LookupError: the reason" in reason
    assert "_obey" in reason
    assert desk.ask("again") == ["again"]


def test_a_child_that_ends_by_itself_is_reported_with_its_status(desk: Desk) -> None:
    desk.worker.send("exit")
    assert "status 7" in desk.deaths.get(timeout=_WAIT_S)


def test_a_reply_that_cannot_be_sent_is_reported(desk: Desk) -> None:
    desk.worker.send("unpicklable")
    assert "pickle" in desk.deaths.get(timeout=_WAIT_S).lower()


def test_a_start_that_fails_is_reported() -> None:
    desk = Desk(jobs.fail_to_start)
    desk.worker.send("hello")
    assert "nothing to start with" in desk.deaths.get(timeout=_WAIT_S)
    desk.worker.close()


def test_printing_in_the_child_does_not_disturb_the_replies(desk: Desk) -> None:
    assert desk.ask("print") == ["print"]


@pytest.mark.parametrize("job", ["sleep", "spin"])
def test_a_hung_child_is_killed_at_once_and_replaced(desk: Desk, job: str) -> None:
    assert desk.ask("ready") == ["ready"]
    old = desk.worker.process_id
    assert old is not None
    desk.worker.send(job)
    time.sleep(0.2)
    assert desk.worker.waited_s > 0.1
    begun = time.monotonic()
    desk.worker.kill()
    assert time.monotonic() - begun < 2
    assert not _is_running(old)
    assert desk.ask("again") == ["again"]
    assert desk.deaths.empty()


def test_the_time_waited_is_zero_once_all_is_answered(desk: Desk) -> None:
    assert desk.ask("one") == ["one"]
    desk.worker.send("none")
    end = time.monotonic() + _WAIT_S
    while desk.worker.waited_s:
        assert time.monotonic() < end
        time.sleep(0.01)
    assert desk.replies.empty()


def test_close_leaves_no_process_and_no_thread() -> None:
    before = set(threading.enumerate())
    desk = Desk(jobs.obey)
    assert desk.ask("one") == ["one"]
    child = desk.worker.process_id
    assert child is not None
    desk.worker.close()
    assert not _is_running(child)
    assert set(threading.enumerate()) <= before
    with pytest.raises(RuntimeError, match="closed"):
        desk.worker.send("more")
    desk.worker.close()


_PARENT = """
import sys, time
from editor_app.core.workers.worker import Worker
from tests.core.workers import jobs
replies = []
worker = Worker(jobs.obey, replies.append, print)
worker.send("ready")
while not replies:
    time.sleep(0.01)
worker.send({job!r})
time.sleep(0.3)
print(worker.process_id, flush=True)
time.sleep(60)
"""


def _start_parent(job: str) -> tuple[subprocess.Popen[str], int]:
    parent = subprocess.Popen(
        [sys.executable, "-c", _PARENT.format(job=job)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        process_group=0,
    )
    assert parent.stdout is not None
    return parent, int(parent.stdout.readline())


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("job", ["ready", "sleep", "spin"])
def test_the_death_of_the_parent_ends_the_child(job: str) -> None:
    parent, child = _start_parent(job)
    assert _is_running(child)
    parent.kill()
    parent.communicate(timeout=_WAIT_S)
    _wait_until_gone(child)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_in_the_terminal_prints_nothing_from_the_child() -> None:
    parent, child = _start_parent("ready")
    os.killpg(parent.pid, signal.SIGINT)
    _, errors = parent.communicate(timeout=_WAIT_S)
    _wait_until_gone(child)
    assert errors.count("Traceback") == 1  # the parent's own
    assert "child.py" not in errors


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_memory_that_lies_between_used_parts_is_given_back() -> None:
    code = (
        "from pathlib import Path\n"
        "from editor_app.core.workers.child import give_back\n"
        "def held():\n"
        "    lines = Path('/proc/self/smaps_rollup').read_text().splitlines()\n"
        "    return next(int(line.split()[1]) for line in lines if line.startswith('Rss'))\n"
        "parts = [bytes(3000) for _ in range(20_000)]\n"
        "kept = parts[::500]\n"
        "before = held()\n"
        "del parts\n"
        "between = held()\n"
        "give_back()\n"
        "print(before, between, held())\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    before, between, after = map(int, done.stdout.split())
    assert between > before - 10_000
    assert after < between - 30_000
