"""What `hugo new` begins a post with."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from editor_app.core.data_files.hugo_config import Part, parts_of, setting, tables, texts
from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.schema.archetypes.go_expressions import Context
from editor_app.core.schema.archetypes.go_template import Filled, filled
from editor_app.core.schema.archetypes.hugo_archetypes import archetype_of, archetypes

BUILT_IN = """\
---
title: "{{ replace .Name "-" " " | title }}"
date: {{ .Date }}
draft: true
---

"""
_CONTENT = frozenset({".md", ".markdown", ".html", ".adoc", ".org", ".rst"})
_MOST_COPIED = 200


@dataclass(frozen=True, slots=True)
class Copy:
    """A file of a bundle's archetype, to be put beside the page; `text` where it is a template."""

    source: str
    path: PurePosixPath
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """`file` is the archetype, empty for Hugo's own; `blank` are its actions that were left out."""

    text: str
    file: str = ""
    blank: tuple[str, ...] = ()
    copies: tuple[Copy, ...] = ()


def has_bundle(files: SiteFiles, kind: str) -> bool:
    """Whether new posts of a section are bundles, as its archetype has it."""
    found = archetypes(files, parts_of(files))
    own = [each for each in found if each.kind == kind]
    return bool(own) and all(each.folder for each in own)


def begun(files: SiteFiles, path: PurePosixPath, now: dt.datetime) -> Begun:
    """A post at a path from the site's root; `now` in the zone of the machine."""
    parts = parts_of(files)
    content = next(iter(texts(parts, "contentdir")), "content").strip("/")
    inner = path.relative_to(content) if path.is_relative_to(content) else path
    kind = inner.parts[0] if len(inner.parts) > 1 else ""
    context = _context(inner, kind, parts, now)
    found = archetypes(files, parts)
    is_page_of_bundle = inner.stem.split(".")[0] == "index" and len(inner.parts) > 1
    own = archetype_of(found, kind, is_bundle=False) if inner.suffix == ".md" else None
    bundle = archetype_of(found, kind, is_bundle=True) if is_page_of_bundle else None
    if bundle is not None and (own is None or own.kind != kind):
        own = bundle
    text = files.text(own.name) if own is not None else None
    if own is None or text is None:
        return Begun(filled(BUILT_IN, context).text)
    result = filled(text, context)
    copies = tuple(_copies(files, own.folder, path.parent, context)) if own.folder else ()
    return Begun(result.text, own.name, result.blank, copies)


def _context(path: PurePosixPath, kind: str, parts: tuple[Part, ...], now: dt.datetime) -> Context:
    languages = {name.lower() for table in tables(parts, "languages") for name in table.names()}
    stem, _, ending = path.stem.rpartition(".")
    translated = stem if stem and ending.lower() in languages else path.stem
    is_bundle = translated == "index" and len(path.parts) > 1
    title = setting(parts, "title")
    name = path.parent.name if is_bundle else translated
    folder = "/" if len(path.parts) == 1 else f"{path.parent}/"
    names = {
        ".Name": name,
        ".File.ContentBaseName": name,
        ".File.TranslationBaseName": translated,
        ".File.BaseFileName": path.stem,
        ".File.LogicalName": path.name,
        ".File.Dir": folder,
        ".File.Path": str(path),
        ".Type": kind or "page",
    }
    if title is not None and isinstance(title[0], str):
        names[".Site.Title"] = title[0]
    style = next(iter(texts(parts, "titlecasestyle")), "ap").lower()
    return Context(now, names, style)


def _copies(
    files: SiteFiles, folder: str, target: PurePosixPath, context: Context
) -> Iterator[Copy]:
    """The other files of a bundle; content is a template too."""
    waiting, count = [folder], 0
    while waiting:
        inside = waiting.pop()
        for name in files.names(inside):
            source = f"{inside}/{name}"
            count += 1
            if count > _MOST_COPIED:
                return
            if files.is_folder(source):
                waiting.append(source)
                continue
            path = target / PurePosixPath(source).relative_to(folder)
            text = files.text(source) if path.suffix in _CONTENT else None
            made: Filled | None = None if text is None else filled(text, context)
            if source != f"{folder}/index.md":
                yield Copy(source, path, None if made is None else made.text)
