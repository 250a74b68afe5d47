"""Whether prose stops in the middle of a sentence, in Japanese and in English."""

from __future__ import annotations

import re
from enum import Enum, auto

from editor_app.core.body.sentences import sentences
from editor_app.core.body.wording import is_finished, is_japanese
from editor_app.core.text.expressions import expression

_OPEN_END = "、，「『（(【［・"
_CLOSED = "）)」』】〉》］]"
"""A remark in brackets and a quoted word may end a paragraph."""

_JAPANESE_END = expression(
    r"(?:など|等|以上|こと|もの|とき|時|感じ|まで|ください|下さい|どうぞ|ありがとう|かも|次第|予定|感謝を"
    r"|たい|のみ|だけ|ため|ところ|ほど|です|ます|でした|ました|ません|でしょう|ましょう|だ|である|だった"
    r"|ね|よ|な|か|わ|ぞ|ぜ|さ|っけ|けど|笑|ない|なし|あり|ご覧を|おわり|終わり|続く|つづく|乞うご期待|敬具|早々|草々)$"
)
_SIGNATURE = expression(
    r"(?:[—–―-]|by\s|thanks|thank you|regards|best\s|cheers|sincerely|yours"
    r"|文責|文[:：・]|執筆|編集|著者|以上|敬具|photo|写真|図\d|fig|table|表\d|source|出典|参考|via\s|image|[※*:&])",
    re.IGNORECASE,
)
_ADDRESS = expression(r"[^\s@]++@[^\s@]+\.[^\s@]+")
_FUNCTION_WORD = expression(
    r"\b(?:the|a|an|and|or|but|of|to|in|on|with|for|at|from|by|as|is|are|was|were|be|been|will|would|can"
    r"|could|should|may|might|must|has|have|had|that|which|who|whose|when|where|while|because|if|than"
    r"|then|this|these|those|their|our|your|its|his|her|my|into|about|between|not|so)$",
    re.IGNORECASE,
)
_FULL_STOP = expression(r"[。．！？!?]|\.(?=\s)")


class Before(Enum):
    """What follows a paragraph; that decides how sure one can be that it is cut."""

    END = auto()
    HEADING = auto()
    """Only open brackets and commas count."""
    MARKER = auto()
    """A program has put it where the text stopped."""
    AGAIN = auto()
    """The next paragraph has the same words and goes on."""


def is_cut(prose: str, before: Before) -> bool:
    """Whether masked prose of one paragraph stops in mid-sentence."""
    text = prose.rstrip()
    if not text:
        return False
    if is_finished(prose) and text[-1:] not in _OPEN_END:
        return False
    if text[-1] in _CLOSED:
        return False
    last_line = text[text.rfind("\n") + 1 :].strip()
    if _SIGNATURE.match(last_line) or _ADDRESS.fullmatch(last_line.split()[-1]):
        return False
    if is_japanese(text):
        return _is_japanese_cut(text, last_line, before)
    return _is_english_cut(text, last_line, before)


def _is_japanese_cut(text: str, last_line: str, before: Before) -> bool:
    if text[-1] in _OPEN_END:
        return len(text) >= 15
    if before is Before.HEADING or text.endswith("---") or _JAPANESE_END.search(text):
        return False
    if before is Before.AGAIN:
        return True
    fragment = _fragment(text)
    if "\n" in text and len(last_line) < 15:
        return False
    if before is Before.MARKER:
        return len(text) >= 20 and len(fragment) >= 4
    has_full_stop = len(fragment) < len(text)
    return (len(text) >= 40 and has_full_stop) or (len(fragment) >= 50 and "、" in fragment)


def _is_english_cut(text: str, last_line: str, before: Before) -> bool:
    if text[-1] in ",(":
        return len(text) >= 60 and len(last_line) >= 40
    if before is Before.HEADING:
        return False
    if _FUNCTION_WORD.search(text):
        return len(text) >= 60
    fragment = _fragment(text)
    words = len(fragment.split())
    return (
        _FULL_STOP.search(text) is not None
        and len(fragment) < len(text)
        and 6 <= words <= 60
        and fragment.count(",") < 2
        and (len(last_line) >= 40 or (_is_wrapped(text) and len(fragment) >= 40))
        and text[-1].isalpha()
    )


def _is_wrapped(text: str) -> bool:
    """Whether the lines before the last are as long as a program makes them."""
    lines = text.split("\n")[:-1]
    return bool(lines) and all(len(line) >= 60 for line in lines)


def may_stop_in_word(prose: str) -> bool:
    """Whether masked prose that is not Japanese is a long sentence without an end.

    Such a paragraph may also be a line that wants none, so that alone is not enough.
    """
    text = prose.rstrip()
    last_line = text[text.rfind("\n") + 1 :].strip()
    if is_finished(prose) or is_japanese(text) or _SIGNATURE.match(last_line):
        return False
    return len(text) >= 60 and len(_fragment(text).split()) >= 6


def _fragment(text: str) -> str:
    """What stands after the last sentence that has an end."""
    spans = tuple(sentences(text))
    return spans[-1].of(text) if spans else ""
