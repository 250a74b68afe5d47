"""Check the posts of one site: what is known already is not asked again."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path, PurePath

from editor_app.core.check import fingerprint
from editor_app.core.check.last import has_commits, remember
from editor_app.core.check.packed import Unpackable, pack, unpack
from editor_app.core.check.results import PostResult, PostTask, SiteResult, SiteTask
from editor_app.core.check.schemas import Demands
from editor_app.core.check.store import Store
from editor_app.core.diagnostics import Diagnostic, Severity, by_place
from editor_app.core.generator import Generator
from editor_app.core.messages import translator
from editor_app.core.settings import Settings
from editor_app.core.site.norms import Norms
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span
from editor_app.core.workers.by_name import ByName
from editor_app.core.workers.pool import DEADLINE_S, Item, Lost, Pool
from editor_app.core.workers.worker import Handle

TOO_SLOW = "check-too-slow"
CRASHED = "check-crashed"
JOB = ByName("editor_app.core.check.job")

_FEW = 8
_LITTLE = 256 * 1024
"""So many posts, and bytes in all, take less time here than a child needs to start."""


@dataclass(frozen=True, slots=True)
class Posts:
    """What to check: `paths` count from `root`, which is absolute.

    `members` are all posts of the site, for the rules that need them; empty where
    those are not run. `only` names rules, None stands for all. Unless it `is_whole`,
    the site may have more posts than `members`. `schema` is None where the site says
    nothing of its posts; its paths begin after `above`.
    """

    root: Path
    paths: tuple[str, ...]
    members: tuple[str, ...]
    generator: Generator
    settings: Settings
    only: frozenset[str] | None = None
    is_whole: bool = True
    schema: Demands | None = None
    above: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A post with its bytes and diagnostics; no bytes where it has none.

    `failed` says why it could not be read. `packed_summary` is what the rules that
    need all posts know of it, empty where none of them is run.
    """

    path: str
    data: bytes
    diagnostics: tuple[Diagnostic, ...]
    failed: LoadFailed | None = None
    packed_summary: bytes = b""


@dataclass(frozen=True, slots=True)
class Means:
    """How to check. `watch` is told how many posts are done, and of how many.

    Unless `is_run` nobody asked for this check, and it is not the last run of which
    `last_checked` tells.
    """

    cache: Path | None = None
    jobs: int | None = None
    job: Callable[[], Handle] = JOB
    deadline_s: float = DEADLINE_S
    watch: Callable[[int, int], None] = lambda done, of: None
    is_run: bool = True


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is found in each of the paths, in their order, and the customs of the site."""

    found: tuple[Found, ...]
    norms: Norms


def open_store(root: Path, cache: Path | None) -> Store:
    """What is known of the site at a folder; nothing, and nothing is kept, without a cache."""
    name = fingerprint.digest(os.fsencode(root)).hex()
    return Store(cache and cache / name, fingerprint.of_engine())


def check_posts(posts: Posts, means: Means) -> Outcome:
    """Check posts, as far as that was not done before."""
    store = open_store(posts.root, means.cache)
    version = store.version
    only = None if posts.only is None else tuple(sorted(posts.only))
    scope = fingerprint.of_value((version, posts.generator, posts.settings, only))
    with Pool(means.job, means.jobs, means.deadline_s) as children:
        try:
            return _Run(posts, means, store, scope, children).outcome()
        finally:
            store.save()  # after Ctrl+C too: the next run goes on from there


@dataclass(slots=True)
class _Known:
    """What is known of one post so far. The bytes are kept where somebody will look at them."""

    hash: str = ""
    data: bytes = b""
    result: PostResult | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    failed: LoadFailed | None = None


@dataclass(slots=True)
class _Run:
    posts: Posts
    means: Means
    store: Store
    scope: bytes
    children: Pool
    _known: dict[str, _Known] = field(default_factory=dict)
    _done: int = 0

    def outcome(self) -> Outcome:
        wanted = frozenset(self.posts.paths)
        for path in (*self.posts.members, *self.posts.paths):
            self._known[path] = _Known()
        self._check(wanted)
        site = self._of_site()
        others: dict[str, list[Diagnostic]] = {}
        for post, diagnostic in site.diagnostics:
            others.setdefault(str(post), []).append(diagnostic)
        if self.means.is_run and not has_commits(self.posts.root):
            remember(self.store, {path: self._known[path].hash for path in self.posts.paths})
        found = (self._found(path, site.norms, others.get(path, [])) for path in self.posts.paths)
        return Outcome(tuple(found), site.norms)

    # --- posts

    def _check(self, wanted: frozenset[str]) -> None:
        unknown = self._unknown(wanted)
        few = list(_few(unknown))
        more = next(unknown, None)
        weight = sum(len(task.data) for task in few)
        if more is None and weight <= _LITTLE and not any(map(self._was_lost, few)):
            if few:
                answers = self.means.job()(few)
                for task, result in zip(few, _as_sequence(answers), strict=True):
                    self._take(task, result, wanted)
            return
        asked: dict[int, PostTask] = {}
        tasks = chain(few, () if more is None else (more,), unknown)
        for number, result in self.children.results(_noted(tasks, asked)):
            self._take(asked.pop(number), result, wanted)

    def _unknown(self, wanted: frozenset[str]) -> Iterator[PostTask]:
        """Read the posts, and give those of which nothing is known."""
        for path, known in self._known.items():
            try:
                loaded = load(self._place(path))
            except LoadFailed as error:
                known.failed = error
                self._step()
                continue
            known.hash = loaded.identity.sha256
            self._recall(path, known)
            if known.result is None:
                yield self._task(path, loaded.source_bytes)
                continue
            if path in wanted and known.result.packed_diagnostics:
                known.data = loaded.source_bytes
            self._step()

    def _take(self, task: PostTask, result: object, wanted: frozenset[str]) -> None:
        path = str(task.path)
        known = self._known[path]
        if isinstance(result, PostResult):
            self.store.put(self._key(path, known.hash), result.to_bytes())
            known.diagnostics = result.diagnostics
        else:
            diagnostic = self._lost(result, _first_line(task.data))
            result = PostResult(frozenset({diagnostic.rule}), pack((diagnostic,)), b"")
            known.diagnostics = (diagnostic,)
            self.store.put(self._lost_key(path, known.hash), b"lost")
        known.result = result
        if path in wanted and result.packed_diagnostics:
            known.data = task.data
        self._step()

    def _place(self, path: str) -> Path:
        return Path(os.path.join(self.posts.root, path))

    def _task(self, path: str, data: bytes) -> PostTask:
        posts = self.posts
        settings = posts.settings.at(path)
        schema = None if posts.schema is None else posts.schema.at(self._inner(path))
        return PostTask(PurePath(path), data, posts.generator, settings, posts.only, schema)

    def _inner(self, path: str) -> str:
        """A path as the site's schema counts it."""
        return path.removeprefix(self.posts.above)

    def _step(self) -> None:
        self._done += 1
        self.means.watch(self._done, len(self._known))

    def _recall(self, path: str, known: _Known) -> None:
        stored = self.store.get(self._key(path, known.hash))
        if stored is None:
            return
        try:
            result = PostResult.from_bytes(stored)
            known.diagnostics = result.diagnostics
        except Unpackable:
            return
        known.result = result

    def _was_lost(self, task: PostTask) -> bool:
        """Whether the last check of this very post broke off, which must not happen in here."""
        path = str(task.path)
        return self.store.get(self._lost_key(path, self._known[path].hash)) is not None

    def _key(self, path: str, sha256: str) -> bytes:
        spelt, schema = os.fsencode(path), self.posts.schema
        mark = b"" if schema is None else schema.mark(self._inner(path))
        return fingerprint.digest(b"post", self.scope, spelt, sha256.encode(), mark)

    def _lost_key(self, path: str, sha256: str) -> bytes:
        return fingerprint.digest(b"lost", self._key(path, sha256))

    def _lost(self, result: object, span: Span) -> Diagnostic:
        """What is told of a post that has no result."""
        say = translator(self.posts.settings.language)
        if isinstance(result, Lost) and not result.reason:
            message = say("The check of this post takes too long and was ended")
            return Diagnostic(TOO_SLOW, Severity.ERROR, message, span)
        reason = result.reason if isinstance(result, Lost) else type(result).__name__
        message = say("The check broke off at this post, which is a fault of Galley ({reason})")
        return Diagnostic(CRASHED, Severity.ERROR, message.format(reason=reason), span)

    # --- the site

    def _of_site(self) -> SiteResult:
        members = [(path, self._known[path].result) for path in self.posts.members]
        posts = [(path, result) for path, result in members if result is not None]
        if not posts:
            return SiteResult(Norms(), ())
        parts = (
            part
            for path, result in posts
            for part in (os.fsencode(path), result.rule_bytes, result.packed_summary)
        )
        name = b"site" if self.posts.is_whole else b"part"
        key = fingerprint.digest(name, self.scope, *parts)
        stored = self.store.get(key)
        if stored is not None:
            try:
                known = unpack(stored)
            except Unpackable:
                known = None
            if isinstance(known, SiteResult):
                return known
        results = tuple(result for _, result in posts)
        asked = self.posts
        task = SiteTask(results, asked.settings, asked.only, asked.is_whole)
        weight = sum(len(result.packed_summary) for result in results)
        if self.children.is_running:
            ((_, result),) = self.children.results((Item(task, weight),))
        else:
            (result,) = _as_sequence(self.means.job()([task]))
        if isinstance(result, SiteResult):
            self.store.put(key, pack(result))
            return result
        return SiteResult(Norms(), ((PurePath(posts[0][0]), self._lost(result, Span(0, 0))),))

    # --- both

    def _found(self, path: str, norms: Norms, others: list[Diagnostic]) -> Found:
        known = self._known[path]
        if known.result is None:
            return Found(path, b"", (), known.failed)
        own = (each for each in known.diagnostics if each.rule not in norms.silent)
        diagnostics = tuple(sorted((*own, *others), key=by_place))
        data = known.data
        if diagnostics and not data:
            data = self._read_again(path, known.hash)
        known_of = known.result.packed_summary
        return Found(path, data, diagnostics if data else (), packed_summary=known_of)

    def _read_again(self, path: str, sha256: str) -> bytes:
        """The bytes of a post of which only others made something known; none if it changed."""
        try:
            loaded = load(self._place(path))
        except LoadFailed:
            return b""
        return loaded.source_bytes if loaded.identity.sha256 == sha256 else b""


def _few(unknown: Iterator[PostTask]) -> Iterator[PostTask]:
    """As many as are best checked here, and then perhaps more."""
    weight = 0
    for _ in range(_FEW):
        task = next(unknown, None) if weight <= _LITTLE else None
        if task is None:
            return
        weight += len(task.data)
        yield task


def _noted(tasks: Iterable[PostTask], asked: dict[int, PostTask]) -> Iterator[Item]:
    """The tasks for the children, each kept under its number until it is done."""
    for number, task in enumerate(tasks):
        asked[number] = task
        yield Item(task, len(task.data))


def _as_sequence(answers: object) -> Sequence[object]:
    assert isinstance(answers, Sequence)
    return answers


def _first_line(data: bytes) -> Span:
    text = read(data).text
    return Span(0, len(text.partition("\n")[0]))
