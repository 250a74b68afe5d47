"""Write the lock: one file for three systems and every Python, with hashes."""

from __future__ import annotations

from pathlib import Path

from house.console import ROOT, Stopped, run, say
from house.virtual import LOCK

_HEAD = """\
# Exact versions with hashes, for Linux, macOS and Windows and Python 3.11 to 3.14.
# Made from pyproject.toml by `python3 packaging/dev.py lock`; not edited by hand.
"""


def write(python: Path, more: list[str]) -> int:
    """Resolve pyproject.toml again; `more` goes to uv, such as `--upgrade-package NAME`."""
    command: list[str | Path] = [python, "-m", "uv", "pip", "compile", "pyproject.toml", "--quiet"]
    what = ["--extra", "desktop", "--group", "dev", "--universal", "--generate-hashes"]
    form = ["--no-header", "--no-emit-index-url", "--no-emit-find-links", "--output-file"]
    fresh = LOCK.with_suffix(".new")
    if LOCK.exists():
        fresh.write_bytes(LOCK.read_bytes())  # versions stay unless an upgrade is asked for
    try:
        if run([*command, *what, *form, fresh, *more]) != 0:
            raise Stopped("The lock is as it was: uv could not resolve pyproject.toml.")
        text = fresh.read_text("utf-8")
        body = [line for line in text.splitlines(keepends=True) if not line.startswith("#")]
        LOCK.write_text(_HEAD + "".join(body), "utf-8", newline="\n")
    finally:
        fresh.unlink(missing_ok=True)
    say(f"Wrote {LOCK.relative_to(ROOT)}")
    return 0
