"""Bring an index up to what stands on the disk: what looks as it did is not read again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from editor_app.core.generator import Generator
from editor_app.core.site.index.database import Database, lock_of
from editor_app.core.site.index.entry import Facts, Fault, PostRead, ReadPost, Unread
from editor_app.core.site.index.write import Known, Writer, known_posts
from editor_app.core.storage.identity import Identity, LoadFailed
from editor_app.core.storage.reasons import reason_of
from editor_app.core.workers.by_name import ByName
from editor_app.core.workers.pool import DEADLINE_S, Item, Lost, Pool
from editor_app.core.workers.worker import Handle

JOB = ByName("editor_app.core.site.index.job")
_FEW = 8
_LITTLE = 256 * 1024
"""So many posts, and bytes in all, take less time here than a child needs to start."""

_MOST_AT_ONCE = 200
_LOST = frozenset({Fault.SLOW.value, Fault.CRASHED.value})


@dataclass(frozen=True, slots=True)
class Means:
    """How to read posts. `watch` is told how many are done, and of how many."""

    jobs: int | None = None
    job: Callable[[], Handle] = JOB
    deadline_s: float = DEADLINE_S
    watch: Callable[[int, int], None] = lambda done, of: None
    clock_ns: Callable[[], int] = time.time_ns


@dataclass(frozen=True, slots=True)
class Refreshed:
    """How many posts were written anew and how many are gone, and what could not be read."""

    written: int
    removed: int
    failed: tuple[LoadFailed, ...]


@dataclass(frozen=True, slots=True)
class Members:
    """Posts by their paths, which count from `root`.

    Where they are `all_posts` of the site, those that the index knows beside them are gone.
    """

    root: Path
    paths: tuple[str, ...]
    generator: Generator
    all_posts: bool = True


def refresh(database: Database, members: Members, means: Means) -> Refreshed:
    """Read what has changed. Of several processes one writes, and the others wait for a while."""
    lock = None if database.path is None else lock_of(database.path)
    try:
        return _Refresh(database, members, means).refreshed()
    finally:
        if lock is not None:
            lock.release(remove=False)


class _Refresh:
    """One run."""

    def __init__(self, database: Database, members: Members, means: Means) -> None:
        self._database = database
        self._members = members
        self._means = means
        self._known = known_posts(database.connection)
        self._failed: list[LoadFailed] = []
        self._gone: list[str] = []
        self._done = 0
        self._written = 0

    def refreshed(self) -> Refreshed:
        changed = iter(list(self._changed()))
        few = list(islice(changed, _FEW))
        more = next(changed, None)
        weight = sum(item.weight for item in few)
        is_risky = any(self._was_lost(_asked(item)) for item in few)
        now_ns = self._means.clock_ns()
        if more is None and weight <= _LITTLE and not is_risky:
            answers = self._means.job()([item.message for item in few]) if few else ()
            assert isinstance(answers, Sequence)
            self._write(list(zip(few, answers, strict=True)), now_ns)
        else:
            items = [*few, *(() if more is None else (more,)), *changed]
            with Pool(self._means.job, self._means.jobs, self._means.deadline_s) as pool:
                results = ((items[at], result) for at, result in pool.results(items))
                while batch := list(islice(results, _MOST_AT_ONCE)):
                    self._write(batch, now_ns)
        self._remove()
        return Refreshed(self._written, len(self._gone), tuple(self._failed))

    def _changed(self) -> Iterator[Item]:
        """Those that do not look as the index knows them, or that it does not know."""
        members, known = self._members, self._known
        for path in members.paths:
            place = os.path.join(members.root, path)
            try:
                status = os.stat(place)
            except (OSError, ValueError) as error:
                self._fail(Path(place), error)
                continue
            post = known.get(path)
            if post is not None and post.looks_like(status):
                self._step()
                continue
            sha256 = "" if post is None else post.sha256
            yield Item(ReadPost(place, path, members.generator, sha256), status.st_size)
        if members.all_posts:
            self._gone += sorted(known.keys() - set(members.paths))

    def _fail(self, place: Path, error: OSError | ValueError) -> None:
        """A file that is not there any more is no failure: it is gone."""
        self._step()
        path = str(place)[len(os.path.join(self._members.root, "")) :]
        if path in self._known:
            self._gone.append(path)
        if isinstance(error, OSError) and not isinstance(error, FileNotFoundError):
            reason = reason_of(error, place)
            self._failed.append(LoadFailed(place, reason, error.strerror or ""))

    def _write(self, results: list[tuple[Item, object]], now_ns: int) -> None:
        with self._database.writing() as connection:
            writer = Writer(connection, now_ns)
            for item, result in results:
                self._take(_asked(item), item.weight, result, writer)
        for _ in results:
            self._step()

    def _take(self, asked: ReadPost, size: int, result: object, writer: Writer) -> None:
        if isinstance(result, PostRead) and result.facts is None:
            writer.keep(asked.path, result.identity)
        elif isinstance(result, PostRead) and result.facts is not None:
            writer.put(asked.path, result.identity, result.facts)
            self._written += 1
        elif isinstance(result, Unread):
            self._failed.append(LoadFailed(Path(result.place), result.reason, result.detail))
            writer.remove((asked.path,))
        else:
            is_slow = isinstance(result, Lost) and not result.reason
            fault = Fault.SLOW if is_slow else Fault.CRASHED
            writer.put(asked.path, _unread_identity(asked, size), Facts(asked.path, fault=fault))
            self._written += 1

    def _remove(self) -> None:
        if self._gone:
            with self._database.writing() as connection:
                Writer(connection, 0).remove(self._gone)

    def _was_lost(self, asked: ReadPost) -> bool:
        """Whether a process broke off at this post, which must not happen in here."""
        known: Known | None = self._known.get(asked.path)
        return known is not None and known.fault in _LOST

    def _step(self) -> None:
        self._done += 1
        self._means.watch(self._done, len(self._members.paths))


def _asked(item: Item) -> ReadPost:
    assert isinstance(item.message, ReadPost)
    return item.message


def _unread_identity(asked: ReadPost, size: int) -> Identity:
    """The file as it looks, so that it is not tried again until it is another."""
    try:
        status = os.stat(asked.place)
    except OSError:
        return Identity("", 0, 0, size, 0)
    return Identity("", status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
