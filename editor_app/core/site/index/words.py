"""The words of a text as they are indexed, and as they are looked for.

Words of letters and digits are indexed in one width and case. Kana, kanji and hangul
stand without spaces, so of a run of them every two neighbours are a word, and the last
is one alone: 東京都 is 東京, 京都 and 都. A query is cut in the same way, and its words
must stand one after another.
"""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import normalize

from editor_app.core.text.expressions import expression

RUNS = (
    "\u3005-\u3007\u3041-\u3096\u3099-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Characters of scripts that put no space between words, and hangul: inside of brackets."""

_RUN = expression(f"[{RUNS}]")
_PART = expression(rf"[{RUNS}]+|[^\W_{RUNS}]+")
_ASKED = expression(r'"([^"]*)"?|(\S+)')
MOST_PHRASES = 20
LONGEST_QUERY = 1000


@dataclass(frozen=True, slots=True)
class Phrase:
    """Parts that stand one after another; each is a run of kana and kanji or a word."""

    parts: tuple[str, ...]

    @property
    def indexed(self) -> tuple[str, ...]:
        """The words that stand in the index. A run at the end may go on in the text."""
        found = words(" ".join(self.parts))
        return tuple(found[:-1] if is_run(self.parts[-1]) and len(self.parts[-1]) > 1 else found)

    @property
    def is_beginning(self) -> bool:
        """Whether the last word need only begin like that: one kanji alone."""
        return is_run(self.parts[-1]) and len(self.parts[-1]) == 1


def fold(text: str) -> str:
    """The text in one width and case; equal for texts that differ in nothing else."""
    if text.isascii():
        return text.lower()
    # Again, as a small letter may be written with an accent of its own: that of İ.
    return normalize("NFKC", normalize("NFKC", text).lower())


def words(text: str) -> list[str]:
    """Every word of a text that is indexed, in order."""
    found: list[str] = []
    for part in _PART.findall(fold(text)):
        if part.isascii() or not is_run(part):
            found.append(part)
        else:
            found += [part[at : at + 2] for at in range(len(part))]
    return found


def phrases(query: str) -> tuple[Phrase, ...]:
    """What a reader looks for: all of these must be found. What stands in quotes is one."""
    asked = (found[1] or found[2] or "" for found in _ASKED.finditer(query[:LONGEST_QUERY]))
    parts = (tuple(_PART.findall(fold(each))) for each in asked)
    return tuple(Phrase(each) for each in dict.fromkeys(parts) if each)[:MOST_PHRASES]


def is_run(part: str) -> bool:
    return _RUN.match(part) is not None


def match_of(wanted: tuple[Phrase, ...]) -> str:
    """The phrases in the language of FTS5, whose quotes none of the words can hold."""
    return " ".join(
        f'"{" ".join(each.indexed)}"{" *" if each.is_beginning else ""}' for each in wanted
    )
