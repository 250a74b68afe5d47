"""What a relation may lead to is read from the site's posts and data files."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor_app.core.schema.field import Field, FieldKind
from editor_app.core.schema.schema import Choice, Collection, Relation, Said, SchemaField
from editor_app.core.site.candidates import SiteCandidates

SAID = Said("test", "config.yml", 1)
AUTHORS = "hanako:\n  name: 花子\n  site: https://a.example\ntaro:\n  name: 太郎\n"


def field(relation: Relation) -> Field:
    about = SchemaField(key="x", said=SAID, kind=FieldKind.RELATION, relation=relation)
    return Field(("x",), FieldKind.RELATION, about)


def choices(site: Path, relation: Relation, *collections: Collection) -> list[tuple[object, str]]:
    found = SiteCandidates(site, collections).choices_for(field(relation))
    return [(choice.value, choice.label) for choice in found]


def write(site: Path, name: str, text: str) -> None:
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("name", "text", "value", "expected"),
    [
        ("a.yml", AUTHORS, "id", [("hanako", "花子"), ("taro", "太郎")]),
        ("a.yml", "---\n" + AUTHORS, "id", [("hanako", "花子"), ("taro", "太郎")]),
        ("a.yml", "- id: h\n  name: H\n- id: t\n", "id", [("h", "H"), ("t", "t")]),
        ("a.yml", "[red, green]", "id", [("red", "red"), ("green", "green")]),
        ("a.yml", "r: Red\ng: Green\n", "id", [("r", "Red"), ("g", "Green")]),
        ("a.json", '[{"id": 1, "name": "One"}]', "id", [(1, "One")]),
        ("a.json", '{"h": {"name": "H"}}', "id", [("h", "H")]),
        ("a.toml", '[h]\nname = "H"\n', "id", [("h", "H")]),
        ("a.yml", "people:\n  - {code: h, name: H}\n", "people.*.code", [("h", "H")]),
        ("a.yml", "- {code: h, name: H}\n", "*.code", [("h", "H")]),
        ("a.yml", "words: [red, green]\n", "words.*", [("red", "red"), ("green", "green")]),
        ("a.yml", "a: [", "id", []),
        ("a.yml", "", "id", []),
        ("a.yml", "just words", "id", []),
    ],
)
def test_entries_of_a_data_file(
    tmp_path: Path, name: str, text: str, value: str, expected: list[tuple[object, str]]
) -> None:
    write(tmp_path, name, text)
    assert choices(tmp_path, Relation(file=name, value=value)) == expected


def test_a_file_outside_of_the_site_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "secret.yml", AUTHORS)
    site = tmp_path / "site"
    site.mkdir()
    os.symlink(tmp_path / "secret.yml", site / "link.yml")
    assert choices(site, Relation(file="../secret.yml", value="id")) == []
    assert choices(site, Relation(file="link.yml", value="id")) == []
    assert choices(site, Relation(file="a\0b", value="id")) == []


NOTES = Collection(name="notes", said=SAID, files=("/_notes/**/*.md",))


def test_posts_of_a_collection(tmp_path: Path) -> None:
    write(tmp_path, "_notes/2026-01-02-tide.md", "---\ntitle: 潮\ncode: 7\n---\n")
    write(tmp_path, "_notes/deep/own.md", "---\ntitle: Own\nslug: my-own\n---\n")
    write(tmp_path, "_notes/broken.md", "---\ntitle: [\n---\n")
    write(tmp_path, "other/x.md", "---\ntitle: X\n---\n")
    by_slug = choices(tmp_path, Relation("notes"), NOTES)
    assert by_slug == [("tide", "潮"), ("broken", "broken"), ("my-own", "Own")]
    by_key = choices(tmp_path, Relation("notes", value="code", shown=("title", "code")), NOTES)
    assert by_key == [(7, "潮 · 7")]
    by_path = choices(tmp_path, Relation("notes", value="path"), NOTES)
    assert by_path[0][0] == "_notes/2026-01-02-tide.md"
    assert choices(tmp_path, Relation("elsewhere"), NOTES) == []


def test_a_changed_post_is_read_again(tmp_path: Path) -> None:
    write(tmp_path, "_notes/a.md", "---\ntitle: Old\n---\n")
    candidates = SiteCandidates(tmp_path, (NOTES,))
    about = field(Relation("notes"))
    assert [each.label for each in candidates.choices_for(about)] == ["Old"]
    write(tmp_path, "_notes/a.md", "---\ntitle: Newer\n---\n")
    assert list(candidates.choices_for(about)) == [Choice("a", "Newer", "_notes/a.md")]
