"""What the window's process does not load."""

from __future__ import annotations

import subprocess
import sys


def test_rules_body_parser_and_renderer_stay_in_the_workers() -> None:
    code = "import sys, editor_app.gui.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "editor_app.gui.window" in loaded
    foreign = {
        "editor_app.core.analysis",
        "editor_app.core.body.body",
        "editor_app.core.rules",
        "editor_app.core.render.engine",
        "markdown_it",
        "nh3",
    }
    assert not loaded & foreign
