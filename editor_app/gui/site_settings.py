"""A site's own settings, from `galley.toml` at its root."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from editor_app.core.settings import Settings
from editor_app.core.settings_file import read_settings
from editor_app.core.site.find import Site

FILE = "galley.toml"
_LARGEST = 256 * 1024


def settings_of(
    site: Site, language: str, translate: Callable[[str], str]
) -> tuple[Settings, tuple[str, ...]]:
    """The settings with the window's language, and sentences on what is wrong with them."""
    spoken = "" if language == "en" else language
    path = site.root / FILE
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        return Settings(language=spoken), ()
    except (OSError, UnicodeDecodeError) as error:
        return Settings(language=spoken), (f"{FILE}: {error}",)
    settings, wrong = read_settings(text, translate)
    return replace(settings, language=spoken), tuple(f"{FILE}: {one.message}" for one in wrong)
