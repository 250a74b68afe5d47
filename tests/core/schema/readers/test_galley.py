"""Galley's own schema in `galley.toml`."""

from __future__ import annotations

from pathlib import Path, PurePath

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.generator import Generator
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.schema import Bounds, SchemaField, Shape, field_named
from editor_app.core.schema.site_schema import SiteSchema
from editor_app.core.text.pattern import Pattern
from tests.core.schema.readers.site import told_by_line as told

SETTINGS = """\
[check]
words-per-minute = 200

[[schema.collections]]
name = "notes"
label = "記事"
files = ["/_posts/**"]
closed = true

[schema.collections.fields.title]
kind = "line"
label = "題名"
required = true
longest = 60
pattern = '^\\S'
pattern-message = "空白で始めない"

[schema.collections.fields.status]
choices = ["draft", { value = "done", label = "Done" }]
default = "draft"

[schema.collections.fields.score]
kind = "number"
least = 1
below = 10
whole = true
when = [{ field = "status", is = "done" }, { field = "title", present = true }]

[schema.collections.fields.author]
kind = "object"
closed = true

[schema.collections.fields.author.fields.name]
required = true
"""


def schema(root: Path, text: str) -> SiteSchema:
    (root / "galley.toml").write_text(text, encoding="utf-8")
    return read_schema(root, Generator.JEKYLL)


def field(found: SiteSchema, key: str, path: str = "_posts/2026-01-01-a.md") -> SchemaField:
    one = field_named(found.at(PurePath(path)).content_type({}).fields, key)
    assert one is not None
    return one


def test_a_collection_and_its_fields(tmp_path: Path) -> None:
    found = schema(tmp_path, SETTINGS)
    assert told(found) == []
    type_ = found.at(PurePath("_posts/2026-01-01-a.md")).content_type({})
    assert (type_.label, type_.collections[0].is_closed) == ("記事", True)
    title = field(found, "title")
    assert (title.kind, title.label, title.required) == (FieldKind.LINE, "題名", True)
    assert title.length == Bounds(most=60)
    assert title.shape == Shape(Pattern(r"^\S"), "空白で始めない")
    assert str(title.said) == "Galley (galley.toml:10)"
    status = field(found, "status")
    values: list[Value] = [choice.value for choice in status.choices]
    assert (status.kind, status.is_limit, values) == (FieldKind.CHOICE, True, ["draft", "done"])
    author = field(found, "author")
    assert [(part.key, part.required) for part in author.fields] == [("name", True)]


def test_what_the_site_does_not_say_comes_from_the_manual(tmp_path: Path) -> None:
    found = schema(tmp_path, SETTINGS)
    assert field(found, "permalink").said.source == "Jekyll"
    assert field(found, "title").help != ""
    assert field(found, "title", "other/a.md").label == ""


def test_each_wrong_line_is_told_and_the_rest_stands(tmp_path: Path) -> None:
    text = SETTINGS.replace('kind = "number"', 'kind = "nummer"').replace("longest", "logest")
    text = text.replace("'^\\S'", "'('").replace('field = "status", ', "")
    found = schema(tmp_path, text)
    assert told(found) == [
        "14: There is no setting logest; did you mean longest?",
        "15: This is no regular expression that can be used: missing ) at position 1",
        "23: kind is none of " + ", ".join(kind.value for kind in FieldKind),
        "27: field is missing here",
    ]
    assert field(found, "score").is_whole


def test_a_file_that_can_not_be_read_is_told_at_its_line(tmp_path: Path) -> None:
    found = schema(tmp_path, "[check]\n[[schema.collections]\n")
    assert [line.split(":")[0] for line in told(found)] == ["2"]
    assert field(found, "title").said.source == "Jekyll"
