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
    wrong = [
        f"{each.path.name}:{each.source.lines.position(one.span.start).line}: {one.message}"
        for each in found.wrong
        for one in each.diagnostics
    ]
    if found.failure is not None:
        wrong.append(found.failure.message(translate))
    spoken = "" if language == "en" else language
    return replace(found.settings, language=spoken), tuple(wrong)
