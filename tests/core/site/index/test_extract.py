from __future__ import annotations

from pathlib import PurePath

from hypothesis import given, settings

from editor_app.core.generator import Generator
from editor_app.core.site.index.entry import Facts, Fault, FieldValue
from editor_app.core.site.index.extract import MOST_VALUES, facts_of, unpack
from editor_app.core.site.summary_parts import ValueKind
from tests.nasty import raw_texts
from tests.soak import soak_count


def facts(
    text: str, path: str = "_posts/2024-05-01-a.md", generator: Generator = Generator.JEKYLL
) -> Facts:
    return facts_of(text.encode("utf-8", "surrogatepass"), PurePath(path), generator)


def said(found: Facts) -> list[tuple[str, ValueKind, str]]:
    return [(each.key, each.kind, each.text) for each in found.values if each.is_own]


def test_values_have_the_kinds_that_the_generator_gives_them() -> None:
    text = "---\na: no\nb: 'no'\nc: 07\nd: 2024-05-01\ne:\nf: []\n---\n"
    assert said(facts(text)) == [
        ("a", ValueKind.SWITCH, "no"),
        ("b", ValueKind.SWITCH_WORD, "no"),
        ("c", ValueKind.NUMBER, "07"),
        ("d", ValueKind.DATE, "2024-05-01"),
        ("e", ValueKind.EMPTY, ""),
        ("f", ValueKind.EMPTY, ""),
    ]
    assert said(facts(text, generator=Generator.ASTRO))[0] == ("a", ValueKind.SWITCH_WORD, "no")


def test_items_and_inner_keys_are_rows_of_their_own() -> None:
    found = facts("---\ntags: [a, b]\nauthor:\n  name: Ito\nlinks:\n- url: x\n- url: y\n---\n")
    rows = [(each.key, each.place, each.is_item, each.text) for each in found.values]
    assert rows[:-1] == [
        ("tags", 0, True, "a"),
        ("tags", 1, True, "b"),
        ("author", 0, False, ""),
        ("author.name", 0, False, "Ito"),
        ("links", 0, True, ""),
        ("links.url", 0, True, "x"),
        ("links", 1, True, ""),
        ("links.url", 1, True, "y"),
    ]


def test_words_of_a_tag_line_are_items_for_jekyll_alone() -> None:
    text = "---\ntags: a b\n---\n"
    assert [each[2] for each in said(facts(text))] == ["a", "b"]
    assert [each[2] for each in said(facts(text, generator=Generator.HUGO))] == ["a b"]


def test_what_is_merged_in_counts_as_it_does_for_the_generator() -> None:
    found = facts("---\nbase: &b {x: 1, y: 2}\npost:\n  <<: *b\n  y: 3\n---\n")
    assert [each[2] for each in said(found) if each[0] == "post.x"] == ["1"]
    assert [each[2] for each in said(found) if each[0] == "post.y"] == ["3"]


def test_a_date_is_a_moment_and_a_day() -> None:
    (date,) = facts("---\ndate: 2024-05-01 08:00:00 +0900\n---\n").values
    assert (date.number, date.day) == (1714518000.0, "2024-05-01")


def test_a_date_in_the_name_alone_is_not_the_front_matters_own() -> None:
    found = facts("---\ntitle: A\n---\n")
    assert found.values[1:] == (
        FieldValue(
            "date", 0, ValueKind.DATE, "2024-05-01", 1714521600.0, "2024-05-01", False, False
        ),
    )
    assert found.day == "2024-05-01"


def test_the_title_is_the_key_or_the_first_heading_or_the_name() -> None:
    assert facts("---\ntitle: 春\n---\n# Other\n").title == "春"
    assert facts("---\nlayout: x\n---\n# Other *one*\n").title == "Other one"
    assert facts("Text").title == "2024-05-01-a"


def test_counts_are_those_of_the_body() -> None:
    found = facts("---\ntitle: A\n---\n# One\n\nTwo [three](/x/) ![four](a.png)\n")
    assert (found.headings, found.links, found.images, found.word_count) == (1, 1, 1, 3)


def test_a_draft_is_one_by_its_key_or_its_folder() -> None:
    assert facts("---\npublished: false\n---\n").is_draft
    assert facts("", "_drafts/a.md").is_draft
    assert not facts("").is_draft


def test_the_text_is_kept_with_the_place_of_its_body() -> None:
    text = "---\ntitle: 春\n---\nあの庭\n"
    kept, start = unpack(facts(text).packed_body)
    assert (kept, kept[start:]) == (text, "あの庭\n")


def test_front_matter_and_bytes_that_cannot_be_read_are_a_fault() -> None:
    assert facts("---\ntitle: [\n---\nText").fault is Fault.UNREADABLE
    found = facts_of(b"---\ntitle: a\n---\n\xff\xfe\xfd", PurePath("a.md"), Generator.HUGO)
    assert found.fault is Fault.UNDECODABLE


def test_too_many_values_are_left_out() -> None:
    items = "".join(f"- {number}\n" for number in range(MOST_VALUES + 9))
    assert len(facts(f"---\na:\n{items}---\n").values) == MOST_VALUES


def test_values_that_no_database_takes_are_made_ones_that_it_takes() -> None:
    found = facts('{"a": "\\ud800", "b": 123456789012345678901234567890}\n')
    assert [each.text for each in found.values[:1]] == ["\ufffd"]
    assert found.values[1].number == 2.0**53


@settings(max_examples=soak_count(100, 3000), deadline=None)
@given(raw_texts())
def test_no_text_breaks_it(text: str) -> None:
    for whole in (text, f"---\ntitle: {text}\n---\n{text}"):
        found = facts(whole)
        found.title.encode()
        "".join(each.text for each in found.values).encode()
