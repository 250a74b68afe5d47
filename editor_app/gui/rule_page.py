"""A rule's page as it is shown beside a problem: its reason first, the examples when asked for."""

from __future__ import annotations

import re
from html import escape

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
    paragraphs = [" ".join(one.split()) for one in text.strip().split("\n\n") if one.strip()]
    return "".join(f"<p>{_inline(one)}</p>" for one in paragraphs)


def _inline(text: str) -> str:
    return _CODE.sub(r"<code>\1</code>", escape(text, quote=False))
