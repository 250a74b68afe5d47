"""A site checked as a whole: real files, real processes, a real cache."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from editor_app.core.check.run import Means, Outcome, Posts, check_posts
from editor_app.core.check.store import Store
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.workers.by_name import ByName
from editor_app.core.workers.worker import Handle

FAULTY = ByName("tests.core.check.jobs")
LONG = " ".join(f"Sentence {number} of the post." for number in range(40))


def forbidden() -> Handle:
    raise AssertionError("a post was checked again")


@dataclass(frozen=True)
class Desk:
    site: Path
    cache: Path

    def write(self, name: str, title: str = "", body: str = "A sentence.") -> None:
        text = f"---\ntitle: {title or self.title(name)}\ndate: 2026-01-01\n---\n\n{body}\n"
        (self.site / name).write_text(text, encoding="utf-8")

    def title(self, name: str) -> str:
        return f"The garden of {name}"

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted(path.name for path in self.site.iterdir()))

    def check(
        self,
        *paths: str,
        settings: Settings | None = None,
        is_alone: bool = False,
        job: Callable[[], Handle] | None = None,
        **means: object,
    ) -> Outcome:
        members = () if is_alone else self.names
        asked = Posts(
            self.site, paths or self.names, members, Generator.JEKYLL, settings or Settings()
        )
        how = Means(self.cache, 2, **means)  # type: ignore[arg-type]
        return check_posts(asked, how if job is None else replace(how, job=job))

    def rules(self, *paths: str, **options: object) -> dict[str, list[str]]:
        found = self.check(*paths, **options).found  # type: ignore[arg-type]
        return {
            each.path: [diagnostic.rule for diagnostic in each.diagnostics]
            for each in found
            if each.diagnostics
        }


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk(tmp_path / "site", tmp_path / "cache")
    made.site.mkdir()
    for number in range(30):
        made.write(f"{number:02}.md", body=LONG)
    return made


# --- what is known


def test_what_is_known_is_not_checked_again(desk: Desk) -> None:
    desk.write("05.md", '"# Five"')
    desk.write("06.md", desk.title("05.md"))
    desk.write("07.md", desk.title("05.md"))
    first = desk.check()
    assert first == desk.check(job=forbidden)
    assert {each.path: [one.rule for one in each.diagnostics] for each in first.found}["05.md"] == [
        "title-heading-mark"
    ]


def test_a_changed_post_is_checked_again_and_the_site_with_it(desk: Desk) -> None:
    assert desk.rules() == {}
    desk.write("07.md", desk.title("03.md"), LONG)
    assert desk.rules() == {"07.md": ["title-duplicate"]}
    desk.write("07.md", "Seven", LONG)
    assert desk.rules() == {}


def test_a_post_of_another_name_is_another_post(desk: Desk) -> None:
    (desk.site / "00.md").rename(desk.site / "2020-05-05-zero.md")
    assert desk.rules() == {"2020-05-05-zero.md": ["date-file-mismatch"]}
    (desk.site / "2020-05-05-zero.md").rename(desk.site / "2026-01-01-zero.md")
    assert desk.rules() == {}


def test_other_settings_give_other_findings(desk: Desk) -> None:
    desk.write("05.md", '"# Five"')
    desk.write("08.md", desk.title("03.md"), LONG)
    assert desk.rules() == {"05.md": ["title-heading-mark"], "08.md": ["title-duplicate"]}
    off = frozenset({"title-heading-mark", "title-duplicate"})
    assert desk.rules(settings=Settings(disabled=off)) == {}
    japanese = desk.check("05.md", settings=Settings(language="ja")).found[0].diagnostics[0]
    assert japanese.message != desk.check("05.md").found[0].diagnostics[0].message


# --- the cache folder


def only_file(desk: Desk) -> Path:
    (path,) = desk.cache.iterdir()
    return path


@pytest.mark.parametrize("damage", ["cut", "flipped", "foreign", "empty", "noise"])
def test_a_broken_cache_is_no_error_and_is_mended(desk: Desk, damage: str) -> None:
    desk.write("05.md", '"# Five"')
    expected = desk.rules()
    data = only_file(desk).read_bytes()
    half = len(data) // 2
    only_file(desk).write_bytes(
        {
            "cut": data[:half],
            "flipped": data[:half] + bytes([data[half] ^ 1]) + data[half + 1 :],
            "foreign": b"something else" * 100,
            "empty": b"",
            "noise": data + os.urandom(999),
        }[damage]
    )
    assert desk.rules() == expected
    assert desk.rules(job=forbidden) == expected


class Evil:
    """What a cache of a hostile neighbour might hold."""

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return os.system, ("echo run > /tmp/galley-test-evil",)


def test_a_cache_cannot_run_code(desk: Desk, tmp_path: Path) -> None:
    import pickle
    import zlib

    desk.write("05.md", '"# Five"')
    expected = desk.rules()
    data = only_file(desk).read_bytes()
    mark = tmp_path / "evil"
    evil = pickle.dumps(Evil()).replace(b"/tmp/galley-test-evil", os.fsencode(mark)[:21])
    version_end = len(b"galley 1") + 16
    records, at = [data[:version_end]], version_end
    while at < len(data):
        key, length = data[at : at + 16], int.from_bytes(data[at + 16 : at + 20], "little")
        at += 24 + length
        value = (0).to_bytes(4, "little") + len(evil).to_bytes(4, "little")
        value += (0).to_bytes(4, "little") + evil
        checksum = zlib.crc32(value, zlib.crc32(key))
        records.append(key + len(value).to_bytes(4, "little") + checksum.to_bytes(4, "little"))
        records.append(value)
    only_file(desk).write_bytes(b"".join(records))
    assert desk.rules() == expected
    assert not mark.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")
def test_a_cache_folder_that_cannot_be_written_is_no_error(desk: Desk) -> None:
    desk.write("05.md", '"# Five"')
    desk.cache.write_text("a file where the folder should be")
    assert desk.rules() == {"05.md": ["title-heading-mark"]}
    assert desk.cache.read_text() == "a file where the folder should be"


def test_nothing_is_written_into_the_site(desk: Desk) -> None:
    before = desk.names
    desk.check()
    assert desk.names == before


def test_two_runs_at_once_do_not_take_from_each_other(tmp_path: Path) -> None:
    path, version = tmp_path / "store", b"v" * 16
    keys = [bytes([number]) * 16 for number in range(4)]
    Store(path, version).save()
    first = Store(path, version)
    first.put(keys[0], b"zero")
    first.save()
    first, second = Store(path, version), Store(path, version)
    first.put(keys[1], b"one")
    second.put(keys[2], b"two")
    first.save()
    second.save()
    both = Store(path, version)
    assert [both.get(key) for key in keys] == [b"zero", b"one", b"two", None]


def test_a_cache_of_another_version_is_not_used_and_goes(tmp_path: Path) -> None:
    old, new = (Store(tmp_path / "store", mark * 16) for mark in (b"1", b"2"))
    key = b"k" * 16
    old.put(key, b"old" * 1000)
    old.save()
    new = Store(tmp_path / "store", b"2" * 16)
    assert new.get(key) is None
    new.put(b"n" * 16, b"new")
    new.save()
    assert b"old" not in (tmp_path / "store").read_bytes()


def test_a_cache_is_bounded_and_keeps_what_is_used(tmp_path: Path) -> None:
    version, value = b"v" * 16, os.urandom(1024 * 1024)
    for number in range(60):
        store = Store(tmp_path / "store", version)
        store.put(b"used" * 4, b"used") if number == 0 else store.get(b"used" * 4)
        store.put(number.to_bytes(16, "big"), value)
        store.save()
        assert (tmp_path / "store").stat().st_size < 21 * 1024 * 1024
    last = Store(tmp_path / "store", version)
    assert last.get(b"used" * 4) == b"used"
    assert last.get((59).to_bytes(16, "big")) == value


# --- posts that are no good


def test_a_post_on_which_a_rule_hangs_is_told_and_the_others_are_checked(desk: Desk) -> None:
    desk.write("05.md", '"# Five"')
    desk.write("06.md", body="HANG")
    rules = desk.rules(job=FAULTY, deadline_s=1.0)
    assert rules == {"05.md": ["title-heading-mark"], "06.md": ["check-too-slow"]}
    found = desk.check("06.md", job=FAULTY, deadline_s=1.0).found[0].diagnostics[0]
    assert (found.span.start, found.span.end) == (0, len("---"))


def test_a_post_that_ends_the_process_is_told_and_the_others_are_checked(desk: Desk) -> None:
    desk.write("05.md", '"# Five"')
    desk.write("06.md", body="CRASH")
    rules = desk.rules(job=FAULTY)
    assert rules == {"05.md": ["title-heading-mark"], "06.md": ["check-crashed"]}


def test_what_failed_is_tried_again_in_the_next_run(desk: Desk) -> None:
    desk.write("06.md", body="CRASH")
    assert desk.rules(job=FAULTY) == {"06.md": ["check-crashed"]}
    assert desk.rules() == {}


def test_a_post_that_cannot_be_decoded_is_told_so_and_nothing_else(desk: Desk) -> None:
    (desk.site / "06.md").write_bytes("---\ntitle: '# 春'\n---\n".encode("cp932"))
    assert desk.rules() == {"06.md": ["encoding-unknown"]}


def test_a_post_that_cannot_be_read_is_told(desk: Desk) -> None:
    (desk.site / "06.md").unlink()
    (desk.site / "06.md").mkdir()
    failed = [each for each in desk.check().found if each.failed is not None]
    assert [each.path for each in failed] == ["06.md"]


# --- the whole site for a part of it


def test_a_part_of_the_site_is_compared_with_all_of_it(desk: Desk) -> None:
    desk.write("20.md", desk.title("03.md"), LONG)
    assert desk.rules("20.md") == {"20.md": ["title-duplicate"]}
    assert desk.rules("03.md") == {}
    assert desk.rules("20.md", is_alone=True) == {}


def repeat_title(desk: Desk, count: int) -> None:
    for number in range(count):
        name = f"{number:02}.md"
        desk.write(name, f"Title number {number}", f"# Title number {number}\n\n{LONG}")


def test_what_a_fifth_of_the_posts_do_is_a_custom_of_the_site(desk: Desk) -> None:
    repeat_title(desk, 5)
    assert set(desk.rules()) == {f"{number:02}.md" for number in range(5)}
    repeat_title(desk, 6)
    outcome = desk.check()
    assert outcome.norms.silent == {"title-repeated-in-body"}
    assert not [each for each in outcome.found if each.diagnostics]
    assert desk.rules("05.md") == {}
    assert desk.rules("05.md", is_alone=True) == {"05.md": ["title-repeated-in-body"]}


def test_few_posts_have_no_customs(desk: Desk) -> None:
    for number in range(11, 30):
        (desk.site / f"{number:02}.md").unlink()
    repeat_title(desk, 11)
    assert len(desk.rules()) == 11
