"""A verb goes to the command line, everything else to the window."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from editor_app.cli import main as command_line
from editor_app.cli.escape import escaped
from editor_app.cli.main import VERBS

_ABOUT = frozenset({"-h", "--help", "--version"})

_NO_QT = """\
galley: the window needs Qt, which is not installed here. Install it with
    pipx install 'galley-desk[desktop]'
or into this environment with
    {python} -m pip install 'galley-desk[desktop]'
The commands {verbs} work without it."""

_QT_FAILS = """\
galley: the window can't start, as Qt can't be loaded: {reason}
A library of the system is missing. In a checkout, `python3 packaging/dev.py run` finds out
which one and installs it or says how. The commands {verbs} work without it."""

_NO_DISPLAY = """\
galley: there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window
can open. On a desktop, type this in a terminal of the desktop; over a network, use: ssh -X
The commands {verbs} work without one."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run Galley with the arguments after the program's name; returns the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments and (arguments[0] in VERBS or arguments[0] in _ABOUT):
        return command_line.main(arguments)
    verb = meant_verb(arguments[0]) if arguments else None
    if verb is not None:
        line = f'"{arguments[0]}" is neither a verb nor a file; did you mean {verb}?'
        print(f"galley: {escaped(line)}", file=sys.stderr)
        return 2
    return _window(arguments)


def meant_verb(word: str) -> str | None:
    """The verb that was mistyped; None for what is or could be a path."""
    if any(mark in word for mark in "/\\.:") or os.path.lexists(word):
        return None
    return next(iter(difflib.get_close_matches(word, VERBS, 1)), None)


def _window(arguments: list[str]) -> int:
    words = {"verbs": ", ".join(VERBS), "python": sys.executable}
    if find_spec("PySide6") is None:
        print(_NO_QT.format(**words), file=sys.stderr)
        return 2
    if lacks_display(os.environ, sys.platform):
        print(_NO_DISPLAY.format(**words), file=sys.stderr)
        return 2
    try:
        # Here and not at the top: the base install has no Qt, and `galley check`
        # must not pay for it where it is there.
        from editor_app.gui import qt_imports  # noqa: PLC0415

        qt_imports.leave_sources_unread()
        from editor_app.gui import app  # noqa: PLC0415
    except ImportError as error:
        if not (error.name or "").startswith(("PySide6", "shiboken6")):
            raise
        print(_QT_FAILS.format(reason=error, **words), file=sys.stderr)
        return 2
    return app.main(arguments)


def lacks_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Qt would abort for want of a display: it has no gentler way to say so."""
    if platform in {"win32", "cygwin", "darwin"} or environment.get("QT_QPA_PLATFORM"):
        return False
    return not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))
