"""A rule's page as it is shown beside a problem: its reason first, the examples when asked for."""

from __future__ import annotations

import re
from html import escape
from itertools import groupby
from textwrap import dedent

_CODE = re.compile(r"`([^`]+)`")
_FACTS = re.compile(r"^[^\s:]+: (?:error|warning|info|hint)\.|^## ", re.MULTILINE)
"""The line that names severity and rule, whatever its language, or the first example."""


def reason(page: str) -> str:
    """The paragraphs between the page's title and its facts, as rich text."""
    body = page.split("\n", 1)[1] if page.startswith("#") else page
    return _paragraphs(_FACTS.split(body, maxsplit=1)[0])


def examples(page: str, ground: str) -> str:
    """Each example under its name, as rich text; empty for a page without any."""
    parts = re.split(r"^## ", page, flags=re.MULTILINE)[1:]
    shown = []
    for part in parts:
        title, _, rest = part.partition("\n")
        code = re.search(r"^(~~~|```).*?\n(.*?)^\1", rest, flags=re.MULTILINE | re.DOTALL)
        text = (
            f'<pre style="background:{ground}; white-space:pre-wrap">{escape(code[2])}</pre>'
            if code
            else _paragraphs(rest)
        )
        shown.append(f"<p><b>{escape(title)}</b></p>{text}")
    return "".join(shown)


def _paragraphs(text: str) -> str:
    """What Markdown would make of them: code that is indented by four keeps its lines."""
    pieces = [one for one in text.strip("\n").split("\n\n") if one.strip()]
    shown = []
    for is_code, group in groupby(pieces, _is_code):
        if is_code:
            code = dedent("\n\n".join(group))
            shown.append(f'<pre style="white-space:pre-wrap">{escape(code)}</pre>')
        else:
            shown += [f"<p>{_inline(' '.join(one.split()))}</p>" for one in group]
    return "".join(shown)


def _is_code(piece: str) -> bool:
    return all(line.startswith("    ") for line in piece.split("\n") if line)


def _inline(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(text, quote=False))
