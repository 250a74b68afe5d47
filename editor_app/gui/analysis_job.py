"""What runs in the analysis process: the newest text of each post, and no other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor_app.core.analysis import Analysis, Context, analyse


@dataclass(frozen=True, slots=True)
class Question:
    """Analyse `text`, which is `version` of the post that the window calls `key`."""

    key: int
    text: str
    context: Context
    version: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The analysis that a question asked for; None where `reason` says what went wrong."""

    key: int
    version: int
    analysis: Analysis | None
    reason: str = ""


def start() -> Callable[[Sequence[object]], object | None]:
    """Called once in the child process, which never loads Qt."""
    return analyse_latest


def analyse_latest(messages: Sequence[object]) -> tuple[Answer, ...]:
    """Answer the last question of each key; the ones before it are out of date."""
    latest: dict[int, Question] = {}
    for message in messages:
        if isinstance(message, Question):
            latest[message.key] = message
    return tuple(_answer(question) for question in latest.values())


def _answer(question: Question) -> Answer:
    try:
        analysis = analyse(question.text, question.context, question.version)
    except Exception as error:  # the edge of the process: the window says what went wrong
        return Answer(question.key, question.version, None, f"{type(error).__name__}: {error}")
    return Answer(question.key, question.version, analysis)
