"""The piece table writes what was not touched exactly as it was."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.piece_table import PieceTable, Unencodable
from editor_app.core.text.source import read, read_as
from editor_app.core.text.spans import Span
from tests import nasty
from tests.core.text.model import ByteModel
from tests.soak import soak_count


def table_of(data: bytes) -> PieceTable:
    return PieceTable.of(read(data))


@given(nasty.files(), st.data())
@settings(max_examples=soak_count(200, 20_000))
def test_random_edits_agree_with_a_model_in_bytes(data: bytes, draw: st.DataObject) -> None:
    source = read(data)
    table, model = PieceTable.of(source), ByteModel(source.mark, source.encoding, source.raw)
    for _ in range(draw.draw(st.integers(1, 8), "steps")):
        edits = draw.draw(nasty.edits(table.length), "edits")
        expected = apply(table.text, edits)
        table = table.edited(edits)
        model.edit(edits)
        assert table.text == model.text == expected
        assert table.length == len(expected)
        assert table.to_bytes() == model.data


@given(nasty.files(), st.data())
def test_what_is_written_reads_back_as_the_same_text(data: bytes, draw: st.DataObject) -> None:
    table = table_of(data)
    table = table.edited(draw.draw(nasty.edits(table.length)))
    # Without a mark a zero-width no-break space in the first place becomes one.
    assume(table.source.mark or not table.text.startswith("\ufeff"))
    # The mark of UTF-16 and a NUL are the mark of UTF-32: read-only, and nothing is lost.
    assume(not table.to_bytes().startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)))
    assert read(table.to_bytes()).text == table.text


@given(nasty.files(), st.data())
def test_a_slice_is_a_slice_of_the_text(data: bytes, draw: st.DataObject) -> None:
    table = table_of(data)
    table = table.edited(draw.draw(nasty.edits(table.length)))
    start, end = sorted(draw.draw(st.tuples(*[st.integers(0, table.length)] * 2)))
    assert table.slice(Span(start, end)) == table.text[start:end]


@given(nasty.files(), st.data())
def test_utf16_units_and_offsets_lead_to_each_other(data: bytes, draw: st.DataObject) -> None:
    table = table_of(data)
    table = table.edited(draw.draw(nasty.edits(table.length)))
    for offset in range(table.length + 1):
        units = len(table.text[:offset].encode("utf-16-le", "surrogatepass")) // 2
        assert table.units(offset) == units
        assert table.offset(units) == offset
    for offset, character in enumerate(table.text):
        if character > "\uffff":
            assert table.offset(table.units(offset) + 1) == offset


@given(nasty.files(), st.data())
def test_an_edit_leaves_the_version_before_as_it_was(data: bytes, draw: st.DataObject) -> None:
    table = table_of(data)
    text = table.text
    table.edited(draw.draw(nasty.edits(table.length)))
    assert table.text == text
    assert table.to_bytes() == data
    assert table.is_untouched


def test_a_break_that_is_made_of_two_apart_stays_two() -> None:
    table = table_of(b"a\rb\nc").edited([Edit(Span(2, 3), "")])
    assert table.text == "a\n\nc"
    assert table.to_bytes() == b"a\r\r\nc"


def test_a_new_line_in_a_file_of_lone_returns_is_a_lone_return() -> None:
    table = table_of(b"a\rb\rc").edited([Edit(Span(1, 1), "\nx")])
    assert table.to_bytes() == b"a\rx\rb\rc"


def test_typing_stays_one_piece() -> None:
    table = table_of(b"start end")
    for at, character in enumerate("middle " * 20):
        table = table.edited([Edit(Span(6 + at, 6 + at), character)])
    assert table.text == "start " + "middle " * 20 + "end"
    assert len(table._pieces) == 3


def test_a_place_outside_the_text_is_an_error() -> None:
    with pytest.raises(IndexError):
        table_of(b"ab").edited([Edit(Span(3, 3), "x")])


def test_a_read_only_file_is_not_written_but_for_its_own_bytes() -> None:
    table = table_of(b"ab\xff")
    assert table.to_bytes() == b"ab\xff"
    with pytest.raises(PermissionError):
        table.edited([Edit(Span(0, 0), "x")]).to_bytes()


@pytest.mark.parametrize(
    ("encoding", "character"),
    [("cp932", "😀"), ("shift_jis", "¥"), ("euc_jp", "‾"), ("cp932", "‖"), ("latin-1", "日")],
)
def test_a_character_that_would_be_written_as_another_is_named(
    encoding: str, character: str
) -> None:
    table = PieceTable.of(read_as("abc\r\ndef".encode(encoding), encoding))
    with pytest.raises(Unencodable) as unencodable:
        table.edited([Edit(Span(5, 5), "x" + character)]).to_bytes()
    assert (unencodable.value.character, unencodable.value.offset) == (character, 6)


def test_an_edit_in_another_encoding_is_written_in_it() -> None:
    table = PieceTable.of(read_as("題名\r\n本文".encode("cp932"), "cp932"))
    assert table.edited([Edit(Span(0, 1), "書")]).to_bytes() == "書名\r\n本文".encode("cp932")


def test_a_lone_surrogate_is_refused_and_not_written() -> None:
    with pytest.raises(Unencodable):
        table_of(b"ab").edited([Edit(Span(1, 1), "\ud83d")]).to_bytes()


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF16_LE])
@pytest.mark.parametrize("before", [0, 1, 2, 3])
def test_a_long_file_is_written_as_it_was_around_an_edit(mark: bytes, before: int) -> None:
    raw = "x" * before + "氷🎉\r\n" * 30_000
    data = mark + raw.encode("utf-16-le" if mark else "utf-8")
    table = PieceTable.of(read(data)).edited([Edit(Span(before, before + 1), "")])
    assert table.to_bytes() == data.replace("氷".encode("utf-16-le" if mark else "utf-8"), b"", 1)


def test_thousands_of_edits_at_once_leave_what_they_do_not_touch() -> None:
    source = read("a🎉b\r\n".encode() * 3_000)
    table = PieceTable.of(source).edited([Edit(Span(0, 1), "first ")])
    text = table.text
    edits = [
        Edit(Span(at, at + 1), "é" * (at % 3))
        for at, character in enumerate(text)
        if character == "b"
    ]
    after = table.edited(edits)
    assert after.text == apply(text, edits)
    assert after.length == len(after.text)
    assert after.to_bytes() == after.text.replace("\n", "\r\n").encode()
    for offset in range(0, after.length, 997):
        units = len(after.text[:offset].encode("utf-16-le")) // 2
        assert after.units(offset) == units
        assert after.offset(units) == offset
