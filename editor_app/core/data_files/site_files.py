"""The files of a site that describe its posts: found, read as tables, their faults collected."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from editor_app.core.data_files.asked import LARGEST, Answers, Question, answer, inside
from editor_app.core.data_files.jsonc import as_json
from editor_app.core.data_files.report import WRONG_SETTING, Report, WrongFile
from editor_app.core.data_files.table import Table
from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.frontmatter import limits
from editor_app.core.frontmatter.nodes import Content, Unreadable
from editor_app.core.storage.identity import LoadFailed, load
from editor_app.core.storage.reasons import Reason
from editor_app.core.text.source import Source, read
from editor_app.core.text.spans import Span

MOST_NAMES = 20_000
"""So many files and folders are looked at to find those that a format puts anywhere."""

SKIPPED = frozenset(
    {
        ".git",
        ".hg",
        ".svn",
        ".cache",
        ".jekyll-cache",
        ".galley",
        "node_modules",
        "vendor",
        "_site",
        "public",
        "dist",
        "resources",
        "__pycache__",
    }
)
"""Folders that hold what a generator or a package manager made."""

_JSON = frozenset({".json", ".jsonc", ".code-workspace"})
_YAML = frozenset({".yml", ".yaml"})
_FOR_PEOPLE = "{path} can't be read: {reason}"


@dataclass(slots=True)
class SiteFiles:
    """Names are relative to `root`, with slashes. Nothing outside of the root is read.

    Each file is read once. What is wrong with it is in `wrong`, so that a
    reader goes on with None and needs to tell nobody.
    """

    root: Path
    translate: Callable[[str], str] = str
    _sources: dict[str, Source | None] = field(default_factory=dict)
    _tables: dict[str, Table | None] = field(default_factory=dict)
    _reports: dict[str, Report] = field(default_factory=dict)
    _walked: tuple[str, ...] | None = None
    _answers: dict[tuple[str, str], str] = field(default_factory=dict)
    _top: str = field(init=False)

    def __post_init__(self) -> None:
        self._top = os.path.realpath(self.root)

    @property
    def wrong(self) -> tuple[WrongFile, ...]:
        """The files that have faults; a file that could not be read has an empty text."""
        return tuple(
            WrongFile(self.root / name, self._sources[name] or _NOTHING, report.sorted())
            for name, report in self._reports.items()
            if report.found
        )

    @property
    def read_names(self) -> tuple[str, ...]:
        """The files that were asked for and are there; whoever keeps a schema watches them."""
        return tuple(self._sources)

    @property
    def answers(self) -> Answers:
        """All that was asked so far: while it holds, whoever reads again reads the same."""
        return self._answers

    def is_file(self, name: str) -> bool:
        return self._ask(Question.IS_FILE, name) == str(True)

    def is_folder(self, name: str) -> bool:
        return self._ask(Question.IS_FOLDER, name) == str(True)

    def first(self, *names: str) -> str | None:
        """The first of several names that is a file."""
        return next((name for name in names if self.is_file(name)), None)

    def names(self, folder: str) -> tuple[str, ...]:
        """What stands in a folder, sorted; nothing where there is no such folder."""
        if not self.is_folder(folder):
            return ()
        self._ask(Question.NAMES, folder)
        try:
            return tuple(sorted(os.listdir(self.root / folder)))
        except OSError:
            return ()

    def found(self, pattern: str) -> tuple[str, ...]:
        """The files of the whole site whose name (without its folder) is as `pattern` says."""
        if self._walked is None:
            self._walked = tuple(self._walk())
        return tuple(name for name in self._walked if fnmatchcase(name.rpartition("/")[2], pattern))

    def text(self, name: str) -> str | None:
        """A file's text, line breaks as `\\n`; None where there is none or it can't be read."""
        source = self._source(name)
        return None if source is None else source.text

    def table(self, name: str, *, is_foreign: bool = False) -> Table | None:
        """A file of YAML, TOML or JSON as a table; None where it is none."""
        if name not in self._tables:
            self._tables[name] = self._table(name, is_foreign)
        return self._tables[name]

    def report(self, name: str) -> Report:
        """Where to tell what is wrong with a file that was read."""
        if name not in self._reports:
            source = self._source(name) or _NOTHING
            self._reports[name] = Report(source.text, self.translate)
        return self._reports[name]

    def unreadable(
        self, name: str, span: Span, message: str, severity: Severity = Severity.WARNING
    ) -> None:
        """Tell why what a file says can't be read; `message` is an English template."""
        reason = self.translate(message.rstrip("."))
        self.report(name).wrong(span, _FOR_PEOPLE, None, severity, path=name, reason=reason)

    # --- reading

    def _ask(self, question: Question, name: str) -> str:
        """The answer, which is remembered as it was first given."""
        key = (question.value, name)
        if key not in self._answers:
            self._answers[key] = answer(self._top, question, name)
        return self._answers[key]

    def _source(self, name: str) -> Source | None:
        if name in self._sources:
            return self._sources[name]
        real = inside(self._top, name)
        if real is None or not os.path.lexists(self.root / name):
            self._ask(Question.CONTENT, name)
            return None
        self._sources[name] = None
        try:
            loaded = load(Path(real), LARGEST)
            self._answers[Question.CONTENT.value, name] = loaded.identity.sha256
            source = read(loaded.source_bytes)
        except LoadFailed as failure:
            self._ask(Question.CONTENT, name)
            reason = Reason.SETTINGS_TOO_LARGE if failure.reason is Reason.TOO_LARGE else None
            self._tell(name, self.translate(reason or failure.reason))
            return None
        if source.undecodable_byte is not None:
            self._tell(name, self.translate("it is not in UTF-8"))
            return None
        self._sources[name] = source
        return source

    def _walk(self) -> Iterator[str]:
        """Files of the site, folder by folder, so that the nearest are found if there are many."""
        seen = 0
        folders = [""]
        while folders:
            inner: list[str] = []
            for folder in folders:
                self._ask(Question.TIME, folder)
                try:
                    entries = sorted(os.scandir(self.root / folder), key=lambda entry: entry.name)
                except OSError:
                    continue
                for entry in entries:
                    seen += 1
                    if seen > MOST_NAMES:
                        return
                    name = f"{folder}/{entry.name}" if folder else entry.name
                    if entry.is_dir(follow_symlinks=False):
                        if entry.name not in SKIPPED:
                            inner.append(name)
                    else:
                        yield name
            folders = inner

    def _tell(self, name: str, reason: str) -> None:
        message = self.translate(_FOR_PEOPLE).format(path=name, reason=reason)
        self.report(name).found.append(
            Diagnostic(WRONG_SETTING, Severity.WARNING, message, Span(0, 0))
        )

    def _table(self, name: str, is_foreign: bool) -> Table | None:
        text = self.text(name)
        if text is None:
            return None
        content = _content(text, name)
        if isinstance(content, Unreadable):
            severity = Severity.WARNING if is_foreign else Severity.ERROR
            self.unreadable(name, content.span, content.message, severity)
            return None
        return Table(content.root, (), self.report(name), name, is_foreign)


_NOTHING = read(b"")


def _content(text: str, name: str) -> Content | Unreadable:
    whole = Span(0, len(text))
    suffix = os.path.splitext(name)[1].lower() or _suffix_of_text(text)
    too_long = limits.too_long(whole)
    if too_long is not None:
        return too_long
    # Each parser is loaded where it is needed: most sites have files of one format.
    if suffix == ".toml":
        from editor_app.core.frontmatter import toml_format  # noqa: PLC0415

        return toml_format.read(text, whole)
    if suffix in _JSON:
        return _json(as_json(text))
    if suffix in _YAML:
        from editor_app.core.frontmatter import yaml_format  # noqa: PLC0415

        return yaml_format.read(text, _first_document(text), most=limits.MAX_SETTINGS_NODES)
    return Unreadable("This is no file of YAML, TOML or JSON", Span(0, 0))


def _suffix_of_text(text: str) -> str:
    """What a file without an ending, as `.remarkrc`, is written in."""
    return ".json" if text.lstrip().startswith(("{", "//", "/*")) else ".yaml"


def _json(text: str) -> Content | Unreadable:
    """A JSON file may have blanks around its object."""
    from editor_app.core.frontmatter import json_format  # noqa: PLC0415

    start = len(text) - len(text.lstrip())
    whole = Span(start, max(start, len(text.rstrip())))
    return json_format.read(text, whole, most=limits.MAX_SETTINGS_NODES)


def _first_document(text: str) -> Span:
    """YAML without the documents that follow."""
    at = 0
    for line in text.split("\n"):
        if not _is_bare(line):
            break
        at += len(line) + 1
    end = text.find("\n---", at)
    return Span(0, len(text) if end < 0 else end + 1)


def _is_bare(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith(("#", "%", "---"))
