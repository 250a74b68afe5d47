"""JSON with comments and commas before a closing bracket."""

from __future__ import annotations

import json
import time

from editor_app.core.data_files.jsonc import as_json


def test_comments_and_last_commas_become_spaces_at_their_places() -> None:
    text = '{ // one\n  "a": "x // y", /* two\n  lines */ "b": [1, 2, /* c */ ],\n}'
    plain = as_json(text)
    assert json.loads(plain) == {"a": "x // y", "b": [1, 2]}
    assert len(plain) == len(text)
    assert plain.count("\n") == text.count("\n")
    assert plain.index('"b"') == text.index('"b"')


def test_a_comment_that_is_never_closed_takes_the_rest() -> None:
    assert as_json('{"a": 1} /* and\nso') == '{"a": 1}       \n  '


def test_the_time_grows_with_the_text_only() -> None:
    hostile = (
        "{" + ", //" + " //" * 40_000 + "\nx}",
        "{" + ",/* */" * 30_000 + "x",
        "{" + "," * 30_000 + " " * 30_000 + "x",
        "/*" * 60_000,
        '{"a": "' + "\\" * 60_000,
        '{"a": "' + '\\"' * 60_000,
    )
    start = time.perf_counter()
    for text in hostile:
        assert len(as_json(text)) == len(text)
    assert time.perf_counter() - start < 3
