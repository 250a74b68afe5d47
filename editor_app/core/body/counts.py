"""How long a post is, in characters, words and minutes."""

from __future__ import annotations

import math
from dataclasses import dataclass

from editor_app.core.text.expressions import expression


@dataclass(frozen=True, slots=True)
class Counts:
    """Without white space and markup, and without blocks of code.

    `japanese` are the kana and kanji among `characters`; `words` are runs of
    letters and digits that are neither. `minutes` is the reading time, rounded
    up; `exact_minutes` before that.
    """

    characters: int
    japanese: int
    words: int
    minutes: int
    exact_minutes: float

    @property
    def is_japanese(self) -> bool:
        """Kana and kanji are more than a fifth of the characters."""
        return self.japanese * 5 > self.characters


_JAPANESE = expression("[\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uff66-\uff9f々〆〇]+")
_WORD = expression(r"[^\W_]+(?:['’.-][^\W_]+)*")


def count(text: str, characters_per_minute: int, words_per_minute: int) -> Counts:
    """Count the visible text of a post, of which each block is a line.

    A Japanese text is measured by its characters, any other by its words, as
    the reading times that sites print are.
    """
    characters = sum(map(len, text.split()))
    others = [text] if text.isascii() else _JAPANESE.split(text)
    japanese = len(text) - sum(map(len, others))
    words = len(_WORD.findall(" ".join(others)))
    is_japanese = japanese * 5 > characters
    exact = characters / characters_per_minute if is_japanese else words / words_per_minute
    return Counts(characters, japanese, words, math.ceil(exact), exact)
