"""The desk of the form's tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from editor_app.core.frontmatter.nodes import Path as At
from editor_app.core.generator import Generator
from editor_app.core.schema.field import Inherited
from tests.gui.form.described import MakeDescribed, describe
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


@pytest.fixture
def described(desk: MakeDesk, tmp_path: Path) -> MakeDescribed:
    """Makes a desk whose site says what its fields are; its files lie in `tmp_path`."""

    def make(content: str, fields: str, inherited: dict[At, Inherited] | None = None) -> Desk:
        made = desk(content)
        describe(made, tmp_path, fields, inherited)
        return made

    return make
