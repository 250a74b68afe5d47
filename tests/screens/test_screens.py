"""Every picture of the window can be taken, and shows nothing cut off or unnamed.

`dev.py screens DIR` keeps the pictures in DIR.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.screens.scenes import SCENES, Scene

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(os.environ.get("GALLEY_SCREENS") or tmp_path)


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.name)
def test_the_window_shows_all_of_its_words_and_names_its_controls(
    scene: Scene, folder: Path, tmp_path: Path
) -> None:
    own = {f"XDG_{name}_HOME": str(tmp_path / name) for name in ("CONFIG", "STATE", "CACHE")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.screens.driver", scene.name, str(folder)],
        cwd=ROOT,
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == []
    scale = float(scene.variables.get("QT_SCALE_FACTOR", "1"))
    picture = QImage(str(folder / f"{scene.name}.png"))
    assert (picture.width(), picture.height()) == tuple(side * scale for side in scene.size)
