from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor_app.gui.preview.walls import prepare

prepare(os.environ)  # while tests are collected: before anything makes a QApplication

_STARTING = ("(?i)vulkan", "GPU vendor", "Sandboxing")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Take no notice of what the web engine says of the graphics card when it starts."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            announced = [a for mark in item.iter_markers("expects_log") for a in mark.args]
            ignored = pytest.mark.qt_log_ignore(*_STARTING, *announced, extend=True)
            item.add_marker(ignored, append=False)
