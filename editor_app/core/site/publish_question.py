"""Gather from the disk what it takes to say whether a post will be published."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterator, Mapping
from os.path import getmtime, isfile
from pathlib import Path, PurePosixPath

from editor_app.core.data_files.config import config_or_fault, config_text
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.site.find import Site
from editor_app.core.site.publishing.hugo_config import language_of, lowered
from editor_app.core.site.publishing.values import ConfigFile, Question

_DATA = frozenset({".toml", ".yaml", ".yml", ".json"})
_ENDINGS = (".md", ".markdown", ".html", ".adoc", ".org", ".rst")
_MAIN = frozenset({"hugo", "config"})

SiteConfig = tuple[Mapping[str, Value], tuple[ConfigFile, ...], str]
"""The settings of a site with their files, and why they can't be read where that is so."""


def question_of(
    site: Site,
    path: Path,
    front_matter: FrontMatter,
    now: dt.datetime,
    local: dt.tzinfo,
    *,
    site_config: SiteConfig | None = None,
) -> Question:
    """A post of the site, whose front matter may not be saved yet.

    Who asks about many posts gives the configuration, so that it is read once.
    """
    inner = PurePosixPath(site.inner(path).as_posix())
    is_hugo = site.generator is Generator.HUGO
    folders = [each for each in inner.parents if str(each) != "."] if is_hugo else []
    config, files, fault = site_config or config_of_site(site)
    found = dict(_sections(site.root, folders, _language(inner, config) if is_hugo else ""))
    return Question(
        generator=site.generator,
        path=inner,
        front_matter=front_matter,
        config=config,
        now=now,
        local=local,
        config_name="" if site.config is None else site.config.relative_to(site.root).as_posix(),
        config_fault=fault,
        modified=_modified(path),
        folders_with_index=frozenset(each for each in folders if _has_index(site.root / each)),
        sections={folder: front_matter for folder, (_, front_matter) in found.items()},
        section_names={folder: name for folder, (name, _) in found.items()},
        config_files=files,
    )


def config_of_site(site: Site) -> SiteConfig:
    if site.config is None or site.config.suffix not in _DATA:
        return {}, (), ""
    result: dict[str, Value] = {}
    found: list[ConfigFile] = []
    files = [site.config]
    if site.generator is Generator.HUGO:
        files += _config_folder(site)
    for file in files:
        text = config_text(file)
        name = file.stem.lower()
        is_part = file != site.config and name not in _MAIN
        relative = file.relative_to(site.root).as_posix()
        found.append(ConfigFile(relative, text, name if is_part else ""))
        values = config_or_fault(text, file.suffix)
        if isinstance(values, str):
            return {}, tuple(found), values
        result = _merged(result, {name: dict(values)} if is_part else values)
    return result, tuple(found), ""


def _config_folder(site: Site) -> Iterator[Path]:
    """Hugo's configuration may stand in a folder, a file for each part; those of a build last."""
    for environment in ("_default", "production"):
        try:
            found = sorted((site.root / "config" / environment).iterdir())
        except OSError:
            continue
        yield from (each for each in found if each.suffix in _DATA and each != site.config)


def _merged(old: Mapping[str, Value], new: Mapping[str, Value]) -> dict[str, Value]:
    result = {key.lower(): value for key, value in old.items()} if old else {}
    for key, value in new.items():
        name = key.lower() if old else key
        earlier = result.get(name)
        if isinstance(earlier, dict) and isinstance(value, dict):
            result[name] = {**earlier, **value}
        else:
            result[name] = value
    return result


def _modified(path: Path) -> dt.datetime | None:
    try:
        return dt.datetime.fromtimestamp(getmtime(path), dt.UTC)
    except (OSError, ValueError, OverflowError):
        return None


def _has_index(folder: Path) -> bool:
    """Whether a folder holds the page of a bundle, in whatever language."""
    try:
        names = os.listdir(folder)
    except OSError:
        return False
    return any(name.startswith("index.") and name.endswith(_ENDINGS) for name in names)


def _language(path: PurePosixPath, config: Mapping[str, Value]) -> str:
    """The ending that the `_index` files of a post's language have; empty for the site's first."""
    values = lowered(config)
    listed = values.get("languages")
    known = tuple(lowered(listed)) if isinstance(listed, dict) else ()
    language = language_of(path, known)
    default = values.get("defaultcontentlanguage", "en")
    return "" if not language or language == str(default).lower() else f".{language}"


def _sections(
    root: Path, folders: list[PurePosixPath], language: str
) -> Iterator[tuple[PurePosixPath, tuple[str, FrontMatter]]]:
    """The `_index` files of the folders, those in the language of the post."""
    for folder in folders:
        for ending in _ENDINGS:
            name = f"_index{language}{ending}"
            file = root / folder / name
            if isfile(file):
                yield folder, (name, read(config_text(file)))
                break
