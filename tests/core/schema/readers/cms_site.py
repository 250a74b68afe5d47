"""A site whose posts a CMS describes, and what is read of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from editor_app.core.generator import Generator
from editor_app.core.schema.schema import Collection, SchemaField, field_named
from editor_app.core.schema.site_schema import SiteSchema
from tests.core.schema.readers import site as any_site


def site(
    root: Path, files: Mapping[str, str], generator: Generator = Generator.JEKYLL
) -> SiteSchema:
    """What the CMS says, without what the generator's own files say."""
    found = any_site.schema(root, generator, files)
    own = tuple(each for each in found.schemas if not each.source.startswith(("Jekyll", "Hugo")))
    return replace(found, schemas=own)


def collections(found: SiteSchema) -> list[Collection]:
    return [each for source in found.schemas for each in source.collections]


def field(found: SiteSchema, *path: str) -> SchemaField:
    fields: Sequence[SchemaField] = collections(found)[0].fields
    for key in path:
        one = field_named(fields, key)
        assert one is not None, key
        fields = one.fields
    return one
