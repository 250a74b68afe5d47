"""Collections written as Galley's own schema."""

from __future__ import annotations

import string
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.generator import Generator
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.schema import (
    Bounds,
    Choice,
    Collection,
    Condition,
    Relation,
    Said,
    SchemaField,
    Shape,
)
from editor_app.core.schema.schema import (
    Test as How,
)
from editor_app.core.schema.written import written_as_toml
from editor_app.core.text.pattern import Pattern

SAID = Said("x")


def read_back(text: str) -> tuple[Collection, ...]:
    with TemporaryDirectory() as folder:
        (Path(folder) / "galley.toml").write_text(text, encoding="utf-8", newline="")
        found = read_schema(Path(folder), Generator.UNKNOWN)
    assert [one.message for each in found.wrong for one in each.diagnostics] == []
    return tuple(bare(each) for schema in found.schemas for each in schema.collections)


def bare(collection: Collection) -> Collection:
    fields = tuple(map(bare_field, collection.fields))
    return replace(collection, said=SAID, fields=fields)


def bare_field(field: SchemaField) -> SchemaField:
    return replace(field, said=SAID, fields=tuple(map(bare_field, field.fields)))


def test_what_is_written_is_what_a_person_would_write() -> None:
    title = SchemaField(key="title", said=SAID, kind=FieldKind.LINE, is_essential=True)
    status = SchemaField(
        key="状態",
        said=SAID,
        kind=FieldKind.CHOICE,
        choices=(Choice("draft"), Choice("done", "済み")),
        is_limit=False,
    )
    author = SchemaField(key="author", said=SAID, kind=FieldKind.OBJECT, fields=(title,))
    collection = Collection(
        name="posts", said=SAID, files=("/_posts/**",), fields=(title, status, author)
    )
    text = written_as_toml([collection], lambda _, field: f"about {field.key}")
    assert (
        text
        == """\
[[schema.collections]]
name = "posts"
files = ["/_posts/**"]

# about title
[schema.collections.fields.title]
kind = "line"
essential = true

# about 状態
[schema.collections.fields."状態"]
choices = ["draft", { value = "done", label = "済み" }]
open-choices = true

# about author
[schema.collections.fields.author]
kind = "object"

[schema.collections.fields.author.fields.title]
kind = "line"
essential = true
"""
    )
    assert read_back(text) == (collection,)


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
words = texts.filter(lambda text: bool(text.strip()))
keys = st.one_of(st.text(string.ascii_lowercase, min_size=1, max_size=4), words)
flags = st.sampled_from([None, True, False])
numbers = st.one_of(st.integers(-(10**9), 10**9), st.floats(-1e9, 1e9, allow_nan=False))
scalars = st.one_of(texts, st.booleans(), numbers, st.dates(), st.datetimes(), st.times())
defaults = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=5,
)
ends = st.one_of(st.none(), numbers, words)
counts = st.one_of(st.none(), st.integers(0, 1000))
conditions = st.builds(
    Condition,
    path=st.lists(keys, min_size=1, max_size=2).map(tuple),
    test=st.sampled_from([How.IS, How.IS_NOT, How.MATCHES, How.ABOVE, How.BELOW]),
    values=st.lists(scalars, max_size=3).map(tuple),
    from_root=st.just(True),
)
presences = st.builds(
    Condition,
    path=st.tuples(keys),
    test=st.sampled_from([How.IS_PRESENT, How.IS_ABSENT]),
    from_root=st.just(True),
)


def maybe(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.one_of(st.none(), strategy)


def as_read(field: SchemaField) -> SchemaField:
    """What goes without saying: where nothing is proposed, nothing is a limit; no empty bounds."""
    return replace(
        field,
        is_limit=bool(field.is_limit) if field.choices else None,
        bounds=None if field.bounds == Bounds() else field.bounds,
        length=None if field.length == Bounds() else field.length,
    )


Fields = tuple[SchemaField, ...]


def fields(parts: st.SearchStrategy[Fields]) -> st.SearchStrategy[Fields]:
    one = st.builds(
        SchemaField,
        key=keys,
        said=st.just(SAID),
        kind=st.sampled_from(FieldKind),
        item=maybe(st.sampled_from(FieldKind)),
        label=texts,
        help=texts,
        placeholder=texts,
        required=flags,
        default=maybe(defaults),
        choices=st.lists(st.builds(Choice, scalars, texts, texts), max_size=3).map(tuple),
        is_limit=flags,
        bounds=maybe(st.builds(Bounds, ends, ends, numbers, numbers, numbers)),
        length=maybe(st.builds(Bounds, counts, counts)),
        is_whole=flags,
        is_unique=flags,
        shape=maybe(st.builds(Shape, st.sampled_from([Pattern(r"^\S"), Pattern("a|b")]), texts)),
        conditions=st.lists(st.one_of(conditions, presences), max_size=2).map(tuple),
        relation=maybe(
            st.builds(Relation, words, texts, words, st.lists(words, max_size=2).map(tuple))
        ),
        taxonomy=texts,
        folder=maybe(texts),
        public_folder=maybe(texts),
        date_format=texts,
        group=texts,
        computed=texts,
        is_hidden=flags,
        is_read_only=flags,
        is_deprecated=flags,
        is_essential=flags,
        fields=parts,
        is_closed=flags,
    ).map(as_read)
    return st.lists(one, max_size=2, unique_by=lambda each: each.key).map(tuple)


collections = st.builds(
    Collection,
    name=words,
    said=st.just(SAID),
    files=st.lists(words, max_size=3).map(tuple),
    label=texts,
    folder=texts,
    fields=fields(fields(st.just(()))),
    is_closed=st.booleans(),
    title_key=texts,
    new_name=texts,
)


@given(st.lists(collections, max_size=3))
def test_all_that_galley_has_a_word_for_reads_back_equal(found: list[Collection]) -> None:
    assert read_back(written_as_toml(found)) == tuple(found)
