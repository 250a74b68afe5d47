"""One window per user: a second start hands over its paths."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

from PySide6.QtNetwork import QLocalServer
from pytestqt.qtbot import QtBot

from editor_app.gui.single_instance import SingleInstance
from editor_app.gui.targets import Target

_SECOND = textwrap.dedent(
    """
    import sys
    from pathlib import Path
    from PySide6.QtCore import QCoreApplication
    from editor_app.gui.single_instance import SingleInstance
    from editor_app.gui.targets import Target

    application = QCoreApplication([])
    other = SingleInstance(Path(sys.argv[1]))
    print(other.claim(), other.ask([Target(Path("/a/日本.md"), 7, 2, "日本.md")]))
    """
)


def test_a_second_start_hands_its_paths_to_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    with qtbot.waitSignal(first.asked, timeout=20_000) as asked:
        second = subprocess.Popen(
            [sys.executable, "-c", _SECOND, str(tmp_path)], stdout=subprocess.PIPE, text=True
        )
    output, _ = second.communicate(timeout=20)
    first.close()
    assert asked.args == [(Target(Path("/a/日本.md"), 7, 2),)]
    assert asked.args[0][0].typed == "日本.md"
    assert output.split() == ["False", "True"]


def test_a_socket_that_was_left_behind_keeps_nobody_out(qtbot: QtBot, tmp_path: Path) -> None:
    code = _SECOND.replace(
        'print(other.claim(), other.ask([Target(Path("/a/日本.md"), 7, 2, "日本.md")]))',
        "print(other.claim()); import os; sys.stdout.flush(); os._exit(1)",
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )
    assert done.stdout.split() == ["True"]
    assert (tmp_path / "window.lock").exists()
    third = SingleInstance(tmp_path)
    assert third.claim()
    third.close()


def test_what_no_start_of_ours_sends_opens_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.claim()
    heard: list[object] = []
    first.asked.connect(heard.append)
    server = first.findChild(QLocalServer)
    assert server is not None
    code = (
        "import sys; from PySide6.QtNetwork import QLocalSocket; s = QLocalSocket();"
        "s.connectToServer(sys.argv[1]); s.waitForConnected(2000);"
        "s.write(b'{\"not\": 1}\\n'); s.flush(); s.waitForDisconnected(3000)"
    )
    other = subprocess.Popen([sys.executable, "-c", code, server.fullServerName()])
    qtbot.waitUntil(lambda: other.poll() is not None, timeout=20_000)
    first.close()
    assert heard == []
