"""`galley config --show`: what is in force, and where that was set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from editor_app.core.rules.catalogue import ALL_RULES
from tests.cli.command import galley

SETTINGS = """\
[check]
words-per-minute = 200
disable = ["no-final-newline"]
[check.rules.title-cut-short]
severity = "info"
[[check.overrides]]
paths = ["_drafts/**"]
enable = ["no-final-newline"]
rules.title-cut-short.severity = "hint"
"""


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("_config.yml", "_drafts/a.md", "_posts/a.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("x: 1\n")
    Path("galley.toml").write_text(SETTINGS)


def shown(*arguments: str) -> dict[str, str]:
    ran = galley("config", "--show", *arguments)
    assert (ran.status, ran.err) == (0, "")
    return {line.split()[0]: " ".join(line.split()[1:]) for line in ran.out.splitlines()}


def test_the_settings_of_a_site_are_shown_with_their_lines() -> None:
    lines = shown()
    assert lines["characters-per-minute"] == "500 [default]"
    assert lines["words-per-minute"] == "200 [galley.toml:2]"
    assert lines["no-final-newline"] == "off [galley.toml:3]"
    assert lines["title-cut-short"] == "info [galley.toml:5]"
    assert lines["end-marker"] == "error [default]"
    assert {rule.ID for rule in ALL_RULES} <= set(lines)


def test_of_a_post_the_overrides_count() -> None:
    lines = shown("_drafts/a.md")
    assert lines["no-final-newline"] == "info [galley.toml:8, an override]"
    assert lines["title-cut-short"] == "hint [galley.toml:9, an override]"
    assert shown("_posts/a.md") == shown(".") == shown()


def test_json_says_the_same() -> None:
    ran = galley("config", "--show", "_drafts/a.md", "--format", "json")
    told = json.loads(ran.out)
    assert (told["version"], Path(told["file"]).name) == (1, "galley.toml")
    settings = {(each["rule"], each["name"]): each for each in told["settings"]}
    assert settings[None, "words-per-minute"]["value"] == 200
    assert settings["title-cut-short", "severity"]["from"] == {"line": 9, "override": True}
    assert settings["end-marker", "severity"]["from"] == "default"


def test_a_site_without_settings_has_the_defaults() -> None:
    Path("galley.toml").unlink()
    assert {line.rpartition("[")[2] for line in shown().values()} == {"default]"}
    assert json.loads(galley("config", "--show", "--format", "json").out)["file"] is None


def test_wrong_use_is_told() -> None:
    assert galley("config").status == 2
    assert galley("config", "--show", "nowhere.md").status == 2
    Path("galley.toml").unlink()
    Path("galley.toml").mkdir()
    ran = galley("config", "--show")
    assert (ran.status, ran.out) == (2, "")
    assert "galley.toml" in ran.err
