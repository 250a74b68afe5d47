"""Which parts of a date a format has, in the tokens of Day.js and date-fns."""

from __future__ import annotations

from editor_app.core.schema.kind import FieldKind
from editor_app.core.text.expressions import expression

_LITERAL = expression(r"\[[^\]]*\]|'[^']*'")
_DAY = expression(r"[YyMDdLlQqwWEPGgIie]")
_TIME = expression(r"[HhKkmsSAaBp]")
_BOTH = expression(r"\s*(?:L{3,4}|l{3,4}|[XxTt])\s*")
_CLOCK = expression(r"\s*LTS?\s*")


def date_kind(form: str) -> FieldKind:
    """A date, a time, or both."""
    tokens = _LITERAL.sub("", form)
    if _BOTH.fullmatch(tokens):  # Day.js: a whole date and time, or seconds since 1970
        return FieldKind.DATE_TIME
    has_day = _DAY.search(tokens) is not None and not _CLOCK.fullmatch(tokens)
    has_time = _TIME.search(tokens) is not None or _CLOCK.fullmatch(tokens) is not None
    if has_day and not has_time:
        return FieldKind.DATE
    return FieldKind.TIME if has_time and not has_day else FieldKind.DATE_TIME
