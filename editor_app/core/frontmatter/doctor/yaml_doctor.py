"""The doctor for YAML: what is wrong between the fences."""

from __future__ import annotations

from collections import Counter

from editor_app.core.frontmatter.doctor import yaml_lines, yaml_parts
from editor_app.core.frontmatter.doctor.ailment import Ailment, Cure, Words
from editor_app.core.frontmatter.doctor.report import Report
from editor_app.core.frontmatter.doctor.yaml_lines import Part
from editor_app.core.frontmatter.doctor.yaml_parts import Place
from editor_app.core.frontmatter.nodes import Scalar
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span

_MOST = 50
"""So many keys are looked at that can't be read; who has more has another problem."""


def examine(text: str, content: Span) -> Report:
    """What is wrong in the YAML that `content` covers."""
    _, parts = yaml_lines.parts(text, content)
    place = Place(text, _column(text, parts), frozenset(part.name(text) for part in parts))
    found: list[Ailment] = []
    sound: list[str] = []
    lost: list[Span] = []
    unsound: set[int] = set()
    for number, part in enumerate(parts):
        if part.head.key is None:
            before = parts[number - 1] if sound and number - 1 not in unsound else None
            stray = _stray(text, part, before)
            found.append(stray)
            if stray.cures:
                sound.pop()  # it goes on with these lines
            else:
                lost.append(part.span)
            continue
        if yaml_parts.is_good(part, place):
            sound.append(_raw(part.span.of(text)))
            continue
        unsound.add(number)
        if len(unsound) > _MOST:
            return Report(())
        ailments = yaml_parts.examine(part, place)
        found += ailments
        if not all(each.cures for each in ailments):
            lost.append(part.span)
    return Report(tuple(found), tuple(sound), tuple(lost))


def _stray(text: str, part: Part, before: Part | None) -> Ailment:
    """Lines that belong to no key; indented, they go on with the text of the key before."""
    written = part.span.of(text).strip()
    words = Words("The line “{line}” has no key", {"line": written.partition("\n")[0]})
    span = Span(part.head.start, part.head.end)
    if before is None or before.span.end != part.span.start or len(before.lines) > 1:
        return Ailment(span, words)
    places = [each.start for each in part.lines if text[each.start : each.end].strip()]
    value = before.head.value.of(text) + "\n  " + written.replace("\n", "\n  ")
    node = yaml_lines.value_of(value)
    is_text = isinstance(node, Scalar) and isinstance(node.yaml11, str)
    if before.head.is_block or not is_text or not written[0].isalpha():
        return Ailment(span, words)
    title = Words("Let it go on with the value of {key}", {"key": before.name(text)})
    cure = Cure(title, tuple(Edit(Span(at, at), "  ") for at in places))
    return Ailment(span, words, (cure,), before.name(text))


def _column(text: str, parts: tuple[Part, ...]) -> int:
    """Where most keys at the top begin."""
    columns = Counter(
        part.head.depth(text) for part in parts if not part.head.indent.of(text).strip(" ")
    )
    return max(columns, key=lambda column: (columns[column], -column)) if columns else 0


def _raw(source: str) -> str:
    """A key at the top with its value, as it is written."""
    content = yaml_lines.read(source)
    if content is None:  # an alias, whose anchor stands in another part
        return source.strip(" \n")
    return content.root.entries[0].span.of(source)


def written(text: str, content: Span) -> tuple[str, ...]:
    """Every key at the top of YAML that can be read, with its value, as it is written."""
    source = content.of(text)
    found = yaml_lines.read(source)
    entries = () if found is None else found.root.entries
    return tuple(entry.span.of(source) for entry in entries)
