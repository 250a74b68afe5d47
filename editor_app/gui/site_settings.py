"""A site's own settings in the window: in its language, mistakes as sentences."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from editor_app.core.settings import Settings
from editor_app.core.settings_file.site import settings_of_site
from editor_app.core.site.find import Site


def settings_of(
    site: Site, language: str, translate: Callable[[str], str]
) -> tuple[Settings, tuple[str, ...]]:
    """The settings with the window's language, and sentences on what is wrong with them."""
    found = settings_of_site(site.root, translate)
    spoken = "" if language == "en" else language
    return replace(found.settings, language=spoken), found.sentences(translate)
