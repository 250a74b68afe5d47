"""Random changes of random front matter: what was asked for, and nothing else."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.front_matter import FrontMatter
from editor_app.core.frontmatter.nodes import Mapping, Path, Sequence, Value
from editor_app.core.frontmatter.proof import is_same_value
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import (
    add_item,
    insert,
    move,
    remove,
    rename,
    set_value,
)
from editor_app.core.text.edits import Edit, apply
from tests.core.frontmatter.odd import POSTS, yaml_post
from tests.core.frontmatter.tree import walk
from tests.core.frontmatter.yaml_texts import front_matters, values
from tests.soak import soak_count

Answer = tuple[Edit, ...] | Refusal
Model = dict[str, Value]


def posts() -> st.SearchStrategy[FrontMatter]:
    return front_matters().map(yaml_post).map(read)


def paths(found: FrontMatter) -> list[Path]:
    assert found.root is not None
    return [path for path, _ in walk(found.root)][1:]


def parent_of(model: Value, path: Path) -> Value:
    for step in path[:-1]:
        model = model[step]  # type: ignore[index, call-overload]
    return model


def ordered(value: Value) -> Value:
    """With the order of keys as a value."""
    if isinstance(value, dict):
        return [[key, ordered(each)] for key, each in value.items()]
    return [ordered(each) for each in value] if isinstance(value, list) else value


def check(found: FrontMatter, edits: Answer, model: Model, touched: str | None) -> None:
    """The values are the model's, other keys stand as they stood, comments too."""
    assert not isinstance(edits, Refusal), edits
    made = apply(found.text, edits)
    after = read(made)
    assert after.unreadable is None
    assert is_same_value(after.values(), model), (found.text, made)
    assert made[after.body_start :] == found.text[found.body_start :]
    assert found.root is not None
    for entry in found.root.entries:
        if entry.name != touched:
            assert entry.span.of(found.text) in made
    yaml.safe_load(after.content.of(made))  # another reader takes it too


def comments(found: FrontMatter) -> Counter[str]:
    return Counter(comment.span.of(found.text) for comment in found.comments)


@given(posts(), values(), st.data())
@settings(max_examples=soak_count(70, 20_000))
def test_a_value_is_set(found: FrontMatter, value: Value, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(found)))
    model = copy.deepcopy(found.values())
    parent_of(model, path)[path[-1]] = value  # type: ignore[index, call-overload]
    check(found, set_value(found, path, value), model, str(path[0]))


@given(posts(), st.data())
@settings(max_examples=soak_count(50, 20_000))
def test_a_scalar_is_set_and_every_comment_stays(found: FrontMatter, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(found)))
    assume(not isinstance(found.value(path), list | dict))
    edits = set_value(found, path, data.draw(st.text("abc:# '\"\n", max_size=9)))
    assert not isinstance(edits, Refusal), edits
    assert comments(read(apply(found.text, edits))) == comments(found)


@given(posts(), st.data())
@settings(max_examples=soak_count(50, 20_000))
def test_a_member_is_removed(found: FrontMatter, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(found)))
    model = copy.deepcopy(found.values())
    del parent_of(model, path)[path[-1]]  # type: ignore[union-attr, arg-type]
    check(found, remove(found, path), model, str(path[0]))


@given(posts(), values(), st.data())
@settings(max_examples=soak_count(50, 20_000))
def test_a_key_is_inserted(found: FrontMatter, value: Value, data: st.DataObject) -> None:
    mappings = [path for path in paths(found) if isinstance(found.node(path), Mapping)]
    path = data.draw(st.sampled_from([(), *mappings]))
    model = copy.deepcopy(found.values())
    parent = parent_of(model, (*path, "new"))
    assert isinstance(parent, dict)
    index = data.draw(st.integers(0, len(parent)))
    pairs = list(parent.items())
    pairs.insert(index, ("new", value))
    parent.clear()
    parent.update(pairs)
    edits = insert(found, (*path, "new"), value, index)
    check(found, edits, model, str(path[0]) if path else None)
    assert not isinstance(edits, Refusal)
    after = read(apply(found.text, edits))
    assert not comments(found) - comments(after)
    assert list(parent_of(after.values(), (*path, ""))) == list(parent)  # type: ignore[arg-type]


@given(posts(), values(), st.data())
@settings(max_examples=soak_count(50, 20_000))
def test_an_item_is_added(found: FrontMatter, value: Value, data: st.DataObject) -> None:
    sequences = [path for path in paths(found) if isinstance(found.node(path), Sequence)]
    assume(sequences)
    path = data.draw(st.sampled_from(sequences))
    model = copy.deepcopy(found.values())
    items = parent_of(model, (*path, 0))
    assert isinstance(items, list)
    index = data.draw(st.integers(0, len(items)))
    items.insert(index, value)
    edits = add_item(found, path, value, index)
    check(found, edits, model, str(path[0]))
    assert not isinstance(edits, Refusal)
    assert not comments(found) - comments(read(apply(found.text, edits)))


@given(posts(), st.data())
@settings(max_examples=soak_count(50, 20_000))
def test_a_member_is_moved_with_its_comments(found: FrontMatter, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(paths(found)))
    model = copy.deepcopy(found.values())
    parent = parent_of(model, path)
    assert isinstance(parent, dict | list)
    to = data.draw(st.integers(0, len(parent) - 1))
    if isinstance(parent, list):
        parent.insert(to, parent.pop(int(path[-1])))
    else:
        names = list(parent)
        names.insert(to, names.pop(names.index(str(path[-1]))))
        pairs = [(name, parent[name]) for name in names]
        parent.clear()
        parent.update(pairs)
    edits = move(found, path, to)
    assert not isinstance(edits, Refusal), edits
    after = read(apply(found.text, edits))
    assert ordered(after.values()) == ordered(model)
    assert comments(after) == comments(found)


@given(posts(), st.sampled_from(("zz", "yes", "a b", "q: r", "日本語", "1.0", "")), st.data())
@settings(max_examples=soak_count(50, 20_000))
def test_a_key_is_renamed(found: FrontMatter, name: str, data: st.DataObject) -> None:
    path = data.draw(st.sampled_from([path for path in paths(found) if isinstance(path[-1], str)]))
    model = copy.deepcopy(found.values())
    parent = parent_of(model, path)
    assert isinstance(parent, dict)
    pairs = [(name if key == path[-1] else key, each) for key, each in parent.items()]
    parent.clear()
    parent.update(pairs)
    check(found, rename(found, path, name), model, str(path[0]))


Operation = Callable[[FrontMatter, st.DataObject], Answer]


def any_change(found: FrontMatter, data: st.DataObject) -> Answer:
    path = data.draw(st.sampled_from([*paths(found), ("new",), ("new", "inner")]))
    kind = data.draw(st.sampled_from(("set", "insert", "remove", "move", "add", "rename")))
    index = data.draw(st.integers(0, 3))
    if kind == "set":
        return set_value(found, path, data.draw(values()))  # type: ignore[arg-type]
    if kind == "insert":
        return insert(found, (*path, "new"), "x: y", index)
    if kind == "add":
        return add_item(found, path, "it's", index)
    if kind == "rename":
        return rename(found, path, "other: key")
    return remove(found, path) if kind == "remove" else move(found, path, index)


@given(st.sampled_from(POSTS).map(read), st.data())
@settings(max_examples=soak_count(120, 20_000))
def test_odd_front_matters_are_changed_rightly_or_not_at_all(
    found: FrontMatter, data: st.DataObject
) -> None:
    """Anchors, tags, tables, objects: whatever happens, the post stays readable and its
    body the same, and a refusal says why."""
    edits = any_change(found, data)
    if isinstance(edits, Refusal):
        assert edits.message
        return
    made = apply(found.text, edits)
    after = read(made)
    assert after.unreadable is None
    assert made[after.body_start :] == found.text[found.body_start :]
    assert after.format == found.format


@given(front_matters(), st.data())
@settings(max_examples=soak_count(20, 2_000))
def test_many_changes_one_after_the_other(content: str, data: st.DataObject) -> None:
    found = read(yaml_post(content))
    for _ in range(data.draw(st.integers(1, 6))):
        edits = any_change(found, data)
        if not isinstance(edits, Refusal):
            found = read(apply(found.text, edits))
        assert found.unreadable is None
        assert found.text.endswith("---\n\nbody\n\n---\n\nmore\n")
