"""What was asked of a site's files, and whether the answers still hold."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor_app.core.data_files.asked import still_hold
from editor_app.core.data_files.site_files import SiteFiles


@pytest.fixture
def files(tmp_path: Path) -> SiteFiles:
    (tmp_path / "admin").mkdir()
    (tmp_path / "admin" / "config.yml").write_text("a: 1\n")
    found = SiteFiles(tmp_path)
    assert found.found("config.yml") == ("admin/config.yml",)
    assert found.table("admin/config.yml") is not None
    assert found.names("admin") == ("config.yml",)
    assert not found.is_file("galley.toml")
    assert found.text("absent.json") is None
    return found


def holds(files: SiteFiles) -> bool:
    return still_hold(str(files.root), files.answers)


def test_answers_hold_while_nothing_changes(files: SiteFiles) -> None:
    assert holds(files)
    (files.root / "admin" / "config.yml").write_text("a: 1\n")
    assert holds(files)


def test_another_content_changes_an_answer(files: SiteFiles) -> None:
    (files.root / "admin" / "config.yml").write_text("a: 2\n")
    assert not holds(files)


@pytest.mark.parametrize("name", ["galley.toml", "absent.json", "admin/index.html"])
def test_a_new_file_changes_an_answer(files: SiteFiles, name: str) -> None:
    folder = (files.root / name).parent
    os.utime(folder, ns=(1, 1))  # so that the clock of a slow file system does not matter
    (files.root / name).write_text("")
    assert not holds(files)


def test_a_file_that_goes_changes_an_answer(files: SiteFiles) -> None:
    (files.root / "admin" / "config.yml").unlink()
    assert not holds(files)


def test_what_leads_out_of_the_site_is_told_apart(files: SiteFiles, tmp_path: Path) -> None:
    outside = tmp_path.parent / "outside.yml"
    outside.write_text("a: 1\n")
    (files.root / "admin" / "config.yml").unlink()
    (files.root / "admin" / "config.yml").symlink_to(outside)
    assert not holds(files)
