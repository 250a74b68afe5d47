"""What the window's process does not load."""

from __future__ import annotations

import subprocess
import sys


def test_rules_body_parser_and_renderer_stay_in_the_workers() -> None:
    loaded = _loaded_by("editor_app.gui.app")
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


def test_no_start_waits_for_what_is_seen_later() -> None:
    loaded = _loaded_by("editor_app.gui.app")
    later = {
        "editor_app.gui.form.fields.make_rare",
        "editor_app.gui.form.fields.file_picker",
        "editor_app.gui.preview.web_view",
        "editor_app.gui.site_view.pane",
        "pygments",  # with the first code
        "regex",  # with the first pattern of a site's own
        "yaml",
    }
    assert not later & loaded


def _loaded_by(module: str) -> set[str]:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())
