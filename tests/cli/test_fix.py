from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.command import galley

ROOT = Path(__file__).parents[2]
SEED = ROOT / "tests" / "data" / "2025-11-23-openai-foxconn.md"


@pytest.fixture
def post(tmp_path: Path) -> Path:
    path = tmp_path / SEED.name
    path.write_bytes(SEED.read_bytes())
    return path


def variants() -> list[bytes]:
    data = SEED.read_bytes()
    return [
        data,
        data.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + data,
        data.rstrip(b"\n") + b"\xc2\xa0\xe2\x80\xa8\rend",
        data.decode().encode("utf-16"),
    ]


@pytest.mark.parametrize("data", variants(), ids=["lf", "crlf", "mark", "odd", "utf-16"])
def test_the_safe_fixes_leave_the_rest_byte_for_byte(post: Path, data: bytes) -> None:
    post.write_bytes(data)
    ran = galley("fix", str(post))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"{post}: mended title-heading-mark, end-marker\n"
    encoding = "utf-16" if data[:2] == b"\xff\xfe" else "utf-8"
    text = data.decode(encoding)
    ending = "\r\n" if "\r\n" in text else "\n"
    expected = text.replace('title: "# OpenAI', 'title: "OpenAI', 1)
    expected = expected.replace(f"---END---{ending}", "", 1)
    assert post.read_bytes() == expected.encode(encoding)
    inode = post.stat().st_ino
    assert galley("fix", str(post)).out == ""
    assert post.stat().st_ino == inode


def test_a_rule_can_be_chosen(post: Path) -> None:
    assert galley("fix", str(post), "--rule", "end-marker").status == 0
    expected = SEED.read_bytes().replace(b"---END---\n", b"")
    assert post.read_bytes() == expected


@pytest.mark.parametrize("data", variants()[:4], ids=["lf", "crlf", "mark", "odd"])
def test_a_dry_run_prints_a_diff_that_gives_the_same_bytes(
    post: Path, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(post.parent)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(post.parent.parent))
    post.write_bytes(data)
    diff = galley("fix", post.name, "--dry-run").out
    assert post.read_bytes() == data
    galley("fix", post.name)
    fixed = post.read_bytes()
    assert fixed != data
    post.write_bytes(data)
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=diff.encode(), check=True)
    assert post.read_bytes() == fixed


def test_one_bad_file_does_not_stop_the_others(post: Path) -> None:
    bad = post.with_name("bad.md")
    bad.write_bytes(b"---\ntitle: \x93\xfa\n---\n")
    ran = galley("fix", str(post.with_name("absent.md")), str(bad), str(post))
    assert ran.status == 2
    assert ran.err.count("\n") == 2
    assert "absent.md” can't be opened: the file is no longer there." in ran.err
    assert "bad.md: byte 11 can't be read as utf-8, so the file is left as it is" in ran.err
    assert bad.read_bytes() == b"---\ntitle: \x93\xfa\n---\n"
    assert post.read_bytes() != SEED.read_bytes()


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_stays_a_link(post: Path) -> None:
    link = post.with_name("link.md")
    link.symlink_to(post.name)
    assert galley("fix", str(link)).status == 0
    assert link.is_symlink()
    assert post.read_bytes() != SEED.read_bytes()
