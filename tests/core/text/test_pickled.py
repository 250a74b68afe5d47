from __future__ import annotations

import pickle
import sys
from collections.abc import Callable

import pytest
from hypothesis import given

from editor_app.core.render.messages import Whole
from editor_app.core.render.patches import Block
from editor_app.core.text.pickled import packed, unpacked
from tests import nasty


@given(nasty.texts())
def test_a_text_comes_out_as_it_went_in(text: str) -> None:
    assert unpacked(packed(text)) == text


def test_a_text_with_half_a_pair_comes_out_too() -> None:
    assert unpacked(packed("a\ud83d")) == "a\ud83d"


@pytest.mark.parametrize("make", [lambda text: Whole(1, 2, text), lambda text: Block(text, 3)])
def test_a_message_takes_no_more_room_when_it_was_sent(make: Callable[[str], object]) -> None:
    text = "港の朝" * 1000
    before = sys.getsizeof(text)
    message = make(text)
    assert pickle.loads(pickle.dumps(message)) == message
    assert sys.getsizeof(text) == before
