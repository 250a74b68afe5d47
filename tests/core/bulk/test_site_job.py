"""The process that checks and mends a whole site: its answers, and what it leaves on the disk."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from editor_app.core.bulk import site_job
from editor_app.core.bulk.site_messages import (
    ApplyPlan,
    Asked,
    Changed,
    CheckSite,
    Finding,
    IgnoreHere,
    IgnoreInSite,
    NotDone,
    Place,
    PlanFixes,
    Planned,
    PostFound,
    Progress,
    SiteFound,
    TakeBack,
)
from editor_app.core.diagnostics import Severity
from editor_app.core.settings_file.read import read_settings
from editor_app.core.workers.by_name import ByName
from editor_app.core.workers.worker import Worker

NOW = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
RULE = "title-heading-mark"
NOBODY: frozenset[Path] = frozenset()


class Desk:
    """A site, and the job with what it remembers; in this process."""

    def __init__(self, root: Path) -> None:
        self.site = root / "site"
        self.place = Place(self.site, "", root / "cache", root / "records")
        self._answer = site_job.start()

    def ask(self, message: Asked) -> object:
        *told, last = self._answer([message])
        assert all(isinstance(one, Progress) for one in told)
        return last

    def check(self) -> SiteFound:
        found = self.ask(CheckSite(self.place))
        assert isinstance(found, SiteFound)
        return found

    def plan(self, *posts: Path, unsaved: frozenset[Path] = NOBODY) -> Planned:
        planned = self.ask(PlanFixes(self.place, RULE, posts, unsaved, NOW))
        assert isinstance(planned, Planned)
        return planned


def _text(number: int) -> bytes:
    lines = ("---", f'title: "# Harbour {number}"', f"date: 2026-03-0{number}", "tags: [a, 港]")
    return "\r\n".join((*lines, "---", "", f"Text {number} is here.", "")).encode()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "site" / "_posts"
    folder.mkdir(parents=True)
    (tmp_path / "site" / "_config.yml").write_text("title: Site\n")
    for number in range(1, 5):
        (folder / f"2026-03-0{number}-harbour.md").write_bytes(_text(number))
    (folder / "2026-03-09-good.md").write_text(
        "---\ntitle: Good\ndate: 2026-03-09\n---\n\nAll is well.\n"
    )
    return Desk(tmp_path)


def _posts(desk: Desk) -> list[Path]:
    return sorted((desk.site / "_posts").glob("*harbour.md"))


def _of_rule(post: PostFound) -> Finding:
    return next(found for found in post.findings if found.rule == RULE)


def test_a_finding_comes_with_its_line_and_a_post_with_what_tells_it_apart(desk: Desk) -> None:
    found = desk.check()
    assert found.checked == 5
    assert [post.shown for post in found.posts] == [
        f"_posts/2026-03-0{number}-harbour.md" for number in range(1, 5)
    ]
    first = found.posts[0]
    assert (first.title, str(first.day), first.tags) == ("# Harbour 1", "2026-03-01", ("a", "港"))
    finding = _of_rule(first)
    assert (finding.line, finding.text) == (2, 'title: "# Harbour 1"')
    assert finding.marked.of(finding.text) == "# "
    assert finding.severity is Severity.ERROR
    assert finding.is_safe
    assert first.across == ()
    assert found.rules[RULE].title == "Title begins with a heading mark"
    assert found.rules[RULE].page.startswith("# Title begins with a heading mark\n")


def test_what_only_all_posts_show_comes_with_its_edits_and_wrong_settings_as_sentences(
    desk: Desk,
) -> None:
    odd = desk.site / "_posts" / "2026-04-01-garden.md"
    for day, tag in ((1, "Garden"), (2, "garden"), (3, "garden")):
        text = f"---\ntitle: Day {day}\ndate: 2026-04-0{day}\ntags: [{tag}]\n---\n\nDay {day}.\n"
        (odd.parent / f"2026-04-0{day}-garden.md").write_text(text)
    (desk.site / "galley.toml").write_text("[check]\nbogus = 1\n")
    found = desk.check()
    (post,) = (each for each in found.posts if each.path == odd)
    (across,) = post.across
    assert across.rule == "tag-near-duplicate"
    assert across.span.of(odd.read_text()) == "Garden"
    assert [edit.text for edit in across.fixes[0].edits] == ["garden"]
    assert found.wrong == ("galley.toml:2: There is no setting bogus",)


def test_the_page_of_a_rule_comes_in_the_language_of_the_place(desk: Desk) -> None:
    desk.place = Place(desk.site, "ja", desk.place.cache, desk.place.records)
    found = desk.check()
    assert "## 良い例" in found.rules[RULE].page
    assert not _of_rule(found.posts[0]).message.startswith("Title")


def test_a_plan_writes_nothing_and_names_what_it_leaves_out(desk: Desk) -> None:
    desk.check()
    posts = _posts(desk)
    posts[1].write_bytes(_text(2) + b"more\r\n")
    before = [path.read_bytes() for path in posts]
    planned = desk.plan(*posts, unsaved=frozenset({posts[0].resolve()}))
    assert [file.path for file in planned.files] == posts[2:]
    assert planned.fix == "Remove the heading mark"
    assert planned.files[0].changes[0].removed == ('title: "# Harbour 3"',)
    assert planned.files[0].changes[0].added == ('title: "Harbour 3"',)
    assert [(one.path, one.reason) for one in planned.left_out] == [
        (posts[0], "It is open with changes that are not saved"),
        (posts[1], "It was changed on the disk since it was checked"),
    ]
    assert [path.read_bytes() for path in posts] == before


def test_what_was_applied_is_taken_back_to_the_byte_also_by_another_process(desk: Desk) -> None:
    posts = _posts(desk)
    before = [path.read_bytes() for path in posts]
    desk.check()
    desk.plan(*posts)
    changed = desk.ask(ApplyPlan(desk.place, NOBODY, NOW))
    assert changed == Changed("apply", RULE, tuple(posts), (), can_undo=True)
    assert [path.read_bytes() for path in posts] == [
        one.replace(b'"# Harbour', b'"Harbour') for one in before
    ]
    other = Desk(desk.site.parent)
    assert other.check().changed is not None
    assert other.ask(TakeBack(other.place, NOBODY)) == Changed(
        "take-back", "", tuple(posts), (), can_undo=False
    )
    assert [path.read_bytes() for path in posts] == before
    assert other.check().changed is None
    assert isinstance(other.ask(TakeBack(other.place, NOBODY)), NotDone)


def test_a_post_that_was_edited_after_the_plan_is_not_written(desk: Desk) -> None:
    posts = _posts(desk)
    desk.check()
    desk.plan(*posts)
    changed = desk.ask(ApplyPlan(desk.place, frozenset({posts[0].resolve()}), NOW))
    assert isinstance(changed, Changed)
    assert changed.done == tuple(posts[1:])
    assert [one.path for one in changed.left_out] == [posts[0]]
    assert posts[0].read_bytes() == _text(1)


def test_a_plan_is_applied_once(desk: Desk) -> None:
    desk.check()
    desk.plan(*_posts(desk))
    desk.ask(ApplyPlan(desk.place, NOBODY, NOW))
    again = desk.ask(ApplyPlan(desk.place, NOBODY, NOW))
    assert again == NotDone("apply", "The dry run is no longer known: ask for it again")


def test_a_finding_is_allowed_by_a_comment_in_its_post(desk: Desk) -> None:
    post = desk.check().posts[0]
    found = _of_rule(post)
    about = post.path, post.sha256, RULE, found.span, found.field
    changed = desk.ask(IgnoreHere(desk.place, *about, NOBODY, NOW))
    assert changed == Changed("ignore-here", RULE, (post.path,), (), can_undo=True)
    assert post.path.read_bytes() == _text(1).replace(
        b"title:", b"# galley: allow title-heading-mark\r\ntitle:"
    )
    left = [each.path for each in desk.check().posts if RULE in {one.rule for one in each.findings}]
    assert left == _posts(desk)[1:]


def test_a_rule_is_turned_off_in_new_settings_and_in_old_ones(desk: Desk) -> None:
    settings = desk.site / "galley.toml"
    changed = desk.ask(IgnoreInSite(desk.place, RULE, NOW))
    assert changed == Changed("ignore-in-site", RULE, (settings,), (), can_undo=True)
    assert desk.check().posts == ()
    desk.ask(TakeBack(desk.place, NOBODY))
    assert not settings.exists()
    assert len(desk.check().posts) == 4
    settings.write_bytes(b"# ours\r\n[check]\r\nwords-per-minute = 200 # slow\r\n")
    before = settings.read_bytes()
    changed = desk.ask(IgnoreInSite(desk.place, RULE, NOW))
    assert changed == Changed("ignore-in-site", RULE, (settings,), (), can_undo=True)
    assert RULE.encode() in settings.read_bytes()
    assert b"words-per-minute = 200 # slow\r\n" in settings.read_bytes()
    desk.ask(TakeBack(desk.place, NOBODY))
    assert settings.read_bytes() == before


def test_a_rule_is_not_said_to_be_off_where_the_settings_are_not_heard(desk: Desk) -> None:
    settings = desk.site / "galley.toml"
    settings.write_bytes(b"[check]\ndisable = 3\n")
    before = settings.read_bytes()
    assert desk.ask(IgnoreInSite(desk.place, RULE, NOW)) == NotDone(
        "ignore-in-site", "“check.disable” is one value, not a list"
    )
    assert settings.read_bytes() == before


def test_a_rule_is_off_beside_an_item_that_does_not_count(desk: Desk) -> None:
    settings = desk.site / "galley.toml"
    settings.write_bytes(b'[check]\ndisable = ["end-marker", 3]\n')
    done = desk.ask(IgnoreInSite(desk.place, RULE, NOW))
    assert done == Changed("ignore-in-site", RULE, (settings,), (), can_undo=True)
    read, _ = read_settings(settings.read_text())
    assert read.disabled == {"end-marker", RULE}


@pytest.fixture
def heard() -> Iterator[tuple[Worker, queue.Queue[object]]]:
    replies: queue.Queue[object] = queue.Queue()
    worker = Worker(ByName("editor_app.core.bulk.site_job"), replies.put, replies.put)
    yield worker, replies
    worker.close()


def test_the_process_tells_how_far_it_is_before_it_answers(
    desk: Desk, heard: tuple[Worker, queue.Queue[object]]
) -> None:
    worker, replies = heard
    for number in range(60):
        (desk.site / "_posts" / f"2026-04-{number:02}-x.md").write_bytes(_text(1) * 20)
    worker.send(CheckSite(desk.place))
    first = replies.get(timeout=60)
    assert isinstance(first, Progress)
    assert first.of == 65
    while isinstance(reply := replies.get(timeout=60), Progress):
        pass
    assert isinstance(reply, SiteFound)
    assert reply.checked == 65
