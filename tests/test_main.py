"""What `galley` does before there is a window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from editor_app.__main__ import main
from editor_app.start import lacks_display, meant_verb


def test_without_a_display_the_window_is_refused_in_words() -> None:
    bare = {
        name: value
        for name, value in os.environ.items()
        if name not in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    }
    if not lacks_display(bare, sys.platform):
        pytest.skip("this system needs no DISPLAY")
    ended = subprocess.run(
        [sys.executable, "-m", "editor_app"],
        env=bare,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert "no display" in ended.stderr
    assert "check" in ended.stderr


@pytest.mark.parametrize(
    ("environment", "platform", "lacks"),
    [
        ({}, "linux", True),
        ({"DISPLAY": ":0"}, "linux", False),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", False),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", False),
        ({}, "darwin", False),
        ({}, "win32", False),
    ],
)
def test_a_display_is_needed_on_linux_only(
    environment: dict[str, str], platform: str, lacks: bool
) -> None:
    assert lacks_display(environment, platform) is lacks


def test_a_mistyped_verb_is_answered_with_the_right_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["chekc", "x"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == 'galley: "chekc" is neither a verb nor a file; did you mean check?\n'


@pytest.mark.parametrize("word", ["chekc", "./checks", "check.md", "checks:3", "essay", ""])
def test_what_is_or_may_be_a_path_is_no_mistyped_verb(
    word: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "chekc").mkdir()
    assert meant_verb(word) is None


CTRL_C_AT_AN_IMPORT = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests may run in the background
class Somebody:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Somebody())
from editor_app.__main__ import main
sys.exit(main(["check", "."]))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize(
    "module", ["editor_app.start", "editor_app.cli.main", "editor_app.cli.check"]
)
def test_ctrl_c_while_modules_are_loaded_ends_without_a_trace(module: str, tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", CTRL_C_AT_AN_IMPORT, module],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "\n")
