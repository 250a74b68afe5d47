"""JSON Schemas that a post names, or that editors and linters use for it."""

from __future__ import annotations

from pathlib import Path, PurePath

import pytest

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.reader import read as read_front_matter
from editor_app.core.generator import Generator
from editor_app.core.schema.conditions import holds, is_required
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.readers.json_schema import named, read, schema_named
from editor_app.core.schema.schema import Bounds, Collection, SchemaField, Shape, field_named
from editor_app.core.text.js_pattern import of_text
from editor_app.core.text.pattern import Pattern
from tests.core.schema.readers.site import told, write

POST = "_posts/2026-01-01-a.md"


def collection(root: Path, schema: object, **others: object) -> tuple[Collection, list[str]]:
    """What a schema says of a post that names it, and what is wrong with it."""
    write(root, {"schema.json": schema} | {f"{name}.json": each for name, each in others.items()})
    files = SiteFiles(root)
    found = schema_named(files, POST, "../schema.json")
    assert found is not None
    return found.collections[0], told(files)


def fields_of(root: Path, properties: object, **others: object) -> dict[str, SchemaField]:
    found, faults = collection(root, {"properties": properties, **others})
    assert faults == []
    return {each.key: each for each in found.fields}


def field(root: Path, schema: object) -> SchemaField:
    return fields_of(root, {"x": schema})["x"]


# --- what a field is


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ({"type": "string"}, FieldKind.LINE),
        ({"type": "string", "maxLength": 60}, FieldKind.LINE),
        ({"type": "string", "maxLength": 300}, FieldKind.PARAGRAPH),
        ({"type": "string", "contentMediaType": "text/markdown"}, FieldKind.MARKDOWN),
        ({"contentMediaType": "text/html; charset=utf-8"}, FieldKind.CODE),
        ({"type": "string", "format": "date"}, FieldKind.DATE),
        ({"type": "string", "format": "date-time"}, FieldKind.DATE_TIME),
        ({"anyOf": [{"format": "date"}, {"format": "date-time"}]}, FieldKind.DATE_TIME),
        ({"format": "time"}, FieldKind.TIME),
        ({"type": "string", "format": "color"}, FieldKind.COLOUR),
        ({"type": "string", "format": "email"}, FieldKind.LINE),
        ({"type": "integer"}, FieldKind.NUMBER),
        ({"type": ["integer", "number"]}, FieldKind.NUMBER),
        ({"type": "boolean"}, FieldKind.SWITCH),
        ({"enum": [True, False]}, FieldKind.SWITCH),
        ({"enum": ["a", "b"]}, FieldKind.CHOICE),
        ({"const": 3}, FieldKind.CHOICE),
        ({"enum": [{"a": 1}, []]}, FieldKind.RAW),
        ({"type": "object"}, FieldKind.OBJECT),
        ({"properties": {}}, FieldKind.OBJECT),
        ({"type": "array"}, FieldKind.LIST),
        ({"items": {"type": "string"}}, FieldKind.LIST),
        ({"type": "array", "items": {"type": "object"}}, FieldKind.OBJECTS),
        ({"type": "array", "items": {"type": "array"}}, FieldKind.RAW),
        ({"type": "array", "items": [{"type": "string"}]}, FieldKind.RAW),
        ({"type": "array", "prefixItems": [True]}, FieldKind.RAW),
        ({"type": ["string", "null"]}, FieldKind.LINE),
        ({"type": ["string", "number"]}, FieldKind.RAW),
        ({"oneOf": [{"type": "string"}, {"type": "array"}]}, FieldKind.RAW),
        ({"anyOf": [{"type": "integer"}, {"type": "number"}]}, FieldKind.NUMBER),
        ({"anyOf": [{"type": "boolean"}, {"type": "null"}]}, FieldKind.SWITCH),
        ({"allOf": [{"type": "string"}, {"format": "date"}]}, FieldKind.DATE),
        ({"type": "null"}, FieldKind.RAW),
        ({"description": "anything"}, None),
        (True, None),
    ],
)
def test_the_kind_of_a_field(tmp_path: Path, schema: object, kind: FieldKind | None) -> None:
    assert field(tmp_path, schema).kind is kind


def test_what_is_said_of_a_field(tmp_path: Path) -> None:
    found = fields_of(
        tmp_path,
        {
            "title": {
                "type": "string",
                "title": "題名",
                "description": "Stands on top",
                "examples": ["Spring"],
                "default": "?",
                "minLength": 2,
                "maxLength": 60,
                "pattern": "^[A-Z]",
                "patternErrorMessage": "a capital first",
                "x-icon": "pen",
            },
            "score": {"type": "integer", "minimum": 1, "exclusiveMaximum": 10, "multipleOf": 2},
            "old": {"type": "string", "deprecated": True, "readOnly": True},
            "tags": {
                "type": "array",
                "items": {"enum": ["a", "b"]},
                "minItems": 1,
                "maxItems": 3,
                "uniqueItems": True,
            },
        },
        required=["title"],
    )
    title = found["title"]
    assert (title.label, title.help, title.placeholder) == ("題名", "Stands on top", "Spring")
    assert (title.default, title.required, title.length) == ("?", True, Bounds(2, 60))
    assert title.shape == Shape(Pattern(of_text("^[A-Z]")), "a capital first")
    assert title.options == (("x-icon", "pen"),)
    assert (title.is_nullable, str(title.said)) == (False, "JSON Schema (schema.json:1)")
    assert found["score"].bounds == Bounds(least=1, below=10, step=2)
    assert (found["score"].is_whole, found["score"].required) == (True, False)
    assert (found["old"].is_deprecated, found["old"].is_read_only) == (True, True)
    tags = found["tags"]
    assert (tags.item, tags.is_unique, tags.bounds) == (FieldKind.CHOICE, True, Bounds(1, 3))
    assert [each.value for each in tags.choices] == ["a", "b"]


def test_a_bound_of_draft_4_is_excluded_by_a_flag(tmp_path: Path) -> None:
    found = field(tmp_path, {"type": "number", "minimum": 0, "exclusiveMinimum": True})
    assert found.bounds == Bounds(above=0)


def test_choices_have_the_words_of_their_constants(tmp_path: Path) -> None:
    found = field(
        tmp_path,
        {
            "title": "Status",
            "oneOf": [
                {"const": "draft", "title": "下書き", "description": "not yet"},
                {"const": "done", "title": "Done"},
                {"type": "null"},
            ],
        },
    )
    said = [(each.value, each.label, each.help) for each in found.choices]
    assert said == [("draft", "下書き", "not yet"), ("done", "Done", "")]
    assert (found.label, found.kind, found.is_limit) == ("Status", FieldKind.CHOICE, True)
    assert found.is_nullable


def test_choices_have_the_words_that_stand_beside_them(tmp_path: Path) -> None:
    found = field(tmp_path, {"enum": ["a", None, "b"], "enumDescriptions": ["A!", "", "B!"]})
    assert [(each.value, each.help) for each in found.choices] == [("a", "A!"), ("b", "B!")]
    assert found.is_nullable


def test_values_beside_any_text_are_proposals(tmp_path: Path) -> None:
    found = field(tmp_path, {"anyOf": [{"enum": ["a", "b"]}, {"type": "string"}]})
    assert (found.kind, found.is_limit) == (FieldKind.CHOICE, False)


def test_all_schemas_that_hold_at_once_are_one(tmp_path: Path) -> None:
    found, faults = collection(
        tmp_path,
        {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": "Note",
            "$defs": {"short": {"$anchor": "short", "maxLength": 20, "description": "short"}},
            "allOf": [
                {"$ref": "base.json#/definitions/dated"},
                {"properties": {"a": {"minLength": 3}}, "required": ["a"]},
            ],
            "properties": {
                "a": {"type": "string", "$ref": "#/$defs/short", "maxLength": 30},
                "b": {"$ref": "#short", "type": "string"},
            },
            "unevaluatedProperties": False,
        },
        base={
            "definitions": {
                "dated": {"properties": {"date": {"$ref": "#/definitions/day"}}},
                "day": {"type": "string", "format": "date"},
            }
        },
    )
    assert faults == []
    assert (found.name, found.label, found.is_closed) == ("Note", "Note", True)
    said = {each.key: (each.kind, each.length, each.required) for each in found.fields}
    assert said == {
        "a": (FieldKind.LINE, Bounds(3, 20), True),
        "b": (FieldKind.LINE, Bounds(most=20), False),
        "date": (FieldKind.DATE, None, False),
        "$schema": (FieldKind.LINE, None, None),
    }
    date = field_named(found.fields, "date")
    assert date is not None
    assert date.said.file == "base.json"


def test_files_whose_addresses_stand_beside_one_another_do_so_themselves(tmp_path: Path) -> None:
    found, faults = collection(
        tmp_path,
        {
            "$id": "https://example.com/schemas/post.json",
            "properties": {"author": {"$ref": "https://example.com/schemas/author.json"}},
        },
        author={"type": "object", "properties": {"name": {"type": "string"}}},
    )
    assert faults == []
    assert [each.key for each in found.fields[0].fields] == ["name"]


def test_objects_in_objects_and_lists(tmp_path: Path) -> None:
    person = {"properties": {"name": {"type": "string"}}, "additionalProperties": False}
    found = fields_of(tmp_path, {"one": person, "all": {"items": person}})
    assert found["one"].is_closed
    assert found["all"].is_closed
    assert [each.key for each in found["all"].fields] == ["name"]


def test_keys_that_follow_a_pattern_leave_the_schema_open(tmp_path: Path) -> None:
    schema = {"additionalProperties": False, "patternProperties": {"^x-": True}}
    assert not collection(tmp_path, schema)[0].is_closed


# --- what holds only of some posts


def needed(fields: dict[str, SchemaField], key: str, **values: Value) -> bool:
    return is_required(fields[key], values, values)


def counts(fields: dict[str, SchemaField], key: str, **values: Value) -> bool:
    return holds(fields[key].conditions, values, values)


def test_if_then_else(tmp_path: Path) -> None:
    found = fields_of(
        tmp_path,
        {"kind": {"enum": ["link", "note"]}, "body": {"type": "string"}},
        **{
            "if": {"properties": {"kind": {"const": "link"}}, "required": ["kind"]},
            "then": {"properties": {"url": {"type": "string"}}, "required": ["url"]},
            "else": {"required": ["body"], "properties": {"hint": {"type": "string"}}},
        },
    )
    assert found["url"].kind is FieldKind.LINE
    assert counts(found, "url", kind="link")
    assert not counts(found, "url", kind="note")
    assert needed(found, "url", kind="link")
    assert not needed(found, "url", kind="note")
    assert needed(found, "body")
    assert needed(found, "body", kind="note")
    assert not needed(found, "body", kind="link")
    assert counts(found, "hint", kind="note")
    assert not counts(found, "hint", kind="link")


def test_a_condition_holds_of_a_key_that_is_absent(tmp_path: Path) -> None:
    found = fields_of(
        tmp_path,
        {"kind": {"type": "string"}},
        **{"if": {"properties": {"kind": {"const": "a"}}}, "else": {"required": ["b"]}},
    )
    assert needed(found, "b", kind="other")
    assert not needed(found, "b")
    assert not needed(found, "b", kind="a")


def test_what_depends_on_a_key(tmp_path: Path) -> None:
    found = fields_of(
        tmp_path,
        {"image": {"type": "string"}, "alt": {"type": "string"}},
        dependentRequired={"image": ["alt"]},
        dependentSchemas={"image": {"properties": {"credit": {"type": "string"}}}},
        dependencies={"series": ["part"], "alt": {"required": ["image"]}},
    )
    assert needed(found, "alt", image="a.png")
    assert not needed(found, "alt")
    assert counts(found, "credit", image="a.png")
    assert not counts(found, "credit")
    assert needed(found, "part", series="s")
    assert needed(found, "image", alt="a")


def test_conditions_in_all_of_and_in_one_another(tmp_path: Path) -> None:
    found = fields_of(
        tmp_path,
        {"a": {"type": "string"}, "b": {"type": "string"}, "c": {"type": "string"}},
        allOf=[
            {
                "if": {"properties": {"a": {"enum": ["x", "y"]}}, "required": ["a"]},
                "then": {"if": {"not": {"required": ["b"]}}, "then": {"required": ["c"]}},
            },
            {
                "if": {"properties": {"a": {"not": {"const": "z"}}}},
                "then": {"properties": {"b": False}},
            },
        ],
    )
    assert needed(found, "c", a="y")
    assert not needed(found, "c", a="y", b="1")
    assert not needed(found, "c", a="z")
    assert counts(found, "b", a="z")
    assert not counts(found, "b", a="x")


def test_a_condition_that_can_not_be_said_is_left_out(tmp_path: Path) -> None:
    found = fields_of(
        tmp_path,
        {"a": {"type": "string"}, "b": {"type": "string"}},
        **{"if": {"properties": {"a": {"minLength": 3}}}, "then": {"required": ["b"]}},
    )
    assert not needed(found, "b", a="long enough")


def test_a_constant_decides_which_fields_count(tmp_path: Path) -> None:
    found = fields_of(
        tmp_path,
        {"title": {"type": "string"}},
        oneOf=[
            {
                "properties": {"type": {"const": "video"}, "file": {"type": "string"}},
                "required": ["type", "file"],
            },
            {
                "properties": {"type": {"const": "quote"}, "by": {"type": "string"}},
                "required": ["type"],
            },
        ],
    )
    assert [choice.value for choice in found["type"].choices] == ["video", "quote"]
    assert found["type"].required
    assert needed(found, "file", type="video")
    assert not needed(found, "file", type="quote")
    assert counts(found, "by", type="quote")
    assert not counts(found, "by", type="video")
    assert not needed(found, "by", type="quote")


def test_a_constant_that_may_be_absent_decides_nothing(tmp_path: Path) -> None:
    variants = [{"properties": {"type": {"const": each}, each: {}}} for each in ("a", "b")]
    found = fields_of(tmp_path, {"title": {"type": "string"}}, oneOf=variants)
    assert counts(found, "a", type="b")
    found = fields_of(tmp_path, {"title": {"type": "string"}}, oneOf=variants, required=["type"])
    assert not counts(found, "a", type="b")


# --- where it is said


def keys_at(root: Path, path: str) -> list[str]:
    type_ = read_schema(root, Generator.UNKNOWN).at(PurePath(path)).content_type({})
    return [each.key for each in type_.fields if each.said.source == "JSON Schema"]


SCHEMA = {"properties": {"mood": {"type": "string"}}}


@pytest.mark.parametrize(
    ("pattern", "path", "expected"),
    [
        ("_posts/**/*.md", "_posts/a/b.md", True),
        ("_posts/*.md", "_posts/b.md", True),
        ("_posts/*.md", "_posts/a/b.md", True),
        ("/_posts/*.md", "_posts/b.md", True),
        ("./_posts/*.{md,mdx}", "_posts/b.mdx", True),
        ("*.md", "a/b.md", True),
        ("_posts/*.md", "_drafts/b.md", False),
        ("*.yml", "a/b.md", False),
    ],
)
def test_the_editors_settings(tmp_path: Path, pattern: str, path: str, expected: bool) -> None:
    settings = f'{{ /* ours */ "yaml.schemas": {{ "./s/post.json": ["{pattern}"], }}, }}'
    write(tmp_path, {".vscode/settings.json": settings, "s/post.json": SCHEMA})
    assert ("mood" in keys_at(tmp_path, path)) is expected


def test_schemas_for_json_and_in_the_settings_themselves(tmp_path: Path) -> None:
    settings = {
        "json.schemas": [
            {"fileMatch": ["/content/*.md", "!/content/a.md"], "url": "./post.json"},
            {"fileMatch": "/notes/*.md", "schema": SCHEMA},
            {"fileMatch": ["package.json"], "url": "https://example.com/package.json"},
        ]
    }
    write(tmp_path, {".vscode/settings.json": settings, "post.json": SCHEMA})
    assert "mood" in keys_at(tmp_path, "content/b.md")
    assert keys_at(tmp_path, "content/a.md") == []
    assert "mood" in keys_at(tmp_path, "notes/a.md")
    assert read_schema(tmp_path, Generator.UNKNOWN).wrong == ()


def test_a_workspace_names_its_folders(tmp_path: Path) -> None:
    workspace = {
        "folders": [{"path": ".", "name": "site"}, {"path": "blog"}],
        "settings": {"yaml.schemas": {"site/post.yaml": ["blog/_posts/*.md"]}},
    }
    schema = "properties:\n  mood: {type: string}\n"
    write(tmp_path, {"all.code-workspace": workspace, "post.yaml": schema})
    assert "mood" in keys_at(tmp_path, "blog/_posts/a.md")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            ".remarkrc.json",
            '{"plugins": ["x", ["remark-lint-frontmatter-schema", {"schemas": %s}]]}',
        ),
        (".remarkrc", '{"plugins": {"remark-lint-frontmatter-schema": {"schemas": %s}}}'),
        (".remarkrc.yml", "plugins:\n  - [lint-frontmatter-schema, {schemas: %s}]\n"),
        (
            ".remarkrc.mjs",
            "import schema from 'remark-lint-frontmatter-schema';\n"
            "const config = { plugins: ['x', [schema, { schemas: %s }]] };\n"
            "export default config;\n",
        ),
        (
            ".remarkrc.cjs",
            "module.exports = {plugins: [['remark-lint-frontmatter-schema', {schemas: %s}]]}",
        ),
        (
            "package.json",
            '{"remarkConfig": {"plugins": {"remark-lint-frontmatter-schema": {"schemas": %s}}}}',
        ),
    ],
)
def test_the_linters_settings(tmp_path: Path, name: str, text: str) -> None:
    schemas = '{"./post.json": ["./content/*.md"]}'
    write(tmp_path, {name: text % schemas, "post.json": SCHEMA})
    assert "mood" in keys_at(tmp_path, "content/a.md")
    assert keys_at(tmp_path, "x/content/a.md") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\n# yaml-language-server: $schema=../a.json\nx: 1\n---\n", "../a.json"),
        ("---\nx: 1\n# yaml-language-server : $schema=a.json $schema=b.json\n---\n", "a.json"),
        ("---\n# $schema: a.json\n$schema: b.json\n---\n", "a.json"),
        ("---\n'$schema': ./b.json\n---\n", "./b.json"),
        ("---\n$schema: [b]\n---\n", None),
        ("---\n# yaml-language-server: $schema=none\n---\n", "none"),
        ("---\n# schema: a.json\n---\n", None),
        ("+++\n#:schema a.json\nx = 1\n+++\n", "a.json"),
        ('{"$schema": "a.json"}\n', "a.json"),
        ("no front matter", None),
    ],
)
def test_what_a_post_names(text: str, expected: str | None) -> None:
    assert named(read_front_matter(text)) == expected


def test_a_name_counts_from_the_post_then_from_the_root(tmp_path: Path) -> None:
    write(tmp_path, {"s/a.json": SCHEMA, "_posts/b.json": SCHEMA, "_posts/[x].md": ""})
    files = SiteFiles(tmp_path)
    for name in ("../s/a.json", "s/a.json", "/s/a.json", "./b.json", "b.json#"):
        found = schema_named(files, "_posts/[x].md", name)
        assert found is not None, name
        assert found.collections[0].has_path("_posts/[x].md")
        assert not found.collections[0].has_path("_posts/x.md")
    for name in ("none", "https://example.com/s/a.json", "a.json", "", "../../a.json", "_posts"):
        assert schema_named(files, "_posts/[x].md", name) is None
    assert told(files) == []


# --- what is wrong


def test_what_is_wrong_is_told_at_its_line_and_the_rest_stands(tmp_path: Path) -> None:
    schema = """{
  "title": 1,
  "properties": {
    "a": {"type": "strng", "maxLength": "9"},
    "b": {"$ref": "https://example.com/b.json"},
    "c": {"$ref": "#/definitions/none"},
    "d": {"type": "string", "pattern": "("},
    "e": {"type": "string"},
    "f": {"type": "integer"}
  },
  "required": "f",
  "if": 3
}"""
    found, faults = collection(tmp_path, schema)
    assert [each.key for each in found.fields] == ["a", "b", "c", "d", "e", "f", "$schema"]
    assert faults == [
        "schema.json:2: title is not a text",
        "schema.json:4: type is no type that JSON Schema knows",
        "schema.json:4: maxLength is not a number",
        "schema.json:5: https://example.com/b.json is on the network, so it was not read",
        "schema.json:6: #/definitions/none leads to nothing",
        "schema.json:7: This is no regular expression that can be used: missing ) at position 1",
        "schema.json:11: required is not a list of texts",
    ]


def test_schemas_that_can_not_be_read_are_told_where_they_are_named(tmp_path: Path) -> None:
    settings = """{ "yaml.schemas": {
  "https://example.com/a.json": "*.md",
  "./none.json": "*.md",
  "./broken.json": "*.md",
  "./good.json": ["*.md", 3],
  "kubernetes": "*.md"
}, "json.schemas": 3 }"""
    write(
        tmp_path,
        {".vscode/settings.json": settings, "broken.json": '{\n"a": }', "good.json": SCHEMA},
    )
    files = SiteFiles(tmp_path)
    assert "mood" in keys_at(tmp_path, "a.md")
    assert len(tuple(read(files, Generator.UNKNOWN))) == 1
    assert told(files) == [
        "settings.json:2: https://example.com/a.json is on the network, so it was not read",
        "settings.json:3: ./none.json leads to nothing",
        "settings.json:5: ./good.json is not a list of texts",
        "settings.json:7: json.schemas is not a list",
        "broken.json:2: broken.json can't be read: This can't be read as JSON: "
        "a value should stand here",
    ]
