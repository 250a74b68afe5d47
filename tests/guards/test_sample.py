"""The sample site shows what Galley finds, and leaves the clean posts in peace."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

SAMPLE = Path(__file__).parents[2] / "resources" / "sample"
FOUND = {
    "2026-03-09-bread-and-salt.md": ["title-heading-mark"],
    "2026-03-23-mikan-no-kisetsu.md": ["end-marker"],
    "2026-03-30-a-library-on-wheels.md": ["paragraphs-pasted-twice"],
    "2026-04-06-norway-calling.md": ["yaml-reads-differently", "yaml-reads-differently"],
    "2026-04-20-lost-and-found.md": ["text-cut-off"],
}


def test_each_defect_of_the_sample_is_found_once_and_nothing_else() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "editor_app", "check", "--format", "json", str(SAMPLE)],
        capture_output=True,
        check=False,
    )
    answer = json.loads(done.stdout)
    assert answer["files"] == 8
    found: dict[str, list[str]] = {}
    for diagnostic in answer["diagnostics"]:
        found.setdefault(Path(diagnostic["path"]).name, []).append(diagnostic["rule"])
    assert found == FOUND


def test_every_picture_of_the_sample_is_there() -> None:
    named = {
        line.partition("/assets/")[2].rstrip(")").strip()
        for post in SAMPLE.glob("_posts/*.md")
        for line in post.read_text("utf-8").splitlines()
        if "/assets/" in line
    }
    assert named
    assert [name for name in sorted(named) if not (SAMPLE / "assets" / name).is_file()] == []
