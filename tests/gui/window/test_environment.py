"""Japanese can be typed where the desktop uses fcitx."""

from __future__ import annotations

from editor_app.gui.environment import prepare_input
from editor_app.gui.i18n import language_of


def test_fcitx_is_reached_through_ibus() -> None:
    for variables in (
        {"QT_IM_MODULE": "fcitx"},
        {"QT_IM_MODULE": "fcitx5"},
        {"XMODIFIERS": "@im=fcitx"},
        {"GTK_IM_MODULE": "fcitx"},
    ):
        prepare_input(variables)
        assert variables["QT_IM_MODULES"] == "fcitx;ibus"


def test_another_input_method_and_the_users_own_choice_stay() -> None:
    for variables in (
        {},
        {"QT_IM_MODULE": "ibus"},
        {"XMODIFIERS": "@im=ibus"},
        {"QT_IM_MODULE": "fcitx", "QT_IM_MODULES": "compose"},
    ):
        before = dict(variables)
        prepare_input(variables)
        assert variables == before


def test_the_language_is_the_one_asked_for_then_the_environments() -> None:
    assert language_of("ja", {"LANG": "en_US.UTF-8"}) == "ja"
    assert language_of(None, {"GALLEY_LANG": "ja", "LANG": "en_US.UTF-8"}) == "ja"
    assert language_of(None, {"LANG": "ja_JP.UTF-8"}) == "ja"
    assert language_of(None, {"LANG": "C.UTF-8"}) == "en"
    assert language_of(None, {"LANG": "fr_FR"}) == "en"
