"""Bytes become text and nothing is lost or guessed."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.text.source import EncodingRefused, read, read_as
from tests import nasty


@given(nasty.files())
def test_mark_and_raw_text_are_the_whole_file(data: bytes) -> None:
    source = read(data)
    assert not source.is_read_only
    assert source.mark + source.raw.encode(source.encoding) == data
    assert source.text == source.raw.replace("\r\n", "\n").replace("\r", "\n")


@given(nasty.files())
def test_every_offset_has_its_byte(data: bytes) -> None:
    source = read(data)
    for offset in range(len(source.text) + 1):
        head = source.raw[: source.raw_offset(offset)]
        assert source.byte_offset(offset) == len(source.mark + head.encode(source.encoding))


@given(nasty.files())
def test_every_break_is_known_in_order(data: bytes) -> None:
    source = read(data)
    lines = source.text.split("\n")
    assert len(source.breaks) == len(lines) - 1
    assert "".join(a + b for a, b in zip(lines, (*source.breaks, ""), strict=True)) == source.raw


@given(nasty.files())
def test_characters_of_two_units_are_counted(data: bytes) -> None:
    source = read(data)
    assert len(source.text) + len(source.astral) == len(source.text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("data", "mark", "encoding", "text"),
    [
        (b"", b"", "utf-8", ""),
        (b"\xef\xbb\xbf", codecs.BOM_UTF8, "utf-8", ""),
        (b"\xef\xbb\xbf\xef\xbb\xbfa", codecs.BOM_UTF8, "utf-8", "\ufeffa"),
        (b"\xff\xfea\x00\r\x00\n\x00", codecs.BOM_UTF16_LE, "utf-16-le", "a\n"),
        (b"\xfe\xff\x00a\x00\r", codecs.BOM_UTF16_BE, "utf-16-be", "a\n"),
        (b"a\r\r\n\n\rb", b"", "utf-8", "a\n\n\n\nb"),
    ],
)
def test_a_file_is_recognised_by_its_mark(
    data: bytes, mark: bytes, encoding: str, text: str
) -> None:
    source = read(data)
    assert (source.mark, source.encoding, source.text) == (mark, encoding, text)


@pytest.mark.parametrize(
    ("data", "byte"),
    [
        (b"ok \xff\xfe", 3),
        ("日本".encode("cp932"), 0),
        (b"abc\xe3\x81", 3),
        (b"\xed\xa0\x80", 0),  # a lone surrogate is not UTF-8
        (b"\xc0\xaf", 0),  # overlong
        (b"\xef\xbb\xbfa\xff", 4),
        (b"\xff\xfea\x00\x00\xd8", 4),  # half a pair in UTF-16
        (b"\xff\xfea", 2),  # half a code unit
    ],
)
def test_what_can_not_be_read_is_read_only_and_its_byte_is_named(data: bytes, byte: int) -> None:
    source = read(data)
    assert source.is_read_only
    assert source.undecodable_byte == byte
    assert source.data == data


@given(st.binary(max_size=30))
def test_any_bytes_can_be_opened(data: bytes) -> None:
    source = read(data)
    assert source.data == data
    assert source.is_read_only or source.mark + source.raw.encode(source.encoding) == data


@pytest.mark.parametrize(
    "encoding", ["cp932", "shift_jis", "euc_jp", "iso2022_jp", "utf-8", "utf-16-le"]
)
def test_the_user_may_pick_an_encoding(encoding: str) -> None:
    text = "題名\nabc カタカナ ok\n"
    source = read_as(text.encode(encoding), encoding)
    assert source.text == text
    for offset in (0, 2, 3, 8, len(text)):
        assert source.byte_offset(offset) in {
            len(text[:offset].encode(encoding)),
            len(text[:offset].encode(encoding)) - len(b"\x1b(B"),  # not yet back in ASCII
        }


def test_an_encoding_that_would_write_other_bytes_is_refused() -> None:
    # UTF-7 has several ways to write a letter.
    with pytest.raises(EncodingRefused) as refused:
        read_as(b"+AGE-", "utf-7")
    assert refused.value.byte is None


def test_an_encoding_that_does_not_fit_names_the_byte() -> None:
    with pytest.raises(EncodingRefused) as refused:
        read_as(b"\xef\xbb\xbfab\xff", "utf-8")
    assert refused.value.byte == 5


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_mark_decides_what_a_family_name_leaves_open(encoding: str) -> None:
    data = "\ufeffab\ncd".encode("utf-16-be" if encoding == "utf-16" else "utf-8")
    source = read_as(data, encoding)
    assert source == read(data)
    assert source.byte_offset(3) == len("\ufeffab\n".encode(source.encoding))


def test_an_unknown_encoding_is_a_lookup_error() -> None:
    with pytest.raises(LookupError):
        read_as(b"", "klingon")


@pytest.mark.parametrize(
    ("data", "newline"),
    [(b"", "\n"), (b"a\r\nb\n", "\r\n"), (b"a\nb\r\nc\r\n", "\r\n"), (b"a\rb\rc\n", "\r")],
)
def test_new_lines_get_the_most_frequent_break(data: bytes, newline: str) -> None:
    assert read(data).newline == newline


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_utf_32_is_read_only_though_its_mark_begins_like_that_of_utf_16(encoding: str) -> None:
    data = "\ufeff---\ntitle: a\n---\n".encode(encoding)
    source = read(data)
    assert source.is_read_only
    assert source.undecodable_byte == 0
    assert source.data == data


def test_iso_2022_jp_is_read_only_though_its_bytes_are_ascii() -> None:
    data = "---\ntitle: x\n---\n\n雪が降った。\n".encode("iso2022_jp")
    source = read(data)
    assert (source.undecodable_byte, source.is_iso_2022_jp) == (data.index(b"\x1b$B"), True)
    assert read_as(data, "iso2022_jp").text.endswith("雪が降った。\n")
    assert not read("雪 \x1b$B@c".encode()).is_read_only
    assert not read(b"\x1b[31mred\x1b[0m \x1b$ 5 \x1b(B").is_read_only
