"""From the paths of a command line to posts, and what each is analysed with."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from editor_app.cli.findings import Findings
from editor_app.cli.reading import Files
from editor_app.core.check.schemas import Demands, Schemas
from editor_app.core.data_files.config import read_config
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.settings_file.site import FILE as SETTINGS_FILE
from editor_app.core.settings_file.site import SiteSettings, settings_of_site
from editor_app.core.site.find import ReadConfig, Site, find_site
from editor_app.core.site.posts import posts
from editor_app.core.storage.identity import LoadFailed
from editor_app.core.storage.reasons import reason_of

if TYPE_CHECKING:
    from editor_app.core.schema.content_type import PostSchema


@dataclass(frozen=True, slots=True)
class Chosen:
    """A post as the command line named it, or a folder that it is in, and where that is."""

    shown: str
    place: str
    site: Site
    is_named: bool = False


@dataclass(slots=True)
class Desk:
    """Finds posts, and remembers what it learned of their sites."""

    files: Files
    read: ReadConfig = read_config
    schemas: Schemas = field(default_factory=Schemas)
    _sites: dict[Path, Site] = field(default_factory=dict)
    _site_settings: dict[Path, SiteSettings] = field(default_factory=dict)
    _settings: dict[Path, Settings] = field(default_factory=dict)
    _schemas: dict[Path, Demands | None] = field(default_factory=dict)
    _members: dict[Path, tuple[str, ...]] = field(default_factory=dict)
    _unlisted: dict[Path, OSError] = field(default_factory=dict)

    def chosen(self, given: Sequence[str]) -> Iterator[Chosen]:
        """Each post once, in the order given; those of a folder sorted."""
        seen = _Seen()
        for each in given:
            for post in self._of(Path(each)):
                if seen.is_new(post.place):
                    yield post

    def members(self, site: Site) -> tuple[str, ...]:
        """All posts of a site, sorted; none where a folder is not known to be one."""
        return self._posts(site) if self.is_known(site) else ()

    def is_known(self, site: Site) -> bool:
        """Whether a configuration, or a folder that Jekyll knows, makes it a site.

        Else it is whatever folder the post is in, perhaps a whole home.
        """
        return site.config is not None or site.generator is not Generator.UNKNOWN

    def root(self, site: Site) -> Path:
        """From where the paths of a site's posts count.

        A folder that nothing makes a site may tell by its name what its posts are.
        """
        return site.root if self.is_known(site) else site.root.parent

    def settings(self, site: Site) -> Settings:
        """The settings of a site, with the language of the messages."""
        if site.root not in self._settings:
            self._settings[site.root] = self._read_settings(site.root)
        return self._settings[site.root]

    def schema(self, site: Site) -> Demands | None:
        """What a site says of its posts; None where it says nothing.

        A folder that is not known to be a site only has its `galley.toml`.
        """
        if site.root not in self._schemas:
            self.settings(site)  # what is wrong with these is told first
            has_one = self.is_known(site) or os.path.lexists(site.root / SETTINGS_FILE)
            self._schemas[site.root] = self._read_schema(site) if has_one else None
        return self._schemas[site.root]

    def post_schema(self, site: Site, place: str) -> PostSchema | None:
        """What the site says of one post."""
        found = self.schema(site)
        return None if found is None else found.at(site.inner(Path(place)))

    @property
    def wrong_settings(self) -> tuple[Findings, ...]:
        """What was found in the files of settings and schemas so far."""
        return tuple(
            Findings(shown(each.path), each.source, each.diagnostics)
            for found in self._site_settings.values()
            for each in found.wrong
        )

    # --- folders

    def _of(self, path: Path) -> Iterator[Chosen]:
        if not os.path.isdir(path):  # False too where nobody may look: reading tells why
            place = _place(path)
            yield Chosen(str(path), str(place), self._site(place.parent), is_named=True)
            return
        found = list(self._posts_below(path))
        if not found and not self.files.has_failed:
            console = self.files.console
            console.complain(console.say("there are no posts in {folder}", folder=path))
        yield from found

    def _posts_below(self, folder: Path) -> Iterator[Chosen]:
        """The site's posts that stand in a folder; outside its collections, all in the folder."""
        absolute = _place(folder)
        site = self._site(absolute)
        start = os.path.join(absolute, "")
        places = [place for place in self._posts(site) if place.startswith(start)]
        if not places and absolute != site.root:
            alone = replace(
                site, root=absolute, generator=Generator.UNKNOWN, posts_folders=(absolute,)
            )
            places = list(map(str, posts(alone, self._unlisted.__setitem__)))
        for path, error in self._unlisted.items():
            if path.is_relative_to(absolute):
                self._tell(folder / path.relative_to(absolute), error)
        lead = os.path.join(folder, "") if folder.parts else ""
        for place in places:
            yield Chosen(lead + place[len(start) :], place, site)

    def _posts(self, site: Site) -> tuple[str, ...]:
        if site.root not in self._members:
            self._members[site.root] = tuple(map(str, posts(site, self._unlisted.__setitem__)))
        return self._members[site.root]

    def _tell(self, path: Path, error: OSError) -> None:
        self.files.fail(LoadFailed(path, reason_of(error, path), error.strerror or ""))

    # --- sites

    def _site(self, folder: Path) -> Site:
        if folder not in self._sites:
            self._sites[folder] = find_site(folder, self.read)
        return self._sites[folder]

    def _read_settings(self, root: Path) -> Settings:
        console = self.files.console
        found = settings_of_site(root, console.translate)
        if found.failure is not None:
            self.files.fail(found.failure)
        self._site_settings[root] = found
        return replace(found.settings, language=console.language)

    def _read_schema(self, site: Site) -> Demands | None:
        found = self.schemas.read(site.root, site.generator, self.files.console.translate)
        if found is not None:
            known = self._site_settings[site.root]
            self._site_settings[site.root] = known.with_schema(found.wrong)
        return found


def _place(path: Path) -> Path:
    """Where a path leads from here."""
    if ".." not in path.parts:
        return path.absolute()
    return Path(os.path.realpath(path.parent)) / path.name if path.name != ".." else path.resolve()


class _Seen:
    """Which files were met, whatever links led to them."""

    def __init__(self) -> None:
        self._places: set[str] = set()
        self._folders: dict[str, str] = {}

    def is_new(self, place: str) -> bool:
        folder, name = os.path.split(place)
        if folder not in self._folders:
            self._folders[folder] = os.path.realpath(folder)
        real = os.path.join(self._folders[folder], name)
        if os.path.islink(real):
            real = os.path.realpath(real)
        is_new = real not in self._places
        self._places.add(real)
        return is_new


def shown(path: Path) -> Path:
    """A path that nobody typed, as one would type it here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
