"""What runs in the analysis process: the newest text of each post, and no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from editor_app.core.analysis import analyse
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.post import read_post
from editor_app.core.rules.catalogue import LISTED, help_page
from editor_app.core.suppressions.ignore_here import ignore_here
from editor_app.gui.analysis_messages import AllowAnswer, AllowQuestion, Answer, Question


def start() -> Callable[[Sequence[object]], object | None]:
    """Called once in the child process, which never loads Qt."""
    return analyse_latest


def analyse_latest(messages: Sequence[object]) -> tuple[Answer | AllowAnswer, ...]:
    """Answer the last question of each key; the ones before it are out of date."""
    latest: dict[int, Question] = {}
    allowed: list[AllowAnswer] = []
    for message in messages:
        if isinstance(message, Question):
            latest[message.key] = message
        elif isinstance(message, AllowQuestion):
            allowed.append(_allow(message))
    return (*allowed, *(_answer(question) for question in latest.values()))


def _allow(question: AllowQuestion) -> AllowAnswer:
    about = question.context
    post = read_post(question.text, about.path, about.generator, about.settings)
    return AllowAnswer(question.key, question.version, ignore_here(post, question.found))


def _answer(question: Question) -> Answer:
    try:
        analysis = analyse(question.text, question.context, question.version)
    except Exception as error:  # the edge of the process: the window says what went wrong
        return Answer(question.key, question.version, None, f"{type(error).__name__}: {error}")
    bare = replace(analysis, front_matter=replace(analysis.front_matter, text=""))
    pages = _pages(analysis.diagnostics, question.context.settings.language)
    return Answer(question.key, question.version, bare, pages=pages)


def _pages(diagnostics: Sequence[Diagnostic], language: str) -> dict[str, str]:
    """By the id of the rule."""
    rules = {found.rule for found in diagnostics} & {rule.ID for rule in LISTED}
    return {rule: help_page(rule, language) for rule in sorted(rules)}
