"""The virtual environment: `.venv` with exactly the locked versions.

A stamp in it says what it was made of, and is written last: an environment
without one was interrupted, and is made again from nothing.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import shutil
import sys
import tomllib
from pathlib import Path

from house import system
from house.console import ROOT, Stopped, environment, output_of, run, say

LOCK = ROOT / "packaging" / "requirements.lock"
VENV = ROOT / ".venv"
_STAMP = VENV / "galley-stamp"
_NOT_LOCKED = {"pip", "setuptools", "wheel", "galley-desk"}


def python() -> Path:
    """The environment's interpreter."""
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def ready() -> Path:
    """Make or mend `.venv` where needed, and return its interpreter.

    Raises Stopped with the command to type where it can't be made.
    """
    wanted = _key()
    found = _STAMP.read_text("utf-8") if _STAMP.is_file() else None
    if found == wanted and python().exists():
        return python()
    same_python = found is not None and found.split("\n")[0] == wanted.split("\n")[0]
    if same_python and python().exists():
        say("The lock has changed: bringing .venv up to date …")
        _STAMP.unlink()
    else:
        say(_why_made(found))
        _make()
    _install()
    _STAMP.write_text(wanted, "utf-8")
    return python()


def _key() -> str:
    """What an environment depends on: Python and its own place, then lock and project."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    described = repr((project["build-system"], project["project"])).encode()
    version = ".".join(map(str, sys.version_info[:3]))
    digest = hashlib.sha256(LOCK.read_bytes() + described).hexdigest()
    return f"{version} {sys.base_prefix} {ROOT}\n{digest}\n"


def _why_made(found: str | None) -> str:
    if not VENV.exists():
        return "Making .venv (about a minute; some 250 MB are downloaded once) …"
    if found is None:
        return "The .venv here is not finished, or not ours: making it again …"
    return "The .venv here was made for another Python or another folder: making it again …"


def _make() -> None:
    if Path(sys.prefix).resolve() == VENV.resolve():
        raise Stopped(
            "The .venv has to be made again, and this is its own Python. "
            "Call dev.py with the Python it was made from."
        )
    if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        system.install([f"python{version}-venv"], why="Python's venv module is not complete")
    if VENV.is_symlink() or VENV.is_file():
        VENV.unlink()
    elif VENV.exists():
        try:
            shutil.rmtree(VENV)
        except OSError as error:
            raise Stopped(
                f"The old .venv can't be removed ({error}). Close what uses it, then try again."
            ) from error
    if run([sys.executable, "-m", "venv", VENV]) != 0:
        raise Stopped("Python could not make .venv; its own words stand above.")


def _install() -> None:
    pip: list[str | Path] = [python(), "-m", "pip", "--no-input", "--disable-pip-version-check"]
    locked: list[str | Path] = ["--require-hashes", "--no-deps", "--only-binary=:all:", "-r", LOCK]
    env = environment(PIP_REQUIRE_VIRTUALENV="1")
    if run([*pip, "install", "--quiet", *locked], env) != 0:
        raise Stopped(
            "The locked packages could not be installed; pip's own words stand above. "
            "Is the network there? The same command can be given again."
        )
    strangers = sorted(_installed(pip) - _locked_names() - _NOT_LOCKED)
    if strangers:
        run([*pip, "uninstall", "--quiet", "--yes", *strangers], env)
    # Without network and without a build of its own: hatchling is in the lock.
    own: list[str | Path] = ["--no-index", "--no-deps", "--no-build-isolation", "--editable", ROOT]
    if run([*pip, "install", "--quiet", *own], env) != 0:
        raise Stopped("Galley itself could not be put into .venv; pip's own words stand above.")


def _installed(pip: list[str | Path]) -> set[str]:
    lines = output_of([*pip, "list", "--format=freeze"]).splitlines()
    return {_canonical(line.partition("==")[0]) for line in lines}


def _locked_names() -> set[str]:
    lines = LOCK.read_text("utf-8").splitlines()
    return {_canonical(line.partition("==")[0]) for line in lines if re.match(r"\w", line)}


def _canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
