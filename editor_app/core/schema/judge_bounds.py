"""Whether a number, a date, a text or a list is within its bounds."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterator
from fractions import Fraction

from editor_app.core.frontmatter.nodes import Path, Scalar, Value
from editor_app.core.generator import Generator
from editor_app.core.schema.dates import DateText, read_date, read_time
from editor_app.core.schema.judge_choices import written
from editor_app.core.schema.kind import FieldKind
from editor_app.core.schema.kinds import DATE_KINDS
from editor_app.core.schema.misfit import About, Fault
from editor_app.core.schema.reading import readings
from editor_app.core.schema.schema import Bounds, SchemaField

_NUMBERS = (
    ("least", "{name} is {value}, which is less than {bound}"),
    ("most", "{name} is {value}, which is more than {bound}"),
    ("above", "{name} is {value}, and has to be more than {bound}"),
    ("below", "{name} is {value}, and has to be less than {bound}"),
    ("step", "{name} is {value}, which is no multiple of {bound}"),
)
_BEFORE = "{name} is {value}, which is before {bound}"
_AFTER = "{name} is {value}, which is after {bound}"


def beyond(field: SchemaField, node: Scalar, generator: Generator) -> Iterator[Fault]:
    """Of a number, a date or a time of day."""
    values = readings(node, generator)
    if field.is_whole and not any(_is_whole(value) for value in values):
        template = "{name} is {value}, which is no whole number"
        yield Fault(About.RANGE, "is_whole", template, {"value": node.text})
    bounds = field.bounds
    if bounds is None:
        return
    if field.kind in DATE_KINDS:
        yield from _dates(bounds, node.text)
    elif field.kind is FieldKind.TIME:
        yield from _times(bounds, node.text)
    else:
        yield from _numbers(bounds, values, node.text)


def too_long(field: SchemaField, text: str, inner: Path) -> Iterator[Fault]:
    """Of a text, in code points."""
    bounds = field.length
    if bounds is None:
        return
    least = "{name} has {count} characters, and needs {bound} at least"
    most = "{name} has {count} characters, and may have {bound} at most"
    if (found := _uncounted(bounds, len(text), least, most)) is not None:
        told = {"count": len(text), "bound": written(found[1])}
        yield Fault(About.RANGE, "length", found[0], told, inner)


def too_many(field: SchemaField, count: int, *, is_strict: bool) -> Iterator[Fault]:
    """Of a list; one that is empty and need not be there has none too few, unless `is_strict`."""
    bounds = field.bounds
    if bounds is None or (not count and not field.required and not is_strict):
        return
    least = "{name} has {count} items, and needs {bound} at least"
    most = "{name} has {count} items, and may have {bound} at most"
    if (found := _uncounted(bounds, count, least, most)) is not None:
        yield Fault(About.RANGE, "bounds", found[0], {"count": count, "bound": written(found[1])})


def _uncounted(bounds: Bounds, count: int, least: str, most: str) -> tuple[str, float] | None:
    """The template of the bound that a count does not keep, and that bound."""
    if isinstance(bounds.least, int | float) and count < bounds.least:
        return least, bounds.least
    if isinstance(bounds.most, int | float) and count > bounds.most:
        return most, bounds.most
    return None


# --- numbers


def _is_whole(value: Value) -> bool:
    """Whether it is a whole number, or none at all."""
    return not isinstance(value, float) or value.is_integer()


def _numbers(bounds: Bounds, values: tuple[Value, ...], text: str) -> Iterator[Fault]:
    numbers = [each for each in values if isinstance(each, int | float)]
    numbers = [each for each in numbers if not isinstance(each, bool)]
    if not numbers or len(numbers) < len(values):
        return
    for name, template in _NUMBERS:
        bound = getattr(bounds, name)
        if not isinstance(bound, int | float):
            continue
        if not any(_keeps(name, number, bound) for number in numbers):
            yield Fault(About.RANGE, "bounds", template, {"value": text, "bound": written(bound)})


def _keeps(name: str, number: float, bound: float) -> bool:
    if isinstance(number, float) and not math.isfinite(number):
        return True
    if name == "least":
        return number >= bound
    if name == "most":
        return number <= bound
    if name == "above":
        return number > bound
    if name == "below":
        return number < bound
    return not bound or (Fraction(str(number)) / Fraction(str(bound))).denominator == 1


# --- dates and times


def _dates(bounds: Bounds, text: str) -> Iterator[Fault]:
    own = read_date(text)
    least = read_date(bounds.least) if isinstance(bounds.least, str) else None
    most = read_date(bounds.most) if isinstance(bounds.most, str) else None
    if own is not None and least is not None and _is_before(own, least):
        yield _not_between(_BEFORE, text, least.text)
    if own is not None and most is not None and _is_before(most, own):
        yield _not_between(_AFTER, text, most.text)


def _not_between(template: str, text: str, bound: str) -> Fault:
    return Fault(About.RANGE, "bounds", template, {"value": text.strip(), "bound": bound.strip()})


def _is_before(one: DateText, other: DateText) -> bool:
    """By the day, unless both say a time and both or none say a zone."""
    if one.time is None or other.time is None or (one.offset is None) != (other.offset is None):
        return one.date < other.date
    return _moment(one, one.time) < _moment(other, other.time)


def _moment(date: DateText, time: dt.time) -> tuple[int, int]:
    """Days and seconds, in UTC where a zone is said; dates have ends, and these have none."""
    seconds = (time.hour * 60 + time.minute) * 60 + time.second
    offset = date.offset
    seconds -= 0 if offset is None else round(offset.total_seconds())
    days, rest = divmod(seconds, 24 * 60 * 60)
    return date.date.toordinal() + days, rest


def _times(bounds: Bounds, text: str) -> Iterator[Fault]:
    own = read_time(text)
    least = read_time(bounds.least) if isinstance(bounds.least, str) else None
    most = read_time(bounds.most) if isinstance(bounds.most, str) else None
    if own and least and _is_earlier(own, least):
        yield _not_between(_BEFORE, text, str(bounds.least))
    if own and most and _is_earlier(most, own):
        yield _not_between(_AFTER, text, str(bounds.most))


def _is_earlier(one: dt.time, other: dt.time) -> bool:
    """Unless only one of them says a zone."""
    return (one.tzinfo is None) is (other.tzinfo is None) and one < other
