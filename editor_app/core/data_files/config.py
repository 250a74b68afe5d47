"""Read a site's configuration: bounded, as data, nothing of it is run."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.core.frontmatter.nodes import Entry, Node, Sequence, Value
from editor_app.core.frontmatter.nodes import Mapping as Map
from editor_app.core.frontmatter.nodes import Path as Steps
from editor_app.core.text.spans import Span

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


def config_or_fault(text: str, suffix: str) -> Mapping[str, Value] | str:
    """The settings in a text, or why they can't be read, an English template."""
    read = _read(text, suffix)
    return read.values() if read.unreadable is None else read.unreadable.message


def config_lines(text: str, suffix: str) -> ConfigLines:
    """A text of settings, read once to be asked for many places."""
    return ConfigLines(_read(text, suffix), _added_lines(text, suffix))


@dataclass(frozen=True, slots=True)
class ConfigLines:
    """Where the settings of a file stand; `_added` lines stand above them that are not its own."""

    _read: FrontMatter
    _added: int

    def line(self, path: Steps, *, folds_case: bool = False) -> int | None:
        """The line, from 1, of a path of keys and numbers; None where nothing stands there.

        `folds_case` for a program to which `Params` and `params` are one.
        """
        node: Node | None = self._read.root
        span: Span | None = None
        for step in path:
            if isinstance(node, Map) and isinstance(step, str):
                entry = _entry(node, step, folds_case)
                node, span = (None, None) if entry is None else (entry.value, entry.span)
            elif isinstance(node, Sequence) and isinstance(step, int):
                node = node.items[step] if 0 <= step < len(node.items) else None
                span = None if node is None else node.span
            else:
                return None
        if span is None:
            return None
        return self._read.text.count("\n", 0, span.start) + 1 - self._added


def _entry(node: Map, key: str, folds_case: bool) -> Entry | None:
    wanted = key.lower() if folds_case else key
    named = ((each.name.lower() if folds_case else each.name, each) for each in node.entries)
    return next((each for name, each in reversed(list(named)) if name == wanted), None)


def _added_lines(text: str, suffix: str) -> int:
    """How many more lines `_read` makes of a text before its first setting."""
    if suffix == ".json":
        return -text[: len(text) - len(text.lstrip())].count("\n")
    head = text.partition("\n")[0].strip()
    return 0 if suffix != ".toml" and head == "---" else 1


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
