"""Dates keep their notation when a part of them changes."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.schema.dates import read_date, read_time


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("2025-11-23 12:54:57 +0000", "UTC"),
        ("2025-11-23T12:54:57+09:00", "UTC+09:00"),
        ("2025-11-23T12:54:57Z", "UTC"),
        ("2025-11-23 12:54:57.25 -0330", "UTC-03:30"),
        ("2025-11-23 12:54 +9", "UTC+09:00"),
        ("2025-11-23 12:54:57", ""),
        ("2025-11-23", ""),
        ("2013/7/13 20:46:25", ""),
        ("2024-5-1", ""),
    ],
)
def test_reads_what_generators_read(text: str, zone: str) -> None:
    date = read_date(text)
    assert date is not None
    assert date.zone_name == zone


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tomorrow",
        "2025-13-45",
        "2025-02-30",
        "2025-11-23 25:00:00",
        "2025-11-23 12:00:00 +9999",
        "2025-11/23",
        "２０２５-11-23",
        "2025-11-23 12:54:57 JST",
        "2025-11-23\n",
    ],
)
def test_what_no_generator_reads_is_no_date(text: str) -> None:
    date = read_date(text)
    assert date is None or date.text.endswith("\n")


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("2025-11-23 12:54:57 +0000", "2026-01-05 12:54:57 +0000"),
        ("2025-11-23T12:54:57.250+09:00", "2026-01-05T12:54:57.250+09:00"),
        ("2024-5-1", "2026-1-5"),
        ("2013/7/13 20:46:25", "2026/1/5 20:46:25"),
        (" 2025-11-23", " 2026-01-05"),
    ],
)
def test_another_day_keeps_the_rest(text: str, changed: str) -> None:
    date = read_date(text)
    assert date is not None
    assert date.with_date(dt.date(2026, 1, 5)) == changed


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("2025-11-23 12:54:57 +0000", "2025-11-23 07:05:09 +0000"),
        ("2025-11-23 12:54 +09:00", "2025-11-23 07:05 +09:00"),
        ("2025-11-23T9:54:57.5Z", "2025-11-23T7:05:09.5Z"),
        ("2025-11-23", "2025-11-23 07:05:09"),
    ],
)
def test_another_time_keeps_the_rest(text: str, changed: str) -> None:
    date = read_date(text)
    assert date is not None
    assert date.with_time(dt.time(7, 5, 9)) == changed


@given(st.datetimes(dt.datetime(1000, 1, 1)), st.dates(dt.date(1000, 1, 1)), st.times())
def test_a_changed_date_reads_back(moment: dt.datetime, day: dt.date, time: dt.time) -> None:
    date = read_date(f"{moment:%Y-%m-%d %H:%M:%S} +0900")
    assert date is not None
    other = read_date(date.with_date(day))
    assert other is not None
    assert (other.date, other.time, other.zone) == (day, date.time, "+0900")
    later = read_date(other.with_time(time))
    assert later is not None
    assert (later.date, later.time) == (day, time.replace(microsecond=0))


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    date = read_date(text)
    assert date is None or date.with_date(date.date).strip() != ""


@pytest.mark.parametrize(
    ("text", "hours", "expected"),
    [
        ("2025-11-23 12:54:57 +0000", 9, "2025-11-23 21:54:57 +0900"),
        ("2025-11-23T20:54:57Z", 9, "2025-11-24T05:54:57+09:00"),
        ("2025-11-23T12:54:57.25+09:00", 0, "2025-11-23T03:54:57.25+00:00"),
        ("2025-11-23 12:54 UTC", 0, "2025-11-23 12:54 UTC"),
        ("2025-11-23 12:54", -3, "2025-11-23 12:54 -0300"),
        ("2025-11-23T12:54:57.5", 9, "2025-11-23T12:54:57.5+09:00"),
        ("2025-11-23", 9, "2025-11-23"),
    ],
)
def test_another_zone_is_the_same_moment(text: str, hours: int, expected: str) -> None:
    date = read_date(text)
    assert date is not None
    assert date.with_offset(dt.timedelta(hours=hours)) == expected


@pytest.mark.parametrize("text", ["", "24:00", "9", "12:60", "12:30 pm", "１２:30", "9:30+25:00"])
def test_what_is_no_time(text: str) -> None:
    assert read_time(text) is None


def test_times() -> None:
    assert read_time("9:05") == dt.time(9, 5)
    assert read_time(" 23:59:58.5 ") == dt.time(23, 59, 58, 500_000)
    assert read_time("09:30:00Z") == dt.time(9, 30, tzinfo=dt.UTC)
    assert read_time("09:30-05:30") == dt.time(15, 0, tzinfo=dt.UTC)
