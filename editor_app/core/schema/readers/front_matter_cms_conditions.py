"""`when` of Front Matter CMS: on which other field a field depends."""

from __future__ import annotations

from editor_app.core.data_files.table import Table
from editor_app.core.schema.schema import Condition, Test

_TESTS = {
    "eq": Test.IS,
    "neq": Test.IS_NOT,
    "contains": Test.CONTAINS,
    "notContains": Test.LACKS,
    "startsWith": Test.STARTS,
    "endsWith": Test.ENDS,
    "gt": Test.ABOVE,
    "gte": Test.AT_LEAST,
    "lt": Test.BELOW,
    "lte": Test.AT_MOST,
    "minimum": Test.AT_LEAST,
    "maximum": Test.AT_MOST,
    "exlusiveMinimum": Test.ABOVE,
    "exclusiveMinimum": Test.ABOVE,
    "exclusiveMaximum": Test.BELOW,
}
_ALSO_WHERE_ABSENT = frozenset(_TESTS.values()) - {Test.IS, Test.IS_NOT, Test.LACKS}
"""Tests that only a value can fail, so that a field counts where there is none."""


def conditions(field: Table) -> tuple[Condition, ...]:
    """The other field is one of the same mapping."""
    when = field.table("when")
    if when is None:
        return ()
    name, word = when.needed("fieldRef"), when.choice("operator", tuple(_TESTS))
    if not when.has("operator"):
        when.missing("operator")
    if name is None or word is None:
        return ()
    wanted = when.value("value")
    values = tuple(wanted) if isinstance(wanted, list) else (wanted,)
    test = _TESTS[word]
    absent = (Condition((name.text,), Test.IS_ABSENT),) if test in _ALSO_WHERE_ABSENT else ()
    ignores_case = when.flag("caseSensitive") is False
    return (Condition((name.text,), test, values, ignores_case=ignores_case, alternatives=absent),)
