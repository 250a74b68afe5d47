"""What is gathered from the disk."""

from __future__ import annotations

import datetime as dt
from pathlib import Path, PurePosixPath

from editor_app.core.frontmatter.reader import read
from editor_app.core.site.find import find_site
from editor_app.core.site.publish_question import question_of
from editor_app.core.site.publishing.values import Question

_NOW = dt.datetime(2026, 6, 15, tzinfo=dt.UTC)


def _question(path: Path) -> Question:
    return question_of(find_site(path), path, read(path.read_text()), _NOW, dt.UTC)


def test_the_path_counts_from_the_site_and_the_configuration_is_named(tmp_path: Path) -> None:
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_config.yml").write_text("future: true\n")
    post = tmp_path / "_posts" / "2024-05-01-a.md"
    post.write_text("---\n---\n")
    question = _question(post)
    assert question.path == PurePosixPath("_posts/2024-05-01-a.md")
    assert (question.config, question.config_name) == ({"future": True}, "_config.yml")
    assert question.modified is not None


def test_the_folders_above_a_hugo_post_tell_of_bundles_and_sections(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text('title = "x"\n')
    bundle = tmp_path / "content" / "posts" / "bundle"
    bundle.mkdir(parents=True)
    (bundle / "index.ja.md").write_text("---\n---\n")
    (bundle / "other.md").write_text("---\n---\n")
    (bundle.parent / "_index.md").write_text("---\ndraft: true\n---\n")
    question = _question(bundle / "other.md")
    assert question.folders_with_index == {PurePosixPath("content/posts/bundle")}
    assert list(question.sections) == [PurePosixPath("content/posts")]
    assert question.sections[PurePosixPath("content/posts")].value(("draft",)) is True


def test_hugo_may_have_its_configuration_in_a_folder(tmp_path: Path) -> None:
    post = tmp_path / "content" / "a.md"
    post.parent.mkdir()
    post.write_text("---\n---\n")
    defaults = tmp_path / "config" / "_default"
    defaults.mkdir(parents=True)
    (defaults / "hugo.toml").write_text("buildDrafts = true\n[params]\na = 1\n")
    (defaults / "permalinks.toml").write_text('posts = "/:title/"\n')
    production = tmp_path / "config" / "production"
    production.mkdir()
    (production / "hugo.yaml").write_text("buildDrafts: false\nparams: {b: 2}\n")
    config = _question(post).config
    assert config["builddrafts"] is False
    assert config["params"] == {"a": 1, "b": 2}
    assert config["permalinks"] == {"posts": "/:title/"}


def test_a_broken_configuration_is_told(tmp_path: Path) -> None:
    (tmp_path / "_posts").mkdir()
    (tmp_path / "_config.yml").write_text("a: [b\n")
    post = tmp_path / "_posts" / "2024-05-01-a.md"
    post.write_text("---\n---\n")
    assert _question(post).config_fault
