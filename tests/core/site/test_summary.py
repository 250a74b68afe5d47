"""Summaries: small, the same in every process, and with the places of what they name."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from pathlib import Path, PurePath

import pytest

from editor_app.core.generator import Generator
from editor_app.core.post import read_post
from editor_app.core.site.fingerprint import MOST, bare, checksums, fingerprint, likeness
from editor_app.core.site.summary import Summary, summarise
from editor_app.core.site.summary_parts import ValueKind

SEED = Path(__file__).parents[2] / "data" / "2025-11-23-openai-foxconn.md"
FEW_KILOBYTES = 4096


def summary(text: str, path: str = "_posts/spring.md") -> Summary:
    return summarise(read_post(text, PurePath(path)), PurePath(path))


def test_a_long_post_has_a_summary_of_a_few_kilobytes() -> None:
    text = SEED.read_text(encoding="utf-8") * 4
    assert len(text.encode()) > 40_000
    assert len(pickle.dumps(summary(text))) < FEW_KILOBYTES


def test_a_summary_is_the_same_in_another_process() -> None:
    program = (
        "import sys; from pathlib import Path, PurePath; "
        "from editor_app.core.post import read_post; "
        "from editor_app.core.site.summary import summarise; "
        "text = Path(sys.argv[1]).read_text(encoding='utf-8'); "
        "print(summarise(read_post(text), PurePath('a.md')))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program, str(SEED)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            cwd=Path(__file__).parents[3],
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def test_places_are_those_of_the_text() -> None:
    text = (
        '---\ntitle: "Spring"\ntags: [roses, "two words"]\nexcerpt: Cut back.\nreadTime: 3 min\n'
        "lang: ja\ndate: 2026-03-01\n---\n\n# Head\n\nSee [the autumn](autumn.md).\n"
    )
    found = summary(text)
    assert found.title is not None
    assert found.title.span.of(text) == "Spring"
    assert [term.said.span.of(text) for term in found.terms] == ["roses", "two words"]
    assert found.description is not None
    assert found.description.whole.of(text) == "Cut back."
    assert found.reading_time is not None
    assert found.reading_time.span.of(text) == "3"
    assert [link.target.span.of(text) for link in found.links] == ["autumn.md"]
    assert [key.name.span.of(text) for key in found.keys][:2] == ["title", "tags"]
    assert (found.language, str(found.day), found.heading) == ("ja", "2026-03-01", "Head")


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        ("Sato", ValueKind.TEXT),
        ("4.0", ValueKind.NUMBER),
        ('"4.0"', ValueKind.TEXT),
        ("true", ValueKind.SWITCH),
        ('"true"', ValueKind.SWITCH_WORD),
        ("2026-03-01", ValueKind.DATE),
        ('"2026-03-01 10:00"', ValueKind.DATE),
        ("2026-03-01 in the garden", ValueKind.TEXT),
        ("[a]", ValueKind.LIST),
        ("{a: b}", ValueKind.OBJECT),
        ("", ValueKind.EMPTY),
        ('""', ValueKind.EMPTY),
    ],
)
def test_a_key_knows_what_its_value_is(value: str, kind: ValueKind) -> None:
    assert summary(f"---\nx: {value}\n---\n").keys[0].kind is kind


def test_no_is_read_as_the_generator_reads_it() -> None:
    text, path = "---\nx: no\n---\n", PurePath("a.md")
    kinds = [
        summarise(read_post(text, path, generator), path).keys[0].kind
        for generator in (Generator.JEKYLL, Generator.ASTRO)
    ]
    assert kinds == [ValueKind.SWITCH, ValueKind.SWITCH_WORD]


def test_a_fingerprint_is_bounded_and_tells_how_much_is_in_both() -> None:
    text = bare(SEED.read_text(encoding="utf-8"))
    other = text[: len(text) // 2] + text[::-1]
    assert len(checksums(fingerprint(text * 3))) <= MOST
    assert likeness(fingerprint(text), fingerprint(text.replace("。", "、", 1))) > 0.9
    assert likeness(fingerprint(text), fingerprint(other)) < 0.6
    assert likeness(fingerprint(text), fingerprint("")) == 0.0
    assert likeness(b"", b"") == 0.0


def test_a_lone_surrogate_has_a_fingerprint() -> None:
    assert summary("---\ntitle: x\n---\n\n" + "k\ud800 garden " * 40).fingerprint
