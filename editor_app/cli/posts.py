"""From the paths of a command line to posts, and what each is analysed with."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from editor_app.cli.findings import Findings
from editor_app.cli.reading import Files
from editor_app.core.analysis import Context
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.settings_file.site import settings_of_site
from editor_app.core.site.find import Site, find_site
from editor_app.core.site.posts import posts
from editor_app.core.storage.identity import LoadFailed
from editor_app.core.storage.reasons import reason_of


@dataclass(slots=True)
class Desk:
    """Finds posts, and remembers what it learned of their sites.

    `wrong_settings` are what was found in the files of settings so far.
    """

    files: Files
    wrong_settings: list[Findings] = field(default_factory=list)
    _sites: dict[Path, Site] = field(default_factory=dict)
    _settings: dict[Path, Settings] = field(default_factory=dict)

    def paths(self, given: Sequence[str]) -> Iterator[Path]:
        """Each file once, in the order given; those of a folder sorted."""
        seen: set[str] = set()
        for each in given:
            for path in self._paths_of(Path(each)):
                place = os.path.realpath(path)
                if place not in seen:
                    seen.add(place)
                    yield path

    def context(self, path: Path) -> Context:
        console = self.files.console
        site = self._site(path)
        settings = self._settings_of(site).at(site.inner(path))
        return Context(path, site.generator, settings, console.now)

    # --- folders

    def _paths_of(self, path: Path) -> Iterator[Path]:
        if not os.path.isdir(path):  # False too where nobody may look: reading tells why
            yield path
            return
        found = self._posts_below(path)
        if not found and not self.files.has_failed:
            console = self.files.console
            console.complain(console.say("there are no posts in {folder}", folder=path))
        yield from found

    def _posts_below(self, folder: Path) -> list[Path]:
        """The site's posts that stand in a folder; outside its collections, all in the folder."""
        absolute = folder.absolute()
        site = self._site(folder)
        failed: dict[Path, OSError] = {}
        found = [path for path in posts(site, failed.__setitem__) if path.is_relative_to(absolute)]
        if not found and absolute != site.root:
            alone = replace(
                site, root=absolute, generator=Generator.UNKNOWN, posts_folders=(absolute,)
            )
            found = list(posts(alone, failed.__setitem__))
        for path, error in failed.items():
            if path.is_relative_to(absolute):
                self._unlisted(folder / path.relative_to(absolute), error)
        return [folder / path.relative_to(absolute) for path in found]

    def _unlisted(self, path: Path, error: OSError) -> None:
        self.files.fail(LoadFailed(path, reason_of(error, path), error.strerror or ""))

    # --- sites

    def _site(self, path: Path) -> Site:
        folder = path if os.path.isdir(path) else path.parent
        if folder not in self._sites:
            self._sites[folder] = find_site(folder)
        return self._sites[folder]

    def _settings_of(self, site: Site) -> Settings:
        if site.root not in self._settings:
            self._settings[site.root] = self._read_settings(site.root)
        return self._settings[site.root]

    def _read_settings(self, root: Path) -> Settings:
        console = self.files.console
        found = settings_of_site(root, console.translate)
        if found.failure is not None:
            self.files.fail(found.failure)
        self.wrong_settings += (
            Findings(_shown(each.path), each.source, each.diagnostics) for each in found.wrong
        )
        return replace(found.settings, language=console.language)


def _shown(path: Path) -> Path:
    """A path that nobody typed, as one would type it here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
