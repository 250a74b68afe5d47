"""Keeps PySide from reading the source of every module that is imported after it."""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 (it brings the module that is changed here)

_FEATURES = "shibokensupport.feature"
_LOOK = "_mod_uses_pyside"


def leave_sources_unread() -> None:
    """Call it before anything else of the window is imported.

    PySide can give its classes other names in a module that says so, and looks for that in
    the source of each. Nothing here says so, and it costs the start 50 ms, and 7 MiB for
    as long as the program runs, since the lines stay in `linecache`.
    """
    features = sys.modules.get(_FEATURES)
    if hasattr(features, _LOOK):
        setattr(features, _LOOK, _uses_qt_as_it_is)


def _uses_qt_as_it_is(_module: object) -> bool:
    return True
