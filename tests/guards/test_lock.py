"""The lock says exactly what is installed, on three systems, and names no place."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
WANTED = [
    *PROJECT["project"]["dependencies"],
    *PROJECT["project"]["optional-dependencies"]["desktop"],
    *PROJECT["dependency-groups"]["dev"],
    *PROJECT["build-system"]["requires"],
]
LOCKED = {
    canonicalize_name(requirement.name): requirement
    for requirement in map(Requirement, re.findall(r"^(\w[^\\\n]*)", LOCK, re.MULTILINE))
}


@pytest.mark.parametrize("wanted", WANTED)
def test_every_dependency_is_locked_to_a_version_that_it_allows(wanted: str) -> None:
    requirement = Requirement(wanted)
    locked = LOCKED[canonicalize_name(requirement.name)]
    (version,) = locked.specifier
    assert version.operator == "=="
    assert requirement.specifier.contains(version.version)


def test_every_locked_version_has_hashes() -> None:
    entries = re.split(r"^(?=\w)", LOCK, flags=re.MULTILINE)[1:]
    assert len(entries) == len(LOCKED)
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_names_no_host_and_no_path() -> None:
    assert re.findall(r"://|--index|--find-links|--extra|@ |^[./]", LOCK, re.MULTILINE) == []
