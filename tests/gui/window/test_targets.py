"""What stands on the command line: paths, and lines in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor_app.gui.targets import Target, target_of


@pytest.mark.parametrize(
    ("argument", "name", "line", "column"),
    [
        ("a.md", "a.md", None, 1),
        ("a.md:12", "a.md", 12, 1),
        ("a.md:12:5", "a.md", 12, 5),
        ("a.md:12:", "a.md", 12, 1),
        ("a.md:0", "a.md", 1, 1),
        ("a:b.md", "a:b.md", None, 1),
        ("sub/日本語.md:3", "sub/日本語.md", 3, 1),
    ],
)
def test_a_line_may_follow_a_path(
    tmp_path: Path, argument: str, name: str, line: int | None, column: int
) -> None:
    target = target_of(argument, tmp_path)
    assert target == Target(tmp_path / name, line, column)
    assert target.typed == name


def test_a_file_that_is_named_like_a_line_wins(tmp_path: Path) -> None:
    (tmp_path / "a.md:12").write_text("x")
    assert target_of("a.md:12", tmp_path) == Target(tmp_path / "a.md:12")
