"""What the system lacks is named as its package manager names it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from house import console, system


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libxcb-icccm.so.4", "libxcb-icccm4"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libX11.so.6", "libx11-6"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
        ("libEGL.so.1", "libegl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libasound.so.2", "libasound2"),
        ("libnssutil3.so", "libnss3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
    ],
)
def test_the_package_of_a_library(library: str, package: str) -> None:
    assert system.package_of(library) == package


@pytest.mark.skipif(sys.platform != "linux", reason="asks the loader of Linux")
def test_this_environment_lacks_no_library() -> None:
    assert system.missing_libraries(Path(sys.executable)) == []


def test_without_the_right_to_install_the_command_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system, "_is_root", lambda: False)
    monkeypatch.setattr(system, "_has_apt", lambda: True)
    with pytest.raises(console.Stopped) as stopped:
        system.install(["libxcb-no-such-thing9"], why="Qt's window needs it")
    assert "Qt's window needs it" in str(stopped.value)
    assert "sudo apt-get install libxcb-no-such-thing9" in str(stopped.value)


def test_what_the_shell_sets_does_not_lead_pip_astray(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    monkeypatch.setenv("PIP_TARGET", "elsewhere")
    assert {"PYTHONPATH", "PIP_TARGET"} & set(console.environment()) == set()
    assert console.environment(GALLEY_SOAK="1")["GALLEY_SOAK"] == "1"
