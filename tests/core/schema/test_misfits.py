"""What does not fit: who may demand something, and that no value breaks the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from editor_app.core.diagnostics import Diagnostic
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.generator import Generator
from editor_app.core.post import read_post
from editor_app.core.rules.schema.listed import RULES
from editor_app.core.schema.content_type import PostSchema
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import (
    Bounds,
    Choice,
    Collection,
    Condition,
    Said,
    SchemaField,
    Shape,
)
from editor_app.core.text.edits import apply
from editor_app.core.text.pattern import Pattern

FILE = Said("Decap CMS", "admin/config.yml", 12)
ODD = (
    *("x", "'5'", "5", "-0.0", ".nan", ".inf", "1e999", "0x1F", "yes", "~", "''", "2026-02-30"),
    *("2026-01-01", "2026-01-01T10:00:00Z", "12:30", "[]", "{}", "[~]", "[[1], {a: 1}]", "&a x"),
    *("!!binary x", "[a, a, [a]]", "{a: {b: [1]}}", "[{a: 1}, 2]", "|\n  one\n  two", "é\u0301"),
)


def schema(
    *fields: SchemaField, generator: Generator = Generator.JEKYLL, is_closed: bool = False
) -> PostSchema:
    said = fields[0].said
    files = ("/**",)
    return PostSchema(
        generator,
        (Collection(name="all", said=said, files=files, fields=fields, is_closed=is_closed),),
    )


def found(text: str, about: PostSchema) -> list[Diagnostic]:
    post = read_post(f"---\n{text}\n---\n", generator=about.generator, schema=about)
    return [each for rule in RULES for each in rule.check(post)]


def messages(text: str, about: PostSchema) -> list[str]:
    return [each.message for each in found(text, about)]


def test_only_what_a_file_says_is_demanded() -> None:
    of_file = SchemaField(key="lang", said=FILE, required=True)
    assert messages("a: 1", schema(of_file)) == ["lang is missing (admin/config.yml:12)"]
    for said in (Said("posts"), Said("Jekyll", "_config.yml", 3), Said("Hugo archetype", "a.md")):
        assert messages("a: 1", schema(replace(of_file, said=said))) == []


def test_what_the_manual_demands_does_not_come_in_by_a_field_that_a_file_names() -> None:
    assert messages("a: 1", schema(SchemaField(key="title", said=FILE, label="Title"))) == []


def test_the_place_is_that_of_the_source_which_demands_it() -> None:
    first = SchemaField(key="lang", said=Said("Galley", "galley.toml", 3), label="Language")
    second = SchemaField(key="lang", said=FILE, required=True)
    both = replace(
        schema(first), collections=schema(first).collections + schema(second).collections
    )
    assert messages("a: 1", both) == ["lang is missing (admin/config.yml:12)"]


def test_what_a_post_inherits_is_not_missing() -> None:
    demands = schema(SchemaField(key="lang", said=FILE, required=True))
    assert messages("a: 1", replace(demands, inherited_keys=frozenset({"lang"}))) == []


def test_a_key_may_be_required_only_with_another() -> None:
    needed = ((Condition(("kind",), values=("film",)),),)
    field = SchemaField(key="year", said=FILE, required_if=needed)
    assert messages("kind: film", schema(field)) == ["year is missing (admin/config.yml:12)"]
    assert messages("kind: book", schema(field)) == []


@pytest.mark.parametrize(("is_nullable", "expected"), [(True, 0), (None, 1), (False, 1)])
def test_null_is_a_value_where_the_schema_says_so(is_nullable: bool | None, expected: int) -> None:
    field = SchemaField(key="year", said=FILE, required=True, is_nullable=is_nullable)
    assert len(messages("year: ~", schema(field))) == expected


def test_null_is_told_where_the_schema_excludes_it() -> None:
    field = SchemaField(key="year", said=FILE, is_nullable=False)
    assert messages("year:", schema(field)) == ["year is empty (admin/config.yml:12)"]


def test_a_date_in_quotes_is_told_where_none_may_stand() -> None:
    field = SchemaField(key="day", said=FILE, kind=FieldKind.DATE, only_plain=True)
    (told,) = found('day: "2026-03-01"', schema(field, generator=Generator.ASTRO))
    assert told.message.startswith("day has to be a date without quotes: 2026-03-01")
    assert told.safe_fix is not None
    assert found("day: 2026-03-01", schema(field, generator=Generator.ASTRO)) == []


def test_a_pattern_that_takes_too_long_is_given_up() -> None:
    shape = Shape(Pattern(r"^(a|a?)+$"))
    field = SchemaField(key="a", said=FILE, shape=shape)
    others = SchemaField(key="b", said=FILE, shape=Shape(Pattern("^c")))
    told = messages(f"a: {'a' * 5000}!\nb: x", schema(field, others))
    assert told[0].startswith("The pattern of a takes too long on this post")
    assert len(told) == 1


@pytest.mark.parametrize("generator", list(Generator))
@pytest.mark.parametrize("kind", [None, *FieldKind])
def test_no_value_breaks_the_judgement(kind: FieldKind | None, generator: Generator) -> None:
    values: Sequence[Value] = ("a", 5, True, None, 1.5)
    bare = SchemaField(key="x", said=FILE, kind=kind)
    inner = (SchemaField(key="a", said=FILE, required=True, kind=FieldKind.NUMBER),)
    full = replace(
        bare,
        item=FieldKind.NUMBER,
        required=True,
        choices=tuple(map(Choice, values)),
        is_limit=True,
        bounds=Bounds(1, "2026-01-01", 0.5, 9, 0.3),
        length=Bounds(2, 3),
        is_whole=True,
        is_unique=True,
        shape=Shape(Pattern("^a")),
        fields=inner,
        is_closed=True,
        is_deprecated=True,
    )
    for value in ODD:
        found(f"x: {value}", schema(bare, generator=generator, is_closed=True))
        assert found(f"x: {value}", schema(full, generator=generator, is_closed=True))


def test_a_fix_of_a_schema_leaves_every_other_line() -> None:
    field = SchemaField(key="rating", said=FILE, kind=FieldKind.NUMBER)
    text = 'title:  Tea   # slow\nrating: "5"  # of five\n'
    (told,) = found(text, schema(field))
    assert told.safe_fix is not None
    whole = f"---\n{text}\n---\n"
    assert apply(whole, told.safe_fix.edits) == whole.replace('"5"', "5")
