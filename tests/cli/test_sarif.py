"""SARIF: valid by its schema, with places and fixes that a program can use.

`tests/data/sarif-2.1.0.schema.json` is the schema of OASIS SARIF 2.1.0 (rtm.5)
without its descriptions; a stray bracket in one of its patterns was removed,
as no engine reads it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from editor_app.cli.findings import Findings
from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Context
from editor_app.core.generator import Generator
from editor_app.core.rules.catalogue import LISTED
from editor_app.core.settings import Settings
from editor_app.core.text.source import read
from tests.cli.found import hostile, written
from tests.core.rules.test_cases import NOW

DATA = Path(__file__).parents[1] / "data"
SCHEMA = json.loads((DATA / "sarif-2.1.0.schema.json").read_text("utf-8"))
SEED = DATA / "2025-11-23-openai-foxconn.md"


def findings(path: Path, data: bytes) -> Findings:
    source = read(data)
    context = Context(path, Generator.JEKYLL, Settings(), NOW)
    return Findings(path, source, analyse(source.text, context).diagnostics)


def log(*found: Findings) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(written("sarif", *found))
    return result


@pytest.mark.parametrize(
    "found",
    [(), (hostile(),), (findings(Path("_posts/seed.md"), SEED.read_bytes()),)],
    ids=["nothing", "hostile", "seed"],
)
def test_a_log_is_valid_by_the_schema(found: tuple[Findings, ...]) -> None:
    errors = [str(error) for error in jsonschema_rs.validator_for(SCHEMA).iter_errors(log(*found))]
    assert errors == []


def test_the_schema_would_refuse_a_wrong_log() -> None:
    wrong = log(hostile())
    wrong["runs"][0]["results"][0]["level"] = "grave"
    assert not jsonschema_rs.validator_for(SCHEMA).is_valid(wrong)


def test_every_rule_is_described_once() -> None:
    (run,) = log()["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert ids == [rule.ID for rule in LISTED]


def test_places_count_code_points_and_bytes_of_the_file() -> None:
    data = '---\r\ntitle: "# 𝄞春"\r\n---\r\n'.encode()
    found = findings(Path("spring.md"), data)
    (run,) = log(found)["runs"]
    result = next(each for each in run["results"] if each["ruleId"] == "title-heading-mark")
    region = result["locations"][0]["physicalLocation"]["region"]
    at = data.index(b"# ")
    assert region == {
        "startLine": 2,
        "startColumn": 9,
        "endLine": 2,
        "endColumn": 11,
        "byteOffset": at,
        "byteLength": 2,
    }
    assert run["columnKind"] == "unicodeCodePoints"
    (change,) = result["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": ""}
    cut = replacement["deletedRegion"]
    start, length = cut["byteOffset"], cut["byteLength"]
    assert data[:start] + data[start + length :] == data.replace(b"# ", b"", 1)


def test_a_path_is_a_uri() -> None:
    (run,) = log(hostile())["runs"]
    place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert place == {"uri": "a%20b/50%25%2Cx%3Ay%0A%3A%3Aerror%3A%3A%E6%97%A5%E6%9C%AC.md"}
    related = run["results"][0]["relatedLocations"]
    assert related[1]["physicalLocation"] == {"artifactLocation": {"uri": "other/%C3%BC.md"}}
    inside = log(hostile(Path.cwd() / "x.md"))["runs"][0]["results"][0]
    assert inside["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "x.md"
    outside = log(hostile(Path("/elsewhere/x.md")))["runs"][0]["results"][0]
    uri = outside["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "file:///elsewhere/x.md"


def test_a_fingerprint_stays_where_lines_move() -> None:
    text = '---\ntitle: "# 春"\n---\n'
    moved = '---\ndate: 2026-03-01\ntitle: "# 春"\n---\n'
    prints = [
        next(
            each["partialFingerprints"]
            for each in log(findings(Path("a.md"), one.encode()))["runs"][0]["results"]
            if each["ruleId"] == "title-heading-mark"
        )
        for one in (text, moved)
    ]
    assert prints[0] == prints[1]
