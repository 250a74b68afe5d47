"""The patterns by which Hugo's cascades name their targets."""

from __future__ import annotations

from editor_app.core.site.publishing.ruby_glob import choices

LONGEST = 400
"""Of a pattern, in characters; a longer one fits nothing."""


def fits(pattern: str, text: str) -> bool:
    """`*` and `?` stay between slashes, `**` does not; `[a-z]`, `[!a]` and `{a,b}` choose."""
    if len(pattern) > LONGEST:
        return False
    return any(_fits(each, text) for each in choices(pattern))


def _fits(pattern: str, text: str) -> bool:
    """All places of the pattern that can be reached, character for character of the text."""
    steps = _steps(pattern)
    if steps.count("**") == 1 and all(step == "**" or _is_plain(step) for step in steps):
        # Go's library looks at both ends alone, which may overlap: /a/**/b fits /a/b.
        head, _, tail = pattern.partition("**")
        return text.startswith(head) and text.endswith(tail.lstrip("*"))
    reached = _closed({0}, steps)
    for character in text:
        following: set[int] = set()
        for place in reached:
            if place < len(steps):
                step = steps[place]
                if step == "**" or (step == "*" and character != "/"):
                    following.add(place)
                elif step not in {"*", "**"} and _takes(step, character):
                    following.add(place + 1)
        reached = _closed(following, steps)
        if not reached:
            return False
    return len(steps) in reached


def _closed(places: set[int], steps: list[str]) -> set[int]:
    """With the places behind runs, which may be empty."""
    result = set(places)
    for place in places:
        at = place
        while at < len(steps) and steps[at] in {"*", "**"}:
            at += 1
            result.add(at)
    return result


def _is_plain(step: str) -> bool:
    return step not in {"*", "?"} and step[0] not in "[\\"


def _takes(step: str, character: str) -> bool:
    if step == "?":
        return character != "/"
    if step[0] == "\\":
        return step[1:] == character
    if step[0] != "[" or len(step) == 1:
        return step == character
    inner = step[1:-1]
    is_negated = inner.startswith("!")
    inner = inner.removeprefix("!")
    if len(inner) == 3 and inner[1] == "-":
        return (inner[0] <= character <= inner[2]) != is_negated
    return (character in inner) != is_negated


def _steps(pattern: str) -> list[str]:
    result: list[str] = []
    at = 0
    while at < len(pattern):
        end = at + 1
        if pattern.startswith("**", at):
            end = at + 2
            while pattern[end : end + 1] == "*":
                end += 1
            result.append("**")
        elif pattern[at] == "\\" and end < len(pattern):
            end += 1
            result.append(pattern[at:end])
        elif pattern[at] == "[" and (close := pattern.find("]", at + 2)) > 0:
            end = close + 1
            result.append(pattern[at:end])
        else:
            result.append(pattern[at])
        at = end
    return result
