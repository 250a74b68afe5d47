"""Read a site's configuration: bounded, as data, nothing of it is run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.reader import read

LARGEST = 256 * 1024
"""In bytes. What is larger is not read; no real configuration comes near."""

_STRING_SETTING = r"""["']?\b{name}\b["']?\s*:\s*["'`]([^"'`\n]{{1,200}})["'`]"""


def read_config(path: Path) -> Mapping[str, Value]:
    """The settings of a YAML, TOML or JSON file; empty where it can't be read.

    A site is found by the name of its configuration, so one that is broken
    only leaves the defaults. The front matter reader reads it, with its bounds
    on size, depth and aliases.
    """
    text = _text(path)
    if path.suffix == ".toml":
        return read(f"+++\n{text}\n+++\n").values()
    if path.suffix == ".json":
        return read(text.strip()).values()
    head, _, rest = text.partition("\n")
    if head.strip() == "---":
        text = rest
    return read(f"---\n{text}\n---\n").values()


def string_setting(path: Path, name: str) -> str | None:
    """The first string that a script gives to `name`, found by looking, not by running."""
    found = re.search(_STRING_SETTING.format(name=re.escape(name)), _text(path))
    return found[1] if found else None


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            return ""
        with path.open("rb") as file:
            data = file.read(LARGEST)
    except OSError:
        return ""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
