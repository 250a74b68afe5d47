"""`galley list` and the index behind it on 10,000 posts: `dev.py bench`.

Times are printed beside those of the floor, reading every post and loading its front
matter with libyaml, in the same run.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from editor_app.core.generator import Generator
from editor_app.core.site.index.query import Asked, Order
from editor_app.core.site.index.site_index import SiteIndex
from editor_app.core.site.index.where import WhereFault, read_where
from tests.benchmarks.sites import make_site
from tests.benchmarks.test_check import READ_AND_LOAD, Ran, run, show

POSTS, SIZE = int(os.environ.get("GALLEY_BENCH_POSTS", "10000")), 8_000
LIST = [sys.executable, "-m", "editor_app", "list", "."]
CONDITIONS = (
    "date >= 2015-01-01",
    "tags has garden and date >= 2015-01-01 and not excerpt",
    "tags != garden",
    "title contains 図書館",
    "title ~ '庭.*写真'",
    "@text contains 図書館",
    "@words > 300",
)
SEARCHES = ("図書館", "庭", '"図書館の庭"', "garden reader", "京都")


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="galley-bench-") as folder:
        make_site(Path(folder), POSTS, SIZE)
        yield Path(folder)


def best(ask: Callable[[], object], times: int = 5) -> float:
    """Milliseconds."""
    found = []
    for _ in range(times):
        begun = time.perf_counter()
        ask()
        found.append((time.perf_counter() - begun) * 1000)
    return min(found)


def fastest(command: list[str], folder: Path, **environment: str) -> Ran:
    ran = [run(command, folder, **environment) for _ in range(3)]
    return min(ran, key=lambda each: each.seconds)


def test_an_index_of_many_posts(site: Path, tmp_path: Path) -> None:
    home = {"GALLEY_HOME": str(tmp_path / "home")}
    floor = fastest([sys.executable, "-c", READ_AND_LOAD], site, **home)
    print(f"\n{POSTS} posts of {SIZE} bytes on {os.cpu_count()} cores")
    show("reading and libyaml alone", floor)
    first = run(LIST, site, **home)
    times = f"{first.cpu / floor.cpu:.1f} times the floor's cpu"
    show("galley list, first index", first, f"{times}; goal 30 s, 500 MiB")
    again = fastest(LIST, site, **home)
    show("galley list, nothing new", again, f"{again.cpu / floor.cpu:.2f} times; goal 1 s")
    asked = fastest([*LIST, "--where", CONDITIONS[1]], site, **home)
    show("galley list --where", asked)
    (file,) = (tmp_path / "home").rglob("*.sqlite3")
    print(f"{'the index on the disk':>34} {file.stat().st_size / 2**20:7.1f} MiB")
    assert first.seconds > 0


def test_questions_to_an_index(site: Path, tmp_path: Path) -> None:
    names = sorted(f"_posts/{each.name}" for each in (site / "_posts").iterdir())
    with SiteIndex(site, Generator.JEKYLL, tmp_path, b"benchmark") as index:
        index.refresh(names)

        def tell(name: str, ask: Callable[[], object], goal: str = "") -> None:
            print(f"{name:>60} {best(ask):7.1f} ms  {goal}")

        print()
        tell("nothing new", lambda: index.refresh(names))
        tell("all rows", lambda: index.posts(Asked()), "with the line above: goal 1000 ms")
        by_date = Asked(order=Order("date", is_descending=True), limit=100)
        tell("a page by date", lambda: index.posts(by_date), "goal 50 ms")
        for text in CONDITIONS:
            where = read_where(text)
            assert not isinstance(where, WhereFault)
            tell(text, partial(index.posts, Asked(where=where, limit=100)), "goal 50 ms")
        for words in SEARCHES:
            tell(f"search {words}", partial(index.search, Asked(search=words)), "goal 50 ms")
        tell("values of a key", lambda: index.values("tags"), "goal 50 ms")
        assert index.count(Asked()) == POSTS
