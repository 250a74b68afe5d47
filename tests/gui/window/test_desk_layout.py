"""Where the panes stand at each width, and what is remembered of it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from editor_app.core.storage.folders import folders
from editor_app.gui.desk_layout import (
    EDITOR,
    FORM,
    PANES,
    POSTS,
    PREVIEW,
    PROBLEMS,
    Arrangement,
    DeskLayout,
)
from editor_app.gui.window_memory import WindowMemory


def _pane() -> QWidget:
    pane = QWidget()
    QVBoxLayout(pane).addWidget(QLineEdit())
    return pane


@pytest.fixture
def desk(qtbot: QtBot) -> DeskLayout:
    made = DeskLayout({name: _pane() for name in PANES})
    qtbot.addWidget(made)
    made.resize(1440, 800)
    made.show()
    return made


def _shown(desk: DeskLayout) -> list[str]:
    return [name for name in PANES if desk.is_shown(name)]


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (1440, [POSTS, FORM, EDITOR, PREVIEW, PROBLEMS]),
        (1200, [POSTS, FORM, EDITOR, PREVIEW, PROBLEMS]),
        (1199, [FORM, EDITOR, PREVIEW, PROBLEMS]),
        (1000, [FORM, EDITOR, PREVIEW, PROBLEMS]),
        (999, [EDITOR, PREVIEW, PROBLEMS]),
        (799, [EDITOR, PROBLEMS]),
        (640, [EDITOR, PROBLEMS]),
    ],
)
def test_panes_fold_away_as_it_gets_narrow(desk: DeskLayout, width: int, shown: list[str]) -> None:
    desk.resize(width, 480)
    assert desk.width() == width
    assert _shown(desk) == shown
    desk.resize(1440, 800)
    assert _shown(desk) == list(PANES)


def test_a_folded_pane_comes_as_a_drawer_over_the_others(desk: DeskLayout) -> None:
    desk.resize(900, 600)
    text = desk._panes[EDITOR].width()
    for name in (POSTS, FORM, POSTS):
        desk.toggle(name)
        assert desk.is_shown(name)
        assert desk._panes[name].isVisible()
    assert abs(desk._panes[EDITOR].width() - text) <= 1
    assert not desk.is_shown(FORM)
    desk.close_drawer()
    assert not desk.is_shown(POSTS)


def test_a_drawer_goes_back_to_its_place_when_there_is_room(desk: DeskLayout) -> None:
    desk.resize(900, 600)
    desk.toggle(POSTS)
    desk.resize(1440, 800)
    lefts = [desk._panes[name].mapTo(desk, desk.rect().topLeft()).x() for name in PANES[:4]]
    assert lefts == sorted(lefts)
    assert lefts[0] == 0
    assert desk._panes[POSTS].width() == 236


def test_editor_and_preview_share_one_place_with_a_switch(desk: DeskLayout) -> None:
    desk.resize(760, 600)
    desk.toggle(PREVIEW)
    assert desk.is_preview_in_front
    assert desk._panes[PREVIEW].isVisible()
    assert not desk._panes[EDITOR].isVisible()
    desk.show_pane(EDITOR)
    assert desk._panes[EDITOR].isVisible()
    assert not desk._panes[PREVIEW].isVisible()


def test_what_is_hidden_stays_hidden_and_the_others_take_its_room(desk: DeskLayout) -> None:
    before = desk._panes[EDITOR].width()
    desk.toggle(PREVIEW)
    assert PREVIEW not in desk.arrangement.shown
    assert desk._panes[EDITOR].width() > before
    desk.resize(1300, 800)
    assert not desk.is_shown(PREVIEW)


def test_the_arrangement_is_remembered(qtbot: QtBot, tmp_path: object) -> None:
    own = folders({"GALLEY_HOME": str(tmp_path)})
    kept = Arrangement(
        shown=frozenset({POSTS, PREVIEW}),
        widths={POSTS: 200, FORM: 300, EDITOR: 500, PREVIEW: 440},
        problems_height=150,
        card_width=300,
    )
    memory = WindowMemory(own)
    memory.keep(QWidget().saveGeometry(), kept)
    memory.sync()
    assert WindowMemory(own).arrangement() == kept


@pytest.mark.parametrize("text", ["", "no json", "[]", '{"shown": 3, "widths": {"posts": "x"}}'])
def test_a_spoilt_memory_is_the_default(qtbot: QtBot, tmp_path: object, text: str) -> None:
    own = folders({"GALLEY_HOME": str(tmp_path)})
    memory = WindowMemory(own)
    memory._settings.setValue("arrangement", text)
    memory.sync()
    assert WindowMemory(own).arrangement() == Arrangement()
