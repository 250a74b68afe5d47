"""python-frontmatter reads and writes through our handlers without loss."""

from __future__ import annotations

import frontmatter
import pytest

from editor_app.core.frontmatter.handlers import (
    JsonHandler,
    TomlHandler,
    UnreadableFrontMatter,
    YamlHandler,
    handlers,
    read_post,
)
from tests.core.frontmatter.odd import POSTS

TEXT = (
    "---\ntitle:  Old   # short!\ncontent: c\nhandler: h\n1: one\ntags: [b, a]\n---\n\n  code\n\n"
)


@pytest.mark.parametrize("text", [*POSTS, TEXT, "", "body\n", "\n\n  indented\n"])
def test_an_unedited_post_is_given_back_as_it_was(text: str) -> None:
    assert frontmatter.dumps(read_post(text)) == text


@pytest.mark.parametrize("text", [*POSTS, TEXT.replace("content: c\nhandler: h\n", "")])
def test_loads_with_our_handler_loses_nothing_either(text: str) -> None:
    handler = frontmatter.detect_format(text, handlers(text))
    post = frontmatter.loads(text, handler=handler)
    assert frontmatter.dumps(post) == text


def test_only_what_was_edited_changes() -> None:
    post = read_post(TEXT)
    assert list(post.metadata) == ["title", "content", "handler", "1", "tags"]
    post["title"] = "New"
    post["draft"] = True
    del post["handler"]
    assert frontmatter.dumps(post) == (
        "---\ntitle:  New   # short!\ncontent: c\n1: one\ntags: [b, a]\ndraft: true\n---\n"
        "\n  code\n\n"
    )


def test_the_body_can_change() -> None:
    post = read_post("---\na: 1 # c\n---\n\nold\n")
    post.content = "\nnew\n"
    assert frontmatter.dumps(post) == "---\na: 1 # c\n---\n\nnew\n"


def test_a_stripped_body_gets_its_blank_lines_back() -> None:
    text = "---\na: 1\n---\n\n\nbody\n\n"
    post = frontmatter.loads(text, handler=YamlHandler(text))
    assert post.content == "body"
    post.content = "new"
    assert frontmatter.dumps(post) == "---\na: 1\n---\n\n\nnew\n\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("---\na: 1\n---\n", YamlHandler),
        ("+++\na = 1\n+++\n", TomlHandler),
        ('{"a": {\n}\n}\n', JsonHandler),
        ("----\na: 1\n----\n", None),
        ("body", None),
    ],
)
def test_the_format_is_detected(text: str, kind: type | None) -> None:
    found = frontmatter.detect_format(text, handlers())
    assert (None if found is None else type(found)) == kind


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (YamlHandler, "---\ntitle: x\ntags: [a]\n---\nbody"),
        (TomlHandler, '+++\ntitle = "x"\ntags = ["a"]\n+++\nbody'),
        (JsonHandler, '{\n  "title": "x",\n  "tags": ["a"]\n}\nbody'),
    ],
)
def test_a_new_post_is_written_in_order(
    kind: type[YamlHandler | TomlHandler | JsonHandler], text: str
) -> None:
    post = frontmatter.Post("body", kind(), title="x", tags=["a"])
    assert frontmatter.dumps(post) == text
    handler = kind()
    content, body = handler.split(text)
    assert handler.load(content) == {"title": "x", "tags": ["a"]}
    assert body == "body"
    assert handler.load(handler.export({"title": "x"})) == {"title": "x"}


def test_what_cannot_be_read_says_why() -> None:
    with pytest.raises(UnreadableFrontMatter, match="never closed"):
        read_post("---\na: 'x\n---\n")
    post = read_post("---\na: &x 1\nb: *x\n---\n")
    post["a"] = 2
    with pytest.raises(UnreadableFrontMatter, match="repeats this value"):
        frontmatter.dumps(post)
