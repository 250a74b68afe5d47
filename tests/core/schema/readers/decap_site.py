"""Sites of our own making for Decap CMS and its kin, and what is read from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from editor_app.core.generator import Generator
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.schema import (
    Collection,
    SchemaField,
    field_named,
)
from editor_app.core.schema.site_schema import SiteSchema

DECAP = '<script src="https://unpkg.com/decap-cms@^3.0.0/dist/decap-cms.js"></script>'
SVELTIA = '<script src="https://unpkg.com/@sveltia/cms/dist/sveltia-cms.js"></script>'
STATIC = '<script src="https://unpkg.com/@staticcms/app@^4.0.0/dist/static-cms-app.js"></script>'

NOTES = """\
backend: { name: github, repo: example/garden, branch: main }
media_folder: assets/photos
public_folder: /photos
collections:
  - name: notes
    label: 記事
    folder: _posts
    create: true
    slug: "{{year}}-{{month}}-{{day}}-{{slug}}"
    fields:
      - { name: title, label: 題名, widget: string, pattern: ['^.{1,60}$', '60文字以内'] }
      - { name: date, widget: datetime, format: "YYYY-MM-DD HH:mm:ss ZZ" }
      - { name: categories, widget: select, multiple: true, min: 1, options: [技術, 日記] }
      - { name: tags, widget: list, required: false }
      - { name: reading_time, widget: number, value_type: int, min: 1, required: false }
      - { name: body, widget: markdown }
"""


def site(root: Path, files: dict[str, str], generator: Generator = Generator.JEKYLL) -> SiteSchema:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return _without_generator(read_schema(root, generator))


def _without_generator(found: SiteSchema) -> SiteSchema:
    """What the CMS says, without what the generator's own files say."""
    own = tuple(each for each in found.schemas if not each.source.startswith(("Jekyll", "Hugo")))
    return replace(found, schemas=own)


def schema(root: Path, config: str, page: str = DECAP) -> SiteSchema:
    return site(root, {"admin/index.html": page, "admin/config.yml": config})


def collections(found: SiteSchema) -> list[Collection]:
    return [each for source in found.schemas for each in source.collections]


def with_fields(root: Path, lines: str, page: str = DECAP, more: str = "") -> SiteSchema:
    """A site with one collection of these fields, one in each line."""
    fields = "".join(f"      - {line}\n" for line in lines.strip().split("\n"))
    head = "media_folder: static/img\npublic_folder: /img\n"
    whole = f"{head}{more}collections:\n  - name: posts\n    folder: posts\n    fields:\n{fields}"
    return schema(root, whole, page)


def field(found: SiteSchema, *path: str) -> SchemaField:
    fields: Sequence[SchemaField] = collections(found)[0].fields
    for key in path:
        one = field_named(fields, key)
        assert one is not None, key
        fields = one.fields
    return one


def told(found: SiteSchema) -> list[str]:
    return [
        f"{each.source.lines.position(one.span.start).line}: {one.message}"
        for each in found.wrong
        for one in each.diagnostics
    ]
