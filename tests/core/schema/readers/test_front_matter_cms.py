"""Front Matter CMS: a whole site, wrong settings, hostile ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from editor_app.core.diagnostics import Severity
from editor_app.core.schema.conditions import holds
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import (
    Condition,
)
from editor_app.core.schema.schema import Test as How
from tests.core.schema.readers.changed import Place, changed, places
from tests.core.schema.readers.cms_site import collections, field
from tests.core.schema.readers.front_matter_cms_site import site, type_of, with_fields
from tests.core.schema.readers.site import told_by_line as told
from tests.soak import soak_count

POSTS = """\
{
  // as editors keep it
  "frontMatter.content.pageFolders": [
    { "title": "Posts", "path": "[[workspace]]/_posts", "contentTypes": ["post"] },
  ],
  "frontMatter.content.draftField": {
    "name": "status", "type": "choice", "choices": ["draft", "review", "published"]
  },
  "frontMatter.taxonomy.contentTypes": [
    { "name": "post", "pageBundle": false, "previewPath": null, "fields": [
      { "name": "title", "title": "題名", "type": "string", "single": true, "required": true },
      { "name": "date", "type": "datetime", "isPublishDate": true,
        "dateFormat": "yyyy-MM-dd HH:mm:ss xx" },
      { "name": "status", "type": "draft" },
      { "name": "excerpt", "type": "string",
        "when": { "fieldRef": "status", "operator": "neq", "value": "draft" } }
    ] }
  ]
}
"""


# --- a whole site


def test_a_content_type_with_its_fields(tmp_path: Path) -> None:
    found = site(tmp_path, {"frontmatter.json": POSTS})
    assert told(found) == []
    assert [(each.source, each.files) for each in found.schemas] == [
        ("Front Matter CMS", ("frontmatter.json",))
    ]
    title = field(found, "title")
    assert (title.kind, title.label, title.required) == (FieldKind.LINE, "題名", True)
    assert str(title.said) == "Front Matter CMS (frontmatter.json:11)"
    date = field(found, "date")
    assert (date.kind, date.date_format) == (FieldKind.DATE_TIME, "yyyy-MM-dd HH:mm:ss xx")
    assert date.options == (("isPublishDate", True),)
    status = field(found, "status")
    assert [each.value for each in status.choices] == ["draft", "review", "published"]
    assert (status.kind, status.is_limit) == (FieldKind.CHOICE, True)
    assert field(found, "excerpt").conditions == (Condition(("status",), How.IS_NOT, ("draft",)),)
    assert collections(found)[0].title_key == "title"
    assert type_of(found, "_posts/2026-01-01-a.md") == "post"
    assert type_of(found, "notes/a.md") == ""


def test_a_site_without_it_says_nothing(tmp_path: Path) -> None:
    assert site(tmp_path, {".vscode/settings.json": {"editor.rulers": [80]}}).schemas == ()
    assert site(tmp_path, {"frontmatter.json": {}}).schemas == ()


def test_the_settings_may_stand_in_a_folder(tmp_path: Path) -> None:
    found = site(tmp_path, {"web/frontmatter.json": POSTS})
    assert [each.files for each in found.schemas] == [("web/frontmatter.json",)]


def test_the_built_in_type_stands_where_the_site_has_none(tmp_path: Path) -> None:
    folders = [{"title": "Posts", "path": "[[workspace]]/posts"}]
    found = site(tmp_path, {"frontmatter.json": {"frontMatter.content.pageFolders": folders}})
    (only,) = collections(found)
    assert (only.name, only.files[0]) == ("default", "/posts/**/*.md")
    assert [each.key for each in only.fields] == [
        "title",
        "description",
        "date",
        "preview",
        "draft",
        "tags",
        "categories",
    ]


# --- what is wrong


def test_each_wrong_value_is_told_at_its_line_and_the_rest_stands(tmp_path: Path) -> None:
    text = """\
{"frontMatter.content.pageFolders": [
  {"title": "No path"}, 3],
 "frontMatter.taxonomy.fieldGroups": {},
 "frontMatter.taxonomy.contentTypes": [
  {"fields": []},
  {"name": "default", "pageBundle": "no", "fields": [
   {"type": "string"},
   {"name": "a"},
   {"name": "b", "type": "choice"},
   {"name": "c", "type": "choice", "choices": [["x"]]},
   {"name": "d", "type": "number", "numberOptions": {"min": "low"}},
   {"name": "e", "type": "block"},
   {"name": "f", "type": "block", "fieldGroup": "gone"},
   {"name": "g", "type": "string", "when": {"fieldRef": "a", "operator": "is"}},
   {"name": "h", "type": "string", "when": {"operator": "eq"}},
   {"name": "i", "type": "fields"},
   {"name": "j", "type": "taxonomy"},
   {"name": "k", "type": "contentRelationship"},
   {"name": "l", "type": "string", "required": "yes"},
   {"name": "good", "type": "boolean", "hidden": null}
  ]}
 ]}
"""
    found = site(tmp_path, {"frontmatter.json": text})
    assert told(found) == [
        "2: path is missing here",
        "2: This item of frontMatter.content.pageFolders is not a table, so it does not count",
        "3: frontMatter.taxonomy.fieldGroups is not a list",
        "5: name is missing here",
        "6: pageBundle is not true or false",
        "7: name is missing here",
        "8: type is missing here",
        "9: choices is missing here",
        "10: This item of choices is not a text, so it does not count",
        "11: min is not a number",
        "12: fieldGroup is missing here",
        "13: There is no field group gone",
        "14: operator is none of eq, neq, contains, notContains, startsWith, endsWith, gt, gte,"
        " lt, lte, minimum, maximum, exlusiveMinimum, exclusiveMinimum, exclusiveMaximum",
        "15: fieldRef is missing here",
        "16: fields is missing here",
        "17: taxonomyId is missing here",
        "18: contentTypeName is missing here",
        "19: required is not true or false",
    ]
    assert {one.severity for each in found.wrong for one in each.diagnostics} == {Severity.WARNING}
    assert [each.key for each in collections(found)[0].fields] == [*"abcdefghijkl", "good"]


def test_a_file_that_can_not_be_read_is_told_and_the_rest_stands(tmp_path: Path) -> None:
    type_ = {"name": "post", "fields": [{"name": "title", "type": "string"}]}
    files = {"frontmatter.json": "{", ".frontmatter/config/taxonomy/contentTypes/a.json": type_}
    found = site(tmp_path, files)
    assert {each.name for each in collections(found)} >= {"post"}
    assert len(told(found)) == 1


# --- hostile files


def test_groups_that_hold_one_another_are_bounded(tmp_path: Path) -> None:
    names = [f"g{number}" for number in range(40)]
    groups = [
        {"id": name, "fields": [{"name": "x", "type": "block", "fieldGroup": names}]}
        for name in names
    ]
    found = with_fields(
        tmp_path,
        {"name": "x", "type": "block", "fieldGroup": names},
        taxonomy__fieldGroups=groups,
    )
    assert field(found, "x").kind is FieldKind.OBJECTS


@pytest.mark.parametrize(
    "text",
    [
        "[" * 5000,
        '{"frontMatter.taxonomy.contentTypes": ' + "[" * 200 + "]" * 200 + "}",
        '{"frontMatter.taxonomy.contentTypes": [{"name": "a", "fields": ['
        + ",".join('{"name": "x", "type": "string"}' for _ in range(20_000))
        + "]}]}",
        "[]",
        "\0",
        "",
    ],
)
def test_a_hostile_file_is_bounded(tmp_path: Path, text: str) -> None:
    assert collections(site(tmp_path, {"frontmatter.json": text})) == []


# --- anything may stand anywhere

GOOD: dict[str, Any] = {
    "frontMatter.extends": ["./x.json"],
    "frontMatter.content.pageFolders": [
        {"path": "[[workspace]]/a", "contentTypes": ["post"], "excludePaths": ["x"]},
        {"path": "[[workspace]]", "excludeSubdir": True, "filePrefix": "yyyy"},
    ],
    "frontMatter.content.draftField": {"name": "d", "type": "choice", "choices": ["a"]},
    "frontMatter.content.publicFolder": {"path": "static", "relative": False},
    "frontMatter.content.supportedFileTypes": ["md"],
    "frontMatter.taxonomy.commaSeparatedFields": ["x"],
    "frontMatter.taxonomy.customTaxonomy": [{"id": "a", "options": ["b"]}],
    "frontMatter.taxonomy.tags": ["a"],
    "frontMatter.data.files": [{"id": "f", "file": "x.json"}],
    "frontMatter.taxonomy.fieldGroups": [
        {"id": "g", "fields": [{"name": "x", "type": "block", "fieldGroup": ["h"]}]},
        {"id": "h", "fields": [{"name": "x", "type": "string"}]},
    ],
    "frontMatter.taxonomy.contentTypes": [
        {
            "name": "post",
            "pageBundle": True,
            "fields": [
                {"name": "title", "type": "string", "single": True, "wysiwyg": "html"},
                {"name": "n", "type": "number", "numberOptions": {"min": 1, "max": 2, "step": 1}},
                {"name": "d", "type": "draft", "default": "{{now}}"},
                {"name": "t", "type": "datetime", "dateFormat": "yyyy"},
                {"name": "c", "type": "choice", "choices": ["a", {"id": "b", "title": "B"}]},
                {"name": "k", "type": "tags", "taxonomyLimit": 1, "singleValueAsString": True},
                {"name": "i", "type": "image", "multiple": True},
                {"name": "f", "type": "dataFile", "dataFileId": "f", "dataFileKey": "k"},
                {"name": "r", "type": "contentRelationship", "contentTypeName": "post"},
                {"name": "o", "type": "fields", "fields": [{"name": "x", "type": "slug"}]},
                {"name": "b", "type": "block", "fieldGroup": ["g", "h"]},
                {"name": "e", "type": "fieldCollection", "fieldGroup": "h"},
                {
                    "name": "w",
                    "type": "list",
                    "when": {"fieldRef": "n", "operator": "gt", "value": 1},
                },
            ],
        }
    ],
}

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["..", "[[workspace]]", "*", "g", "h", "block", "fields", "{{x}}", "gt"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["name", "type", "fields", "id"]), inner, max_size=3)
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
    st.sampled_from(["frontmatter.json", ".vscode/settings.json"]),
)
def test_anything_may_stand_anywhere(
    tmp_path: Path, changes: list[tuple[Place, Any]], name: str
) -> None:
    found = site(tmp_path, {name: changed(GOOD, changes)})
    for each in collections(found):
        each.has_path("a/b.md")
        holds(each.conditions, {"type": "x"}, {})
        for one in each.fields:
            holds(one.conditions, {}, {"n": 2})
