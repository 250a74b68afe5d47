"""What a site says about a post: read when asked, and read anew when it says something else."""

from __future__ import annotations

import datetime as dt
import os
import pickle
from pathlib import Path

from editor_app.core.frontmatter.reader import read
from editor_app.core.schema.schema import field_named
from editor_app.core.site.fact_reader import LOOKS_AGAIN, FactReader
from editor_app.core.site.find import find_site
from editor_app.core.site.publishing.moments import in_zone
from editor_app.core.site.publishing.values import Verdict

NOW = dt.datetime(2026, 5, 1, 12, tzinfo=dt.UTC)
TITLE = """\
[[schema.collections]]
name = "posts"
files = ["/_posts/**"]
fields.title.label = "%s"
"""


def site(root: Path) -> Path:
    (root / "_config.yml").write_text("title: Harbour\n", encoding="utf-8")
    post = root / "_posts/2026-04-01-a.md"
    post.parent.mkdir()
    post.write_text("---\ntitle: A\n---\nText.\n", encoding="utf-8")
    return post


def label(reader: FactReader, post: Path) -> str:
    schema = reader.facts(find_site(post), post, read(""), NOW).schema
    field = field_named(schema.content_type({}).fields, "title")
    assert field is not None
    return field.label


def test_the_unsaved_front_matter_decides(tmp_path: Path) -> None:
    post = site(tmp_path)
    reader, found = FactReader(), find_site(post)
    saved = reader.facts(found, post, read("---\ntitle: A\n---\n"), NOW)
    assert saved.publication.verdict is Verdict.PUBLISHED
    assert saved.publication.url == "/2026/04/01/a.html"
    assert saved.config == "_config.yml"
    typed = reader.facts(found, post, read("---\ntitle: A\npublished: false\n---\n"), NOW)
    assert typed.publication.verdict is Verdict.NOT_PUBLISHED


def test_a_changed_schema_is_read_at_once_and_a_new_one_in_time(tmp_path: Path) -> None:
    post = site(tmp_path)
    now = 0.0
    reader = FactReader(clock=lambda: now)
    assert label(reader, post) == ""
    file = tmp_path / "galley.toml"
    file.write_text(TITLE % "First", encoding="utf-8")
    now = LOOKS_AGAIN + 1
    assert label(reader, post) == "First"
    file.write_text(TITLE % "Second title", encoding="utf-8")
    assert label(reader, post) == "Second title"
    os.remove(file)
    assert label(reader, post) == ""


def test_what_did_not_change_is_the_same_object(tmp_path: Path) -> None:
    post = site(tmp_path)
    (tmp_path / "galley.toml").write_text(TITLE % "First", encoding="utf-8")
    now = 0.0
    reader = FactReader(clock=lambda: now)
    first = reader.facts(find_site(post), post, read(""), NOW).schema
    now = LOOKS_AGAIN + 1
    assert reader.facts(find_site(post), post, read(""), NOW).schema is first


def test_facts_go_to_another_process_and_say_the_same_there(tmp_path: Path) -> None:
    post = site(tmp_path)
    facts = FactReader().facts(find_site(post), post, read("---\ntitle: A\n---\n"), NOW)
    there = pickle.loads(pickle.dumps(facts))
    assert there.publication.date is not None
    assert there.publication.date.at == facts.publication.date.at  # type: ignore[union-attr]
    assert in_zone(NOW, there.local) == in_zone(NOW, facts.local)
    assert there.schema == facts.schema


def test_what_the_site_gives_is_told_with_its_line(tmp_path: Path) -> None:
    post = site(tmp_path)
    config = "title: Harbour\ndefaults:\n  - values:\n      author: Mio\n"
    (tmp_path / "_config.yml").write_text(config, encoding="utf-8")
    reader, found = FactReader(), find_site(post)
    ((path, value),) = reader.facts(found, post, read("---\ntitle: A\n---\n"), NOW).inherited
    assert (path, value.value, str(value.said)) == (("author",), "Mio", "Jekyll (_config.yml:4)")
    assert reader.facts(found, post, read("---\nauthor: Jun\n---\n"), NOW).inherited == ()


def test_what_a_post_names_as_its_schema_counts_first(tmp_path: Path) -> None:
    post = site(tmp_path)
    (tmp_path / "galley.toml").write_text(TITLE % "Of the site", encoding="utf-8")
    (tmp_path / "post.json").write_text('{"properties": {"title": {"title": "Its own"}}}')
    text = "---\n# yaml-language-server: $schema=../post.json\ntitle: A\n---\n"
    schema = FactReader().facts(find_site(post), post, read(text), NOW).schema
    field = field_named(schema.content_type({}).fields, "title")
    assert field is not None
    assert field.label == "Its own"
    assert str(field.said) == "JSON Schema (post.json:1)"
