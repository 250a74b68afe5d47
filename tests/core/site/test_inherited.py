"""What a post inherits: the table of `inherited_cases.py`, and what the real programs hand down."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
from pathlib import Path

import pytest

from editor_app.core.frontmatter.nodes import Path as Steps
from editor_app.core.frontmatter.nodes import Value
from editor_app.core.frontmatter.reader import read
from editor_app.core.site.find import find_site
from editor_app.core.site.inherited import inherited_values
from editor_app.core.site.publish_question import question_of
from tests.core.site.inherited_cases import HUGO, JEKYLL, Case, Site
from tests.core.site.publishing.sites import skip_reason

_NOW = dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC)
_NO_JEKYLL, _NO_HUGO = skip_reason("jekyll"), skip_reason("hugo")


def _config_name(site: Site) -> str:
    if site in JEKYLL:
        return "_config.yml"
    return "hugo.toml" if site.config.startswith("baseURL =") else "hugo.yaml"


def _text(case: Case, body: str) -> str:
    return (
        f"{case.text}\n{body}" if case.text.startswith("+++") else f"---\n{case.text}\n---\n{body}"
    )


def _write(site: Site, root: Path, body: str) -> None:
    files = {_config_name(site): site.config, **site.files}
    files |= {case.path: _text(case, body.replace("PATH", case.path)) for case in site.cases}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _inherited(root: Path, case: Case) -> dict[Steps, tuple[Value, str]]:
    path = root / case.path
    front_matter = read(path.read_text(encoding="utf-8"))
    question = question_of(find_site(path), path, front_matter, _NOW, dt.UTC)
    return {path: (each.value, str(each.said)) for path, each in inherited_values(question)}


def _effective(root: Path, case: Case, *, folds_case: bool) -> dict[str, Value]:
    """The post's own values, with those that it inherits laid in."""
    values = read(_text(case, "")).values()
    for path, (value, _) in _inherited(root, case).items():
        into = values
        for step in path[:-1]:
            inner = into[str(step)]
            assert isinstance(inner, dict)
            into = inner
        into[str(path[-1])] = value
    return {key.lower(): value for key, value in values.items()} if folds_case else values


def _asked(values: dict[str, Value], case: Case) -> dict[str, Value]:
    return {key: values.get(key) for key in case.has}


@pytest.mark.parametrize("site", [*JEKYLL, *HUGO], ids=lambda site: site.name)
def test_galley_says_what_stands_in_the_table(site: Site, tmp_path: Path) -> None:
    _write(site, tmp_path, "")
    said = {
        case.path: _asked(_effective(tmp_path, case, folds_case=site in HUGO), case)
        for case in site.cases
    }
    assert said == {case.path: case.has for case in site.cases}


@pytest.mark.skipif(_NO_JEKYLL is not None, reason=str(_NO_JEKYLL))
@pytest.mark.parametrize("site", JEKYLL, ids=lambda site: site.name)
def test_jekyll_hands_down_what_stands_in_the_table(site: Site, tmp_path: Path) -> None:
    keys = sorted({key for case in site.cases for key in case.has})
    listed = ", ".join(f'"{key}": {{{{ page["{key}"] | jsonify }}}}' for key in keys)
    _write(site, tmp_path, f'<script>\n["PATH", {{{listed}}}]\n</script>\n')
    _run(["jekyll", "build", "--quiet", "--disable-disk-cache"], tmp_path)
    _compare(site, _printed(tmp_path / "_site"))


@pytest.mark.skipif(_NO_HUGO is not None, reason=str(_NO_HUGO))
@pytest.mark.parametrize("site", HUGO, ids=lambda site: site.name)
def test_hugo_hands_down_what_stands_in_the_table(site: Site, tmp_path: Path) -> None:
    _write(site, tmp_path, "")
    layouts = tmp_path / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(
            '{{ with .File }}\n[{{ printf "content/%s" .Path | jsonify | safeHTML }},'
            " {{ $.Params | jsonify | safeHTML }}]\n{{ end }}",
            encoding="utf-8",
        )
    _run(["hugo", "--quiet", "--cacheDir", str(tmp_path / "cache")], tmp_path)
    _compare(site, _printed(tmp_path / "public"))


def _run(command: list[str], folder: Path) -> None:
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def _printed(folder: Path) -> dict[str, dict[str, Value]]:
    lines = (
        line
        for path in folder.rglob("*.html")
        for line in path.read_text(encoding="utf-8").split("\n")
        if line.startswith("[")
    )
    return dict(map(json.loads, lines))


def _compare(site: Site, real: dict[str, dict[str, Value]]) -> None:
    assert {case.path: _asked(real[case.path], case) for case in site.cases} == {
        case.path: case.has for case in site.cases
    }


# --- places


def _places(root: Path, path: str, text: str, files: dict[str, str]) -> dict[Steps, str]:
    for name, content in {path: text, **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(content, encoding="utf-8")
    said = _inherited(root, Case(path, text, {}))
    return {key: place for key, (_, place) in said.items()}


def test_each_default_of_jekyll_has_its_line(tmp_path: Path) -> None:
    config = """\
# first line
defaults:
  - scope:
      path: ""
    values:
      layout: post
      meta:
        a: 1
        b: 2
  - scope: {path: _posts}
    values:
      meta: {b: 3}
"""
    places = _places(
        tmp_path, "_posts/2024-05-01-a.md", "---\nmeta: {c: 1}\n---\n", {"_config.yml": config}
    )
    assert places == {
        ("layout",): "Jekyll (_config.yml:6)",
        ("meta", "a"): "Jekyll (_config.yml:8)",
        ("meta", "b"): "Jekyll (_config.yml:12)",
    }
    whole = _places(
        tmp_path, "_posts/2024-05-01-b.md", "---\n---\n", {"_config.yml": f"---\n{config}"}
    )
    assert whole == {("layout",): "Jekyll (_config.yml:7)", ("meta",): "Jekyll (_config.yml:13)"}


def test_each_value_of_a_cascade_has_its_line(tmp_path: Path) -> None:
    files = {
        "hugo.toml": 'title = "x"\n[[Cascade]]\nauthor = "a"\n[[Cascade]]\nmood = "m"\n',
        "content/posts/_index.md": "---\ntitle: x\ncascade:\n  - list: []\n  - author: b\n---\n",
    }
    assert _places(tmp_path, "content/posts/a.md", "---\n---\n", files) == {
        ("list",): "Hugo (content/posts/_index.md:4)",
        ("author",): "Hugo (content/posts/_index.md:5)",
        ("mood",): "Hugo (hugo.toml:5)",
    }


def test_a_cascade_may_have_a_file_of_its_own(tmp_path: Path) -> None:
    files = {
        "hugo.json": '{"title": "x"}',
        "config/_default/cascade.yaml": "\nauthor: a\n",
        "config/production/hugo.toml": "[languages.ja.cascade]\nmood = 'm'\n",
    }
    path = "content/posts/a.ja.md"
    assert _places(tmp_path, path, "---\n---\n", files) == {
        ("mood",): "Hugo (config/production/hugo.toml:2)"
    }
    other = "content/posts/a.en.md"
    assert _places(tmp_path, other, "---\n---\n", files) == {
        ("author",): "Hugo (config/_default/cascade.yaml:2)"
    }


def test_nothing_is_inherited_where_the_generator_stops(tmp_path: Path) -> None:
    files = {"_config.yml": "defaults:\n- values: {date: nonsense, layout: x}\n"}
    assert _places(tmp_path, "_posts/2024-05-01-a.md", "---\n---\n", files) == {}


def test_jekyll_fails_at_a_set_without_scope_behind_others(tmp_path: Path) -> None:
    sets = "- {scope: {path: ''}, values: {a: 1}}\n- {values: {b: 1}}\n"
    path = "_posts/2024-05-01-a.md"
    assert _places(tmp_path, path, "---\n---\n", {"_config.yml": f"defaults:\n{sets}"}) == {}


def test_a_target_of_later_versions_is_followed_too(tmp_path: Path) -> None:
    files = {
        "hugo.yaml": """\
cascade:
  - target: {path: /posts/a}
    mood: m
  - target: mine
"""
    }
    assert _places(tmp_path, "content/posts/a.md", "---\n---\n", files) == {
        ("mood",): "Hugo (hugo.yaml:3)",
        ("target",): "Hugo (hugo.yaml:4)",
    }
    assert list(_places(tmp_path, "content/posts/b.md", "---\n---\n", files)) == [("target",)]
