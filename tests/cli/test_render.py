from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.command import galley

HEAD = "---\ntitle: Spring\n---\n"


@pytest.mark.parametrize(
    "body",
    ["<!-- unclosed\n\nText.\n", "<style>\na\n\nText.\n", "<script>x", "<textarea>\nText.\n"],
)
def test_a_body_that_is_dropped_as_a_whole_is_told(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(HEAD + body)
    ran = galley("render", str(path))
    assert ran.status == 0
    assert ran.err == (
        f"galley render: {path}: nothing is left of the body, as its raw HTML is not shown\n"
    )


@pytest.mark.parametrize(
    "body", ["", "Text.\n", "<!-- note -->\n", "[a]: https://example.org\n", "***\n", "a < b\n"]
)
def test_a_body_of_which_a_reader_misses_nothing_is_not(tmp_path: Path, body: str) -> None:
    path = tmp_path / "a.md"
    path.write_text(HEAD + body)
    ran = galley("render", str(path))
    assert (ran.status, ran.err) == (0, "")
