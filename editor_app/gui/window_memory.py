"""Remembers the window from one start to the next: its place, panes, posts, folders."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from editor_app.core.storage.folders import Folders
from editor_app.gui.desk_layout import PANES, Arrangement

_MOST_RECENT = 12


@dataclass(frozen=True, slots=True)
class Recent:
    """What was open lately, the newest first."""

    folders: tuple[Path, ...] = ()
    posts: tuple[Path, ...] = ()

    def without(self, *shown: Path) -> Recent:
        """The same but for what is in front anyway."""
        folders = tuple(path for path in self.folders if path not in shown)
        return Recent(folders, tuple(path for path in self.posts if path not in shown))


class WindowMemory:
    """An INI file in the configuration folder; what can't be read of it is the default."""

    def __init__(self, folders: Folders) -> None:
        path = folders.config / "window.ini"
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def geometry(self) -> QByteArray:
        value = self._settings.value("geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    def arrangement(self) -> Arrangement:
        value = self._read("arrangement")
        default = Arrangement()
        if not isinstance(value, dict):
            return default
        shown, widths = value.get("shown"), value.get("widths")
        height, card = value.get("problems_height"), value.get("card_width")
        return Arrangement(
            shown=frozenset(shown) & frozenset(PANES) if isinstance(shown, list) else default.shown,
            widths={
                name: _bounded(widths.get(name) if isinstance(widths, dict) else None, usual)
                for name, usual in default.widths.items()
            },
            problems_height=_bounded(height, default.problems_height),
            card_width=_bounded(card, default.card_width),
        )

    def keep(self, geometry: QByteArray, arrangement: Arrangement) -> None:
        """Remember the window as it is."""
        self._settings.setValue("geometry", geometry)
        self._write(
            "arrangement",
            {
                "shown": sorted(arrangement.shown),
                "widths": dict(arrangement.widths),
                "problems_height": arrangement.problems_height,
                "card_width": arrangement.card_width,
            },
        )

    @property
    def recent(self) -> Recent:
        return Recent(self._paths("recent_folders"), self._paths("recent_posts"))

    def note_folder(self, path: Path) -> None:
        self._note("recent_folders", path)

    def note_post(self, path: Path) -> None:
        self._note("recent_posts", path)

    def open_posts(self) -> tuple[Path, ...]:
        """What was open when the window was closed last."""
        return self._paths("open_posts")

    def keep_open_posts(self, paths: Sequence[Path]) -> None:
        self._write("open_posts", [str(path) for path in paths])

    def sync(self) -> None:
        self._settings.sync()

    def _note(self, key: str, path: Path) -> None:
        rest = [one for one in self._paths(key) if one != path]
        self._write(key, [str(one) for one in [path, *rest][:_MOST_RECENT]])

    def _paths(self, key: str) -> tuple[Path, ...]:
        value = self._read(key)
        values = value if isinstance(value, list) else []
        return tuple(Path(one) for one in values if isinstance(one, str))

    def _read(self, key: str) -> object:
        text = self._settings.value(key)
        try:
            value: object = json.loads(text) if isinstance(text, str) else None
        except ValueError:
            return None
        return value

    def _write(self, key: str, value: object) -> None:
        # As one JSON string: an INI file guesses types and unpacks lists of one.
        self._settings.setValue(key, json.dumps(value, ensure_ascii=True))


def _bounded(value: object, usual: int) -> int:
    return min(max(value, 80), 4000) if isinstance(value, int) else usual
