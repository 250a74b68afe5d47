"""What stands in a folder already: the posts beside which a new one is made."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.schema.infer import InferredField, inferred
from editor_app.core.schema.schema import Collection
from editor_app.core.schema.site_schema import SiteSchema
from editor_app.core.schema.tally import Tally
from editor_app.core.site.find import Site
from editor_app.core.site.made_post import Around
from editor_app.core.site.posts import posts
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.text.source import read as read_source

MOST_READ = 200
"""So many posts of the folder show what its posts have: those whose names come last."""


def around(site: Site, schema: SiteSchema, folder: PurePosixPath) -> Around:
    """Reads the posts of a folder of the site; `folder` counts from the site's root."""
    here = tuple(_posts(site, folder))
    return Around(schema, here, _shown(site, folder, here[-MOST_READ:]))


def folder_for_new(site: Site) -> PurePosixPath:
    """Where a new post goes if nobody says so, from the site's root."""
    first = site.posts_folders[0]
    if site.generator is Generator.JEKYLL and first == site.root:
        return PurePosixPath("_posts")
    return PurePosixPath(first.relative_to(site.root).as_posix())


def collection_with_names(schema: SiteSchema, folder: PurePosixPath) -> Collection | None:
    """The highest source's collection of a folder that says how its new posts are named."""
    return next(
        (
            collection
            for source in schema.schemas
            for collection in source.collections
            if collection.new_name and PurePosixPath(collection.folder.strip("/")) == folder
        ),
        None,
    )


def _posts(site: Site, folder: PurePosixPath) -> Iterator[PurePosixPath]:
    for path in posts(site):
        inner = PurePosixPath(site.inner(path).as_posix())
        if inner.is_relative_to(folder):
            yield inner


def _shown(
    site: Site, folder: PurePosixPath, here: tuple[PurePosixPath, ...]
) -> tuple[InferredField, ...]:
    tally = Tally()
    for path in here:
        text = _text(site.root / path)
        if text is not None:
            tally.add(str(folder), str(path), read(text))
    return inferred(tally)[0].fields if tally.folders else ()


def _text(path: Path) -> str | None:
    """None where a post can't be read; the others show enough."""
    try:
        source = read_source(load(Path(os.path.realpath(path))).source_bytes)
    except LoadFailed:
        return None
    return None if source.is_read_only else source.text
