"""Each type of field of Front Matter CMS."""

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
)
from editor_app.core.schema.schema import Test as How
from tests.core.schema.readers.cms_site import collections, field
from tests.core.schema.readers.front_matter_cms_site import site, with_fields
from tests.core.schema.readers.site import told_by_line as told


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ({"type": "string"}, FieldKind.PARAGRAPH),
        ({"type": "string", "single": True}, FieldKind.LINE),
        ({"type": "string", "wysiwyg": "markdown"}, FieldKind.MARKDOWN),
        ({"type": "string", "wysiwyg": True}, FieldKind.CODE),
        ({"type": "number"}, FieldKind.NUMBER),
        ({"type": "datetime"}, FieldKind.DATE_TIME),
        ({"type": "datetime", "dateFormat": "yyyy-MM-dd"}, FieldKind.DATE),
        ({"type": "datetime", "dateFormat": "d LLL yyyy 'at'"}, FieldKind.DATE),
        ({"type": "datetime", "dateFormat": "HH:mm"}, FieldKind.TIME),
        ({"type": "boolean"}, FieldKind.SWITCH),
        ({"type": "draft"}, FieldKind.SWITCH),
        ({"type": "image", "isPreviewImage": True}, FieldKind.IMAGE),
        ({"type": "file", "fileExtensions": ["pdf"]}, FieldKind.FILE),
        ({"type": "choice", "choices": ["a"]}, FieldKind.CHOICE),
        ({"type": "list"}, FieldKind.LIST),
        ({"type": "tags"}, FieldKind.LIST),
        ({"type": "categories"}, FieldKind.LIST),
        ({"type": "taxonomy", "taxonomyId": "series"}, FieldKind.LIST),
        ({"type": "slug", "editable": False}, FieldKind.LINE),
        ({"type": "fields", "fields": []}, FieldKind.OBJECT),
        ({"type": "json", "dataType": ["x"]}, FieldKind.RAW),
        ({"type": "customField", "customType": "mine"}, FieldKind.RAW),
        ({"type": "contentRelationship", "contentTypeName": "default"}, FieldKind.RELATION),
        ({"type": "new-one", "colour": "red"}, FieldKind.RAW),
    ],
)
def test_each_type_has_its_kind(tmp_path: Path, said: dict[str, Any], kind: FieldKind) -> None:
    found = with_fields(tmp_path, {"name": "x", **said})
    assert told(found) == []
    assert field(found, "x").kind is kind


def test_dividers_and_headings_are_no_fields(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        {"type": "divider", "name": "line"},
        {"type": "heading", "name": "head", "title": "Head"},
        {"type": "divider"},
        {"name": "x", "type": "boolean"},
    )
    assert [each.key for each in collections(found)[0].fields] == ["x"]
    assert told(found) == []


def test_what_all_types_have_in_common(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        {
            "name": "x",
            "type": "slug",
            "title": "X",
            "description": "Help",
            "default": "a",
            "required": True,
            "hidden": True,
            "editable": False,
            "actions": [],
        },
        {"name": "y", "type": "datetime", "default": "{{now}}"},
    )
    x, y = field(found, "x"), field(found, "y")
    assert (x.label, x.help, x.default, x.required) == ("X", "Help", "a", True)
    assert (x.is_hidden, x.is_read_only, x.options) == (True, True, (("actions", []),))
    assert (y.default, y.options, y.required) == (None, (("default", "{{now}}"),), None)


def test_numbers(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        {"name": "a", "type": "number", "numberOptions": {"min": 1, "max": 9, "step": 1}},
        {"name": "b", "type": "number", "numberOptions": {"isDecimal": True, "step": 0.1}},
        {"name": "c", "type": "number", "numberOptions": {"min": 0, "max": 0}},
    )
    a, b, c = (field(found, key) for key in "abc")
    assert (a.is_whole, a.bounds) == (True, Bounds(1, 9, step=1))
    assert (b.is_whole, b.bounds) == (None, None)
    assert c.bounds is None


def test_settings_that_count_for_all_dates(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        {"name": "x", "type": "datetime"},
        taxonomy__dateFormat="yyyy-MM-dd",
        global__timezone="Asia/Tokyo",
    )
    x = field(found, "x")
    assert (x.kind, x.date_format, x.date_zone) == (FieldKind.DATE, "yyyy-MM-dd", "Asia/Tokyo")


def test_choices(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        {
            "name": "x",
            "type": "choice",
            "choices": ["a", {"id": "b", "title": "B"}, {"id": None, "title": "None"}],
            "multiple": True,
        },
    )
    x = field(found, "x")
    assert (x.kind, x.item, x.is_limit) == (FieldKind.LIST, FieldKind.CHOICE, True)
    assert [(each.value, each.label) for each in x.choices] == [
        ("a", ""),
        ("b", "B"),
        (None, "None"),
    ]


def test_words_come_from_settings_and_database(tmp_path: Path) -> None:
    fields = [
        {"name": "tags", "type": "tags", "taxonomyLimit": 3},
        {"name": "kinds", "type": "taxonomy", "taxonomyId": "kind"},
        {"name": "one", "type": "categories", "taxonomyLimit": 1, "singleValueAsString": True},
    ]
    content = {
        "frontMatter.taxonomy.contentTypes": [{"name": "default", "fields": fields}],
        "frontMatter.taxonomy.tags": ["a", "b"],
        "frontMatter.taxonomy.customTaxonomy": [{"id": "kind", "options": ["k"]}],
    }
    database = {"taxonomy": {"tags": ["b", "c"], "categories": ["x"], "kind": ["l"]}}
    found = site(
        tmp_path,
        {"frontmatter.json": content, ".frontmatter/database/taxonomyDb.json": database},
    )
    tags, kinds, one = (field(found, key) for key in ("tags", "kinds", "one"))
    assert [each.value for each in tags.choices] == ["a", "b", "c"]
    assert (tags.taxonomy, tags.is_limit, tags.bounds) == ("tags", None, Bounds(most=3))
    assert [each.value for each in kinds.choices] == ["k", "l"]
    assert (one.kind, one.taxonomy) == (FieldKind.CHOICE, "categories")


def test_words_are_a_limit_where_no_others_may_be_added(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path, {"name": "x", "type": "tags"}, taxonomy__tags=["a"], panel__freeform=False
    )
    assert field(found, "x").is_limit


def test_fields_with_commas_are_lines(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path, {"name": "tags", "type": "tags"}, taxonomy__commaSeparatedFields=["tags"]
    )
    assert field(found, "tags").kind is FieldKind.LINE


@pytest.mark.parametrize(
    ("said", "folder", "public"),
    [
        ("static", "/static", "/"),
        ("[[workspace]]/static/", "/static", "/"),
        ({"path": "src/assets", "relative": True}, "/src/assets", None),
        ("", None, None),
    ],
)
def test_where_pictures_are(
    tmp_path: Path, said: Any, folder: str | None, public: str | None
) -> None:
    found = with_fields(
        tmp_path, {"name": "x", "type": "image", "multiple": True}, content__publicFolder=said
    )
    x = field(found, "x")
    assert (x.kind, x.item) == (FieldKind.LIST, FieldKind.IMAGE)
    assert (x.folder, x.public_folder) == (folder, public)


def test_relations(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        {
            "name": "a",
            "type": "dataFile",
            "dataFileId": "people",
            "dataFileKey": "key",
            "dataFileValue": "name",
        },
        {
            "name": "b",
            "type": "contentRelationship",
            "contentTypeName": "default",
            "multiple": True,
        },
        {
            "name": "c",
            "type": "contentRelationship",
            "contentTypeName": "default",
            "contentTypeValue": "slug",
        },
        {"name": "d", "type": "dataFile", "dataFileId": "nobody", "dataFileKey": "key"},
        data__files=[{"id": "people", "file": "[[workspace]]/_data/people.yml"}],
    )
    assert field(found, "a").relation == Relation("", "_data/people.yml", "key", ("name",))
    b = field(found, "b")
    assert (b.kind, b.item) == (FieldKind.LIST, FieldKind.RELATION)
    assert b.relation == Relation("default", "", "path", ("title",))
    assert field(found, "c").relation == Relation("default", "", "slug", ("title",))
    assert [line.partition(": ")[2] for line in told(found)] == ["There is no data file nobody"]


GROUPS = [
    {"id": "hero", "fields": [{"name": "text", "type": "string", "single": True}]},
    {
        "id": "quote",
        "fields": [
            {"name": "text", "type": "string"},
            {"name": "who", "type": "string"},
            {"name": "inner", "type": "block", "fieldGroup": ["quote", "hero"]},
        ],
    },
]


def test_blocks_have_the_fields_of_their_groups(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        {"name": "x", "type": "block", "fieldGroup": ["hero", "quote"]},
        taxonomy__fieldGroups=GROUPS,
    )
    assert told(found) == []
    x = field(found, "x")
    assert x.kind is FieldKind.OBJECTS
    assert [each.key for each in x.fields] == ["fieldGroup", "text", "who", "inner"]
    assert [each.value for each in field(found, "x", "fieldGroup").choices] == ["hero", "quote"]
    assert (field(found, "x", "text").kind, field(found, "x", "text").conditions) == (
        FieldKind.PARAGRAPH,
        (),
    )
    assert field(found, "x", "who").conditions == (Condition(("fieldGroup",), How.IS, ("quote",)),)
    assert [each.key for each in field(found, "x", "inner").fields] == ["fieldGroup", "text"]


def test_a_field_collection_gives_its_fields_to_the_mapping_around(tmp_path: Path) -> None:
    found = with_fields(
        tmp_path,
        {"name": "all", "type": "fieldCollection", "fieldGroup": "hero"},
        {"name": "seo", "type": "fields", "fields": [{"name": "x", "type": "boolean"}]},
        taxonomy__fieldGroups=GROUPS,
    )
    assert [each.key for each in collections(found)[0].fields] == ["text", "seo"]
    assert field(found, "seo", "x").kind is FieldKind.SWITCH


@pytest.mark.parametrize(
    ("when", "values", "counts"),
    [
        ({"operator": "eq", "value": "a"}, {"x": "a"}, True),
        ({"operator": "eq", "value": "A"}, {"x": "a"}, False),
        ({"operator": "eq", "value": "A", "caseSensitive": False}, {"x": "a"}, True),
        ({"operator": "neq", "value": "a"}, {}, True),
        ({"operator": "contains", "value": "a"}, {"x": ["b", "a"]}, True),
        ({"operator": "contains", "value": "a"}, {"x": "b"}, False),
        ({"operator": "contains", "value": "a"}, {}, True),
        ({"operator": "notContains", "value": "a"}, {"x": "cab"}, False),
        ({"operator": "startsWith", "value": "a"}, {"x": "ba"}, False),
        ({"operator": "endsWith", "value": "a"}, {"x": "ba"}, True),
        ({"operator": "gt", "value": 3}, {"x": 3}, False),
        ({"operator": "gte", "value": 3}, {"x": 3}, True),
        ({"operator": "lt", "value": 3}, {"x": 3}, False),
        ({"operator": "lte", "value": 3}, {"x": 3}, True),
        ({"operator": "exlusiveMinimum", "value": 3}, {"x": 3}, False),
    ],
)
def test_a_field_depends_on_another(
    tmp_path: Path, when: dict[str, Any], values: dict[str, Any], counts: bool
) -> None:
    found = with_fields(
        tmp_path, {"name": "y", "type": "boolean", "when": {"fieldRef": "x", **when}}
    )
    assert told(found) == []
    assert holds(field(found, "y").conditions, values, values) is counts
