"""`@value`: compared, hashed, replaced and sent to another process as any dataclass."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from editor_app.core.body.block import Block, BlockKind
from editor_app.core.text.spans import Span


def test_equal_values_are_one_in_a_set() -> None:
    assert len({Span(1, 2), Span(1, 2), Span(1, 3)}) == 2


def test_spans_are_ordered_by_start_and_then_by_end() -> None:
    assert sorted([Span(2, 3), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(2, 3)]


def test_a_span_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(3, 2)


def test_a_value_comes_back_from_a_pickle_and_from_replace() -> None:
    block = Block(BlockKind.HEADING, Span(0, 5), (Span(2, 5),), level=1)
    assert pickle.loads(pickle.dumps(block)) == block
    assert replace(block, level=2) == Block(BlockKind.HEADING, Span(0, 5), (Span(2, 5),), level=2)


def test_a_value_has_no_room_for_anything_else() -> None:
    assert not hasattr(Span(1, 2), "__dict__")
