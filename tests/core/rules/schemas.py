"""What a site's `galley.toml` says of a post, from its text."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePath

from editor_app.core.generator import Generator
from editor_app.core.schema.content_type import PostSchema
from editor_app.core.schema.read import read_schema


def of_collection(text: str) -> str:
    """The settings in which a collection of all posts has some lines."""
    return f'[[schema.collections]]\nname = "all"\nfiles = ["/**"]\n{text}'


def post_schema(settings: str, generator: Generator, path: PurePath | None) -> PostSchema:
    """The schema of a post; the settings have no fault."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "galley.toml").write_text(settings, encoding="utf-8")
        found = read_schema(Path(folder), generator)
    assert [each for wrong in found.wrong for each in wrong.diagnostics] == []
    return found.at(path or PurePath("post.md"))
