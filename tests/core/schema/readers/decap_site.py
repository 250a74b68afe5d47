"""Sites of our own making for Decap CMS and its kin, with one configuration."""

from __future__ import annotations

from pathlib import Path

from editor_app.core.schema.site_schema import SiteSchema
from tests.core.schema.readers.cms_site import site

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


def schema(root: Path, config: str, page: str = DECAP) -> SiteSchema:
    return site(root, {"admin/index.html": page, "admin/config.yml": config})


def with_fields(root: Path, lines: str, page: str = DECAP, more: str = "") -> SiteSchema:
    """A site with one collection of these fields, one in each line."""
    fields = "".join(f"      - {line}\n" for line in lines.strip().split("\n"))
    head = "media_folder: static/img\npublic_folder: /img\n"
    whole = f"{head}{more}collections:\n  - name: posts\n    folder: posts\n    fields:\n{fields}"
    return schema(root, whole, page)
