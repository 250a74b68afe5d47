"""The hooks of `.pre-commit-hooks.yaml` under the real pre-commit, in a real repository.

As local hooks, so that no environment has to be built and downloaded for them.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BAD = '---\ntitle: "# Spring"\ndate: 2026-03-01\n---\n\nText.\n'
GOOD = BAD.replace("# ", "")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        verb = hook["entry"].removeprefix("galley ")
        hook |= {"entry": f"{sys.executable} -m editor_app {verb}", "language": "system"}
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), "utf-8")
    (tmp_path / "_posts").mkdir()
    run(tmp_path, "git", "init", "-q")
    return tmp_path


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    environment = dict(
        os.environ,
        PYTHONPATH=str(ROOT),
        PRE_COMMIT_HOME=str(folder / ".git" / "pre-commit"),
        GIT_CONFIG_GLOBAL=os.devnull,
        NO_COLOR="1",
    )
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def hook(folder: Path, name: str) -> subprocess.CompletedProcess[str]:
    run(folder, "git", "add", "-A")
    return run(folder, sys.executable, "-m", "pre_commit", "run", name)


def test_a_bad_post_stops_the_commit_and_a_good_one_does_not(repository: Path) -> None:
    post = repository / "_posts" / "2026-03-01-spring.md"
    post.write_text(BAD, "utf-8")
    (repository / "notes.txt").write_text("# not a post\n", "utf-8")
    ran = hook(repository, "galley-check")
    assert ran.returncode == 1
    assert "_posts/2026-03-01-spring.md:2:9 error title-heading-mark" in ran.stdout
    assert "1 post checked" in ran.stdout
    post.write_text(GOOD, "utf-8")
    assert hook(repository, "galley-check").returncode == 0


def test_the_fix_hook_mends_and_stops_so_that_somebody_looks(repository: Path) -> None:
    post = repository / "_posts" / "2026-03-01-spring.md"
    post.write_text(BAD, "utf-8")
    ran = hook(repository, "galley-fix")
    assert ran.returncode == 1
    assert "files were modified by this hook" in ran.stdout
    assert post.read_text("utf-8") == GOOD
    assert hook(repository, "galley-fix").returncode == 0
