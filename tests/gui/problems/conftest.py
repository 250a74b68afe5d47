"""A problems pane, and analyses made of plain text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.gui.problems.pane import ProblemsPane
from editor_app.gui.theme import LIGHT

NOW = datetime(2026, 5, 4, tzinfo=UTC)


@pytest.fixture
def analysed() -> Callable[[str], Analysis]:
    context = Context(None, Generator.JEKYLL, Settings(), NOW)
    return lambda text: analyse(text, context)


@pytest.fixture
def pane(qtbot: QtBot) -> ProblemsPane:
    made = ProblemsPane(LIGHT, lambda rule: f"# {rule}\n\nWhy `{rule}`.\n\nSeverity: error.\n")
    qtbot.addWidget(made)
    made.resize(1000, 220)
    made.show()
    return made
