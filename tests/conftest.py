"""What holds for every test: a clean place, one display, nothing left running or logged."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from tests import soak
from tests.fixtures.leftovers import nothing_left_running
from tests.fixtures.logs import no_unexpected_log_line

__all__ = ["no_unexpected_log_line", "nothing_left_running", "soak_count"]

_HAS_DISPLAY = sys.platform != "linux" or shutil.which("Xvfb") is not None
_WINDOW_TESTS = ("tests/e2e", "tests/screens")

hypothesis.settings.register_profile(
    "quick",
    max_examples=60,
    deadline=None,
    database=None,
    derandomize=bool(os.environ.get("CI")),
    print_blob=True,
)
hypothesis.settings.register_profile(
    "soak", max_examples=2000, deadline=None, database=None, print_blob=True
)
hypothesis.settings.load_profile("soak" if soak.IS_SOAK else "quick")


def pytest_configure(config: pytest.Config) -> None:
    """Keep the user's own folders and language out of the tests, and the tests out of them."""
    home = Path(tempfile.mkdtemp(prefix="galley-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    for name in ("CONFIG", "CACHE", "STATE", "DATA"):
        os.environ[f"XDG_{name}_HOME"] = str(home / name.lower())
    os.environ["XDG_RUNTIME_DIR"] = str(home / "run")
    (home / "run").mkdir(mode=0o700)
    for name in ("LANGUAGE", "LC_ALL", "QT_IM_MODULE", "QT_IM_MODULES", "WAYLAND_DISPLAY"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"
    os.environ["GALLEY_TESTS"] = str(os.getpid())
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # The web engine refuses to run as root with its sandbox. Never for users.
        os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    if not _HAS_DISPLAY:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a real window where there is none; Qt's log takes the same marker."""
    no_window = pytest.mark.skip(reason="no Xvfb: a real window can't be opened")
    for item in items:
        if not _HAS_DISPLAY and item.nodeid.startswith(_WINDOW_TESTS):
            item.add_marker(no_window)
        for marker in item.iter_markers("expects_log"):
            item.add_marker(pytest.mark.qt_log_ignore(*marker.args, extend=True))


@pytest.fixture
def soak_count() -> Callable[[int, int], int]:
    """`soak_count(quick, full)`: how often to try, see `tests/soak.py`."""
    return soak.soak_count
