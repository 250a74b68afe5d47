"""Where front matter starts and ends, as the generators see it.

The generators differ, and we take what any of them takes, so that a writer
sees the fields that her generator sees:

- opening `---`: all. Blanks after it: all. After blank lines: Hugo only.
- `---yaml`, `---json`, `---toml`: gray-matter (Eleventy, Astro) only.
- `+++` and a `{` at the start: Hugo only.
- closing `---`: all; `...`: Jekyll only, an error elsewhere.
- `----` and `--- x` are no fences (gray-matter would close at either, Hugo at
  the second, python-frontmatter opens at the first).
- no closing fence: an error for Hugo and gray-matter, body text for Jekyll. We
  say unreadable where the next line looks like a key, and take the line for a
  horizontal rule of the body where it does not.

The body is never scanned, unless the closing fence is missing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from editor_app.core.frontmatter import limits
from editor_app.core.frontmatter.json_format import end_of_object
from editor_app.core.frontmatter.nodes import Format, Unreadable
from editor_app.core.text.expressions import expression
from editor_app.core.text.spans import Span

_OPENING = expression(
    r"(?P<blank>[ \t\n]*\n)?(?P<fence>(?P<mark>---|\+\+\+)[ \t]*(?P<name>\w*)[ \t]*)(?:\n|\Z)"
)
_CLOSING = {"---": ("---", "..."), "+++": ("+++",)}
_NAMES = {
    "": Format.YAML,
    "yaml": Format.YAML,
    "yml": Format.YAML,
    "json": Format.JSON,
    "toml": Format.TOML,
}
_OBJECT = expression(r'[ \t\n]*(?=\{\s*["}])')
_KEY = expression(r"""(?:"[^"\n]*"|'[^'\n]*'|[^\s:#\[\]{}>|*-][^\n:]*?)[ \t]*[:=](?:[ \t]|\n|\Z)""")
_COMMENTS = expression(r"(?:[ \t]*#[^\n]*\n)*")
_BLANK_LINE = expression(r"^[ \t]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Fences:
    """The fences of a post: what they are, what stands between, where the body begins.

    A fence's span has the line without its break. JSON has its braces as
    fences, and they belong to the content as well.
    """

    format: Format
    opening: Span
    content: Span
    closing: Span | None
    body_start: int
    unreadable: Unreadable | None = None

    @property
    def span(self) -> Span:
        return Span(self.opening.start, self.body_start)


def find(text: str) -> Fences | None:
    """The fences of the front matter at the start of a text; None without one."""
    if found := _OPENING.match(text):
        return _fenced(text, found)
    if found := _OBJECT.match(text):
        return _object(text, found.end())
    return None


def _looks_like_keys(text: str, start: int) -> bool:
    """Whether a key stands on the next line, comments aside."""
    comments = _COMMENTS.match(text, start)
    return _KEY.match(text, start if comments is None else comments.end()) is not None


def _fenced(text: str, found: re.Match[str]) -> Fences | None:
    opening = Span(*found.span("fence"))
    mark, name = found["mark"], found["name"].lower()
    start = found.end()
    looks_like_keys = _looks_like_keys(text, start)
    if found["blank"] and not looks_like_keys:
        return None
    format_ = Format.TOML if mark == "+++" and not name else _NAMES.get(name)
    if mark == "+++" and name:
        return None
    closing = _closing(text, start, _CLOSING[mark])
    if closing is None:
        return _unclosed(text, opening, start, mark, format_) if looks_like_keys else None
    body_start = min(closing.end + 1, len(text))
    fences = Fences(
        format_ or Format.YAML, opening, Span(start, closing.start), closing, body_start
    )
    if format_ is None:
        message = f"Galley reads front matter in YAML, TOML and JSON, not in “{found['name']}”"
        return replace(fences, unreadable=Unreadable(message, opening))
    return replace(fences, unreadable=limits.too_long(fences.content))


def _closing(text: str, start: int, marks: tuple[str, ...]) -> Span | None:
    """The first line from `start` on that is a closing fence."""
    first: Span | None = None
    for mark in marks:
        found = _line(text, start, mark, len(text) if first is None else first.start)
        first = first if found is None else found
    return first


def _line(text: str, start: int, mark: str, stop: int) -> Span | None:
    """The first line between two places that holds a mark and nothing else."""
    at = start if text.startswith(mark, start, stop) else _after_break(text, start - 1, mark, stop)
    while at >= 0:
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        if not text[at + len(mark) : end].strip(" \t"):
            return Span(at, end)
        at = _after_break(text, at, mark, stop)
    return None


def _after_break(text: str, start: int, mark: str, stop: int) -> int:
    at = text.find("\n" + mark, start, stop)
    return at if at < 0 else at + 1


def _unclosed(text: str, opening: Span, start: int, mark: str, format_: Format | None) -> Fences:
    """Take the lines up to the first blank one for the front matter."""
    blank = _BLANK_LINE.search(text, start)
    end = blank.start() if blank else len(text)
    message = f"The front matter has no end: write {mark} on a line of its own after the last key"
    return Fences(
        format_ or Format.YAML,
        opening,
        Span(start, end),
        None,
        end,
        Unreadable(message, opening),
    )


def _object(text: str, start: int) -> Fences:
    """JSON ends where its own braces do; what follows on that line is body."""
    end = end_of_object(text, start)
    if isinstance(end, Unreadable):
        stop = _BLANK_LINE.search(text, start)
        body = stop.start() if stop else len(text)
        return Fences(Format.JSON, Span(start, start + 1), Span(start, body), None, body, end)
    body_start = end
    while text.startswith((" ", "\t"), body_start):
        body_start += 1
    if text.startswith("\n", body_start):
        body_start += 1
    elif body_start < len(text):
        body_start = end
    return Fences(
        Format.JSON, Span(start, start + 1), Span(start, end), Span(end - 1, end), body_start
    )
