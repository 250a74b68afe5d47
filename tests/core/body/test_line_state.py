"""The highlighter's scanner, line by line."""

from __future__ import annotations

import glob
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.body.block import BlockKind
from editor_app.core.body.body import parse
from editor_app.core.body.line_state import START, scan
from editor_app.core.body.line_tokens import TokenKind

KINDS = TokenKind


def tokens(text: str) -> list[list[tuple[str, str]]]:
    """For each line what its tokens are and hold."""
    state = START
    result = []
    for line in text.split("\n"):
        state, found = scan(line, state)
        result.append([(token.kind.value, line[token.start : token.end]) for token in found])
    return result


def body(line: str) -> list[tuple[str, str]]:
    return tokens("\n" + line)[1]


def test_yaml_front_matter_has_keys_values_and_comments() -> None:
    text = (
        '---\ntitle: "a # b" # c\ntags: [x, 3, true]\n'
        "date: 2026-03-01 12:00:00 +0900\nurl: a#b, c\n---\n# H"
    )
    comma = ("punctuation", ",")
    tags = [("string", "x"), comma, ("number", "3"), comma, ("constant", "true")]
    assert tokens(text) == [
        [("fence", "---")],
        [("key", "title"), ("punctuation", ":"), ("string", '"a # b"'), ("comment", "# c")],
        [("key", "tags"), ("punctuation", ":"), ("punctuation", "["), *tags, ("punctuation", "]")],
        [("key", "date"), ("punctuation", ":"), ("date", "2026-03-01 12:00:00 +0900")],
        [("key", "url"), ("punctuation", ":"), ("string", "a#b, c")],
        [("fence", "---")],
        [("heading", "# H"), ("heading-mark", "#")],
    ]


def test_a_block_scalar_holds_what_looks_like_keys_and_headings() -> None:
    lines = tokens("---\nnote: |\n  a: b\n\n  # c\nnext: 1\n---")
    assert lines[2:6] == [
        [("string", "a: b")],
        [],
        [("string", "# c")],
        [("key", "next"), ("punctuation", ":"), ("number", "1")],
    ]


def test_toml_front_matter_with_a_string_over_several_lines() -> None:
    lines = tokens('+++\na = """x\ny = 1\n""" # c\n[params]\nb.c = 2026-03-01\n+++\ntext')
    assert lines[1] == [("key", "a"), ("punctuation", "="), ("string", '"""x')]
    assert lines[2] == [("string", "y = 1")]
    assert lines[3] == [("string", '"""'), ("comment", "# c")]
    assert lines[4] == [("key", "[params]")]
    assert lines[5] == [("key", "b.c"), ("punctuation", "="), ("date", "2026-03-01")]
    assert lines[6] == [("fence", "+++")]


def test_json_front_matter_ends_with_its_last_brace() -> None:
    lines = tokens('{\n"a": {"b": "}"},\n"c": 1\n}\n*d*')
    assert lines[1][:4] == [("key", '"a"'), ("punctuation", "{"), ("key", '"b"'), ("string", '"}"')]
    assert lines[4] == [("emphasis", "*d*")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("plain text 春。", []),
        ("## A **b**", [("heading", "## A **b**"), ("heading-mark", "##"), ("strong", "**b**")]),
        ("#tag", []),
        (
            "a *b* _c_ __d__ ~~e~~",
            [("emphasis", "*b*"), ("emphasis", "_c_"), ("strong", "__d__"), ("strike", "~~e~~")],
        ),
        ("***a** b*", [("emphasis", "***a** b*"), ("strong", "**a**")]),
        ("snake_case_name 2 * 3 * 4", []),
        ("これは**「強調」**です", []),
        (r"\*a\*", []),
        ("`a *b*` ``c`d``", [("code", "`a *b*`"), ("code", "``c`d``")]),
        (
            "[a](b) ![c](d)",
            [("link", "[a](b)"), ("link-target", "b"), ("image", "![c](d)"), ("link-target", "d")],
        ),
        ("[a][b]", [("link", "[a][b]"), ("link-target", "b")]),
        ("https://a.example/b.", [("link", "https://a.example/b")]),
        ("a <b>c</b> {{ d }}", [("html", "<b>"), ("html", "</b>"), ("liquid", "{{ d }}")]),
        ("> - [x] a", [("quote-mark", ">"), ("list-mark", "-"), ("list-mark", "[x]")]),
        ("12. a", [("list-mark", "12.")]),
        ("* * *", [("rule", "* * *")]),
        ("{% include a %}", [("liquid", "{% include a %}")]),
        ("| a | b", [("table-mark", "|"), ("table-mark", "|")]),
        ("[a]: /b", [("link", "[a]:"), ("link-target", "/b")]),
        ("    code *x*", [("code-block", "code *x*")]),
    ],
)
def test_a_line_of_the_body_has_its_tokens(line: str, expected: list[tuple[str, str]]) -> None:
    assert body(line) == expected


def test_a_fence_ends_only_with_its_own_mark() -> None:
    lines = tokens("\n~~~~ py x\n```\n~~~\n# a\n~~~~\n# b")
    assert lines[1] == [("code-fence", "~~~~"), ("code-info", "py x")]
    assert [line[0][0] for line in lines[2:]] == ["code-block"] * 3 + ["code-fence", "heading"]


def test_a_line_of_dashes_is_a_rule_or_underlines_a_heading() -> None:
    assert tokens("\na\n---\n\n---")[2] == [("heading-mark", "---")]
    assert tokens("\na\n---\n\n---")[4] == [("rule", "---")]


def test_indented_lines_are_code_only_after_an_empty_line() -> None:
    assert tokens("\na\n    b")[2] == []
    assert tokens("\n- a\n\n  b\n\n      c")[3] == []
    assert tokens("\n- a\n\n  b\n\n      c")[5] == [("code-block", "c")]


def test_html_and_comments_go_on_over_lines() -> None:
    assert tokens("\n<div>\n*a*\n\n*b*")[2:] == [[("html", "*a*")], [], [("emphasis", "*b*")]]
    assert tokens("\n<!-- a\n\n# b\n-->\n# c")[3] == [("comment", "# b")]
    assert tokens("\na <!-- b\n# c --> *d*")[2] == [("comment", "# c -->"), ("emphasis", "*d*")]


LINE_KINDS = (
    "---∙+++∙{∙}∙a: b∙a = '''∙'''∙# x∙```∙~~~∙∙  ∙    x∙- a∙> q∙<!--∙-->∙<div>∙*a∙b*∙[x](y)∙{% x %}"
    "∙|a|∙===∙`∙春∙😀\u2028"
)
LINES = st.lists(st.sampled_from(LINE_KINDS.split("∙")))


@given(LINES)
def test_any_lines_give_tokens_inside_them_in_order(lines: list[str]) -> None:
    state = START
    for line in lines:
        state, found = scan(line, state)
        assert state > START
        assert state < 2**31
        places = [(token.start, -token.end) for token in found]
        assert all(0 <= token.start < token.end <= len(line) for token in found)
        if found and found[0].kind is not KINDS.HEADING:
            assert [place[0] for place in places] == sorted(place[0] for place in places)


@given(st.text(alphabet="ab*_`[]()<>!#-=+{}%|~:'\"\\ \t春。", max_size=60), st.integers(0, 11))
def test_any_line_in_any_state_is_scanned(line: str, mode: int) -> None:
    state, found = scan(line, mode)
    assert scan(line, mode) == (state, found)
    assert all(0 <= token.start < token.end <= len(line) for token in found)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_fences_and_headings_are_those_of_the_blocks(name: str) -> None:
    paths = glob.glob(str(Path(__file__).parents[3] / name))
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        state, headings, at = START, set(), 0
        for line in text.split("\n"):
            state, found = scan(line, state)
            if any(token.kind is KINDS.HEADING for token in found):
                headings.add(at)
            at += len(line) + 1
        blocks = parse(text, 0).blocks
        marked = {
            b.span.start
            for b in blocks
            if b.kind is BlockKind.HEADING and b.span.of(text)[0] == "#"
        }
        assert headings == marked
