"""What Ruby 3.1 said, asked with TZ=Asia/Tokyo."""

from __future__ import annotations

import datetime as dt
import zoneinfo

import pytest

from editor_app.core.site.publishing.ruby_time import Unread, parse

_TOKYO = zoneinfo.ZoneInfo("Asia/Tokyo")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24-5-1", "2024-05-01T00:00:00+09:00"),
        ("70-01-01", "1970-01-01T00:00:00+09:00"),
        ("2024-05-01 24:00", "2024-05-02T00:00:00+09:00"),
        ("2024-05-01 9:00 pm", "2024-05-01T21:00:00+09:00"),
        ("2024-05-01 09:00 JST", "2024-05-01T09:00:00+09:00"),
        ("2024-05-01 09:00 EST", "2024-05-01T23:00:00+09:00"),
        ("2024-05-01 09:00 CEST", "2024-05-01T09:00:00+09:00"),
        ("2024-05-01 09:00:60", "2024-05-01T09:01:00+09:00"),
        ("01/05/2024", "2024-05-01T00:00:00+09:00"),
        ("2024.05.01", "2024-05-01T00:00:00+09:00"),
        ("1.5.2024", "2024-05-01T00:00:00+09:00"),
        ("1 May 2024", "2024-05-01T00:00:00+09:00"),
        ("May 1 2024 9:00", "2024-05-01T09:00:00+09:00"),
        ("20240501090000", "2024-05-01T09:00:00+09:00"),
        ("20240501T0900", "2024-05-01T09:00:00+09:00"),
        ("2024-05-01 +0900", "2024-05-01T00:00:00+09:00"),
        ("2024-05-01 09:00:00 +0900 JST", "2024-05-01T09:00:00+09:00"),
        ("2024-05-01  09:00:00 -05:30", "2024-05-01T23:30:00+09:00"),
        ("2024-04-31 09:00 +0900", "2024-05-01T09:00:00+09:00"),
        ("2024-04-31 23:00 -0500", "2024-05-02T13:00:00+09:00"),
        ("Wed, 01 May 2024 09:00:00 GMT", "2024-05-01T18:00:00+09:00"),
    ],
)
def test_a_text_is_the_moment_that_ruby_reads(text: str, expected: str) -> None:
    read = parse(text, _TOKYO)
    assert isinstance(read, dt.datetime)
    assert read.astimezone(_TOKYO).isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "monday",
        "true",
        "2024",
        "2024-05",
        "45000",
        "2024-13-01",
        "2024-00-01",
        "2024-01-00",
        "2024-01-32",
        "05/31/2024",
        "2024-05-01 25:00",
        "2024-05-01 9:61",
    ],
)
def test_ruby_gives_up_at_what_is_no_date(text: str) -> None:
    assert parse(text, _TOKYO) is Unread.INVALID


@pytest.mark.parametrize("text", ["May", "next week 3", "2024年5月1日", "0000-01-01 09:00"])
def test_what_is_not_in_the_tables_is_not_guessed(text: str) -> None:
    assert parse(text, _TOKYO) is Unread.UNSURE
