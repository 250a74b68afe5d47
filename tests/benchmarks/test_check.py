"""`galley check` on sites of thousands of posts, beside two linters: `dev.py bench`.

What is not a goal is printed as a ratio to them, of the same run. Their programs come
from npm into a folder outside of the repository, where node and npm are there.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from editor_app.core.rule import Group
from editor_app.core.rules.catalogue import POST_RULES, SITE_RULES
from tests.benchmarks.sites import make_site

POSTS, SIZE = 2_000, 40_000
ROOT = Path(__file__).parents[2]
GALLEY = [sys.executable, "-m", "editor_app", "check"]
GROUPS = (Group.FRONT_MATTER, Group.TITLE, Group.DESCRIPTION, Group.RESIDUE, Group.PASTED)
PACKAGES = ("markdownlint-cli2", "remark-cli", "remark-frontmatter")
SCHEMA = "remark-lint-frontmatter-schema"
_LOOK_S = 0.05


@dataclass(frozen=True, slots=True)
class Ran:
    """Seconds on the clock and of processors, and MiB of the program with its children."""

    seconds: float
    cpu: float
    memory: float


def run(command: list[str], folder: Path, **environment: str) -> Ran:
    inherited = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    inherited.pop("PYTHONDONTWRITEBYTECODE", None)  # nobody's Galley compiles itself each time
    before, begun = os.times(), time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=inherited,
    ) as process:
        peak = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, peak))
        watcher.start()
        process.wait()
        seconds = time.perf_counter() - begun
        watcher.join()
    after = os.times()
    cpu = after.children_user + after.children_system
    return Ran(seconds, cpu - before.children_user - before.children_system, peak[0])


def _watch(process: subprocess.Popen[bytes], peak: list[float]) -> None:
    while process.poll() is None:
        peak[0] = max(peak[0], sum(map(_resident, _family(process.pid))))
        time.sleep(_LOOK_S)


def _family(parent: int) -> Iterator[int]:
    yield parent
    for task in Path(f"/proc/{parent}/task").glob("*/children"):
        try:
            children = task.read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _family(int(child))


def _resident(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/status").read_text()
    except OSError:
        return 0.0
    line = next((line for line in text.splitlines() if line.startswith("VmRSS")), "VmRSS: 0")
    return int(line.split()[1]) / 1024


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="galley-bench-") as folder:
        make_site(Path(folder), POSTS, SIZE)
        yield Path(folder)


READ_AND_LOAD = """
import glob, yaml
for path in glob.glob("_posts/*"):
    text = open(path, encoding="utf-8").read()
    yaml.load(text.split("---\\n")[1], Loader=yaml.CSafeLoader)
"""
"""The floor: every post is read, and its front matter loaded by libyaml."""


def show(name: str, ran: Ran, goal: str = "") -> None:
    print(f"{name:>34} {ran.seconds:7.2f} s {ran.cpu:7.2f} s cpu {ran.memory:6.0f} MiB  {goal}")


def rules_of(groups: tuple[Group, ...]) -> list[str]:
    rules = [*(rule.ID for group in groups for rule in POST_RULES[group])]
    rules += (rule.ID for rule in SITE_RULES)
    return [part for rule in rules for part in ("--rule", rule)]


def test_a_whole_site(site: Path, tmp_path: Path) -> None:
    home = {"GALLEY_HOME": str(tmp_path / "home")}
    one = str(next((site / "_posts").iterdir()))
    floor = min(
        (run([sys.executable, "-c", READ_AND_LOAD], site, **home) for _ in range(3)),
        key=lambda ran: ran.seconds,
    )
    print(f"\n{POSTS} posts of {SIZE} bytes on {os.cpu_count()} cores")
    show("reading and libyaml alone", floor)
    cold = run([*GALLEY, "."], site, **home)
    show("all rules, cold", cold, "goal 10 s, 400 MiB")
    few = run([*GALLEY, ".", "--no-cache", *rules_of(GROUPS)], site, **home)
    show("metadata, residue, duplicates, cold", few, "goal 4 s")
    warm = [run([*GALLEY, "."], site, **home) for _ in range(5)]
    show("all rules, warm (best of 5)", min(warm, key=lambda ran: ran.seconds), "goal 0.5 s")
    alone = [run([*GALLEY, one, "--no-site", "--no-cache"], site, **home) for _ in range(5)]
    show("one file alone (best of 5)", min(alone, key=lambda ran: ran.seconds), "goal 0.35 s")
    with tempfile.TemporaryDirectory(prefix="galley-bench-") as folder:
        make_site(Path(folder), 2 * POSTS, SIZE)
        twice = run([*GALLEY, ".", "--no-cache"], Path(folder), **home)
        show(f"{2 * POSTS} posts, cold", twice, f"{twice.seconds / cold.seconds:.2f} times")
    for name, ran in linters(site):
        show(name, ran, f"{ran.seconds / cold.seconds:.1f} times as long as Galley")
    assert cold.seconds > 0


def linters(site: Path) -> Iterator[tuple[str, Ran]]:
    """What others take for the same posts; nothing where they can't be had."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        print("no node here, so there is nothing to compare with")
        return
    kept = os.environ.get("GALLEY_BENCH_NODE")
    folder = Path(kept or tempfile.mkdtemp(prefix="galley-bench-node-"))
    try:
        programs = folder / "node_modules" / ".bin"
        if not (programs / "remark").exists():
            install = ["npm", "install", "--silent", "--prefix", str(folder), *PACKAGES, SCHEMA]
            if subprocess.run(install, check=False, timeout=600).returncode != 0:
                print("npm could not install the linters")
                return
        posts = "_posts/*.md"
        yield "markdownlint-cli2", run([str(programs / "markdownlint-cli2"), posts], site)
        schema = {"type": "object", "properties": {"title": {"type": "string"}}}
        (folder / "schema.json").write_text(json.dumps(schema))
        modules = folder / "node_modules"
        plugins = [[str(modules / SCHEMA / "dist" / "index.js"), {"schemas": {}}]]
        schemas = {os.path.relpath(folder / "schema.json", site): ["_posts/*.md"]}
        plugins[0][1] = {"schemas": schemas}
        settings = {"plugins": [str(modules / "remark-frontmatter" / "index.js"), *plugins]}
        (folder / "remark.json").write_text(json.dumps(settings))
        command = [str(programs / "remark"), "--frail", "--quiet", "--no-stdout"]
        command += ["--rc-path", str(folder / "remark.json"), "_posts"]
        yield "remark, front matter schema", run(command, site)
    finally:
        if kept is None:
            shutil.rmtree(folder, ignore_errors=True)
