from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from editor_app import __version__
from editor_app.cli.main import VERBS
from tests.cli.command import galley

ROOT = Path(__file__).parents[2]
GALLEY = [sys.executable, "-m", "editor_app"]
posix = pytest.mark.skipif(os.name != "posix", reason="pipes and signals of POSIX")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **more}


@pytest.fixture
def many_posts(tmp_path: Path) -> Path:
    for number in range(900):  # whose findings are more than a pipe holds
        (tmp_path / f"{number:03}.md").write_text(f"---\ntitle: '# {number}'\n---\nBody\n")
    return tmp_path


def test_the_help_names_every_verb() -> None:
    for arguments in (["--help"], ["-h"], []):
        ran = galley(*arguments)
        assert (ran.status, ran.err) == (0, "")
        assert all(f"\n  {verb} " in ran.out for verb in VERBS)


@pytest.mark.parametrize("verb", sorted(VERBS))
def test_the_help_of_a_verb_is_complete(verb: str) -> None:
    ran = galley(verb, "--help")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"usage: galley {verb} ")
    assert "\nexit status:\n  0  " in ran.out
    assert f"\n  galley {verb} " in ran.out
    assert "--lang" in ran.out


def test_the_version() -> None:
    assert galley("--version").out == f"galley {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["chekc"],
        ["check"],
        ["check", "--format", "yaml", "."],
        ["check", "--fail-on", "often", "."],
        ["check", "--form", "json", "."],
        ["fix", "--rule"],
        ["fix", ".", "--rule", "title-heading-marks"],
        ["get"],
        ["render"],
        ["check", "--lo\x1b[31mg", "."],
        ["check", ""],
        ["check", "--", ""],
        ["fix", ""],
        ["get", ""],
        ["set", "", "a", "b"],
        ["unset", "", "a"],
        ["render", ""],
    ],
)
def test_wrong_use_ends_with_2_and_one_clear_line(arguments: list[str]) -> None:
    ran = galley(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("galley")
    assert ran.err.count("\n") == 1
    assert "\x1b" not in ran.err


def test_a_wrong_rule_is_answered_with_the_right_one() -> None:
    assert (
        "did you mean title-heading-mark?"
        in galley("fix", ".", "--rule", "title-heading-marks").err
    )


@posix
def test_a_reader_who_has_seen_enough_ends_it_quietly(many_posts: Path) -> None:
    for arguments in (["check", str(many_posts)], ["fix", "--dry-run", str(many_posts)]):
        with subprocess.Popen(
            [*GALLEY, *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.readline()
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == 141


@posix
def test_ctrl_c_ends_it_quietly(many_posts: Path) -> None:
    reading, writing = os.pipe()  # never read, so that the command waits in the middle
    with subprocess.Popen(
        [*GALLEY, "check", str(many_posts)],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        os.close(writing)
        os.read(reading, 1)
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.stderr is not None
        time.sleep(0.1)
        os.close(reading)
        assert b"Traceback" not in process.stderr.read()
        assert process.wait() in (130, 141)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
def test_output_that_cannot_be_written_is_told(many_posts: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*GALLEY, "check", str(many_posts)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=environment(),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.startswith(b"galley: the output could not be written: ")
    assert done.stderr.count(b"\n") == 1


def test_output_is_utf8_in_a_plain_locale(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("---\ntitle: 日本\n---\n", encoding="utf-8")
    done = subprocess.run(
        [*GALLEY, "get", str(tmp_path / "a.md"), "title"],
        capture_output=True,
        env=environment(LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"),
        check=True,
    )
    assert done.stdout == '"日本"\n'.encode()


@posix
def test_a_file_name_that_is_not_unicode_is_shown_and_checked(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"\xff\x1b.md")
    path.write_text("---\ntitle: x\n---\nBody.\n")
    ran = galley("check", str(tmp_path), "--fail-on", "never")
    assert ran.status == 0
    assert "\x1b" not in ran.out
    ran = galley("get", str(path), "absent")
    assert "\\udcff\\x1b.md has no key absent" in ran.err


@posix
@pytest.mark.parametrize(
    ("closed", "told"), [(">&-", "galley: stdout is closed"), (">&- 2>&-", ""), ("2>&-", "")]
)
def test_closed_streams_give_no_traceback(tmp_path: Path, closed: str, told: str) -> None:
    ran = subprocess.run(
        ["sh", "-c", f'exec "$@" {closed}', "sh", *GALLEY, "check", str(tmp_path / "absent.md")],
        capture_output=True,
        text=True,
        env=environment(),
        check=False,
    )
    assert ran.returncode == 2
    assert ran.stderr.startswith(told)
    assert ran.stderr.count("\n") == (1 if told else 0)
