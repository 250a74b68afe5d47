"""A relation is found by what people call it, and written as the site has it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.gui.form.fields.pick_list import PickList
from editor_app.gui.form.fields.picks import label_of
from tests.gui.form.described import MakeDescribed
from tests.gui.form.desk import keys

POST = "---\nfirst: 1\nx: {value} # keep\nlast: [z]\n---\nBody\n"
AUTHOR = 'x = { kind = "relation", file = "_data/authors.yml" }'


def post(value: str) -> str:
    return POST.replace("{value}", value)


def authors(site: Path) -> None:
    (site / "_data").mkdir()
    text = "mio: { name: 美緒 }\nper: { name: Per }\n"
    (site / "_data" / "authors.yml").write_text(text, "utf-8")


def test_an_entry_is_found_by_its_name_and_written_as_its_key(
    described: MakeDescribed, tmp_path: Path, qtbot: QtBot
) -> None:
    authors(tmp_path)
    form = described(post("mio"), AUTHOR)
    qtbot.waitUntil(lambda: "美緒" in form.words())
    line = form.field("x", QLineEdit)
    assert line.text() == "mio"
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Down)
    picks = form.findChildren(PickList)[0]
    assert [label_of(choice) for choice in picks.model.choices] == ["美緒", "Per"]
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("per")
    assert "Per" in form.words()


def test_what_leads_nowhere_is_told_and_stays(
    described: MakeDescribed, tmp_path: Path, qtbot: QtBot
) -> None:
    authors(tmp_path)
    form = described(post("nobody"), AUTHOR)
    qtbot.waitUntil(lambda: "Leads nowhere" in form.words())
    assert form.text == post("nobody")
    line = form.field("x", QLineEdit)
    line.setFocus()
    line.selectAll()
    keys(line, "mi")
    assert form.text == post("mi")
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("mio")
    assert "Leads nowhere" not in form.words()


def test_nothing_is_told_where_no_entries_are_known(described: MakeDescribed, qtbot: QtBot) -> None:
    form = described(post("nobody"), AUTHOR)
    qtbot.wait(50)
    assert "Leads nowhere" not in form.words()


def test_posts_are_found_by_their_titles(
    described: MakeDescribed, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "_posts").mkdir()
    for number in range(40):
        path = tmp_path / "_posts" / f"2026-01-{number % 28 + 1:02}-post-{number}.md"
        path.write_text(f"---\ntitle: 記事 {number}\n---\n", "utf-8")
    form = described(post("''"), 'x = { kind = "relation", collection = "posts" }')
    line = form.field("x", QLineEdit)
    line.setFocus()
    keys(line, "記事 31")
    picks = form.findChildren(PickList)[0]
    qtbot.waitUntil(lambda: [label_of(c) for c in picks.model.choices] == ["記事 31"])
    QTest.keyClick(line, Qt.Key.Key_Down)
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == post("'post-31'")
