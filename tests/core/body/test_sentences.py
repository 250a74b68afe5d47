"""Sentences, Japanese and English; counts; how a text ends."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.body.body import parse
from editor_app.core.body.endings import Before, is_cut
from editor_app.core.body.sentences import sentences
from editor_app.core.body.wording import is_finished, letters, width


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("雪が消えた。芽が出た！本当？", ["雪が消えた。", "芽が出た！", "本当？"]),
        ("「そうか。」と言った。次。", ["「そうか。」と言った。", "次。"]),
        ("彼は言った。「春だ。」 次へ。", ["彼は言った。", "「春だ。」", "次へ。"]),
        ("春だ（そうだ。たぶん）。次。", ["春だ（そうだ。たぶん）。", "次。"]),
        ("One. Two! Three? four", ["One.", "Two!", "Three?", "four"]),
        (
            "Dr. Smith met J. R. Smith, e.g. at noon. Then",
            ["Dr. Smith met J. R. Smith, e.g. at noon.", "Then"],
        ),
        ("Version 1.2.3 is out. See a.b.c.", ["Version 1.2.3 is out.", "See a.b.c."]),
        ('He said "yes." Then left.', ['He said "yes."', "Then left."]),
        ("英語 mixed.日本語。", ["英語 mixed.", "日本語。"]),
        ("  ", []),
        ("", []),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, parts: list[str]) -> None:
    assert [span.of(text) for span in sentences(text)] == parts


@given(st.text(alphabet="aB .!?。「」（）、春\n…\"'"), st.integers(0, 50))
def test_sentences_are_in_order_and_hold_all_but_space(text: str, offset: int) -> None:
    spans = list(sentences(text, offset))
    moved = [span.shifted(-offset) for span in spans]
    assert "".join("".join(span.of(text) for span in moved).split()) == "".join(text.split())
    assert moved == sorted(moved)


def test_sentences_of_a_body_stand_in_the_whole_text() -> None:
    text = "---\n---\n\n# H. eading\n\nOne `a. b` two. Three.\n\n> Four.\n"
    spans = parse(text, 8).sentences
    assert [span.of(text) for span in spans] == ["One `a. b` two.", "Three.", "Four."]


def test_counts_leave_markup_code_and_targets_out() -> None:
    text = (
        "# 春\n\n**雪**が[消えた](/long/target)。`code`\n\n```\nnot this\n```\n\n"
        "| a | b |\n|---|---|\n| 春 | d |\n"
    )
    counts = parse(text, 0).counts()
    assert counts.characters == len("春雪が消えた。codeab春d")
    assert counts.japanese == len("春雪が消えた春")
    assert counts.words == 4
    assert counts.is_japanese


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("", 0), ("春" * 500, 1), ("春" * 501, 2), ("word " * 230, 1), ("word " * 231, 2)],
)
def test_minutes_are_rounded_up(text: str, minutes: int) -> None:
    assert parse(text, 0).counts().minutes == minutes


def test_the_pace_can_be_set() -> None:
    assert parse("春" * 600, 0).counts(characters_per_minute=300).minutes == 2
    assert parse("word " * 600, 0).counts(words_per_minute=200).minutes == 3


@pytest.mark.parametrize(
    "text",
    [
        "終わり。",
        "本当？」",
        "**強い。**",
        "でした♪",
        "楽しい(笑)",
        "bye :)",
        "ok.",
        "a\u241f\u241f",
        "絵🎉",
        "次は:",
    ],
)
def test_a_text_with_a_final_mark_is_finished(text: str) -> None:
    assert is_finished(text)


@pytest.mark.parametrize("text", ["途中", "途中、", "and the", "「春"])
def test_a_text_without_one_is_not(text: str) -> None:
    assert not is_finished(text)


@pytest.mark.parametrize(
    "ending", ["こと", "ため", "です", "ました", "ね", "でしょう", "以上", "など"]
)
def test_japanese_endings_are_no_cut(ending: str) -> None:
    text = (
        "今年は新しいことを試してみたいと思います。塀ぎわの長い列のかわりに、花の咲く草地" + ending
    )
    assert not is_cut(text, Before.END)


def test_a_noun_in_mid_sentence_is_a_cut() -> None:
    text = "今年は新しいことを試してみたいと思います。塀ぎわの長い列のかわりに、花の咲く草地"
    assert is_cut(text, Before.END)
    assert not is_cut(text, Before.HEADING)
    assert is_cut(text + "を、", Before.HEADING)


def test_letters_are_equal_for_texts_that_say_the_same() -> None:
    assert letters("Ｏｐｅｎ AI、と：『庭』") == letters("open-aiと庭")
    assert width("春a") == 3
