"""The document keeps Qt's text, the file's bytes and the history in step."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextCursor

from editor_app.core.diagnostics import Refusal
from editor_app.core.text.edits import Edit
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span
from editor_app.gui.document import Change, Document


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def opened(data: bytes, clock: Clock | None = None) -> Document:
    return Document(read(data), clock=clock or Clock())


def cursor(document: Document, start: int, end: int | None = None) -> QTextCursor:
    result = QTextCursor(document.qt)
    result.setPosition(start)
    if end is not None:
        result.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    return result


def typed(document: Document, at_units: int, text: str) -> None:
    for character in text:
        cursor(document, at_units).insertText(character)
        at_units += 1 if character < "\U00010000" else 2


pytestmark = pytest.mark.usefixtures("qapp")


def test_a_typed_character_keeps_every_other_byte() -> None:
    document = opened(b"\xef\xbb\xbfa\r\nb\rc\n\xc2\xa0d")
    cursor(document, 3).insertText("X")
    assert document.table.to_bytes() == b"\xef\xbb\xbfa\r\nbX\rc\n\xc2\xa0d"


def test_a_change_names_its_edit_in_code_points() -> None:
    document = opened("😀😀b".encode())
    heard: list[Change] = []
    document.changed.connect(heard.append)
    cursor(document, 4).insertText("x")
    assert heard == [Change(1, (Edit(Span(2, 2), "x"),))]
    assert document.version == 1


def test_a_change_to_the_same_text_is_no_change() -> None:
    document = opened(b"same\n\nsame")
    heard: list[Change] = []
    document.changed.connect(heard.append)
    cursor(document, 0, 4).insertText("same")
    cursor(document, 5).setBlockFormat(cursor(document, 5).blockFormat())
    assert (heard, document.version, document.undo_name) == ([], 0, None)


@pytest.mark.parametrize(
    "special",
    [
        "\0",
        "\u2028",
        "\u2029",
        "\ufdd0",
        "\ufdd1",
        "\ufeff",
        "\ufffe",
        "\ufffc",
        "\u00a0",
        "\u0085",
        "\x0c",
        "\x0b",
        "\ufffd",
    ],
)
def test_characters_that_qt_would_change_stay_what_they_are(special: str) -> None:
    data = f"{special}a{special}\r\n{special}{special}b{special}".encode()
    document = opened(b"\xef\xbb\xbf" + data if special == "\ufeff" else data)
    assert document.qt.blockCount() == 2
    typed(document, 2, "x")
    document.apply([Edit(Span(0, 0), special + "y")], document.version, "Fix")
    document.undo()
    assert document.table.to_bytes().endswith(
        f"{special}ax{special}\r\n{special}{special}b{special}".encode()
    )


def test_deleting_over_the_end_of_the_text_is_heard_right() -> None:
    document = opened(b"one\ntwo")
    whole = QTextCursor(document.qt)
    whole.select(QTextCursor.SelectionType.Document)
    whole.removeSelectedText()
    assert document.table.to_bytes() == b""
    document.undo()
    assert document.table.to_bytes() == b"one\ntwo"
    assert document.qt.toPlainText() == "one\ntwo"


def test_undo_gives_back_the_very_bytes_of_deleted_line_endings() -> None:
    data = b"a\rb\r\nc\nd"
    document = opened(data)
    cursor(document, 0, 7).insertText("gone")
    assert document.table.to_bytes() == b"gone"
    document.undo()
    assert document.table.to_bytes() == data
    assert not document.is_modified


def test_typing_is_undone_by_words(clock: Clock) -> None:
    document = opened(b"", clock)
    typed(document, 0, "two words")
    document.undo()
    assert document.text == "two "
    document.undo()
    assert document.text == ""
    document.redo()
    document.redo()
    assert document.text == "two words"


def test_a_pause_ends_a_step(clock: Clock) -> None:
    document = opened(b"", clock)
    typed(document, 0, "ab")
    clock.seconds += 5
    typed(document, 2, "cd")
    document.undo()
    assert document.text == "ab"


def test_a_step_ends_where_the_caret_went_elsewhere(clock: Clock) -> None:
    document = opened(b"", clock)
    typed(document, 0, "ab")
    typed(document, 0, "c")
    document.undo()
    assert document.text == "ab"


def test_deleting_is_one_step_with_its_name(clock: Clock) -> None:
    document = opened(b"abcdef", clock)
    for at in (6, 5, 4):
        cursor(document, at).deletePreviousChar()
    assert document.undo_name == "Deleting"
    document.undo()
    assert document.text == "abcdef"
    assert (document.undo_name, document.redo_name) == (None, "Deleting")


def test_undo_says_where_it_happened() -> None:
    document = opened(b"abc def")
    places: list[Span] = []
    document.restored.connect(places.append)
    cursor(document, 4, 7).removeSelectedText()
    document.undo()
    document.redo()
    assert places == [Span(4, 7), Span(4, 4)]


def test_edits_for_another_version_are_refused() -> None:
    document = opened(b"abc")
    version = document.version
    typed(document, 0, "x")
    refusal = document.apply([Edit(Span(0, 1), "")], version, "Fix")
    assert isinstance(refusal, Refusal)
    assert document.text == "xabc"


def test_nothing_is_edited_while_an_input_method_composes() -> None:
    document = opened(b"abc")
    typed(document, 0, "x")
    document.set_composing(True)
    assert document.apply([Edit(Span(0, 1), "")], document.version, "Fix") is not None
    document.undo()
    assert document.text == "xabc"


def test_a_file_in_an_unknown_encoding_is_not_edited() -> None:
    document = opened(b"caf\xe9")
    assert document.is_read_only
    assert document.apply([Edit(Span(0, 1), "")], 0, "Fix") is not None


def test_edits_are_one_step_and_leave_what_stays_the_same_alone() -> None:
    document = opened(b"one\r\ntwo\rthree")
    edits = [Edit(Span(0, 8), "ONE\ntwo\n"), Edit(Span(8, 13), "three!")]
    assert document.apply(edits, 0, "Fix both") is None
    assert document.table.to_bytes() == b"ONE\r\ntwo\rthree!"
    assert document.undo_name == "Fix both"
    assert document.qt.toPlainText() == "ONE\ntwo\nthree!"
    document.undo()
    assert document.table.to_bytes() == b"one\r\ntwo\rthree"
    assert document.qt.toPlainText() == "one\ntwo\nthree"


def test_edits_that_join_are_one_step_until_a_pause(clock: Clock) -> None:
    document = opened(b"t: a", clock)
    for value in ("ab", "abc"):
        document.apply(
            [Edit(Span(3, document.table.length), value)], document.version, "title", joins=True
        )
    clock.seconds += 5
    document.apply([Edit(Span(3, 6), "z")], document.version, "title", joins=True)
    document.undo()
    assert document.text == "t: abc"
    document.undo()
    assert document.text == "t: a"


def test_carets_move_with_an_edit_before_them() -> None:
    document = opened(b"title: a\n\nbody")
    caret = cursor(document, 10, 14)
    document.apply([Edit(Span(7, 8), "longer")], 0, "title")
    assert (caret.anchor(), caret.position()) == (15, 19)


def test_typing_back_what_was_deleted_is_not_modified() -> None:
    document = opened("日本\r\n語".encode())
    states: list[bool] = []
    document.modified_changed.connect(states.append)
    cursor(document, 0, 1).removeSelectedText()
    typed(document, 0, "日")
    assert states == [True, False]


def test_another_line_ending_in_the_same_place_is_modified() -> None:
    document = opened(b"a\r\nb\nc\r\n")
    cursor(document, 3, 4).removeSelectedText()
    cursor(document, 3).insertBlock()
    assert document.text == "a\nb\nc\n"
    assert document.table.to_bytes() == b"a\r\nb\r\nc\r\n"
    assert document.is_modified


def test_saving_moves_the_point_that_modified_compares_with() -> None:
    document = opened(b"abc")
    typed(document, 0, "x")
    document.mark_saved()
    assert not document.is_modified
    document.undo()
    assert document.is_modified
    document.redo()
    assert not document.is_modified


def test_a_reload_keeps_the_caret_where_the_text_is_the_same() -> None:
    document = opened(b"one two three")
    caret = cursor(document, 8)
    document.replace_source(read(b"one 2 three"))
    assert caret.position() == 6
    assert document.qt.toPlainText() == "one 2 three"
    assert (document.table.to_bytes(), document.is_modified) == (b"one 2 three", False)
    assert document.undo_name is None


def test_a_character_beyond_the_basic_plane_is_one_character() -> None:
    document = opened(b"ab")
    cursor(document, 1).insertText("😀")
    assert document.text == "a😀b"
    assert (document.units(2), document.offset(3)) == (3, 2)


def test_positions_count_surrogate_pairs_as_two() -> None:
    document = opened("a😀b".encode())
    assert [document.units(offset) for offset in range(4)] == [0, 1, 3, 4]
    assert [document.offset(units) for units in (0, 1, 3, 4)] == [0, 1, 2, 3]
