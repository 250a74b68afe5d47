"""Where the configuration of Decap CMS, Sveltia CMS and Static CMS stands in a site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.diagnostics import Severity
from editor_app.core.generator import Generator
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

DECAP, SVELTIA, STATIC = "Decap CMS", "Sveltia CMS", "Static CMS"

_FOLDER = "admin"
_NAMES = ("config.yml", "config.yaml", "config.json", "config.toml")
_PAGES = (".html", ".htm", ".md", ".njk", ".liquid", ".astro", ".ejs", ".pug", ".php")
_ROOTS = ("", "static/", "public/", "src/", "source/", "src/static/", "app/", "assets/")
_OUTPUT = "public/"
"""Hugo and Gatsby build into it; for others it is where an admin page stands."""

_LINK = expression(r"<link\b[^>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE = expression(
    r"""\b(rel|href)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE
)
_ADDRESS = expression(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_SCRIPTED = expression(r"\bCMS\s*\.\s*init\s*\(|\bCMS_MANUAL_INIT\b|\binitCMS\s*\(")


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A file that configures a CMS, and which CMS reads it."""

    name: str
    source: str


def config_files(files: SiteFiles, generator: Generator) -> tuple[ConfigFile, ...]:
    """The configurations of a site, those of the nearest folders first.

    A theme's count only where the site has none, and so does a copy that the build made.
    """
    found = {each.name: each for each in _found(files)}
    every = sorted(found.values(), key=lambda each: (each.name.count("/"), each.name))
    own = [each for each in every if not _is_lent(each.name, generator)]
    return tuple(own or every)


def _is_lent(name: str, generator: Generator) -> bool:
    if name.startswith(_OUTPUT):
        return generator is Generator.HUGO
    return name.startswith("themes/") or "/themes/" in name or "exampleSite/" in name


def _found(files: SiteFiles) -> Iterator[ConfigFile]:
    names = dict.fromkeys(
        [f"{root}{_FOLDER}/{name}" for root in _ROOTS for name in _NAMES]
        + [name for pattern in _NAMES for name in files.found(pattern) if _is_inside(name)]
    )
    pages = list(_pages(files))
    sources = {page.rpartition("/")[0]: _source(files.text(page) or "") for page in pages}
    for page in pages:
        folder = page.rpartition("/")[0]
        linked = list(_linked(files, page))
        for name in linked:
            yield ConfigFile(name, sources[folder])
        if linked:
            names = {name: None for name in names if name.rpartition("/")[0] != folder}
        elif not any(files.is_file(f"{folder}/{name}") for name in _NAMES):
            _tell_script(files, page, sources[folder])
    for name in names:
        if files.is_file(name):
            said = sources.get(name.rpartition("/")[0])
            yield ConfigFile(name, said or _source_by_schema(files.text(name) or ""))


def _is_inside(name: str) -> bool:
    """Whether a file's own folder is that of an admin page."""
    return name.split("/")[-2:-1] == [_FOLDER]


def _pages(files: SiteFiles) -> Iterator[str]:
    """The admin pages; the source of one may be a template."""
    places = [f"{root}{_FOLDER}/index{ending}" for root in _ROOTS for ending in _PAGES]
    walked = [name for name in files.found("index.*") if _is_inside(name)]
    for name in dict.fromkeys(places + walked):
        if name.endswith(_PAGES) and files.is_file(name):
            yield name


def _source(page: str) -> str:
    """Which CMS a page loads."""
    text = page.lower()
    if "sveltia-cms" in text or "@sveltia/cms" in text:
        return SVELTIA
    return STATIC if "@staticcms/" in text or "static-cms" in text else DECAP


def _source_by_schema(config: str) -> str:
    """Which CMS a configuration is for, where no page is seen: its JSON Schema may be named."""
    return SVELTIA if "@sveltia/cms" in config else DECAP


def _linked(files: SiteFiles, page: str) -> Iterator[str]:
    """The files that a page names as its configuration; one from elsewhere is told."""
    text = files.text(page) or ""
    folder = page.rpartition("/")[0]
    for link in _LINK.finditer(text):
        found = _ATTRIBUTE.finditer(link[0])
        said = {each[1].lower(): each[2] or each[3] or each[4] or "" for each in found}
        if "cms-config-url" not in said.get("rel", "").split():
            continue
        address = said.get("href", "").partition("?")[0].partition("#")[0]
        if _ADDRESS.match(address):
            _tell(
                files,
                page,
                link.start(),
                "{address} is not in this folder, so it is not read",
                address,
            )
        elif address and "{{" not in address and "{%" not in address:
            # A page stands in the folder that the site serves as its root.
            above = posixpath.dirname(folder) if address.startswith("/") else folder
            name = posixpath.normpath(posixpath.join(above, address.lstrip("/")))
            if files.is_file(name):
                yield name


def _tell_script(files: SiteFiles, page: str, source: str) -> None:
    """Say that a configuration stands where it can't be read."""
    found = _SCRIPTED.search(files.text(page) or "")
    if found is not None:
        message = "The configuration of {address} is made by a script, which is not run"
        _tell(files, page, found.start(), message, source)


def _tell(files: SiteFiles, page: str, at: int, template: str, address: str) -> None:
    report = files.report(page)
    report.wrong(Span(at, at + 1), template, None, Severity.INFO, address=address)
