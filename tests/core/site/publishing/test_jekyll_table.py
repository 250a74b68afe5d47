"""The table of `jekyll_cases.py`: what Galley says, and what the real Jekyll does."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import zoneinfo
from pathlib import Path

import pytest

from editor_app.core.generator import Generator
from tests.core.site.publishing.jekyll_cases import SITES
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
_BODY = "`case N at [{{ page.url }}]`\n"
_WHY_NOT = skip_reason("jekyll")


@pytest.mark.parametrize(
    ("site", "case"),
    [(site, case) for site in SITES for case in site.cases],
    ids=lambda each: each.path if isinstance(each, Case) else each.name,
)
def test_galley_says_what_stands_in_the_table(site: Site, case: Case) -> None:
    today = _NOW.astimezone(zoneinfo.ZoneInfo("Asia/Tokyo"))
    publication = asked(site, case, Generator.JEKYLL, _NOW)
    expected = case.becomes.replace("{today}", f"{today:%Y/%m/%d}")
    prove(publication, expected)


@pytest.mark.skipif(_WHY_NOT is not None, reason=str(_WHY_NOT))
@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_jekyll_does_what_galley_says(site: Site, tmp_path: Path) -> None:
    write(site, tmp_path, _BODY, "_config.yml")
    environment = {**os.environ, "TZ": site.zone, "LANG": "C.UTF-8"}
    run = subprocess.run(
        ["jekyll", "build", "--quiet", "--disable-disk-cache"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    now = dt.datetime.now(dt.UTC)
    expected = said(site, Generator.JEKYLL, now)
    real = built(site, tmp_path / "_site") if run.returncode == 0 else dict.fromkeys(expected, "!")
    assert {site.cases[at].path: real[at] for at in real} == {
        site.cases[at].path: expected[at] for at in expected
    }
