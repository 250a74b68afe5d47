"""The page as it is served: style, and the blocks that there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from functools import cache
from html import escape

from editor_app.core.render.code import style_sheet
from editor_app.core.render.patches import Block
from editor_app.core.resources import resource
from editor_app.gui.theme import DARK, LIGHT, Theme


def page_html(blocks: Sequence[Block], language: str, theme: Theme) -> str:
    """The whole page; `main`'s children are the blocks, one each."""
    body = "".join(f'<div class="block">{block.html}</div>' for block in blocks)
    return (
        f'<!doctype html><html lang="{escape(language)}" class="{theme.name}"><head>'
        f'<meta charset="utf-8"><title>Preview</title><style>{_style()}</style></head>'
        f'<body><main id="page">{body}</main></body></html>'
    )


@cache
def script() -> str:
    """What runs in our own world of the page."""
    return resource("preview/page.js").read_text(encoding="utf-8")


@cache
def _style() -> str:
    parts = [
        _variables(LIGHT),
        _variables(DARK),
        resource("preview/page.css").read_text(encoding="utf-8"),
        style_sheet(".light .highlight", is_dark=False),
        style_sheet(".dark .highlight", is_dark=True),
    ]
    return "\n".join(parts)


def _variables(theme: Theme) -> str:
    """The theme's colours as CSS variables under its name."""
    colours = ((field.name, getattr(theme, field.name)) for field in fields(theme))
    lines = " ".join(
        f"--{name.replace('_', '-')}: {value};"
        for name, value in colours
        if isinstance(value, str) and value.startswith("#")
    )
    scheme = "dark" if theme.is_dark else "light"
    return f":root.{theme.name} {{ color-scheme: {scheme}; {lines} }}"
