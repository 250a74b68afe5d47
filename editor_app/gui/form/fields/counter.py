"""How long a text is beside how long it may be."""

from __future__ import annotations

from editor_app.core.diagnostics import Severity
from editor_app.core.schema.schema import Bounds, SchemaField

_NEAR = 0.9


def counter(text: str, about: SchemaField | None) -> str:
    """ "42 / 60", in code points; "3 / 10+" where only a least is said; else nothing."""
    return of_count(len(text), about.length if about else None)


def counter_severity(text: str, about: SchemaField | None) -> Severity | None:
    return severity_of_count(len(text), about.length if about else None, has_any=bool(text))


def of_count(count: int, bounds: Bounds | None) -> str:
    if bounds is None:
        return ""
    if isinstance(bounds.most, int | float):
        return f"{count} / {bounds.most:g}"
    if isinstance(bounds.least, int | float) and bounds.least > 1:
        return f"{count} / {bounds.least:g}+"
    return ""


def severity_of_count(count: int, bounds: Bounds | None, *, has_any: bool) -> Severity | None:
    """A warning near the most, where little is left, and below the least; an error beyond."""
    if bounds is None:
        return None
    if isinstance(bounds.most, int | float):
        if count > bounds.most:
            return Severity.ERROR
        if bounds.most >= 10 and count >= _NEAR * bounds.most:
            return Severity.WARNING
    if has_any and isinstance(bounds.least, int | float) and count < bounds.least:
        return Severity.WARNING
    return None
