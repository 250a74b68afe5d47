"""The page folders of Front Matter CMS: which posts stand in them."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from editor_app.core.data_files.table import Table
from editor_app.core.schema.readers.foreign import rooted
from editor_app.core.schema.readers.front_matter_cms_settings import Settings, in_site
from editor_app.core.text.expressions import expression

_ENDINGS = ("md", "markdown", "mdx")
_PLACEHOLDER = expression(r"\{\{[^{}]*\}\}")
_MOST_FOLDERS = 200


@dataclass(frozen=True, slots=True)
class PageFolder:
    """`path` from the site's root, with `*` for what may stand there; `types` may stand here."""

    path: str
    types: tuple[str, ...]
    endings: tuple[str, ...]
    table: Table
    is_flat: bool
    excluded: tuple[str, ...]

    def decides(self, names: Names[str]) -> bool:
        """Whether it says of which type its posts are."""
        return len(self.types) == 1 and self.types[0] in names

    @property
    def included(self) -> tuple[str, ...]:
        inside = "*" if self.is_flat else "**/*"
        return tuple(rooted(self.path, f"{inside}.{ending}") for ending in self.endings)

    @property
    def patterns(self) -> tuple[str, ...]:
        left_out = tuple(f"!{rooted(self.path, each)}" for each in self.excluded)
        return (*self.included, *left_out)


def page_folders(settings: Settings) -> tuple[PageFolder, ...]:
    """The nearest to the root first, for the deepest counts."""
    endings = settings.words("content.supportedFileTypes") or _ENDINGS
    endings = tuple(ending.lstrip(".") for ending in endings)
    found = list(_page_folders(settings, endings))[:_MOST_FOLDERS]
    return tuple(sorted(found, key=lambda each: each.path.count("/") if each.path else -1))


def _page_folders(settings: Settings, endings: tuple[str, ...]) -> Iterator[PageFolder]:
    for table in settings.items("content.pageFolders"):
        path = table.plain("path")
        if path is None:
            if not table.has("path"):
                table.missing("path")
            continue
        place = _PLACEHOLDER.sub("*", in_site(path)).replace("[", "[[]")
        if ".." in place.split("/"):
            continue
        yield PageFolder(
            path=place,
            types=table.words("contentTypes") or (),
            endings=endings,
            table=table,
            is_flat=bool(table.flag("excludeSubdir")),
            excluded=table.words("excludePaths") or (),
        )


def every(folders: Sequence[PageFolder]) -> tuple[str, ...]:
    """The posts of all folders; without folders all that there are."""
    if not folders:
        return tuple(f"/**/*.{ending}" for ending in _ENDINGS)
    return tuple(dict.fromkeys(pattern for each in folders for pattern in each.patterns))


def deciding(folders: Sequence[PageFolder], decided: Sequence[str], name: str) -> tuple[str, ...]:
    """The posts of the folders that decide for a type, without those of folders inside."""
    if name not in decided:
        return every(folders) if not folders and name == "default" else ()
    found: list[str] = []
    for folder, type_ in zip(folders, decided, strict=True):
        if type_ == name:
            found += folder.patterns
        elif found:
            found += [f"!{pattern}" for pattern in folder.included]
    return tuple(found)
