"""Decap CMS, Sveltia CMS and Static CMS: a whole configuration, wrong ones, hostile ones."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.core.diagnostics import Severity
from editor_app.core.schema.conditions import holds
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import (
    Bounds,
    Shape,
)
from editor_app.core.text.pattern import Pattern
from tests.core.schema.readers.changed import Place, changed, places
from tests.core.schema.readers.cms_site import collections, field, site
from tests.core.schema.readers.decap_site import DECAP, NOTES, STATIC, SVELTIA, schema, with_fields
from tests.core.schema.readers.site import told_by_line as told
from tests.soak import soak_count


def test_a_collection_with_its_fields(tmp_path: Path) -> None:
    found = schema(tmp_path, NOTES)
    assert told(found) == []
    assert [each.source for each in found.schemas] == ["Decap CMS"]
    notes = collections(found)[0]
    assert (notes.name, notes.label, notes.folder) == ("notes", "記事", "_posts")
    assert notes.files == ("/_posts/*.md",)
    assert notes.title_key == "title"
    assert notes.new_name == "{{year}}-{{month}}-{{day}}-{{slug}}.md"
    assert (notes.media_folder, notes.public_folder) == ("/assets/photos", "/photos")
    assert [each.key for each in notes.fields] == [
        "title",
        "date",
        "categories",
        "tags",
        "reading_time",
    ]
    title = field(found, "title")
    assert (title.kind, title.label, title.required) == (FieldKind.LINE, "題名", True)
    assert title.shape == Shape(Pattern(r"\A.{1,60}\Z"), "60文字以内")
    assert str(title.said) == "Decap CMS (admin/config.yml:11)"
    assert field(found, "date").date_format == "YYYY-MM-DD HH:mm:ss ZZ"
    categories = field(found, "categories")
    assert (categories.kind, categories.item) == (FieldKind.LIST, FieldKind.CHOICE)
    assert [each.value for each in categories.choices] == ["技術", "日記"]
    assert (categories.is_limit, categories.bounds) == (True, Bounds(least=1))
    tags = field(found, "tags")
    assert (tags.kind, tags.item, tags.required) == (FieldKind.LIST, FieldKind.LINE, False)
    assert tags.taxonomy == "tags"
    assert field(found, "reading_time").is_whole


def test_the_schema_reaches_the_posts_of_its_folder_and_no_others(tmp_path: Path) -> None:
    found = schema(tmp_path, NOTES)
    assert found.at(PurePath("_posts/2026-01-01-a.md")).content_type({}).label == "記事"
    assert found.at(PurePath("_posts/inner/a.md")).content_type({}).label == ""
    assert found.at(PurePath("other/a.md")).content_type({}).label == ""


def test_anchors_and_merge_keys_work(tmp_path: Path) -> None:
    config = """\
media_folder: img
aliases:
  - &title { name: title, label: Title, widget: string }
  - &common
    - *title
    - { <<: *title, name: subtitle, required: false }
collections:
  - &first
    name: posts
    folder: posts
    fields: *common
  - { <<: *first, name: notes, folder: notes }
"""
    found = schema(tmp_path, config)
    assert told(found) == []
    first, second = collections(found)
    assert (second.name, second.files) == ("notes", ("/notes/*.md",))
    assert first.fields == second.fields
    assert [(each.key, each.label, each.required) for each in second.fields] == [
        ("title", "Title", True),
        ("subtitle", "Title", False),
    ]
    assert second.fields[0].said.line == 3


# --- what is wrong


WRONG = """\
media_folder: [img]
collections:
  - name: posts
    label: 5
    folder: posts
    fields:
      - { label: Nameless }
      - text
      - { name: a, required: maybe }
      - { name: b, pattern: ['(', x] }
      - { name: c, widget: number, min: low }
      - { name: d, widget: select }
      - { name: e, widget: select, options: [[a]] }
      - { name: f, widget: datetime, date_format: 5 }
      - { name: g, widget: list, types: [{ label: X }] }
      - { name: h, condition: { value: 1 } }
      - { name: i, widget: object }
      - { name: j, hint: [a] }
      - { name: good, widget: boolean }
  - { label: Nameless }
  - { name: nowhere }
  - 7
"""


def test_each_wrong_value_is_told_at_its_line_and_the_rest_stands(tmp_path: Path) -> None:
    found = schema(tmp_path, WRONG)
    assert told(found) == [
        "1: media_folder is not a text",
        "4: label is not a text",
        "7: name is missing here",
        "8: This item of fields is not a table, so it does not count",
        "9: required is not true or false",
        "10: This is no regular expression that can be used: missing ) at position 1",
        "11: min is not a number",
        "12: options is missing here",
        "13: This item of options is not a text, so it does not count",
        "14: date_format is not a text",
        "15: name is missing here",
        "16: field is missing here",
        "17: fields is missing here",
        "18: hint is not a text",
        "20: name is missing here",
        "21: folder is missing here",
        "22: This item of collections is not a table, so it does not count",
    ]
    assert {one.severity for each in found.wrong for one in each.diagnostics} == {Severity.WARNING}
    assert [each.key for each in collections(found)[0].fields] == [*"abcdefghij", "good"]


def test_what_is_wrong_in_an_anchor_is_told_once(tmp_path: Path) -> None:
    fields = "    fields: &f\n      - { name: a, required: maybe }\n"
    again = "  - { name: b, folder: b, fields: *f }\n"
    config = f"collections:\n  - name: a\n    folder: a\n{fields}{again}"
    assert told(schema(tmp_path, config)) == ["5: required is not true or false"]


def test_a_file_that_can_not_be_read_is_told_and_the_rest_stands(tmp_path: Path) -> None:
    files = {"admin/config.yml": "collections: [\n", "static/admin/config.yml": NOTES}
    found = site(tmp_path, files)
    assert [each.files for each in found.schemas] == [("static/admin/config.yml",)]
    assert [line.split(":")[0] for line in told(found)] == ["1"]
    assert found.wrong[0].diagnostics[0].severity is Severity.WARNING


# --- hostile files


@pytest.mark.parametrize(
    "config",
    [
        "collections: &a\n  - fields: *a\n",
        "collections:\n" + "  - " * 3 + "&a [*a]\n",
        "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{name}: &{name} [{', '.join(['*' + before] * 10)}]\n"
            for before, name in zip("abcdef", "bcdefg", strict=True)
        ),
        "collections: " + "[" * 5000 + "]" * 5000 + "\n",
        "collections:\n  - name: a\n    folder: a\n    fields:\n"
        + "".join(f"      - {{ name: f{number}, widget: string }}\n" for number in range(20_000)),
        "\0",
        "collections:\n  - {name: a, folder: '\\0', fields: [{name: a}]}\n",
        '{"collections": [{"name": "a", "folder": "a", "fields": {}}]}',
        "collections: {a: {name: b}}\n",
        "- collections\n",
    ],
)
def test_a_hostile_file_is_bounded(tmp_path: Path, config: str) -> None:
    found = schema(tmp_path, config)
    assert len(collections(found)) <= 1


def test_objects_as_deep_as_may_be(tmp_path: Path) -> None:
    line = "{name: a}"
    for _ in range(28):
        line = f"{{name: a, widget: object, fields: [{line}]}}"
    found = with_fields(tmp_path, line)
    assert told(found) == []
    assert field(found, *"aaaaaaaaaa").kind is FieldKind.OBJECT


def test_many_fields_that_share_anchors(tmp_path: Path) -> None:
    config = "a: &a\n" + "".join(
        f"  - {{ name: f{number}, widget: string }}\n" for number in range(90)
    )
    config += "collections:\n" + "".join(
        f"  - {{ name: c{number}, folder: c{number}, fields: *a }}\n" for number in range(90)
    )
    found = schema(tmp_path, config)
    assert told(found) == []
    assert sum(len(each.fields) for each in collections(found)) == 8100


# --- anything may stand anywhere

GOOD: dict[str, Any] = {
    "media_folder": "img",
    "i18n": {"structure": "multiple_files", "locales": ["en", "ja"]},
    "field_defaults": {"richtext": {"default": "x"}},
    "collections": [
        {
            "name": "posts",
            "folder": "posts",
            "path": "{{year}}/{{slug}}",
            "slug": {"template": "{{slug}}"},
            "filter": {"field": "kind", "value": "x"},
            "nested": {"depth": 2},
            "index_file": {"name": "_index", "fields": [{"name": "a"}]},
            "i18n": True,
            "fields": [
                {"name": "title", "pattern": ["^a$", "b"], "required": True, "default": "x"},
                {"name": "date", "widget": "datetime", "format": "YYYY", "picker_utc": True},
                {"name": "n", "widget": "number", "min": 1, "step": 2},
                {"name": "s", "widget": "select", "options": ["a", {"label": "B", "value": "b"}]},
                {"name": "r", "widget": "relation", "collection": "f", "file": "x"},
                {"name": "i", "widget": "image", "media_library": {"config": {"multiple": True}}},
                {"name": "c", "widget": "code", "keys": {"code": "c", "lang": "l"}},
                {
                    "name": "l",
                    "widget": "list",
                    "types": [{"name": "t", "fields": [{"name": "a"}]}],
                },
                {"name": "m", "widget": "list", "field": {"name": "a", "widget": "richtext"}},
                {"name": "o", "widget": "object", "fields": [{"name": "a"}]},
                {"name": "w", "condition": [{"field": "a", "value": [1], "matchAll": True}]},
            ],
        },
        {"name": "f", "files": [{"name": "x", "file": "x.yml", "fields": [{"name": "a"}]}]},
    ],
    "singletons": [{"name": "x", "file": "{{locale}}/x.md", "fields": [{"name": "a"}]}],
}

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.just("(")
    | st.sampled_from(["{{slug}}", "..", "/", "*", "list", "multiple_folders", "single_file"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["name", "fields", "field", "value", "widget"]), inner, max_size=3
        )
    ),
    max_leaves=5,
)


@settings(
    max_examples=soak_count(150, 2_000),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(st.tuples(st.sampled_from(places(GOOD)[1:]), JSON), min_size=1, max_size=3),
    st.sampled_from([DECAP, SVELTIA, STATIC]),
)
def test_anything_may_stand_anywhere(
    tmp_path: Path, changes: list[tuple[Place, Any]], page: str
) -> None:
    found = schema(tmp_path, json.dumps(changed(GOOD, changes)), page)
    for each in collections(found):
        each.has_path("posts/a.md")
        holds(each.conditions, {"kind": "x"}, {})
        for one in each.fields:
            holds(one.conditions, {"a": [1]}, {})
