from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from editor_app.core.render.page import render
from editor_app.gui.preview.walls import chromium_flags, reason_without
from tests.gui.preview.hostile import CLICKED, HOSTILE

_ROOT = Path(__file__).resolve().parents[3]
_HREF = re.compile(r'href="([^"]*)"')
_FIRST = ("none", "sanitiser", "policy", "no_script", "interceptor", "navigation")


def _besieged(*names: str) -> dict[str, Any]:
    found = subprocess.run(
        [sys.executable, "-m", "tests.gui.preview.siege", *names],
        cwd=_ROOT,
        env={**os.environ, "QTWEBENGINE_CHROMIUM_FLAGS": ""},
        capture_output=True,
        text=True,
        timeout=110,
        check=False,
    )
    lines = [line.split(" ", 2) for line in found.stdout.splitlines() if line.startswith("RESULT")]
    assert [line[1] for line in lines] == list(names), found.stderr[-3000:]
    return {name: json.loads(result) for _, name, result in lines}


pytestmark = pytest.mark.timeout(300)


@pytest.fixture(scope="module")
def got_through() -> dict[str, Any]:
    """What got through each wall, standing alone: requests, connections, code, places left for."""
    return _besieged(*_FIRST) | _besieged("resolver") | _besieged("all")


def test_without_walls_the_posts_do_get_through(got_through: dict[str, Any]) -> None:
    assert len(HOSTILE) >= 90
    assert len(got_through["none"]["requests"]) >= 40
    assert len(got_through["none"]["ran"]) >= 15
    assert got_through["none"]["left"]


def test_the_sanitiser_alone_keeps_everything_out(got_through: dict[str, Any]) -> None:
    assert got_through["sanitiser"] == {"requests": [], "connections": 0, "ran": [], "left": []}


def test_the_policy_alone_loads_and_runs_nothing(got_through: dict[str, Any]) -> None:
    assert got_through["policy"]["ran"] == []
    # A policy can't forbid that the page is left, which asks for another one.
    assert got_through["policy"]["requests"] == ["refresh"]


def test_with_script_off_alone_nothing_runs(got_through: dict[str, Any]) -> None:
    assert got_through["no_script"]["ran"] == []


def test_the_interceptor_alone_lets_no_request_out(got_through: dict[str, Any]) -> None:
    assert got_through["interceptor"]["requests"] == []


def test_the_navigation_filter_alone_keeps_the_page(got_through: dict[str, Any]) -> None:
    assert got_through["navigation"]["left"] == []


def test_the_resolver_rule_alone_makes_no_connection(got_through: dict[str, Any]) -> None:
    assert got_through["resolver"]["requests"] == []
    assert got_through["resolver"]["connections"] == 0
    assert got_through["interceptor"]["connections"] > 0  # what only this wall keeps in


def test_all_walls_together(got_through: dict[str, Any]) -> None:
    assert got_through["all"] == {"requests": [], "connections": 0, "ran": [], "left": []}


@pytest.mark.parametrize("text", CLICKED)
def test_a_link_that_is_no_plain_address_has_none(text: str) -> None:
    html = render(text).html
    assert [address for address in _HREF.findall(html) if ":" in address] == []
    for link in re.findall(r"<a [^>]*>", html):
        assert not re.search(r"\b(target|ping|download|on\w+)=", link)


def test_flags_that_are_there_stay() -> None:
    flags = chromium_flags("--force-dark-mode --x='a b'")
    assert flags.startswith('--force-dark-mode "--x=a b" ')
    assert '"--host-resolver-rules=MAP * ~NOTFOUND"' in flags
    assert chromium_flags(flags) == flags


def test_the_user_s_own_flags_for_scripts_are_the_ones_that_count() -> None:
    assert chromium_flags("--js-flags=--jitless").count("--js-flags=") == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="about root")
def test_root_without_a_sandbox_switch_gets_the_plain_view() -> None:
    assert reason_without({"QTWEBENGINE_DISABLE_SANDBOX": "0"}) is not None
    assert reason_without({"QTWEBENGINE_DISABLE_SANDBOX": "1"}) is None
