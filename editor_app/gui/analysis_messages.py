"""What the analysis process is asked and what it answers; light, for the window's side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from editor_app.core.analysis_values import Analysis, Context
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.text.edits import Edit
from editor_app.core.text.pickled import packed, unpacked


@dataclass(frozen=True, slots=True)
class Question:
    """Analyse `text`, which is `version` of the post that the window calls `key`."""

    key: int
    text: str
    context: Context
    version: int

    def __reduce__(self) -> tuple[object, ...]:
        return _question, (self.key, packed(self.text), self.context, self.version)


@dataclass(frozen=True, slots=True)
class AllowQuestion:
    """Which edits of `text` write a comment that allows a diagnostic?"""

    key: int
    text: str
    context: Context
    version: int
    found: Diagnostic


@dataclass(frozen=True, slots=True)
class AllowAnswer:
    """The edits for a version of a post; none where no comment can allow it."""

    key: int
    version: int
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The analysis that a question asked for; None where `reason` says what went wrong.

    Its front matter comes without the text: who asked has that.
    `pages` are the help pages of the rules that found something, by their ids.
    """

    key: int
    version: int
    analysis: Analysis | None
    reason: str = ""
    pages: Mapping[str, str] = field(default_factory=dict)


def _question(key: int, text: bytes, context: Context, version: int) -> Question:
    return Question(key, unpacked(text), context, version)
