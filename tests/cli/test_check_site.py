"""`galley check` on whole sites: what is chosen, what is known, what is told meanwhile."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.command import galley

ROOT = Path(__file__).parents[2]
BAD = '---\ntitle: "# The garden in {name}"\ndate: 2026-01-01\n---\n\nA sentence.\n'
posix = pytest.mark.skipif(os.name != "posix", reason="signals and terminals of POSIX")


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("_config.yml").write_text("title: A site\n")
    Path("_posts").mkdir()
    for name in ("spring", "summer", "autumn"):
        write(name)
    return tmp_path


def write(name: str, text: str = BAD) -> Path:
    path = Path("_posts") / f"2026-01-01-{name}.md"
    path.write_text(text.format(name=name), encoding="utf-8")
    return path


def told(*arguments: str) -> list[tuple[str, str]]:
    report = json.loads(galley("check", "--format", "json", *arguments).out)
    names = (re.sub(r".*2026-01-01-|\.md$", "", each["path"]) for each in report["diagnostics"])
    return [(name, each["rule"]) for name, each in zip(names, report["diagnostics"], strict=True)]


MARK = "title-heading-mark"


# --- which rules


def test_only_the_named_rules_are_run(site: Path) -> None:
    write("winter", BAD + "\n---END---\n")
    assert told("_posts/2026-01-01-winter.md", "--rule", "end-marker") == [("winter", "end-marker")]
    both = told("_posts/2026-01-01-winter.md", "--only", "end-marker", "--only", MARK)
    assert both == [("winter", MARK), ("winter", "end-marker")]


def test_a_rule_that_does_not_exist_is_answered_with_the_right_one(site: Path) -> None:
    ran = galley("check", ".", "--rule", "title-duplicated")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == (
        "galley check: there is no rule title-duplicated; did you mean title-duplicate?\n"
    )


def test_a_post_is_compared_with_the_site_unless_that_is_not_wanted(site: Path) -> None:
    same = write("winter", BAD.replace("{name}", "spring"))
    assert told(str(same)) == [("winter", MARK), ("winter", "title-duplicate")]
    assert told(str(same), "--no-site") == [("winter", MARK)]
    ran = galley("check", str(same))
    assert "2026-01-01-spring.md has the same title" in ran.out


def test_a_comment_for_a_rule_that_compares_posts_and_finds_nothing_is_told(site: Path) -> None:
    comment = "# galley: allow title-duplicate, tag-plural\ntitle: "
    winter = str(write("winter", BAD.replace("title: ", comment).replace("# The", "The")))
    unused = [("winter", "allow-without-use")]
    assert told(winter) == unused * 2
    assert told(winter, "--rule", "title-duplicate") == unused
    assert told(winter, "--no-site") == []
    write("winter2", BAD.replace("{name}", "winter").replace("# The", "The"))
    write("winter", BAD.replace("title: ", comment).replace("# The", "The"))
    Path("_posts/2026-01-01-winter.md").rename("_posts/2026-01-01-wonder.md")
    assert told("_posts/2026-01-01-wonder.md") == [("wonder", "allow-without-use")]


def test_of_posts_that_were_named_alone_no_comment_is_said_to_be_without_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = BAD.replace("# ", "").replace("title: ", "# galley: allow title-duplicate\ntitle: ")
    for name in ("a.md", "b.md"):
        Path(name).write_text(text.replace("{name}", name))
    assert told("a.md", "b.md") == []
    assert told(".") == [("a", "allow-without-use"), ("b", "allow-without-use")]


def test_posts_of_no_site_are_compared_with_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.md", "b.md", "c.md"):
        Path(name).write_text(BAD.replace("# ", ""))
    assert [name for name, _ in told("a.md", "b.md")] == ["b"]
    assert told("b.md") == []


# --- which posts


def git(*arguments: str) -> None:
    identity = ["-c", "user.name=A", "-c", "user.email=a@b", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def commit() -> None:
    git("init")
    git("add", ".")
    git("commit", "-m", "All")


def test_only_what_differs_from_the_commit_is_checked(site: Path) -> None:
    pytest.importorskip("pygit2")
    Path(".gitignore").write_text("_posts/*-ignored.md\n")
    commit()
    assert told(".", "--changed") == []
    write("summer", BAD + "More.\n")
    write("new")
    write("ignored")
    git("add", "_posts/2026-01-01-new.md")
    assert told(".", "--changed") == [("new", MARK), ("summer", MARK)]
    git("commit", "-am", "More")
    assert told("--changed", ".") == []
    assert told(".", "--changed=HEAD~1") == [("new", MARK), ("summer", MARK)]


def test_other_line_endings_alone_are_no_change(site: Path) -> None:
    pytest.importorskip("pygit2")
    commit()
    path = write("summer")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(".", "--changed") == []


def test_in_a_repository_without_commits_all_is_new(site: Path) -> None:
    pytest.importorskip("pygit2")
    git("init")
    assert len(told(".", "--changed")) == 3


def test_a_commit_that_does_not_exist_is_told(site: Path) -> None:
    pytest.importorskip("pygit2")
    commit()
    for name in ("nowhere", "", "HEAD:_config.yml", "a..b"):
        ran = galley("check", ".", f"--changed={name}")
        assert (ran.status, ran.out) == (2, "")
        assert ran.err == f"galley check: “{name}” is no commit of this repository\n"


def test_a_commit_that_a_shallow_clone_lacks_is_told_so(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pygit2")
    commit()
    git("commit", "--allow-empty", "-m", "More")
    git("clone", "--depth", "1", site.as_uri(), "clone")
    monkeypatch.chdir(site / "clone")
    assert told(".", "--changed=HEAD") == []
    ran = galley("check", ".", "--changed=HEAD~1")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("galley check: “HEAD~1” is no commit of this clone, which is shallow")


def test_no_command_of_a_repository_is_run(site: Path) -> None:
    pytest.importorskip("pygit2")
    commit()
    Path("evil").write_text(f"#!/bin/sh\ntouch {site}/run\n")
    Path("evil").chmod(0o755)
    for name in ("core.fsmonitor", "diff.external", "filter.x.clean", "core.sshCommand"):
        git("config", name, f"{site}/evil")
    Path(".gitattributes").write_text("*.md filter=x diff=x\n")
    write("summer", BAD + "More.\n")
    assert told(".", "--changed") == [("summer", MARK)]
    assert not Path("run").exists()


def test_without_git_only_what_was_not_checked_so_is_checked(site: Path) -> None:
    if any((folder / ".git").exists() for folder in site.parents):
        pytest.skip("the tests' own folder is in a repository")
    assert len(told(".", "--changed")) == 3
    assert told(".", "--changed") == []
    write("summer", BAD + "More.\n")
    assert told(".", "--changed") == [("summer", MARK)]


@pytest.mark.parametrize("commit", ["main", "HEAD"])
def test_who_names_a_commit_where_there_is_no_repository_is_told_so(
    site: Path, commit: str
) -> None:
    if any((folder / ".git").exists() for folder in site.parents):
        pytest.skip("the tests' own folder is in a repository")
    galley("check", ".")
    ran = galley("check", ".", f"--changed={commit}")
    assert (ran.status, ran.out) == (2, "")
    said = f"_posts is in no Git repository, so there is no commit {commit}"
    assert ran.err == f"galley check: {said}\n"


# --- what is known


def test_a_baseline_hides_what_it_knows_and_nothing_else(site: Path) -> None:
    ran = galley("check", ".", "--write-baseline", "known.json")
    assert (ran.status, ran.out) == (0, "")
    assert ran.err == "galley check: 3 findings recorded in known.json\n"
    ran = galley("check", ".", "--baseline", "known.json")
    assert (ran.status, ran.out) == (0, "3 posts checked, nothing found\n")
    assert ran.err == "galley check: 3 findings that known.json knows are hidden\n"
    write("winter")
    assert told(".", "--baseline", "known.json") == [("winter", MARK)]


def test_a_finding_that_moved_is_still_known_and_a_second_one_is_not(site: Path) -> None:
    path = write("summer", "---\ntitle: x\n---\n\nA sentence.\n\n---END---\n")
    galley("check", ".", "--write-baseline", "known.json")
    path.write_text(path.read_text().replace("A sentence.", "One.\n\nTwo.\n\nThree."))
    assert told(".", "--baseline", "known.json") == []
    path.write_text(path.read_text() + "\nMore.\n\n---END---\n")
    assert told(".", "--baseline", "known.json") == [("summer", "end-marker")]


def test_a_baseline_holds_in_every_language(site: Path) -> None:
    write("winter", "---\ntitle: x\ntags: [a, '# b']\n---\n\nA sentence.\n\n---END---\n")
    galley("check", ".", "--write-baseline", "known.json", "--lang", "en")
    ran = galley("check", ".", "--baseline", "known.json", "--lang", "ja")
    assert ran.status == 0
    assert "END" not in ran.out
    assert ran.err.count("\n") == 1
    galley("check", ".", "--write-baseline", "other.json", "--lang", "ja")
    assert Path("other.json").read_text() == Path("known.json").read_text()


def test_a_baseline_of_an_older_galley_is_to_be_written_anew(site: Path) -> None:
    Path("known.json").write_text('{"version": 1, "language": "ja", "findings": []}')
    ran = galley("check", ".", "--baseline", "known.json")
    assert (ran.status, ran.out) == (2, "")
    said = "known.json was written by an older Galley and fits no more: write it anew"
    assert ran.err == f"galley check: {said} with --write-baseline\n"
    assert galley("check", ".", "--write-baseline", "known.json").status == 0
    assert galley("check", ".", "--baseline", "known.json").status == 0


def test_what_is_gone_from_the_posts_is_told(site: Path) -> None:
    galley("check", ".", "--write-baseline", "known.json")
    write("summer", BAD.replace("# ", ""))
    Path("_posts/2026-01-01-spring.md").unlink()
    ran = galley("check", ".", "--baseline", "known.json")
    assert ran.err.splitlines()[1:] == [
        "galley check: 2 findings in known.json are not there any more"
    ]
    alone = galley("check", "_posts/2026-01-01-autumn.md", "--baseline", "known.json")
    assert "1 finding in known.json is not there" in alone.err  # that of the post that is gone


def test_a_baseline_is_the_same_from_everywhere_and_sorted(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    galley("check", ".", "--write-baseline", "known.json")
    first = Path("known.json").read_text()
    monkeypatch.chdir(site / "_posts")
    galley("check", "..", "--write-baseline", "../known.json")
    assert (site / "known.json").read_text() == first
    lines = first.splitlines()
    assert len(lines) == 5
    assert lines[1:4] == sorted(lines[1:4])
    assert '"path": "_posts/2026-01-01-autumn.md"' in lines[1]
    assert "count" in lines[1]


KNOWN = '{"path": "a.md", "rule": "end-marker", "text": "x", "count": 1}'
NEGATIVE = KNOWN.replace("1", "-1")
NO_BASELINES = {
    "": "it is no JSON from line 1 on",
    "\n{": "it is no JSON from line 2 on",
    BAD: "it is no JSON from line 1 on",
    "[" * 100_000: "it is JSON for something else",
    "[]": "it is JSON for something else",
    "{}": "it is JSON for something else",
    '{"version": 2, "findings": 5}': "it is JSON for something else",
    '{"version": 9}': "it was written by a newer Galley",
    f'{{"version": 2, "findings": [{KNOWN}, 5]}}': "finding 2 in it is not complete",
    f'{{"version": 2, "findings": [{NEGATIVE}]}}': "finding 1 in it is not complete",
    '{"version": 2, "findings": [{"path": "a.md"}]}': "finding 1 in it is not complete",
    "\udcff": "it is not in UTF-8",
}


@pytest.mark.parametrize("text", NO_BASELINES)
def test_a_file_that_is_no_baseline_is_told_and_never_overwritten(site: Path, text: str) -> None:
    data = text.encode("utf-8", "surrogateescape")
    Path("known.json").write_bytes(data)
    said = f"galley check: known.json is no baseline of Galley: {NO_BASELINES[text]}\n"
    ran = galley("check", ".", "--baseline", "known.json")
    assert (ran.status, ran.out, ran.err) == (2, "", said)
    ran = galley("check", ".", "--write-baseline", "known.json")
    assert (ran.status, ran.out) == (2, "")
    assert ran.err == said + "galley check: known.json: left as it is; name another file\n"
    assert Path("known.json").read_bytes() == data


# --- a long run


def many(count: int) -> None:
    for number in range(count):
        write(f"{number}", BAD + "A sentence of the post, and another one. " * 500)


HEARS_CTRL_C = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # tests may run in the background
from editor_app.__main__ import main
sys.exit(main())
"""


@posix
def test_ctrl_c_ends_a_long_check_with_130_and_leaves_nothing_running(site: Path) -> None:
    many(1200)
    with subprocess.Popen(
        [sys.executable, "-c", HEARS_CTRL_C, "check", ".", "--no-cache", "--jobs", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        process_group=0,
    ) as process:
        children: list[str] = []
        until = time.monotonic() + 30
        while len(children) < 2 and time.monotonic() < until:
            time.sleep(0.05)
            listed = Path(f"/proc/{process.pid}/task/{process.pid}/children")
            children = listed.read_text().split() if listed.exists() else []
        time.sleep(0.3)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
        assert (process.returncode, out, err) == (130, b"", b"\n")
    assert len(children) == 2
    assert not [child for child in children if Path(f"/proc/{child}").exists()]


@posix
def test_a_terminal_is_told_how_far_it_is_and_the_line_is_gone_at_the_end(site: Path) -> None:
    import pty

    many(700)
    reading, writing = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "editor_app", "check", ".", "--no-cache"],
        stdout=subprocess.DEVNULL,
        stderr=writing,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    ) as process:
        os.close(writing)
        said = b""
        try:
            while data := os.read(reading, 4096):
                said += data
        except OSError:  # the other end is closed
            pass
        process.wait()
    os.close(reading)
    assert re.search(rb"\d+ of 703 posts checked, \d+ s left", said)
    assert said.endswith(b"\r\x1b[K")
    assert b"\n" not in said


def test_a_warm_run_loads_no_parser_and_no_rule(site: Path) -> None:
    script = (
        "import sys\nfrom editor_app.__main__ import main\nmain(['check', '.'])\n"
        "heavy = ('markdown_it', 'yaml', 'tree_sitter', 'pygit2', 'editor_app.core.rules',"
        " 'editor_app.core.analysis')\n"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)\n"
    )
    for expected in ("['yaml'", "[]"):
        done = subprocess.run(
            [sys.executable, "-c", script],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert done.stderr.startswith(expected)
