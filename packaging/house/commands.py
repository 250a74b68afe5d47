"""The subcommands of `dev.py`."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from house import checks, lock, system, virtual
from house.console import ROOT, Stopped, environment, say

# What follows these is not ours to read.
_PASSING = {"galley", "test", "soak", "bench", "lock"}
_NO_DISPLAY = """\
There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window can open.
  On a desktop, type this command in a terminal of the desktop; over a network, use: ssh -X
  With a display in memory (package xvfb):
      xvfb-run -a python3 packaging/dev.py run
  To check posts without a window:
      python3 packaging/dev.py galley check PATH
"""


def main(arguments: Sequence[str]) -> int:
    """Run one subcommand; the exit status is 2 where something must be done first."""
    passing = bool(arguments) and arguments[0] in _PASSING
    options = _parser().parse_args(arguments[:1] if passing else arguments)
    rest = list(arguments[1:]) if passing else []
    try:
        return _dispatch(options, rest)
    except Stopped as stopped:
        print(stopped, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py", description="Start and test Galley.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def add(name: str, words: str) -> argparse.ArgumentParser:
        return commands.add_parser(name, help=words, description=words, allow_abbrev=False)

    run = add("run", "Open the window on a site or a post; without PATH on the sample site.")
    run.add_argument("path", nargs="?", metavar="PATH")
    add("galley", "Run the galley command, for example: galley check PATH.")
    add("test", "Run every check; or, with pytest's arguments, only those tests.")
    add("soak", "Run the tests with full counts; takes pytest's arguments.")
    add("bench", "Run the benchmarks; takes pytest's arguments.")
    screens = add("screens", "Take named pictures of the window and check what they show.")
    screens.add_argument("folder", metavar="DIR")
    add("lock", "Write packaging/requirements.lock again; takes uv's arguments.")
    return parser


def _dispatch(options: argparse.Namespace, rest: list[str]) -> int:
    match options.command:
        case "run":
            return _run(options.path)
        case "galley":
            return _galley(virtual.ready(), rest)
        case "lock":
            return lock.write(virtual.ready(), rest)
    python = virtual.ready()
    system.prepare_window(python)
    match options.command:
        case "test":
            return checks.test(python, rest)
        case "soak":
            return checks.pytest(python, ["--timeout=3600", *rest], GALLEY_SOAK="1")
        case "bench":
            benchmarks = ["-s", "--timeout=3600", "tests/benchmarks", *rest]
            return checks.pytest(python, benchmarks, GALLEY_BENCH="1")
    folder = str(Path(options.folder).absolute())
    return checks.pytest(python, ["-s", "tests/screens"], GALLEY_SCREENS=folder)


def _run(path: str | None) -> int:
    displays = (os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY"))
    if sys.platform == "linux" and not any(displays):
        raise Stopped(_NO_DISPLAY)
    python = virtual.ready()
    system.prepare_window(python)
    return _galley(python, [path or str(_sample())])


def _sample() -> Path:
    """A copy of the sample site that may be written to; made once."""
    copy = ROOT / "build" / "sample"
    if not copy.exists():
        shutil.copytree(ROOT / "resources" / "sample", copy)
        say(f"The sample site was copied to {copy}")
    return copy


def _galley(python: Path, arguments: Sequence[str]) -> int:
    """Become `galley`, in the folder of the caller, so that its paths and signals are ours."""
    command = [str(python), "-m", "editor_app", *arguments]
    sys.stdout.flush()
    if sys.platform == "win32":
        return subprocess.run(command, env=environment(), check=False).returncode
    return os.execve(command[0], command, environment())
