"""The desk of the form's tests."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from editor_app.core.generator import Generator
from tests.gui.form.desk import Desk, MakeDesk


@pytest.fixture
def desk(qtbot: QtBot) -> MakeDesk:
    """Makes a desk for a text or bytes, shown and analysed once."""

    def make(content: str | bytes, generator: Generator = Generator.JEKYLL) -> Desk:
        data = content if isinstance(content, bytes) else content.encode()
        made = Desk(data, generator)
        qtbot.addWidget(made)
        made.show()
        qtbot.waitExposed(made)
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        made.analyse()
        return made

    return make
