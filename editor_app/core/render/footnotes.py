"""Footnotes: their numbers, in the order of the references, and their section at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from editor_app.core.render.engine import NOTE_MARK
from editor_app.core.render.sanitiser import ID_PREFIX
from editor_app.core.text.expressions import expression

_LINE = expression(r' data-line="[0-9]+"')


def numbered(stretches: Iterable[str], note: Callable[[str], str | None]) -> tuple[list[str], str]:
    """Put numbers in the place of the marks; also give the section of the footnotes.

    `note` gives a footnote's own HTML, which may refer to others.
    """
    numbers = _Numbers()
    shown = [NOTE_MARK.sub(numbers.reference, stretch) for stretch in stretches]
    contents: list[str] = []
    while len(contents) < len(numbers.labels):  # a footnote may be the first to name another
        content = _LINE.sub("", note(numbers.labels[len(contents)]) or "")
        contents.append(NOTE_MARK.sub(numbers.reference, content))
    return shown, _section(contents, list(numbers.counts.values()))


class _Numbers:
    def __init__(self) -> None:
        self.counts: dict[str, int] = {}

    @property
    def labels(self) -> list[str]:
        return list(self.counts)

    def reference(self, mark: re.Match[str]) -> str:
        label = bytes.fromhex(mark[1]).decode()
        count = self.counts[label] = self.counts.get(label, 0) + 1
        number = self.labels.index(label) + 1
        return (
            f'<sup class="footnote-reference"><a id="{ID_PREFIX}fnref-{number}-{count}"'
            f' href="#{ID_PREFIX}fn-{number}">{number}</a></sup>'
        )


def _section(contents: list[str], counts: list[int]) -> str:
    if not contents:
        return ""
    items = "".join(
        f'<li id="{ID_PREFIX}fn-{number}">{content}{_back(number, count)}</li>\n'
        for number, (content, count) in enumerate(zip(contents, counts, strict=True), start=1)
    )
    return f'<section class="footnotes"><ol>\n{items}</ol></section>\n'


def _back(number: int, count: int) -> str:
    return "".join(
        f'<a class="footnote-back" href="#{ID_PREFIX}fnref-{number}-{each}">↩</a>'
        for each in range(1, count + 1)
    )
