"""`galley check` never loads Qt: it would cost its start, and the base install has none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
REPORT = """
import pathlib, sys
from editor_app.__main__ import main
status = main(sys.argv[1:])
print("status", status, file=sys.stderr)
print("modules", sorted(name for name in sys.modules if "PySide" in name or "shiboken" in name),
      file=sys.stderr)
maps = pathlib.Path("/proc/self/maps")
mapped = maps.read_text() if maps.exists() else ""
print("mapped", sorted({line.split("/")[-1] for line in mapped.splitlines() if "libQt" in line}),
      file=sys.stderr)
"""


@pytest.mark.parametrize("options", [[], ["--format", "json"]])
def test_checking_a_site_loads_no_qt(options: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", REPORT, "check", *options, str(SAMPLE)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stderr.splitlines()[-3:] == ["status 1", "modules []", "mapped []"], done.stderr
