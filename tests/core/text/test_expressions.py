from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from editor_app.core.text.expressions import expression

_CORE = Path(__file__).parents[3] / "editor_app" / "core"


def test_an_expression_does_what_a_compiled_one_does() -> None:
    ours, theirs = expression("(?P<word>[a-z]+)"), re.compile("(?P<word>[a-z]+)")
    text = "ab 1 cd"
    assert [each.span() for each in ours.finditer(text)] == [(0, 2), (5, 7)]
    assert ours.sub("x", text) == theirs.sub("x", text)
    assert ours.groupindex == theirs.groupindex
    assert ours.pattern == theirs.pattern
    assert expression("A", re.IGNORECASE).fullmatch("a") is not None


def test_a_wrong_one_is_told_when_it_is_used() -> None:
    wrong = expression("(")
    with pytest.raises(re.error):
        wrong.search("x")


def test_every_expression_of_the_core_can_be_compiled() -> None:
    count = 0
    for file in _CORE.rglob("*.py"):
        module = "editor_app.core." + ".".join(file.relative_to(_CORE).with_suffix("").parts)
        names = [
            target.id
            for node in ast.parse(file.read_text("utf-8")).body
            if isinstance(node, ast.Assign) and "expression(" in ast.unparse(node.value)
            for target in node.targets
            if isinstance(target, ast.Name)
        ]
        for name in names:
            found = getattr(__import__(module, fromlist=[name]), name)
            for each in found.values() if isinstance(found, dict) else (found,):
                each.search("")  # raises where it is wrong
                count += 1
    assert count > 100
