"""`dev.py test`: every check of the house, one after the other."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from house import system
from house.console import ROOT, environment, loud, run, say

_CODE = ("editor_app", "packaging", "tests")
# import-linter has no `python -m` of its own.
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as command; command()"


@dataclass(frozen=True, slots=True)
class Step:
    """A check and the program that makes it, run with the environment's Python."""

    name: str
    arguments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    name: str
    passed: bool
    seconds: float


STATIC = (
    Step("format", ("-m", "ruff", "format", "--check", *_CODE)),
    Step("lint", ("-m", "ruff", "check", *_CODE)),
    Step("types", ("-m", "mypy")),
    Step("imports", ("-c", _LINT_IMPORTS, "--no-logo")),
)


_WINDOW = ("tests/gui", "tests/e2e", "tests/faults", "tests/screens")
TESTS = (
    Step("window", ("-m", "pytest", *_WINDOW)),
    Step("tests", ("-m", "pytest", *(f"--ignore={folder}" for folder in _WINDOW))),
)
"""All tests in two halves of about the same length, for two cores."""


def test(python: Path, selection: Sequence[str]) -> int:
    """All checks, or only the tests that `selection` (pytest's arguments) names."""
    say("")
    unavailable = system.prepare_tests(system.TEST_PROGRAMS)
    if selection:
        outcomes = [_outcome(python, Step("tests", ("-m", "pytest", *selection)))]
    else:
        outcomes = [_outcome(python, step) for step in STATIC]
        outcomes += _together(python, *TESTS)
    if unavailable:
        outcomes.append(_not_tested(unavailable))
    return _summary(outcomes)


def pytest(python: Path, arguments: Sequence[str], **settings: str) -> int:
    """Run pytest with settings for the tests in its environment (GALLEY_…)."""
    unavailable = system.prepare_tests(system.TEST_PROGRAMS)
    if unavailable:
        outcome = _not_tested(unavailable)
        if not outcome.passed:
            return 1
    return run([python, "-m", "pytest", *arguments], environment(**settings))


def _outcome(python: Path, step: Step) -> Outcome:
    say(f"── {step.name} ".ljust(78, "─"))
    begin = time.monotonic()
    status = run([python, *step.arguments])
    return Outcome(step.name, status == 0, time.monotonic() - begin)


def _together(python: Path, shown: Step, beside: Step) -> list[Outcome]:
    """Two checks at the same time: the output of the second comes after that of the first."""
    begin = time.monotonic()
    with tempfile.TemporaryFile() as output:
        command = [str(python), *beside.arguments]
        with subprocess.Popen(
            command, cwd=ROOT, env=environment(), stdout=output, stderr=subprocess.STDOUT
        ) as process:
            first = _outcome(python, shown)
            status = process.wait()
        seconds = time.monotonic() - begin
        say(f"── {beside.name} ".ljust(78, "─"))
        output.seek(0)
        for line in output:
            say(line.decode("utf-8", "replace").rstrip("\n"))
    return [first, Outcome(beside.name, status == 0, seconds)]


def _not_tested(programs: Sequence[str]) -> Outcome:
    packages = " ".join(system.TEST_PROGRAMS[name] for name in programs)
    is_ci = os.environ.get("CI", "").lower() in {"1", "true"}
    loud(
        f"NOT TESTED: the tests that need {', '.join(programs)}"
        + (", so no real window was opened" if "Xvfb" in programs else "")
        + f".\nOn Debian or Ubuntu: sudo apt-get install {packages}"
        + ("\nUnder CI=true that counts as a failure." if is_ci else "")
    )
    return Outcome("real window", not is_ci, 0.0)


def _summary(outcomes: Sequence[Outcome]) -> int:
    say("")
    for outcome in outcomes:
        word = "ok" if outcome.passed else "FAILED"
        say(f"{outcome.name:<12} {word:<7} {outcome.seconds:6.1f} s")
    failed = [outcome.name for outcome in outcomes if not outcome.passed]
    say("all checks passed" if not failed else f"FAILED: {', '.join(failed)}")
    sys.stdout.flush()
    return 1 if failed else 0
