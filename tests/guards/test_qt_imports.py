"""PySide reads no source of ours; what keeps it from that is no public face of it."""

from __future__ import annotations

import subprocess
import sys

_SCRIPT = """
import linecache
from editor_app.gui import qt_imports
{call}
import editor_app.gui.app
print(sum("editor_app" in path for path in linecache.cache))
"""


def _sources_read(call: str) -> int:
    script = _SCRIPT.format(call=call)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120
    )
    return int(done.stdout)


def test_no_source_of_the_window_is_read_when_it_is_imported() -> None:
    assert _sources_read("qt_imports.leave_sources_unread()") == 0


def test_all_would_be_read_else_and_so_this_is_needed_yet() -> None:
    assert _sources_read("") > 100
