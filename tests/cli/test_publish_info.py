from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import galley

POST = """\
---
title: Spring
date: 2999-05-11 20:00:00
published: false
---
Body
"""


@pytest.fixture(autouse=True)
def _in_new_york(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "America/New_York")


@pytest.fixture
def post(tmp_path: Path) -> Path:
    (tmp_path / "_config.yml").write_text("timezone: Asia/Tokyo\n")
    path = tmp_path / "_posts" / "2024-05-01-spring.md"
    path.parent.mkdir()
    path.write_text(POST)
    return path


def test_all_is_told_with_its_place(post: Path) -> None:
    ran = galley("publish-info", str(post))
    assert (ran.status, ran.err) == (1, "")
    assert (
        ran.out
        == f"""\
{post}: not published
  generator:    Jekyll
  why:          published: false keeps it out (line 4, published)
  why:          Its date is in the future: 2999-05-12 05:00:00 +0900 (line 3, date)
  note:         A time without zone, as it stands here, is UTC to Jekyll (line 3, date)
  date:         2999-05-12 05:00:00 +0900 (Asia/Tokyo)
                2999-05-11 16:00:00 -0400 (here)
                2999-05-11 20:00:00 +0000 (UTC)
  address:      /2999/05/12/spring.html
  written to:   2999/05/12/spring.html
  file name:    2999-05-12-spring.md is due
"""
    )


def test_a_post_that_is_published_gives_0(post: Path) -> None:
    post.write_text("---\ntitle: Spring\n---\n")
    ran = galley("publish-info", str(post))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{post}: published\n")
    assert "2024-05-01-spring.md, as it should be" in ran.out


def test_the_moment_of_the_build_can_be_given(post: Path) -> None:
    post.write_text("---\ndate: 2026-12-24 18:00 +0900\n---\n")
    early = galley("publish-info", str(post), "--now", "2026-12-24T17:59:59+09:00")
    assert early.status == 1
    late = galley("publish-info", str(post), "--now", "2026-12-24T18:00+09:00")
    assert late.status == 0


def test_a_moment_without_zone_is_one_of_this_machine(post: Path) -> None:
    post.write_text("---\ndate: 2026-12-24 18:00 +0900\n---\n")
    assert galley("publish-info", str(post), "--now", "2026-12-24T03:59").status == 1
    assert galley("publish-info", str(post), "--now", "2026-12-24T04:00").status == 0


def test_json_has_the_same_with_places_for_programs(post: Path) -> None:
    ran = galley("publish-info", str(post), "--format", "json", "--now", "2026-01-01")
    told = json.loads(ran.out)
    assert (ran.status, told["verdict"], told["generator"]) == (1, "not-published", "jekyll")
    assert told["now"] == "2026-01-01T00:00:00-05:00"
    assert told["reasons"][0] == {
        "message": "published: false keeps it out",
        "said": {
            "in": "post",
            "key": "published",
            "start": {"line": 4, "column": 1, "offset": 44, "byte": 44},
        },
    }
    assert told["date"] == {
        "site": "2999-05-12T05:00:00+09:00",
        "local": "2999-05-11T16:00:00-04:00",
        "utc": "2999-05-11T20:00:00+00:00",
        "said": {
            "in": "post",
            "key": "date",
            "start": {"line": 3, "column": 1, "offset": 18, "byte": 18},
        },
    }
    assert (told["url"], told["output"]) == ("/2999/05/12/spring.html", "2999/05/12/spring.html")
    assert told["file_name"] == {"wanted": "2999-05-12-spring.md", "is_so": False}


def test_hugo_is_told_the_same_way(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text('timeZone = "Asia/Tokyo"\n')
    section = tmp_path / "content" / "posts"
    section.mkdir(parents=True)
    (section / "_index.md").write_text("---\ndraft: true\n---\n")
    post = section / "a.md"
    post.write_text("---\nexpiryDate: 2020-01-01\n---\n")
    ran = galley("publish-info", str(post))
    assert ran.status == 1
    assert "It was shown until 2020-01-01 00:00:00 +0900 (line 2, expiryDate)" in ran.out
    assert "The folder content/posts is not published" in ran.out
    assert "  address:      /posts/a/\n" in ran.out


def test_a_path_may_go_up_and_down(post: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    post.write_text("---\ntitle: Spring\n---\n")
    monkeypatch.chdir(post.parent)
    ran = galley("publish-info", f"../_posts/{post.name}")
    assert (ran.status, ran.out.split("\n")[0]) == (0, f"../_posts/{post.name}: published")


def test_what_can_not_be_known_is_said(tmp_path: Path) -> None:
    (tmp_path / "astro.config.mjs").write_text("export default {}\n")
    post = tmp_path / "src" / "content" / "blog" / "a.md"
    post.parent.mkdir(parents=True)
    post.write_text("---\ndraft: true\n---\n")
    ran = galley("publish-info", str(post))
    assert ran.status == 1
    assert (
        ran.out
        == f"""\
{post}: not known
  generator:    Astro
  why:          The configuration of Astro is code, which Galley does not run (Astro itself)
  note:         draft is true; Astro itself does not look at it, but the code of many sites does \
(line 2, draft)
  file name:    a.md, as it should be
"""
    )


def test_a_broken_configuration_stops_the_build(post: Path) -> None:
    post.parent.parent.joinpath("_config.yml").write_text("a: [b\n")
    ran = galley("publish-info", str(post))
    assert ran.status == 1
    assert ran.out.startswith(f"{post}: the build stops\n")
    assert "(_config.yml)" in ran.out


@pytest.mark.parametrize("arguments", [["--now", "soon"], ["--format", "xml"]])
def test_wrong_use_gives_2(post: Path, arguments: list[str]) -> None:
    ran = galley("publish-info", str(post), *arguments)
    assert (ran.status, ran.out) == (2, "")


def test_a_file_that_is_not_there_gives_2(tmp_path: Path) -> None:
    ran = galley("publish-info", str(tmp_path / "no.md"))
    assert (ran.status, ran.out) == (2, "")
    assert "there is no such file" in ran.err
