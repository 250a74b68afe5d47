from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.cli.diff import unified_diff
from editor_app.core.text.source import read

LINES = st.lists(
    st.sampled_from(["a", "日本", "x\ty", "\u2028", "\x0c", "\\", "-- ", ""]), max_size=12
)
BREAK = st.sampled_from(["\n", "\r\n", "\r"])
MARK = st.sampled_from(["", "\ufeff"])


def joined(lines: list[str], ending: str, last: str, mark: str) -> bytes:
    return (mark + "".join(line + ending for line in lines) + last).encode()


@given(
    before=st.builds(joined, LINES, BREAK, st.sampled_from(["", "end"]), MARK),
    after=st.builds(joined, LINES, BREAK, st.sampled_from(["", "end"]), MARK),
)
def test_git_makes_the_new_bytes_from_the_diff(
    tmp_path_factory: pytest.TempPathFactory, before: bytes, after: bytes
) -> None:
    folder = tmp_path_factory.mktemp("diff")
    diff = unified_diff(Path("posts/a b.md"), read(before), read(after))
    if before == after:
        assert diff == ""
        return
    (folder / "posts").mkdir()
    (folder / "posts" / "a b.md").write_bytes(before)
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        input=diff.encode(),
        cwd=folder,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(folder.parent)},
        check=True,
    )
    assert (folder / "posts" / "a b.md").read_bytes() == after


def test_a_name_with_a_line_break_stays_one_line() -> None:
    diff = unified_diff(Path("a\n+++ b/evil\n.md"), read(b"a\n"), read(b"b\n"))
    assert diff.splitlines()[:2] == [
        '--- "a/a\\n+++ b/evil\\n.md"',
        '+++ "b/a\\n+++ b/evil\\n.md"',
    ]


@pytest.mark.skipif(os.name != "posix", reason="names of bytes")
@pytest.mark.parametrize(
    "name", [b"bad\xff\xfe.md", "a\u202eb\x9b.md".encode(), "春 1.md".encode()]
)
def test_git_knows_a_name_with_odd_characters(tmp_path: Path, name: bytes) -> None:
    post = tmp_path / os.fsdecode(name)
    post.write_bytes(b"a\n")
    diff = unified_diff(Path(os.fsdecode(name)), read(b"a\n"), read(b"b\n"))
    subprocess.run(
        ["git", "apply", "-"],
        input=diff.encode(),  # so nothing is left of what no encoding knows
        cwd=tmp_path,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path.parent)},
        check=True,
    )
    assert post.read_bytes() == b"b\n"
    assert not set(diff) & {"\u202e", "\x9b"}
