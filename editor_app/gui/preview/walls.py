"""The walls between a post and the world: what stands before Qt starts, and which there are.

Each keeps out on its own what it is for; together they are meant to hold where
one of them has a hole.
"""

from __future__ import annotations

import importlib
import os
import shlex
import sys
from collections.abc import MutableMapping
from dataclasses import dataclass

SCHEME = b"post"
FLAGS = "QTWEBENGINE_CHROMIUM_FLAGS"
CONTENT_POLICY = (
    "default-src 'none'; img-src post: data:; style-src post: 'unsafe-inline'; font-src post:"
)
_RESOLVER = "--host-resolver-rules=MAP * ~NOTFOUND"
_FEATURES = (
    "AutofillServerCommunication",
    "BackForwardCache",
    "CertificateTransparencyComponentUpdater",
    "MediaRouter",
    "NetworkPrediction",
    "OptimizationHints",
    "PreconnectToSearch",
    "Prerender2",
    "Translate",
)
_SCRIPT = "--js-flags="
_SPARING = f"{_SCRIPT}--no-compilation-cache --gc-memory-reducer-start-delay-ms=1000"
"""No wall, but room: what a page shows is sent to it as script, of which no piece comes twice.
It is not kept for a second time, and what is left of it is looked for a second after the
last such look, not eight. Of a page of a megabyte it was seven of 42 MiB."""


@dataclass(frozen=True, slots=True)
class Walls:
    """Which walls of the page stand; all of them, but for a test that tries one alone.

    The sanitiser stands before them, in the render worker, and the resolver
    rule for the whole process.
    """

    policy: bool = True
    """The page comes with a content security policy."""
    no_script: bool = True
    """JavaScript is off; our own runs in a world of its own."""
    interceptor: bool = True
    """Every request that is not for post: or data: is blocked."""
    navigation: bool = True
    """The page can't be left."""


ALL_WALLS = Walls()


def prepare(environment: MutableMapping[str, str]) -> None:
    """Put up what must stand before QApplication is made."""
    environment[FLAGS] = chromium_flags(environment.get(FLAGS, ""))
    if _import_fault() is None:
        register_scheme()


def chromium_flags(present: str = "") -> str:
    """Flags for the web engine, after those that are there already.

    No name is ever resolved: a `<link rel=preconnect>` asks for its host's
    address past every other wall.
    """
    ours: tuple[str, ...] = (
        _RESOLVER,
        f"--disable-features={','.join(_FEATURES)}",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-domain-reliability",
        "--dns-prefetch-disable",
        "--no-pings",
    )
    there = shlex.split(present)
    if not any(flag.startswith(_SCRIPT) for flag in there):
        ours = (*ours, _SPARING)
    return " ".join(_quoted(flag) for flag in (*there, *(f for f in ours if f not in there)))


def register_scheme() -> None:
    """Make post: known to the web engine; only before QApplication is made."""
    core = importlib.import_module("PySide6.QtWebEngineCore")
    if core.QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME:
        return
    scheme = core.QWebEngineUrlScheme(SCHEME)
    scheme.setSyntax(core.QWebEngineUrlScheme.Syntax.Host)
    scheme.setFlags(core.QWebEngineUrlScheme.Flag.SecureScheme)
    core.QWebEngineUrlScheme.registerScheme(scheme)


def reason_without(environment: MutableMapping[str, str] = os.environ) -> str | None:
    """Why the web engine can't be used here, in English; None where it can."""
    fault = _import_fault()
    if fault is not None:
        return fault
    flags = environment.get(FLAGS, "")
    is_root = sys.platform == "linux" and os.geteuid() == 0
    if is_root and not _is_set(environment) and "--no-sandbox" not in flags:
        return "Qt WebEngine does not run as root"
    return None


def _import_fault() -> str | None:
    try:
        importlib.import_module("PySide6.QtWebEngineWidgets")
    except ImportError as error:
        return f"Qt WebEngine can't be loaded: {error}"
    return None


def is_prepared(environment: MutableMapping[str, str] = os.environ) -> bool:
    """Whether `prepare` was called in time."""
    core = importlib.import_module("PySide6.QtWebEngineCore")
    is_known = core.QWebEngineUrlScheme.schemeByName(SCHEME).name() == SCHEME
    return bool(is_known) and _RESOLVER in environment.get(FLAGS, "")


def _is_set(environment: MutableMapping[str, str]) -> bool:
    return environment.get("QTWEBENGINE_DISABLE_SANDBOX", "0") not in ("", "0")


def _quoted(flag: str) -> str:
    return f'"{flag}"' if " " in flag else flag
