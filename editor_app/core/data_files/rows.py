"""The entries of a data file, such as a site's list of authors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from editor_app.core.data_files.config import config_or_fault
from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.text.spans import Span

MOST_ROWS = 1000
ENDINGS = (".yml", ".yaml", ".json", ".toml")
_KEY = "all-rows"
_IDS = ("id", "slug", "key", "username", "name", "title")
_LABELS = ("name", "title", "label", "display_name", "full_name")


@dataclass(frozen=True, slots=True)
class Row:
    """One entry. `id` is its key, or the value in it that others name it by."""

    id: str
    label: str
    value: Value


def rows_of(files: SiteFiles, name: str) -> tuple[Row, ...]:
    """The entries of a mapping or list; nothing for a file that holds no such thing."""
    text = files.text(name)
    if text is None:
        return ()
    suffix = "." + name.rpartition(".")[2].lower()
    whole = _under_a_key(text, suffix)
    values = config_or_fault(whole, suffix)
    if isinstance(values, str):
        files.unreadable(name, Span(0, 0), values)
        return ()
    return tuple(islice(_rows(values.get(_KEY, dict(values))), MOST_ROWS))


def _under_a_key(text: str, suffix: str) -> str:
    """A file may be a list at its top, which no configuration is; so it becomes that of a key."""
    if suffix == ".toml":
        return text
    return f'{{"{_KEY}": {text}\n}}' if suffix == ".json" else f"{_KEY}:\n{_indented(text)}"


def _indented(text: str) -> str:
    lines = text.split("\n")
    if lines and lines[0].strip() == "---":
        lines = lines[1:]
    return "\n".join(f"  {line}" if line.strip() else "" for line in lines)


def _rows(value: Value) -> Iterator[Row]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield Row(key, _label(each) or key, each)
    elif isinstance(value, list):
        for each in value:
            own = each if isinstance(each, str) else _text(each, _IDS)
            if own:
                yield Row(own, _label(each) or own, each)


def _label(value: Value) -> str:
    return value if isinstance(value, str) else _text(value, _LABELS)


def _text(value: Value, keys: tuple[str, ...]) -> str:
    if not isinstance(value, dict):
        return ""
    found = (value.get(key) for key in keys)
    return next((each for each in found if isinstance(each, str) and each), "")
