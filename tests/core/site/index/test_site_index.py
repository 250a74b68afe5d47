from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.generator import Generator
from editor_app.core.site.index.condition import Fact
from editor_app.core.site.index.query import Asked, Counted, Order, TookTooLong
from editor_app.core.site.index.refresh import Means
from editor_app.core.site.index.site_index import SiteIndex
from editor_app.core.site.index.where import WhereFault, read_where
from editor_app.core.site.summary_parts import ValueKind
from editor_app.core.workers.by_name import ByName
from editor_app.core.workers.worker import Handle
from tests.core.site.index.sites import index, make, members, paths, where
from tests.soak import soak_count

POSTS = {
    "a.md": "---\ntitle: 春の庭\ntags: [AI, web]\ndate: 2026-01-02 08:00 +0900\nweight: 3\n"
    "draft: true\n---\n東京都の[庭](/x/)です。\n",
    "b.md": "---\ntitle: Autumn\ntags: ai\ndate: 2025-12-31\nweight: '10'\nexcerpt: Short\n---\n"
    "Kyoto is 京都.\n",
    "c.md": "---\ntitle: ＷＩＮＴＥＲ\ntags: []\nweight: 20\ndraft: 'true'\nexcerpt:\n---\n"
    "A word.\n",
}


def old(root: Path) -> None:
    """Date the files back, so that their times are trusted."""
    for each in root.glob("*.md"):
        os.utime(each, (1_000_000_000, 1_000_000_000))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    make(tmp_path / "site", POSTS)
    old(tmp_path / "site")
    return tmp_path / "site"


def read_for_nothing() -> Handle:
    raise AssertionError("nothing was to be read")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("draft = true", "a"),
        ("draft != true", "bc"),
        ('draft = "true"', "ac"),
        ("@draft = true", "a"),
        ("draft", "ac"),
        ('tags has "AI"', "a"),
        ("tags has ai", "b"),
        ("tags", "ab"),
        ("not tags", "c"),
        ("not excerpt", "ac"),
        ('excerpt = ""', "c"),
        ("date >= 2026-01-01", "a"),
        ("date < 2026-01-01", "b"),
        ("date = 2026-01-02", "a"),
        ("date = 2026-01-01T23:00Z", "a"),
        ("date < 2026-01-01T23:00:01Z", "ab"),
        ("date contains 2026", "a"),
        ("weight > 2", "ac"),
        ("weight = 10", "b"),
        ("weight = 3", "a"),
        ("title < b", "b"),
        ("title contains winter", "c"),
        ("title contains 庭", "a"),
        ("title ~ '^[A-Z]'", "b"),
        ("@title contains ｗｉｎ", "c"),
        ("@path = b.md", "b"),
        ("@path ~ '[ab]'", "ab"),
        ("@links > 0", "a"),
        ("@links", "a"),
        ("@day = 2026-01-02", "a"),
        ("@text contains 東京", "a"),
        ("@text contains 京都", "ab"),
        ("@text contains '、'", ""),
        ("nothing", ""),
        ("not nothing", "abc"),
        ("nothing != 1", "abc"),
        ("draft = true and tags has AI and date >= 2026-01-01 and not excerpt", "a"),
        ("tags has ai or (weight > 15 and not draft = true)", "bc"),
    ],
)
def test_conditions_find_what_they_say(site: Path, asked: str, found: str) -> None:
    with index(site, generator=Generator.UNKNOWN) as known:
        known.refresh(members(site))
        assert "".join(each.removesuffix(".md") for each in paths(known, asked)) == found
        assert known.count(Asked(where(asked))) == len(found)


def test_posts_come_in_the_order_that_is_asked_for(site: Path) -> None:
    with index(site) as known:
        known.refresh(members(site))

        def ordered(order: Order, limit: int = -1, offset: int = 0) -> str:
            rows = known.posts(Asked(order=order, limit=limit, offset=offset))
            return "".join(each.path[0] for each in rows)

        assert ordered(Order("date")) == "bac"
        assert ordered(Order("date", is_descending=True)) == "abc"
        assert ordered(Order("weight", is_descending=True)) == "cab"
        assert ordered(Order(Fact.TITLE)) == "bca"
        assert ordered(Order(Fact.PATH, is_descending=True)) == "cba"
        assert ordered(Order(), limit=1, offset=1) == "b"


def test_values_are_counted_by_post(site: Path) -> None:
    with index(site) as known:
        known.refresh(members(site))
        assert known.values("tags") == (
            Counted("AI", ValueKind.TEXT, 1),
            Counted("ai", ValueKind.TEXT, 1),
            Counted("web", ValueKind.TEXT, 1),
        )
        assert known.keys()[:2] == (("tags", 3), ("title", 3))


def test_a_search_marks_its_hits(site: Path) -> None:
    with index(site) as known:
        known.refresh(members(site))
        (hit,) = known.search(Asked(search="東京 庭"))
        text = POSTS["a.md"]
        assert [span.of(text) for span in hit.marks] == ["東京", "庭"]
        assert [span.of(hit.row.title) for span in hit.title_marks] == ["庭"]
        assert [span.of(hit.snippet) for span in hit.snippet_marks] == ["東京", "庭"]
        assert known.search(Asked(search="、")) == ()
        assert paths(known, search="short") == ["b.md"]


def test_what_looks_as_it_did_is_not_read_again(site: Path, tmp_path: Path) -> None:
    with index(site, tmp_path / "cache") as known:
        assert known.refresh(members(site)).written == 3
    with index(site, tmp_path / "cache") as known:
        refreshed = known.refresh(members(site), Means(job=read_for_nothing))
        assert (refreshed.written, refreshed.removed) == (0, 0)
        assert paths(known) == ["a.md", "b.md", "c.md"]


def test_a_file_that_was_only_touched_is_not_written_again(site: Path) -> None:
    with index(site) as known:
        known.refresh(members(site))
        os.utime(site / "a.md", (1_100_000_000, 1_100_000_000))
        assert known.refresh(members(site)).written == 0
        known.refresh(members(site), Means(job=read_for_nothing))


def test_a_file_of_just_now_is_looked_at_again(site: Path) -> None:
    os.utime(site / "a.md", (1_000_000_000, 1_000_000_000))
    with index(site) as known:
        known.refresh(members(site), Means(clock_ns=lambda: 1_000_000_001 * 10**9))
        (site / "a.md").write_text(POSTS["a.md"].replace("春", "夏"), "utf-8")
        os.utime(site / "a.md", (1_000_000_000, 1_000_000_000))
        assert known.refresh(members(site)).written == 1
        assert paths(known, "title contains 夏") == ["a.md"]


def test_changes_and_removals_leave_nothing_behind(site: Path) -> None:
    with index(site) as known:
        known.refresh(members(site))
        (site / "a.md").write_text("---\ntitle: New\n---\nOsaka\n")
        (site / "b.md").unlink()
        refreshed = known.refresh(members(site))
        assert (refreshed.written, refreshed.removed) == (1, 1)
        assert [paths(known, search=each) for each in ("東京", "kyoto", "osaka", "word")] == [
            [],
            [],
            ["a.md"],
            ["c.md"],
        ]
        assert paths(known, "tags has AI") == []


def test_single_posts_are_refreshed_alone(site: Path) -> None:
    with index(site) as known:
        known.refresh(members(site))
        (site / "a.md").write_text("---\ntitle: New\n---\n")
        (site / "b.md").unlink()
        make(site, {"d.md": "Text"})
        known.refresh_some(("a.md", "b.md"))
        assert paths(known) == ["a.md", "c.md"]
        known.refresh_some(("d.md",))
        assert paths(known) == ["a.md", "c.md", "d.md"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(site: Path) -> None:
    (site / "d.md").mkdir()
    with index(site) as known:
        refreshed = known.refresh(members(site))
        assert [each.path for each in refreshed.failed] == [site / "d.md"]
        assert paths(known) == ["a.md", "b.md", "c.md"]


def test_many_posts_are_read_in_processes(tmp_path: Path) -> None:
    names = make(tmp_path / "site", {f"{n:03}.md": f"---\nn: {n}\n---\n庭{n}\n" for n in range(60)})
    told: list[tuple[int, int]] = []
    with index(tmp_path / "site", tmp_path / "cache") as known:
        means = Means(jobs=2, watch=lambda done, of: told.append((done, of)))
        assert known.refresh(names, means).written == 60
        assert told[-1] == (60, 60)
        assert paths(known, "n >= 58") == ["058.md", "059.md"]


def test_names_and_texts_that_are_no_unicode_are_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    name = os.fsdecode(b"caf\xe9.md")
    try:
        (site / name).write_bytes(b'---\ntitle: "\\ud800"\n---\n\xff\n')
    except OSError:
        pytest.skip("this disk takes no such names")
    with index(site) as known:
        known.refresh((name,))
        (row,) = known.posts(Asked())
        assert (row.path, row.shown_path) == (name, "caf\ufffd.md")
        known.refresh(())
        assert paths(known) == []


def test_a_post_at_which_a_process_ends_is_known_by_its_name_and_not_tried_again(
    tmp_path: Path,
) -> None:
    names = make(tmp_path / "site", {f"{n}.md": "Text" for n in (*range(12), "hang", "crash")})
    old(tmp_path / "site")
    faulty = ByName("tests.core.site.index.jobs")
    with index(tmp_path / "site") as known:
        assert known.refresh(names, Means(jobs=2, job=faulty, deadline_s=1)).written == 14
        assert paths(known, "@fault") == ["crash.md", "hang.md"]
        assert paths(known, "@fault = too-slow") == ["hang.md"]
        known.refresh(names, Means(job=read_for_nothing))
        (tmp_path / "site" / "crash.md").write_text("Other")
        known.refresh(names, Means(jobs=1, job=faulty))
        assert paths(known, "@fault") == ["crash.md", "hang.md"]


# --- damage


def test_a_foreign_file_is_made_anew(site: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with index(site, cache) as known:
        known.refresh(members(site))
    (file,) = cache.glob("*.sqlite3")
    file.write_bytes(b"something else" * 1000)
    with index(site, cache) as known:
        assert known.is_kept
        assert known.refresh(members(site)).written == 3


def test_another_version_is_made_anew(site: Path, tmp_path: Path) -> None:
    with SiteIndex(site, Generator.JEKYLL, tmp_path, b"one") as known:
        known.refresh(members(site))
    with SiteIndex(site, Generator.JEKYLL, tmp_path, b"two") as known:
        assert paths(known) == []
        assert known.refresh(members(site)).written == 3


@pytest.mark.parametrize("seed", range(6))
def test_damage_inside_the_file_is_mended_without_a_word(
    site: Path, tmp_path: Path, seed: int
) -> None:
    names = make(site, {f"{n:03}.md": f"---\nn: {n}\n---\n庭{n}\n" for n in range(40)})
    old(site)
    cache = tmp_path / "cache"
    with index(site, cache) as known:
        known.refresh(names, Means(jobs=1))
    (file,) = cache.glob("*.sqlite3")
    data = bytearray(file.read_bytes())
    for page in range(1 + seed % 3, len(data) // 4096, 3):
        data[page * 4096 : page * 4096 + 200] = bytes([seed]) * 200
    file.write_bytes(data)
    with index(site, cache) as known:
        known.refresh(names, Means(jobs=1))
        (site / "001.md").write_text("---\nn: 500\n---\n")
        known.refresh(names, Means(jobs=1))
        assert paths(known, "n = 500") == ["001.md"]
        assert len(paths(known)) == len(names)


def test_a_folder_that_cannot_be_written_gives_an_index_in_memory(
    site: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    with index(site, tmp_path / "file" / "cache") as known:
        assert not known.is_kept
        known.refresh(members(site))
        assert paths(known, search="東京") == ["a.md"]


def test_an_index_that_can_only_be_read_gives_one_in_memory(site: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with index(site, cache) as known:
        known.refresh(members(site))
    (file,) = cache.glob("*.sqlite3")
    file.unlink()
    file.mkdir()
    with index(site, cache) as known:
        assert not known.is_kept
        known.refresh(members(site))
        assert len(paths(known)) == 3


def test_a_table_that_is_gone_is_made_anew(site: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    with index(site, cache) as known:
        known.refresh(members(site))
        (file,) = cache.glob("*.sqlite3")
        with sqlite3.connect(file) as other:
            other.execute("DROP TABLE words")
        other.close()
        assert paths(known, search="東京") == ["a.md"]


BOTH = """
import sys
from pathlib import Path
from editor_app.core.generator import Generator
from editor_app.core.site.index.query import Asked
from editor_app.core.site.index.refresh import Means
from editor_app.core.site.index.site_index import SiteIndex
if __name__ == "__main__":
    root, cache = map(Path, sys.argv[1:])
    names = sorted(each.name for each in root.glob("*.md"))
    with SiteIndex(root, Generator.JEKYLL, cache, b"engine") as index:
        index.refresh(names, Means(jobs=1))
        print(index.is_kept, index.count(Asked()), index.count(Asked(search="庭")))
"""


def test_two_processes_at_once_make_one_index(tmp_path: Path) -> None:
    site, cache = tmp_path / "site", tmp_path / "cache"
    names = make(site, {f"{n:03}.md": f"---\nn: {n}\n---\n庭{n}\n" for n in range(100)})
    old(site)
    script = tmp_path / "both.py"
    script.write_text(BOTH)
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[4])}
    command = [sys.executable, str(script), str(site), str(cache)]
    both = [
        subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        for _ in range(2)
    ]
    assert [each.communicate(timeout=100)[0] for each in both] == ["True 100 100\n"] * 2
    with index(site, cache) as known:
        assert known.refresh(names, Means(job=read_for_nothing)).written == 0
        assert known.is_kept
        assert len(paths(known)) == 100
    (file,) = cache.glob("*.sqlite3")
    with sqlite3.connect(file) as other:
        assert other.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    other.close()


# --- bounds


def test_an_expression_that_takes_too_long_is_given_up(tmp_path: Path) -> None:
    names = make(tmp_path / "site", {"a.md": f"---\na: {'a' * 60}b\n---\n"})
    with index(tmp_path / "site") as known:
        known.refresh(names)
        with pytest.raises(TookTooLong):
            known.posts(Asked(where("a ~ '(a|aa|a?)+$'")))


TESTS = st.sampled_from(
    [
        "draft",
        "draft = true",
        "tags has ai",
        "weight > 5",
        "title ~ 'a'",
        "title contains 庭",
        "@text contains 京都",
        "@links < 3",
        "date >= 2026-01-01",
    ]
)


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> object:
    site = tmp_path_factory.mktemp("site")
    with index(site) as known:
        known.refresh(make(site, POSTS))
        yield known


@settings(max_examples=soak_count(100, 3000), deadline=None)
@given(one=TESTS, other=TESTS)
def test_conditions_are_those_of_logic(known: SiteIndex, one: str, other: str) -> None:
    every = set(paths(known))
    first, second = set(paths(known, one)), set(paths(known, other))
    assert set(paths(known, f"not {one}")) == every - first
    assert set(paths(known, f"{one} and {other}")) == first & second
    assert set(paths(known, f"{one} or {other}")) == first | second


@settings(max_examples=soak_count(200, 5000), deadline=None)
@given(
    field=st.text(min_size=1),
    operator=st.sampled_from(["=", "!=", "<", "contains", "~"]),
    value=st.text(),
)
def test_whatever_is_asked_is_answered(
    known: SiteIndex, field: str, operator: str, value: str
) -> None:
    doubled = [each.replace("'", "''") for each in (field, value)]
    asked = read_where(f"'{doubled[0]}' {operator} '{doubled[1]}' or @text contains '{doubled[1]}'")
    if not isinstance(asked, WhereFault):
        known.count(Asked(asked, search=value))
