"""What must stand in the environment before Qt starts."""

from __future__ import annotations

from collections.abc import MutableMapping

from editor_app.gui.preview import walls

_INPUT_MODULES = "fcitx;ibus"


def prepare(environment: MutableMapping[str, str]) -> None:
    """Set what Qt reads at its start; call it before there is a QApplication."""
    prepare_input(environment)
    walls.prepare(environment)


def prepare_input(environment: MutableMapping[str, str]) -> None:
    """Let Japanese be typed where the desktop uses fcitx.

    PySide6's wheels bring no plug-in for fcitx, so `QT_IM_MODULE=fcitx`, the
    usual setting, gives raw letters; fcitx also answers as ibus, whose plug-in
    they have. A `QT_IM_MODULES` of the user's own stays.
    """
    uses_fcitx = environment.get("QT_IM_MODULE") in {"fcitx", "fcitx5"} or any(
        "fcitx" in environment.get(name, "") for name in ("XMODIFIERS", "GTK_IM_MODULE")
    )
    if uses_fcitx and "QT_IM_MODULES" not in environment:
        environment["QT_IM_MODULES"] = _INPUT_MODULES
