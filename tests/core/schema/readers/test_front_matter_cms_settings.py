"""The settings of Front Matter CMS from several files, and which posts they are for."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import Any

import pytest

from tests.core.schema.readers.cms_site import collections
from tests.core.schema.readers.front_matter_cms_site import site, type_of
from tests.core.schema.readers.site import told_by_line as told

TYPE = {"name": "post", "fields": [{"name": "title", "type": "string"}]}
OTHER = {"name": "note", "fields": [{"name": "text", "type": "string"}]}


def test_split_settings_are_put_together_and_the_root_counts_more(tmp_path: Path) -> None:
    same = {"name": "post", "fields": [{"name": "split", "type": "string"}]}
    found = site(
        tmp_path,
        {
            "frontmatter.json": {"frontMatter.taxonomy.contentTypes": [TYPE]},
            ".frontmatter/config/taxonomy/contenttypes/post.json": same,
            ".frontmatter/config/taxonomy/contentTypes/deep/note.json": OTHER,
            ".frontmatter/config/content/pagefolders/notes.json": {
                "title": "N",
                "path": "[[workspace]]/notes",
                "contentTypes": ["note"],
            },
        },
    )
    assert told(found) == []
    assert type_of(found, "notes/a.md") == "note"
    names = {each.name: [one.key for one in each.fields] for each in collections(found)}
    assert (names["post"], names["note"]) == (["title"], ["text"])
    assert len(found.schemas[0].files) == 4


def test_editor_settings_replace_a_setting_whole(tmp_path: Path) -> None:
    found = site(
        tmp_path,
        {
            "frontmatter.json": {
                "frontMatter.taxonomy.contentTypes": [TYPE],
                "frontMatter.content.defaultFileType": "mdx",
            },
            ".vscode/settings.json": {"frontMatter.taxonomy.contentTypes": [OTHER], "x": 1},
        },
    )
    assert "post" not in {each.name for each in collections(found)}
    assert collections(found)[0].new_name.endswith(".mdx")


def test_editor_settings_may_stand_alone(tmp_path: Path) -> None:
    content = {"frontMatter.taxonomy.contentTypes": [OTHER]}
    found = site(tmp_path, {".vscode/settings.json": content})
    assert {each.name for each in collections(found)} >= {"note"}


def test_extended_files_are_read_and_those_on_the_net_are_told(tmp_path: Path) -> None:
    found = site(
        tmp_path,
        {
            "frontmatter.json": {
                "frontMatter.extends": [
                    "https://example.com/a.json",
                    "[[workspace]]/config/b.json",
                    "./none.json",
                    7,
                ],
                "frontMatter.taxonomy.contentTypes": [TYPE],
            },
            "config/b.json": {
                "frontMatter.taxonomy.contentTypes": [OTHER, {**TYPE, "fields": []}],
                "frontMatter.taxonomy.dateFormat": "yyyy",
            },
        },
    )
    assert told(found) == [
        "3: https://example.com/a.json is not in this folder, so it is not read",
        "5: There is no file none.json",
        "6: This item of frontMatter.extends is not a text, so it does not count",
    ]
    names = {each.name: len(each.fields) for each in collections(found)}
    assert (names["post"], names["note"]) == (1, 1)


def test_an_extended_file_can_not_leave_the_site(tmp_path: Path) -> None:
    secret = {"frontMatter.taxonomy.contentTypes": [OTHER]}
    (tmp_path / "secret.json").write_text(json.dumps(secret), encoding="utf-8")
    files = {"frontmatter.json": {"frontMatter.extends": ["../secret.json"]}}
    found = site(tmp_path / "site", files)
    assert collections(found) == []
    assert told(found) == ["3: There is no file ../secret.json"]


# --- which type a post has


TYPES = {
    "frontMatter.taxonomy.contentTypes": [
        {"name": "default", "fields": [{"name": "title", "type": "string"}]},
        {"name": "post", "fields": [{"name": "a", "type": "string"}]},
        {"name": "page", "fields": [{"name": "b", "type": "string"}]},
    ],
    "frontMatter.content.pageFolders": [
        {"path": "[[workspace]]/content/posts", "contentTypes": ["post"]},
        {"path": "[[workspace]]/content", "contentTypes": ["page"], "excludePaths": ["raw/*"]},
        {"path": "[[workspace]]/mixed", "contentTypes": ["page", "post"]},
        {"path": "[[workspace]]/flat", "contentTypes": ["post"], "excludeSubdir": True},
    ],
}


@pytest.mark.parametrize(
    ("path", "values", "name"),
    [
        ("content/posts/a.md", {}, "post"),
        ("content/posts/2026/a.mdx", {}, "post"),
        ("content/about.md", {}, "page"),
        ("content/raw/a.md", {}, ""),
        ("mixed/a.md", {}, "default"),
        ("mixed/a.md", {"type": "post"}, "post"),
        ("content/posts/a.md", {"type": "page"}, "page"),
        ("content/posts/a.md", {"type": "page", "fmContentType": "default"}, "default"),
        ("content/posts/a.md", {"type": "unknown"}, "post"),
        ("flat/a.md", {}, "post"),
        ("flat/inner/a.md", {}, ""),
        ("elsewhere/a.md", {"type": "post"}, ""),
        ("content/posts/a.txt", {}, ""),
    ],
)
def test_the_type_comes_from_the_post_then_from_its_folder(
    tmp_path: Path, path: str, values: dict[str, Any], name: str
) -> None:
    found = site(tmp_path, {"frontmatter.json": TYPES})
    assert told(found) == []
    applied = {each.name for each in found.at(PurePath(path)).content_type(values).collections}
    assert applied == ({name} if name else set())


def test_without_a_default_type_the_built_in_one_stands_for_it(tmp_path: Path) -> None:
    folders = [{"path": "[[workspace]]/a"}]
    content = {
        "frontMatter.taxonomy.contentTypes": [TYPE],
        "frontMatter.content.pageFolders": folders,
    }
    found = site(tmp_path, {"frontmatter.json": content})
    assert type_of(found, "a/x.md") == "default"
    assert type_of(found, "a/x.md", type="post") == "post"


@pytest.mark.parametrize(
    ("path", "files"),
    [
        ("[[workspace]]", "/**/*.md"),
        ("[[workspace]]/content/*/posts", "/content/*/posts/**/*.md"),
        ("[[workspace]]/content/{{year}}", "/content/*/**/*.md"),
        ("[[workspace]]\\\\content", "/content/**/*.md"),
        ("./content/", "/content/**/*.md"),
    ],
)
def test_paths_of_page_folders(tmp_path: Path, path: str, files: str) -> None:
    content = {"frontMatter.content.pageFolders": [{"path": path.replace("\\\\", "\\")}]}
    assert collections(site(tmp_path, {"frontmatter.json": content}))[0].files[0] == files


def test_a_page_folder_out_of_the_site_does_not_count(tmp_path: Path) -> None:
    folders = [{"path": "[[workspace]]/../other"}]
    content = {"frontMatter.content.pageFolders": folders}
    assert collections(site(tmp_path, {"frontmatter.json": content})) == []


def test_the_site_says_which_files_are_posts(tmp_path: Path) -> None:
    content = {
        "frontMatter.content.pageFolders": [{"path": "a"}],
        "frontMatter.content.supportedFileTypes": ["md", ".adoc"],
    }
    (only,) = collections(site(tmp_path, {"frontmatter.json": content}))
    assert only.files == ("/a/**/*.md", "/a/**/*.adoc")


@pytest.mark.parametrize(
    ("type_", "folder", "more", "name"),
    [
        ({}, {}, {}, "{{date|yyyy-MM-dd}}-{{slug}}.md"),
        ({"filePrefix": None}, {}, {}, "{{slug}}.md"),
        ({"filePrefix": "yyyy"}, {"filePrefix": ""}, {}, "{{slug}}.md"),
        ({"pageBundle": True, "fileType": "mdx"}, {}, {}, "{{date|yyyy-MM-dd}}-{{slug}}/index.mdx"),
        ({}, {}, {"frontMatter.templates.prefix": ""}, "{{slug}}.md"),
        ({"filePrefix": "{{year}}"}, {}, {}, "{{year}}-{{slug}}.md"),
    ],
)
def test_the_name_of_a_new_post(
    tmp_path: Path, type_: dict[str, Any], folder: dict[str, Any], more: dict[str, Any], name: str
) -> None:
    content = {
        "frontMatter.taxonomy.contentTypes": [{"name": "default", "fields": [], **type_}],
        "frontMatter.content.pageFolders": [{"path": "[[workspace]]/a", **folder}],
        **more,
    }
    assert collections(site(tmp_path, {"frontmatter.json": content}))[0].new_name == name
