"""What a Hugo site says of its posts."""

from __future__ import annotations

from pathlib import Path

from editor_app.core.generator import Generator
from editor_app.core.schema.kind import FieldKind
from tests.core.schema.readers.site import field, fields, names, schema, told

ESSAY = """\
+++
title = '{{ replace .File.ContentBaseName `-` ` ` | title }}'
date = {{ .Date }}
day = "{{ now.Format "2006-01-02" }}"
draft = true
author = 'hanako'
genres = []
weight = {{ len .Site.RegularPages }}
[params]
mood = 3
+++
{{ .Name }}
"""
POST = "content/essay/a.md"


def test_an_archetype_gives_keys_order_types_and_defaults(tmp_path: Path) -> None:
    found = schema(tmp_path, Generator.HUGO, {"hugo.toml": "", "archetypes/essay.md": ESSAY})
    assert told(found) == []
    keys = [each.key for each in fields(found, POST)]
    own = ["title", "date", "day", "draft", "author", "genres", "weight", "params"]
    assert keys[: len(own)] == own
    kinds = {key: field(found, POST, key).kind for key in own}
    assert kinds == {
        "title": FieldKind.LINE,
        "date": FieldKind.DATE_TIME,
        "day": FieldKind.DATE,
        "draft": FieldKind.SWITCH,
        "author": FieldKind.LINE,
        "genres": FieldKind.LIST,
        "weight": FieldKind.NUMBER,
        "params": FieldKind.OBJECT,
    }
    draft, author, title = (field(found, POST, key) for key in ("draft", "author", "title"))
    assert (draft.default, author.default, title.default) == (True, "hanako", None)
    assert str(draft.said) == "Hugo archetype (archetypes/essay.md:5)"
    assert field(found, POST, "day").date_format == "2006-01-02"
    (mood,) = field(found, POST, "params").fields
    assert (mood.key, mood.kind, mood.said.line) == ("mood", FieldKind.NUMBER, 10)
    options = dict(title.options)
    assert options == {"archetype": "{{ replace .File.ContentBaseName `-` ` ` | title }}"}


def test_the_nearest_archetype_counts(tmp_path: Path) -> None:
    def archetype(key: str) -> str:
        return f"---\n{key}: x\n---\n"

    files = {
        "hugo.toml": 'theme = ["first", "second"]\n',
        "archetypes/default.md": archetype("own_default"),
        "archetypes/notes/index.md": archetype("own_bundle"),
        "archetypes/notes/picture.txt": "",
        "themes/first/archetypes/essay.md": archetype("first_essay"),
        "themes/second/archetypes/essay.md": archetype("second_essay"),
        "themes/second/archetypes/default.md": archetype("second_default"),
    }
    found = schema(tmp_path, Generator.HUGO, files)
    firsts = {
        path: fields(found, path)[0].key
        for path in ("content/essay/a.md", "content/notes/a/index.md", "content/x/a.md")
    }
    assert firsts == {
        "content/essay/a.md": "first_essay",
        "content/notes/a/index.md": "own_bundle",
        "content/x/a.md": "own_default",
    }
    assert names(found, "content/notes/a/index.md") == ["notes"]


def test_the_folders_of_archetypes_and_content_are_followed(tmp_path: Path) -> None:
    config = """\
contentdir: texts
ArchetypeDir: molds
languages:
  ja: {contentDir: ja-texts}
"""
    found = schema(
        tmp_path, Generator.HUGO, {"hugo.yaml": config, "molds/a.md": "---\nmood: 1\n---\n"}
    )
    for path in ("texts/a/x.md", "ja-texts/a/x.md"):
        assert field(found, path, "mood").kind is FieldKind.NUMBER
    assert names(found, "content/a/x.md") == []


def test_taxonomies_may_stand_in_several_files(tmp_path: Path) -> None:
    files = {
        "config.toml": 'title = "x"\n[Taxonomies]\ngenre = "genres"\ntag = "tags"\n',
        "config/_default/taxonomies.yaml": "series: series\nbad: 3\n",
        "config/production/hugo.json": '{"taxonomies": {"place": "places"}}',
    }
    found = schema(tmp_path, Generator.HUGO, files)
    places = {key: str(field(found, POST, key).said) for key in ("genres", "series", "places")}
    assert places == {
        "genres": "Hugo (config.toml:3)",
        "series": "Hugo (config/_default/taxonomies.yaml:1)",
        "places": "Hugo (config/production/hugo.json:1)",
    }
    genres = field(found, POST, "genres")
    assert (genres.kind, genres.taxonomy) == (FieldKind.LIST, "genres")
    assert told(found) == ["taxonomies.yaml:2: bad is not a text"]


def test_an_archetype_that_can_not_be_read_is_told_at_its_line(tmp_path: Path) -> None:
    broken = "---\n{{/* a\ncomment */}}\ntitle: x\nb: [\n---\n"
    found = schema(
        tmp_path, Generator.HUGO, {"hugo.toml": "taxonomies = 3\n", "archetypes/a.md": broken}
    )
    lines = [line.partition(" ")[0] for line in told(found)]
    assert lines == ["hugo.toml:1:", "a.md:5:"]
    assert field(found, "content/a/x.md", "title").said.file == ""


def test_no_other_site_is_read(tmp_path: Path) -> None:
    assert schema(tmp_path, Generator.JEKYLL, {"archetypes/a.md": ESSAY}).schemas == ()
