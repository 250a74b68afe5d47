"""Ruby's own patterns for file names, which are not those of a shell or of .gitignore."""

from __future__ import annotations

import re
from dataclasses import dataclass

_MOST_CHOICES = 200


@dataclass(frozen=True, slots=True)
class _Set:
    """One character; None takes any."""

    characters: str | None
    is_negated: bool = False

    def takes(self, character: str) -> bool:
        if self.characters is None:
            return True
        return _is_in(self.characters, character) != self.is_negated


_RUN = None
"""Any number of characters."""
_Token = _Set | None


def is_match(pattern: str, path: str) -> bool:
    """`File.fnmatch?`: here `*` and `?` go over slashes."""
    return _fits(_tokens(pattern), path)


def globs(pattern: str, path: str) -> bool:
    """`Dir.glob`: `*` stays in one name and finds no hidden one, `**/` goes down, braces choose."""
    steps = path.split("/")
    if any(step.startswith(".") for step in steps):
        return False
    return any(_walks(each.split("/"), steps) for each in choices(pattern))


def _walks(names: list[str], steps: list[str]) -> bool:
    """Whether the names fit the steps of a path, `**` any number of them."""
    reached = {0}
    for place, name in enumerate(names):
        if name == "**" and place < len(names) - 1:
            reached = set(range(min(reached), len(steps) + 1))
        else:
            tokens = _tokens(name)
            reached = {at + 1 for at in reached if at < len(steps) and _fits(tokens, steps[at])}
        if not reached:
            return False
    return len(steps) in reached


def choices(pattern: str) -> list[str]:
    """The patterns that `{a,b}` stands for, the innermost braces first."""
    waiting = [pattern]
    done: list[str] = []
    while waiting and len(waiting) + len(done) < _MOST_CHOICES:
        each = waiting.pop()
        found = re.search(r"\{([^{}]*)\}", each)
        if found is None:
            done.append(each)
        else:
            head, tail = each[: found.start()], each[found.end() :]
            waiting += [head + choice + tail for choice in found[1].split(",")]
    return done


def _tokens(pattern: str) -> list[_Token]:
    result: list[_Token] = []
    at = 0
    while at < len(pattern):
        character, end = pattern[at], at + 1
        if character == "*":
            result.append(_RUN)
        elif character == "?":
            result.append(_Set(None))
        elif character == "[" and (close := pattern.find("]", at + 2)) > 0:
            inner, end = pattern[at + 1 : close], close + 1
            is_negated = inner[0] in "!^"
            result.append(_Set(inner[1:] if is_negated else inner, is_negated))
        elif character == "\\" and end < len(pattern):
            result.append(_Set(pattern[end]))
            end += 1
        else:
            result.append(_Set(character))
        at = end
    return result


def _is_in(characters: str, one: str) -> bool:
    if len(characters) < 3:
        return one in characters
    at = 0
    while at < len(characters):
        if characters[at + 1 : at + 2] == "-" and at + 2 < len(characters):
            if characters[at] <= one <= characters[at + 2]:
                return True
            at += 3
        else:
            if characters[at] == one:
                return True
            at += 1
    return False


def _fits(tokens: list[_Token], text: str) -> bool:
    """Only the last run is ever tried again, so this is cheap for any pattern."""
    at = place = 0
    tried: tuple[int, int] | None = None
    while at < len(text):
        token = tokens[place] if place < len(tokens) else _Set("")
        if token is _RUN:
            tried = (at, place)
            place += 1
        elif token is not None and token.takes(text[at]):
            at, place = at + 1, place + 1
        elif tried is not None:
            tried = (tried[0] + 1, tried[1])
            at, place = tried[0], tried[1] + 1
        else:
            return False
    return all(token is _RUN for token in tokens[place:])
