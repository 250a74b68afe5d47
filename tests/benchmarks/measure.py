"""Times one program from outside: from a key to the screen, from the start, and its memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.screen import Rectangle, Screen

KEYS = 60
STARTS = 5
_BETWEEN_S = 0.35
_POLL_S = 0.001  # never a busy loop: it would take a core from what is measured
_LONGEST_S = 5.0
_CALM_S = 1.5
_HEADER = 60  # pixels: bars above the page do not count as page


@dataclass(frozen=True, slots=True)
class Figures:
    """Times in milliseconds, memory in MiB (proportional, with all children)."""

    echo: list[float]
    preview: list[float]
    memory: float

    def row(self) -> dict[str, float]:
        return {
            "echo_p50": statistics.median(self.echo),
            "echo_p95": statistics.quantiles(self.echo, n=20)[-1],
            "preview_p50": statistics.median(self.preview),
            "preview_p95": statistics.quantiles(self.preview, n=20)[-1],
            "memory": self.memory,
        }


@dataclass(frozen=True, slots=True)
class _Running:
    """A program whose text is on the screen, so many milliseconds after it was begun."""

    process: subprocess.Popen[str]
    screen: Screen
    editor: Rectangle
    preview: Rectangle
    start: float


def measure(module: str, file: Path, home: Path, display: str) -> Figures:
    """Start `python -m module file`, type into it, stop it."""
    environment = _environment(module, home, display)
    with _running(module, file, environment) as program:
        _wait_until_calm(program.screen, program.process.pid, program.preview)
        echo, shown = _type(program.screen, program.editor, program.preview)
        return Figures(echo, shown, _memory(program.process.pid))


def starts(modules: Sequence[str], file: Path, folder: Path, display: str) -> list[list[float]]:
    """Milliseconds of several starts of each, by turns; the first ones, from a cold disk, go.

    One start alone says little: between two of the same program there may be 300 ms.
    """
    environments = [_environment(module, folder / module, display) for module in modules]
    times: list[list[float]] = [[] for _ in modules]
    for _ in range(1 + STARTS):
        for module, environment, took in zip(modules, environments, times, strict=True):
            with _running(module, file, environment) as program:
                took.append(program.start)
    return [took[1:] for took in times]


def _environment(module: str, home: Path, display: str) -> dict[str, str]:
    environment = dict(os.environ, DISPLAY=display, GALLEY_HOME=str(home), QT_QPA_PLATFORM="xcb")
    environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # a benchmark may run as root
    _compile(environment, home.parent / "bytecode", module)
    return environment


@contextmanager
def _running(module: str, file: Path, environment: dict[str, str]) -> Iterator[_Running]:
    screen = Screen(environment["DISPLAY"])
    began = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", module, str(file)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout is not None
            places = json.loads(process.stdout.readline())
            editor = Rectangle(*places["editor"])
            x, y, width, height = places["preview"]
            preview = Rectangle(x, y + _HEADER, width, min(height - _HEADER, 400))
            _wait_for_text(screen, editor)
            start = (time.perf_counter() - began) * 1000
            yield _Running(process, screen, editor, preview, start)
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
            screen.close()


def _compile(environment: dict[str, str], folder: Path, module: str) -> None:
    """Have byte code as an installed program has it, whatever this run's environment writes.

    Without it each start would compile every library anew, and hold more memory for that.
    """
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(folder)
    workers = "editor_app.gui.analysis_job, editor_app.core.render.jobs"
    views = "editor_app.gui.app, editor_app.gui.preview.web_view"
    code = f"import {module}, {workers}, {views}, pygments.lexers.python"
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)


def _wait_for_text(screen: Screen, editor: Rectangle) -> None:
    until = time.monotonic() + 60
    while len(set(screen.pixels(editor)[::4])) < 8:  # glyphs have many greys, a bare ground few
        if time.monotonic() > until:
            raise TimeoutError("the text did not appear")
        time.sleep(0.005)


def _wait_until_calm(screen: Screen, program: int, preview: Rectangle) -> None:
    """Until the page stands still and the program and its children have nothing to do."""
    since = time.monotonic()
    until = since + 120
    last = screen.pixels(preview), _seconds_used(program)
    while time.monotonic() - since < _CALM_S and time.monotonic() < until:
        time.sleep(_CALM_S / 5)
        now = screen.pixels(preview), _seconds_used(program)
        if now[0] != last[0] or now[1] - last[1] > _CALM_S / 50:
            since = time.monotonic()
        last = now


def _seconds_used(program: int) -> float:
    """Processor time of a process and its children so far."""
    used = 0.0
    for one in _family(program):
        try:
            fields = Path(f"/proc/{one}/stat").read_text("utf-8").rpartition(")")[2].split()
        except OSError:
            continue
        used += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return used


def _type(screen: Screen, editor: Rectangle, preview: Rectangle) -> tuple[list[float], list[float]]:
    echo: list[float] = []
    shown: list[float] = []
    for number in range(KEYS):
        before = screen.pixels(editor), screen.pixels(preview)
        pressed = time.perf_counter()
        screen.press(ord("abcdefghij"[number % 10]))
        echoed = previewed = 0.0
        while not (echoed and previewed) and time.perf_counter() - pressed < _LONGEST_S:
            if not echoed and screen.pixels(editor) != before[0]:
                echoed = (time.perf_counter() - pressed) * 1000
            if not previewed and screen.pixels(preview) != before[1]:
                previewed = (time.perf_counter() - pressed) * 1000
            time.sleep(_POLL_S)
        if not (echoed and previewed):
            raise TimeoutError(f"key {number} did not reach {'preview' if echoed else 'editor'}")
        echo.append(echoed)
        shown.append(previewed)
        time.sleep(_BETWEEN_S)
    return echo[5:], shown[5:]


def _memory(pid: int) -> float:
    """MiB that the process and all its children hold, shared pages by their share."""
    total = 0
    for one in _family(pid):
        try:
            lines = Path(f"/proc/{one}/smaps_rollup").read_text("ascii").splitlines()
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def _family(pid: int) -> list[int]:
    members = [pid]
    for member in members:
        for tasks in Path(f"/proc/{member}/task").glob("*/children"):
            members += [int(child) for child in tasks.read_text("ascii").split()]
    return members
