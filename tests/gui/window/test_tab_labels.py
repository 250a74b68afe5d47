"""The names of tabs: short where that is enough, and no two alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from editor_app.gui.tab_labels import tab_labels


@pytest.mark.parametrize(
    ("paths", "labels"),
    [
        (["s/2026-01-02-spring.md", "s/about.md"], ["spring.md", "about.md"]),
        (
            ["s/2026-01-02-spring.md", "s/2026-03-04-spring.md", "s/2026-03-04-rain.md"],
            ["spring.md · 2026-01-02", "spring.md · 2026-03-04", "rain.md"],
        ),
        (["s/2026-01-02-spring.md", "s/spring.md"], ["spring.md · 2026-01-02", "spring.md"]),
        (
            ["s/_posts/2026-01-02-a.md", "s/_drafts/2026-01-02-a.md"],
            ["a.md · _posts", "a.md · _drafts"],
        ),
        (["en/a/index.md", "ja/a/index.md"], ["index.md · en/a", "index.md · ja/a"]),
        (["a/index.md", "b/index.md", "b/c.md"], ["index.md · a", "index.md · b", "c.md"]),
    ],
)
def test_each_tab_has_a_name_of_its_own(paths: list[str], labels: list[str]) -> None:
    assert tab_labels([Path(path) for path in paths]) == tuple(labels)
