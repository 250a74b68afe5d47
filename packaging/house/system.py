"""System libraries, fonts and programs: what is missing, and how it gets here.

Qt's wheels bring Qt, but not the libraries of the system that its window and
its web engine are linked to. `ldd` names those that the loader does not find.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from house.console import Stopped, environment, loud, output_of, run, say

# What is linked to everything else that Qt loads while it runs.
_OBJECTS = (
    "QtWidgets.abi3.so",
    "QtWebEngineWidgets.abi3.so",
    "Qt/plugins/platforms/libqxcb.so",
    "Qt/plugins/platforms/libqwayland.so",
    "Qt/plugins/imageformats/libqsvg.so",
    "Qt/libexec/QtWebEngineProcess",
)
# Debian's packages whose names do not follow from the library's.
_PACKAGES = {
    "libnss3.so": "libnss3",
    "libnssutil3.so": "libnss3",
    "libsmime3.so": "libnss3",
    "libssl3.so": "libnss3",
    "libnspr4.so": "libnspr4",
    "libplc4.so": "libnspr4",
    "libplds4.so": "libnspr4",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libgmodule-2.0.so.0": "libglib2.0-0",
    "libgio-2.0.so.0": "libglib2.0-0",
}
_JAPANESE_FONT = "fonts-noto-cjk"
TEST_PROGRAMS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "openbox": "openbox",
    "strace": "strace",
}


def prepare_window(python: Path) -> None:
    """See to it that Qt's window can start; raises Stopped with the command to type."""
    if sys.platform != "linux":
        return
    libraries = missing_libraries(python)
    packages = [package_of(library) for library in libraries]
    if not fonts_are_there("ja"):
        packages += ["fontconfig", _JAPANESE_FONT] if _has_apt() else []
    if libraries and not _has_apt():
        raise Stopped(_elsewhere(libraries))
    if packages:
        missing = ", ".join(libraries) or "a font with Japanese characters"
        install(packages, why=f"Qt's window needs what is not here: {missing}")
    still = missing_libraries(python) if libraries else []
    if still:
        raise Stopped(f"Still missing after the installation: {', '.join(still)}")


def prepare_tests(programs: Mapping[str, str]) -> list[str]:
    """Install the programs that tests drive; returns those that are not to be had."""
    if sys.platform != "linux":
        return []
    missing = [name for name in programs if shutil.which(name) is None]
    if missing and _has_apt() and _is_root():
        try:
            install([programs[name] for name in missing], why=f"Tests use {', '.join(missing)}")
        except Stopped as stopped:
            loud(str(stopped))
    return [name for name in missing if shutil.which(name) is None]


def missing_libraries(python: Path) -> list[str]:
    """Names of the shared libraries that Qt is linked to and the loader does not find."""
    folder = next(python.parents[1].glob("lib*/python*/site-packages/PySide6"), None)
    if folder is None or shutil.which("ldd") is None:
        return []
    objects = [folder / name for name in _OBJECTS if (folder / name).exists()]
    # English, since the words of its answer are looked for.
    answer = output_of(["ldd", *objects], environment(LC_ALL="C"))
    return sorted(set(re.findall(r"^\s*(\S+) => not found", answer, re.MULTILINE)))


def package_of(library: str) -> str:
    """Debian's package for a library: its policy derives one name from the other."""
    if library in _PACKAGES:
        return _PACKAGES[library]
    stem, _, version = library.partition(".so")
    version = version.removeprefix(".").split(".")[0]
    joint = "-" if version and stem[-1].isdigit() else ""
    return (stem + joint + version).lower().replace("_", "-")


def fonts_are_there(language: str) -> bool:
    """Whether fontconfig knows a font for a language; False where it can't be asked."""
    return bool(output_of(["fc-list", f":lang={language}", "family"]).strip())


def install(packages: Sequence[str], why: str) -> None:
    """Install with apt-get where we may; otherwise raises Stopped with the command."""
    if not _has_apt():
        raise Stopped(f"{why}. Install with your system's package manager: {' '.join(packages)}")
    if not _is_root():
        wanted = " ".join(_known_to_apt(packages))
        raise Stopped(f"{why}. Type:\n    sudo apt-get update && sudo apt-get install {wanted}")
    say(f"{why}: installing {' '.join(packages)} …")
    quiet = environment(DEBIAN_FRONTEND="noninteractive")
    run(["apt-get", "update", "-qq"], quiet)
    names = _known_to_apt(packages)
    command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *names]
    if run(command, quiet) != 0:
        raise Stopped(f"{why}, but apt-get failed; its own words stand above. Type:\n"
                      f"    apt-get update && apt-get install {' '.join(names)}")  # fmt: skip


def _known_to_apt(packages: Iterable[str]) -> list[str]:
    """The packages' names on this release: some are renamed with `t64` since 2024.

    The old name is then a virtual one, which apt-get would refuse to choose for. A name
    that apt does not know is left out, so that it does not keep the others from coming:
    who asked looks again for what is missing. Where apt has no lists yet, all stay.
    """
    wanted = list(dict.fromkeys(packages))
    known = [
        next((name for name in (f"{package}t64", package) if _has_candidate(name)), None)
        for package in wanted
    ]
    return [name for name in known if name is not None] or wanted


def _has_candidate(package: str) -> bool:
    answer = output_of(["apt-cache", "policy", package], environment(LC_ALL="C"))
    return bool(re.search(r"Candidate: (?!\(none\))", answer))


def _elsewhere(libraries: list[str]) -> str:
    """The command for systems whose packages say which library they provide."""
    wanted = " ".join(f"'{library}()(64bit)'" for library in libraries)
    known = {
        "dnf": f"sudo dnf install {wanted}",
        "zypper": f"sudo zypper install {wanted}",
        "pacman": f"pacman -Fy && pacman -F {' '.join(libraries)}    (then: sudo pacman -S …)",
    }
    words = f"Qt's window needs libraries that are not here: {', '.join(libraries)}."
    for program, command in known.items():
        if shutil.which(program):
            return f"{words} Type:\n    {command}"
    return f"{words} Install the packages of your system that hold them."


def _has_apt() -> bool:
    return shutil.which("apt-get") is not None


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
