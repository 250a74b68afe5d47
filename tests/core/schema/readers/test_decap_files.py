"""Where the configuration of Decap CMS and its kin is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from editor_app.core.diagnostics import Severity
from editor_app.core.generator import Generator
from tests.core.schema.readers.cms_site import collections, site
from tests.core.schema.readers.decap_site import DECAP, NOTES, STATIC, SVELTIA, schema
from tests.core.schema.readers.site import told_by_line as told


@pytest.mark.parametrize(
    "name",
    [
        "admin/config.yml",
        "static/admin/config.yml",
        "source/admin/config.yaml",
        "src/static/admin/config.yml",
        "themes/plain/static/admin/config.yml",
        "packages/blog/static/admin/config.yml",
    ],
)
def test_it_is_found_without_a_page(tmp_path: Path, name: str) -> None:
    found = site(tmp_path, {name: NOTES})
    assert [each.files for each in found.schemas] == [(name,)]


def test_what_hugo_built_does_not_count_beside_its_source(tmp_path: Path) -> None:
    files = {"static/admin/config.yml": NOTES, "public/admin/config.yml": NOTES}
    found = site(tmp_path, files, Generator.HUGO)
    assert [each.files for each in found.schemas] == [("static/admin/config.yml",)]


def test_in_public_astro_has_its_pages(tmp_path: Path) -> None:
    found = site(tmp_path, {"public/admin/config.yml": NOTES}, Generator.ASTRO)
    assert [each.files for each in found.schemas] == [("public/admin/config.yml",)]


def test_a_theme_s_example_gives_way_to_the_site_s_own(tmp_path: Path) -> None:
    files = {"static/admin/config.yml": NOTES, "themes/x/static/admin/config.yml": NOTES}
    assert len(site(tmp_path, files).schemas) == 1


@pytest.mark.parametrize(
    ("href", "name"),
    [
        ("/cms/config.yml", "static/cms/config.yml"),
        ("other.yml?v=2", "static/admin/other.yml"),
        ("../cms.yml", "static/cms.yml"),
    ],
)
def test_a_page_says_where_it_is(tmp_path: Path, href: str, name: str) -> None:
    page = f"<link href='{href}' type=text/yaml rel=cms-config-url>{DECAP}"
    files = {"static/admin/index.html": page, name: NOTES, "static/admin/config.yml": "x: 1\n"}
    assert [each.files for each in site(tmp_path, files).schemas] == [(name,)]


def test_a_configuration_on_the_net_is_told_and_not_read(tmp_path: Path) -> None:
    page = '<html>\n<link href="https://example.com/config.yml" rel="cms-config-url">\n' + DECAP
    found = site(tmp_path, {"admin/index.html": page})
    assert found.schemas == ()
    assert told(found) == [
        "2: https://example.com/config.yml is not in this folder, so it is not read"
    ]
    assert found.wrong[0].diagnostics[0].severity is Severity.INFO


def test_a_link_out_of_the_site_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.yml").write_text(NOTES, encoding="utf-8")
    page = '<link href="../../secret.yml" rel="cms-config-url">'
    assert site(tmp_path / "site", {"admin/index.html": page}).schemas == ()


def test_a_configuration_in_a_script_is_told(tmp_path: Path) -> None:
    page = "<script>\nwindow.CMS_MANUAL_INIT = true\nCMS.init({ config: {} })</script>" + SVELTIA
    found = site(tmp_path, {"admin/index.html": page})
    assert told(found) == [
        "2: The configuration of Sveltia CMS is made by a script, which is not run"
    ]


@pytest.mark.parametrize(
    ("page", "source"),
    [(DECAP, "Decap CMS"), (SVELTIA, "Sveltia CMS"), (STATIC, "Static CMS"), ("", "Decap CMS")],
)
def test_the_page_tells_which_program_it_is(tmp_path: Path, page: str, source: str) -> None:
    assert schema(tmp_path, NOTES, page).schemas[0].source == source


def test_sveltia_reads_json_and_toml(tmp_path: Path) -> None:
    one = {"collections": [{"name": "a", "folder": "a", "fields": [{"name": "title"}]}]}
    toml = '[[collections]]\nname = "b"\nfolder = "b"\n[[collections.fields]]\nname = "title"\n'
    page = (
        '<link href="one.json" type="application/json" rel="cms-config-url">'
        '<link href="two.toml" type="application/toml" rel="cms-config-url">'
    )
    files = {
        "static/admin/index.html": page + SVELTIA,
        "static/admin/one.json": json.dumps(one),
        "static/admin/two.toml": toml,
    }
    found = site(tmp_path, files)
    assert [each.files for each in collections(found)] == [("/a/*.md",), ("/b/*.md",)]
    assert told(found) == []


@pytest.mark.parametrize("text", ["backend: {name: github}\n", "x: 1\n", ""])
def test_a_file_without_collections_says_nothing(tmp_path: Path, text: str) -> None:
    found = schema(tmp_path, text)
    assert (found.schemas, told(found)) == ((), [])


def test_without_a_page_the_named_schema_tells_it(tmp_path: Path) -> None:
    line = (
        "# yaml-language-server: $schema=https://unpkg.com/@sveltia/cms/schema/sveltia-cms.json\n"
    )
    assert site(tmp_path, {"admin/config.yml": line + NOTES}).schemas[0].source == "Sveltia CMS"
