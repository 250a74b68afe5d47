"""The file `galley.toml`: from its text to settings, and what is wrong with it."""

from editor_app.core.settings_file.read import read_settings

__all__ = ["read_settings"]
