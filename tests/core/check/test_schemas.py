"""The schema in a check: which posts are checked again, and what is known of it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from editor_app.core.check.configs import Configs
from editor_app.core.check.run import Means, Outcome, Posts, check_posts
from editor_app.core.check.schemas import Demands, Schemas
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings

ROOT = Path(__file__).parents[3]
NAMES = ("_notes/a.md", "_notes/b.md", "_posts/2026-01-01-c.md")
SCHEMA = """\
[[schema.collections]]
name = "notes"
files = ["/_notes/**"]
fields.rating = { kind = "number", most = 5 }
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    for name in NAMES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text('---\ntitle: Tea\nrating: "7"\n---\n\nTea is slow.\n')
    (root / "galley.toml").write_text(SCHEMA)
    return root


def read(site: Path) -> Demands | None:
    return Schemas(Configs(site.parent / "cache").store).read(site, Generator.JEKYLL, str)


def check(site: Path, cache: Path) -> tuple[Outcome, int]:
    """What is found, and by how much the store grew."""
    only = frozenset({"schema-kind", "schema-range"})
    posts = Posts(site, NAMES, (), Generator.JEKYLL, Settings(), only, schema=read(site))
    known = _stored(cache)
    outcome = check_posts(posts, Means(cache))
    return outcome, _stored(cache) - known


def _stored(cache: Path) -> int:
    """How large the store is: each post that is checked makes it larger."""
    return sum(each.stat().st_size for each in cache.glob("*")) if cache.exists() else 0


def told(outcome: Outcome) -> list[str]:
    return [f"{each.path}: {one.message}" for each in outcome.found for one in each.diagnostics]


def test_posts_are_checked_by_the_schema_of_their_site(site: Path, tmp_path: Path) -> None:
    outcome, _ = check(site, tmp_path / "results")
    message = "rating has to be a number: 7 (galley.toml:4)"
    assert told(outcome) == [f"_notes/a.md: {message}", f"_notes/b.md: {message}"]


def test_a_changed_schema_checks_its_posts_again_and_no_others(site: Path, tmp_path: Path) -> None:
    cache = tmp_path / "results"
    _, first = check(site, cache)
    _, again = check(site, cache)
    assert (first > 0, again) == (True, 0)
    (site / "galley.toml").write_text(SCHEMA.replace('"number", most', '"line", longest'))
    outcome, changed = check(site, cache)
    assert told(outcome) == []
    assert 0 < changed < first


def test_settings_that_say_nothing_of_posts_change_nothing(site: Path, tmp_path: Path) -> None:
    cache = tmp_path / "results"
    check(site, cache)
    (site / "galley.toml").write_text(f"{SCHEMA}\n[check]\nwords-per-minute = 200\n")
    assert check(site, cache)[1] == 0


def test_a_schema_is_known_while_its_files_are_the_same(site: Path) -> None:
    first, again = read(site), read(site)
    assert first is not None
    assert again is not None
    assert first.parts == again.parts
    assert first.at(NAMES[0]) == again.at(NAMES[0])
    (site / "galley.toml").write_text(SCHEMA.replace("most = 5", "most = 9"))
    changed = read(site)
    assert changed is not None
    assert changed.mark(NAMES[0]) != first.mark(NAMES[0])
    assert changed.at(NAMES[0]) != first.at(NAMES[0])


def test_a_known_schema_loads_no_parser_and_no_reader(site: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\n"
        "from editor_app.core.check.configs import Configs\n"
        "from editor_app.core.check.schemas import Schemas\n"
        "from editor_app.core.generator import Generator\n"
        "cache, site = map(Path, sys.argv[1:])\n"
        "found = Schemas(Configs(cache).store).read(site, Generator.JEKYLL, str)\n"
        "heavy = ('yaml', 'tree_sitter', 'editor_app.core.schema.schema')\n"
        "is_said = bool(found.mark('_notes/a.md'))\n"
        "print(is_said, [name for name in heavy if name in sys.modules])\n"
    )
    for expected in ("True ['tree_sitter'", "True []"):
        done = subprocess.run(
            [sys.executable, "-c", script, site.parent / "cache", site],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert done.stdout.startswith(expected)


def test_a_site_without_a_schema_has_none(site: Path) -> None:
    (site / "galley.toml").write_text("[check]\n")
    assert read(site) is None
    assert read(site) is None
    (site / "galley.toml").unlink()
    assert read(site) is None


def test_a_fault_is_told_each_time(site: Path) -> None:
    (site / "galley.toml").write_text(f"{SCHEMA}wibble = 1\n")
    for _ in range(2):
        found = read(site)
        assert found is not None
        assert [one.message for each in found.wrong for one in each.diagnostics] == [
            "There is no setting wibble"
        ]


def test_a_post_of_no_collection_has_no_schema(site: Path) -> None:
    found = read(site)
    assert found is not None
    assert found.at(NAMES[0]) is not None
    assert (found.at(NAMES[2]), found.mark(NAMES[2])) == (None, b"")


def test_posts_that_inherit_the_same_share_what_was_worked_out(site: Path) -> None:
    (site / "_config.yml").write_text("defaults:\n  - {scope: {}, values: {mood: calm}}\n")
    found = read(site)
    assert found is not None
    one, other = found.at(NAMES[0]), found.at(NAMES[1])
    assert one is not None
    assert one.inherited_keys == {"mood"}
    assert one is other
    assert one.with_inherited(frozenset()).content_type({}) is one.content_type({})


def test_a_schema_that_was_used_goes_to_another_process(site: Path) -> None:
    demands = read(site)
    found = None if demands is None else demands.at(NAMES[0])
    assert found is not None
    known = found.content_type({})
    sent = pickle.loads(pickle.dumps(found))
    assert sent == found
    assert sent.content_type({}) == known


def test_what_a_post_inherits_is_not_missing_until_the_site_says_so_no_more(
    site: Path, tmp_path: Path
) -> None:
    (site / "galley.toml").write_text(f"{SCHEMA}fields.mood = {{ required = true }}\n")
    config = site / "_config.yml"
    config.write_text("defaults:\n  - scope: {path: _notes/a.md}\n    values: {mood: calm}\n")
    posts = Posts(
        site,
        NAMES,
        (),
        Generator.JEKYLL,
        Settings(),
        frozenset({"schema-required"}),
        schema=read(site),
    )
    assert [each.partition(":")[0] for each in told(check_posts(posts, Means(tmp_path / "c")))] == [
        "_notes/b.md"
    ]
    config.write_text("title: x\n")
    posts = replace(posts, schema=read(site))
    assert len(told(check_posts(posts, Means(tmp_path / "c")))) == 2
