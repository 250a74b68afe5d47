"""Nothing that a post says can break out of a format."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.cli.findings import Findings
from editor_app.cli.formats import FORMATS
from editor_app.core.diagnostics import Diagnostic, Related, Severity
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span
from tests.cli.found import hostile, written

DANGEROUS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]")


@pytest.mark.parametrize("name", FORMATS)
def test_no_control_character_reaches_the_output(name: str) -> None:
    assert DANGEROUS.findall(written(name, hostile())) == []


# --- annotations


def test_an_annotation_names_its_place() -> None:
    found = Findings(
        Path("_posts/spring.md"),
        read("---\ntitle: 春\n---\n".encode()),
        (Diagnostic("title-heading-mark", Severity.WARNING, "A title", Span(11, 12)),),
    )
    assert written("github", found).split("\n")[0] == (
        "::warning file=_posts/spring.md,line=2,endLine=2,col=8,endColumn=9,"
        "title=Galley title-heading-mark::A title"
    )


@given(st.text(max_size=40), st.text(alphabet="\r\n:,%=eror\x00\u2028ab", max_size=40))
def test_no_text_can_begin_another_annotation(message: str, name: str) -> None:
    path = Path("posts") / (name.replace("/", "").replace("\0", "") or "x")
    source = read(b"one\ntwo\n")
    found = Findings(path, source, (Diagnostic("a-rule", Severity.INFO, message, Span(0, 7)),))
    lines = written("github", found).split("\n")
    assert [line for line in lines if line.startswith("::")] == lines[:1]
    properties, _, said = lines[0].removeprefix("::notice ").partition("::")
    assert "::" not in properties
    assert [part.partition("=")[0] for part in properties.split(",")] == [
        "file",
        "line",
        "endLine",
        "title",
    ]
    assert "%0A" not in said or "%0A" in message


OBEYED = re.compile(r"^\s*::(?!(?:error|warning|notice) file=)|##\[", re.MULTILINE)


@pytest.mark.parametrize("name", FORMATS)
def test_no_line_of_a_post_is_obeyed_by_a_workflow(name: str) -> None:
    text = "::add-mask::e\n \u3000::stop-commands::x\n##[error]pwned\n"
    found = Diagnostic("a-rule", Severity.ERROR, "##[error]x", Span(0, 3), related=(
        Related(Span(14, 20), "::error::x"),
    ))  # fmt: skip
    others = (replace(found, span=Span(start, end)) for start, end in ((18, 20), (38, 44), (3, 42)))
    for path in ("::error::pwn.md", "##[error]pwn.md"):
        findings = Findings(Path(path), read(text.encode()), (found, *others))
        assert OBEYED.findall(written(name, findings)) == []


# --- the report


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read_page(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


def test_the_report_holds_no_tag_of_a_post() -> None:
    tags = read_page(written("html", hostile()))
    assert tags.names.isdisjoint({"script", "img", "iframe", "object", "link", "form", "base"})
    assert tags.attributes <= {"lang", "charset", "http-equiv", "content", "name", "class", "id",
                               "href"}  # fmt: skip
    assert "<script>alert(1)</script>" in "".join(tags.text)


def test_the_report_counts_and_marks() -> None:
    found = Findings(
        Path("spring.md"),
        read("---\ntitle: '# 春'\n---\n".encode()),
        (Diagnostic("title-heading-mark", Severity.ERROR, "A mark", Span(12, 14), "title"),),
    )
    page = written("html", found)
    assert "1 posts checked: 1 findings in 1 posts" in page
    assert "title: &#x27;<mark># </mark>春&#x27;" in page
    assert "default-src 'none'" in page
    assert "spring.md:2:9" in page


def test_a_report_of_nothing_says_so() -> None:
    page = written("html", Findings(Path("a.md"), read(b"text\n"), ()))
    assert "1 posts checked, nothing found" in page
    assert "<table>" not in page


def test_the_report_speaks_japanese() -> None:
    page = written("html", hostile(), language="ja")
    assert '<html lang="ja">' in page
    assert "見つかったこと" in page
