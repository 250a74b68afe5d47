"""The site around a post, found by its generator's configuration."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from editor_app.core.generator import Generator
from editor_app.core.site.find import Site, find_site
from editor_app.core.site.posts import posts


def tree(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def names(root: Path) -> list[str]:
    site = find_site(root)
    return [path.relative_to(site.root).as_posix() for path in posts(site)]


@pytest.mark.parametrize(
    ("files", "generator"),
    [
        ({"_config.yml": "title: S"}, Generator.JEKYLL),
        ({"_config.toml": 'title = "S"'}, Generator.JEKYLL),
        ({"hugo.toml": 'title = "S"'}, Generator.HUGO),
        ({"config.toml": 'title = "S"', "content/a.md": ""}, Generator.HUGO),
        ({"config.toml": 'title = "S"'}, Generator.UNKNOWN),
        ({"config/_default/hugo.yaml": "title: S", "content/a.md": ""}, Generator.HUGO),
        ({"config.toml": 'base_url = "/"', "content/a.md": ""}, Generator.UNKNOWN),
        ({".eleventy.js": ""}, Generator.ELEVENTY),
        ({"eleventy.config.mjs": ""}, Generator.ELEVENTY),
        ({"astro.config.ts": ""}, Generator.ASTRO),
        ({"_config.yml": "", "scaffolds/post.md": "", "source/_posts/a.md": ""}, Generator.UNKNOWN),
        ({"notes.md": ""}, Generator.UNKNOWN),
    ],
)
def test_a_generator_is_known_by_its_configuration(
    tmp_path: Path, files: dict[str, str], generator: Generator
) -> None:
    tree(tmp_path, files)
    assert find_site(tmp_path).generator is generator
    assert find_site(tmp_path).root == tmp_path


def test_a_post_finds_its_site_upward(tmp_path: Path) -> None:
    tree(tmp_path, {"_config.yml": "title: 編集室\n", "_posts/2025/2025-01-01-a.md": ""})
    site = find_site(tmp_path / "_posts/2025/2025-01-01-a.md")
    assert site.root == tmp_path
    assert site.name == "編集室"
    assert site.posts_folders == (tmp_path / "_posts",)


def test_the_search_ends_at_the_top_of_a_repository(tmp_path: Path) -> None:
    tree(tmp_path, {"_config.yml": "", "inner/.git/HEAD": "", "inner/notes/a.md": ""})
    site = find_site(tmp_path / "inner/notes/a.md")
    assert site.generator is Generator.UNKNOWN
    assert site.root == tmp_path / "inner/notes"


def test_a_posts_folder_alone_is_jekylls(tmp_path: Path) -> None:
    tree(tmp_path, {"_posts/2025-01-01-a.md": ""})
    site = find_site(tmp_path / "_posts/2025-01-01-a.md")
    assert (site.generator, site.root) == (Generator.JEKYLL, tmp_path)
    assert names(tmp_path) == ["_posts/2025-01-01-a.md"]


@pytest.mark.parametrize("text", ["a: [", "- list", "\x00", "&a [*a, *a]", "x" * 300_000, "--- a"])
def test_a_broken_configuration_still_finds_the_site(tmp_path: Path, text: str) -> None:
    tree(tmp_path, {"_config.yml": text, "_posts/a.md": ""})
    site = find_site(tmp_path)
    assert site.generator is Generator.JEKYLL
    assert site.name == tmp_path.name


def test_a_configuration_never_leads_out_of_the_site(tmp_path: Path) -> None:
    tree(tmp_path, {"outside/a.md": "", "site/hugo.toml": 'contentDir = "../outside"\n'})
    assert find_site(tmp_path / "site").posts_folders == (tmp_path / "site",)


def test_jekyll_posts_are_in_their_folders_only(tmp_path: Path) -> None:
    tree(
        tmp_path,
        {
            "_config.yml": "collections:\n  recipes:\n    output: true\n",
            "README.md": "",
            "_posts/2025-01-02-b.md": "",
            "_posts/2025-01-01-a.markdown": "",
            "_posts/build/2025-01-03-c.md": "",
            "_posts/.hidden.md": "",
            "_posts/picture.png": "",
            "_drafts/d.md": "",
            "_recipes/e.md": "",
            "_site/2025/a.md": "",
            "_layouts/post.md": "",
            "travel/_posts/2025-01-01-f.md": "",
            "vendor/theme/_posts/2014-01-01-welcome.md": "",
            "node_modules/x/_posts/y.md": "",
        },
    )
    assert names(tmp_path) == [
        "_drafts/d.md",
        "_posts/2025-01-01-a.markdown",
        "_posts/2025-01-02-b.md",
        "_posts/build/2025-01-03-c.md",
        "_recipes/e.md",
        "travel/_posts/2025-01-01-f.md",
    ]


def test_hugo_posts_are_its_content(tmp_path: Path) -> None:
    tree(
        tmp_path,
        {
            "hugo.yaml": "contentDir: text\n",
            "text/posts/a.md": "",
            "text/about.md": "",
            "public/posts/a.md": "",
            "themes/x/README.md": "",
        },
    )
    assert find_site(tmp_path).posts_folders == (tmp_path / "text/posts", tmp_path / "text")
    assert names(tmp_path) == ["text/about.md", "text/posts/a.md"]


def test_eleventy_input_is_read_and_not_run(tmp_path: Path) -> None:
    script = 'throw new Error();\nmodule.exports = () => ({ dir: { input: "src" } });\n'
    tree(tmp_path, {".eleventy.js": script, "src/posts/a.md": "", "README.md": ""})
    assert find_site(tmp_path).posts_folders == (tmp_path / "src/posts", tmp_path / "src")
    assert names(tmp_path) == ["src/posts/a.md"]


def test_a_plain_folder_gives_all_its_posts(tmp_path: Path) -> None:
    tree(tmp_path, {"b.md": "", "a/c.md": "", "dist/d.md": "", ".git/e.md": "", "f.txt": ""})
    assert names(tmp_path) == ["a/c.md", "b.md"]


def test_links_that_go_round_end(tmp_path: Path) -> None:
    tree(tmp_path, {"a/one.md": ""})
    (tmp_path / "a/again").symlink_to(tmp_path)
    (tmp_path / "a/up").symlink_to(tmp_path.parent)
    (tmp_path / "b").symlink_to(tmp_path / "a")
    (tmp_path / "gone.md").symlink_to(tmp_path / "nowhere.md")
    assert names(tmp_path) == ["a/one.md"]


@pytest.mark.skipif(
    os.name == "nt" or os.geteuid() == 0, reason="needs a folder that can't be read"
)
def test_a_folder_that_can_not_be_listed_is_told(tmp_path: Path) -> None:
    tree(tmp_path, {"a/one.md": "", "b/two.md": ""})
    (tmp_path / "a").chmod(0)
    told: list[Path] = []
    found = list(posts(find_site(tmp_path), lambda path, _error: told.append(path)))
    (tmp_path / "a").chmod(0o700)
    assert (found, told) == ([tmp_path / "b/two.md"], [tmp_path / "a"])


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    tree(tmp_path, {"a/one.md": ""})
    site = find_site(tmp_path)
    (tmp_path / "a/one.md").unlink()
    (tmp_path / "a").rmdir()
    tmp_path.rmdir()
    told: list[Path] = []
    assert list(posts(site, lambda path, _error: told.append(path))) == []
    assert told == [tmp_path]
    tmp_path.mkdir()


def test_a_post_is_called_from_the_root_of_its_site(tmp_path: Path) -> None:
    site = Site(tmp_path, Generator.UNKNOWN, (tmp_path,), "x")
    assert site.inner(tmp_path / "a" / "b.md") == Path("a/b.md")
    assert site.inner(tmp_path.parent / "b.md") == Path("b.md")
