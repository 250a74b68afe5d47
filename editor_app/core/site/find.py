"""Find the site that a post or a folder belongs to, by its generator's configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from os.path import exists, isdir, isfile  # Path's own raise where nobody may look
from pathlib import Path

from editor_app.core.data_files.config import read_config, string_setting
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.generator import Generator

ReadConfig = Callable[[Path], Mapping[str, Value]]
HIGHEST = 40
"""How many folders upward are looked at."""

_JEKYLL = ("_config.yml", "_config.yaml", "_config.toml")
_HUGO = tuple(f"hugo.{end}" for end in ("toml", "yaml", "yml", "json"))
_HUGO_OLD = tuple(f"config.{end}" for end in ("toml", "yaml", "yml", "json"))
_ELEVENTY = (
    ".eleventy.js",
    ".eleventy.cjs",
    *(f"eleventy.config.{end}" for end in ("js", "cjs", "mjs", "ts", "mts", "cts")),
)
_ASTRO = tuple(f"astro.config.{end}" for end in ("mjs", "js", "ts", "mts", "cjs"))
_ELEVENTY_FOLDERS = ("content/blog", "content/posts", "content", "posts", "blog", "_posts")


@dataclass(frozen=True, slots=True)
class Site:
    """A folder of posts. `posts_folders` exist and are never empty; the first gets new posts.

    `config` is the file by which it was found, None for a folder without one.
    """

    root: Path
    generator: Generator
    posts_folders: tuple[Path, ...]
    name: str
    config: Path | None = None

    def inner(self, path: Path) -> Path:
        """A post's path relative to the root; its name alone where it stands outside."""
        absolute = path.absolute()
        return (
            absolute.relative_to(self.root)
            if absolute.is_relative_to(self.root)
            else Path(path.name)
        )


def find_site(path: Path, read: ReadConfig = read_config) -> Site:
    """The site around a file or folder: the nearest folder upward with a configuration.

    The search ends at the top of a repository and below the home folder's
    parent. Without a configuration the folder itself is the site: a Jekyll
    one if it is or holds `_posts`, else of no known generator.
    """
    folder = path if isdir(path) else path.parent
    folder = folder.absolute()
    for candidate in (folder, *folder.parents)[:HIGHEST]:
        site = _site_at(candidate, read)
        if site is not None:
            return site
        if exists(candidate / ".git"):
            break
    for candidate in (folder, *folder.parents)[:HIGHEST]:
        if candidate.name in {"_posts", "_drafts"}:
            return _jekyll(candidate.parent, None, {})
    if isdir(folder / "_posts"):
        return _jekyll(folder, None, {})
    return Site(folder, Generator.UNKNOWN, (folder,), folder.name)


def _site_at(folder: Path, read: ReadConfig) -> Site | None:
    finders: tuple[Callable[[Path, ReadConfig], Site | None], ...] = (
        _hugo_at,
        _astro_at,
        _eleventy_at,
        _jekyll_at,
    )
    for find in finders:
        site = find(folder, read)
        if site is not None:
            return site
    return None


def _first(folder: Path, names: tuple[str, ...]) -> Path | None:
    return next((folder / name for name in names if isfile(folder / name)), None)


def _existing(root: Path, names: tuple[str, ...]) -> tuple[Path, ...]:
    """The named folders below the root that exist, else the root itself."""
    folders = tuple(root / name for name in names if name and isdir(root / name))
    return folders or (root,)


def _inside(root: Path, setting: Value, default: str) -> str:
    """A folder that a configuration names, unless it leads out of the site."""
    if not isinstance(setting, str) or not setting.strip():
        return default
    given = Path(setting.strip())
    if given.is_absolute() or ".." in given.parts:
        return default
    return given.as_posix()


def _name(root: Path, settings: Mapping[str, Value]) -> str:
    title = settings.get("title")
    return title.strip() if isinstance(title, str) and title.strip() else root.name


def _jekyll_at(root: Path, read: ReadConfig) -> Site | None:
    config = _first(root, _JEKYLL)
    if config is None:
        return None
    settings = read(config)
    if isdir(root / "scaffolds") and isdir(root / "source"):  # Hexo has this name too
        folders = _existing(root, ("source/_posts", "source/_drafts"))
        return Site(root, Generator.UNKNOWN, folders, _name(root, settings), config)
    return _jekyll(root, config, settings)


def _jekyll(root: Path, config: Path | None, settings: Mapping[str, Value]) -> Site:
    source = _inside(root, settings.get("source"), ".")
    above = _inside(root, settings.get("collections_dir"), ".")
    collections = settings.get("collections")
    names: list[Value] = list(collections) if isinstance(collections, list | dict) else []
    own = [
        f"{source}/{above}/_{name}"
        for name in names
        if name not in {"posts", "drafts"} and isinstance(name, str)
    ]
    standard = [f"{source}/{above}/_posts", f"{source}/_posts", f"{source}/_drafts"]
    folders = dict.fromkeys(Path(name).as_posix() for name in (*standard, *own))
    return Site(
        root, Generator.JEKYLL, _existing(root, tuple(folders)), _name(root, settings), config
    )


def _hugo_at(root: Path, read: ReadConfig) -> Site | None:
    config = _first(root, _HUGO)
    if config is None:
        defaults = root / "config" / "_default"
        config = _first(root, _HUGO_OLD) or _first(defaults, (*_HUGO, *_HUGO_OLD))
        if config is None or not isdir(root / "content"):
            return None
    settings = {key.lower(): value for key, value in read(config).items()}
    if "base_url" in settings and "baseurl" not in settings:  # Zola has these names too
        return Site(
            root,
            Generator.UNKNOWN,
            _existing(root, ("content",)),
            _name(root, settings),
            config,
        )
    content = _inside(root, settings.get("contentdir"), "content")
    folders = _existing(root, (f"{content}/posts", f"{content}/post", f"{content}/blog"))
    whole = _existing(root, (content,))
    order = whole if folders == (root,) else (*folders, *whole)
    return Site(root, Generator.HUGO, order, _name(root, settings), config)


def _eleventy_at(root: Path, _: ReadConfig) -> Site | None:
    config = _first(root, _ELEVENTY)
    if config is None:
        return None
    entry = _inside(root, string_setting(config, "input"), ".")
    names = tuple(f"{entry}/{name}" for name in _ELEVENTY_FOLDERS)
    found = next((root / name for name in names if isdir(root / name)), None)
    whole = _existing(root, (entry,))
    folders = whole if found is None else (found, *whole)
    return Site(root, Generator.ELEVENTY, folders, root.name, config)


def _astro_at(root: Path, _: ReadConfig) -> Site | None:
    config = _first(root, _ASTRO)
    if config is None:
        return None
    source = _inside(root, string_setting(config, "srcDir"), "src")
    names = (f"{source}/content/blog", f"{source}/content/posts")
    found = tuple(root / name for name in names if isdir(root / name))
    rest = (f"{source}/content", f"{source}/data", f"{source}/pages")
    folders = (*found, *(folder for folder in _existing(root, rest) if folder not in found))
    return Site(root, Generator.ASTRO, folders, root.name, config)
