"""The text that a new post begins with."""

from __future__ import annotations

import datetime as dt

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import set_value
from editor_app.core.generator import Generator
from editor_app.core.text.edits import apply


def new_post(generator: Generator, title: str, now: dt.datetime) -> str:
    """Front matter with the fields that the generator's posts begin with, and an empty line.

    `now` has a zone. It goes before a body, or is the whole of a new post.
    Raises ValueError for a title that front matter can't hold.
    """
    text = _skeleton(generator, now)
    edits = set_value(read(text), ("title",), title)
    if isinstance(edits, Refusal):
        raise ValueError(edits.message)
    return apply(text, edits)


def date_text(generator: Generator, now: dt.datetime) -> str:
    """A moment in the notation that the generator's own manual uses."""
    if generator in {Generator.ELEVENTY, Generator.ASTRO}:
        return f"{now:%Y-%m-%d}"
    if generator is Generator.HUGO:
        return now.isoformat(timespec="seconds")
    return f"{now:%Y-%m-%d %H:%M:%S %z}".rstrip()


def _skeleton(generator: Generator, now: dt.datetime) -> str:
    date = date_text(generator, now)
    lines = {
        Generator.JEKYLL: (
            "layout: post",
            'title: ""',
            f"date: {date}",
            "categories: []",
            "tags: []",
        ),
        Generator.HUGO: ('title: ""', f"date: {date}", "draft: true", "tags: []"),
        Generator.ELEVENTY: ('title: ""', f"date: {date}", "tags: []"),
        Generator.ASTRO: ('title: ""', 'description: ""', f"pubDate: {date}"),
        Generator.UNKNOWN: ('title: ""', f"date: {date}"),
    }[generator]
    return "\n".join(("---", *lines, "---", "", ""))
