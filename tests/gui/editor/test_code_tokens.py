"""Fenced code is coloured by Pygments, line by line."""

from __future__ import annotations

from editor_app.gui.editor.code_tokens import CodeKind, CodeToken, CodeTokens


def test_tokens_count_in_their_line() -> None:
    lines = CodeTokens().of("python", ["def f():", "    return 1  # one"])
    assert CodeToken(CodeKind.KEYWORD, 0, 3) in lines[0]
    assert CodeToken(CodeKind.KEYWORD, 4, 10) in lines[1]
    assert CodeToken(CodeKind.COMMENT, 14, 19) in lines[1]


def test_a_string_over_several_lines_is_coloured_on_each() -> None:
    lines = CodeTokens().of("python", ['x = """one', "two", 'three"""', "y"])
    assert [any(token.kind is CodeKind.STRING for token in line) for line in lines] == [
        True,
        True,
        True,
        False,
    ]


def test_the_language_is_the_first_word_of_the_info() -> None:
    code = CodeTokens()
    assert code.of("{.python #id}", ["def f"]) == code.of('Python title="x"', ["def f"])


def test_a_language_that_is_new_is_plain_until_it_is_learnt() -> None:
    code = CodeTokens()
    assert code.at_once("python", ["def f"]) == ((),)
    assert code.has_to_learn
    code.learn()
    assert not code.has_to_learn
    assert code.at_once("python", ["def f"]) == code.of("python", ["def f"]) != ((),)


def test_an_unknown_language_and_endless_code_stay_plain() -> None:
    code = CodeTokens()
    assert code.of("klingon", ["def", "x"]) == ((), ())
    assert code.of("", ["def"]) == ((),)
    assert code.of("python", ["def f(): pass"] * 10_000) == ((),) * 10_000
