"""The settings of Front Matter CMS, put together from all the files that hold them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.nodes import Scalar, Value
from editor_app.core.text.expressions import expression

FILE = "frontmatter.json"
VS_CODE = ".vscode/settings.json"
TAXONOMIES_FILE = ".frontmatter/database/taxonomyDb.json"

_PREFIX = "frontMatter."
_SPLIT = ".frontmatter/config"
_WORKSPACE = "[[workspace]]"
_ADDRESS = expression(r"[A-Za-z][A-Za-z0-9+.-]+://")
_MOST_FILES = 500
_MOST_FOLDERS = 200

_NAMED_BY = {
    "taxonomy.contentTypes": "name",
    "taxonomy.fieldGroups": "id",
    "taxonomy.customTaxonomy": "id",
    "content.pageFolders": "path",
    "data.files": "id",
    "data.types": "id",
}
"""Lists that several files make together, and by what their items are told apart."""


@dataclass(frozen=True, slots=True)
class Settings:
    """`tables`: the settings as a whole, the highest first; `split`: items of lists, by setting.

    `editor` are those of VS Code, which replace a setting whole.
    """

    editor: Table | None
    tables: tuple[Table, ...]
    split: tuple[tuple[str, Table], ...]
    files: tuple[str, ...]

    def items(self, name: str) -> tuple[Table, ...]:
        """The tables of a list: those of one name count once, the highest."""
        key = _PREFIX + name
        if self.editor is not None and self.editor.has(key):
            return tuple(self.editor.objects(key))
        found = [each for table in self.tables for each in table.objects(key)]
        found += [table for setting, table in self.split if _is_below(setting, name)]
        once: dict[str, Table] = {}
        for number, each in enumerate(found):
            own = each.plain(_NAMED_BY[name])
            once.setdefault(own or f"\n{number}", each)
        return tuple(once.values())

    def table_of(self, name: str) -> Table | None:
        """The settings that have one, the highest."""
        key = _PREFIX + name
        every = (self.editor, *self.tables)
        return next((each for each in every if each is not None and each.has(key)), None)

    def plain(self, name: str) -> str | None:
        table = self.table_of(name)
        return None if table is None else table.plain(_PREFIX + name)

    def flag(self, name: str) -> bool | None:
        table = self.table_of(name)
        return None if table is None else table.flag(_PREFIX + name)

    def words(self, name: str) -> tuple[str, ...]:
        table = self.table_of(name)
        return () if table is None else table.words(_PREFIX + name) or ()

    def value(self, name: str) -> Value:
        table = self.table_of(name)
        return None if table is None else table.value(_PREFIX + name)

    def table(self, name: str) -> Table | None:
        table = self.table_of(name)
        return None if table is None else table.table(_PREFIX + name)


def settings_of(files: SiteFiles) -> Settings | None:
    """The settings of a site; None where it has none."""
    name = files.first(FILE) or next(iter(sorted(files.found(FILE), key=_depth)), None)
    root = None if name is None else files.table(name, is_foreign=True)
    editor = files.table(VS_CODE, is_foreign=True) if files.is_file(VS_CODE) else None
    if editor is not None and not any(each.startswith(_PREFIX) for each in editor.names()):
        editor = None
    above = "" if name is None else name.removesuffix(FILE)
    split = tuple(_split(files, above)) or tuple(_split(files, ""))
    if root is None and editor is None and not split:
        return None
    extended = () if root is None else tuple(_extended(files, root))
    tables = (*(() if root is None else (root,)), *extended)
    every = (*tables, *((editor,) if editor is not None else ()), *(table for _, table in split))
    return Settings(editor, tables, split, tuple(dict.fromkeys(table.file for table in every)))


def _depth(name: str) -> tuple[int, str]:
    return name.count("/"), name


def _extended(files: SiteFiles, root: Table) -> Iterator[Table]:
    """The files that the settings build upon; what is on the net is told."""
    key = f"{_PREFIX}extends"
    for number, item in enumerate(root.items(key) or ()):
        address = item.yaml12 if isinstance(item, Scalar) else None
        if not isinstance(address, str):
            root.wrong_item(key, item)
        elif _ADDRESS.match(address):
            root.report.wrong(
                item.span,
                "{address} is not in this folder, so it is not read",
                f"{key}.{number}",
                Severity.INFO,
                address=address,
            )
        else:
            name = in_site(address)
            table = files.table(name, is_foreign=True) if files.is_file(name) else None
            if table is not None and table.file != root.file:
                yield table
            elif not files.is_file(name):
                root.tell(item.span, key, "There is no file {path}", path=name)


def _split(files: SiteFiles, above: str) -> Iterator[tuple[str, Table]]:
    """The files below `.frontmatter/config`, each with the setting that its folder names."""
    folders = [f"{above}{_SPLIT}"]
    read = 0
    for folder in folders:
        for each in files.names(folder):
            name = f"{folder}/{each}"
            if files.is_folder(name) and len(folders) < _MOST_FOLDERS:
                folders.append(name)
            elif each.endswith(".json") and read < _MOST_FILES:
                read += 1
                table = files.table(name, is_foreign=True)
                if table is not None:
                    inside = folder.removeprefix(f"{above}{_SPLIT}").strip("/")
                    yield inside.replace("/", ".").lower(), table


def _is_below(setting: str, name: str) -> bool:
    own = name.lower()
    return setting == own or setting.startswith(f"{own}.")


def in_site(path: str) -> str:
    """A path of the settings from the site's root."""
    steps = path.replace(_WORKSPACE, "").replace("\\", "/").split("/")
    return "/".join(step for step in steps if step not in {"", "."})
