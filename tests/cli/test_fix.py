from __future__ import annotations

import os
import signal
import subprocess
import sys
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


def crlf(data: bytes) -> bytes:
    return data.replace(b"\n", b"\r\n")


def expected(data: bytes, tail: bytes) -> bytes:
    """The seed with the heading mark and the first marker gone, and another end."""
    data = data.replace(b'title: "# OpenAI', b'title: "OpenAI', 1)
    data = data.replace(b"---END---\n\n", b"", 1)
    return data.removesuffix(TAIL) + tail


SEED_BYTES = SEED.read_bytes()
TAIL = b"\n\n---END---"
ODD_TAIL = b"\xc2\xa0\xe2\x80\xa8\rend"
VARIANTS = {
    "lf": (SEED_BYTES, expected(SEED_BYTES, b"\n")),
    "crlf": (crlf(SEED_BYTES), crlf(expected(SEED_BYTES, b"\n"))),
    "mark": (b"\xef\xbb\xbf" + SEED_BYTES, b"\xef\xbb\xbf" + expected(SEED_BYTES, b"\n")),
    "odd": (
        SEED_BYTES.removesuffix(TAIL) + ODD_TAIL,
        expected(SEED_BYTES, ODD_TAIL + b"\n"),
    ),
    "utf-16": (
        SEED_BYTES.decode().encode("utf-16"),
        expected(SEED_BYTES, b"\n").decode().encode("utf-16"),
    ),
}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_safe_fixes_leave_the_rest_byte_for_byte(post: Path, name: str) -> None:
    data, wanted = VARIANTS[name]
    post.write_bytes(data)
    ran = galley("fix", str(post))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{post}: mended title-heading-mark, end-marker")
    assert post.read_bytes() == wanted
    inode = post.stat().st_ino
    assert galley("fix", str(post)).out == ""
    assert post.stat().st_ino == inode


def test_a_rule_can_be_chosen(post: Path) -> None:
    assert galley("fix", str(post), "--rule", "title-heading-mark").status == 0
    assert post.read_bytes() == SEED_BYTES.replace(b'"# OpenAI', b'"OpenAI')


@pytest.mark.parametrize("name", ["lf", "crlf", "mark", "odd"])
def test_a_dry_run_prints_a_diff_that_gives_the_same_bytes(
    post: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, wanted = VARIANTS[name]
    monkeypatch.chdir(post.parent)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(post.parent.parent))
    post.write_bytes(data)
    diff = galley("fix", post.name, "--dry-run").out
    assert post.read_bytes() == data
    subprocess.run(["git", "apply", "--whitespace=nowarn", "-"], input=diff.encode(), check=True)
    assert post.read_bytes() == wanted


def test_one_bad_file_does_not_stop_the_others(post: Path) -> None:
    bad = post.with_name("bad.md")
    bad.write_bytes(b"---\ntitle: \x93\xfa\n---\n")
    ran = galley("fix", str(post.with_name("absent.md")), str(bad), str(post))
    assert ran.status == 2
    assert ran.err.count("\n") == 2
    assert "absent.md: there is no such file" in ran.err
    assert "bad.md: byte 11 can't be read as utf-8, so the file is left as it is" in ran.err
    assert bad.read_bytes() == b"---\ntitle: \x93\xfa\n---\n"
    assert post.read_bytes() != SEED_BYTES


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_out_of_the_site_is_followed_only_where_it_was_named(
    post: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = post.parent / "site"
    (site / "content").mkdir(parents=True)
    (site / "hugo.toml").write_text("")
    (site / "content" / "out.md").symlink_to(post)
    (site / "kept.md").write_bytes(post.read_bytes())
    (site / "content" / "in.md").symlink_to(site / "kept.md")
    monkeypatch.chdir(site)
    before = post.read_bytes()
    ran = galley("fix", ".")
    assert ran.err == "galley fix: content/out.md: left as it is, as it leads out of the site\n"
    assert post.read_bytes() == before
    assert (site / "kept.md").read_bytes() != before
    assert galley("fix", "content/out.md").err == ""
    assert post.read_bytes() != before


SIGNAL_BEFORE_IT_IS_IN_PLACE = """
import os, signal, sys
def hear(event, values):
    if event == "os.rename" and str(values[0]).endswith(".tmp"):
        os.kill(os.getpid(), int(sys.argv[1]))
sys.addaudithook(hear)
from editor_app.__main__ import main
sys.exit(main(["fix", sys.argv[2]]))
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_who_is_ended_while_writing_leaves_the_post_and_nothing_beside_it(
    post: Path, name: str
) -> None:
    number = getattr(signal, name)
    ended = subprocess.run(
        [sys.executable, "-c", SIGNAL_BEFORE_IT_IS_IN_PLACE, str(int(number)), str(post)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (128 + number, "", "")
    assert post.read_bytes() == SEED_BYTES
    assert list(post.parent.glob(".*.tmp")) == []


@pytest.mark.skipif(os.name != "posix", reason="links of POSIX")
def test_a_link_stays_a_link(post: Path) -> None:
    link = post.with_name("link.md")
    link.symlink_to(post.name)
    assert galley("fix", str(link)).status == 0
    assert link.is_symlink()
    assert post.read_bytes() != SEED_BYTES


def test_unsafe_fixes_are_shown_first_and_made_when_that_is_said(post: Path) -> None:
    before = post.read_bytes()
    ran = galley("fix", "--unsafe", str(post))
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == "galley fix: --unsafe needs --dry-run or --yes\n"
    shown = galley("fix", "--unsafe", "--dry-run", str(post)).out
    assert "-reading_time: 5" in shown or "+reading_time:" in shown
    assert post.read_bytes() == before
    assert galley("fix", "--unsafe", "--yes", str(post)).status == 0
    assert galley("fix", str(post)).out == ""
    assert post.read_bytes() != before


def test_a_custom_of_the_site_is_not_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("_config.yml").write_text("title: A site\n")
    Path("_posts").mkdir()
    for number in range(24):
        text = f"---\ntitle: Title number {number}\n---\n\n# Title number {number}\n\nText.\n"
        Path(f"_posts/2026-01-01-{number}.md").write_text(text)
    assert galley("fix", ".", "--unsafe", "--dry-run").out == ""
    Path("_config.yml").unlink()
    Path("_posts").rename("posts")
    assert (
        "-# Title number 7" in galley("fix", "posts/2026-01-01-7.md", "--unsafe", "--dry-run").out
    )


def test_a_file_in_iso_2022_jp_is_told_of_and_left(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    data = "---\ntitle: x\n---\n\n雪が降った。本を読む。\n".encode("iso2022_jp")
    path.write_bytes(data)
    ran = galley("fix", str(path), "--unsafe", "--yes")
    assert ran.status == 2
    assert "the file is in ISO-2022-JP, so it is left as it is" in ran.err
    assert path.read_bytes() == data
    told = galley("check", str(path)).out
    assert "encoding-unknown The file is in ISO-2022-JP, not in UTF-8: save it in UTF-8" in told


def test_what_only_all_posts_show_is_mended_too_where_that_was_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("hugo.toml").write_text("")
    Path("content").mkdir()
    for number in range(1, 22):
        text = f"---\ntitle: The {number}th walk by the sea\nauthor: Ann\n---\n\nText {number}.\n"
        Path(f"content/{number}.md").write_text(text)
    wrong = Path("content/20.md")
    wrong.write_text(
        wrong.read_text()
        .replace("author:", "autor:")
        .replace("The", '"# The')
        .replace("sea", 'sea"')
    )
    assert galley("fix", ".").out == "content/20.md: mended title-heading-mark\n"
    ran = galley("fix", ".", "--unsafe", "--yes", "--rule", "key-typo")
    assert ran.out == "content/20.md: mended key-typo\n"
    assert "\nauthor: Ann\n" in wrong.read_text()
    assert galley("fix", ".", "--unsafe", "--yes").out == ""
