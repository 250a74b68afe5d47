"""The same text is not the same value to every generator."""

from __future__ import annotations

import datetime as dt
import math
import shutil
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.frontmatter import scalars
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.proof import is_same_value
from editor_app.core.frontmatter.scalars import resolve11, resolve12

JST = dt.timezone(dt.timedelta(hours=9))
MAY = dt.date(2024, 5, 1)
TEN = dt.datetime(2024, 5, 1, 10, 0, tzinfo=JST)

# text, what Psych 4 reads (Jekyll), what js-yaml 4 reads (Astro, Eleventy)
TABLE: tuple[tuple[str, Value, Value], ...] = (
    ("", None, None),
    ("~", None, None),
    ("null", None, None),
    ("nUll", None, "nUll"),
    ("yes", True, "yes"),
    ("No", False, "No"),
    ("on", True, "on"),
    ("y", "y", "y"),
    ("true", True, True),
    ("tRue", True, "tRue"),
    ("0777", 511, 777),
    ("0o777", "0o777", 511),
    ("0b11", 3, 3),
    ("-0x1F", -31, -31),
    ("08", "08", 8),
    ("1_000", 1000, "1_000"),
    ("1,000", 1000, "1,000"),
    ("1e3", "1e3", 1000.0),
    ("1.5e3", "1.5e3", 1500.0),
    ("1.5e+3", 1500.0, 1500.0),
    ("1.10", 1.1, 1.1),
    (".5", 0.5, 0.5),
    ("5.", 5.0, 5.0),
    (".", ".", "."),
    (".inf", math.inf, math.inf),
    ("-.Inf", -math.inf, -math.inf),
    (".nan", math.nan, math.nan),
    ("12:30", 45000, "12:30"),
    ("12:30:45", 45045, "12:30:45"),
    ("12:30:45.5", 45045.5, "12:30:45.5"),
    ("2024-05-01", MAY, MAY),
    ("2024-5-1", MAY, "2024-5-1"),
    ("2024-13-45", "2024-13-45", dt.date(2025, 2, 14)),
    ("2024-02-30", "2024-02-30", dt.date(2024, 3, 1)),
    ("2024-05-01 10:00:00 +0900", TEN, "2024-05-01 10:00:00 +0900"),
    ("2024-05-01T10:00:00+09:00", TEN, TEN),
    ("2024-05-01 10:00", "2024-05-01 10:00", "2024-05-01 10:00"),
    (":sym", ":sym", ":sym"),
    ("=", "=", "="),
    ("<<", "<<", "<<"),
    ("123456789012345678901", 123456789012345678901, 123456789012345678901),
    ("0x_", "0x_", "0x_"),
    ("日本", "日本", "日本"),
)


@pytest.mark.parametrize(("text", "psych", "js_yaml"), TABLE)
def test_each_reader_has_its_own_value(text: str, psych: Value, js_yaml: Value) -> None:
    assert is_same_value(resolve11(text), psych)
    assert is_same_value(resolve12(text), js_yaml)


def test_the_zone_of_a_time_is_kept() -> None:
    read = resolve11("2024-05-01 10:00:00.25 -0330")
    assert isinstance(read, dt.datetime)
    assert read.utcoffset() == -dt.timedelta(hours=3, minutes=30)
    assert read.microsecond == 250_000


@given(st.text(alphabet="0123456789+-.:_,eExobTZ aAfFnNyYtT~=<", max_size=30))
def test_no_text_makes_them_fail(text: str) -> None:
    for value in (resolve11(text), resolve12(text)):
        assert not isinstance(value, list | dict)


@given(st.text())
def test_a_value_that_is_text_is_the_very_text(text: str) -> None:
    for value in (resolve11(text), resolve12(text)):
        assert not isinstance(value, str) or value == text


@pytest.mark.skipif(shutil.which("ruby") is None, reason="ruby is not installed")
def test_psych_itself_agrees_with_the_table() -> None:
    texts = [text for text, _, _ in TABLE if text not in (":sym", "0x_")]
    script = (
        "require 'yaml'; require 'date'\n"
        '$stdin.read.split("\\0").each { |text|\n'
        "  read = YAML.safe_load('- ' + text, permitted_classes: [Date, Time])[0]\n"
        "  puts read.is_a?(Date) || read.is_a?(Time) ? read.class.name : read.inspect }\n"
    )
    ruby = ["ruby", "-Ku", "-e", script]
    told = subprocess.run(
        ruby, input="\0".join(texts), capture_output=True, text=True, check=True
    ).stdout.split("\n")
    assert told[: len(texts)] == [_as_ruby_says(text) for text in texts]


def _as_ruby_says(text: str) -> str:
    value = resolve11(text)
    if text == "<<":
        return '"<<"'
    if value is None or isinstance(value, bool):
        return {None: "nil", True: "true", False: "false"}[value]
    if isinstance(value, dt.date):
        return "Time" if isinstance(value, dt.datetime) else "Date"
    if isinstance(value, float):
        special = {math.inf: "Infinity", -math.inf: "-Infinity"}
        return "NaN" if math.isnan(value) else special.get(value, str(value))
    return f'"{value}"' if isinstance(value, str) else str(value)


def test_a_tag_says_what_a_text_is() -> None:
    tag = "tag:yaml.org,2002:"
    assert scalars.tagged("5", tag + "float", 5) == 5.0
    assert scalars.tagged("5", tag + "int", 5) == 5
    assert scalars.tagged("five", tag + "int", "five") == "five"
    assert scalars.tagged("x", tag + "null", "x") is None
    assert scalars.tagged("5", "!mine", 5) == "5"
