from __future__ import annotations

import sqlite3
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.site.index.marks import marks
from editor_app.core.site.index.words import fold, match_of, phrases, words
from editor_app.core.text.spans import Span
from tests.soak import soak_count

TEXTS = st.text(st.sampled_from("京都東庭のﾄﾞｶ゛ー々ＡaB1２é́İ㍿½ \n、.-\"'*:()_ªß\x00"), max_size=30)


def is_found(query: str, text: str) -> bool:
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE VIRTUAL TABLE t USING fts5 (x, content='', tokenize='ascii')")
        connection.execute("INSERT INTO t (rowid, x) VALUES (1, ?)", (" ".join(words(text)),))
        match = match_of(phrases(query))
        found = connection.execute("SELECT 1 FROM t WHERE t MATCH ?", (match,)).fetchall()
    connection.close()
    return bool(found)


def marked(query: str, text: str) -> list[str]:
    return [span.of(text) for span in marks(text, phrases(query))]


def test_a_run_is_cut_into_every_two_neighbours_and_the_last_one() -> None:
    assert words("東京都") == ["東京", "京都", "都"]


def test_words_of_letters_have_one_case_and_width() -> None:
    assert words("The ＡＩ of Caffè") == ["the", "ai", "of", "caffè"]


def test_letters_and_kanji_are_apart_without_a_space() -> None:
    assert words("第3回AI展") == ["第", "3", "回", "ai", "展"]


def test_two_kanji_are_found_in_a_longer_run() -> None:
    assert is_found("東京", "南東京都に")
    assert is_found("都", "東京都")
    assert is_found("京", "東京都")
    assert is_found("東京都", "東京都")


def test_kanji_that_do_not_stand_together_are_not_found() -> None:
    assert not is_found("京都", "東京と都")
    assert not is_found("東京都", "東京、京都")
    assert not is_found("都", "東京")


def test_a_run_that_ends_in_the_query_must_end_in_the_text() -> None:
    assert is_found("東京AI", "東京AI")
    assert is_found("第3回", "第 3 回目")
    assert not is_found("東京AI", "東京都AI")


def test_several_words_are_all_needed_and_quotes_make_one_of_them() -> None:
    assert is_found("garden reader", "A reader in the garden")
    assert not is_found('"garden reader"', "A reader in the garden")
    assert is_found('"the garden"', "A reader in the garden")
    assert not is_found("gard", "A reader in the garden")


def test_half_width_kana_are_found_as_full_width_and_marked_whole() -> None:
    assert is_found("ガーデン", "春のｶﾞｰﾃﾞﾝで")
    assert marked("ガーデン", "春のｶﾞｰﾃﾞﾝで") == ["ｶﾞｰﾃﾞﾝ"]


def test_marks_are_where_the_phrases_stand() -> None:
    assert marks("春の東京と東京都", phrases("東京")) == (Span(2, 4), Span(5, 7))
    assert marked("ai", "AI, air, ＡＩ") == ["AI", "ＡＩ"]
    assert marked('"foo bar"', "foobar foo-bar") == ["foo-bar"]


def test_marks_count_in_the_text_although_its_width_changes() -> None:
    assert marked("会社", "㍿と会社") == ["㍿", "会社"]
    assert marked("cafe\u0301", "un cafe\u0301 noir") == ["cafe\u0301"]


def test_signs_alone_are_no_query() -> None:
    assert phrases('、。 "" *') == ()


@settings(max_examples=soak_count(200, 5000), deadline=None)
@given(TEXTS)
def test_every_stretch_of_a_folded_text_is_found_in_it(text: str) -> None:
    for part in text.split():
        if wanted := phrases(f'"{part.replace(chr(34), " ")}"'):
            assert is_found(" ".join(f'"{" ".join(each.parts)}"' for each in wanted), text)


@settings(max_examples=soak_count(200, 5000), deadline=None)
@given(TEXTS, TEXTS)
def test_marks_stand_in_the_text_and_say_what_was_looked_for(text: str, query: str) -> None:
    found = marks(text, phrases(query))
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(first.end <= second.start for first, second in pairwise(found))


@settings(max_examples=soak_count(200, 5000), deadline=None)
@given(TEXTS)
def test_folding_twice_is_folding_once_for_words(text: str) -> None:
    assert words(fold(text)) == words(text)
