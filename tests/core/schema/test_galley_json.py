"""The JSON Schema of `[schema]` that is shipped for editors: it knows what the reader knows."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from editor_app.core.generator import Generator
from editor_app.core.resources import resource
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.read import read_schema
from editor_app.core.schema.readers import galley
from tests.core.schema.readers.test_galley import SETTINGS

FILE: dict[str, Any] = json.loads(resource("schemas/galley.json").read_text(encoding="utf-8"))
README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")
SHOWN = next(
    each for each in re.findall(r"```toml\n(.*?)```", README, re.DOTALL) if "[[schema." in each
)
PARTS = ("collection", "field", "condition")


def properties(part: str) -> set[str]:
    found: dict[str, object] = FILE["$defs"][part]["properties"]
    return set(found)


def keys_of_the_reader() -> Iterator[str]:
    """All names of keys that stand in its code."""
    tree = ast.parse(Path(galley.__file__).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            name = node.func.id if isinstance(node.func, ast.Name) else name
            if name in GETTERS:
                yield from (each.value for each in node.args if isinstance(each, ast.Constant))
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
            yield from (
                each.elts[0].value
                for each in node.iter.elts
                if isinstance(each, ast.Tuple) and isinstance(each.elts[0], ast.Constant)
            )


GETTERS = {"choice", "flag", "plain", "text", "texts", "value", "table", "tables", "words"} | {
    *("items", "_plain", "_bounds")
}
TESTS = {"is", "is-not", "matches", "above", "below"}


@pytest.mark.parametrize("text", [SETTINGS, SHOWN], ids=["of the tests", "of the README"])
def test_a_sample_is_valid_and_read_without_a_fault(text: str, tmp_path: Path) -> None:
    assert jsonschema_rs.validator_for(FILE).is_valid(tomllib.loads(text))
    (tmp_path / "galley.toml").write_text(text, encoding="utf-8")
    assert read_schema(tmp_path, Generator.JEKYLL).wrong == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [('kind = "line"', 'kind = "lines"'), ("longest", "logest"), ('field = "status", ', "")],
)
def test_what_the_reader_refuses_is_not_valid(old: str, new: str) -> None:
    assert not jsonschema_rs.validator_for(FILE).is_valid(tomllib.loads(SETTINGS.replace(old, new)))


def test_it_knows_every_key_that_the_reader_asks_for() -> None:
    known = {"schema", "collections"}.union(*map(properties, PARTS))
    assert {*keys_of_the_reader(), *TESTS} - known == set()
    assert FILE["$defs"]["field"]["properties"]["kind"]["enum"] == [*FieldKind]


def test_the_reader_knows_every_key_of_it(tmp_path: Path) -> None:
    tables = {
        "collection": "[[schema.collections]]\n{keys}",
        "field": "[[schema.collections]]\n[schema.collections.fields.x]\n{keys}",
        "condition": "[[schema.collections]]\n[[schema.collections.fields.x.when]]\n{keys}",
    }
    for part, table in tables.items():
        keys = "".join(f"{key} = 1\n" for key in sorted(properties(part)))
        (tmp_path / "galley.toml").write_text(table.format(keys=keys))
        wrong = read_schema(tmp_path, Generator.JEKYLL).wrong
        told = [one.message for each in wrong for one in each.diagnostics]
        assert told != []
        assert [message for message in told if "no setting" in message] == []


def test_every_key_has_a_sentence_for_people() -> None:
    for part in PARTS:
        for name, about in FILE["$defs"][part]["properties"].items():
            assert name in {"fields", "when"} or about["description"].endswith(".")
