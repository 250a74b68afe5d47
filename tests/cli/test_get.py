from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.command import galley

POST = """\
---
title: 日本 \u202e\U000e0041
date: 2026-01-01 09:00:00 +0900
day: 2026-01-01
draft: yes
weight: 3
ratio: .inf
nothing:
author: {name: 花子, "a.b": 1}
tags:
  - x
  - [y, z]
base: &base {a: 1, b: 2}
more: {<<: *base, b: 3}
---
Body
"""


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(POST, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("title", "日本 \u202e\U000e0041"),
        ("date", "2026-01-01 09:00:00 +0900"),
        ("day", "2026-01-01"),
        ("draft", True),
        ("weight", 3),
        ("ratio", ".inf"),
        ("nothing", None),
        ("author.name", "花子"),
        ('author."a.b"', 1),
        ("tags.1.0", "y"),
        ("tags", ["x", ["y", "z"]]),
        ("more", {"a": 1, "b": 3}),
    ],
)
def test_a_value_is_json(post: Path, key: str, value: object) -> None:
    ran = galley("get", str(post), key)
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out) == value
    assert "\u202e" not in ran.out


def test_all_of_the_front_matter_is_one_object(post: Path) -> None:
    values = json.loads(galley("get", str(post)).out)
    assert list(values)[:3] == ["title", "date", "day"]
    assert len(values) == 11


def test_the_generator_decides_what_a_word_means(post: Path) -> None:
    (post.parent / "astro.config.mjs").write_text("export default {}\n")
    assert json.loads(galley("get", str(post), "draft").out) == "yes"


def test_a_post_without_front_matter_has_an_empty_object(post: Path) -> None:
    post.write_text("Body\n")
    assert json.loads(galley("get", str(post)).out) == {}


@pytest.mark.parametrize("key", ["absent", "tags.7", "title.x", "author.absent"])
def test_a_key_that_is_not_there_gives_1(post: Path, key: str) -> None:
    ran = galley("get", str(post), key)
    assert (ran.status, ran.out) == (1, "")
    assert f"has no key {key}" in ran.err


def test_broken_front_matter_is_told_with_its_place(post: Path) -> None:
    post.write_text("---\ntitle: [a\n---\n")
    ran = galley("get", str(post))
    assert (ran.status, ran.out) == (1, "")
    assert ran.err.startswith(f"galley get: {post}:")


def test_a_file_that_cannot_be_read_gives_2(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.md", tmp_path):
        ran = galley("get", str(path))
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("galley get: ")
        assert ran.err.count("\n") == 1
