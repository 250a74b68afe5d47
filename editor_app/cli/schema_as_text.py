"""What a site says of its posts, for a reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from editor_app.cli.console import Console
from editor_app.cli.schema_found import FoundSchema, PostsOfType
from editor_app.core.body.wording import width
from editor_app.core.schema.generators import title_of
from editor_app.core.schema.judge_choices import written
from editor_app.core.schema.merge import Conflict
from editor_app.core.schema.schema import Bounds, Collection, Said, SchemaField

_MOST_CHOICES = 12
_DEEPEST = 12


def as_lines(found: FoundSchema, console: Console) -> Iterator[str]:
    """Collections with their fields, the posts of each content type, conflicts, faults."""
    name = title_of(found.site.generator)
    yield f"{found.site.root} ({name})" if name else str(found.site.root)
    collections = tuple(found.collections)
    if not collections:
        yield console.say("The site says nothing of its posts")
    for each in collections:
        yield ""
        yield from _collection(each, console)
    yield ""
    yield console.say("posts")
    rows = tuple(_posts(each, console) for each in found.posts)
    yield from _table(rows) if rows else (f"  {console.say('none')}",)
    if found.conflicts:
        yield ""
        yield console.say("conflicts, of which the first counts")
        yield from (f"  {_conflict(each)}" for each in found.conflicts)
    if found.schema.wrong:
        yield ""
        yield console.say("faults")
    for file in found.schema.wrong:
        path = file.path.relative_to(found.site.root).as_posix()
        for fault in file.diagnostics:
            line = file.source.lines.position(fault.span.start).line
            yield f"  {path}:{line}: {fault.severity.word}: {fault.message}"


def _collection(of: Collection, console: Console) -> Iterator[str]:
    label = f" “{of.label}”" if of.label and of.label != of.name else ""
    yield f"{of.name}{label}: {', '.join(of.files)}  [{_place(of.said)}]"
    if of.conditions:
        yield f"  {console.say('only of some posts, by their values')}"
    if of.is_closed:
        yield f"  {console.say('no other keys')}"
    rows = tuple(_fields(of.fields, "", console))
    yield from _table(rows)


def _fields(
    fields: Iterable[SchemaField], above: str, console: Console, depth: int = 0
) -> Iterator[tuple[str, str]]:
    for each in fields:
        name = f"{above}{each.key}"
        yield name, f"{', '.join(_about(each, console))}  [{_place(each.said)}]".lstrip()
        if depth < _DEEPEST:
            yield from _fields(each.fields, f"{name}.", console, depth + 1)


def _about(of: SchemaField, console: Console) -> Iterator[str]:
    """What is said of a field, part by part."""
    if of.kind is not None:
        item = f" ({of.item})" if of.item is not None else ""
        yield f"{of.kind}{item}"
    flags = (
        (of.required, "required"),
        (of.required is None and of.required_if, "sometimes required"),
        (of.conditions, "not always"),
        (of.is_whole, "whole"),
        (of.is_unique, "each item once"),
        (of.is_closed, "no other keys"),
        (of.is_deprecated, "deprecated"),
        (of.is_hidden, "hidden"),
        (of.is_read_only, "read-only"),
        (of.computed, "computed"),
    )
    yield from (console.say(word) for is_so, word in flags if is_so)
    if of.choices:
        names = [written(choice.value) for choice in of.choices]
        shown = [*names[:_MOST_CHOICES], *(["…"] if len(names) > _MOST_CHOICES else ())]
        template = "one of {words}" if of.is_limit else "for example {words}"
        yield console.say(template, words=", ".join(shown))
    if of.bounds is not None:
        yield _bounds(of.bounds, console)
    if of.length is not None:
        yield console.say("length {bounds}", bounds=_bounds(of.length, console))
    if of.shape is not None:
        yield console.say("of the form {pattern}", pattern=of.shape.pattern.source)
    if of.default is not None:
        yield console.say("default {value}", value=written(of.default))


def _bounds(of: Bounds, console: Console) -> str:
    signs = (("≥", of.least), ("≤", of.most), (">", of.above), ("<", of.below))
    parts = [f"{sign} {bound}" for sign, bound in signs if bound is not None]
    if of.step is not None:
        parts.append(console.say("step {number}", number=of.step))
    return " ".join(parts)


def _posts(of: PostsOfType, console: Console) -> tuple[str, str]:
    return ", ".join(of.names) or console.say("no collection"), str(of.count)


def _conflict(of: Conflict) -> str:
    path = ".".join(map(str, of.path))
    return f"{path}, {of.about}: {of.taken.said}; {of.refused.said}"


def _place(said: Said) -> str:
    return said.place or said.source


def _table(rows: tuple[tuple[str, str], ...]) -> Iterator[str]:
    room = max((width(name) for name, _ in rows), default=0)
    for name, rest in rows:
        yield f"  {name}{' ' * (room - width(name))}  {rest}"
