from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import galley

POST = """\
---
layout: note
title: {0}
date: 2026-01-{0:02} 09:00:00 +0900
mood: calm
---
Text.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    config = "defaults:\n  - scope: {path: _posts}\n    values: {layout: note}\n"
    (tmp_path / "_config.yml").write_text(config)
    (tmp_path / "_posts").mkdir()
    for day in range(1, 25):
        (tmp_path / f"_posts/2026-01-{day:02}-note-{day}.md").write_text(POST.format(day))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def only_new(site: Path) -> Path:
    (path,) = (each for each in site.rglob("*.md") if "note" not in each.name)
    return path


def test_a_post_is_begun_as_its_neighbours_are(site: Path) -> None:
    ran = galley("new", "春: 海")
    path = only_new(site)
    assert (ran.status, ran.out, ran.err) == (0, f"{path.relative_to(site)}\n", "")
    assert path.parent.name == "_posts"
    assert path.name.endswith("-春-海.md")
    keys = [line.partition(":")[0] for line in path.read_text().splitlines()]
    assert keys == ["---", "title", "date", "mood", "---", ""]


def test_a_name_that_is_taken_is_never_written_over(site: Path) -> None:
    first, second = galley("new", "Sea", "--slug", "x").out, galley("new", "Sea", "--slug", "x").out
    assert first != second
    assert second.endswith("-x-2.md\n")


def test_a_dry_run_writes_nothing(site: Path) -> None:
    before = sorted(site.rglob("*"))
    ran = galley("new", "Sea", "--draft", "--dry-run")
    assert ran.out.startswith("_drafts/sea.md\n\n---\nlayout: note\ntitle: Sea\n")
    assert sorted(site.rglob("*")) == before


def test_the_name_follows_the_template_of_the_sites_own_schema(site: Path) -> None:
    (site / "admin").mkdir()
    (site / "admin/index.html").write_text("<script src='decap-cms.js'></script>")
    (site / "admin/config.yml").write_text(
        "backend: {name: git-gateway}\nmedia_folder: img\ncollections:\n"
        "  - {name: notes, folder: _posts, create: true, slug: 'n-{{slug}}', fields: []}\n"
    )
    galley("new", "Low tide")
    assert only_new(site).name == "n-low-tide.md"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((" ",), "TITLE is empty"),
        (("Sea", "--slug", "../x"), "A slug is one part of the address"),
        (("Sea", "--slug", ".x"), "A slug is one part of the address"),
    ],
)
def test_wrong_use_is_told(site: Path, arguments: tuple[str, ...], told: str) -> None:
    before = sorted(site.rglob("*"))
    ran = galley("new", *arguments)
    assert ran.status == 2
    assert told in ran.err
    assert sorted(site.rglob("*")) == before


def test_a_folder_that_can_not_be_written_is_told(site: Path) -> None:
    (site / "essays").write_text("a file")
    ran = galley("new", "Sea", "--in", "essays/deep")
    assert ran.status == 2
    assert "essays" in ran.err or "deep" in ran.err
    assert (site / "essays").read_text() == "a file"
