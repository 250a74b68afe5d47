"""Every key, value and comment has its exact span and its values."""

from __future__ import annotations

import itertools
import pickle

import pytest
import yaml

from editor_app.core.frontmatter import yaml_format
from editor_app.core.frontmatter.nodes import Content, Mapping, Scalar, Sequence, Style
from editor_app.core.frontmatter.reader import read
from editor_app.core.text.spans import Span
from tests.core.frontmatter.odd import ODD_YAML, POSTS, yaml_post
from tests.core.frontmatter.tree import is_alias, keys, walk


def test_there_are_more_than_forty_odd_front_matters() -> None:
    assert len(POSTS) > 70


@pytest.mark.parametrize("text", POSTS)
def test_the_raw_text_of_each_scalar_is_what_its_span_covers(text: str) -> None:
    found = read(text)
    assert found.unreadable is None
    assert found.root is not None
    scalars = [node for _, node in walk(found.root) if isinstance(node, Scalar)]
    for scalar in (*scalars, *keys(found.root)):
        assert scalar.span.of(text) == scalar.raw
        assert found.content.encloses(scalar.span)


@pytest.mark.parametrize("text", POSTS)
def test_children_stand_in_order_inside_their_parents(text: str) -> None:
    found = read(text)
    assert found.root is not None
    for _, node in walk(found.root):
        if is_alias(node) or isinstance(node, Scalar):
            continue
        parts = node.entries if isinstance(node, Mapping) else node.items
        is_spread = found.format == "toml" and not node.is_flow
        if not is_spread:
            assert all(node.span.encloses(part.span) for part in parts)
            for one, two in itertools.pairwise(parts):
                assert one.span.end <= two.span.start


@pytest.mark.parametrize("text", POSTS)
def test_comments_and_scalars_do_not_overlap(text: str) -> None:
    found = read(text)
    assert found.root is not None
    comments = [comment.span for comment in found.comments]
    assert comments == sorted(comments)
    for comment in comments:
        assert comment.of(text).startswith("#")
        assert "\n" not in comment.of(text)
    for _, node in walk(found.root):
        if isinstance(node, Scalar) and node.style not in (Style.LITERAL, Style.FOLDED):
            assert not any(node.span.overlaps(comment) for comment in comments)


def test_comments_are_found_wherever_they_stand() -> None:
    text = yaml_post(
        "# 1\na: b # 2\nc: |  # 3\n  # no\n\n# 4\nd: 'x # no' # 5\n"
        "e: [f, # 6\n  # 7\n  g#no\n] # 8\n"
        "h: &i # 9\n  j: k#no\nl:\n  # 10\n  - m # 11\n# 12\n"
    )
    found = [comment.span.of(text) for comment in read(text).comments]
    assert found == [f"# {number}" for number in range(1, 13)]


@pytest.mark.parametrize("content", [each for each in ODD_YAML if "\t" not in each])
def test_the_pure_loader_gives_the_same_tree(content: str) -> None:
    text = yaml_post(content)
    span = Span(4, 4 + len(content))
    with_libyaml = yaml_format.read(text, span, yaml.CSafeLoader)
    assert isinstance(with_libyaml, Content)
    assert yaml_format.read(text, span, yaml.SafeLoader) == with_libyaml


def test_values_are_read_as_each_generator_reads_them() -> None:
    found = read(yaml_post("a: yes\nb: 2024-05-01 10:00:00 +0900\nc: 0777\nd: 'yes'\n"))
    assert found.values()["a"] is True
    assert found.values(yaml12=True)["a"] == "yes"
    assert found.value(("c",)) == 511
    assert found.value(("c",), yaml12=True) == 777
    assert found.value(("d",)) == "yes"


def test_an_alias_has_its_own_place_and_its_anchors_value() -> None:
    text = yaml_post("a: &x [1]\nb: *x\n")
    found = read(text)
    node = found.node(("b",))
    assert isinstance(node, Sequence)
    assert node.span.of(text) == "*x"
    assert found.value(("b",)) == [1]


def test_merge_keys_add_what_is_not_there() -> None:
    found = read(yaml_post("a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n'<<': text\n"))
    assert found.value(("b",)) == {"p": 1, "q": 3}
    assert found.values()["<<"] == "text"


def test_an_anchor_and_a_tag_stand_before_the_span() -> None:
    text = yaml_post("a: !!str &x  5 # c\nb: &y\n  c: d\n")
    found = read(text)
    first, second = found.node(("a",)), found.node(("b",))
    assert first is not None
    assert first.reference is not None
    assert second is not None
    assert first.span.of(text) == "5"
    assert first.reference.span.of(text) == "!!str &x"
    assert second.span.of(text) == "c: d"
    assert found.value(("a",)) == "5"


def test_of_equal_keys_the_last_wins_and_each_pair_is_told() -> None:
    text = yaml_post("a: 1\nb: {c: 2, c: 3}\na: 4\n")
    found = read(text)
    assert found.value(("a",)) == 4
    assert found.value(("b", "c")) == 3
    told = [(one.span.of(text), two.span.of(text)) for one, two in found.duplicates]
    assert sorted(told) == [("a: 1", "a: 4"), ("c: 2", "c: 3")]


def test_the_text_of_a_scalar_at_the_top() -> None:
    found = read(yaml_post("a: 1.10\nb:\nc: [x]\nd: 'x'\ne: ~\n"))
    assert found.scalar_text("a") == "1.10"
    assert found.scalar_text("b") == ""
    assert found.scalar_text("c") is None
    assert found.scalar_text("d") == "x"
    assert found.scalar_text("e") == ""
    assert found.scalar_text("missing") is None


def test_a_block_list_ends_with_its_last_item() -> None:
    text = yaml_post("tags:\n  - a\n  - b # c\n\n# d\nnext: 1\n")
    node = read(text).node(("tags",))
    assert node is not None
    assert node.span.of(text) == "- a\n  - b"


@pytest.mark.parametrize(
    ("content", "place", "word"),
    [
        ("a: b: c\n", ": c", "No key may end here"),
        ("title: x\na: 'b\n", "'b", "never closed"),
        ("a\nb: c\n", ": c", "No key may end here"),
        ("a: 1\nb\nc: 2\n", "b", "no colon"),
        ("a: @x\n", "@", "begins with @"),
        ("a: *x y\n", None, "which does not come before"),
        ("a: *x\n", "*x", "which does not come before"),
        ("a: &x [*x]\n", "*x", "stands inside"),
        ("a: [1, 2\nb: c\n", "[1, 2", "lacks a comma or its ]"),
        ("a: {b: c\n", "{b: c", "lacks a comma or its }"),
        ("a:\n\t- x\n", "\t", "tab"),
        ('a: "\\q"\n', None, "escape"),
        ("a: |x\n  b\n", "|x", "After | or >"),
        ("a: 'x' y\n", "y", "does not fit"),
        ("- a\n- b\n", "- a\n- b", "is a list"),
        ("just text\n", "just text", "is a text"),
        ("~\n", "~", "empty value"),
        ("a: 1\n--- x\n", None, "second YAML document"),
        ("a: x\0y\n", "\0", "U+0000"),
        ("a: \x1b[0m\n", "\x1b", "U+001B"),
        ("a: \ud800\n", "\ud800", "U+D800"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(content: str, place: str | None, word: str) -> None:
    text = yaml_post(content)
    found = read(text)
    assert found.unreadable is not None
    assert word in found.unreadable.message
    assert found.root is None
    assert text[found.body_start :].startswith("\nbody")
    if place is not None:
        assert found.unreadable.span.of(text) == place


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("+++\na = 1\nb = \n+++\n", "\n", "no value"),
        ("+++\na = 1\na = 2\n+++\n", "\n", "stands twice"),
        ("+++\na = x y # c\n+++\n", "x y # c", "text must stand in quotes"),
        ('+++\na = "x\nb = 1\n+++\n', "\n", "never closed"),
        ("+++\ntitle: x\n+++\n", ": x", "key = value"),
        ("+++\na = [1, 2\n+++\n", None, "lacks a comma"),
        ("+++\nb = 1\na = 'x\n+++\n", None, "never closed"),
        ('{"a": 1,}\nbody', "}", "a key in double quotes"),
        ('{"a" 1}\nbody', "1", "colon"),
        ('{"a": 1 "b": 2}\nbody', '"', "comma is missing"),
        ('{"a": "x\ny"}\nbody', "\n", "line break"),
        ('{"a": NaN}\nbody', "N", "value"),
        ('{"a": 1\n\nbody', "b", "comma is missing"),
        ('---json\n\n {"a": 1} x\n---\n', " x\n", "after its end"),
        ("---json\n---\n", "-", "value"),
    ],
)
def test_toml_and_json_faults_have_a_place_too(text: str, place: str | None, word: str) -> None:
    found = read(text)
    assert found.unreadable is not None
    assert word in found.unreadable.message.lower()
    assert place is None or found.unreadable.span.of(text) == place


def test_toml_tables_are_one_tree() -> None:
    found = read("+++\na.b = 1\na.c = 2\n[p.q]\nr = 3\n[[i]]\nn = 1\n[i.s]\nk = 2\n[[i]]\n+++\n")
    assert found.values() == {
        "a": {"b": 1, "c": 2},
        "p": {"q": {"r": 3}},
        "i": [{"n": 1, "s": {"k": 2}}, {}],
    }


def test_a_fence_may_name_its_format() -> None:
    assert read('---json\n\n {"a": {\n}}\n---\n').values() == {"a": {}}
    assert read("---toml\na = 1\n---\n").values() == {"a": 1}


def test_a_reading_can_go_to_another_process() -> None:
    for text in POSTS:
        found = read(text)
        assert read(text) == found
        assert repr(pickle.loads(pickle.dumps(found))) == repr(found)


def test_values_agree_with_the_parsers_own() -> None:
    for content in ODD_YAML:
        try:
            parsed = yaml.safe_load(content) or {}
        except yaml.YAMLError:
            continue  # tags of its own, keys that are lists
        found = read(yaml_post(content)).values()
        assert [str(key) for key in parsed if isinstance(key, str)] == [
            key for key in found if key in parsed
        ]
        for key, value in parsed.items():
            if isinstance(value, str) and key in found and "00:00" not in value:
                assert found[key] == value or not isinstance(found[key], str)
