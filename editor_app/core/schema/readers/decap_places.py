"""Where the entries of a folder collection of Decap CMS and its kin stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from glob import escape

from editor_app.core.schema.readers.foreign import rooted
from editor_app.core.text.expressions import expression

_TAG = expression(r"\{\{[^{}]*\}\}")
_STARS = expression(r"\*{2,}")
_LOCALE = "{{locale}}"
_MOST_DEPTH = 8
"""Folders inside one another that get a pattern each; more are any number."""

_ENDINGS = {"yml": "yml", "yaml": "yml", "toml": "toml", "json": "json"}
"""Of the formats that have no front matter."""


@dataclass(frozen=True, slots=True)
class Locales:
    """How the translations of an entry are kept; `structure` is empty where there are none.

    `is_default_bare`: the default locale is not named in paths.
    """

    structure: str = ""
    names: tuple[str, ...] = ()
    default: str = ""
    is_default_bare: bool = False

    @property
    def others(self) -> tuple[str, ...]:
        return tuple(name for name in self.names if name != self.default)


@dataclass(frozen=True, slots=True)
class Place:
    """What a collection says of its files.

    `depth` counts the folders that may be inside one another, 1 for none, 0
    for any number; `is_exact`: an entry has exactly the form of `path`.
    """

    folder: str
    path: str
    slug: str
    ending: str
    depth: int
    is_exact: bool
    locales: Locales

    def patterns(self, names: Sequence[str]) -> tuple[str, ...]:
        """Of the files in these locales; without locales that of all."""
        found = [
            each
            for name in (names if self.locales.structure else ("",))
            for body in self._bodies()
            for each in self._in_locale(name, body)
        ]
        return tuple(dict.fromkeys(found))

    def index(self, name: str) -> tuple[str, ...]:
        """The patterns of the pages that stand for a folder."""
        ending = f"{name}.{self.ending}"
        return (rooted(escape(self.folder).replace(_LOCALE, "*"), "**", ending),)

    @property
    def new_name(self) -> str:
        """The template of a new file's name, below the folder."""
        path = self.path or "{{slug}}"
        return f"{path.replace('{{slug}}', self.slug or '{{slug}}')}.{self.ending}"

    def _bodies(self) -> Iterator[str]:
        """Patterns of an entry's path below the folder, without locale and ending."""
        if self.path and self.is_exact:
            yield _glob(self.path)
        elif not self.depth or self.depth > _MOST_DEPTH:
            yield "**/*"
        else:
            yield from ("*/" * depth + "*" for depth in range(self.depth))

    def _in_locale(self, locale: str, body: str) -> Iterator[str]:
        folder, ending = escape(self.folder), escape(self.ending)
        structure = self.locales.structure
        is_bare = self.locales.is_default_bare and locale == self.locales.default
        if _LOCALE in folder:
            yield rooted(folder.replace(_LOCALE, "" if is_bare else locale), f"{body}.{ending}")
        elif is_bare or structure not in SEVERAL_FILES:
            yield rooted(folder, f"{body}.{ending}")
            if is_bare and structure == "multiple_files":
                for other in self.locales.others:
                    yield f"!{rooted(folder, f'{body}.{other}.{ending}')}"
        elif structure == "multiple_files":
            yield rooted(folder, f"{body}.{locale}.{ending}")
        elif structure == "multiple_folders":
            yield rooted(folder, locale, f"{body}.{ending}")
        else:
            yield rooted(locale, folder, f"{body}.{ending}")


ROOT_FOLDERS = ("multiple_root_folders", "multiple_folders_i18n_root")
SEVERAL_FILES = ("multiple_files", "multiple_folders", *ROOT_FOLDERS)
"""Structures that keep each locale in a file of its own."""


def ending_of(extension: str, form: str) -> str:
    """The ending of a collection's files, without its dot."""
    return extension.lstrip(".") or _ENDINGS.get(form, "md")


def has_front_matter(name: str, form: str) -> bool:
    """Whether a file has a body below its values."""
    if form:
        return form not in _ENDINGS
    return name.rpartition(".")[2].lower() not in {"yml", "yaml", "toml", "json"}


def file_patterns(file: str, locales: Locales, names: Sequence[str]) -> tuple[str, ...]:
    """Those of a single file, which may be there for each locale."""
    found: list[str] = []
    for name in names if _LOCALE in file else ("",):
        path = file.replace(_LOCALE, name)
        if locales.is_default_bare and name == locales.default:
            path = file.replace(f"{_LOCALE}/", "").replace(f".{_LOCALE}", "")
        found.append(rooted(escape(path)))
    return tuple(found)


def depth_of(path: str) -> int:
    """So many folders a path template stands in, itself counted."""
    return path.strip("/").count("/") + 1


def _glob(path: str) -> str:
    """The pattern of the paths that a template makes."""
    parts = (escape(part) for part in _TAG.split(path.strip("/")))
    return _STARS.sub("*", "*".join(parts))
