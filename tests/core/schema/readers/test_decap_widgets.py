"""Each widget of Decap CMS, Sveltia CMS and Static CMS."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editor_app.core.schema.conditions import holds
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import (
    Bounds,
    Condition,
    Relation,
    Shape,
)
from editor_app.core.schema.schema import Test as How
from editor_app.core.text.pattern import Pattern
from tests.core.schema.readers.cms_site import collections, field
from tests.core.schema.readers.decap_site import DECAP, STATIC, SVELTIA, schema, with_fields
from tests.core.schema.readers.site import told_by_line as told


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("{name: x}", FieldKind.LINE),
        ("{name: x, widget: String}", FieldKind.LINE),
        ("{name: x, widget: text}", FieldKind.PARAGRAPH),
        ("{name: x, widget: markdown}", FieldKind.MARKDOWN),
        ("{name: x, widget: richtext}", FieldKind.MARKDOWN),
        ("{name: x, widget: boolean}", FieldKind.SWITCH),
        ("{name: x, widget: number}", FieldKind.NUMBER),
        ("{name: x, widget: number, value_type: float/string}", FieldKind.LINE),
        ("{name: x, widget: color}", FieldKind.COLOUR),
        ("{name: x, widget: map}", FieldKind.CODE),
        ("{name: x, widget: code, output_code_only: true}", FieldKind.CODE),
        ("{name: x, widget: code}", FieldKind.OBJECT),
        ("{name: x, widget: image}", FieldKind.IMAGE),
        ("{name: x, widget: file}", FieldKind.FILE),
        ("{name: x, widget: select, options: [a]}", FieldKind.CHOICE),
        ("{name: x, widget: relation, collection: posts, value_field: a}", FieldKind.RELATION),
        ("{name: x, widget: list}", FieldKind.LIST),
        ("{name: x, widget: list, fields: [{name: a}, {name: b}]}", FieldKind.OBJECTS),
        ("{name: x, widget: object, fields: [{name: a}]}", FieldKind.OBJECT),
        ("{name: x, widget: hidden, default: 1}", None),
        ("{name: x, widget: uuid}", FieldKind.LINE),
        ("{name: x, widget: keyvalue}", FieldKind.OBJECT),
        ("{name: x, widget: compute, value: a}", FieldKind.LINE),
        ("{name: x, widget: my-own, colour: red}", FieldKind.RAW),
    ],
)
def test_each_widget_has_its_kind(tmp_path: Path, line: str, kind: FieldKind | None) -> None:
    found = with_fields(tmp_path, line)
    assert told(found) == []
    assert field(found, "x").kind is kind


def test_what_is_not_used_is_kept_to_be_seen(tmp_path: Path) -> None:
    found = with_fields(tmp_path, "{name: x, widget: my-own, colour: red, i18n: true}")
    assert field(found, "x").options == (
        ("widget", "my-own"),
        ("colour", "red"),
        ("i18n", True),
    )


@pytest.mark.parametrize(
    ("options", "kind", "form", "zone"),
    [
        ("", FieldKind.DATE_TIME, "", ""),
        ("format: 'YYYY-MM-DD'", FieldKind.DATE, "YYYY-MM-DD", ""),
        ("format: 'HH:mm'", FieldKind.TIME, "HH:mm", ""),
        ("format: LLL", FieldKind.DATE_TIME, "LLL", ""),
        ("format: 'YYYY-MM-DD[T]HH:mm'", FieldKind.DATE_TIME, "YYYY-MM-DD[T]HH:mm", ""),
        ("format: \"d MMM yyyy 'at'\"", FieldKind.DATE, "d MMM yyyy 'at'", ""),
        ("date_format: 'DD.MM.YYYY'", FieldKind.DATE, "DD.MM.YYYY", ""),
        ("dateFormat: true, timeFormat: true", FieldKind.DATE_TIME, "YYYY-MM-DDTHH:mm", ""),
        ("date_format: true, time_format: false", FieldKind.DATE, "YYYY-MM-DD", ""),
        ("date_format: false", FieldKind.TIME, "", ""),
        ("picker_utc: true", FieldKind.DATE_TIME, "", "UTC"),
        ("pickerUtc: true", FieldKind.DATE_TIME, "", "UTC"),
    ],
)
def test_dates(tmp_path: Path, options: str, kind: FieldKind, form: str, zone: str) -> None:
    found = with_fields(tmp_path, f"{{name: x, widget: datetime, {options}}}")
    x = field(found, "x")
    assert (told(found), x.kind, x.date_format, x.date_zone) == ([], kind, form, zone)


@pytest.mark.parametrize(
    ("options", "kind", "zone", "bounds"),
    [
        ("type: date, min: '2024-01-01'", FieldKind.DATE, "", Bounds(least="2024-01-01")),
        ("type: time", FieldKind.TIME, "", None),
        ("input_timezone: Asia/Tokyo", FieldKind.DATE_TIME, "Asia/Tokyo", None),
        ("input_timezone: utc", FieldKind.DATE_TIME, "UTC", None),
        ("input_timezone: Asia/Tokyo, output_utc: true", FieldKind.DATE_TIME, "UTC", None),
    ],
)
def test_dates_of_sveltia(
    tmp_path: Path, options: str, kind: FieldKind, zone: str, bounds: Bounds | None
) -> None:
    found = with_fields(tmp_path, f"{{name: x, widget: datetime, {options}}}", SVELTIA)
    x = field(found, "x")
    assert (told(found), x.kind, x.date_zone, x.bounds) == ([], kind, zone, bounds)


def test_the_old_date_widget_is_a_day(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path, "{name: a, widget: date}\n{name: b, widget: date, format: 'YYYY-MM-DD HH:mm'}"
    )
    assert field(found, "a").kind is FieldKind.DATE
    assert field(found, "b").kind is FieldKind.DATE_TIME


def test_a_default_that_is_a_template_is_no_value(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path, "{name: a, widget: datetime, default: '{{now}}'}\n{name: b, default: x}"
    )
    assert (field(found, "a").default, field(found, "a").options) == (
        None,
        (("default", "{{now}}"),),
    )
    assert field(found, "b").default == "x"


def test_choices_have_values_and_labels(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        "{name: x, widget: select,"
        " options: [a, 2, yes, {label: Zwei, value: 2}, {value: ''}, null]}",
    )
    assert [(each.value, each.label) for each in field(found, "x").choices] == [
        ("a", ""),
        (2, ""),
        ("yes", ""),
        (2, "Zwei"),
        ("", ""),
        (None, ""),
    ]


def test_numbers_have_bounds_unless_a_pattern_stands(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        "{name: a, widget: number, min: 0, max: 100, step: 10}\n"
        "{name: b, widget: number, min: 1, step: 10}\n"
        "{name: c, widget: number, step: 0.000001, value_type: float}\n"
        "{name: d, widget: number, min: 1, pattern: ['^1', one]}\n"
        "{name: e, widget: number, valueType: int}",
    )
    assert field(found, "a").bounds == Bounds(0, 100, step=10)
    assert field(found, "b").bounds == Bounds(1)
    assert (field(found, "c").bounds, field(found, "c").is_whole) == (None, None)
    assert field(found, "d").bounds is None
    assert field(found, "e").is_whole


def test_sveltia_s_own_options(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        "{name: a, minlength: 2, maxlength: 5, readonly: true, comment: Read me}\n"
        "{name: b, widget: number}\n"
        "{name: c, required: [en, ja]}\n"
        "{name: d, pattern: ['/^a$/i', only a]}\n"
        "{name: e, widget: richtext}\n"
        "{name: f, widget: uuid, read_only: false}\n"
        "{name: g, widget: image, multiple: true, max: 3}\n"
        "{name: h, widget: compute, value: '{{fields.a}}'}\n"
        "{name: i, widget: object, types: [{name: x, fields: [{name: y}]}], typeKey: t}",
        SVELTIA,
        "field_defaults: { richtext: { default: Hello, minimal: true } }\n",
    )
    assert told(found) == []
    a = field(found, "a")
    assert (a.length, a.is_read_only, a.help) == (Bounds(2, 5), True, "Read me")
    assert field(found, "b").is_whole
    assert (field(found, "c").required, field(found, "c").options) == (
        None,
        (("required", ["en", "ja"]),),
    )
    assert field(found, "d").shape == Shape(Pattern(r"\Aa\Z", ignores_case=True), "only a")
    assert (field(found, "e").default, field(found, "e").options) == ("Hello", (("minimal", True),))
    assert field(found, "f").is_read_only is False
    g = field(found, "g")
    assert (g.kind, g.item, g.bounds) == (FieldKind.LIST, FieldKind.IMAGE, Bounds(most=3))
    h = field(found, "h")
    assert (h.computed, h.is_read_only, h.required) == ("{{fields.a}}", True, None)
    assert [each.key for each in field(found, "i").fields] == ["t", "y"]


def test_sveltia_may_name_the_body_otherwise(tmp_path: Path) -> None:
    config = (
        "collections:\n  - name: posts\n    folder: posts\n    body_field: { key: text }\n"
        "    fields: [{ name: body }, { name: text, widget: richtext }]\n"
    )
    assert [each.key for each in collections(schema(tmp_path, config, SVELTIA))[0].fields] == [
        "body"
    ]
    config = config.replace("key: text", "inline: true")
    assert len(collections(schema(tmp_path, config, SVELTIA))[0].fields) == 2


def test_code_is_a_mapping_with_keys(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path, "{name: x, widget: code, default_language: css, keys: {code: text, lang: mode}}"
    )
    assert [(each.key, each.kind, each.language) for each in field(found, "x").fields] == [
        ("text", FieldKind.CODE, "css"),
        ("mode", FieldKind.LINE, ""),
    ]


def test_several_files_by_the_old_way(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path, "{name: x, widget: file, media_library: {config: {multiple: true}}}"
    )
    assert (field(found, "x").kind, field(found, "x").item) == (FieldKind.LIST, FieldKind.FILE)


RELATIONS = """\
collections:
  - name: posts
    folder: posts
    fields:
      - name: a
        widget: relation
        collection: people
        value_field: name
        display_fields: [name, job]
      - { name: b, widget: relation, collection: people, valueField: "{{slug}}", multiple: true }
      - { name: c, widget: relation, collection: lists, file: cities, value_field: 'cities.*.id' }
      - { name: d, widget: relation, collection: people, value_field: '{{fields.x}}' }
      - { name: e, widget: relation, collection: people, value_field: '{{dirname}}/{{slug}}' }
      - { name: f, widget: relation, collection: nobody, value_field: a }
      - { name: g, widget: relation, collection: lists, file: towns, value_field: a }
  - { name: people, folder: people, fields: [{ name: name }] }
  - { name: lists, files: [{ name: cities, file: _data/cities.yml, fields: [{ name: cities }] }] }
"""


def test_relations(tmp_path: Path) -> None:
    found = schema(tmp_path, RELATIONS)
    assert field(found, "a").relation == Relation("people", "", "name", ("name", "job"))
    b = field(found, "b")
    assert (b.kind, b.item) == (FieldKind.LIST, FieldKind.RELATION)
    assert b.relation == Relation("people", "", "slug")
    assert field(found, "c").relation == Relation("", "_data/cities.yml", "cities.*.id")
    assert [relation.value for key in "de" if (relation := field(found, key).relation)] == [
        "x",
        "{{dirname}}/{{slug}}",
    ]
    assert told(found) == [
        "14: There is no collection nobody",
        "15: There is no file towns in this collection",
    ]


def test_lists_of_one_field_and_of_several(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        "{name: a, widget: list, field: {name: x, widget: image}, min: 1}\n"
        "{name: b, widget: list, field: {name: x, widget: object, fields: [{name: y}]}}\n"
        "{name: c, widget: list, field: {name: x, widget: list}}\n"
        "{name: d, widget: list, fields: [{name: y, required: false}]}\n"
        "{name: e, widget: list, field: {widget: select, options: [p, q]}}",
    )
    assert told(found) == []
    a = field(found, "a")
    assert (a.kind, a.item, a.folder, a.bounds) == (
        FieldKind.LIST,
        FieldKind.IMAGE,
        "/static/img",
        Bounds(least=1),
    )
    assert (field(found, "b").kind, field(found, "b", "y").kind) == (
        FieldKind.OBJECTS,
        FieldKind.LINE,
    )
    assert (field(found, "c").kind, field(found, "c").item) == (FieldKind.LIST, FieldKind.RAW)
    assert field(found, "d", "y").required is False
    assert [each.value for each in field(found, "e").choices] == ["p", "q"]


def test_static_cms_writes_the_values_of_an_only_field_without_its_name(tmp_path: Path) -> None:
    line = "{name: x, widget: list, fields: [{name: n, widget: number}]}"
    assert field(with_fields(tmp_path, line, STATIC), "x").item is FieldKind.NUMBER
    assert field(with_fields(tmp_path, line, DECAP), "x").kind is FieldKind.OBJECTS


TYPES = """\
{name: x, widget: list, typeKey: kind, types: [\
{name: hero, label: Hero, widget: object, \
fields: [{name: text}, {name: pic, widget: image}, {name: n}]}, \
{name: quote, widget: object, fields: [{name: text, widget: text}, {name: n, widget: boolean}]}, \
{name: one, widget: object, field: {name: text}}]}
"""


def test_objects_of_several_types_have_the_fields_of_all_on_condition(tmp_path: Path) -> None:
    found = with_fields(tmp_path, TYPES.strip())
    assert told(found) == []
    kind = field(found, "x", "kind")
    assert [(each.value, each.label) for each in kind.choices] == [
        ("hero", "Hero"),
        ("quote", ""),
        ("one", ""),
    ]
    assert (kind.required, kind.is_limit) == (True, True)
    text, pic, n = (field(found, "x", key) for key in ("text", "pic", "n"))
    assert (text.kind, text.conditions) == (FieldKind.PARAGRAPH, ())
    assert pic.conditions == (Condition(("kind",), How.IS, ("hero",)),)
    assert (n.kind, n.conditions) == (
        FieldKind.RAW,
        (Condition(("kind",), How.IS, ("hero", "quote")),),
    )


def test_hidden_fields_are_asked_of_nobody(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        "{name: a, widget: hidden, default: post}\n{name: b, widget: hidden, required: true}",
    )
    a = field(found, "a")
    assert (a.is_hidden, a.required, a.default) == (True, None, "post")
    assert field(found, "b").required


# --- conditions


@pytest.mark.parametrize(
    ("condition", "values", "counts"),
    [
        ("{field: kind, value: note}", {"kind": "note"}, True),
        ("{field: kind, value: [note, memo]}", {"kind": "memo"}, True),
        ("{field: a.b, value: 1}", {"a": {"b": 1}}, True),
        ("{field: kind, value: ''}", {}, True),
        ("{field: kind, pattern: '^n'}", {"kind": "on"}, False),
        ("{field: tags.*, value: [x, y], matchAll: true}", {"tags": ["y", "x", "z"]}, True),
        ("{field: tags.*, value: [x, y], matchAll: true}", {"tags": ["y"]}, False),
        ("[{field: a, value: 1}, {field: b, value: 2}]", {"b": 2}, True),
        ("[{field: a, value: 1}, {field: b, value: 2}]", {}, False),
    ],
)
def test_conditions_of_static_cms(
    tmp_path: Path, condition: str, values: dict[str, Any], counts: bool
) -> None:
    found = with_fields(tmp_path, f"{{name: x, condition: {condition}}}", STATIC)
    assert told(found) == []
    assert holds(field(found, "x").conditions, values, {}) is counts


def test_in_a_list_a_condition_counts_from_the_item(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        "{name: x, widget: list, fields: [{name: a}, {name: b, condition: {field: a, value: 1}}, "
        "{name: o, widget: object, fields: [{name: p, condition: {field: a, value: 1}}]}]}",
        STATIC,
    )
    assert field(found, "x", "b").conditions == (Condition(("a",), How.IS, (1,)),)
    deeper = field(found, "x", "o", "p")
    assert (deeper.conditions, [name for name, _ in deeper.options]) == ((), ["condition"])
