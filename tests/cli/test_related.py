"""A place in another post is told as that post's place, in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import galley

LONG = '---\nx: 1\ny: 2\nz: 3\ntitle: "Same title here"\n---\n\nText.\n'
SHORT = '---\ntitle: "Same title here"\n---\n\nWords.\n'


@pytest.fixture
def posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`b.md` is told that it has the title of `a.md`, which is longer."""
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(LONG, "utf-8")
    Path("b.md").write_text(SHORT, "utf-8")
    return tmp_path


def check(*arguments: str) -> str:
    return galley("check", ".", "--rule", "title-duplicate", *arguments).out


def test_the_text_names_the_other_post_and_its_line(posts: Path) -> None:
    assert "\n    a.md:5:9 The same title\n" in check()


def test_a_post_of_which_nothing_is_told_has_its_place_too(posts: Path) -> None:
    Path("a.md").write_text(LONG.replace("x: 1", "# galley: allow-in-post title-duplicate"))
    assert "\n    a.md:5:9 The same title\n" in check()


def test_json_has_the_place_in_the_other_post(posts: Path) -> None:
    (found,) = json.loads(check("--format", "json"))["diagnostics"]
    (related,) = found["related"]
    assert (related["path"], related["message"]) == ("a.md", "The same title")
    assert related["start"] == {"line": 5, "column": 9, "offset": 27, "byte": 27}
    assert LONG.encode()[related["start"]["byte"] : related["end"]["byte"]] == b"Same title here"


def test_sarif_has_the_region_in_the_other_post(posts: Path) -> None:
    (run,) = json.loads(check("--format", "sarif"))["runs"]
    (related,) = run["results"][0]["relatedLocations"]
    place = related["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "a.md"}
    assert (place["region"]["startLine"], place["region"]["startColumn"]) == (5, 9)
