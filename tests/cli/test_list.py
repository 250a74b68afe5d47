from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.cli.list import csv_row
from tests.cli.command import galley

POSTS = {
    "2026-01-02-spring.md": "---\ntitle: 春の庭\ntags: [AI, web]\nweight: -3\ndraft: true\n"
    "author:\n  name: Ito\n---\n東京都です。\n",
    "2025-12-31-autumn.md": "---\ntitle: '=1+1'\ntags: []\nnote: 'a, \"b\"'\n---\nText\n",
}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "site"
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("title: A\n")
    for name, text in POSTS.items():
        (root / "_posts" / name).write_text(text, "utf-8")
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("site")
def test_a_table_has_its_columns_under_each_other() -> None:
    ran = galley("list", ".", "--columns", "title,tags,@day")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "title   tags     @day\n=1+1             2025-12-31\n春の庭  AI, web  2026-01-02\n"
    )


@pytest.mark.usefixtures("site")
def test_without_columns_the_path_the_date_and_the_title_are_shown() -> None:
    ran = galley("list", ".", "--where", "tags has AI")
    assert ran.out == (
        "@path                        date        @title\n"
        "_posts/2026-01-02-spring.md  2026-01-02  春の庭\n"
    )


@pytest.mark.usefixtures("site")
def test_without_a_path_the_posts_of_this_folder_are_listed() -> None:
    assert galley("list", "--columns", "@day").out == "@day\n2025-12-31\n2026-01-02\n"


@pytest.mark.usefixtures("site")
def test_paths_are_those_that_one_would_type() -> None:
    ran = galley("list", "_posts/2026-01-02-spring.md", "--columns", "@path")
    assert ran.out == "@path\n_posts/2026-01-02-spring.md\n"


def test_what_is_in_a_cell_cannot_reach_the_terminal(site: Path) -> None:
    (site / "_posts" / "2026-02-01-x.md").write_text('---\ntitle: "a\\e[2Jb\\nc"\n---\n')
    ran = galley("list", ".", "--where", "@path contains x.md", "--columns", "title")
    assert ran.out == "title\na\\x1b[2Jb\\nc\n"


def test_a_long_cell_is_cut_at_sixty_columns(site: Path) -> None:
    (site / "_posts" / "2026-02-01-x.md").write_text(f"---\ntitle: {'庭' * 40}\n---\n", "utf-8")
    ran = galley("list", ".", "--where", "@path contains x.md", "--columns", "title")
    assert ran.out == f"title\n{'庭' * 29}…\n"


@pytest.mark.usefixtures("site")
def test_json_has_values_with_their_types() -> None:
    ran = galley("list", ".", "--format", "json", "--where", "draft = true")
    told = json.loads(ran.out)
    assert told["version"] == 1
    (post,) = told["posts"]
    assert (post["@path"], post["@draft"], post["@day"]) == (
        "_posts/2026-01-02-spring.md",
        True,
        "2026-01-02",
    )
    assert post["values"] == {
        "title": "春の庭",
        "tags": ["AI", "web"],
        "weight": -3,
        "draft": True,
        "author.name": "Ito",
        "date": "2026-01-02",
    }


@pytest.mark.usefixtures("site")
def test_json_of_columns_has_those_alone() -> None:
    ran = galley("list", ".", "--format", "json", "--columns", "@words,tags,weight")
    assert json.loads(ran.out)["posts"] == [
        {"@words": 1, "tags": None, "weight": None},
        {"@words": 0, "tags": ["AI", "web"], "weight": -3},
    ]


@pytest.mark.usefixtures("site")
def test_csv_holds_no_formula_and_leaves_numbers() -> None:
    ran = galley("list", ".", "--format", "csv", "--columns", "@path,title,weight,note")
    assert ran.out == (
        "path,title,weight,note\r\n"
        '_posts/2025-12-31-autumn.md,\'=1+1,,"a, ""b"""\r\n'
        "_posts/2026-01-02-spring.md,春の庭,-3,\r\n"
    )


@given(st.lists(st.text(), min_size=1))
def test_no_cell_of_csv_is_a_formula_and_each_is_read_as_it_was(cells: list[str]) -> None:
    (read,) = csv.reader(io.StringIO(csv_row(cells), newline=""))
    assert not any(each.startswith(("=", "+", "-", "@", "\t", "\r")) for each in read)
    assert [each.removeprefix("'") for each in read] == [each.removeprefix("'") for each in cells]


@pytest.mark.usefixtures("site")
def test_posts_are_sorted_by_a_key_and_turned_round() -> None:
    usual = galley("list", ".", "--columns", "@day", "--sort", "date")
    assert usual.out.split()[1:] == ["2025-12-31", "2026-01-02"]
    turned = galley("list", ".", "--columns", "@day", "--sort", "date", "--reverse")
    assert turned.out.split()[1:] == ["2026-01-02", "2025-12-31"]


@pytest.mark.usefixtures("site")
def test_words_are_searched_for() -> None:
    ran = galley("list", ".", "--search", "東京", "--columns", "@title")
    assert ran.out == "@title\n春の庭\n"


@pytest.mark.usefixtures("site")
def test_nothing_found_is_no_failure() -> None:
    ran = galley("list", ".", "--where", "title = x", "--format", "json")
    assert (ran.status, json.loads(ran.out)) == (0, {"version": 1, "posts": []})


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--where", "a = "), "--where: column 5: a value is missing after =\n"),
        (("--columns", "a,@b"), "--columns: column 1: there is no @b; known are @path,"),
        (("--sort", "@text"), "--sort: @text can't be shown\n"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], told: str) -> None:
    ran = galley("list", ".", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"galley list: {told}")


def test_a_path_that_is_not_there_is_told(site: Path) -> None:
    ran = galley("list", str(site / "none.md"))
    assert ran.status == 2
    assert ran.err == f"galley list: {site / 'none.md'}: there is no such file\n"


def test_a_change_on_the_disk_is_seen_the_next_time(site: Path) -> None:
    galley("list", ".")
    post = site / "_posts" / "2025-12-31-autumn.md"
    post.write_text("---\ntitle: New\n---\n")
    assert galley("list", ".", "--columns", "title").out == "title\nNew\n春の庭\n"
    post.unlink()
    assert galley("list", ".", "--columns", "title").out == "title\n春の庭\n"


@pytest.mark.usefixtures("site")
def test_without_the_cache_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GALLEY_HOME", str(tmp_path / "home"))
    ran = galley("list", ".", "--no-cache", "--columns", "title")
    assert ran.out == "title\n=1+1\n春の庭\n"
    assert not list(tmp_path.rglob("*.sqlite3"))
    galley("list", ".")
    assert list(tmp_path.rglob("*.sqlite3"))
