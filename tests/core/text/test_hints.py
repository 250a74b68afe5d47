"""Hints: what a search is spared with."""

from __future__ import annotations

from editor_app.core.text.hints import Hints


def test_a_hint_that_stands_alone_is_found() -> None:
    hints = Hints("TODO:", "FIXME:")
    assert hints.are_in("a line\nFIXME: the end")
    assert not hints.are_in("nothing to do")


def test_a_hint_of_a_group_counts_only_where_its_mark_stands_too() -> None:
    hints = Hints(groups={"<": ("think", "response>")})
    assert hints.are_in("<think>")
    assert not hints.are_in("I think so")
    assert not hints.are_in("a < b")


def test_each_group_is_asked() -> None:
    hints = Hints("alone", groups={"ア": ("アシスタント",), "orry": ("sorry", "Sorry")})
    assert hints.are_in("アルバム, sorry")
    assert hints.are_in("アルバム, alone")
    assert not hints.are_in("アルバム, worry")


def test_an_empty_text_holds_none() -> None:
    assert not Hints("a", groups={"b": ("bc",)}).are_in("")
