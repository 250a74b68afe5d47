"""Start, echo, preview and memory at three sizes, beside the floor: `dev.py bench`."""

from __future__ import annotations

import json
import os
import statistics
from pathlib import Path

import pytest

from tests.benchmarks.measure import measure, starts
from tests.benchmarks.posts import post

SIZES = {"10 KB": 10_000, "100 KB": 100_000, "1 MB": 1_000_000}
TIMES = {"echo_p50": 1.25, "echo_p95": 1.6, "preview_p50": 1.5}
"""Goals: so many times the floor."""
MORE = {"start": 500, "memory": 120}
"""Goals: so much above the floor."""
MODULES = "tests.benchmarks.floor", "tests.benchmarks.desk"


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
    rows = [measure(module, file, tmp_path / module, display).row() for module in MODULES]
    began = starts(MODULES, file, tmp_path / "starts", display)
    floor, desk = (
        {"start": statistics.median(took), **row} for took, row in zip(began, rows, strict=True)
    )
    print(f"\n{size:>12} {'floor':>7} {'Galley':>9} {'more':>7} {'times':>7}   goal")
    for name, value in floor.items():
        unit = "MiB" if name == "memory" else "ms"
        print(
            f"{name:>12} {value:7.1f} {desk[name]:9.1f} {desk[name] - value:7.1f}"
            f" {desk[name] / value:7.2f}   {_goal(name)} {unit}"
        )
    print(json.dumps({"size": size, "floor": floor, "galley": desk, "starts": began}))
    assert desk["echo_p50"] > 0
    assert desk["preview_p50"] > 0


def _goal(name: str) -> str:
    if name in MORE:
        return f"{MORE[name]} more"
    return f"{TIMES[name]} times" if name in TIMES else ""
