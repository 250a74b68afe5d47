"""The table of `hugo_cases.py`: what Galley says, and what the real Hugo does."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
from pathlib import Path

import pytest

from editor_app.core.generator import Generator
from tests.core.site.publishing.hugo_cases import SITES
from tests.core.site.publishing.sites import (
    Case,
    Site,
    asked,
    built,
    prove,
    said,
    skip_reason,
    write,
)

_NOW = dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC)
_BODY = "case N\n"
_LAYOUT = "{{ .RawContent | safeHTML }} at [{{ .RelPermalink }}]\n"
_WHY_NOT = skip_reason("hugo")


@pytest.mark.parametrize(
    ("site", "case"),
    [(site, case) for site in SITES for case in site.cases],
    ids=lambda each: each.path if isinstance(each, Case) else each.name,
)
def test_galley_says_what_stands_in_the_table(site: Site, case: Case) -> None:
    publication = asked(site, case, Generator.HUGO, _NOW)
    expected = case.becomes
    prove(publication, expected)


@pytest.mark.skipif(_WHY_NOT is not None, reason=str(_WHY_NOT))
@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_hugo_does_what_galley_says(site: Site, tmp_path: Path) -> None:
    write(site, tmp_path, _BODY, "hugo.toml")
    layouts = tmp_path / "layouts" / "_default"
    layouts.mkdir(parents=True)
    for name in ("single.html", "list.html"):
        (layouts / name).write_text(_LAYOUT, encoding="utf-8")
    run = subprocess.run(
        ["hugo", "--quiet", "--cacheDir", str(tmp_path / "cache")],
        cwd=tmp_path,
        env={**os.environ, "TZ": site.zone},
        capture_output=True,
        text=True,
        check=False,
    )
    now = dt.datetime.now(dt.UTC)
    expected = said(site, Generator.HUGO, now)
    real = built(site, tmp_path / "public") if run.returncode == 0 else dict.fromkeys(expected, "!")
    assert {site.cases[at].path: real[at] for at in real} == {
        site.cases[at].path: expected[at] for at in expected
    }
