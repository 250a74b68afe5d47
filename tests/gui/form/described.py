"""A form whose site describes its posts: `[schema]` in its settings, and whatever files it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC
from pathlib import Path, PurePath
from zoneinfo import ZoneInfo

from editor_app.core.frontmatter.nodes import Path as At
from editor_app.core.generator import Generator
from editor_app.core.schema.field import Inherited
from editor_app.core.schema.read import read_schema
from editor_app.core.site.facts import PostFacts
from editor_app.core.site.find import Site
from editor_app.core.site.publishing.values import Origin, Place, Publication, Verdict, Zone
from tests.gui.form.desk import NOW, Desk

MakeDescribed = Callable[..., Desk]
HEAD = '[[schema.collections]]\nname = "posts"\nfiles = ["/_posts/**"]\n'
PATH = PurePath("_posts/2025-11-23-x.md")


def describe(
    desk: Desk,
    root: Path,
    fields: str,
    inherited: dict[At, Inherited] | None = None,
    generator: Generator = Generator.JEKYLL,
) -> None:
    """Let the fields of `[schema.collections.fields]` count in a form."""
    text = f"{HEAD}[schema.collections.fields]\n{fields}\n"
    (root / "galley.toml").write_text(text, "utf-8")
    schema = read_schema(root, generator)
    wrong = [found.message for each in schema.wrong for found in each.diagnostics]
    assert wrong == []
    collections = tuple(each for of in schema.schemas for each in of.collections)
    desk.pane._state.now = lambda: NOW  # the clock is handed in nowhere else
    desk.context = replace(desk.context, site=Site(root, generator, (), ""))
    desk.pane.set_document(desk.document, desk.context)
    zone = Zone(ZoneInfo("Asia/Tokyo"), "Asia/Tokyo", Place(Origin.CONFIG))
    publication = Publication(generator, Verdict.UNKNOWN, zone=zone)
    about = tuple((inherited or {}).items())
    own = schema.at(PATH)
    desk.facts = PostFacts(own, about, publication, NOW, NOW.tzinfo or UTC, "", collections)
    desk.analyse()
