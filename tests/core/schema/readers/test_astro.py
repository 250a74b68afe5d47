"""Astro's content collections: generated schemas, and the configuration as data."""

from __future__ import annotations

import time
from pathlib import Path, PurePath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.diagnostics import Severity
from editor_app.core.generator import Generator
from editor_app.core.schema.conditions import holds, is_required
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.readers.astro import read
from editor_app.core.schema.schema import Bounds, Collection, Relation, SchemaField, Shape
from editor_app.core.text.pattern import Pattern
from tests.core.schema.readers.site import write
from tests.soak import soak_count

CONFIG = """\
import { defineCollection, reference } from 'astro:content';
import { glob, file } from 'astro/loaders';
import { z } from 'astro/zod';

const FOLDER = 'src/notes'; // where they are
const KINDS = ['memo', 'essay'] as const;
const base = z.object({ title: z.string().max(70).describe('Stands on top') });

const notes = defineCollection({
  loader: glob({ base: `./${FOLDER}`, pattern: ['**/*.{md,mdx}', '!drafts/**'] }),
  schema: ({ image }) =>
    base.extend({
      summary: z.string().max(200).meta({ title: '要約', description: 'in lists' }),
      pubDate: z.coerce.date(),
      made: z.date().optional(),
      cover: image().optional(),
      photos: z.array(image()).max(3).default([]),
      author: reference('people'),
      related: z.array(reference('notes')).optional(),
      kind: z.enum(KINDS).default('memo'),
      rating: z.number().int().min(1).max(5).nullable(),
      link: z.string().url().nullish(),
      code: z.string().regex(/^[a-z]+$/i, { message: 'letters only' }).optional(),
      tags: z.array(z.string().min(2)).nonempty(),
      place: z.object({ name: z.string(), map: z.string().optional() }).strict(),
      any: z.any(),
      other: whoKnows(),
    }),
});
const people = defineCollection({ loader: file('src/data/people.json'), schema: z.object({}) });

export const collections = { notes, people };
"""


def collections(root: Path, files: dict[str, object]) -> dict[str, Collection]:
    write(root, files)
    schemas = tuple(read(SiteFiles(root), Generator.ASTRO))
    return {each.name: each for schema in schemas for each in schema.collections}


def fields(collection: Collection) -> dict[str, SchemaField]:
    return {each.key: each for each in collection.fields}


def fields_of(root: Path, schema: str) -> dict[str, SchemaField]:
    config = f"export const collections = {{ a: defineCollection({{ schema: {schema} }}) }}"
    return fields(collections(root, {"src/content/config.ts": config})["a"])


def field(root: Path, schema: str) -> SchemaField:
    return fields_of(root, f"z.object({{ x: {schema} }})")["x"]


def test_the_configuration_alone(tmp_path: Path) -> None:
    notes = collections(tmp_path, {"src/content.config.ts": CONFIG})["notes"]
    found = fields(notes)
    assert (str(notes.said), notes.folder) == ("Astro (src/content.config.ts:9)", "src/notes")
    assert list(found)[:3] == ["title", "summary", "pubDate"]
    assert found["title"].length == Bounds(most=70)
    assert (found["title"].help, found["title"].required) == ("Stands on top", True)
    assert found["summary"].kind is FieldKind.PARAGRAPH
    assert (found["summary"].label, found["summary"].help) == ("要約", "in lists")
    assert (found["pubDate"].kind, found["pubDate"].only_plain) == (FieldKind.DATE, None)
    assert (found["made"].kind, found["made"].only_plain) == (FieldKind.DATE, True)
    assert (found["cover"].kind, found["cover"].required) == (FieldKind.IMAGE, False)
    photos = found["photos"]
    assert (photos.kind, photos.item, photos.bounds) == (
        FieldKind.LIST,
        FieldKind.IMAGE,
        Bounds(most=3),
    )
    assert found["author"].relation == Relation(file="src/data/people.json", value="id")
    assert found["related"].relation == Relation("notes")
    assert [choice.value for choice in found["kind"].choices] == ["memo", "essay"]
    assert (found["kind"].default, found["kind"].required) == ("memo", False)
    rating = found["rating"]
    assert (rating.bounds, rating.is_whole, rating.is_nullable) == (Bounds(1, 5), True, True)
    assert (rating.required, found["link"].required) == (True, False)
    assert found["code"].shape == Shape(Pattern(r"\A[a-z]+\Z", True), "letters only")
    assert (found["tags"].bounds, found["tags"].length) == (Bounds(1), Bounds(2))
    place = found["place"]
    assert (place.kind, place.is_closed) == (FieldKind.OBJECT, True)
    assert [(each.key, each.required) for each in place.fields] == [("name", True), ("map", False)]
    assert (found["any"].kind, found["any"].required) == (None, None)
    assert (found["other"].kind, found["other"].required) == (None, None)
    assert found["$schema"].is_hidden
    assert str(found["rating"].said) == "Astro (src/content.config.ts:21)"


def test_which_posts_belong_to_a_collection(tmp_path: Path) -> None:
    found = collections(tmp_path, {"src/content.config.ts": CONFIG})
    assert list(found) == ["notes"]
    notes = found["notes"]
    assert notes.has_path("src/notes/a.md")
    assert notes.has_path("src/notes/b/c.mdx")
    assert not notes.has_path("src/notes/drafts/a.md")
    assert not notes.has_path("src/notes/a.txt")
    assert not notes.has_path("src/content/notes/a.md")


@pytest.mark.parametrize(
    ("loader", "path", "expected"),
    [
        ("glob({ pattern: '**/[^_]*.md', base: './src/blog' })", "src/blog/a.md", True),
        ("glob({ pattern: '**/[^_]*.md', base: './src/blog' })", "src/blog/_a.md", False),
        ("glob({ pattern: '*.md(*|x)', base: '/src/blog' })", "src/blog/a.mdx", True),
        ("glob({ pattern: 'posts/*.md' })", "posts/a.md", True),
        ("glob({ pattern: '**/*.md', base: '../other' })", "other/a.md", False),
        ("docsLoader()", "src/content/docs/guide/a.mdx", True),
    ],
)
def test_loaders(tmp_path: Path, loader: str, path: str, expected: bool) -> None:
    text = f"export const collections = {{ 'a-b': defineCollection({{ loader: {loader} }}) }}"
    found = collections(tmp_path, {"src/content.config.mjs": text})
    assert any(each.has_path(path) for each in found.values()) is expected


def test_a_collection_without_loader_is_the_folder_of_its_name(tmp_path: Path) -> None:
    text = "export const collections = { blog: defineCollection({ type: 'content' }) }"
    blog = collections(tmp_path, {"src/content/config.ts": text})["blog"]
    assert blog.has_path("src/content/blog/2024/a.md")
    assert not blog.has_path("src/content/news/a.md")


@pytest.mark.parametrize(
    ("schema", "kind"),
    [
        ("z.string()", FieldKind.LINE),
        ("z.string().datetime()", FieldKind.DATE_TIME),
        ("z.iso.date()", FieldKind.DATE),
        ("z.date()", FieldKind.DATE),
        ("z.date().or(z.string())", None),
        ("z.coerce.date()", FieldKind.DATE),
        ("z.coerce.string()", None),
        ("z.optional(image())", FieldKind.IMAGE),
        ("image().or(z.string()).optional()", FieldKind.IMAGE),
        ("z.boolean().default(false)", FieldKind.SWITCH),
        ("z.literal(['a', 'b'])", FieldKind.CHOICE),
        ("z.union([z.literal('a'), z.literal(1)])", FieldKind.CHOICE),
        ("z.union([z.string(), z.null()])", FieldKind.LINE),
        ("z.union([z.string(), z.number()])", FieldKind.RAW),
        ("z.array(z.object({ a: z.string() }))", FieldKind.OBJECTS),
        ("z.string().array()", FieldKind.LIST),
        ("z.array(z.array(z.string()))", FieldKind.RAW),
        ("z.record(z.string(), z.number())", FieldKind.OBJECT),
        ("z.tuple([z.string(), z.number()])", FieldKind.RAW),
        ("z.string().transform((text) => text.split(','))", FieldKind.LINE),
        ("z.preprocess((x) => x, z.number())", FieldKind.NUMBER),
        ("z.lazy(() => z.string())", FieldKind.LINE),
        ("z.enum(Object.keys(KINDS))", None),
        ("z.enum([first, 'b'])", FieldKind.LINE),
        ("helper.text()", None),
        ("z", None),
        ("a + b", None),
    ],
)
def test_the_kind_of_a_field(tmp_path: Path, schema: str, kind: FieldKind | None) -> None:
    assert field(tmp_path, schema).kind is kind


def test_objects_that_take_over_from_others(tmp_path: Path) -> None:
    found = fields_of(
        tmp_path,
        "z.object({ ...z.object({ a: z.string(), b: z.string() }).shape, ...{ c: z.date() } })"
        ".omit({ b: true }).merge(z.object({ d: z.number() })).partial().strict()",
    )
    assert [(key, each.required) for key, each in found.items()] == [
        ("a", False),
        ("c", False),
        ("d", False),
        ("$schema", None),
    ]


def test_a_constant_decides_which_fields_count(tmp_path: Path) -> None:
    found = field(
        tmp_path,
        "z.discriminatedUnion('type', [z.object({ type: z.literal('a'), url: z.string() }),"
        " z.object({ type: z.literal('b') })])",
    )
    kind, url = found.fields
    assert [choice.value for choice in kind.choices] == ["a", "b"]
    assert holds(url.conditions, {}, {"type": "a"})
    assert not holds(url.conditions, {}, {"type": "b"})
    assert is_required(url, {}, {"type": "a"})


REFERENCE = {
    "anyOf": [
        {"type": "string"},
        {"type": "object", "properties": {"id": {}, "collection": {}}, "required": ["id"]},
    ]
}
GENERATED = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "properties": {
        "title": {"type": "string", "minLength": 5},
        "pubDate": {"type": "string", "format": "date-time"},
        "made": {"type": "string", "format": "date-time"},
        "cover": {"type": "string"},
        "photos": {"type": "array", "items": {"type": "string"}, "maxItems": 3},
        "author": REFERENCE,
        "code": {"type": "string", "pattern": "^[a-z]+$"},
        "computed": {"type": "object", "properties": {"at": {"format": "date-time"}}},
        "rating": {"type": "integer", "minimum": 1, "maximum": 9007199254740991},
        "any": {},
        "$schema": {"type": "string"},
    },
    "required": ["title", "pubDate", "any"],
    "additionalProperties": False,
}


def test_what_was_generated_with_what_is_written(tmp_path: Path) -> None:
    files = {
        "src/content.config.ts": CONFIG,
        ".astro/collections/notes.schema.json": GENERATED,
        ".astro/collections/people.schema.json": {"type": "object"},
    }
    found = collections(tmp_path, files)
    assert list(found) == ["notes"]
    assert found["notes"].is_closed
    notes = fields(found["notes"])
    assert list(notes)[:9] == [
        *("title", "pubDate", "made", "cover", "photos", "author", "code", "computed", "rating")
    ]
    assert list(notes)[-1] == "$schema"
    assert "summary" in notes
    assert notes["rating"].bounds == Bounds(1)
    assert notes["any"].required
    assert (notes["title"].length, notes["title"].help) == (Bounds(5), "Stands on top")
    assert (notes["pubDate"].kind, notes["pubDate"].required) == (FieldKind.DATE, True)
    assert (notes["made"].kind, notes["made"].only_plain) == (FieldKind.DATE, True)
    assert notes["cover"].kind is FieldKind.IMAGE
    assert (notes["photos"].item, notes["photos"].bounds) == (FieldKind.IMAGE, Bounds(most=3))
    assert notes["author"].kind is FieldKind.RELATION
    assert notes["code"].shape == Shape(Pattern(r"\A[a-z]+\Z", True), "letters only")
    assert notes["computed"].fields[0].kind is FieldKind.DATE
    assert str(notes["title"].said) == "Astro (src/content.config.ts:7)"
    assert str(notes["computed"].said) == "Astro (.astro/collections/notes.schema.json:1)"


def test_closed_objects_of_astro_5_only_leave_keys_out(tmp_path: Path) -> None:
    generated = {
        "$ref": "#/definitions/blog",
        "definitions": {
            "blog": {
                "type": "object",
                "properties": {
                    "pubDate": {
                        "anyOf": [
                            {"type": "string", "format": "date-time"},
                            {"type": "string", "format": "date"},
                            {"type": "integer", "format": "unix-time"},
                        ]
                    },
                    "place": {"type": "object", "additionalProperties": False},
                },
                "additionalProperties": False,
            }
        },
        "$schema": "http://json-schema.org/draft-07/schema#",
    }
    files = {".astro/collections/blog.schema.json": generated, "src/content/blog/a.md": ""}
    blog = collections(tmp_path, files)["blog"]
    assert blog.has_path("src/content/blog/a.md")
    assert not blog.is_closed
    assert fields(blog)["pubDate"].kind is FieldKind.DATE
    assert fields(blog)["place"].is_closed is None


def test_the_list_of_posts_tells_where_they_are(tmp_path: Path) -> None:
    address = tmp_path.resolve().as_uri().lower()
    entries = {f"{address}/texts/long%20ones/a.md": "b", f"{address}/texts/c.md": "b", "x": 3}
    files = {
        "src/content.config.ts": "export const collections = { b: defineCollection(own()) }",
        ".astro/collections/b.schema.json": {"properties": {"title": {"type": "string"}}},
        ".astro/collections/collections.json": {"collections": [], "entries": entries},
        "Texts/Long ones/a.md": "",
    }
    found = collections(tmp_path, files)["b"]
    assert found.has_path("Texts/Long ones/a.md")
    assert [each.key for each in found.fields] == ["title", "$schema"]


def test_a_collection_whose_posts_are_not_known_is_told(tmp_path: Path) -> None:
    config = "\nexport const collections = {\n  a: defineCollection({ loader: own() }),\n};\n"
    write(tmp_path, {"src/content.config.ts": config})
    files = SiteFiles(tmp_path)
    assert list(read(files, Generator.ASTRO)) == []
    (wrong,) = files.wrong
    (one,) = wrong.diagnostics
    assert one.message == "Where the posts of a are can't be told without running this file"
    assert wrong.source.lines.position(one.span.start).line == 3
    assert one.severity is Severity.INFO


def test_a_site_without_collections_has_no_schema(tmp_path: Path) -> None:
    assert collections(tmp_path, {"src/content.config.ts": "export default 3"}) == {}
    assert collections(tmp_path, {".astro/collections/a.schema.json": "{"}) == {}


HOSTILE = {
    "itself": "const a = z.object({ a, b: z.array(a) })",
    "unions": "const a = z.union([a, a, a, a, a])",
    "optional": "const a = a.optional()",
    "spread": "const a = z.object({ ...a.shape, ...b }); const b = { ...b, ...b, c: a }",
    "chains": "const a = z.string()" + ".optional()" * 20_000,
    "fields": "const a = z.object({" + "".join(f"f{i}: z.string()," for i in range(5_000)) + "})",
    "depth": "const a = " + "z.object({ a: " * 5_000,
    "choices": "const a = z.object({ x: z.enum([" + "'a'," * 15_000 + "]) })",
    "wrong": "const a = z.object(z.enum()).max().regex().array().or().extend(1).pick(z)",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_configurations_take_little_time(tmp_path: Path, name: str) -> None:
    text = f"{HOSTILE[name]}\nexport const collections = {{ c: defineCollection({{ schema: a }}) }}"
    start = time.perf_counter()
    collections(tmp_path, {"src/content/config.ts": text})
    assert time.perf_counter() - start < 4


PARTS = (
    *("z", ".object(", "{", "}", ")", "(", "[", "]", ",", "a: ", ".string()", ".optional()", "=>"),
    *(".array(", ".union(", ".enum(", ".default(", "'x'", "1", "image()", "reference(", "...", "`"),
    *("const b = ", "b", ".extend(", ".regex(/(/)", ".min(", "-", "null", ".coerce.date()", "\n"),
)


@given(st.lists(st.sampled_from(PARTS), max_size=30).map("".join))
@settings(max_examples=soak_count(200, 20_000), deadline=None)
def test_any_schema_is_read(tmp_path_factory: pytest.TempPathFactory, schema: str) -> None:
    root = tmp_path_factory.getbasetemp() / "any"
    config = f"export const collections = {{ c: defineCollection({{ schema: {schema} }}) }}"
    write(root, {"src/content/config.ts": config})
    for each in read(SiteFiles(root), Generator.ASTRO):
        assert each.collections[0].has_path(PurePath("src/content/c/a.md").as_posix())
