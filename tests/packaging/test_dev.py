"""`dev.py` says what is missing in a line, and does not trust a half-made environment."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def dev(root: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, root / "packaging" / "dev.py", *arguments],
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a display")
def test_without_a_display_it_says_what_to_do_instead(tmp_path: Path) -> None:
    done = dev(ROOT, "run", str(tmp_path))
    assert done.returncode == 2
    assert "no display" in done.stderr
    assert "xvfb-run" in done.stderr
    assert "galley check" in done.stderr


@pytest.mark.parametrize("arguments", [(), ("fly",), ("screens",), ("run", "a", "b")])
def test_wrong_use_ends_with_two_and_the_usage(arguments: tuple[str, ...]) -> None:
    done = dev(ROOT, *arguments)
    assert done.returncode == 2
    assert "usage: dev.py" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(sys.version_info < (3, 11), reason="compares with an older Python")
def test_an_old_python_is_told_so_in_one_line() -> None:
    source = (ROOT / "packaging" / "dev.py").read_text("utf-8")
    pretends = "import sys; sys.version_info = (3, 9, 2)\n"
    done = subprocess.run(
        [sys.executable, "-c", pretends + source.split('"""', 2)[2]],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Galley needs Python 3.11 or newer; this is Python 3.9")
    assert done.stderr.count("\n") == 1


def test_an_environment_that_was_not_finished_is_made_again(tmp_path: Path) -> None:
    """The copy has an empty lock, so that no network is needed; it stops for want of hatchling."""
    shutil.copytree(
        ROOT / "packaging", tmp_path / "packaging", ignore=shutil.ignore_patterns("pictures")
    )
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "packaging" / "requirements.lock").write_text("# nothing\n")
    leftover = tmp_path / ".venv" / "leftover"
    leftover.parent.mkdir()
    leftover.touch()
    done = dev(tmp_path, "galley", "--version")
    assert done.returncode == 2, done.stdout + done.stderr
    assert "making it again" in done.stdout
    assert "could not be put into .venv" in done.stderr
    assert not leftover.exists()
    # Nor is what this call left taken for finished by the next one.
    assert not (tmp_path / ".venv" / "galley-stamp").exists()
