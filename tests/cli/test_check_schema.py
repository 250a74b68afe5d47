"""`galley check` and `galley fix` on a site that says what its posts have to be like."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from editor_app.core.resources import resource
from tests.cli.command import galley

SETTINGS = """\
[[schema.collections]]
name = "notes"
files = ["/_posts/**"]
fields.lang = { required = true, default = "ja" }
fields.rating = { kind = "number", most = 5 }
"""
POST = Path("_posts/2026-01-01-a.md")
TEXT = '---\ntitle: Slow tea\nrating: "4"\n---\n\nTea is slow.\n'
MENDED = "---\ntitle: Slow tea\nlang: ja\nrating: 4\n---\n\nTea is slow.\n"


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    POST.parent.mkdir()
    POST.write_text(TEXT)
    Path("_config.yml").write_text("title: Tea\n")
    Path("galley.toml").write_text(SETTINGS)


def rules(*arguments: str) -> list[str]:
    ran = galley("check", *arguments, "--format", "json")
    return [each["rule"] for each in json.loads(ran.out)["diagnostics"]]


@pytest.mark.parametrize("options", [(), ("--no-site",), ("--no-cache",)])
@pytest.mark.parametrize("path", [".", str(POST)])
def test_a_post_is_checked_by_the_schema_of_its_site(path: str, options: tuple[str, ...]) -> None:
    assert rules(path, *options) == ["schema-required", "schema-kind"]
    assert rules(path, *options) == ["schema-required", "schema-kind"]


def test_the_message_names_the_line_that_demands_it() -> None:
    ran = galley("check", ".")
    assert ran.status == 1
    assert "lang is missing (galley.toml:4)" in ran.out


def test_another_schema_counts_at_once() -> None:
    assert rules(".") == ["schema-required", "schema-kind"]
    Path("galley.toml").write_text(SETTINGS.replace('"number", most', '"line", longest'))
    assert rules(".") == ["schema-required"]
    Path("galley.toml").unlink()
    assert rules(".") == []


def test_a_rule_of_the_schema_is_turned_off_like_any_other() -> None:
    Path("galley.toml").write_text(f'{SETTINGS}\n[check]\ndisable = ["schema-kind"]\n')
    assert rules(".") == ["schema-required"]


def test_fix_mends_what_the_schema_makes_clear() -> None:
    ran = galley("fix", ".")
    assert (ran.status, ran.err) == (0, "")
    assert POST.read_text() == MENDED
    assert rules(".") == []


def test_a_folder_without_a_generator_has_a_schema_too() -> None:
    Path("_config.yml").unlink()
    Path("plain").mkdir()
    (Path("plain") / "galley.toml").write_text(SETTINGS.replace("/_posts/**", "/*.md"))
    shutil.copy(POST, "plain/a.md")
    assert rules("plain") == ["schema-required", "schema-kind"]
    assert rules("plain/a.md") == ["schema-required", "schema-kind"]
    galley("fix", "plain")
    assert Path("plain/a.md").read_text() == MENDED


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github", "html"])
def test_faults_of_the_schema_are_told_like_those_of_the_settings(form: str) -> None:
    Path("galley.toml").write_text(f"{SETTINGS}wibble = 1\n\n[check]\nwobble = 1\n")
    ran = galley("check", ".", "--format", form)
    for name in ("wibble", "wobble"):
        assert ran.out.count(f"There is no setting {name}") == 1
    assert ran.out.count("wrong-setting") >= 1


def test_a_file_that_can_not_be_read_is_told_once() -> None:
    Path("galley.toml").write_text(f"{SETTINGS}[[schema.\n")
    ran = galley("check", ".", "--format", "json")
    told = [each for each in json.loads(ran.out)["diagnostics"] if each["path"] == "galley.toml"]
    assert [each["rule"] for each in told] == ["wrong-setting"]


def test_the_sample_site_says_nothing_of_its_posts(tmp_path: Path) -> None:
    shutil.copytree(resource("sample"), tmp_path / "sample")
    ran = galley("check", str(tmp_path / "sample"), "--format", "json", "--lang", "en")
    found = json.loads(ran.out)["diagnostics"]
    assert [each for each in found if each["rule"].startswith("schema-")] == []
