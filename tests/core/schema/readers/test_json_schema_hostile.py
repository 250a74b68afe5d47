"""JSON Schemas that are wrong, endless or huge: always read, always soon."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TypeAlias, Union

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.schema.readers.json_schema import schema_named
from editor_app.core.schema.schema import SchemaField
from tests.core.schema.readers.changed import Place, changed, places
from tests.soak import soak_count

Json: TypeAlias = Union[str, int, float, bool, list["Json"], dict[str, "Json"], None]

SCHEMA: Json = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "$id": "https://example.com/post.json",
    "title": "Post",
    "allOf": [{"$ref": "#/definitions/base"}, {"required": ["title"]}],
    "properties": {
        "title": {"type": "string", "minLength": 1, "maxLength": 60, "pattern": "^[A-Z]"},
        "date": {"anyOf": [{"format": "date"}, {"format": "date-time"}]},
        "tags": {"type": "array", "items": {"enum": ["a", "b"]}, "uniqueItems": True},
        "score": {"type": ["integer", "null"], "exclusiveMinimum": 0, "examples": [3]},
        "status": {"oneOf": [{"const": "draft", "title": "Draft"}, {"const": "done"}]},
        "author": {"$ref": "#/definitions/person", "description": "who"},
        "parts": {"type": "array", "items": {"$ref": "#"}, "minItems": 1},
    },
    "required": ["date"],
    "additionalProperties": False,
    "if": {"properties": {"status": {"const": "done"}}, "required": ["status"]},
    "then": {"required": ["score"], "properties": {"link": {"type": "string"}}},
    "else": {"properties": {"score": False}},
    "dependentRequired": {"tags": ["author"]},
    "oneOf": [
        {"properties": {"kind": {"const": "x"}, "x": {"type": "number"}}},
        {"properties": {"kind": {"const": "y"}, "y": {"not": {"type": "null"}}}},
    ],
    "definitions": {
        "base": {"properties": {"lang": {"enum": ["en", "ja"], "enumDescriptions": ["E", "J"]}}},
        "person": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "friend": {"$ref": "#/definitions/person"}},
        },
    },
}


def count(fields: tuple[SchemaField, ...]) -> int:
    return sum(1 + count(each.fields) for each in fields)


def read(root: Path, text: str) -> int:
    """How many fields a schema has; its reading is over before long."""
    (root / "s.json").write_text(text, encoding="utf-8")
    start = time.perf_counter()
    files = SiteFiles(root)
    found = schema_named(files, "a.md", "s.json")
    assert sum(len(each.diagnostics) for each in files.wrong) < 200
    assert time.perf_counter() - start < 4
    return 0 if found is None else count(found.collections[0].fields)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 10**30)
    | st.floats()
    | st.sampled_from(["", "#", "#/definitions/person", "string", "(", "none.json", "\ud800"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["type", "$ref", "anyOf", "properties", "enum", "if", "items", "not"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=6,
)


@given(st.lists(st.tuples(st.sampled_from(places(SCHEMA)), VALUES), min_size=1, max_size=3))
@settings(max_examples=soak_count(100, 30_000), deadline=None)
def test_a_schema_with_any_wrong_part_is_read(
    tmp_path_factory: pytest.TempPathFactory,
    changes: list[tuple[Place, Json]],
) -> None:
    root = tmp_path_factory.getbasetemp() / "wrong"
    root.mkdir(exist_ok=True)
    read(root, json.dumps(changed(SCHEMA, changes)).replace("\\ud800", "x"))


def test_the_schema_itself_is_understood(tmp_path: Path) -> None:
    assert read(tmp_path, json.dumps(SCHEMA)) > 12


def doubling(keyword: str) -> Json:
    """Each definition twice the next: 2 to the power of 60 in all."""
    definitions: dict[str, Json] = {
        f"d{i}": {keyword: [{"$ref": f"#/$defs/d{i + 1}"}, {"$ref": f"#/$defs/d{i + 1}"}]}
        for i in range(60)
    }
    definitions["d60"] = {"properties": {"a": {"type": "string"}}}
    return {"$ref": "#/$defs/d0", "$defs": definitions, "properties": {"x": {"$ref": "#/$defs/d0"}}}


def wide(depth: int) -> Json:
    """Objects in objects, each with ten more of the same kind."""
    definitions: dict[str, Json] = {
        f"d{i}": {"properties": {f"k{n}": {"$ref": f"#/$defs/d{i + 1}"} for n in range(10)}}
        for i in range(depth)
    }
    return {"$ref": "#/$defs/d0", "$defs": definitions}


HOSTILE: dict[str, Json | str] = {
    "a circle": {"$ref": "#"},
    "a circle of two": {
        "$ref": "#/$defs/a",
        "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#"}},
    },
    "a circle in a union": {
        "properties": {"a": {"$ref": "#/properties/a", "anyOf": [{"$ref": "#"}]}}
    },
    "a circle of conditions": {"if": {"$ref": "#"}, "then": {"$ref": "#"}, "else": {"$ref": "#"}},
    "a circle of dependencies": {"dependentSchemas": {"a": {"$ref": "#"}, "b": {"$ref": "#"}}},
    "a circle of not": {"not": {"$ref": "#"}, "properties": {"a": {"not": {"$ref": "#"}}}},
    "a circle of not in a condition": {
        "if": {"not": {"$ref": "#/if"}},
        "then": {"required": ["a"]},
    },
    "a condition of many": {
        "if": {"$ref": "#/$defs/c"},
        "then": {"required": ["a"]},
        "$defs": {
            "c": {"properties": {k: {"$ref": "#/$defs/c", "required": ["k"]} for k in "abcdefgh"}}
        },
    },
    "a circle of items": {
        "type": "array",
        "items": {"$ref": "#"},
        "properties": {"a": {"$ref": "#"}},
    },
    "a long chain": {
        "$ref": "#/$defs/d0",
        "$defs": {f"d{i}": {"$ref": f"#/$defs/d{i + 1}"} for i in range(3_000)},
    },
    "all of all": doubling("allOf"),
    "any of any": doubling("anyOf"),
    "one of one": doubling("oneOf"),
    "wide and deep": wide(9),
    "many fields": {"properties": {f"f{i}": {"type": "string"} for i in range(4_500)}},
    "many choices": {"properties": {"a": {"enum": [f"c{i}" for i in range(9_000)]}}},
    "many alternatives": {"properties": {"a": {"anyOf": [{"const": i} for i in range(3_000)]}}},
    "many conditions": {
        "allOf": [
            {"if": {"properties": {"a": {"const": i}}}, "then": {"required": [f"k{i}"]}}
            for i in range(800)
        ]
    },
    "many unions": {
        "properties": {"a": {"allOf": [{"anyOf": [{"type": "string"}, {"type": "null"}]}] * 300}}
    },
    "deep": '{"properties": {"a": ' * 40 + "{}" + "}}" * 40,
    "too deep": '{"a":' * 5_000 + "1" + "}" * 5_000,
    "a long pattern": {"properties": {"a": {"type": "string", "pattern": "(" * 100_000}}},
    "a huge number": '{"properties": {"a": {"type": "number", "maximum": 1e999, "minimum": %s}}}'
    % ("9" * 3_000),
    "nothing": "",
    "a list": "[]",
    "false": "false",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_schema_takes_little_time(tmp_path: Path, name: str) -> None:
    schema = HOSTILE[name]
    assert read(tmp_path, schema if isinstance(schema, str) else json.dumps(schema)) < 12_000
