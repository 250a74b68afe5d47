"""Sites of our own making for Front Matter CMS, and what is read from them."""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import Any

from editor_app.core.schema.site_schema import SiteSchema
from tests.core.schema.readers import cms_site


def site(root: Path, files: dict[str, Any]) -> SiteSchema:
    """Of texts, or of values as JSON whose every line is one of them."""
    return cms_site.site(
        root,
        {
            name: content if isinstance(content, str) else json.dumps(content, indent=1)
            for name, content in files.items()
        },
    )


def with_fields(root: Path, *fields: dict[str, Any], **more: Any) -> SiteSchema:
    """A site with one content type of these fields; `a__b` is the setting `a.b`."""
    types = [{"name": "default", "fields": list(fields)}]
    rest = {f"frontMatter.{key.replace('__', '.')}": value for key, value in more.items()}
    return site(root, {"frontmatter.json": {"frontMatter.taxonomy.contentTypes": types, **rest}})


def type_of(found: SiteSchema, path: str, **values: Any) -> str:
    return found.at(PurePath(path)).content_type(values).label
