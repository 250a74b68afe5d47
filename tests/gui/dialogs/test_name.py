"""What a post may be renamed to."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor_app.gui.dialogs.name import RenameDialog


@pytest.mark.parametrize(
    ("typed", "after"),
    [("summer", "summer.md"), ("v1.2", "v1.2.md"), ("summer.mdx", "summer.mdx")],
)
def test_a_post_keeps_its_ending_where_no_other_is_typed(
    qtbot: QtBot, tmp_path: Path, typed: str, after: str
) -> None:
    dialog = RenameDialog(tmp_path / "spring.md")
    dialog.name.setText(typed)
    with qtbot.waitSignal(dialog.accepted_with) as renamed:
        dialog.rename.click()
    assert renamed.args == [tmp_path / "spring.md", tmp_path / after]


def test_a_name_that_is_taken_is_known_without_its_ending(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "summer.md").write_text("x")
    dialog = RenameDialog(tmp_path / "spring.md")
    qtbot.addWidget(dialog)
    dialog.name.setText("summer")
    assert not dialog.rename.isEnabled()


def test_a_jekyll_post_that_would_lose_its_date_is_warned_of(qtbot: QtBot) -> None:
    dialog = RenameDialog(Path("_posts/2026-01-02-spring.md"))
    qtbot.addWidget(dialog)
    dialog.name.setText("spring.md")
    assert any("Without a date" in words.text() for words in dialog.findChildren(QLabel))
    assert dialog.rename.isEnabled()
