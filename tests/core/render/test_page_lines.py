"""The printed page counts its lines in the whole text."""

from __future__ import annotations

import re

from editor_app.core.render.page import render


def test_each_block_names_its_line_in_the_text() -> None:
    text = "---\ntitle: a\n---\nOne.\n\nTwo.\n\n## Three\n\n- four\n\n> five\n"
    lines = text.split("\n")
    found = re.findall(r'<(?:p|h2|li) data-line="(\d+)"[^>]*>(\w+)', render(text).html)
    assert [word for _, word in found] == ["One", "Two", "Three", "four", "five"]
    assert all(word in lines[int(number)] for number, word in found)
