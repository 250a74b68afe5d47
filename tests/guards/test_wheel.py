"""The wheel works where it is installed: the commands without Qt, the window with it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import sysconfig
import time
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "resources" / "sample"
PACKAGES = Path(sysconfig.get_path("purelib"))
QT = ("PySide6", "pyside6", "shiboken6")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="borrows packages by links")


@dataclass(frozen=True)
class Installed:
    """A new environment that holds Galley's wheel, and borrows the packages it needs."""

    folder: Path

    def run(self, *arguments: str, program: str = "galley") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [self.folder / "bin" / program, *arguments],
            capture_output=True,
            text=True,
            check=False,
            cwd=self.folder,
            timeout=60,
        )


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(
        [sys.executable, "-m", "build", *options], capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


def install(wheel: Path, folder: Path, *, with_qt: bool) -> Installed:
    venv.create(folder, with_pip=False)
    pip = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python")]
    subprocess.run([*pip, "install", "--quiet", "--no-index", "--no-deps", str(wheel)], check=True)
    borrowed = folder / "borrowed"
    borrowed.mkdir()
    for package in PACKAGES.iterdir():
        is_own = package.name.startswith(("_galley", "galley", "editor_app"))
        if not is_own and (with_qt or not package.name.startswith(QT)):
            (borrowed / package.name).symlink_to(package)
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "borrowed.pth").write_text(f"{borrowed}\n")
    return Installed(folder)


@pytest.fixture(scope="module")
def base(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(wheel, tmp_path_factory.mktemp("base"), with_qt=False)


@pytest.fixture(scope="module")
def desktop(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    return install(wheel, tmp_path_factory.mktemp("desktop"), with_qt=True)


def test_the_base_install_tells_its_version(base: Installed) -> None:
    done = base.run("--version")
    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[0] == "galley"


def test_the_base_install_checks_a_site(base: Installed) -> None:
    done = base.run("check", "--format", "json", str(SAMPLE))
    assert done.returncode == 1, done.stderr
    assert json.loads(done.stdout)["files"] == len(list(SAMPLE.glob("_posts/*.md")))


def test_the_base_install_says_how_to_get_the_window(base: Installed) -> None:
    done = base.run(str(SAMPLE))
    assert done.returncode == 2
    assert "galley-desk[desktop]" in done.stderr
    assert "Traceback" not in done.stderr


def test_resources_are_found_in_the_installed_package(base: Installed) -> None:
    asks = (
        "from editor_app.core.resources import resource\n"
        "print(*map(resource, ['icons/save.svg', 'icons/LICENSE', 'sample/_config.yml',"
        " 'themes', 'translations']), sep='\\n')"
    )
    done = base.run("-c", asks, program="python")
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        assert Path(line).is_relative_to(base.folder)


def test_an_unknown_resource_is_named(base: Installed) -> None:
    asks = "from editor_app.core.resources import resource; resource('icons/no.svg')"
    done = base.run("-c", asks, program="python")
    assert "resources/icons/no.svg is missing" in done.stderr


def test_the_window_opens_and_closes(desktop: Installed, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(SAMPLE, site)
    log = tmp_path / "log"
    environment = os.environ | {"XDG_CONFIG_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    with log.open("wb") as output:
        window = subprocess.Popen(
            [desktop.folder / "bin" / "galley", str(site)],
            stdout=output,
            stderr=subprocess.STDOUT,
            env=environment,
            cwd=tmp_path,
        )
        try:
            wait_for_window(window, log)
            window.send_signal(signal.SIGTERM)
            status = window.wait(20)
        finally:
            window.kill()
            window.wait()
    assert status == 0, log.read_text()
    assert "Traceback" not in log.read_text()


def wait_for_window(process: subprocess.Popen[bytes], log: Path) -> None:
    """Until it shows a window on the display, or, without one to ask, for some seconds."""
    search = shutil.which("xdotool")
    until = time.monotonic() + 30
    while time.monotonic() < until and process.poll() is None:
        if search is None or not os.environ.get("DISPLAY"):
            time.sleep(5)
            return
        command = [search, "search", "--onlyvisible", "--pid", str(process.pid)]
        if subprocess.run(command, capture_output=True, check=False).stdout.strip():
            return
        time.sleep(0.1)
    pytest.fail(f"no window was shown (status {process.poll()}): {log.read_text()}")
