from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest
import ruamel.yaml
import yaml

from tests.awkward_strings import AWKWARD_STRINGS
from tests.cli.command import galley

POST = "---\ntitle:  Old   # short!\ndate: 2026-01-01 09:00:00 +0900\ntags: [a, b]\n---\nBody\n"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / "2026-01-01-a.md"
    path.write_bytes(POST.encode())
    return path


def test_setting_a_value_changes_it_and_nothing_else(post: Path) -> None:
    ran = galley("set", str(post), "title", "New")
    assert (ran.status, ran.out, ran.err) == (0, "", "")
    assert post.read_bytes() == POST.replace("Old", "New").encode()


def test_mixed_line_endings_mark_and_missing_newline_stay(post: Path) -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: Old\r\nx: 1\n---\r\n\xc2\xa0a\rb\xe2\x80\xa8\nend"
    post.write_bytes(data)
    assert galley("set", str(post), "title", "新しい").status == 0
    assert post.read_bytes() == data.replace(b"Old", "新しい".encode())
    assert galley("set", str(post), "added", "line").status == 0
    changed = data.replace(b"Old", "新しい".encode()).replace(b"x: 1\n", b"x: 1\nadded: line\r\n")
    assert post.read_bytes() == changed


def test_a_hundred_awkward_strings_read_back_equal(post: Path) -> None:
    assert len(AWKWARD_STRINGS) >= 100
    rest = POST.partition("\n")[2].partition("\n")[2]
    for text in AWKWARD_STRINGS:
        post.write_bytes(POST.encode())
        ran = galley("set", "--", str(post), "title", text)
        assert (ran.status, ran.err) == (0, ""), text
        written = post.read_bytes().decode()
        assert written.endswith(rest), text
        content = written[4 : written.rindex("\n---\nBody")]
        assert yaml.safe_load(content)["title"] == text
        safe = ruamel.yaml.YAML(typ="safe", pure=True)
        assert safe.load(io.StringIO(content))["title"] == text
        got = galley("get", str(post), "title")
        assert json.loads(got.out) == text


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("3", 3), ("null", None), ('["x", "y"]', ["x", "y"]), ('"3"', "3")],
)
def test_json_gives_a_value_its_type(post: Path, text: str, value: object) -> None:
    assert galley("set", str(post), "tags", text, "--json").status == 0
    assert json.loads(galley("get", str(post), "tags").out) == value


def test_a_date_is_written_as_it_stands(post: Path) -> None:
    assert galley("set", str(post), "date", "2026-02-02 10:00:00 +0900", "--verbatim").status == 0
    assert b"date: 2026-02-02 10:00:00 +0900\n" in post.read_bytes()


def test_a_value_that_loses_its_type_is_told(post: Path) -> None:
    ran = galley("set", str(post), "date", "soon")
    assert ran.status == 0
    assert ran.err == "galley set: date was no text, and is one now; see --json\n"
    assert galley("set", str(post), "date", "later").err == ""


def test_a_dry_run_writes_nothing_and_its_diff_can_be_applied(post: Path) -> None:
    ran = galley("set", str(post), "title", "New", "--dry-run")
    assert ran.status == 0
    assert post.read_bytes() == POST.encode()
    assert [line for line in ran.out.splitlines() if line[0] in "-+"][2:] == [
        "-title:  Old   # short!",
        "+title:  New   # short!",
    ]
    subprocess.run(["patch", "-p0", str(post)], input=ran.out.encode(), check=True)
    assert post.read_bytes() == POST.replace("Old", "New").encode()


def test_setting_what_is_there_already_does_not_touch_the_file(post: Path) -> None:
    before = post.stat()
    assert galley("set", str(post), "title", "Old").status == 0
    assert (post.stat().st_ino, post.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_removing_a_key_takes_its_line(post: Path) -> None:
    assert galley("unset", str(post), "date").status == 0
    assert post.read_bytes() == POST.replace("date: 2026-01-01 09:00:00 +0900\n", "").encode()
    assert galley("unset", str(post), "tags.0").status == 0
    assert b"tags: [b]\n" in post.read_bytes()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["set", "FILE", "title.deeper.still", "x"], ""),
    ],
)
def test_what_cannot_be_done_is_told_and_the_file_stays(
    post: Path, arguments: list[str], words: str
) -> None:
    ran = galley(*(str(post) if each == "FILE" else each for each in arguments))
    assert ran.status == 1
    assert ran.err.startswith(f"galley {arguments[0]}: ")
    assert ran.err.count("\n") == 1
    assert words in ran.err
    assert post.read_bytes() == POST.encode()


def test_broken_front_matter_is_left_alone(post: Path) -> None:
    post.write_bytes(b"---\ntitle: [a\n---\nBody\n")
    for arguments in (["set", str(post), "title", "x"], ["unset", str(post), "title"]):
        ran = galley(*arguments)
        assert ran.status == 1
        assert ran.err.count("\n") == 1
    assert post.read_bytes() == b"---\ntitle: [a\n---\nBody\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["set", "FILE", "title"],
        ["set", "FILE", "a..b", "x"],
        ["set", "FILE", "title", "{", "--json"],
        ["set", "FILE", "title", "NaN", "--json"],
        ["set", "FILE", "title", "1", "--json", "--verbatim"],
        ["set", "MISSING", "title", "x"],
        ["unset", "FILE"],
        ["set", "FILE", "title", "x", "--dry"],
    ],
)
def test_wrong_use_ends_with_2_and_one_line(post: Path, arguments: list[str]) -> None:
    names = {"FILE": str(post), "MISSING": str(post.with_name("missing.md"))}
    ran = galley(*(names.get(each, each) for each in arguments))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith(f"galley {arguments[0]}: ")
    assert ran.err.count("\n") == 1
    assert post.read_bytes() == POST.encode()


def test_a_character_that_the_encoding_does_not_know_cannot_come_in(post: Path) -> None:
    post.write_bytes(b"---\ntitle: \x93\xfa\x96\x7b\n---\n")
    ran = galley("set", str(post), "title", "x")
    assert ran.status == 2
    assert "byte 11 can't be read as utf-8" in ran.err
    assert post.read_bytes() == b"---\ntitle: \x93\xfa\x96\x7b\n---\n"


@pytest.mark.parametrize("text", [POST, "Body.\n"])
def test_what_is_not_there_need_not_be_removed(post: Path, text: str) -> None:
    post.write_text(text)
    ran = galley("unset", str(post), "nothing")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == f"galley unset: {post} has no key nothing\n"
    assert post.read_text() == text
