"""Analyses after a pause, never while composing; fixes go to the text that they were made for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from pytestqt.qtbot import QtBot

from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.text.edits import Edit
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span
from editor_app.gui.analysis_job import analyse_latest
from editor_app.gui.analysis_messages import Answer, Question
from editor_app.gui.analyst import Analyst
from editor_app.gui.document import Document
from editor_app.gui.session_check import LONGEST_PAUSE_MS, PAUSE_MS, SessionCheck

TEXT = '---\ntitle: "# Spring"\ndate: 2026-01-01\n---\n\nText.\n'
CONTEXT = Context(None, Generator.JEKYLL, Settings(), datetime(2026, 5, 4, tzinfo=UTC))


@pytest.fixture
def analyst(qtbot: QtBot) -> Iterator[Analyst]:
    made = Analyst()
    yield made
    made.close()


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document(read(TEXT.encode()))


@pytest.fixture
def check(document: Document, analyst: Analyst, qtbot: QtBot) -> Iterator[SessionCheck]:
    made = SessionCheck(1, document, lambda: CONTEXT, analyst)
    made.ask_now()
    qtbot.waitUntil(lambda: made.is_current, timeout=20_000)
    yield made
    made.stop()


def _append(document: Document, text: str) -> None:
    end = document.table.length
    assert document.apply([Edit(Span(end, end), text)], document.version, "typing") is None


def _fix_of(check: SessionCheck, rule: str) -> tuple[Analysis, int]:
    analysis = check.analysis
    assert analysis is not None
    at = next(at for at, one in enumerate(analysis.diagnostics) if one.rule == rule)
    return analysis, at


def test_a_change_is_analysed_after_a_pause(
    qtbot: QtBot, check: SessionCheck, document: Document
) -> None:
    _append(document, "\n---END---\n")
    assert not check.is_current
    qtbot.waitUntil(lambda: check.is_current, timeout=20_000)
    assert check.analysis is not None
    assert "end-marker" in {found.rule for found in check.analysis.diagnostics}


def test_a_pause_is_as_long_as_the_last_analysis_took(
    qtbot: QtBot, check: SessionCheck, document: Document
) -> None:
    _append(document, "A line of [text](/here/) with *some* marks.\n\n" * 20_000)
    qtbot.waitUntil(lambda: check.is_current, timeout=60_000)
    long = check.pause_ms
    assert PAUSE_MS < long <= LONGEST_PAUSE_MS
    end = document.table.length
    assert document.apply([Edit(Span(60, end), "")], document.version, "cutting") is None
    qtbot.waitUntil(lambda: check.is_current, timeout=60_000)
    assert check.pause_ms < long


def test_nothing_is_analysed_while_an_input_method_is_open(
    qtbot: QtBot, check: SessionCheck, document: Document
) -> None:
    _append(document, "a")
    document.set_composing(True)
    qtbot.wait(500)
    assert not check.is_current
    document.set_composing(False)
    qtbot.waitUntil(lambda: check.is_current, timeout=20_000)


def test_a_fix_is_one_step_with_its_name(check: SessionCheck, document: Document) -> None:
    analysis, at = _fix_of(check, "title-heading-mark")
    fix = analysis.diagnostics[at].fixes[0]
    check.apply_fix(fix)
    assert 'title: "Spring"' in document.text
    assert document.undo_name == fix.title[0].lower() + fix.title[1:]
    document.undo()
    assert document.text == TEXT


def test_a_fix_of_an_older_text_is_made_for_the_present_one(
    qtbot: QtBot, check: SessionCheck, document: Document
) -> None:
    analysis, at = _fix_of(check, "title-heading-mark")
    start = TEXT.index("title")
    edit = Edit(Span(start, start), "layout: post\n")
    assert document.apply([edit], document.version, "typing") is None
    check.apply_fix(analysis.diagnostics[at].fixes[0])
    assert "# Spring" in document.text
    qtbot.waitUntil(lambda: 'title: "Spring"' in document.text, timeout=20_000)
    assert document.text == TEXT.replace("title", "layout: post\ntitle", 1).replace("# ", "")


def test_a_fix_whose_problem_is_gone_is_refused(
    qtbot: QtBot, check: SessionCheck, document: Document
) -> None:
    analysis, at = _fix_of(check, "title-heading-mark")
    fix = analysis.diagnostics[at].fixes[0]
    start = TEXT.index("# Spring")
    assert document.apply([Edit(Span(start, start + 2), "")], document.version, "typing") is None
    with qtbot.waitSignal(check.refused, timeout=20_000):
        check.apply_fix(fix)
    assert document.text == TEXT.replace("# ", "")


def test_all_safe_fixes_wait_for_the_present_text(
    qtbot: QtBot, check: SessionCheck, document: Document
) -> None:
    _append(document, "\n---END---\n")
    check.apply_safe_fixes()
    qtbot.waitUntil(lambda: "---END---" not in document.text, timeout=20_000)
    assert "# Spring" not in document.text
    document.undo()
    assert "---END---" in document.text
    assert "# Spring" in document.text


def test_a_span_follows_what_was_typed_since(check: SessionCheck, document: Document) -> None:
    span = Span(TEXT.index("Text"), TEXT.index("Text") + 4)
    assert document.apply([Edit(Span(0, 0), "\n\n")], document.version, "typing") is None
    assert check.present(span).of(document.text) == "Text"
    assert document.apply([Edit(Span(0, 50), "")], document.version, "typing") is None
    assert check.present(span).end <= document.table.length


def test_only_the_last_question_of_each_post_is_answered() -> None:
    questions = [Question(key, TEXT, CONTEXT, version) for key in (1, 2) for version in (1, 2, 3)]
    answers = analyse_latest(questions, {})
    assert [(one.key, one.version) for one in answers] == [(1, 3), (2, 3)]
    assert all(isinstance(one, Answer) and one.analysis is not None for one in answers)


def test_a_check_that_hangs_is_ended_and_said(qtbot: QtBot) -> None:
    analyst = Analyst(deadline_ms=1)
    with qtbot.waitSignal(analyst.failed, timeout=20_000) as failed:
        analyst.ask(7, TEXT * 2000, CONTEXT, 1)
    assert failed.args is not None
    assert failed.args[0] == 7
    assert "too long" in failed.args[1]
    analyst.close()


def test_what_is_asked_too_early_is_answered_once_it_may_begin(
    qtbot: QtBot, analyst: Analyst
) -> None:
    answered: list[int] = []
    analyst.analysed.connect(lambda _, analysis: answered.append(analysis.version))
    analyst.wait()
    analyst.ask(7, TEXT, CONTEXT, 1)
    qtbot.wait(20)
    assert analyst.process_id is None
    analyst.begin()
    qtbot.waitUntil(lambda: answered == [1], timeout=20_000)
    analyst.ask(7, TEXT, CONTEXT, 2)
    qtbot.waitUntil(lambda: answered == [1, 2], timeout=20_000)


def test_all_safe_fixes_leave_none_behind_and_are_one_step(
    qtbot: QtBot, check: SessionCheck, document: Document
) -> None:
    text = TEXT + "\nThe end.\n\n---END---"
    length = document.table.length
    assert document.apply([Edit(Span(0, length), text)], document.version, "paste") is None
    check.apply_safe_fixes()

    def is_clean() -> bool:
        analysis = check.analysis
        assert analysis is not None
        return check.is_current and not any(one.safe_fix for one in analysis.diagnostics)

    qtbot.waitUntil(lambda: document.undo_name == "all safe fixes", timeout=20_000)
    qtbot.waitUntil(is_clean, timeout=20_000)
    assert document.text.endswith("The end.\n")
    document.undo()
    assert document.text == text
