"""Words for the person at the terminal, and the programs that are run for them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# Settings of the shell that would lead pip or Python to another place.
_MISLEADING = ("PYTHONHOME", "PYTHONPATH", "PIP_TARGET", "PIP_PREFIX", "PIP_USER", "PIP_ROOT")


class Stopped(Exception):
    """Nothing more can be done; the message says why and what to type. Exit status 2."""


def say(text: str) -> None:
    print(text, flush=True)


def loud(text: str) -> None:
    """Say something that must not be missed."""
    line = "!" * 78
    say("\n".join(("", line, *("!! " + part for part in text.splitlines()), line, "")))


def environment(**more: str) -> dict[str, str]:
    """The environment for programs that we start."""
    kept = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    return kept | more


def run(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run a program in the repository's root; its output goes to the terminal."""
    sys.stdout.flush()
    return subprocess.run(command, cwd=ROOT, env=env or environment(), check=False).returncode


def output_of(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> str:
    """What a program prints; nothing where it is not there or fails."""
    try:
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=env or environment(),
            check=False,
            capture_output=True,
            text=True,
            errors="replace",
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
