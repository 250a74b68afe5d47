"""Which schemas a site's editors and linters are told to use for which posts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from editor_app.core.data_files.script.read import read_script
from editor_app.core.data_files.script.scope import Scope
from editor_app.core.data_files.script.tree import Array, Name, Object
from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.data_files.table import Table
from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.nodes import Entry, Mapping, Node, Scalar
from editor_app.core.frontmatter.nodes import Sequence as Items
from editor_app.core.text.globs import without_groups
from editor_app.core.text.spans import Span

EDITOR = ".vscode/settings.json"
WORKSPACE = ".code-workspace"
REMARK = (".remarkrc", ".remarkrc.json", ".remarkrc.yaml", ".remarkrc.yml")
REMARK_SCRIPTS = (".remarkrc.mjs", ".remarkrc.js", ".remarkrc.cjs", ".remarkrc.ts", ".remarkrc.mts")
PACKAGE = "package.json"
PLUGIN = "frontmatter-schema"

_NOT_OF_POSTS = (".json", ".jsonc", ".json5", ".yml", ".yaml", ".toml", ".lock")
_NOT_FOR_POSTS = frozenset({"kubernetes"})
"""Keys of `yaml.schemas` that name a schema of the language server's own."""


@dataclass(frozen=True, slots=True)
class Association:
    """A schema for the posts that patterns name, said at a place of a file.

    `schema` is its name as it is written, or the schema itself.
    """

    schema: str | Mapping
    patterns: tuple[str, ...]
    file: str
    span: Span


def associations(files: SiteFiles) -> Iterator[Association]:
    """The editor's before the linter's."""
    workspaces = (name for name in files.names("") if name.endswith(WORKSPACE))
    for name in (EDITOR, *workspaces):
        table = files.table(name, is_foreign=True) if files.is_file(name) else None
        if table is not None and name == EDITOR:
            yield from _of_editor(table, {})
        elif table is not None:
            settings = table.table("settings")
            if settings is not None:
                yield from _of_editor(settings, _folders(table))
    for name in REMARK:
        table = files.table(name, is_foreign=True) if files.is_file(name) else None
        if table is not None:
            yield from _of_remark(table)
    for name in REMARK_SCRIPTS:
        if files.is_file(name):
            yield from _of_script(files, name)
    if "remarkConfig" in (files.text(PACKAGE) or ""):
        table = files.table(PACKAGE, is_foreign=True)
        config = None if table is None else table.table("remarkConfig")
        if config is not None:
            yield from _of_remark(config)


def local_name(name: str) -> str | None:
    """The name of a file, without what an editor puts before it; None for one on the network."""
    name = name.strip().partition("#")[0]
    for start in ("${workspaceFolder}/", "${workspaceRoot}/"):
        name = name.removeprefix(start)
    if ":" in name.partition("/")[0]:
        return None
    return unquote(name)


# --- editors


def _of_editor(settings: Table, folders: dict[str, str]) -> Iterator[Association]:
    """`yaml.schemas`, and `json.schemas` for posts whose front matter is JSON.

    In a workspace of several folders a name may begin with that of a folder.
    """
    schemas = settings.table("yaml.schemas")
    for entry in () if schemas is None else schemas.entries():
        patterns = tuple(_patterns(settings, entry, folders, is_deep=True))
        if patterns and entry.name not in _NOT_FOR_POSTS:
            name = _in_folder(entry.name, folders)
            yield Association(name, patterns, settings.file, entry.key.span)
    for each in _inner_tables(settings, "json.schemas"):
        found = each.entry("fileMatch")
        patterns = () if found is None else tuple(_patterns(each, found, folders, is_deep=False))
        schema, url = each.entry("schema"), each.entry("url")
        if patterns and schema is not None and isinstance(schema.value, Mapping):
            yield Association(schema.value, patterns, settings.file, schema.key.span)
        elif patterns and url is not None and isinstance(url.value, Scalar):
            name = _in_folder(url.value.text, folders)
            yield Association(name, patterns, settings.file, url.value.span)


def _folders(workspace: Table) -> dict[str, str]:
    """The folders of a workspace by name, from its own folder."""
    found: dict[str, str] = {}
    for each in _inner_tables(workspace, "folders"):
        path = _text(each.entry("path"))
        name = _text(each.entry("name")) or posixpath.basename(path.rstrip("/"))
        if path and name:
            found[name] = posixpath.normpath(path)
    return found


def _in_folder(name: str, folders: dict[str, str]) -> str:
    first, slash, rest = name.removeprefix("./").partition("/")
    return posixpath.join(folders[first], rest) if slash and first in folders else name


def _patterns(
    table: Table, entry: Entry, folders: dict[str, str], *, is_deep: bool
) -> Iterator[str]:
    """As this program reads them; those of an editor count from any folder.

    In `yaml.schemas` a star goes over slashes, which is kept for the last name.
    """
    for text in _texts(table, entry):
        sign = "!" if text.startswith("!") else ""
        plain = text.removeprefix("!").replace("${workspaceFolder}", "").removeprefix("./")
        for each in without_groups(_in_folder(plain.lstrip("/"), folders)):
            head, slash, last = each.rpartition("/")
            if is_deep and last.startswith("*") and not last.startswith("**"):
                last = f"**/{last}"
            pattern = f"{head}{slash}{last}".removeprefix("./").removeprefix("**/")
            if pattern and _may_name_posts(pattern):
                yield f"{sign}/**/{pattern}"


def _may_name_posts(pattern: str) -> bool:
    return not pattern.lower().endswith(_NOT_OF_POSTS)


# --- remark-lint-frontmatter-schema


def _of_remark(config: Table) -> Iterator[Association]:
    """What its plugin is given: `[name, options]` in a list, or `name: options`."""
    plugins = config.entry("plugins")
    for options in () if plugins is None else _plugin_options(plugins.value):
        schemas = config.inner(options).entry("schemas")
        if schemas is None or not isinstance(schemas.value, Mapping):
            continue
        for entry in config.inner(schemas.value).entries():
            patterns = _from_root(_texts(config, entry))
            if patterns:
                yield Association(entry.name, patterns, config.file, entry.key.span)


def _plugin_options(plugins: Node) -> Iterator[Mapping]:
    if isinstance(plugins, Mapping):
        for entry in plugins.entries:
            if PLUGIN in entry.name and isinstance(entry.value, Mapping):
                yield entry.value
        return
    for item in plugins.items if isinstance(plugins, Items) else ():
        if isinstance(item, Items) and len(item.items) > 1:
            name, options = item.items[:2]
            if isinstance(name, Scalar) and PLUGIN in name.text and isinstance(options, Mapping):
                yield options


def _of_script(files: SiteFiles, name: str) -> Iterator[Association]:
    scope = Scope(read_script(files.text(name) or ""))
    config = scope.resolved(scope.script.default)
    plugins = scope.resolved(config.value("plugins") if isinstance(config, Object) else None)
    for item in plugins.items if isinstance(plugins, Array) else ():
        if not isinstance(item, Array) or len(item.items) < 2 or not _is_plugin(scope, item):
            continue
        options = scope.resolved(item.items[1])
        schemas = scope.resolved(options.value("schemas") if isinstance(options, Object) else None)
        for each in schemas.properties if isinstance(schemas, Object) else ():
            patterns = _from_root(scope.texts(each.value) or ())
            if each.key and patterns:
                yield Association(each.key, patterns, name, Span(each.start, each.start))


def _is_plugin(scope: Scope, item: Array) -> bool:
    """Whether the first item is the plugin's name, or was imported from it."""
    plugin = item.items[0]
    if isinstance(plugin, Name):
        origin = scope.script.imports.get(plugin.name)
        return origin is not None and PLUGIN in origin.module
    return PLUGIN in (scope.text(plugin) or "")


def _from_root(texts: Iterator[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Patterns that count from the site's root, as a linter has them."""
    return tuple(
        f"/{posixpath.normpath(each)}"
        for text in texts
        for each in without_groups(text.lstrip("/"))
    )


# --- what is wrong in these files is told as a warning: they are other programs'


def _inner_tables(table: Table, name: str) -> Iterator[Table]:
    """Those of a list that may hold anything else as well."""
    for item in table.items(name) or ():
        if isinstance(item, Mapping):
            yield table.inner(item, name)


def _texts(table: Table, entry: Entry) -> Iterator[str]:
    """A text, or those of a list."""
    items = entry.value.items if isinstance(entry.value, Items) else (entry.value,)
    for item in items:
        if isinstance(item, Scalar) and isinstance(item.yaml12, str):
            yield item.yaml12
        else:
            template = "{key} is not a list of texts"
            table.report.wrong(entry.key.span, template, None, Severity.WARNING, key=entry.name)


def _text(entry: Entry | None) -> str:
    return entry.value.text if entry and isinstance(entry.value, Scalar) else ""
