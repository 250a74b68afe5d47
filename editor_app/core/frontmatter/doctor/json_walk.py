"""Walks JSON as a writer means it: what would have to be changed to make it JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from editor_app.core.frontmatter import limits
from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, Words
from editor_app.core.text.edits import Edit
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_BLANK = expression(r"[ \t\n\u00a0\u3000\ufeff]*")
_COMMENT = expression(r"(?://|#)[^\n]*|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_DOUBLE = expression(r'"(?:[^"\\\n]|\\[^\n])*"')
_SINGLE = expression(r"'(?:[^'\\\n]|\\[^\n])*'")
_CURLY = expression(r"[“”„＂]([^“”„＂\"\n]*)[“”„＂]")
_WORD = expression(r"[^\s,:{}\[\]\"'“”]+(?: +[^\s,:{}\[\]\"'“”]+)*")
_KEY_WORD = expression(r"[^\W\d][\w-]*")
_BAD_ESCAPE = expression(r'\\(?!["\\/bfnrt]|u[0-9a-fA-F]{4})')
_NUMBER = expression(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_WORDS = {"True": "true", "False": "false", "None": "null", "undefined": "null"}
_STARTS = tuple("\"'“”{[")


class _Lost(Exception):
    """Nobody can tell what is meant here."""


@dataclass(slots=True)
class Walk:
    """What was found on the way; `entries` are the spans of the keys at the top."""

    text: str
    found: list[Ailment] = field(default_factory=list)
    entries: list[Span] = field(default_factory=list)
    end: int = 0
    key: str = ""

    # --- values

    def value(self, at: int, depth: int) -> int:
        """The end of the value that begins at a place."""
        if depth > limits.MAX_DEPTH:
            raise _Lost
        head = self.text[at : at + 1]
        if head == "{":
            return self.pairs(at, depth)
        if head == "[":
            return self.items(at, depth)
        if head and head in "\"'“”„＂":
            return self.string(at)
        found = _WORD.match(self.text, at)
        if found is None:
            raise _Lost
        self.word(Span(*found.span()))
        return found.end()

    def word(self, span: Span) -> None:
        word = span.of(self.text)
        if word in ("true", "false", "null") or _NUMBER.fullmatch(word):
            return
        if word in _WORDS:
            values = {"word": word, "other": _WORDS[word]}
            words = Words("JSON writes {other}, not {word}", values)
            self.note(span, words, Words("Write {other}", values), Edit(span, _WORDS[word]))
            return
        words = Words("The text {word} must stand in double quotes", {"word": word})
        new = json.dumps(word, ensure_ascii=False)
        self.note(span, words, Words("Put it in double quotes"), Edit(span, new), safe=False)

    def string(self, at: int, is_key: bool = False) -> int:
        text = self.text
        if found := _DOUBLE.match(text, at):
            for bad in _BAD_ESCAPE.finditer(text, at, found.end()):
                words = Words("A backslash begins an escape, and {escape} is none",
                              {"escape": text[bad.start() : bad.start() + 2]})  # fmt: skip
                place = Span(bad.start(), bad.start())
                shown = Span(bad.start(), bad.start() + 2)
                self.note(
                    shown, words, Words("Write two backslashes"), Edit(place, "\\"), safe=False
                )
            return found.end()
        if found := _SINGLE.match(text, at):
            span = Span(*found.span())
            inner = found[0][1:-1].replace("\\'", "'")
            words = Words("JSON knows double quotes only")
            new = json.dumps(inner, ensure_ascii=False) if "\\" not in inner else f'"{inner}"'
            self.note(span, words, Words("Write double quotes"), Edit(span, new))
            return found.end()
        if found := _CURLY.match(text, at):
            span = Span(*found.span())
            words = Words("JSON knows plain double quotes only")
            new = json.dumps(found[1], ensure_ascii=False)
            self.note(span, words, Words("Write plain double quotes"), Edit(span, new))
            return found.end()
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        stop = at + len(text[at:end].rstrip(" \t,"))
        if text[at] != '"' or is_key or "\\" in text[at:stop]:
            raise _Lost
        if text[stop - 1] in "}]" and stop > at + 1:
            stop -= 1
        words = Words("The quote that opens here is never closed")
        self.note(
            Span(at, stop), words, Words("Close the quote"), Edit(Span(stop, stop), '"'), safe=False
        )
        return stop

    # --- collections

    def pairs(self, start: int, depth: int) -> int:
        at, is_first, last = self.blank(start + 1), True, start + 1
        while not self.text.startswith("}", at):
            if at >= len(self.text):
                return self.unclosed(start, last, "}", depth)
            if not is_first:
                at = self.comma(last, at, "}")
                if self.text.startswith("}", at):
                    break
            begin = at
            at = self.name(at)
            if depth == 0:
                self.key = self.text[begin:at].strip("\"'“”")
            at = self.blank(self.colon(self.blank(at)))
            last = at = self.value(at, depth + 1)
            if depth == 0:
                self.entries.append(Span(begin, at))
            at, is_first = self.blank(at), False
        return at + 1

    def items(self, start: int, depth: int) -> int:
        at, is_first, last = self.blank(start + 1), True, start + 1
        while not self.text.startswith("]", at):
            if at >= len(self.text) or self.text[at] == "}":
                return self.unclosed(start, last, "]", depth)
            if not is_first:
                at = self.comma(last, at, "]")
                if self.text.startswith("]", at):
                    break
            last = at = self.value(at, depth + 1)
            at, is_first = self.blank(at), False
        return at + 1

    def name(self, at: int) -> int:
        if self.text.startswith(_STARTS, at) and self.text[at] not in "{[":
            return self.string(at, is_key=True)
        found = _KEY_WORD.match(self.text, at)
        if found is None:
            raise _Lost
        span = Span(*found.span())
        words = Words("The key {key} must stand in double quotes", {"key": found[0]})
        title = Words("Put the key in double quotes")
        self.note(span, words, title, Edit(span, f'"{found[0]}"'))
        return found.end()

    def colon(self, at: int) -> int:
        mark = self.text[at : at + 1]
        if mark == ":":
            return at + 1
        if mark not in ("：", "="):
            raise _Lost
        span = Span(at, at + 1)
        words = Words("A plain colon must stand after a key, not {mark}", {"mark": mark})
        self.note(span, words, Words("Write a plain colon"), Edit(span, ":"))
        return at + 1

    def comma(self, last: int, at: int, closer: str) -> int:
        """The next item; `last` is the end of the one before."""
        mark = self.text[at : at + 1]
        if mark == ",":
            after = self.blank(at + 1)
            if self.text.startswith(closer, after):
                span = Span(at, at + 1)
                words = Words("A comma stands before the bracket that closes")
                self.note(span, words, Words("Remove the comma"), Edit(span, ""))
            return after
        if mark in ("、", "，", ";"):
            span = Span(at, at + 1)
            words = Words("A plain comma must stand between two values, not {mark}", {"mark": mark})
            self.note(span, words, Words("Write a plain comma"), Edit(span, ","))
            return self.blank(at + 1)
        if not self.text.startswith(_STARTS, at) and not _KEY_WORD.match(self.text, at):
            raise _Lost
        words = Words("A comma is missing after this value")
        place = Span(last, last)
        self.note(Span(last - 1, last), words, Words("Write a comma"), Edit(place, ","))
        return at

    def unclosed(self, start: int, last: int, closer: str, depth: int) -> int:
        if closer == "}" and depth:
            raise _Lost
        words = Words("The bracket that opens here is never closed")
        new = "\n}" if closer == "}" else closer
        title = Words("Write {mark} at its end", {"mark": closer})
        self.note(Span(start, start + 1), words, title, Edit(Span(last, last), new), safe=False)
        return last if closer == "]" else last - 1

    def blank(self, at: int) -> int:
        while True:
            found = _BLANK.match(self.text, at)
            at = at if found is None else found.end()
            comment = _COMMENT.match(self.text, at)
            if comment is None:
                return at
            span = Span(*comment.span())
            before = len(self.text[: span.start].rstrip(" \t"))
            words = Words("JSON knows no comments")
            cut = Edit(Span(before, span.end), "")
            self.note(span, words, Words("Remove the comment"), cut, safe=False)
            at = comment.end()

    def note(
        self, span: Span, words: Words, title: Words, edit: Edit, *, safe: bool = True
    ) -> None:
        self.found.append(Ailment(span, words, (Cure(title, (edit,), safe),), self.key or None))


def walk(text: str, start: int) -> Walk | None:
    """What an object that begins at a place would need; None where nobody can tell.

    Its `end` is after the object's last brace, or where one has to be put.
    """
    result = Walk(text)
    try:
        end = result.value(start, 0)
    except _Lost:
        return None
    result.end = end
    return result
