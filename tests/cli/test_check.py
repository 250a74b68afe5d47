from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.cli.command import galley

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests" / "data" / "2025-11-23-openai-foxconn.md"
GOOD = "---\ntitle: Spring\ndate: 2026-01-01\n---\n\nA sentence.\n"
BAD = GOOD.replace("Spring", '"# Spring"')


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / SEED.name
    path.write_bytes(SEED.read_bytes())
    return path


def checked(*arguments: str) -> dict[str, Any]:
    ran = galley("check", "--format", "json", *arguments)
    result: dict[str, Any] = json.loads(ran.out)
    return result


def edited(data: bytes, edits: list[dict[str, Any]]) -> bytes:
    """What a program does that knows bytes and nothing of Galley."""
    encoding = "utf-16-le" if data[:2] == b"\xff\xfe" else "utf-8"
    for edit in sorted(edits, key=lambda each: each["start"]["byte"], reverse=True):
        start, end = edit["start"]["byte"], edit["end"]["byte"]
        data = data[:start] + edit["text"].encode(encoding) + data[end:]
    return data


# --- the seed post


def test_the_seed_post_is_told_each_defect_once_at_its_span(post: Path) -> None:
    ran = galley("check", str(post), "--format", "json")
    assert ran.status == 1
    report = json.loads(ran.out)
    assert (report["version"], report["files"]) == (1, 1)
    data = post.read_bytes()
    found = [
        (each["rule"], data[each["start"]["byte"] : each["end"]["byte"]].decode())
        for each in report["diagnostics"]
    ]
    rules = Counter(rule for rule, _ in found)
    assert ("title-heading-mark", "# ") in found
    assert ("replacement-character", "\ufffd") in found
    assert [text for rule, text in found if rule == "end-marker"] == ["---END---", "---END---"]
    for rule in (
        "title-heading-mark",
        "replacement-character",
        "title-cut-short",
        "excerpt-generic",
        "section-pasted-twice",
    ):
        assert rules[rule] == 1, rule
    assert rules["reading-time-off"] == 0
    assert len(set(found)) + 1 == len(found)  # the two markers read the same


def test_places_in_json_are_what_they_say(post: Path) -> None:
    for data in (
        post.read_bytes(),
        b"\xef\xbb\xbf" + post.read_bytes().replace(b"\n", b"\r\n"),
        post.read_bytes().decode().encode("utf-16"),
    ):
        post.write_bytes(data)
        encoding = "utf-16" if data[:2] == b"\xff\xfe" else "utf-8-sig"
        text = data.decode(encoding).replace("\r\n", "\n")
        skip = 2 if encoding == "utf-16" else 0
        for each in checked(str(post))["diagnostics"]:
            for place in (each["start"], each["end"]):
                before = text[: place["offset"]]
                assert place["line"] == before.count("\n") + 1
                assert place["column"] == len(before) - before.rfind("\n")
                head = data[skip : place["byte"]].decode(encoding.replace("16", "16-le"))
                assert head.replace("\r\n", "\n") == before


@pytest.mark.parametrize("name", ["lf", "crlf", "mark", "utf-16"])
def test_edits_in_json_give_the_same_bytes_as_fix(post: Path, name: str) -> None:
    data = SEED.read_bytes() + b"\n"
    data = {
        "lf": data,
        "crlf": data.replace(b"\n", b"\r\n"),
        "mark": b"\xef\xbb\xbf" + data,
        "utf-16": data.decode().encode("utf-16"),
    }[name]
    post.write_bytes(data)
    edits = [
        edit
        for each in checked(str(post))["diagnostics"]
        for fix in each["fixes"]
        if fix["safe"]
        for edit in fix["edits"]
    ]
    assert len(edits) == 3
    assert galley("fix", str(post)).status == 0
    assert post.read_bytes() == edited(data, edits)


def test_the_json_has_the_keys_of_the_contract(post: Path) -> None:
    report = checked(str(post))
    assert list(report) == ["version", "files", "diagnostics"]
    keys = ["path", "rule", "severity", "message", "field", "start", "end", "fixes"]
    place = ["line", "column", "offset", "byte"]
    for each in report["diagnostics"]:
        assert [key for key in each if key != "related"] == keys
        assert list(each["start"]) == list(each["end"]) == place
        for fix in each["fixes"]:
            assert list(fix) == ["title", "safe", "edits"]
            for edit in fix["edits"]:
                assert list(edit) == ["start", "end", "text"]


# --- text


def test_of_a_rule_three_are_shown_and_the_others_counted(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: T\n" + "a: 1\n" * 200 + "---\n\nText.\n", "utf-8")
    out = galley("check", str(path), "--rule", "duplicate-key").out
    assert out.count("duplicate-key") == 3
    assert re.search(r"^    \+ 196 more of this rule$", out, re.MULTILINE)
    assert "1 post checked: 199 errors\n" in out
    assert len(checked(str(path), "--rule", "duplicate-key")["diagnostics"]) == 100


def test_the_text_shows_place_line_and_mark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(BAD.replace("Spring", "春"))
    ran = galley("check", "a.md")
    lines = ran.out.splitlines()
    assert lines[0].startswith("a.md:2:9 error title-heading-mark Title begins ")
    assert lines[1:3] == ['    title: "# 春"', "            ^^"]
    assert lines[-1] == "1 post checked: 1 error"
    assert (ran.status, ran.err) == (1, "")


def test_a_good_post_is_silent_but_for_the_sum(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD)
    ran = galley("check", str(tmp_path))
    assert (ran.status, ran.out, ran.err) == (0, "1 post checked, nothing found\n", "")


def test_a_hostile_post_cannot_reach_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text('---\ntitle: "# \x1b]0;x\x07\u202e\\e[2J"\n---\n\ufffd\x1b[2J\n')
    for form in ("text", "json"):
        out = galley("check", str(tmp_path), "--format", form).out
        assert not set(out) & set("\x1b\x07\u202e")


# --- statuses


@pytest.mark.parametrize(
    ("fail_on", "status"), [("error", 0), ("warning", 0), ("info", 1), ("hint", 1), ("never", 0)]
)
def test_fail_on_is_the_least_grave_severity(tmp_path: Path, fail_on: str, status: int) -> None:
    (tmp_path / "a.md").write_text(GOOD.rstrip("\n"))  # an info
    assert galley("check", str(tmp_path), "--fail-on", fail_on).status == status


def test_a_path_that_cannot_be_read_gives_2_and_the_others_are_checked(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD)
    ran = galley("check", str(tmp_path / "absent.md"), str(tmp_path / "a.md"), "--format", "json")
    assert ran.status == 2
    assert "absent.md: there is no such file" in ran.err
    assert [each["rule"] for each in json.loads(ran.out)["diagnostics"]] == ["title-heading-mark"]


def test_an_unknown_encoding_is_a_diagnostic_that_names_the_byte(tmp_path: Path) -> None:
    data = "---\ntitle: 日本\n---\n春\n".encode() + "語".encode("cp932") + b"\n"
    (tmp_path / "a.md").write_bytes(data)
    (found,) = checked(str(tmp_path))["diagnostics"]
    assert found["rule"] == "encoding-unknown"
    assert found["severity"] == "error"
    assert found["start"]["byte"] == data.index(b"\x8c")
    assert found["start"]["line"] == 5
    assert str(data.index(b"\x8c")) in found["message"]
    assert found["fixes"] == []
    assert galley("check", str(tmp_path)).status == 1


# --- folders and settings


def test_a_folder_gives_its_posts_in_a_stable_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (
        "content/b.md",
        "content/a.markdown",
        "content/z/c.mdx",
        "content/.hidden/x.md",
        "content/.x.md",
        "content/notes.txt",
        "node_modules/m.md",
        "public/p.md",
        "README.md",
    ):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(BAD.replace("Spring", f"Spring in {name}"))
    Path("hugo.toml").write_text('title = "x"\n')
    report = checked(".")
    assert [each["path"] for each in report["diagnostics"]] == [
        "content/a.markdown",
        "content/b.md",
        "content/z/c.mdx",
    ]
    assert checked("content/z", "content/z/c.mdx", "content")["files"] == 3
    assert checked("README.md")["files"] == 1


def test_a_folder_without_posts_is_told(tmp_path: Path) -> None:
    ran = galley("check", str(tmp_path))
    assert (ran.status, ran.out) == (0, "0 posts checked, nothing found\n")
    assert ran.err == f"galley check: there are no posts in {tmp_path}\n"


def test_the_settings_of_a_site_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(BAD)
    Path("galley.toml").write_text('[check]\ndisable = ["title-heading-mark"]\n')
    assert checked("a.md")["diagnostics"] == []
    Path("galley.toml").write_text("[check]\nwords-per-minute = 0\n")
    report = checked("a.md")
    assert report["files"] == 1
    assert [(each["path"], each["rule"]) for each in report["diagnostics"]] == [
        ("a.md", "title-heading-mark"),
        ("galley.toml", "wrong-setting"),
    ]


def test_an_override_counts_for_its_paths_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("_config.yml").write_text("title: x\n")
    for name in ("_posts/2026-01-01-a.md", "_drafts/a.md"):
        Path(name).parent.mkdir()
        Path(name).write_text(BAD)
    Path("galley.toml").write_text(
        '[[check.overrides]]\npaths = ["_drafts/**"]\ndisable = ["title-heading-mark"]\n'
    )
    report = checked(".")
    assert [each["path"] for each in report["diagnostics"]] == ["_posts/2026-01-01-a.md"]
    monkeypatch.chdir("_drafts")
    assert checked("a.md")["diagnostics"] == []


@pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.md")
    ran = galley("check", str(tmp_path / "a.md"))
    assert ran.status == 2
    assert "a pipe or a device" in ran.err


AS_NOBODY = """
import contextlib, io, os, sys
from editor_app.cli.main import main
if os.getuid() == 0:
    # First run as root, so that all is loaded: nobody may not read the interpreter's files.
    with contextlib.redirect_stdout(io.StringIO()):
        main([sys.argv[1], sys.argv[-1], "--dry-run" if sys.argv[1] == "fix" else "--no-cache"])
    os.setuid(65534)
sys.exit(main(sys.argv[1:]))
"""


def as_nobody(*arguments: str) -> subprocess.CompletedProcess[str]:
    """What a user is told who may not read everything, also where the tests run as root."""
    return subprocess.run(
        [sys.executable, "-c", AS_NOBODY, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
@pytest.mark.parametrize("verb", ["check", "fix"])
def test_what_nobody_may_read_is_told_once_and_the_rest_is_checked(verb: str) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own is closed to others
        home = Path(name)
        home.chmod(0o755)
        (home / "closed").mkdir()
        (home / "closed" / "a.md").write_text(GOOD)
        (home / "open").mkdir()
        (home / "open" / "a.md").write_text(BAD)
        (home / "open" / "a.md").chmod(0o644)
        (home / "open" / "link.md").symlink_to(home / "closed" / "a.md")
        (home / "closed").chmod(0)
        options = ["--dry-run"] if verb == "fix" else []
        closed, inside = home / "closed", home / "closed" / "a.md"
        for given, told in (
            ([closed], [closed]),
            ([inside], [inside]),
            ([home], [closed, home / "open" / "link.md"]),
            ([home / "open" / "a.md"], []),
        ):
            ran = as_nobody(verb, *options, *map(str, given), str(home / "open" / "a.md"))
            lines = [
                f"galley {verb}: “{each}” can't be opened: you have no permission." for each in told
            ]
            assert ran.stderr.splitlines() == lines
            assert "# Spring" in ran.stdout
            assert ran.returncode == (2 if told else 0 if verb == "fix" else 1)
        (home / "closed").chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
@pytest.mark.parametrize("verb", ["check", "fix"])
def test_a_link_in_a_circle_does_not_keep_the_rest(verb: str, tmp_path: Path) -> None:
    (tmp_path / "A").mkdir()
    (tmp_path / "A" / "loop").symlink_to("loop")
    (tmp_path / "a.md").write_text(BAD)
    ran = galley(verb, str(tmp_path))
    assert (ran.status, ran.err) == (1 if verb == "check" else 0, "")
    assert "a.md" in ran.out
    (tmp_path / "loop.md").symlink_to("loop.md")
    (tmp_path / "a.md").write_text(BAD)
    ran = galley(verb, str(tmp_path))
    assert ran.status == 2
    assert ran.err == (
        f"galley {verb}: “{tmp_path}/loop.md” can't be opened: its links lead in a circle.\n"
    )
    assert "a.md" in ran.out


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(GOOD)
    ran = galley("check", str(tmp_path / ("x" * 300)), str(tmp_path / "a.md"))
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert "1 post checked" in ran.out


@pytest.mark.parametrize(("files", "line"), [(0, "0件の記事"), (1, "1件の記事"), (2, "2件の記事")])
def test_the_sum_is_told_in_japanese(tmp_path: Path, files: int, line: str) -> None:
    for number in range(files):
        (tmp_path / f"{number}.md").write_text(GOOD.replace("Spring", f"Spring {number}"))
    ran = galley("check", "--lang", "ja", str(tmp_path))
    assert ran.out.splitlines()[-1] == f"{line}を確かめました。問題はありません"


def test_the_counts_are_told_in_japanese(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(BAD.rstrip("\n"))
    ran = galley("check", "--lang", "ja", str(tmp_path))
    assert ran.out.splitlines()[-1] == "1件の記事を確かめました：1件のエラー、1件の情報"
