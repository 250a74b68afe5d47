"""The settings of a site on disk: `galley.toml` at its root."""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from editor_app.core.data_files.report import WRONG_SETTING, PrhFile, ReadFile, WrongFile, united
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.settings import Settings
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.storage.reasons import Reason
from editor_app.core.text.source import Source, read
from editor_app.core.text.spans import Span

FILE = "galley.toml"
_LARGEST = 1 << 20


class Reader(Protocol):
    """The module that reads the text of the file."""

    def read_with_files(
        self, text: str, translate: Callable[[str], str], read_file: ReadFile
    ) -> tuple[Settings, tuple[Diagnostic, ...], tuple[PrhFile, ...]]: ...


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """`file` is None where there is none; `failure` tells why it could not be read."""

    settings: Settings
    file: Path | None = None
    wrong: tuple[WrongFile, ...] = ()
    failure: LoadFailed | None = None

    def with_schema(self, wrong: Iterable[WrongFile]) -> SiteSettings:
        """The same, with what is wrong with the files that describe the site's posts.

        What is told of `galley.toml` as a file of settings is not told again.
        """
        unread = None if self.failure is None else self.failure.path
        others = (each for each in wrong if each.path != unread)
        return replace(self, wrong=united(self.wrong, others))

    def sentences(self, translate: Callable[[str], str] = str) -> tuple[str, ...]:
        """What is wrong, each with its file and line, for who shows no diagnostics of settings."""
        told = [
            f"{each.path.name}:{each.source.lines.position(one.span.start).line}: {one.message}"
            for each in self.wrong
            for one in each.diagnostics
        ]
        if self.failure is not None:
            told.append(self.failure.message(translate))
        return tuple(told)


def settings_of_site(root: Path, translate: Callable[[str], str] = str) -> SiteSettings:
    """Read the settings of the site at a folder; never raises."""
    path = root / FILE
    if not os.path.lexists(path):
        return SiteSettings(Settings())
    try:
        source = _source(path)
    except LoadFailed as failure:
        return SiteSettings(Settings(), path, failure=failure)
    # By name: to check the names in it, the reader loads every rule, for which a window or
    # a command must not wait where there is no such file.
    reader: Reader = importlib.import_module("editor_app.core.settings_file.read")
    if source.undecodable_byte is not None:
        told = _undecodable(source, source.undecodable_byte, translate)
        return SiteSettings(Settings(), path, (WrongFile(path, source, (told,)),))
    files_of_site = _Reader(root, translate).read
    settings, found, others = reader.read_with_files(source.text, translate, files_of_site)
    files = [WrongFile(path, source, found)]
    files += (WrongFile(root / each.path, each.source, each.report.sorted()) for each in others)
    return SiteSettings(settings, path, tuple(each for each in files if each.diagnostics))


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads files of a site, and none outside of it."""

    root: Path
    translate: Callable[[str], str]

    def read(self, name: str) -> Source | str:
        path = self.root / name
        try:
            real = Path(os.path.realpath(path))
            if not real.is_relative_to(os.path.realpath(self.root)):
                return self.translate("it is outside of the site")
            source = _source(real)
        except LoadFailed as failure:
            return self.translate(failure.reason)
        except (OSError, ValueError):  # a NUL in the name
            return self.translate(Reason.NAME_NOT_ALLOWED)
        return self.translate("it is not in UTF-8") if source.is_read_only else source


def _source(path: Path) -> Source:
    """Raises LoadFailed."""
    try:
        return read(load(path, _LARGEST).source_bytes)
    except LoadFailed as failure:
        if failure.reason is not Reason.TOO_LARGE:
            raise
        raise LoadFailed(failure.path, Reason.SETTINGS_TOO_LARGE) from failure


def _undecodable(source: Source, byte: int, translate: Callable[[str], str]) -> Diagnostic:
    message = translate("Byte {byte} can't be read as {encoding}").format(
        byte=byte, encoding=source.encoding
    )
    at = max(source.text.find("\ufffd"), 0)
    return Diagnostic(WRONG_SETTING, Severity.ERROR, message, Span(at, at))
