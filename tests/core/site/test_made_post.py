"""New posts as their sites have them, and as `hugo new` makes them."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path, PurePosixPath

import pytest

from editor_app.core.data_files.site_files import SiteFiles
from editor_app.core.frontmatter.reader import read
from editor_app.core.schema.infer import InferredField, inferred
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.schema import Collection, Said
from editor_app.core.schema.tally import Tally
from editor_app.core.site.find import find_site
from editor_app.core.site.made_post import Around, MadePost, Wish, made_post
from editor_app.core.site.new_hugo import begun
from tests.core.schema.readers.site import write
from tests.core.site.publishing.sites import skip_reason

NOW = dt.datetime(2026, 6, 15, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=9), "JST"))
_NO_HUGO = skip_reason("hugo")


def made(root: Path, files: dict[str, str], wish: Wish) -> MadePost:
    write(root, files)
    site = find_site(root)
    posts = tuple(PurePosixPath(name) for name in files if name.endswith(".md"))
    posts = tuple(each for each in posts if each.is_relative_to(wish.folder))
    around = Around(read_schema(root, site.generator), posts, shown(files, wish.folder))
    return made_post(site, SiteFiles(root), wish, around, NOW)


def shown(files: dict[str, str], folder: PurePosixPath) -> tuple[InferredField, ...]:
    tally = Tally()
    for name, text in files.items():
        if PurePosixPath(name).is_relative_to(folder):
            tally.add(str(folder), name, read(text))
    return inferred(tally)[0].fields if tally.folders else ()


def wish(title: str, folder: str, *, slug: str = "", is_draft: bool = False) -> Wish:
    return Wish(title, PurePosixPath(folder), slug, is_draft)


# --- Jekyll


def test_a_jekyll_post_has_its_day_and_does_not_say_what_it_inherits(tmp_path: Path) -> None:
    config = 'defaults:\n- scope: {path: ""}\n  values: {layout: post, tags: [x]}\n'
    post = made(tmp_path, {"_config.yml": config}, wish("春の 日: 1", "_posts"))
    assert post.path == PurePosixPath("_posts/2026-06-15-春の-日-1.md")
    assert post.text == (
        '---\ntitle: "春の 日: 1"\ndate: 2026-06-15 09:30:00 +0900\ncategories: []\n---\n\n'
    )


def test_a_jekyll_draft_needs_no_day(tmp_path: Path) -> None:
    post = made(tmp_path, {"_config.yml": ""}, wish("A b", "blog/_posts", is_draft=True))
    assert post.path == PurePosixPath("blog/_drafts/a-b.md")


def test_a_post_has_what_nearly_all_others_have(tmp_path: Path) -> None:
    files = {"_config.yml": "collections: [notes]\n"}
    for number in range(30):
        odd = "odd: 1\n" if number % 2 else ""
        files[f"_notes/n_{number}.markdown"] = (
            f"---\ntitle: N {number}\nlayout: note\nby: 花子\n{odd}mood: m{number}\n"
            f"score: {number}\ntags: [a]\nwhen: {{x: 1}}\n---\n"
        )
        files[f"_notes/x/n_a_{number}.md"] = files[f"_notes/n_{number}.markdown"]
    post = made(tmp_path, files, wish("Some thing", "_notes"))
    assert post.path == PurePosixPath("_notes/some_thing.md")
    assert post.text == (
        '---\ntitle: Some thing\nlayout: note\nby: 花子\nmood: ""\ntags: []\n---\n\n'
    )


def test_what_the_schema_requires_is_written_too(tmp_path: Path) -> None:
    schema = """\
[[schema.collections]]
name = "all"
files = ["/**"]
[schema.collections.fields.status]
choices = ["draft", "done"]
default = "draft"
required = true
[schema.collections.fields.score]
kind = "number"
required = true
[schema.collections.fields.optional]
kind = "line"
"""
    post = made(tmp_path, {"_config.yml": "", "galley.toml": schema}, wish("T", "_posts"))
    assert post.text.endswith("tags: []\nstatus: draft\nscore: null\n---\n\n")


def test_nothing_is_written_over(tmp_path: Path) -> None:
    files = {"_config.yml": "", "_posts/2026-06-15-a.md": "", "_posts/2026-06-15-a-2.md": ""}
    assert made(tmp_path, files, wish("A", "_posts")).path.name == "2026-06-15-a-3.md"
    files = {"hugo.toml": "", "content/posts/a/index.md": "", "content/posts/b/index.md": ""}
    root = tmp_path / "hugo"
    assert str(made(root, files, wish("A", "content/posts")).path) == "content/posts/a-2/index.md"


# --- Hugo and others


@pytest.mark.parametrize(
    ("posts", "path"),
    [
        (["a/index.md", "b/index.md", "c.md"], "title/index.md"),
        (["2024/05/a.md", "2024/06/b.md"], "2026/06/title.md"),
        (["2024/a/index.md"], "2026/title/index.md"),
        (["2024-05-01-a.md"], "2026-06-15-title.md"),
        (["a.ja.md", "b.ja.md", "b.en.md"], "title.ja.md"),
        (["a/index.en.markdown", "_index.md"], "title/index.en.markdown"),
        (["_index.md"], "title.md"),
    ],
)
def test_a_name_is_like_those_beside_it(tmp_path: Path, posts: list[str], path: str) -> None:
    files = {f"content/posts/{name}": "---\n---\n" for name in posts}
    write(tmp_path, {"hugo.toml": "", **files})
    site = find_site(tmp_path)
    around = Around(read_schema(tmp_path, site.generator), tuple(map(PurePosixPath, files)))
    post = made_post(site, SiteFiles(tmp_path), wish("Title", "content/posts"), around, NOW)
    assert str(post.path) == f"content/posts/{path}"


def test_an_archetype_gives_the_text_and_the_user_the_title(tmp_path: Path) -> None:
    archetype = "+++\ntitle = '{{ .Name }}'  # here\nkind = {{ .Kind }}\n+++\n{{ .Name }}\n"
    files = {"hugo.toml": "", "archetypes/posts.md": archetype}
    post = made(tmp_path, files, wish("It's 春", "content/posts", slug="spring"))
    assert post.path == PurePosixPath("content/posts/spring.md")
    assert post.text == '+++\ntitle = "It\'s 春"  # here\nkind = ""\n+++\nspring\n'
    assert (post.archetype, post.blank) == ("archetypes/posts.md", ("{{ .Kind }}",))


def test_a_bundle_brings_its_files(tmp_path: Path) -> None:
    files = {
        "hugo.toml": "",
        "archetypes/trips/index.md": "---\ntitle: {{ .Name }}\n---\n",
        "archetypes/trips/notes/more.md": "{{ .Name }}\n",
        "archetypes/trips/map.txt": "{{ .Name }}\n",
    }
    post = made(tmp_path, files, wish("Kyoto", "content/trips"))
    assert (str(post.path), post.text) == (
        "content/trips/kyoto/index.md",
        "---\ntitle: Kyoto\n---\n",
    )
    assert [(each.source, str(each.path), each.text) for each in post.copies] == [
        ("archetypes/trips/map.txt", "content/trips/kyoto/map.txt", None),
        ("archetypes/trips/notes/more.md", "content/trips/kyoto/notes/more.md", "kyoto\n"),
    ]


def test_a_collection_may_have_a_template_for_names(tmp_path: Path) -> None:
    write(tmp_path, {"hugo.toml": ""})
    site = find_site(tmp_path)
    around = Around(read_schema(tmp_path, site.generator))

    def named(template: str) -> tuple[str, tuple[str, ...]]:
        collection = Collection(name="x", said=Said("x"), files=(), new_name=template)
        asked = Wish("A b", PurePosixPath("content/x"), collection=collection)
        post = made_post(site, SiteFiles(tmp_path), asked, around, NOW)
        return str(post.path), post.blank

    assert named("{{year}}-{{month}}-{{day}}-{{slug}}")[0] == "content/x/2026-06-15-a-b.md"
    assert named("{{year}}/{{fields.slug}}/index.mdx")[0] == "content/x/2026/a-b/index.mdx"
    assert named("../../{{slug}}-{{ mood }}") == ("content/x/a-b-.md", ("{{ mood }}",))


def test_hexo_has_scaffolds(tmp_path: Path) -> None:
    files = {
        "_config.yml": "",
        "scaffolds/post.md": "---\ntitle: {{ title }}\ndate: {{ date }}\ntags:\n---\n",
        "source/_posts/a.md": "",
    }
    post = made(tmp_path, files, wish("春: 1", "source/_posts"))
    assert post.path == PurePosixPath("source/_posts/春-1.md")
    assert post.text == '---\ntitle: "春: 1"\ndate: 2026-06-15 09:30:00\ntags:\n---\n'
    assert post.archetype == "scaffolds/post.md"


# --- equal to what Hugo makes

_STYLES = {"ap": "", "chicago": 'titleCaseStyle = "Chicago"\n', "go": 'titleCaseStyle = "Go"\n'}
_TEMPLATES = {
    "built in": None,
    "names": "---\nn: {{ .Name }}\nb: {{ .File.ContentBaseName }}\nt: {{ .Type }}\n"
    "f: {{ .File.BaseFileName }}\nl: {{ .File.LogicalName }}\nd: {{ .File.Dir }}\n"
    "p: {{ .File.Path }}\ns: {{ .Site.Title }}\nk: {{ .File.TranslationBaseName }}\n---\n",
    "words": '---\ntitle: "{{ replace .Name "-" " " | title }}"\n'
    "b: {{ upper .Name }}\nc: {{ .Name | lower | urlize }}\n"
    'd: {{ replace .Name "-" "_" 1 }}\ne: {{ strings.Replace .Name "a" "" | upper }}\n---\n',
    "humanize": "---\ntitle: {{ .Name | humanize }}\n---\n",
    "dates": '+++\ndate = {{ .Date }}\na = "{{ now.Format "2006-01-02" }}"\n'
    "b = '{{ time.Now.Format \"Mon, 02 Jan 2006 15:04 MST -07:00 Z0700\" }}'\n"
    'c = "{{ (now).Format "Monday January _2 3:04PM 06 1 002" }}"\n'
    'd = "{{ dateFormat "2006/01/02" .Date }}"\ne = \'{{ .Date | time.Format "Jan 2" }}\'\n+++\n',
    "trims": "---\n{{- /* a comment */}}\ntitle: {{- .Name -}}   \nb: x\n---\n\n{{/* c */}}\n"
    '{{< figure >}} {{% note %}}\n{{ `raw "text"` }} {{ "a\\tb" }} {{ 12 }}\n',
}
_PATHS = (
    "posts/my-first_post.md",
    "posts/the-end of an-era and-more.md",
    "posts/bundle-of-joy/index.md",
    "posts/deep/er/春の-日.md",
    "posts/2024-05-01-a-to-z.md",
    "top-page.md",
    "posts/12.md",
    "posts/O'Neill's e-mail: a, b.md",
)


@pytest.mark.skipif(_NO_HUGO is not None, reason=str(_NO_HUGO))
@pytest.mark.parametrize("name", _TEMPLATES)
def test_hugo_makes_the_same(name: str, tmp_path: Path) -> None:
    template = _TEMPLATES[name]
    archetypes = {} if template is None else {"archetypes/default.md": template}
    shortcodes = {f"layouts/shortcodes/{each}.html": "" for each in ("figure", "note")}
    for style, setting in _STYLES.items() if name == "words" else [("ap", "")]:
        root = tmp_path / style
        config = {"hugo.toml": f'title = "My site"\n{setting}', "content/.keep": ""}
        write(root, {**config, **archetypes, **shortcodes})
        for path in _PATHS[:-1] if name == "humanize" else _PATHS:
            assert real(root, path) in ours(root, path), (style, path)


@pytest.mark.skipif(_NO_HUGO is not None, reason=str(_NO_HUGO))
def test_hugo_looks_for_archetypes_in_the_same_order(tmp_path: Path) -> None:
    files = {
        "hugo.toml": 'theme = ["one", "two"]\n[languages.en]\n[languages.ja]\n',
        "content/.keep": "",
        "archetypes/default.md": "own default {{ .Name }}\n",
        "archetypes/notes.md": "own notes {{ .Name }}\n",
        "themes/one/archetypes/notes.md": "one notes\n",
        "themes/one/archetypes/essays.md": "one essays {{ .Name }}\n",
        "themes/two/archetypes/essays.md": "two essays\n",
        "themes/two/archetypes/default.md": "two default\n",
    }
    write(tmp_path, files)
    for path in (
        "notes/a.md",
        "essays/b.md",
        "essays/deep/c.md",
        "others/d.md",
        "e.md",
        "essays/bundle/index.md",
        "essays/f.ja.md",
        "essays/g.fr.md",
    ):
        assert real(tmp_path, path) in ours(tmp_path, path), path


@pytest.mark.skipif(_NO_HUGO is not None, reason=str(_NO_HUGO))
def test_hugo_makes_the_same_bundle(tmp_path: Path) -> None:
    files = {
        "hugo.toml": "",
        "content/.keep": "",
        "archetypes/trips/index.md": "---\ntitle: {{ .Name }}\n---\n",
        "archetypes/trips/more.md": "---\nx: {{ .Name }}\n---\n",
        "archetypes/trips/in/map.txt": "{{ .Name }}\n",
    }
    write(tmp_path, files)
    hugo(tmp_path, "trips/kyoto")
    result = begun(SiteFiles(tmp_path), PurePosixPath("content/trips/kyoto/index.md"), NOW)
    folder = tmp_path / "content" / "trips" / "kyoto"
    assert (folder / "index.md").read_text() == result.text
    real_files = sorted(str(each.relative_to(tmp_path)) for each in folder.rglob("*.*"))
    assert real_files == sorted(
        ["content/trips/kyoto/index.md", *(str(each.path) for each in result.copies)]
    )
    assert (folder / "in" / "map.txt").read_text() == "{{ .Name }}\n"


def ours(root: Path, path: str) -> list[str]:
    """What Galley begins the post with in the seconds that Hugo may need to start."""
    moments = (NOW + dt.timedelta(seconds=seconds) for seconds in range(10))
    files = SiteFiles(root)
    return [begun(files, PurePosixPath("content", path), moment).text for moment in moments]


def real(root: Path, path: str) -> str:
    hugo(root, path)
    made_file = root / "content" / path
    text = made_file.read_text(encoding="utf-8")
    made_file.unlink()
    return text


def hugo(root: Path, path: str) -> None:
    run = subprocess.run(
        ["hugo", "new", path, "--clock", NOW.isoformat(), "--cacheDir", str(root / "cache")],
        cwd=root,
        env={**os.environ, "TZ": "Asia/Tokyo"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
