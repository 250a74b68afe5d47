"""What a new post begins with."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.site.new_post import new_post

NOW = dt.datetime(2025, 11, 23, 21, 54, 57, tzinfo=dt.timezone(dt.timedelta(hours=9)))


def test_jekyll() -> None:
    assert new_post(Generator.JEKYLL, "春: 第1回", NOW) == (
        '---\nlayout: post\ntitle: "春: 第1回"\ndate: 2025-11-23 21:54:57 +0900\n'
        "categories: []\ntags: []\n---\n\n"
    )


def test_hugo() -> None:
    assert new_post(Generator.HUGO, "T", NOW) == (
        '---\ntitle: "T"\ndate: 2025-11-23T21:54:57+09:00\ndraft: true\ntags: []\n---\n\n'
    )


@pytest.mark.parametrize("generator", list(Generator))
@given(title=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_every_title_reads_back(generator: Generator, title: str) -> None:
    front_matter = read(new_post(generator, title, NOW))
    assert front_matter.unreadable is None
    assert front_matter.scalar_text("title") == title
