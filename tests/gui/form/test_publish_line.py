"""Will it publish? The line at the form's foot and the page behind it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from editor_app.core.frontmatter.reader import read
from editor_app.core.site.fact_reader import FactReader
from editor_app.core.site.facts import PostFacts
from editor_app.core.site.find import find_site
from editor_app.gui.form.publish_line import PublishLine

NOW = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)


def facts(root: Path, front_matter: str, config: str = "timezone: Asia/Tokyo\n") -> PostFacts:
    (root / "_config.yml").write_text(config, encoding="utf-8")
    (root / "_posts").mkdir(exist_ok=True)
    post = root / "_posts/2026-04-01-a.md"
    text = f"---\n{front_matter}---\nText.\n"
    post.write_text(text, encoding="utf-8")
    return FactReader().facts(find_site(post), post, read(text), NOW)


def shown(qtbot: QtBot, about: PostFacts | None) -> PublishLine:
    line = PublishLine()
    qtbot.addWidget(line)
    line.resize(600, 60)
    line.show()
    line.show_facts(about, str)
    return line


@pytest.mark.parametrize(
    ("front_matter", "state", "words"),
    [
        ("title: A\n", "good", "Will publish · Apr 1, 00:00 +09:00"),
        ("date: 2026-04-02 09:30:00 +0000\n", "good", "Will publish · Apr 2, 18:30 +09:00"),
        ("date: 2026-12-24 18:00:00\n", "waits", "Publishes from Dec 25, 03:00 +09:00"),
        ("published: false\n", "out", "Won't publish: "),
        ("date: soon\n", "error", "The build stops: "),
        ('title: "A\n', "bare", "Will publish without its front matter"),
    ],
)
def test_one_line_says_what_the_generator_decides(
    qtbot: QtBot, tmp_path: Path, front_matter: str, state: str, words: str
) -> None:
    line = shown(qtbot, facts(tmp_path, front_matter))
    assert line.button.property("state") == state
    assert line.button.accessibleName().startswith(words)


def test_the_page_opens_by_key_and_leads_to_the_place(qtbot: QtBot, tmp_path: Path) -> None:
    line = shown(qtbot, facts(tmp_path, "title: A\npublished: false\n"))
    line.button.setFocus()
    qtbot.keyClick(line.button, Qt.Key.Key_Space)
    assert line.page.isVisible()
    said = [label.text() for label in line.page.findChildren(QLabel)]
    assert "Why" in said
    assert "/2026/04/01/a.html" in said
    assert any("line 3, published" in text for text in said)
    arrow = line.page.findChildren(QPushButton)[0]
    with qtbot.waitSignal(line.place_asked) as asked:
        qtbot.mouseClick(arrow, Qt.MouseButton.LeftButton)
    assert asked.args == [len("---\ntitle: A\n")]
    qtbot.keyClick(line.button, Qt.Key.Key_Escape)
    assert not line.page.isVisible()


def test_nothing_is_said_where_nothing_is_known(qtbot: QtBot) -> None:
    assert not shown(qtbot, None).isVisible()
