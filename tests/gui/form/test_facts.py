"""What the analysis process learns from the site's files stands in the form."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea

from editor_app.core.settings import Settings
from editor_app.core.site.find import find_site
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span
from editor_app.gui.analysis_job import analyse_latest
from editor_app.gui.analysis_messages import Answer, Question
from tests.gui.form.desk import Desk, MakeDesk

CONFIG = "timezone: Asia/Tokyo\ndefaults:\n  - values:\n      author: Mio\n"
SCHEMA = """\
[[schema.collections]]
name = "posts"
files = ["/_posts/**"]
fields.mood = { choices = ["calm", "rough"], label = "Sea", required = true }
"""


@pytest.fixture
def post(tmp_path: Path) -> Path:
    (tmp_path / "_config.yml").write_text(CONFIG)
    (tmp_path / "galley.toml").write_text(SCHEMA)
    path = tmp_path / "_posts/2025-11-23-x.md"
    path.parent.mkdir()
    return path


def answered(made: Desk, post: Path, language: str = "") -> Desk:
    """Show the document as the post of a site, and what the analysis process says of it."""
    made.context = replace(
        made.context, path=post, site=find_site(post), settings=Settings(language=language)
    )
    made.pane.set_document(made.document, made.context)
    show_answer(made)
    return made


def show_answer(made: Desk) -> None:
    """What the analysis process says of the text as it is now."""
    question = Question(1, made.text, made.context, made.document.version)
    (answer,) = analyse_latest([question], {})
    assert isinstance(answer, Answer)
    assert answer.analysis is not None, answer.reason
    front_matter = replace(answer.analysis.front_matter, text=made.text)
    made.pane.show_analysis(replace(answer.analysis, front_matter=front_matter))
    QApplication.processEvents()


def test_fields_values_and_publication_come_from_the_files(desk: MakeDesk, post: Path) -> None:
    made = answered(desk("---\ntitle: A\nmood: wild\n---\nText.\n"), post)
    words = made.words()
    assert "Sea" in words
    assert "from _config.yml:4" in words
    assert "Override here" in words
    assert "mood is wild" in words
    assert "galley.toml:4" in words
    line = made.pane.findChild(QPushButton, "publishLine")
    assert line is not None
    assert line.accessibleName() == "Will publish · Nov 23, 00:00 +09:00"


def test_what_is_inherited_is_written_by_its_button_and_not_by_itself(
    desk: MakeDesk, post: Path
) -> None:
    made = answered(desk("---\ntitle: A\nmood: calm\n---\nText.\n"), post)
    before = made.data
    made.pane.finish()
    assert made.data == before
    (button,) = (each for each in made.pane.findChildren(QPushButton) if "verride" in each.text())
    button.click()
    assert made.data == b"---\ntitle: A\nmood: calm\nauthor: Mio\n---\nText.\n"
    made.document.undo()
    assert made.data == before


def test_the_manual_s_help_is_in_the_reader_s_language(desk: MakeDesk, post: Path) -> None:
    made = answered(desk("---\ntitle: A\nmood: calm\n---\nText.\n"), post, "ja")
    tips = [label.toolTip() for label in made.pane.findChildren(QLabel)]
    assert any("ページの見出し" in tip for tip in tips)


def test_a_field_whose_problems_go_stays_where_it_is(desk: MakeDesk, post: Path) -> None:
    title = "# OpenAIとFoxconnが手を組む真意�"
    heading = "## OpenAIとFoxconnが手を組む真意：AIハードウェアの地政学が変革するのか？"
    rest = "".join(f"key{number}: x\n" for number in range(20))
    made = desk(f'---\nmood: calm\ntitle: "{title}"\n{rest}---\n\n{heading}\n\n本文です。\n')
    made.resize(305, 760)
    answered(made, post, "ja")
    line = made.field("title", QLineEdit)
    line.setFocus()
    line.end(False)
    QTest.keyClick(line, "x")
    show_answer(made)
    place = line.mapTo(made.pane, QPoint(0, 0))
    start = made.text.index("# ")
    refusal = made.document.apply(
        (Edit(Span(start, start + 2), ""),), made.document.version, "the mark"
    )
    assert refusal is None
    show_answer(made)
    bar = made.pane.findChild(QScrollArea, "formScroll")
    assert bar is not None
    assert bar.verticalScrollBar().maximum() > 0
    assert bar.verticalScrollBar().value() == 0
    assert line.mapTo(made.pane, QPoint(0, 0)) == place
