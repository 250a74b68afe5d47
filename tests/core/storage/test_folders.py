from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor_app.core.storage.folders import folders, make_private


def test_one_variable_puts_everything_under_one_folder(tmp_path: Path) -> None:
    found = folders({"GALLEY_HOME": str(tmp_path)})
    everything = (found.state, found.cache, found.config, found.journals)
    assert all(folder.is_relative_to(tmp_path) for folder in everything)
    assert len(set(everything)) == 4


def test_without_it_the_folders_are_the_users_own() -> None:
    found = folders({})
    assert all(
        folder.is_absolute() and "galley" in folder.parts
        for folder in (found.state, found.cache, found.config)
    )


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_private_folder_is_closed_to_others(tmp_path: Path) -> None:
    make_private(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
