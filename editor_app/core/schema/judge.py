"""Judge one value against one field: the rules do, and so does the form."""

from __future__ import annotations

from collections.abc import Iterator

from editor_app.core.diagnostics import Severity
from editor_app.core.frontmatter.nodes import Node, Path, Scalar, Sequence, Value
from editor_app.core.frontmatter.verbatim import Wanted
from editor_app.core.generator import Generator
from editor_app.core.schema.judge_bounds import beyond, too_long, too_many
from editor_app.core.schema.judge_choices import near, written
from editor_app.core.schema.judge_kind import faulty_kind, is_list_of_words, words_of
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import is_null
from editor_app.core.schema.misfit import NOTHING, About, Fault, Nothing
from editor_app.core.schema.reading import readings
from editor_app.core.schema.schema import SchemaField
from editor_app.core.text.patterns import Clock

SECONDS = 0.5
"""For all patterns of one post together."""

_MOST_NAMED = 12


def judge(field: SchemaField, node: Node, generator: Generator, clock: Clock) -> Iterator[Fault]:
    """Why a value does not fit a field, as the site's own generator would read it.

    Null fits unless the field says that it does not; whether something has to stand
    there is not asked here. The parts of an object are fields of their own.
    """
    if is_null(node):
        if field.is_nullable is False:
            grave = Severity.ERROR if generator is Generator.ASTRO else Severity.WARNING
            yield Fault(About.KIND, "is_nullable", "{name} is empty", severity=grave)
        return
    if field.kind is FieldKind.LIST and is_list_of_words(field, node, generator):
        for word in words_of(node, generator):
            if not _is_allowed(field, word, word, is_strict=False):
                yield _unlisted(field, word)
        return
    fault = faulty_kind(field.kind, field, node, generator)
    if fault is not None:
        yield fault
        return
    if isinstance(node, Scalar):
        yield from beyond(field, node, generator)
        yield from _of_scalar(field, node, generator, clock)
    elif isinstance(node, Sequence):
        yield from too_many(field, len(node.items), is_strict=generator is Generator.ASTRO)
        if field.kind is FieldKind.LIST:
            yield from _of_items(field, node, generator, clock)


def _of_items(
    field: SchemaField, node: Sequence, generator: Generator, clock: Clock
) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, item in enumerate(node.items):
        inner: Path = (number,)
        if is_null(item):
            continue
        fault = faulty_kind(field.item, field, item, generator, inner)
        if fault is not None:
            yield fault
        elif isinstance(item, Scalar):
            yield from _of_scalar(field, item, generator, clock, inner)
        if field.is_unique:
            spelt = repr(readings(item, generator))
            if spelt in seen:
                shown = written(item.text) if isinstance(item, Scalar) else "…"
                template = "{name} has {value} more than once"
                yield Fault(About.UNIQUE, "is_unique", template, {"value": shown}, inner)
            seen.add(spelt)


def _of_scalar(
    field: SchemaField, node: Scalar, generator: Generator, clock: Clock, inner: Path = ()
) -> Iterator[Fault]:
    if not node.text.strip():
        return
    values = readings(node, generator)
    is_strict = generator is Generator.ASTRO
    if not any(_is_allowed(field, value, node.text, is_strict=is_strict) for value in values):
        yield _unlisted(field, node.text, inner, near(node.text, field.choices))
    elif any(isinstance(value, str) for value in values):
        yield from too_long(field, node.text, inner)
        yield from _shapeless(field, node.text, clock, inner)


def _is_allowed(field: SchemaField, value: Value, text: str, *, is_strict: bool) -> bool:
    """Whether a value is one of the choices; unless `is_strict`, written alike is enough."""
    if not field.is_limit or not field.choices:
        return True
    for choice in field.choices:
        is_same_type = isinstance(value, bool) is isinstance(choice.value, bool)
        if is_same_type and value == choice.value:
            return True
        if not is_strict and text.strip() == written(choice.value):
            return True
    return False


def _unlisted(
    field: SchemaField, text: str, inner: Path = (), instead: Wanted | Nothing = NOTHING
) -> Fault:
    names = [written(choice.value) for choice in field.choices]
    words = ", ".join((*names[:_MOST_NAMED], *(["…"] if len(names) > _MOST_NAMED else ())))
    template = "{name} is {value}, and only these are allowed: {words}"
    told = {"value": written(text), "words": words}
    return Fault(About.CHOICE, "choices", template, told, inner, instead)


def _shapeless(field: SchemaField, text: str, clock: Clock, inner: Path) -> Iterator[Fault]:
    shape = field.shape
    if shape is None or clock.has_run_out:
        return
    fits = clock.is_in(shape.pattern, text)
    if fits is None:
        template = "The pattern of {name} takes too long on this post"
        yield Fault(About.SHAPE, "shape", template, inner=inner, severity=Severity.WARNING)
    elif not fits:
        template = "{name} does not fit {pattern}: {value}"
        yield Fault(
            About.SHAPE,
            "shape",
            "{name}: {message}" if shape.message else template,
            {"pattern": shape.pattern.source, "value": written(text), "message": shape.message},
            inner,
        )
