"""File names that every system and every generator takes."""

from __future__ import annotations

import datetime as dt
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.generator import Generator
from editor_app.core.site.names import LONGEST, file_name, slugify

DAY = dt.date(2025, 11, 23)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Hello, World!", "hello-world"),
        ("Don't stop", "dont-stop"),
        ("# OpenAIとFoxconnが手を組む真意\ufffd", "openaiとfoxconnが手を組む真意"),
        ("「共同設計」がもたらす革命：第2回", "共同設計-がもたらす革命-第2回"),
        ("ガレージ・データセンター", "ガレージ-データセンター"),
        ("ガレージ", "ガレージ"),
        ("Über Größe", "über-größe"),
        ('a/b\\c:d*e?f"g<h>i|j', "a-b-c-d-e-f-g-h-i-j"),
        ("..", "untitled"),
        ("   ", "untitled"),
        ("🎉", "untitled"),
        ("🎉 Party ❤️ now", "party-now"),
        ("葛\U000e0101城", "葛城"),
        ("CON", "con-post"),
        ("aux", "aux-post"),
        ("LPT1", "lpt1-post"),
        ("Version 2.0", "version-2-0"),
        ("a\x00b\x7fc", "a-b-c"),
        ("snake_case", "snake-case"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_each_generator_gets_its_name() -> None:
    assert file_name(Generator.JEKYLL, "春の 知らせ", DAY) == "2025-11-23-春の-知らせ.md"
    assert file_name(Generator.HUGO, "春の 知らせ", DAY) == "春の-知らせ.md"


def test_a_long_title_is_cut_between_characters() -> None:
    slug = slugify("見出し" * 100)
    assert slug == ("見出し" * 100)[: LONGEST // 3]


def test_a_long_title_is_cut_between_words_where_one_ends_near() -> None:
    slug = slugify("word " * 100)
    assert slug.endswith("word")
    assert len(slug.encode()) <= LONGEST


@given(st.text())
def test_every_title_gives_a_name_that_can_be_written(title: str) -> None:
    name = file_name(Generator.JEKYLL, title, DAY)
    assert len(name.encode()) <= 255
    assert unicodedata.normalize("NFC", name) == name
    slug = slugify(title)
    assert slug
    assert slug[0] != "-"
    assert slug[-1] not in "-. "
    assert not set(slug) & set('<>:"/\\|?* .')
    assert slugify(slug) == slug


@given(st.text(alphabet="éがパ゙̀ab ", min_size=1), st.integers(4, 40))
def test_a_cut_never_parts_a_letter_and_its_mark(title: str, longest: int) -> None:
    slug = slugify(title, longest)
    whole = slugify(title, 10_000)
    assert len(slug.encode()) <= max(longest, len("untitled"))
    if slug != "untitled" and whole.startswith(slug) and len(whole) > len(slug):
        assert unicodedata.category(whole[len(slug)])[0] != "M"
