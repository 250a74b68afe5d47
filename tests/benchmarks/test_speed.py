"""Start, echo, preview and memory at three sizes, beside the floor: `dev.py bench`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.benchmarks.measure import measure
from tests.benchmarks.posts import post

SIZES = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000}
GOALS = {"echo_p50": 1.25, "echo_p95": 1.6, "preview_p50": 1.5}


@pytest.mark.parametrize("size", SIZES)
def test_the_window_beside_the_floor(size: str, tmp_path: Path) -> None:
    display = os.environ.get("DISPLAY")
    if not display:
        pytest.fail("benchmarks need an X display")
    folder = tmp_path / "_posts"
    folder.mkdir()
    (tmp_path / "_config.yml").write_text("title: Bench\n", "utf-8")
    file = folder / "2026-03-16-bench.md"
    file.write_text(post(SIZES[size]), "utf-8")
    floor = measure("tests.benchmarks.floor", file, tmp_path / "floor", display).row()
    desk = measure("tests.benchmarks.desk", file, tmp_path / "desk", display).row()
    print(f"\n{size:>8} {'floor':>10} {'Galley':>10} {'ratio':>7} {'goal':>6}")
    for name, value in floor.items():
        unit = "MiB" if name == "memory" else "ms"
        goal = GOALS.get(name, "")
        print(
            f"{name:>12} {value:7.1f} {desk[name]:9.1f}"
            f" {desk[name] / value:7.2f} {goal!s:>5} {unit}"
        )
    print(json.dumps({"size": size, "floor": floor, "galley": desk}))
    assert desk["echo_p50"] > 0
    assert desk["preview_p50"] > 0
