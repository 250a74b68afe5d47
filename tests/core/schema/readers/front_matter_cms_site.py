"""Sites of our own making for Front Matter CMS, and what is read from them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from editor_app.core.generator import Generator
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.schema import (
    Collection,
    SchemaField,
    field_named,
)
from editor_app.core.schema.site_schema import SiteSchema


def site(root: Path, files: dict[str, Any]) -> SiteSchema:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        text = content if isinstance(content, str) else json.dumps(content, indent=1)
        path.write_text(text, encoding="utf-8")
    return _without_generator(read_schema(root, Generator.JEKYLL))


def _without_generator(found: SiteSchema) -> SiteSchema:
    """What the CMS says, without what the generator's own files say."""
    own = tuple(each for each in found.schemas if not each.source.startswith(("Jekyll", "Hugo")))
    return replace(found, schemas=own)


def told(found: SiteSchema) -> list[str]:
    return [
        f"{each.source.lines.position(one.span.start).line}: {one.message}"
        for each in found.wrong
        for one in each.diagnostics
    ]


def collections(found: SiteSchema) -> list[Collection]:
    return [each for source in found.schemas for each in source.collections]


def with_fields(root: Path, *fields: dict[str, Any], **more: Any) -> SiteSchema:
    """A site with one content type of these fields; `a__b` is the setting `a.b`."""
    types = [{"name": "default", "fields": list(fields)}]
    rest = {f"frontMatter.{key.replace('__', '.')}": value for key, value in more.items()}
    return site(root, {"frontmatter.json": {"frontMatter.taxonomy.contentTypes": types, **rest}})


def field(found: SiteSchema, *path: str) -> SchemaField:
    fields: Sequence[SchemaField] = collections(found)[0].fields
    for key in path:
        one = field_named(fields, key)
        assert one is not None, key
        fields = one.fields
    return one


def type_of(found: SiteSchema, path: str, **values: Any) -> str:
    return found.at(PurePath(path)).content_type(values).label
