"""Which fields a post has, and of which kind they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.frontmatter.nodes import Mapping, Path
from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.schema.field import Field, FieldKind, Inherited
from editor_app.core.schema.fields import absent_fields, around, fields_for, fields_of
from editor_app.core.schema.generators import known_fields
from editor_app.core.schema.kinds import can_show, is_number_text, kind_of, text_of
from editor_app.core.schema.schema import Condition, Said, SchemaField


def kinds(text: str, generator: Generator = Generator.UNKNOWN) -> dict[str, str]:
    return {field.label: field.kind.value for field in fields(text, generator) if field.is_present}


def fields(text: str, generator: Generator = Generator.UNKNOWN) -> tuple[Field, ...]:
    return fields_for(known_fields(generator), read(text))


def yaml(*lines: str) -> str:
    return "\n".join(("---", *lines, "---", ""))


def test_the_post_keeps_its_order() -> None:
    text = yaml("layout: post", "title: T", "mine: 1", "date: 2025-01-01")
    assert [field.label for field in fields(text, Generator.JEKYLL)] == [
        "layout",
        "title",
        "mine",
        "date",
    ]


def test_a_missing_title_is_asked_for_first() -> None:
    found = fields(yaml("layout: post"), Generator.JEKYLL)
    assert [(field.label, field.required, field.is_present) for field in found] == [
        ("title", True, False),
        ("layout", False, True),
    ]


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("words", "line"),
        ('"8"', "line"),
        ("8", "number"),
        ("-1.5", "number"),
        ("true", "switch"),
        ("FALSE", "switch"),
        ("yes", "line"),
        ("NO", "line"),
        ("0777", "line"),
        ("12:30", "line"),
        ("1_000", "line"),
        ("2025-11-23 12:54:57 +0000", "date-time"),
        ("2025-11-23T12:54:57Z", "date-time"),
        ("2025-11-23", "date"),
        ("2024-13-45", "line"),
        ("~", "line"),
        ("", "line"),
        ("[]", "list"),
        ("[a, 1, true]", "list"),
        ("{}", "object"),
        ("{a: 1}", "object"),
        ("[{a: 1}, {a: 2}]", "list of objects"),
        ("[a, {b: 1}]", "raw"),
        ("[[a], [b]]", "raw"),
        ("a" * 65, "paragraph"),
        ("日" * 33, "paragraph"),
        ("日" * 32, "line"),
        ('"one\\ntwo"', "paragraph"),
        ("!custom x", "line"),
    ],
)
def test_an_unknown_key_is_of_the_kind_of_its_value(value: str, kind: str) -> None:
    assert kinds(yaml(f"mine: {value}")) == {"mine": kind}


def test_an_alias_is_shown_as_it_is_written() -> None:
    text = yaml("a: &x {b: 1}", "c: *x", "d: &y word", "e: *y")
    assert kinds(text) == {"a": "object", "c": "raw", "d": "line", "e": "raw"}


def test_published_depends_on_the_generator() -> None:
    assert kinds(yaml("published: true"), Generator.JEKYLL) == {"published": "switch"}
    date = yaml("published: 2025-01-01")
    assert kinds(date, Generator.HUGO) == {"published": "date-time"}
    assert kinds(date, Generator.JEKYLL) == {"published": "date"}


@pytest.mark.parametrize("generator", list(Generator))
@pytest.mark.parametrize(
    "value", ["", "~", "8", "true", "yes", "2025-01-01", "[a]", "[]", "{a: 1}", "[{a: 1}]", "a\\nb"]
)
def test_no_value_is_given_a_kind_that_can_not_show_it(generator: Generator, value: str) -> None:
    keys = [field.label for field in absent_fields(known_fields(generator), read("---\n---\n"))]
    shown = f'"{value}"' if "\\n" in value else value
    text = yaml(*(f"{key}: {shown}" for key in keys))
    front_matter = read(text)
    found = fields_for(known_fields(generator), front_matter)
    assert len(found) == len(keys)
    assert all(can_show(field.kind, front_matter.node(field.path)) for field in found)


def test_the_generators_kind_stays_where_the_value_fits() -> None:
    text = yaml("title: 2024", "tags:", "weight: abc", "date: soon", "description: short")
    assert kinds(text, Generator.HUGO) == {
        "title": "line",
        "tags": "list",
        "weight": "number",
        "date": "date-time",
        "description": "paragraph",
    }


def test_a_string_of_tags_stays_a_line() -> None:
    assert kinds(yaml("tags: one two"), Generator.JEKYLL) == {"tags": "line"}


def test_a_key_that_stands_twice_is_one_field_at_its_last_place() -> None:
    found = fields(yaml("title: A", "b: 1", "title: B"))
    assert [field.label for field in found] == ["b", "title"]


def test_keys_that_are_no_strings_are_shown() -> None:
    assert list(kinds(yaml("1: a", "true: b", "a.b: c"))) == ["1", "true", "a.b"]


def test_toml_and_json_have_fields_too() -> None:
    toml = '+++\ntitle = "T"\ndate = 2025-01-01T00:00:00Z\ntags = ["a"]\n[params]\nx = 1\n+++\n'
    assert kinds(toml, Generator.HUGO) == {
        "title": "line",
        "date": "date-time",
        "tags": "list",
        "params": "object",
    }
    json = '{"title": "T", "draft": false, "n": 1.5}\n'
    assert kinds(json, Generator.HUGO) == {"title": "line", "draft": "switch", "n": "number"}


def test_deep_objects_end_as_text() -> None:
    front_matter = read(yaml("a: {b: {c: {d: {e: {f: 1}}}}}"))
    assert kind_of(front_matter.node(("a",)) or pytest.fail("no node")) is FieldKind.OBJECT
    assert len(fields_for(known_fields(Generator.UNKNOWN), front_matter)) == 2


def test_few_fields_are_offered_and_all_can_be_added() -> None:
    absent = absent_fields(
        known_fields(Generator.JEKYLL), read(yaml("title: T", "date: 2025-01-01"))
    )
    essential = [field.label for field in absent if field.is_essential]
    assert essential == ["categories", "tags", "description"]
    assert "permalink" in {field.label for field in absent}
    assert all(field.help for field in absent)


def test_unreadable_front_matter_has_no_fields() -> None:
    assert fields(yaml("title: [")) == ()
    assert fields("no front matter") == ()


@pytest.mark.parametrize("raw", ["NO", "0777", "1_000", "12:30"])
def test_what_readers_take_differently_is_shown_as_written(raw: str) -> None:
    node = read(yaml(f"a: {raw}")).node(("a",))
    assert node is not None
    assert text_of(node) == raw  # type: ignore[arg-type]


@given(st.text(alphabet="0123456789.-+eE_ ", max_size=8))
def test_number_text_reads_as_that_number_everywhere(text: str) -> None:
    if not is_number_text(text):
        return
    node = read(yaml(f"a: {text}")).node(("a",))
    assert node is not None
    assert node.yaml11 == node.yaml12 == float(text)  # type: ignore[union-attr]


@given(st.text(max_size=60))
def test_any_front_matter_gives_fields(content: str) -> None:
    for text in (f"---\n{content}\n---\n", f"+++\n{content}\n+++\n", f"{{{content}}}\n"):
        front_matter = read(text)
        for generator in Generator:
            for field in fields_for(known_fields(generator), front_matter):
                assert can_show(field.kind, front_matter.node(field.path))


# --- what a site's own files say


def said(key: str, **about: object) -> SchemaField:
    place = Said("test", "config.yml", 1)
    return SchemaField(key=key, said=place, **about)  # type: ignore[arg-type]


def shown(known: list[SchemaField], text: str, inherited: dict[Path, Inherited]) -> list[str]:
    front_matter = read(text)
    found = fields_for(known, front_matter, around(front_matter, inherited))
    return [f"{'' if each.is_present else '-'}{each.key}" for each in found]


def test_fields_of_a_site_stand_in_its_order_group_by_group() -> None:
    known = [
        said("title"),
        said("image", group="Look"),
        said("date", required=True),
        said("colour", group="Look"),
        said("mood", group="Words"),
        said("absent"),
    ]
    text = yaml("mine: 1", "mood: m", "colour: c", "image: i", "title: t", "other: 2")
    assert shown(known, text, {}) == [
        "title",
        "-date",
        "image",
        "colour",
        "mood",
        "mine",
        "other",
    ]


def test_conditions_decide_what_is_seen() -> None:
    is_talk = Condition(("type",), values=("talk",), from_root=True)
    known = [said("type"), said("room", required=True, conditions=(is_talk,))]
    assert shown(known, yaml("type: talk"), {}) == ["type", "-room"]
    assert shown(known, yaml("type: note"), {}) == ["type"]
    room = fields_for(known, read(yaml("type: note", "room: A")))[1]
    assert (room.key, room.is_present, room.counts) == ("room", True, False)
    assert absent_fields(known, read(yaml("type: note"))) == ()


def test_inherited_values_stand_where_the_post_says_nothing() -> None:
    place = Said("Jekyll", "_config.yml", 12)
    inherited: dict[Path, Inherited] = {
        ("layout",): Inherited("post", place),
        ("author",): Inherited("A", place),
        ("seo", "robots"): Inherited("none", place),
    }
    known = [said("author"), said("title")]
    text = yaml("title: T", "seo: {x: 1}")
    assert shown(known, text, inherited) == ["-author", "title", "seo", "-layout"]
    front_matter = read(text)
    about = around(front_matter, inherited)
    seo = front_matter.node(("seo",))
    assert isinstance(seo, Mapping)
    assert [each.path for each in fields_of(seo, ("seo",), (), about)] == [
        ("seo", "x"),
        ("seo", "robots"),
    ]
    said_itself = yaml("title: T", "layout: page")
    assert shown(known, said_itself, inherited) == ["-author", "title", "layout"]


def test_a_condition_can_make_a_field_required() -> None:
    is_talk = Condition(("type",), values=("talk",), from_root=True)
    known = [said("type"), said("room", required_if=((is_talk,),))]
    assert shown(known, yaml("type: talk"), {}) == ["type", "-room"]
    assert shown(known, yaml("type: note"), {}) == ["type"]
    front_matter = read(yaml("type: talk", "room: A"))
    assert [each.required for each in fields_for(known, front_matter)] == [False, True]


def test_what_is_hidden_or_made_by_a_program_is_not_offered() -> None:
    known = [
        said("a", is_hidden=True),
        said("b", is_deprecated=True),
        said("c", computed="{{x}}"),
        said("d", is_read_only=True),
        said("e"),
    ]
    assert [each.key for each in absent_fields(known, read(yaml("title: T")))] == ["e"]
