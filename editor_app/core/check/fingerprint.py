"""Hashes of what results depend on."""

from __future__ import annotations

import dataclasses
import hashlib
import os
import sys
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from importlib.util import find_spec
from pathlib import Path

from editor_app import __version__
from editor_app.core.resources import resource

_CORE = Path(__file__).parent.parent
_BESIDE = ("markdown_it", "yaml", "tree_sitter_toml")
"""Packages whose version makes a difference to what is found."""

_SIZE = 16


def digest(*parts: bytes) -> bytes:
    """A hash that tells parts from their sum."""
    result = hashlib.sha256()
    for part in parts:
        result.update(len(part).to_bytes(8, "big"))
        result.update(part)
    return result.digest()[:_SIZE]


def of_value(value: object) -> bytes:
    """The hash of a value of dataclasses, collections and plain types; equal for equal ones."""
    return digest("".join(_spelt(value)).encode("utf-8", "surrogatepass"))


def _spelt(value: object) -> Iterator[str]:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        yield type(value).__qualname__
        yield from _spelt(
            tuple(
                (each.name, getattr(value, each.name))
                for each in dataclasses.fields(value)
                if each.compare
            )
        )
    elif isinstance(value, AbstractSet | Mapping):
        members = value.items() if isinstance(value, Mapping) else value
        yield "{"
        yield from sorted("".join(_spelt(each)) for each in members)
        yield "}"
    elif isinstance(value, list | tuple):
        yield "("
        for each in value:
            yield from _spelt(each)
            yield ","
        yield ")"
    else:
        yield repr(value)


def of_engine() -> bytes:
    """The hash of what stands behind all results: this program as it is now.

    By names, sizes and times of its own files, so that nobody has to remember to
    count a version up when a rule is changed.
    """
    spelt = [__version__, sys.version]
    for folder in (_CORE, resource("translations")):
        for directory, folders, names in os.walk(folder):
            folders.sort()
            spelt += (
                _stamp(os.path.join(directory, name))
                for name in sorted(names)
                if name.endswith((".py", ".mo"))
            )
    for package in _BESIDE:
        found = find_spec(package)
        spelt.append(_stamp(found.origin) if found is not None and found.origin else package)
    return of_value(spelt)


def _stamp(path: str) -> str:
    try:
        status = os.stat(path)
    except OSError:
        return path
    return f"{path}:{status.st_size}:{status.st_mtime_ns}"
