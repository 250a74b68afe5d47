"""`galley schema`: what a site says of its posts, from where, and how many posts it is about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import galley

SETTINGS = """\
[[schema.collections]]
name = "notes"
label = "記事"
files = ["/_posts/**"]
closed = true

[schema.collections.fields.title]
kind = "line"
required = true
longest = 60

[schema.collections.fields.rating]
kind = "number"
least = 1
most = 5
default = 3

[schema.collections.fields.authors]
kind = "list of objects"
fields.name = { choices = ["Sato", "Ito"] }

[[schema.collections]]
name = "short notes"
files = ["/_posts/**/*-short.md"]
fields.title = { kind = "number" }
"""

FILES = ["galley.toml", "_config.yml"]


@pytest.fixture(autouse=True)
def _site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("_config.yml", "_posts/2026-01-01-a.md", "_drafts/b.md"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text("---\ntitle: Tea\n---\n")
    Path("_posts/2026-01-02-short.md").write_text("---\ntitle: Tea\n---\n")
    Path("galley.toml").write_text(SETTINGS, encoding="utf-8")


def test_collections_fields_and_posts_are_shown_with_their_places(tmp_path: Path) -> None:
    ran = galley("schema")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        f"{tmp_path} (Jekyll)\n"
        "\n"
        "notes “記事”: /_posts/**  [galley.toml:2]\n"
        "  no other keys\n"
        "  title         line, required, length ≤ 60  [galley.toml:7]\n"
        "  rating        number, ≥ 1 ≤ 5, default 3  [galley.toml:12]\n"
        "  authors       list of objects  [galley.toml:18]\n"
        "  authors.name  choice, one of Sato, Ito  [galley.toml:20]\n"
        "\n"
        "short notes: /_posts/**/*-short.md  [galley.toml:23]\n"
        "  title  number  [galley.toml:25]\n"
        "\n"
        "posts\n"
        "  no collection       1\n"
        "  notes               1\n"
        "  notes, short notes  1\n"
        "\n"
        "conflicts, of which the first counts\n"
        "  title, kind: Galley (galley.toml:7); Galley (galley.toml:25)\n"
    )


def test_json_holds_the_same() -> None:
    found = json.loads(galley("schema", ".", "--format", "json").out)
    notes, _ = found["collections"]
    assert (found["version"], found["generator"], found["files"]) == (1, "jekyll", FILES)
    assert (notes["name"], notes["label"], notes["closed"]) == ("notes", "記事", True)
    title, rating, authors = notes["fields"]
    assert (title["kind"], title["required"], title["length"]["most"]) == ("line", True, 60)
    assert title["said"] == {"source": "Galley", "file": "galley.toml", "line": 7}
    assert (rating["default"], rating["bounds"]["least"]) == (3, 1)
    choices = authors["fields"][0]["choices"]
    assert [each["value"] for each in choices] == ["Sato", "Ito"]
    counts = {tuple(each["collections"]): each["count"] for each in found["posts"]}
    assert counts == {(): 1, ("notes",): 1, ("notes", "short notes"): 1}
    (conflict,) = found["conflicts"]
    assert (conflict["field"], conflict["about"]) == ("title", "kind")
    assert (conflict["taken"]["line"], conflict["refused"]["line"]) == (7, 25)


def test_faults_are_shown_and_the_rest_stands() -> None:
    Path("galley.toml").write_text(SETTINGS.replace("longest", "logest"), encoding="utf-8")
    ran = galley("schema")
    assert ran.status == 0
    assert ran.out.endswith(
        "faults\n  galley.toml:10: warning: There is no setting logest; did you mean longest?\n"
    )
    (fault,) = json.loads(galley("schema", "--format", "json").out)["faults"]
    assert (fault["start"]["line"], fault["severity"]) == (10, "warning")


def test_a_site_that_says_nothing_says_so() -> None:
    Path("galley.toml").unlink()
    ran = galley("schema", "_posts/2026-01-01-a.md")
    assert ran.status == 0
    assert "\nThe site says nothing of its posts\n" in ran.out
    assert "\n  no collection  3\n" in ran.out


def test_names_from_a_file_can_not_command_a_terminal() -> None:
    settings = '[[schema.collections]]\nname = "a\\u001b[2J"\nfiles = ["/**"]\n'
    Path("galley.toml").write_text(settings)
    ran = galley("schema")
    assert "\x1b" not in ran.out
    assert "a\\x1b[2J: /**" in ran.out


@pytest.mark.parametrize("arguments", [("absent",), (".", "--format", "xml"), (".", "other")])
def test_wrong_use_ends_with_two(arguments: tuple[str, ...]) -> None:
    ran = galley("schema", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("galley schema: ")
