"""The analysis process answers, whatever the text is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import PurePath

from editor_app.core.analysis_values import Context
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.text.source import read
from editor_app.gui.analysis_job import analyse_latest
from editor_app.gui.analysis_messages import Answer, Question

CONTEXT = Context(
    PurePath("_posts/2026-03-01-spring.md"),
    Generator.JEKYLL,
    Settings(),
    datetime(2026, 3, 2, tzinfo=UTC),
)
BAD = '---\ntitle: "# Spring"\n---\n\nText.\n'


def answer(text: str, context: Context = CONTEXT) -> Answer:
    (result,) = analyse_latest([Question(1, text, context, 3)], {})
    assert result.analysis is not None
    return result


def test_the_pages_of_what_was_found_come_with_the_analysis() -> None:
    pages = answer(BAD).pages
    assert list(pages) == ["title-heading-mark"]
    assert pages["title-heading-mark"].startswith("# Title begins with a heading mark\n")


def test_a_text_in_an_unknown_encoding_has_one_problem_that_is_no_rule() -> None:
    source = read("---\ntitle: 春\n---\n".encode("cp932"))
    context = replace(CONTEXT, undecodable_byte=source.undecodable_byte, encoding=source.encoding)
    told = answer(source.text, context)
    assert told.analysis is not None
    assert [found.rule for found in told.analysis.diagnostics] == ["encoding-unknown"]
    assert list(told.pages) == ["encoding-unknown"]
