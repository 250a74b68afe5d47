"""Where the entries of Decap CMS and its kin stand, in which languages and on what condition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from editor_app.core.schema.conditions import holds
from editor_app.core.schema.kind import FieldKind
from tests.core.schema.readers.cms_site import collections
from tests.core.schema.readers.decap_site import DECAP, STATIC, SVELTIA, schema
from tests.core.schema.readers.site import told_by_line as told


def files_of(root: Path, lines: str, page: str = DECAP, more: str = "") -> list[tuple[str, ...]]:
    rest = "".join(f"    {line}\n" for line in lines.strip().split("\n"))
    config = (
        f"media_folder: img\n{more}collections:\n  - name: posts\n{rest}    fields: [{{name: a}}]\n"
    )
    found = schema(root, config, page)
    assert told(found) == []
    return [each.files for each in collections(found)]


@pytest.mark.parametrize(
    ("lines", "files"),
    [
        ("folder: /content/posts/", ("/content/posts/*.md",)),
        ('folder: ""', ("/*.md",)),
        ("folder: posts\nextension: mdx\nformat: frontmatter", ("/posts/*.mdx",)),
        ("folder: posts\nextension: .html\nformat: frontmatter", ("/posts/*.html",)),
        ("folder: data\nformat: json", ("/data/*.json",)),
        ("folder: data\nformat: toml-frontmatter", ("/data/*.md",)),
        ("folder: 'app/[lang]'", ("/app/[[]lang]/*.md",)),
        ("folder: posts\npath: '{{year}}/{{slug}}'", ("/posts/*.md", "/posts/*/*.md")),
        ("folder: docs\nnested: {depth: 3}", ("/docs/*.md", "/docs/*/*.md", "/docs/*/*/*.md")),
        ("folder: docs\nnested: {depth: 100}", ("/docs/**/*.md",)),
    ],
)
def test_the_files_of_a_folder(tmp_path: Path, lines: str, files: tuple[str, ...]) -> None:
    assert files_of(tmp_path, lines) == [files]


def test_sveltia_takes_a_path_by_its_word(tmp_path: Path) -> None:
    lines = "folder: posts\npath: '{{year}}-{{month}}/{{slug}}/index'"
    assert files_of(tmp_path, lines, SVELTIA) == [("/posts/*-*/*/index.md",)]


def test_a_slug_may_be_a_table_in_sveltia(tmp_path: Path) -> None:
    lines = "folder: posts\nslug: { template: '{{title}}', editable: true }\npath: 'a/{{slug}}'"
    config = f"collections:\n  - name: posts\n    {lines.replace(chr(10), chr(10) + '    ')}\n"
    found = schema(tmp_path, config, SVELTIA)
    assert collections(found)[0].new_name == "a/{{title}}.md"


LOCALES = "i18n: {structure: %s, locales: [en, ja]}\n"


@pytest.mark.parametrize(
    ("structure", "page", "files"),
    [
        ("multiple_folders", DECAP, [("/p/en/*.md",), ("/p/ja/*.md",)]),
        ("multiple_files", DECAP, [("/p/*.en.md",), ("/p/*.ja.md",)]),
        ("single_file", DECAP, [("/p/*.md",)]),
        ("multiple_root_folders", SVELTIA, [("/en/p/*.md",), ("/ja/p/*.md",)]),
        ("multiple_folders_i18n_root", SVELTIA, [("/en/p/*.md",), ("/ja/p/*.md",)]),
    ],
)
def test_where_each_locale_is(
    tmp_path: Path, structure: str, page: str, files: list[tuple[str, ...]]
) -> None:
    lines = "folder: p\ni18n: true"
    assert files_of(tmp_path, lines, page, LOCALES % structure) == files


def test_a_collection_that_is_not_translated_has_no_locales(tmp_path: Path) -> None:
    more = LOCALES % "multiple_folders"
    assert files_of(tmp_path, "folder: p", more=more) == [("/p/*.md",)]
    assert files_of(tmp_path, "folder: p\ni18n: false", more=more) == [("/p/*.md",)]


def test_sveltia_may_leave_out_the_default_locale(tmp_path: Path) -> None:
    more = (LOCALES % "multiple_files").replace("}", ", omit_default_locale_from_filename: true}")
    files = files_of(tmp_path, "folder: p\ni18n: true", SVELTIA, more)
    assert files == [("/p/*.md", "!/p/*.ja.md"), ("/p/*.ja.md",)]


def test_sveltia_may_have_the_locale_in_the_folder(tmp_path: Path) -> None:
    files = files_of(
        tmp_path, "folder: 'c/{{locale}}/p'\ni18n: true", SVELTIA, LOCALES % "single_file"
    )
    assert files == [("/c/en/p/*.md",), ("/c/ja/p/*.md",)]


def test_other_locales_have_the_fields_that_are_translated(tmp_path: Path) -> None:
    config = LOCALES % "multiple_files" + (
        "collections:\n  - name: p\n    folder: p\n    i18n: true\n    fields:\n"
        "      - {name: title, i18n: true}\n      - {name: date, i18n: duplicate}\n"
        "      - {name: layout}\n"
        "      - {name: a, widget: object, i18n: true,"
        " fields: [{name: b}, {name: c, i18n: true}]}\n"
    )
    own, other = collections(schema(tmp_path, config))
    assert [each.key for each in own.fields] == ["title", "date", "layout", "a"]
    assert [each.key for each in other.fields] == ["title", "date", "a"]
    assert [(each.key, each.required) for each in other.fields[2].fields] == [
        ("b", None),
        ("c", True),
    ]


def test_one_file_may_hold_all_locales(tmp_path: Path) -> None:
    fields = "[{name: title, i18n: true}, {name: x}, {name: body, i18n: true}]"
    fields = f"    i18n: true\n    fields: {fields}\n"
    config = LOCALES % "single_file" + f"collections:\n  - name: p\n    folder: p\n{fields}"
    (whole,) = collections(schema(tmp_path, config))
    assert [(each.key, each.kind, each.required) for each in whole.fields] == [
        ("en", FieldKind.OBJECT, True),
        ("ja", FieldKind.OBJECT, None),
    ]
    assert [each.key for each in whole.fields[0].fields] == ["title", "x", "body"]
    assert [each.key for each in whole.fields[1].fields] == ["title", "body"]
    config = config.replace("single_file", "single_file_default_root")
    (whole,) = collections(schema(tmp_path, config, SVELTIA))
    assert [each.key for each in whole.fields] == ["title", "x", "ja"]


def test_single_files_and_singletons(tmp_path: Path) -> None:
    config = """\
collections:
  - name: pages
    files:
      - { name: about, file: /pages/about.md, fields: [{ name: title }, { name: body }] }
      - { name: nav, file: _data/nav.yml, fields: [{ name: body }] }
  - divider: true
singletons:
  - { name: home, file: 'content/{{locale}}/home.md', fields: [{ name: title }], i18n: true }
i18n: { structure: multiple_folders, locales: [en, ja] }
"""
    found = schema(tmp_path, config, SVELTIA)
    assert told(found) == []
    assert [
        (each.name, each.files, [one.key for one in each.fields]) for each in collections(found)
    ] == [
        ("pages/about", ("/pages/about.md",), ["title"]),
        ("pages/nav", ("/_data/nav.yml",), ["body"]),
        ("_singletons/home", ("/content/en/home.md",), ["title"]),
        ("_singletons/home", ("/content/ja/home.md",), []),
    ]


def test_a_folder_s_own_page_has_its_own_fields_in_sveltia(tmp_path: Path) -> None:
    config = (
        "collections:\n  - name: posts\n    folder: c/posts\n"
        "    index_file: { name: _index, fields: [{ name: intro }] }\n"
        "    fields: [{ name: title }]\n"
    )
    posts, index = collections(schema(tmp_path, config, SVELTIA))
    assert not posts.has_path("c/posts/_index.md")
    assert posts.has_path("c/posts/a.md")
    assert (index.files, [each.key for each in index.fields]) == (
        ("/c/posts/**/_index.md",),
        ["intro"],
    )


@pytest.mark.parametrize(
    ("rule", "page", "values", "applies"),
    [
        ("{field: kind, value: note}", DECAP, {"kind": "note"}, True),
        ("{field: kind, value: note}", DECAP, {"kind": ["x", "note"]}, True),
        ("{field: kind, value: note}", DECAP, {}, False),
        ("{field: hidden}", DECAP, {}, True),
        ("{field: hidden}", DECAP, {"hidden": True}, False),
        ("{field: a.b, value: [1, 2]}", SVELTIA, {"a": {"b": 2}}, True),
        ("{field: kind, value: null}", SVELTIA, {}, True),
        ("{field: kind, pattern: '/^NOTE$/i'}", SVELTIA, {"kind": "note"}, True),
        ("{field: kind, pattern: '^note$'}", STATIC, {"kind": "notes"}, False),
        ("[{field: a, value: 1}, {field: b, value: 2}]", STATIC, {"a": 1}, False),
    ],
)
def test_a_filter_narrows_a_collection(
    tmp_path: Path, rule: str, page: str, values: dict[str, Any], applies: bool
) -> None:
    config = f"collections:\n  - name: posts\n    folder: posts\n    filter: {rule}\n"
    (posts,) = collections(schema(tmp_path, config, page))
    assert holds(posts.conditions, values, values) is applies


def test_folders_for_pictures_come_from_field_collection_or_site(tmp_path: Path) -> None:
    config = """\
media_folder: static/img
collections:
  - name: a
    folder: a
    fields:
      - { name: plain, widget: image }
      - { name: own, widget: image, media_folder: "{{media_folder}}/own", public_folder: /own }
      - { name: only, widget: file, media_folder: docs }
  - name: b
    folder: b
    media_folder: /pics
    public_folder: "{{public_folder}}/b"
    fields: [{ name: c, widget: image }]
  - { name: c, folder: c, path: "{{slug}}/index", fields: [{ name: c, widget: image }] }
"""
    first, second, third = collections(schema(tmp_path, config))
    assert [(each.folder, each.public_folder) for each in first.fields] == [
        ("/static/img", "/static/img"),
        ("static/img/own", "/own"),
        ("docs", "docs"),
    ]
    assert [(each.folder, each.public_folder) for each in second.fields] == [
        ("/pics", "/static/img/b")
    ]
    assert [(each.folder, each.public_folder) for each in third.fields] == [("", "")]
