"""The settings of a site on disk: `galley.toml` at its root."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.settings import Settings
from editor_app.core.settings_file.report import WRONG_SETTING
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.text.source import Source, read
from editor_app.core.text.spans import Span

FILE = "galley.toml"
_LARGEST = 1 << 20


class Reader(Protocol):
    """The module that reads the text of the file."""

    def read_settings(
        self, text: str, translate: Callable[[str], str]
    ) -> tuple[Settings, tuple[Diagnostic, ...]]: ...


@dataclass(frozen=True, slots=True)
class WrongFile:
    """A file of settings, and what is wrong with it; diagnostics count in `source.text`."""

    path: Path
    source: Source
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`file` is None where there is none; `failure` tells why it could not be read."""

    settings: Settings
    file: Path | None = None
    wrong: tuple[WrongFile, ...] = ()
    failure: LoadFailed | None = None


def settings_of_site(root: Path, translate: Callable[[str], str] = str) -> SiteSettings:
    """Read the settings of the site at a folder; never raises."""
    path = root / FILE
    if not os.path.lexists(path):
        return SiteSettings(Settings())
    try:
        source = read(load(path, _LARGEST).source_bytes)
    except LoadFailed as failure:
        return SiteSettings(Settings(), path, failure=failure)
    # By name: to check the names in it, the reader loads every rule, for which a window or
    # a command must not wait where there is no such file.
    reader: Reader = importlib.import_module("editor_app.core.settings_file.read")
    if source.undecodable_byte is not None:
        told = _undecodable(source, source.undecodable_byte, translate)
        return SiteSettings(Settings(), path, (WrongFile(path, source, (told,)),))
    settings, found = reader.read_settings(source.text, translate)
    wrong = (WrongFile(path, source, found),) if found else ()
    return SiteSettings(settings, path, wrong)


def _undecodable(source: Source, byte: int, translate: Callable[[str], str]) -> Diagnostic:
    message = translate("Byte {byte} can't be read as {encoding}").format(
        byte=byte, encoding=source.encoding
    )
    at = max(source.text.find("\ufffd"), 0)
    return Diagnostic(WRONG_SETTING, Severity.ERROR, message, Span(at, at))
