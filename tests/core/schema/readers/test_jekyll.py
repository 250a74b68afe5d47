"""What a Jekyll site says of its posts."""

from __future__ import annotations

from pathlib import Path

from editor_app.core.generator import Generator
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Relation
from tests.core.schema.readers.site import field, fields, names, schema, told

CONFIG = """\
timezone: Asia/Tokyo
collections:
  recipes:
    output: true
    sidebar_label: 料理
  posts: {permalink: /:title/}
defaults:
  - values: {layout: post}
"""
POST = "_posts/2024-05-01-a.md"


def test_posts_drafts_and_the_collections_of_the_configuration(tmp_path: Path) -> None:
    found = schema(tmp_path, Generator.JEKYLL, {"_config.yml": CONFIG})
    assert names(found, POST) == ["posts"]
    assert names(found, "diary/_posts/2024-05-01-a.md") == ["posts"]
    assert names(found, "_drafts/a.md") == ["posts"]
    assert names(found, "_recipes/soup/a.md") == ["recipes"]
    assert names(found, "about.md") == []
    (collections,) = (each.collections for each in found.schemas)
    told_of = [(each.name, each.label, each.folder, str(each.said)) for each in collections]
    assert told_of == [
        ("posts", "", "_posts", "Jekyll (_config.yml:6)"),
        ("recipes", "料理", "_recipes", "Jekyll (_config.yml:3)"),
    ]
    assert dict(collections[1].options) == {"output": True}


def test_the_source_and_the_folder_of_collections_are_followed(tmp_path: Path) -> None:
    config = "source: ./src\ncollections_dir: things\ncollections: [notes]\n"
    found = schema(
        tmp_path, Generator.JEKYLL, {"_config.yml": config, "src/_layouts/note.html": ""}
    )
    assert names(found, "src/things/_notes/a.md") == ["notes"]
    assert names(found, "src/things/_posts/2024-05-01-a.md") == ["posts"]
    assert names(found, "_notes/a.md") == []
    assert field(found, "src/things/_notes/a.md", "layout").said.file == "src/_layouts"


def test_layouts_are_the_only_choices_where_no_theme_brings_others(tmp_path: Path) -> None:
    files = {
        "_config.yml": "",
        "_layouts/post.html": "",
        "_layouts/wide/two.min.html": "",
        "_layouts/.hidden.html": "",
    }
    found = schema(tmp_path, Generator.JEKYLL, files)
    layout = field(found, POST, "layout")
    values = [choice.value for choice in layout.choices]
    assert values == ["post", "wide/two.min", "none", None]
    assert (layout.kind, layout.is_limit) == (FieldKind.CHOICE, True)
    found = schema(tmp_path, Generator.JEKYLL, {"_config.yml": "theme: minima\n"})
    assert field(found, POST, "layout").is_limit is False


def test_authors_may_be_a_mapping_or_a_list(tmp_path: Path) -> None:
    mapping = "---\nhanako:\n  name: 山田花子\njiro: {}\n"
    found = schema(tmp_path, Generator.JEKYLL, {"_config.yml": "", "_data/authors.yml": mapping})
    author = field(found, POST, "author")
    assert author.kind is FieldKind.RELATION
    assert author.relation == Relation(file="_data/authors.yml", value="id", shown=("name",))
    told_of = [(choice.value, choice.label) for choice in author.choices]
    assert told_of == [("hanako", "山田花子"), ("jiro", "")]
    listed = "- id: hanako\n  name: |\n    花子\n- 太郎\n- {}\n"
    found = schema(tmp_path, Generator.JEKYLL, {"_data/authors.yml": listed})
    told_of = [(choice.value, choice.label) for choice in field(found, POST, "authors").choices]
    assert told_of == [("hanako", "花子\n"), ("太郎", "")]
    assert told(found) == []


def test_a_list_of_authors_that_can_not_be_read_is_told(tmp_path: Path) -> None:
    found = schema(tmp_path, Generator.JEKYLL, {"_config.yml": "", "_data/authors.yml": "a: [\n"})
    (line,) = told(found)
    assert line.startswith("authors.yml:1: _data/authors.yml can't be read: ")


def test_lists_of_words_are_proposals(tmp_path: Path) -> None:
    data = '["技術", {"slug": "diary", "title": "日記"}]'
    found = schema(tmp_path, Generator.JEKYLL, {"_config.yml": "", "_data/categories.json": data})
    categories = field(found, POST, "categories")
    assert [(each.value, each.label) for each in categories.choices] == [
        ("技術", ""),
        ("diary", "日記"),
    ]
    assert (categories.taxonomy, categories.is_limit) == ("categories", None)


def test_defaults_give_no_types_and_other_sites_no_jekyll(tmp_path: Path) -> None:
    found = schema(tmp_path, Generator.JEKYLL, {"_config.yml": CONFIG})
    assert {each.said.file for each in fields(found, POST)} == {""}
    assert schema(tmp_path, Generator.UNKNOWN, {}).schemas == ()


def test_wrong_values_are_told_and_the_rest_stands(tmp_path: Path) -> None:
    config = "collections: 3\nlayouts_dir: [a]\n"
    found = schema(tmp_path, Generator.JEKYLL, {"_config.yml": config, "_layouts/a.html": ""})
    assert told(found) == [
        "_config.yml:1: collections is neither a list nor a table of collections",
        "_config.yml:2: layouts_dir is not a text",
    ]
    assert field(found, POST, "layout").choices[0].value == "a"
    found = schema(tmp_path, Generator.JEKYLL, {"_config.yml": "a: [\n"})
    assert len(told(found)) == 1
    assert names(found, POST) == ["posts"]


def test_the_fields_that_prose_shows(tmp_path: Path) -> None:
    config = """\
prose:
  metadata:
    _posts:
      - name: layout
        field: {element: hidden, value: post}
      - name: date
        field: {element: text, value: CURRENT_DATETIME}
      - name: kind
        field:
          element: select
          label: 種類
          options: [{name: 日記, value: diary}, memo]
      - "published: true"
      - {field: {}}
    _posts/old: |
      layout: old
"""
    found = schema(tmp_path, Generator.JEKYLL, {"_config.yml": config})
    layout, date, kind = (field(found, POST, key) for key in ("layout", "date", "kind"))
    assert (layout.is_hidden, layout.default, layout.kind) == (True, "post", FieldKind.LINE)
    assert (date.kind, date.default) == (FieldKind.DATE_TIME, None)
    assert (kind.label, kind.is_limit) == ("種類", True)
    assert [(each.value, each.label) for each in kind.choices] == [("diary", "日記"), ("memo", "")]
    assert str(kind.said) == "Prose (_config.yml:8)"
    assert names(found, "_posts/old/2024-05-01-a.md") == []
    assert told(found) == ["_config.yml:3: _posts holds a field without a name"]
