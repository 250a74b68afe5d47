"""Strings in YAML: when they need quotes, and how they stand in each style.

A string needs quotes exactly when one of the readers would not read it back as
the same string: YAML 1.1 (the specification and PyYAML), YAML 1.2 (the core
schema, js-yaml, ruamel) or Ruby's Psych, which has rules of its own.
"""

from __future__ import annotations

import re

import yaml

from editor_app.core.frontmatter import scalars
from editor_app.core.frontmatter.nodes import Style
from editor_app.core.text.expressions import expression

_UNPRINTABLE = expression(
    "[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What can only stand as an escape: control characters, and what some reader takes for a
line break (U+0085, U+2028, U+2029) or a byte order mark."""

_SURROGATE = expression("[\ud800-\udfff]")

_STARTS_SYNTAX = expression(r"""[ \t\n,\[\]{}#&*!|>'"%@`]|[-?:](?:[ \t]|\Z)""")
_STARTS_SYNTAX_IN_FLOW = expression(r"[?:]|-(?:[,\[\]{}]|\Z)")
_SYNTAX = expression(r":(?:[ \t]|\Z)|[ \t]#|[\t\n]|[ ]\Z")
_SYNTAX_IN_FLOW = expression(r"[,?\[\]{}]|:[,\[\]{}]")

_OTHER_NUMBERS = expression(
    # what YAML 1.1's specification, ruamel or an older reader takes for a bool or a number
    r"[yYnN]|[-+]?(?:0b[01_]+|0o[0-7_]+|[0-9_]*[0-9_]|0x[0-9a-fA-F_]+)"
    r"|[-+]?[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
)
_STARTS_OTHER = frozenset("yYnN0123456789+-.")
_STRING_TAG = "tag:yaml.org,2002:str"

_ESCAPES = {
    "\0": "\\0",
    "\a": "\\a",
    "\b": "\\b",
    "\t": "\\t",
    "\n": "\\n",
    "\v": "\\v",
    "\f": "\\f",
    "\r": "\\r",
    "\x1b": "\\e",
    '"': '\\"',
    "\\": "\\\\",
}
_TO_ESCAPE = expression(f'["\\\\\t\n]|{_UNPRINTABLE.pattern}')
_LONGEST_KEY = 1000
"""A key is found by looking back, and the readers look back 1024 characters at most."""


def is_writable(text: str) -> bool:
    """Whether any style can carry a text: half a surrogate pair is no character."""
    return _SURROGATE.search(text) is None


def needs_quotes(text: str, *, in_flow: bool = False) -> bool:
    """Whether a text, written plain, would not be read back as the same string by all."""
    return (
        not text
        or _is_other_value(text)
        or _STARTS_SYNTAX.match(text) is not None
        or _SYNTAX.search(text) is not None
        or _UNPRINTABLE.search(text) is not None
        or (in_flow and _is_syntax_in_flow(text))
    )


def _is_syntax_in_flow(text: str) -> bool:
    return (
        _STARTS_SYNTAX_IN_FLOW.match(text) is not None or _SYNTAX_IN_FLOW.search(text) is not None
    )


def _is_other_value(text: str) -> bool:
    """Whether some reader takes a plain text for a bool, number, date, null or symbol."""
    if not (scalars.is_text11(text) and scalars.is_text12(text)):
        return True
    if text[0] in _STARTS_OTHER and _OTHER_NUMBERS.fullmatch(text):
        return True
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers
    candidates = resolvers.get(text[0], []) + resolvers.get(None, [])
    return any(tag != _STRING_TAG and pattern.match(text) for tag, pattern in candidates)


def can_be_single(text: str) -> bool:
    """Whether single quotes can carry a text on one line."""
    return "\n" not in text and _UNPRINTABLE.search(text) is None


def can_be_block(text: str) -> bool:
    """Whether a block scalar can carry a text."""
    return bool(text.strip(" \t\n")) and _UNPRINTABLE.search(text) is None


def quoted(text: str, style: Style) -> str:
    """A text in quotes on one line: single ones where they were asked for and can carry it."""
    if style is Style.SINGLE and can_be_single(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + _TO_ESCAPE.sub(_escape, text) + '"'


def _escape(found: re.Match[str]) -> str:
    character = found.group()
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def inline(text: str, style: Style, quote: Style, *, in_flow: bool = False) -> str:
    """A text on one line in the style that its place has, as far as that can carry it.

    `quote` is the kind of quotes for a text that can't stand plain.
    """
    if style is Style.PLAIN and not needs_quotes(text, in_flow=in_flow):
        return text
    return quoted(text, style if style in (Style.SINGLE, Style.DOUBLE) else quote)


def key(text: str, style: Style, quote: Style, *, in_flow: bool = False) -> str | None:
    """A text as a key; None where it is too long for one."""
    written = inline(text, style, quote, in_flow=in_flow)
    return None if len(written) > _LONGEST_KEY else written


def block(text: str, outer: int, inner: int, style: Style) -> tuple[str, str]:
    """A text as a block scalar: its mark (`|-`), and its lines, each after a line break.

    `outer` is the column of the list or mapping that it stands in, `inner` the
    column of its lines. The line break after its last line is not included.
    Folded style stays only where no line has to be folded or guarded.
    """
    body = text.removesuffix("\n")
    mark = "|"
    if style is Style.FOLDED and _can_be_folded(text):
        mark, body = ">", re.sub("\n+", r"\g<0>\n", body.rstrip("\n")) + _trailing(body)
    if _needs_indicator(text):
        mark += str(inner - outer)
    if not text.endswith("\n"):
        mark += "-"
    elif text.endswith("\n\n"):
        mark += "+"
    lines = (" " * inner + line if line else "" for line in body.split("\n"))
    return mark, "".join("\n" + line for line in lines)


def _trailing(body: str) -> str:
    return body[len(body.rstrip("\n")) :]


def _needs_indicator(text: str) -> bool:
    """Whether the first line does not show by itself how far the lines are indented."""
    for line in text.split("\n"):
        if line.startswith((" ", "\t")):
            return True
        if line:
            return False
    return False


def _can_be_folded(text: str) -> bool:
    return not text.startswith("\n") and not re.search(r"(?m)^[ \t]", text)
