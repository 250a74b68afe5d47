"""What runs in the analysis process: the newest text of each post, and no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Analysis
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.frontmatter.reader import read
from editor_app.core.messages import translator
from editor_app.core.post import read_post
from editor_app.core.rules.catalogue import LISTED, help_page
from editor_app.core.site.fact_reader import FactReader
from editor_app.core.suppressions.ignore_here import ignore_here
from editor_app.gui.analysis_messages import AllowAnswer, AllowQuestion, Answer, Question

Readers = dict[str, FactReader]
"""By the language in which they tell of faults; they remember what the sites say."""


def start() -> Callable[[Sequence[object]], object | None]:
    """Called once in the child process, which never loads Qt."""
    return partial(analyse_latest, readers={})


def analyse_latest(
    messages: Sequence[object], readers: Readers
) -> tuple[Answer | AllowAnswer, ...]:
    """Answer the last question of each key; the ones before it are out of date."""
    latest: dict[int, Question] = {}
    allowed: list[AllowAnswer] = []
    for message in messages:
        if isinstance(message, Question):
            latest[message.key] = message
        elif isinstance(message, AllowQuestion):
            allowed.append(_allow(message))
    return (*allowed, *(_answer(question, readers) for question in latest.values()))


def _allow(question: AllowQuestion) -> AllowAnswer:
    about = question.context
    post = read_post(question.text, about.path, about.generator, about.settings, about.schema)
    return AllowAnswer(question.key, question.version, ignore_here(post, question.found))


def _answer(question: Question, readers: Readers) -> Answer:
    try:
        analysis = _analysis(question, readers)
    except Exception as error:  # the edge of the process: the window says what went wrong
        return Answer(question.key, question.version, None, f"{type(error).__name__}: {error}")
    bare = replace(analysis, front_matter=replace(analysis.front_matter, text=""))
    pages = _pages(analysis.diagnostics, question.context.settings.language)
    return Answer(question.key, question.version, bare, pages=pages)


def _analysis(question: Question, readers: Readers) -> Analysis:
    """The analysis of a post, with what its site says of it."""
    about = question.context
    site, path, language = about.site, about.path, about.settings.language
    if site is None or path is None:
        return analyse(question.text, about, question.version)
    reader = readers.setdefault(language, FactReader(translator(language)))
    facts = reader.facts(site, path, read(question.text), about.now)
    analysis = analyse(question.text, replace(about, schema=facts.schema), question.version)
    return replace(analysis, facts=facts)


def _pages(diagnostics: Sequence[Diagnostic], language: str) -> dict[str, str]:
    """By the id of the rule."""
    rules = {found.rule for found in diagnostics} & {rule.ID for rule in LISTED}
    return {rule: help_page(rule, language) for rule in sorted(rules)}
