"""Hostile front matter is refused in a moment, and never crashes the process."""

from __future__ import annotations

import time

import pytest

from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import set_value
from editor_app.core.text.edits import apply

LAUGHS = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
HOSTILE = {
    "50,000 brackets": "---\na: " + "[" * 50_000 + "\n---\n",
    "100,000 braces": "---\na: " + "{" * 100_000 + "\n---\n",
    "pairs of brackets": "---\na: " + "[" * 500 + "]" * 500 + "\n---\n",
    "brackets over lines": "---\na: " + "[\n" * 50_000 + "\n---\n",
    "50,000 dashes": "---\na:\n  " + "- " * 50_000 + "x\n---\n",
    "50,000 question marks": "---\n" + "? " * 50_000 + "x\n---\n",
    "deep keys": "---\n" + "".join(" " * n + "a:\n" for n in range(500)) + "---\n",
    "billion laughs": f"---\n{LAUGHS}---\n",
    "many aliases": "---\na: &x 1\nb: [" + "*x, " * 5_000 + "]\n---\n",
    "itself": "---\na: &x\n  b: *x\n---\n",
    "many items": "---\na: [" + "1," * 100_000 + "]\n---\n",
    "one long key": "---\n" + "k" * 1_000_000 + ": 1\n---\n",
    "too long": "---\na: " + "x" * 1_100_000 + "\n---\n",
    "zeros": "---\n" + "\0" * 1_000 + "\n---\n",
    "quotes": "---\na: " + '"' * 100_001 + "\n---\n",
    "TOML brackets": "+++\na = " + "[" * 50_000 + "\n+++\n",
    "TOML closed brackets": "+++\na = " + "[" * 500 + "]" * 500 + "\n+++\n",
    "TOML tables": "+++\na = " + "{a=" * 5_000 + "\n+++\n",
    "TOML number": "+++\na = " + "9" * 10_000 + "\n+++\n",
    "TOML half a pair": '+++\na = "\ud800"\n+++\n',
    "JSON brackets": '{"a": ' + "[" * 50_000,
    "JSON closed brackets": '{"a": ' + "[" * 500 + "]" * 500 + "}",
    "JSON objects": '{"a":' * 50_000,
    "JSON number": '{"a": ' + "9" * 10_000 + "}",
    "JSON items": '{"a": [' + "1," * 100_000 + "1]}",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_quickly_and_in_words(name: str) -> None:
    start = time.process_time()
    found = read(HOSTILE[name])
    assert time.process_time() - start < 2
    assert found.unreadable is not None
    assert found.unreadable.message
    assert found.unreadable.span.end <= len(found.text)
    assert found.root is None


@pytest.mark.parametrize(
    "content",
    [
        "a: " + "[" * 60 + "]" * 60 + "\n",
        "a: &x [1, 2]\n" + "".join(f"b{n}: *x\n" for n in range(500)),
        "a: " + "x" * 900_000 + "\n",
        "a: " + "9" * 10_000 + "\n",
        'a: "' + "[" * 900 + '"\n',
    ],
)
def test_what_is_only_large_is_read(content: str) -> None:
    assert read(f"---\n{content}---\n").unreadable is None


def test_a_long_body_costs_nothing() -> None:
    post = "---\ntitle: x\ntags: [a, b]\n---\n"
    long = post + "本文です。---\n...\n" * 200_000

    def cost(text: str) -> float:
        best = 1.0
        for _ in range(30):
            start = time.process_time()
            found = read(text)
            set_value(found, ("title",), "y")
            best = min(best, time.process_time() - start)
        return best

    assert cost(long) < 3 * cost(post) + 0.001


def test_an_edit_before_a_long_body_is_right() -> None:
    text = "---\ntitle: x\n---\n" + "---\nbody\n" * 50_000
    edits = set_value(read(text), ("title",), "new")
    assert isinstance(edits, tuple)
    assert apply(text, edits) == text.replace("title: x", "title: new", 1)
