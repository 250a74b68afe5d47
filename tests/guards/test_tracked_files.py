"""What is committed names no registry's host and no path of a machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# In pieces, so that this file does not name them either.
HOSTS = ("pythonhosted" + ".org", "pypi" + ".org", "npmjs" + ".org", "deb.debian" + ".org")
PLACES = ("/work" + "/", "/root" + "/", "/opt/" + "pypi", "/opt/" + "wheels", "/tmp/" + "w/")
NAMED = re.compile("|".join(re.escape(word) for word in (*HOSTS, *PLACES)))
# A user's own folder; names that are plainly an example may be used.
HOME = re.compile(r"(?:/home/|/Users/|C:\\Users\\)(?!me\b|user\b|aki\b|name\b|NAME\b|mio\b)\w+")


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_tracked_files_name_no_host_and_no_machine() -> None:
    found = []
    for path in tracked():
        if not path.is_file():
            continue  # removed, but not yet committed
        text = path.read_bytes().decode("utf-8", "replace")
        for number, line in enumerate(text.split("\n"), 1):
            if NAMED.search(line) or HOME.search(line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:90]}")
    assert found == []


def test_nothing_large_or_made_by_a_machine_is_tracked() -> None:
    large = [str(path) for path in tracked() if path.is_file() and path.stat().st_size > 2_000_000]
    assert large == []
    made = [path for path in tracked() if {"__pycache__", ".venv", "build"} & set(path.parts)]
    assert made == []
