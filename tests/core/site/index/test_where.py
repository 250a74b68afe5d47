from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.site.index.condition import (
    All,
    Compared,
    Condition,
    Fact,
    Literal,
    Not,
    Operator,
    Present,
    Some,
)
from editor_app.core.site.index.where import WhereFault, read_where
from tests.soak import soak_count


def compared(field: str, operator: Operator, text: str, *, is_quoted: bool = False) -> Compared:
    return Compared(field, operator, Literal(text, is_quoted))


def fault(text: str) -> str:
    found = read_where(text)
    assert isinstance(found, WhereFault)
    return found.message(str)


def test_tests_are_joined_by_their_strength() -> None:
    assert read_where("a and b or not c and d") == Some(
        (All((Present("a"), Present("b"))), All((Not(Present("c")), Present("d"))))
    )


def test_parentheses_come_first() -> None:
    assert read_where("a AND (b OR c)") == All((Present("a"), Some((Present("b"), Present("c")))))


def test_a_condition_as_the_help_has_it() -> None:
    assert read_where('draft = true and tags has "AI" and date >= 2026-01-01 and not excerpt') == (
        All(
            (
                compared("draft", Operator.IS, "true"),
                compared("tags", Operator.IS, "AI", is_quoted=True),
                compared("date", Operator.AT_LEAST, "2026-01-01"),
                Not(Present("excerpt")),
            )
        )
    )


def test_signs_need_no_spaces_and_values_may_have_any_letters() -> None:
    assert read_where("題名!=春の庭") == Not(compared("題名", Operator.IS, "春の庭"))
    assert read_where("author.name=花子") == compared("author.name", Operator.IS, "花子")
    assert read_where("at > 2026-01-01T10:00:00+09:00") == compared(
        "at", Operator.MORE, "2026-01-01T10:00:00+09:00"
    )


def test_a_quote_is_written_twice_and_a_backslash_is_itself() -> None:
    found = read_where('''a = "say ""hi""" and 'the key' = 'it''s' and b ~ "\\d+"''')
    assert isinstance(found, All)
    texts = [each.literal.text for each in found.parts if isinstance(each, Compared)]
    assert texts == ['say "hi"', "it's", "\\d+"]
    assert isinstance(found.parts[1], Compared)
    assert found.parts[1].field == "the key"


def test_facts_have_an_at_sign_unless_it_is_quoted() -> None:
    assert read_where("@words > 300") == Compared(Fact.WORDS, Operator.MORE, Literal("300"))
    assert read_where('"@words"') == Present("@words")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "column 1: the name of a field is missing"),
        ("a and", "column 6: the name of a field is missing"),
        ("and a", "column 1: a field's name belongs here, not and"),
        ("draft = ", "column 9: a value is missing after ="),
        ("tags has and b", "column 10: a value is missing after has"),
        ("a = = b", "column 5: a value is missing after ="),
        ('a = "b', "column 5: this quote is not closed"),
        ("(a or b", "column 1: this parenthesis is not closed"),
        ("a) or b", "column 2: this parenthesis was not opened"),
        ("a b", "column 3: b is not understood here; after a test comes and or or"),
        ("a ! b", "column 3: ! is not understood here; after a test comes and or or"),
        ("draft < true", "column 9: nothing is more or less than true"),
        ("@words > many", "column 10: many is no number"),
        ("@day > soon", "column 8: soon is no day such as 2026-01-31"),
        ("@draft = 1", "column 10: 1 is neither true nor false"),
        ("@text = spring", "column 7: = can't be asked of @text"),
        ("not @text", "column 5: after @text comes contains with words"),
        ("@words contains 3", "column 8: contains can't be asked of @words"),
        ("not " * 60 + "a", "column 205: there are too many parentheses or nots inside each other"),
        ("a or " * 200 + "a", "column 501: the condition is too long"),
        ("x" * 10_001, "column 10001: the condition is too long"),
    ],
)
def test_what_is_wrong_is_told_with_its_column(text: str, told: str) -> None:
    assert fault(text) == told


def test_a_fact_that_does_not_exist_is_told_with_those_that_do() -> None:
    assert fault("@word = 3").startswith("column 1: there is no @word; known are @path, @folder,")


def test_an_expression_that_is_wrong_is_told() -> None:
    assert fault('title ~ "("').startswith("column 9: the expression can't be used: ")


# --- whatever is written


def written(condition: Condition) -> str:
    match condition:
        case Not(inner):
            return f"not ({written(inner)})"
        case All(parts):
            return " and ".join(f"({written(each)})" for each in parts)
        case Some(parts):
            return " or ".join(f"({written(each)})" for each in parts)
        case Present(field):
            return quoted(field)
        case Compared(field, operator, literal):
            return f"{quoted(field)} {operator} {quoted(literal.text)}"


def quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


NAMES = st.text(min_size=1, max_size=6)
TESTS = st.builds(Present, NAMES) | st.builds(
    Compared,
    NAMES,
    st.sampled_from([each for each in Operator if each is not Operator.MATCHES]),
    st.builds(Literal, st.text(max_size=6), st.just(value=True)),
)
CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    TESTS,
    lambda inner: (
        st.builds(Not, inner)
        | st.builds(All, st.lists(inner, min_size=2, max_size=3).map(tuple))
        | st.builds(Some, st.lists(inner, min_size=2, max_size=3).map(tuple))
    ),
    max_leaves=8,
)


@settings(max_examples=soak_count(200, 5000), deadline=None)
@given(CONDITIONS)
def test_a_condition_that_is_written_is_read_as_it_was(condition: Condition) -> None:
    assert read_where(written(condition)) == condition


@settings(max_examples=soak_count(300, 10_000), deadline=None)
@given(st.lists(st.sampled_from([*"()=<>!~\"'@", "and", "or", "not", "has", "a", "1", " "])))
def test_no_text_breaks_the_reader(parts: list[str]) -> None:
    text = " ".join(parts)
    found = read_where(text)
    if isinstance(found, WhereFault):
        assert 1 <= found.column <= len(text) + 1
        assert found.message(str)
