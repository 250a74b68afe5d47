"""A date keeps the notation and the zone that the post gives it."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.frontmatter import notation

JST = dt.timezone(dt.timedelta(hours=9))
PLAIN = dt.datetime(2025, 1, 2, 3, 4)
IN_JAPAN = dt.datetime(2025, 1, 2, 3, 4, tzinfo=JST)
IN_UTC = dt.datetime(2025, 1, 2, 3, 4, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("like", "moment", "written"),
    [
        (None, dt.date(2025, 1, 2), "2025-01-02"),
        (None, PLAIN, "2025-01-02T03:04:00"),
        (None, IN_JAPAN, "2025-01-02T03:04:00+09:00"),
        ("2024-05-01", dt.date(2025, 1, 2), "2025-01-02"),
        ("2024-5-1", dt.date(2025, 1, 2), "2025-1-2"),
        ("2024/05/01", dt.date(2025, 1, 2), "2025/01/02"),
        ("2024-05-01", IN_UTC, "2025-01-02T03:04:00+00:00"),
        ("2024-05-01 10:00:00 +0900", PLAIN, "2025-01-02 03:04:00 +0900"),
        ("2024-05-01 10:00:00 +0900", IN_UTC, "2025-01-02 03:04:00 +0000"),
        ("2024-05-01 10:00:00 +0000", IN_UTC, "2025-01-02 03:04:00 +0000"),
        ("2024-05-01T10:00:00Z", IN_UTC, "2025-01-02T03:04:00Z"),
        ("2024-05-01T10:00:00Z", IN_JAPAN, "2025-01-02T03:04:00+09:00"),
        ("2024-05-01T10:00:00.000Z", PLAIN, "2025-01-02T03:04:00.000Z"),
        ("2024-05-01 10:00", PLAIN, "2025-01-02 03:04"),
        ("2024-05-01 10:00", PLAIN.replace(second=5), "2025-01-02 03:04:05"),
        ("2024-05-01 10:00:00", IN_JAPAN, "2025-01-02 03:04:00 +0900"),
        ("2024-05-01t9:00:00", PLAIN, "2025-01-02t3:04:00"),
        ("not a date", PLAIN, "2025-01-02T03:04:00"),
    ],
)
def test_a_moment_in_the_manner_of_another(like: str | None, moment: dt.date, written: str) -> None:
    assert notation.written(moment, like) == written


LIKE = st.sampled_from(
    ["2024-05-01 10:00:00 +0900", "2024-05-01T10:00:00.5Z", "2024-5-1 9:00", "2024/12/01 10:00:00"]
)


@given(LIKE, st.datetimes(min_value=dt.datetime(1, 1, 1)))
def test_a_time_is_read_back_in_any_notation(like: str, moment: dt.datetime) -> None:
    assert notation.is_same(notation.written(moment, like), moment)


@given(LIKE, st.datetimes(), st.integers(-14 * 60, 14 * 60))
def test_a_zone_is_read_back_in_any_notation(like: str, moment: dt.datetime, minutes: int) -> None:
    aware = moment.replace(tzinfo=dt.timezone(dt.timedelta(minutes=minutes)))
    assert notation.is_same(notation.written(aware, like), aware)


@pytest.mark.parametrize("text", ["", "2024", "2024-13-01", "12:30", "2024-05-01 25:00:00", "x"])
def test_what_is_no_date_is_none(text: str) -> None:
    assert notation.parsed(text) is None
