"""Read a site's configuration: bounded, as data, nothing of it is run."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.core.frontmatter.nodes import Value

if TYPE_CHECKING:
    from editor_app.core.frontmatter.front_matter import FrontMatter

LARGEST = 256 * 1024
"""In bytes. What is larger is not read; no real configuration comes near."""

_STRING_SETTING = r"""["']?\b{name}\b["']?\s*:\s*["'`]([^"'`\n]{{1,200}})["'`]"""


def read_config(path: Path) -> Mapping[str, Value]:
    """The settings of a YAML, TOML or JSON file; empty where it can't be read.

    A site is found by the name of its configuration, so one that is broken
    only leaves the defaults. The front matter reader reads it, with its bounds
    on size, depth and aliases.
    """
    return config_of(config_text(path), path.suffix)


def config_of(text: str, suffix: str) -> Mapping[str, Value]:
    """The settings in a text, after the name's ending."""
    return _read(text, suffix).values()


def config_fault(text: str, suffix: str) -> str:
    """Why the settings in a text can't be read, an English template; empty where they can."""
    unreadable = _read(text, suffix).unreadable
    return "" if unreadable is None else unreadable.message


def _read(text: str, suffix: str) -> FrontMatter:
    # By name: a check that knows the site from last time need not load three parsers.
    read: Callable[[str], FrontMatter] = importlib.import_module(
        "editor_app.core.frontmatter.reader"
    ).read
    if suffix == ".toml":
        text = f"+++\n{text}\n+++\n"
    elif suffix == ".json":
        text = text.strip()
    else:
        head, _, rest = text.partition("\n")
        text = f"---\n{rest if head.strip() == '---' else text}\n---\n"
    return read(text)


def string_setting(path: Path, name: str) -> str | None:
    """The first string that a script gives to `name`, found by looking, not by running."""
    found = re.search(_STRING_SETTING.format(name=re.escape(name)), config_text(path))
    return found[1] if found else None


def config_text(path: Path) -> str:
    """The text of a file, empty where it can't be read or is too large."""
    try:
        if path.stat().st_size > LARGEST:
            return ""
        with path.open("rb") as file:
            data = file.read(LARGEST)
    except OSError:
        return ""
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n").replace("\r", "\n")
