"""Values of ours as bytes and back; bytes from a file can make such values and do nothing else."""

from __future__ import annotations

import dataclasses
import importlib
import io
import pickle
from collections.abc import Callable
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any

_OURS = "editor_app.core."
_PLAIN = {
    "builtins": frozenset({"frozenset", "set"}),
    "datetime": frozenset({"date", "datetime", "time", "timedelta", "timezone"}),
    "pathlib": frozenset({"PurePosixPath", "PureWindowsPath"}),
    "pathlib._local": frozenset({"PurePosixPath", "PureWindowsPath"}),
}


class Unpackable(ValueError):
    """Bytes that `pack` has not made, or not this version of it."""


def pack(value: object) -> bytes:
    """Numbers, texts, collections, paths, dates, and the core's dataclasses and enums."""
    stream = io.BytesIO()
    _Pickler(stream, 5).dump(value)
    return stream.getvalue()


def unpack(data: bytes) -> object:
    """What was packed. Raises Unpackable."""
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except Exception as error:  # whatever broken bytes make it do
        raise Unpackable(str(error)) from error


class _Pickler(pickle.Pickler):
    """Writes a dataclass as its class and the values of its fields: two thirds of the time."""

    def reducer_override(self, value: object) -> Any:
        kind: type = type(value)
        fields = _fields(kind)
        return NotImplemented if fields is None else (kind, fields(value))


@cache
def _fields(kind: type) -> Callable[[object], tuple[object, ...]] | None:
    """Gives the fields from which a value is made; None for what is made in another way."""
    if not dataclasses.is_dataclass(kind):
        return None
    fields = dataclasses.fields(kind)
    if any(field.kw_only or not field.init for field in fields):
        return None
    names = tuple(field.name for field in fields)
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


class _Unpickler(pickle.Unpickler):
    """Finds no function and no class but those that only hold values."""

    def find_class(self, module: str, name: str) -> object:
        if name in _PLAIN.get(module, ()):
            return getattr(importlib.import_module(module), name)
        if module.startswith(_OURS):
            found = getattr(importlib.import_module(module), name, None)
            if isinstance(found, type) and (
                dataclasses.is_dataclass(found) or issubclass(found, Enum)
            ):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value")
