"""What runs in the process that checks and mends a whole site; it never loads Qt."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from editor_app.core.analysis_values import Context
from editor_app.core.bulk import site_found
from editor_app.core.bulk.apply import UNSAVED, Applied, apply, latest_record, take_back
from editor_app.core.bulk.changes import LeftOut
from editor_app.core.bulk.ignoring import ignore_in_post, ignore_in_settings
from editor_app.core.bulk.plan import FilePlan, Plan, Wanted, plan
from editor_app.core.bulk.site_messages import (
    ApplyPlan,
    Changed,
    CheckSite,
    FileChanges,
    IgnoreHere,
    IgnoreInSite,
    NotDone,
    Place,
    PlanFixes,
    Planned,
    Progress,
    SiteFound,
    TakeBack,
)
from editor_app.core.bulk.telling import Tell, told
from editor_app.core.check.configs import Configs
from editor_app.core.check.run import Means, Outcome, Posts, check_posts
from editor_app.core.check.schemas import Schemas
from editor_app.core.diagnostics import Refusal
from editor_app.core.generator import Generator
from editor_app.core.messages import translator
from editor_app.core.settings_file.site import settings_of_site
from editor_app.core.site.find import Site, find_site
from editor_app.core.site.posts import posts
from editor_app.core.storage.identity import LoadFailed

GONE = "The dry run is no longer known: ask for it again"
NOTHING_TO_UNDO = "There is nothing to take back"
NOT_KEPT = "Nothing was changed, as the old texts could not be kept ({reason})"
_BETWEEN_S = 0.08


def start() -> Callable[[Sequence[object]], Iterator[object]]:
    """Called once in the child process."""
    return _Job().answer


@dataclass(frozen=True, slots=True)
class _Checked:
    """What the last check has found, and of what."""

    place: Place
    site: Site
    asked: Posts
    outcome: Outcome
    wrong: tuple[str, ...]

    def context(self, path: str, now: dt.datetime) -> Context:
        asked = self.asked
        inner = self.site.inner(asked.root / path)
        settings = asked.settings.at(inner)
        norms = self.outcome.norms
        schema = None if asked.schema is None else asked.schema.at(inner)
        return Context(inner, asked.generator, settings, now, norms=norms, schema=schema)


@dataclass(slots=True)
class _Job:
    """Remembers the last check and the last plan."""

    _checked: _Checked | None = None
    _plan: Plan | None = None
    _works: Mapping[type, Callable[..., object]] = field(init=False)

    def __post_init__(self) -> None:
        self._works = {
            CheckSite: self._check,
            PlanFixes: self._make_plan,
            ApplyPlan: self._apply,
            TakeBack: self._take_back,
            IgnoreHere: self._ignore_here,
            IgnoreInSite: self._ignore_in_site,
        }

    def answer(self, messages: Sequence[object]) -> Iterator[object]:
        """The answers to each message, one after another."""
        for message in messages:
            yield from told(partial(self._works[type(message)], message))

    # --- checking

    def _check(self, asked: CheckSite, tell: Tell) -> SiteFound:
        begun = time.monotonic()
        checked = self._look(asked.place, tell)
        found = tuple(
            site_found.post_found(each, checked.asked.root, checked.site.root)
            for each in checked.outcome.found
            if each.diagnostics
        )
        say = translator(asked.place.language)
        return SiteFound(
            checked.site.root,
            found,
            len(checked.asked.paths),
            tuple(
                LeftOut(checked.asked.root / each.path, each.failed.message(say))
                for each in checked.outcome.found
                if each.failed is not None
            ),
            site_found.rule_pages(found, asked.place.language),
            time.monotonic() - begun,
            _changed_at(latest_record(_records(asked.place))),
            checked.outcome.norms.silent,
            checked.wrong,
        )

    def _look(self, place: Place, tell: Tell) -> _Checked:
        configs = Configs(place.cache)
        site = find_site(place.folder, configs.read)
        is_known = site.config is not None or site.generator is not Generator.UNKNOWN
        root = site.root if is_known else site.root.parent
        above = len(os.path.join(root, ""))
        paths = tuple(str(path)[above:] for path in posts(site))
        say = translator(place.language)
        read = settings_of_site(site.root, say)
        schema = Schemas(configs.store).read(site.root, site.generator, say)
        asked = Posts(
            root,
            paths,
            paths,
            site.generator,
            replace(read.settings, language=place.language),
            schema=schema,
            above=os.path.join(site.root, "")[above:],
        )
        means = Means(place.cache, watch=_Watch(tell).show, is_run=False)
        wrong = read.with_schema(() if schema is None else schema.wrong).sentences(say)
        self._checked = _Checked(place, site, asked, check_posts(asked, means), wrong)
        return self._checked

    # --- mending

    def _make_plan(self, asked: PlanFixes, tell: Tell) -> Planned:
        checked = self._checked
        if checked is None or checked.place != asked.place:
            checked = self._look(asked.place, tell)
        say = translator(asked.place.language)
        busy = [post for post in asked.posts if _real(post) in asked.unsaved]
        open_ones = set(busy)
        names = {checked.asked.root / each.path: each for each in checked.outcome.found}
        chosen = [names[post] for post in asked.posts if post in names and post not in open_ones]
        wanted = (
            Wanted(
                checked.asked.root / each.path,
                checked.context(each.path, asked.now),
                hashlib.sha256(each.data).hexdigest(),
                tuple(one for one in each.diagnostics if one.rule == asked.rule)
                if asked.rule in site_found.OF_SITE
                else (),
            )
            for each in chosen
        )
        made = plan(asked.rule, _counted(wanted, len(chosen), tell), say)
        left_out = (*(LeftOut(post, say(UNSAVED)) for post in busy), *made.left_out)
        self._plan = Plan(made.rule, made.files, left_out)
        root = checked.site.root
        return Planned(
            asked.rule,
            site_found.fix_title(asked.rule, chosen, asked.place.language),
            tuple(
                FileChanges(file.path, _shown(file.path, root), file.changes) for file in made.files
            ),
            left_out,
            self._plan.lines,
        )

    def _apply(self, asked: ApplyPlan, tell: Tell) -> Changed | NotDone:
        say = translator(asked.place.language)
        planned, self._plan = self._plan, None
        if planned is None:
            return NotDone("apply", say(GONE))
        busy = [file.path for file in planned.files if _real(file.path) in asked.unsaved]
        files = tuple(file for file in planned.files if file.path not in busy)
        watch = _Watch(tell)
        written = self._write(files, asked, lambda done: watch.show(done, len(files)))
        if isinstance(written, NotDone):
            return written
        left_out = (*(LeftOut(path, say(UNSAVED)) for path in busy), *written.left_out)
        return Changed("apply", planned.rule, written.done, left_out, written.record is not None)

    def _write(
        self,
        files: Sequence[FilePlan],
        asked: ApplyPlan | IgnoreHere | IgnoreInSite,
        watch: Callable[[int], None] = lambda done: None,
    ) -> Applied | NotDone:
        say = translator(asked.place.language)
        try:
            return apply(files, _records(asked.place), asked.now, say, watch)
        except OSError as error:
            return NotDone("apply", say(NOT_KEPT).format(reason=error.strerror or str(error)))

    def _take_back(self, asked: TakeBack, _tell: Tell) -> Changed | NotDone:
        say = translator(asked.place.language)
        record = latest_record(_records(asked.place))
        if record is None:
            return NotDone("take-back", say(NOTHING_TO_UNDO))
        try:
            done = take_back(record, say, asked.unsaved)
        except OSError as error:
            return NotDone("take-back", error.strerror or str(error))
        return Changed("take-back", "", done.done, done.left_out, False)

    # --- ignoring

    def _ignore_here(self, asked: IgnoreHere, tell: Tell) -> Changed | NotDone:
        say = translator(asked.place.language)
        if _real(asked.post) in asked.unsaved:
            return NotDone("ignore-here", say(UNSAVED))
        checked = self._checked or self._look(asked.place, tell)
        context = checked.context(
            str(asked.post)[len(os.path.join(checked.asked.root, "")) :], asked.now
        )
        planned = ignore_in_post(asked, context, say)
        return self._write_one("ignore-here", planned, asked)

    def _ignore_in_site(self, asked: IgnoreInSite, _tell: Tell) -> Changed | NotDone:
        say = translator(asked.place.language)
        try:
            planned = ignore_in_settings(find_site(asked.place.folder).root, asked.rule)
        except LoadFailed as error:
            return NotDone("ignore-in-site", error.message(say))
        return self._write_one("ignore-in-site", planned, asked)

    def _write_one(
        self, name: str, planned: FilePlan | Refusal, asked: IgnoreHere | IgnoreInSite
    ) -> Changed | NotDone:
        if isinstance(planned, Refusal):
            return NotDone(name, translator(asked.place.language)(planned.message))
        written = self._write((planned,), asked)
        if isinstance(written, NotDone):
            return written
        for each in written.left_out:
            return NotDone(name, f"{each.path.name}: {each.reason}")
        return Changed(name, asked.rule, written.done, (), written.record is not None)


class _Watch:
    """Tells how far something is, but not at every step."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._last = 0.0

    def show(self, done: int, of: int) -> None:
        now = time.monotonic()
        if now - self._last >= _BETWEEN_S:
            self._last = now
            self._tell(Progress(done, of))


def _counted(wanted: Iterable[Wanted], of: int, tell: Tell) -> Iterator[Wanted]:
    watch = _Watch(tell)
    for done, each in enumerate(wanted):
        watch.show(done, of)
        yield each


def _records(place: Place) -> Path:
    """What can be taken back goes by the site."""
    name = hashlib.sha256(os.fsencode(place.folder)).hexdigest()[:16]
    return place.records / name


def _changed_at(record: Path | None) -> dt.datetime | None:
    return None if record is None else dt.datetime.fromtimestamp(record.stat().st_mtime, dt.UTC)


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
