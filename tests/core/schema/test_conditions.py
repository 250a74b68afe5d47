"""Whether a field counts: each test, on each kind of value."""

from __future__ import annotations

from typing import Any

import pytest

from editor_app.core.schema.conditions import holds
from editor_app.core.schema.schema import Condition
from editor_app.core.schema.schema import Test as How


def counts(condition: Condition, values: dict[str, Any]) -> bool:
    return holds([condition], values, values)


@pytest.mark.parametrize(
    ("how", "wanted", "value", "met"),
    [
        (How.CONTAINS, "ja", "java", True),
        (How.CONTAINS, "ja", ["java"], False),
        (How.CONTAINS, "java", ["c", "java"], True),
        (How.LACKS, "ja", "java", False),
        (How.LACKS, "ja", ["java"], True),
        (How.LACKS, "ja", None, True),
        (How.STARTS, "ja", "java", True),
        (How.ENDS, "ja", "java", False),
        (How.ABOVE, 3, 3, False),
        (How.AT_LEAST, 3, 3, True),
        (How.AT_LEAST, 3, "3", False),
        (How.BELOW, 3, 2, True),
        (How.AT_MOST, 3, 3.5, False),
        (How.MATCHES, "^j", "java", True),
        (How.IS, True, 1, False),
        (How.IS_NOT, "a", ["a", "b"], False),
    ],
)
def test_a_value_is_compared(how: How, wanted: Any, value: Any, met: bool) -> None:
    assert counts(Condition(("key",), how, (wanted,)), {"key": value}) is met


def test_upper_and_lower_case_may_be_the_same() -> None:
    condition = Condition(("key",), How.IS, ("Draft",), ignores_case=True)
    assert counts(condition, {"key": "DRAFT"})
    assert counts(condition, {"key": ["draft"]})
    assert not counts(condition, {"key": 1})


def test_an_alternative_is_enough() -> None:
    absent = Condition(("key",), How.IS_ABSENT)
    condition = Condition(("key",), How.ABOVE, (3,), alternatives=(absent,))
    assert counts(condition, {})
    assert counts(condition, {"key": 4})
    assert not counts(condition, {"key": 3})
