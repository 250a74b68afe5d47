"""Map items to results in several child processes, and outlive those that hang or crash."""

from __future__ import annotations

import gc
import os
import queue
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.workers.worker import Handle, Worker

MOST_CHILDREN = 8
DEADLINE_S = 10.0
"""For a batch, and as much again for each megabyte in it."""

_MOST_ITEMS = 32
_MOST_WEIGHT = 256 * 1024
_MEGABYTE = 1024 * 1024
_LOOK_S = 0.2
_START_S = 60.0
_MOST_UNBORN = 6
_SELDOM = (50_000, 20, 50)
"""For the children's garbage collection: they make many small values that all go at once."""


@dataclass(frozen=True, slots=True)
class Lost:
    """An item without a result: its child died of `reason`, or, without one, was too slow."""

    reason: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """`message` is given to the child; `weight` is its size in bytes, however roughly."""

    message: object
    weight: int = 1


class PoolFailed(RuntimeError):
    """No child can be started, or each of them dies at once."""


def children() -> int:
    """How many children are worth while here."""
    has_affinity = hasattr(os, "sched_getaffinity")
    cores = len(os.sched_getaffinity(0)) if has_affinity else os.cpu_count() or 1
    return max(1, min(cores, MOST_CHILDREN))


@dataclass(frozen=True, slots=True)
class _Batch:
    numbers: tuple[int, ...]
    items: tuple[Item, ...]

    @property
    def weight(self) -> int:
        return sum(item.weight for item in self.items)

    def one_by_one(self) -> Iterator[_Batch]:
        for number, item in zip(self.numbers, self.items, strict=True):
            yield _Batch((number,), (item,))


@dataclass(frozen=True, slots=True)
class _Said:
    """What was heard of a child: a reply, or None where it died of `reason`."""

    child: _Child
    life: int
    reply: object | None
    reason: str = ""


class _Child:
    """A worker and the batch that it has; `life` tells what a killed child said late."""

    def __init__(
        self, start: Callable[[], Handle], deadline_s: float, said: queue.SimpleQueue[_Said]
    ) -> None:
        self._deadline_s = deadline_s
        self.life = 0
        self.batch: _Batch | None = None
        self.since = 0.0
        self.is_ready = False
        self.worker = Worker(
            start,
            lambda reply: said.put(_Said(self, self.life, reply)),
            lambda reason: said.put(_Said(self, self.life, None, reason)),
            is_hasty=True,
        )

    def give(self, batch: _Batch) -> None:
        """The time counts from when the child is ready: to start one can take seconds."""
        self.batch = batch
        self._send(tuple(item.message for item in batch.items) if self.is_ready else ())

    def begin(self) -> None:
        """The child has answered the empty batch that a new one is given first."""
        assert self.batch is not None
        self.is_ready = True
        self.give(self.batch)

    def _send(self, messages: tuple[object, ...]) -> None:
        self.since = time.monotonic()
        try:
            self.worker.send(messages)
        except OSError as error:
            raise PoolFailed(f"no process can be started: {error}") from error

    @property
    def allowed_s(self) -> float:
        if not self.is_ready or self.batch is None:
            return _START_S
        return self._deadline_s * (1 + self.batch.weight / _MEGABYTE)

    def take(self) -> _Batch:
        batch, self.batch = self.batch, None
        assert batch is not None
        return batch

    def kill(self) -> None:
        self.worker.kill()
        self.life += 1
        self.is_ready = False


class Pool:
    """Children that each call `start` once, and with what it returns answer batches.

    That is called with the messages of a batch and returns as many results, in
    their order. A child that does not answer in time, or dies, is replaced. The
    items that it had are given again one by one, and the one at which that
    happens again is `Lost`. Children start when there is work for them; none is
    left when the `with` statement ends, however it ends.
    """

    def __init__(
        self,
        start: Callable[[], Handle],
        size: int | None = None,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        self._said: queue.SimpleQueue[_Said] = queue.SimpleQueue()
        call = _Batches(start)
        self._children = tuple(
            _Child(call, deadline_s, self._said) for _ in range(size or children())
        )
        self._again: deque[_Batch] = deque()
        self._unborn = 0  # deaths in a row of children that were not ready yet

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._children:
            child.worker.close()

    @property
    def is_running(self) -> bool:
        return any(child.worker.process_id is not None for child in self._children)

    def results(self, items: Iterable[Item]) -> Iterator[tuple[int, object | Lost]]:
        """The result of each item with its number, in the order in which they are done.

        Items are taken from their iterator when a child is free for them, so only a
        few are in memory. Raises PoolFailed.
        """
        batches = _batches(items, len(self._children))
        while True:
            for child in self._children:
                if child.batch is None and (batch := self._next(batches)) is not None:
                    child.give(batch)
            if all(child.batch is None for child in self._children):
                return
            yield from self._hear()
            yield from self._late()

    def _next(self, batches: Iterator[_Batch]) -> _Batch | None:
        return self._again.popleft() if self._again else next(batches, None)

    def _hear(self) -> Iterator[tuple[int, object | Lost]]:
        try:
            said = self._said.get(timeout=_LOOK_S)
        except queue.Empty:
            return
        child = said.child
        if said.life != child.life or child.batch is None:
            return
        if not child.is_ready:
            self._hear_new(child, said)
        elif isinstance(said.reply, tuple):
            yield from zip(child.take().numbers, said.reply, strict=True)
        else:
            child.is_ready = False
            yield from self._lose(child, Lost(_last_line(said.reason)))

    def _hear_new(self, child: _Child, said: _Said) -> None:
        """A new child is ready, or has died before it saw an item."""
        if said.reply is not None:
            self._unborn = 0
            child.begin()
            return
        self._unborn += 1
        if self._unborn > _MOST_UNBORN:
            raise PoolFailed(said.reason)
        self._again.append(child.take())

    def _late(self) -> Iterator[tuple[int, object | Lost]]:
        now = time.monotonic()
        for child in self._children:
            if child.batch is None or now - child.since <= child.allowed_s:
                continue
            if not child.is_ready:
                raise PoolFailed("a process does not start")
            child.kill()
            yield from self._lose(child, Lost())

    def _lose(self, child: _Child, how: Lost) -> Iterator[tuple[int, object | Lost]]:
        batch = child.take()
        if len(batch.items) == 1:
            yield batch.numbers[0], how
        else:
            self._again.extend(batch.one_by_one())


def _last_line(reason: str) -> str:
    """Of a traceback, what was raised."""
    return reason.strip().rpartition("\n")[2] or "no reason is known"


@dataclass(frozen=True, slots=True)
class _Batches:
    """Runs in the child: gives each batch to the job."""

    start: Callable[[], Handle]

    def __call__(self) -> Handle:
        gc.set_threshold(*_SELDOM)
        job = self.start()
        return lambda batches: _answer(job, batches)


def _answer(job: Handle, batches: Sequence[object]) -> object:
    results: list[object] = []
    for batch in batches:
        assert isinstance(batch, tuple)
        answers = job(batch)
        assert isinstance(answers, Sequence)
        results += answers
    return tuple(results)


def _batches(items: Iterable[Item], size: int) -> Iterator[_Batch]:
    """Small ones first, so that all children have work at once."""
    numbers: list[int] = []
    taken: list[Item] = []
    weight = count = 0
    for number, item in enumerate(items):
        most = _MOST_WEIGHT if count > 2 * size else _MOST_WEIGHT // 4
        if taken and (weight + item.weight > most or len(taken) == _MOST_ITEMS):
            yield _Batch(tuple(numbers), tuple(taken))
            numbers, taken, weight, count = [], [], 0, count + 1
        numbers.append(number)
        taken.append(item)
        weight += item.weight
    if taken:
        yield _Batch(tuple(numbers), tuple(taken))
