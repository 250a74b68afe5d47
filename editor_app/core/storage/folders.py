"""Where Galley keeps what is its own: never in the user's site."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_NAME = "galley"
HOME_VARIABLE = "GALLEY_HOME"
"""Environment variable that puts all of it under one folder, for tests and trial runs."""


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders of this user; none of them need exist."""

    state: Path
    cache: Path
    config: Path

    @property
    def journals(self) -> Path:
        """Unsaved texts."""
        return self.state / "journals"


def folders(environment: Mapping[str, str]) -> Folders:
    """The folders by the system's custom, or under GALLEY_HOME where that is set."""
    home = environment.get(HOME_VARIABLE)
    if home:
        root = Path(home).absolute()
        return Folders(root / "state", root / "cache", root / "config")
    import platformdirs  # noqa: PLC0415 (slow to load, and often not needed)

    return Folders(
        platformdirs.user_state_path(_NAME, appauthor=False),
        platformdirs.user_cache_path(_NAME, appauthor=False),
        platformdirs.user_config_path(_NAME, appauthor=False),
    )


def make_private(folder: Path) -> None:
    """Make a folder that only this user can look into. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "posix":
        folder.chmod(0o700)
