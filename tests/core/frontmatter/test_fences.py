"""Where front matter starts and ends."""

from __future__ import annotations

import pytest

from editor_app.core.frontmatter.nodes import Format
from editor_app.core.frontmatter.reader import read

YAML, TOML, JSON = Format.YAML, Format.TOML, Format.JSON


@pytest.mark.parametrize(
    ("text", "format_", "content", "body"),
    [
        ("---\na: 1\n---\nbody", YAML, "a: 1\n", "body"),
        ("---\na: 1\n---", YAML, "a: 1\n", ""),
        ("---\na: 1\n...\nbody", YAML, "a: 1\n", "body"),
        ("---  \na: 1\n--- \t\nbody", YAML, "a: 1\n", "body"),
        ("---\n---\nbody", YAML, "", "body"),
        ("---\n---", YAML, "", ""),
        ("---\n\n---\n", YAML, "\n", ""),
        ("---\na: |\n  ---\n  x\n---\nbody", YAML, "a: |\n  ---\n  x\n", "body"),
        ("---\na: 1\n---\nbody\n---\nmore", YAML, "a: 1\n", "body\n---\nmore"),
        ("---\na: 1\n----\nb: 2\n---\n", YAML, "a: 1\n----\nb: 2\n", ""),
        ("---\na: 1\n--- x\n---\n", YAML, "a: 1\n--- x\n", ""),
        ("\n\n---\na: 1\n---\n", YAML, "a: 1\n", ""),
        ("---yaml\na: 1\n---\n", YAML, "a: 1\n", ""),
        ("---json\n{}\n---\nbody", JSON, "{}\n", "body"),
        ("---toml\na = 1\n---\n", TOML, "a = 1\n", ""),
        ("+++\na = 1\n+++\nbody", TOML, "a = 1\n", "body"),
        ("+++\n+++\n", TOML, "", ""),
        ("+++ \na = '---'\n---\n+++ \nbody", TOML, "a = '---'\n---\n", "body"),
        ('{"a": 1}\nbody', JSON, '{"a": 1}', "body"),
        ('{\n  "a": {\n}\n}\n\nbody', JSON, '{\n  "a": {\n}\n}', "\nbody"),
        ('{"a": "}"} \nbody', JSON, '{"a": "}"}', "body"),
        ("{}", JSON, "{}", ""),
        ('{"a": 1} body', JSON, '{"a": 1}', " body"),
    ],
)
def test_front_matter_is_found(text: str, format_: Format, content: str, body: str) -> None:
    found = read(text)
    assert found.format is format_
    assert found.content.of(text) == content
    assert text[found.body_start :] == body
    assert found.span.end == found.body_start


@pytest.mark.parametrize(
    "text",
    [
        "",
        "body",
        "----\na: 1\n----\n",
        "---x---\n",
        " ---\na: 1\n---\n",
        "---\n\nA rule begins this text, and no other follows\n",
        "---\nA sentence without a key\n",
        "\n---\n\nprose\n\n---\n",
        "+++x\na = 1\n+++\n",
        "{% include x %}\n",
        "{{< figure >}}\n",
        "{:.class}\n",
        "{ a: 1 }\n",
    ],
)
def test_there_is_none(text: str) -> None:
    found = read(text)
    assert found.format is None
    assert found.unreadable is None
    assert found.body_start == 0
    assert found.values() == {}


@pytest.mark.parametrize("mark", ["---", "+++"])
def test_a_missing_end_is_told_at_the_opening_fence(mark: str) -> None:
    text = f"{mark}\ntitle: x\n\nbody\n"
    found = read(text)
    assert found.unreadable is not None
    assert mark in found.unreadable.message
    assert found.unreadable.span.of(text) == mark
    assert text[found.body_start :] == "\nbody\n"


def test_a_comment_before_the_first_key_is_no_horizontal_rule() -> None:
    assert read("---\n# my post\ntitle: x\n\nbody\n").unreadable is not None


def test_another_language_is_named() -> None:
    found = read("---js\nmodule.exports = {}\n---\nbody")
    assert found.unreadable is not None
    assert "“js”" in found.unreadable.message


def test_the_fences_have_spans_without_their_line_breaks() -> None:
    text = "---  \na: 1\n... \nbody"
    found = read(text)
    assert found.opening is not None
    assert found.closing is not None
    assert found.opening.of(text) == "---  "
    assert found.closing.of(text) == "... "
