"""What posts show of their fields."""

from __future__ import annotations

import pickle
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.frontmatter.nodes import Format
from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.schema.content_type import PostSchema
from editor_app.core.schema.infer import InferredField, Outlier, inferred, inferred_schema
from editor_app.core.schema.inferred_toml import inferred_as_toml
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.schema import Bounds, field_named
from editor_app.core.schema.tally import MOST_KEYS, MOST_WORDS, Tally
from tests.core.schema.test_written import bare, read_back

FOLDER = "_posts"


def tally(texts: list[str], folder: str = FOLDER) -> Tally:
    result = Tally()
    for number, text in enumerate(texts):
        result.add(folder, f"{folder}/{number:03}.md", read(f"---\n{text}\n---\n"))
    return result


def posts(text: Callable[[int], str], count: int = 100) -> list[str]:
    return [text(number) for number in range(count)]


def fields(found: Tally) -> dict[str, InferredField]:
    (collection,) = inferred(found)
    return {each.field.key: each for each in collection.fields}


def test_kinds_are_those_of_nearly_all_values() -> None:
    def text(number: int) -> str:
        return (
            f"title: 記事{number}\ndate: 2024-05-{number % 28 + 1:02} 09:00\nscore: {number}\n"
            f"on: {'true' if number % 2 else 'false'}\ntags: [a{number}]\nnone:\n"
            f"day: 2024-05-01\nhalf: {number}.5\nmixed: {number if number % 3 else 'x'}\n"
            f"long: {'word ' * 20}{number}\nobject: {{a: 1}}\nlist: [{{a: x}}, {{b: 2}}]"
        )

    found = fields(tally(posts(text)))
    assert list(found) == text(0).replace("\n", ":").split(":")[0:1] + [
        line.partition(":")[0] for line in text(0).split("\n")[1:]
    ]
    kinds = {key: each.field.kind for key, each in found.items()}
    assert kinds == {
        "title": FieldKind.LINE,
        "date": FieldKind.DATE_TIME,
        "score": FieldKind.NUMBER,
        "on": FieldKind.SWITCH,
        "tags": FieldKind.LIST,
        "none": None,
        "day": FieldKind.DATE,
        "half": FieldKind.NUMBER,
        "mixed": None,
        "long": FieldKind.PARAGRAPH,
        "object": FieldKind.OBJECT,
        "list": FieldKind.OBJECTS,
    }
    assert (found["score"].field.is_whole, found["half"].field.is_whole) == (True, None)
    assert found["tags"].field.taxonomy == "tags"
    (part,) = found["object"].parts
    assert (part.path, part.field.kind, part.present) == (("object", "a"), FieldKind.NUMBER, 100)
    assert [(each.field.key, each.present, each.posts) for each in found["list"].parts] == [
        ("a", 100, 200),
        ("b", 100, 200),
    ]


def test_presence_is_told_and_demands_nothing() -> None:
    found = fields(tally(posts(lambda number: "a: 1\n" + ("b: 2" if number > 1 else ""))))
    assert [(found[key].present, found[key].is_usual) for key in "ab"] == [(100, True), (98, True)]
    found = fields(tally(posts(lambda number: "a: 1\n" + ("b: 2" if number > 5 else ""))))
    assert [found[key].field.is_essential for key in "ab"] == [True, None]
    assert {each.field.required for each in found.values()} == {None}
    few = fields(tally(posts(lambda _: "a: 1", 19)))
    assert few["a"].is_usual is False


def test_ranges_of_numbers_dates_lengths_and_lists() -> None:
    found = fields(
        tally(
            posts(
                lambda number: (
                    f"score: {number - 5}\nhalf: {number}.5\ndate: 20{number % 20 + 10}-01-02\n"
                    f"title: {'あ' * (number + 1)}\ntags: [{', '.join('x' * (number % 4))}]"
                )
            )
        )
    )
    assert {key: each.range for key, each in found.items()} == {
        "score": Bounds(-5, 94),
        "half": Bounds(0.5, 99.5),
        "date": Bounds("2010-01-02", "2029-01-02"),
        "title": Bounds(1, 100),
        "tags": Bounds(0, 3),
    }
    assert {each.field.bounds for each in found.values()} == {None}


def test_a_few_values_that_come_again_are_choices() -> None:
    found = fields(
        tally(
            posts(
                lambda number: (
                    f"status: {('draft', 'review', 'done')[number % 3]}\n"
                    f"title: t{number}\ntags: [all, {'odd' if number % 2 else 'even'}, n{number}]\n"
                    f"kind: [{'a' if number % 2 else 'b'}]"
                )
            )
        )
    )
    status = found["status"].field
    assert (status.kind, status.is_limit) == (FieldKind.CHOICE, False)
    assert [each.value for each in status.choices] == ["draft", "done", "review"]
    assert found["title"].field.choices == ()
    assert found["tags"].words[:3] == (("all", 100), ("even", 50), ("odd", 50))
    assert [each.value for each in found["tags"].field.choices[:3]] == ["all", "even", "odd"]
    assert [each.value for each in found["kind"].field.choices] == ["a", "b"]


def test_posts_that_differ_are_told() -> None:
    def text(number: int) -> str:
        score = "x" if number == 50 else str(number)
        day = "0224-05-01" if number == 7 else "2024-05-01"
        title = "a" * 3000 if number == 8 else f"title {number}"
        tags = f"[{', '.join('x' * 90)}]" if number == 9 else "[a, b]"
        views = 10**9 if number == 10 else 100 + number
        return f"score: {score}\nday: {day}\ntitle: {title}\ntags: {tags}\nviews: {views}"

    found = fields(tally(posts(text)))
    assert {key: each.outliers for key, each in found.items()} == {
        "score": (Outlier("_posts/050.md", FieldKind.LINE),),
        "day": (Outlier("_posts/007.md", FieldKind.DATE, is_far=True),),
        "title": (Outlier("_posts/008.md", FieldKind.LINE, is_far=True),),
        "tags": (Outlier("_posts/009.md", FieldKind.LIST, is_far=True),),
        "views": (Outlier("_posts/010.md", FieldKind.NUMBER, is_far=True),),
    }


def test_a_key_that_hardly_any_post_has_is_no_field() -> None:
    found = tally(posts(lambda number: "title: x\n" + ("titel: y" if number == 3 else "")))
    assert fields(found)["titel"].is_rare
    (collection,) = inferred_schema(inferred(found)).collections
    assert [each.key for each in collection.fields] == ["title"]


def test_a_folder_inside_of_another_is_its_own() -> None:
    found = tally(["a: 1"], "content")
    found.merge(tally(["b: 1"], "content/posts"))
    found.merge(tally(["c: 1"], ""))
    root, outer, inner = (each.collection for each in inferred(found))
    names = [each.name for each in (root, outer, inner)]
    assert names == ["all", "content", "posts"]
    for path, owner in (("a.md", root), ("content/x/a.md", outer), ("content/posts/a.md", inner)):
        assert [each for each in (root, outer, inner) if each.has_path(path)] == [owner]


def test_the_posts_give_way_to_all_else() -> None:
    found = inferred_schema(inferred(tally(posts(lambda number: f"title: {number}\nmood: good"))))
    type_ = PostSchema(Generator.JEKYLL, found.collections).content_type({})
    assert type_.conflicts == ()
    mood = field_named(type_.fields, "mood")
    assert mood is not None
    assert str(mood.said) == "posts"


def test_odd_posts_do_no_harm() -> None:
    texts = ["a: .inf\nb: .nan\nc: 1e400\nd: 9999-12-31\ne: 0001-01-01", "- x", "a: [", "", "a: *b"]
    found = tally(posts(lambda number: texts[number % len(texts)]))
    big = "\n".join(f"k{number}: {number}" for number in range(2 * MOST_KEYS))
    found.add(FOLDER, "big.md", read(f"---\n{big}\n---\n"))
    deep = "{a: " * 30 + "1" + "}" * 30
    found.add(FOLDER, "deep.md", read(f"---\na: {deep}\n---\n"))
    found.add(FOLDER, "none.md", read("text"))
    assert len(found.folders[FOLDER].keys) <= MOST_KEYS
    assert fields(found)["d"].range == Bounds("9999-12-31", "9999-12-31")


def test_what_is_counted_stays_small() -> None:
    texts = posts(lambda number: f"title: title {number}\ntags: [all, t{number}]", 5000)
    found = tally(texts)
    key = found.folders[FOLDER].keys["tags",]
    assert len(key.words) <= 2 * MOST_WORDS
    assert key.words["all"] == 5000
    assert len(pickle.dumps(found)) < 60_000


def test_other_formats_are_counted_alike() -> None:
    found = Tally()
    for number in range(20):
        found.add("", f"{number}.md", read(f"+++\na = {number}\n[b]\nc = true\n+++\n"))
        front_matter = read(f'{{"a": {number}, "b": {{"c": true}}}}\n')
        assert front_matter.format is Format.JSON
        found.add("", f"{number}.json.md", front_matter)
    kinds = {key: each.kinds for key, each in found.folders[""].keys.items()}
    assert kinds == {
        ("a",): {FieldKind.NUMBER: 40},
        ("b",): {FieldKind.OBJECT: 40},
        ("b", "c"): {FieldKind.SWITCH: 40},
    }


some_posts = st.lists(
    st.sampled_from(
        ["a: 1", "a: x", "a: [x, y]\nb: 2024-01-01", "b: {c: 1}", "b: [{c: x}]\na:", "c: 0.5"]
    ),
    max_size=60,
)


@given(texts=some_posts, parts=st.integers(1, 4))
def test_several_processes_count_as_one(texts: list[str], parts: int) -> None:
    whole, merged = tally(texts), Tally()
    split = [Tally() for _ in range(parts)]
    for number, text in enumerate(texts):
        path = f"{FOLDER}/{number:03}.md"
        split[number % parts].add(FOLDER, path, read(f"---\n{text}\n---\n"))
    for each in reversed(split):
        merged.merge(pickle.loads(pickle.dumps(each)))
    assert inferred(merged) == inferred(whole)


@given(texts=some_posts.filter(bool))
def test_what_is_written_reads_back_equal(texts: list[str]) -> None:
    found = inferred(tally(texts))
    schema = inferred_schema(found)
    assert read_back(inferred_as_toml(found)) == tuple(map(bare, schema.collections))


def test_a_schema_that_was_written_tells_what_it_was_made_of() -> None:
    found = tally(posts(lambda number: f"title: {'x' * (number % 9 + 1)}{number:02}\nscore: 3", 40))
    assert (
        inferred_as_toml(inferred(found))
        == """\
[[schema.collections]]
name = "posts"
files = ["/_posts/**"]
folder = "_posts"

# 40 of 40 posts have it; 3 to 11 characters
[schema.collections.fields.title]
kind = "line"
essential = true

# 40 of 40 posts have it; from 3 to 3
[schema.collections.fields.score]
kind = "number"
whole = true
essential = true
"""
    )
