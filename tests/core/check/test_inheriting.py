"""Of which posts something may have changed that they inherit."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor_app.core.check.inheriting import Inheriting

BUNDLE = "content/posts/tea/index.md"
OTHER = "content/notes/rain.md"


@pytest.mark.parametrize(
    ("changed", "is_changed"),
    [
        ("hugo.toml", (True, True)),
        ("config/_default/params.toml", (True, True)),
        ("_index.md", (True, True)),
        ("content/posts/_index.md", (True, False)),
        ("content/posts/tea/_index.ja.md", (True, False)),
        ("content/posts/rain/_index.md", (False, False)),
        ("content/posts/tea/index.md", (False, False)),
    ],
)
def test_a_mark_is_of_the_configuration_and_the_sections_above(
    tmp_path: Path, changed: str, is_changed: tuple[bool, bool]
) -> None:
    before = Inheriting(tmp_path)
    marks = [before.mark(each) for each in (BUNDLE, OTHER)]
    (tmp_path / changed).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / changed).write_text("title: x\n")
    after = Inheriting(tmp_path)
    assert (after.mark(BUNDLE) != marks[0], after.mark(OTHER) != marks[1]) == is_changed


def test_what_stands_above_many_folders_is_read_once(tmp_path: Path) -> None:
    section = tmp_path / "content" / "posts"
    section.mkdir(parents=True)
    inheriting = Inheriting(tmp_path)
    inheriting.mark(BUNDLE)
    known = Inheriting(tmp_path).mark("content/posts/rain/index.md")
    (section / "_index.md").write_text("title: x\n")
    assert inheriting.mark("content/posts/rain/index.md") == known


def test_a_path_may_be_as_deep_as_a_disk_allows(tmp_path: Path) -> None:
    assert Inheriting(tmp_path).mark("a/" * 2000 + "b.md")
