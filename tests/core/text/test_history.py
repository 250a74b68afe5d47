"""Undo gives back the very bytes, redo the very text."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.history import History, Step
from editor_app.core.text.piece_table import PieceTable
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span
from tests import nasty
from tests.soak import soak_count


def insertion(at: int, text: str) -> Edit:
    return Edit(Span(at, at), text)


def followed(text: str, sets: tuple[tuple[Edit, ...], ...]) -> str:
    for edits in sets:
        text = apply(text, edits)
    return text


@given(nasty.files(), st.data())
@settings(max_examples=soak_count(100, 5000))
def test_every_version_is_found_again(data: bytes, draw: st.DataObject) -> None:
    history, table = History(), PieceTable.of(read(data))
    versions = [table]
    for _ in range(draw.draw(st.integers(1, 6), "steps")):
        edits = draw.draw(nasty.edits(table.length), "edits")
        history, table = history.with_step("Edit", table, edits)
        versions.append(table)
    for earlier, later in zip(versions[-2::-1], versions[:0:-1], strict=True):
        undone = history.undo()
        assert undone is not None
        history, step = undone
        assert step.before is earlier
        assert step.after is later
        assert followed(later.text, step.back) == earlier.text
    assert history.undo() is None
    assert versions[0].to_bytes() == data
    for earlier, later in itertools.pairwise(versions):
        redone = history.redo()
        assert redone is not None
        history, step = redone
        assert followed(earlier.text, step.forth) == later.text
    assert history.redo() is None


def test_steps_of_one_name_join_where_they_follow_each_other() -> None:
    history, table = History(), PieceTable.of(read(b""))
    for at, character in enumerate("word"):
        history, table = history.with_step("Typing", table, [insertion(at, character)], joins=True)
    assert [step.name for step in history.done] == ["Typing"]
    undone = history.undo()
    assert undone is not None
    step = undone[1]
    assert followed("word", step.back) == ""
    assert followed("", step.forth) == "word"


def test_a_step_of_another_name_does_not_join() -> None:
    history, table = History(), PieceTable.of(read(b"ab"))
    history, table = history.with_step("Typing", table, [insertion(0, "x")], joins=True)
    history, table = history.with_step("Fix", table, [insertion(0, "y")], joins=True)
    assert [step.name for step in history.done] == ["Typing", "Fix"]


def test_a_new_step_takes_away_what_could_be_redone() -> None:
    history, table = History(), PieceTable.of(read(b"ab"))
    history, table = history.with_step("One", table, [insertion(0, "1")])
    undone: tuple[History, Step] | None = history.undo()
    assert undone is not None
    history, _ = undone[0].with_step("Two", undone[1].before, [insertion(0, "2")])
    assert history.redo() is None
    assert [step.name for step in history.done] == ["Two"]
