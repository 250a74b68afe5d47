"""Starts the window: environment, application, theme, language, one instance, signals."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from editor_app import __version__
from editor_app.core.messages import translator
from editor_app.core.resources import resource
from editor_app.core.storage.folders import Folders, folders, make_private
from editor_app.gui import environment, i18n
from editor_app.gui.enter_presses import EnterPresses
from editor_app.gui.failures import Failures
from editor_app.gui.first_sight import FirstSight
from editor_app.gui.single_instance import SingleInstance
from editor_app.gui.spare_memory import SpareMemory
from editor_app.gui.stop_signals import StopSignals
from editor_app.gui.surroundings import Surroundings
from editor_app.gui.targets import Target, target_of
from editor_app.gui.theme import DARK, LIGHT, Theme, palette, style_sheet
from editor_app.gui.window import Window

THEME_VARIABLE = "GALLEY_THEME"
_JAPANESE_FONTS = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Hiragino Sans",
    "Yu Gothic UI",
    "Meiryo",
    "IPAexGothic",
    "IPAGothic",
)
_TEXT_PX = 13


def main(argv: Sequence[str]) -> int:
    """Run the window until it is closed; returns the exit status."""
    program = start(argv)
    return 0 if program is None else program.run()


class Program:
    """The program with its window on the screen; made by `start`."""

    def __init__(
        self,
        application: QApplication,
        window: Window,
        around: Surroundings,
        failures: Failures,
        instance: SingleInstance,
    ) -> None:
        self.application, self.window = application, window
        self._around, self._failures, self._instance = around, failures, instance
        self._signals = StopSignals(application)
        self._signals.received.connect(window.leave_at_once)
        failures.happened.connect(window.tell_failure)
        instance.asked.connect(window.welcome_targets)
        window.closed.connect(application.quit)

    def run(self) -> int:
        """Until the window is closed."""
        status = self.application.exec()
        self._instance.close()
        self._signals.close()
        self._around.writer.shutdown()
        self._failures.uninstall()
        return status


def start(argv: Sequence[str]) -> Program | None:
    """Put the window on the screen; None where one is there already and has taken the paths."""
    asked = _parser().parse_args(list(argv))
    environment.prepare(os.environ)
    targets = [target_of(one, Path.cwd()) for one in asked.paths]
    application = QApplication([sys.argv[0]])
    own = folders(os.environ)
    make_private(own.state)
    failures = Failures(own.state, application)
    failures.install()
    instance = SingleInstance(own.state, application)
    if not instance.claim() and instance.ask(targets):
        failures.uninstall()
        return None
    wanted_theme = asked.theme or os.environ.get(THEME_VARIABLE)
    around = surroundings(i18n.language_of(asked.lang, os.environ), own)
    window = build_window(targets, theme_of(wanted_theme, application), around)
    program = Program(application, window, around, failures, instance)
    if wanted_theme is None:
        follow = _SystemTheme(application, window)
        application.styleHints().colorSchemeChanged.connect(follow.change)
    window.show()
    window.offer_recovery()
    return program


def build_window(targets: Sequence[Target | Path], theme: Theme, around: Surroundings) -> Window:
    """A window with these posts open, not shown yet; the application is dressed for it.

    Needs a QApplication. After the window, shut `around.writer` down.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application, around.language)
    window = Window(theme, around)
    # Only now: else each pane would be styled when it is made and again where it is put.
    paint(application, theme)
    EnterPresses(window)
    SpareMemory(window.sessions)
    window.analyst.wait()
    FirstSight(window).seen.connect(window.analyst.begin)
    window.open([one if isinstance(one, Target) else Target(one) for one in targets])
    return window


def surroundings(language: str, own: Folders) -> Surroundings:
    """What a window needs to know of the system."""
    writer = ThreadPoolExecutor(1, thread_name_prefix="journal")
    spoken = "" if language == "en" else language
    return Surroundings(own, _now, translator(spoken), writer, language)


def dress(application: QApplication, language: str) -> None:
    """Give the application its name, style, fonts and language."""
    application.setApplicationName("Galley")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("galley")
    application.setWindowIcon(QIcon(str(resource("icons/galley.svg"))))
    application.setStyle("Fusion")
    application.setFont(_font(os.environ))
    i18n.install(application, language)


def paint(application: QApplication, theme: Theme) -> None:
    """Colour everything that the panes do not paint themselves."""
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


def theme_of(asked: str | None, application: QApplication) -> Theme:
    """The theme that was asked for, else the system's."""
    if asked in (LIGHT.name, DARK.name):
        return DARK if asked == DARK.name else LIGHT
    is_dark = application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return DARK if is_dark else LIGHT


class _SystemTheme(QObject):
    """Follows the system from light to dark and back while the window is open."""

    def __init__(self, application: QApplication, window: Window) -> None:
        super().__init__(window)
        self._application, self._window = application, window

    def change(self) -> None:
        theme = theme_of(None, self._application)
        paint(self._application, theme)
        self._window.show_theme(theme)


def _font(variables: Mapping[str, str]) -> QFont:
    """The system's font, with Japanese ones behind it; its size where a desktop has set one."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    installed = set(QFontDatabase.families())
    has_desktop = sys.platform in ("win32", "darwin") or bool(variables.get("XDG_CURRENT_DESKTOP"))
    first = [font.family()] if has_desktop else []
    japanese = [name for name in _JAPANESE_FONTS if name in installed]
    font.setFamilies([*first, *(name for name in ("Noto Sans",) if name in installed), *japanese])
    if not font.families():
        font.setFamilies([font.defaultFamily()])
    if not has_desktop:
        font.setPixelSize(_TEXT_PX)
    return font


def _now() -> datetime:
    return datetime.now().astimezone()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="galley", description="Opens the window. With a verb: see galley --help."
    )
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="a post, a post with a line (FILE:LINE), a folder"
    )
    parser.add_argument("--lang", choices=i18n.LANGUAGES, help="language of the window")
    parser.add_argument("--theme", choices=(LIGHT.name, DARK.name), help="instead of the system's")
    return parser
