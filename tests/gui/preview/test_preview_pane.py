from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot

from editor_app.core.render.messages import Edited
from editor_app.core.render.patches import Block, Patch, Splice
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span
from editor_app.gui.preview.web_view import WebView
from editor_app.gui.theme import DARK
from tests.gui.preview.desk import WAIT_MS, Desk

_LONG = "---\ntitle: Long\n---\n\n" + "".join(
    f"Paragraph {number} with a few words.\n\n" for number in range(200)
)


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, tmp_path)
    yield made
    made.close()


def _picture(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    assert image.save(str(path))


def _web_view(desk: Desk) -> QWebEngineView:
    view = desk.pane.page.findChild(QWebEngineView)
    assert isinstance(view, QWebEngineView)
    return view


def test_a_post_is_shown_and_follows_its_edits(desk: Desk) -> None:
    desk.open("---\ntitle: 春の便り\ndate: 2026-03-01\n---\n\n最初の**文**です。\n")
    desk.wait_for_text("最初の文です。")
    assert desk.ask("document.documentElement.lang") == "ja"
    assert desk.ask("document.querySelector('h1').innerText") == "春の便り"
    assert "2026年3月1日" in str(desk.ask("document.body.innerText"))
    at = desk.document.text.index("です")
    desk.edit(at, at + 2, "でした")
    desk.wait_for_text("最初の文でした。")
    assert desk.pane.message.isHidden()


def test_the_page_comes_when_the_window_was_seen_and_leaves_the_window_as_it_is(
    desk: Desk,
) -> None:
    window = desk.pane.winId()
    desk.open("before\n")
    assert desk.pane.findChild(QWebEngineView) is None
    desk.edit(0, 6, "after")
    desk.qtbot.waitUntil(lambda: desk.pane.findChild(QWebEngineView) is not None, timeout=WAIT_MS)
    desk.wait_for_text("after")
    assert desk.pane.winId() == window


def test_an_edit_changes_its_block_and_no_other(desk: Desk) -> None:
    desk.open("one\n\ntwo\n\nthree\n")
    desk.wait_for_text("three")
    desk.ask("for (const block of document.querySelectorAll('.block')) block.seen = true; 0")
    desk.edit(5, 8, "TWO")
    desk.wait_for_text("TWO")
    unseen = (
        "[...document.querySelectorAll('.block')].filter((b) => !b.seen).map((b) => b.innerText)"
    )
    assert desk.ask(f"{unseen}.join()") == "TWO"


def test_random_splices_give_the_blocks_that_they_say(desk: Desk) -> None:
    chance = random.Random(7)
    desk.open("")
    page = desk.pane.page
    desk.wait_for("document.querySelectorAll('.block').length", lambda count: count == 2)
    for number in range(120):
        count = len(page.blocks)
        start = chance.randint(0, count)
        removed = min(chance.choice([0, 0, 1, 1, 2, 40, 200]), count - start)
        added = chance.choice([0, 1, 1, 2, 30, 300 if number < 20 else 3])
        blocks = tuple(Block(f"<p>{number}.{each}</p>", 1) for each in range(added))
        with desk.qtbot.waitSignal(page.caught_up, timeout=WAIT_MS):
            page.patch(Patch(0, (Splice(start, removed, blocks),), "en"))
    desk.ask("galley.selectAll()")
    shown = desk.ask(
        "[...document.querySelectorAll('main > section > .block')]"
        ".map((block) => block.innerHTML).join('')"
    )
    assert shown == "".join(block.html for block in page.blocks)
    assert desk.ask("document.querySelectorAll('section:empty').length") == 0
    most = desk.ask(
        "Math.max(...[...document.querySelectorAll('section')].map((s) => s.childElementCount))"
    )
    assert int(float(str(most))) <= 96


def test_another_post_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.open("the first\n")
    desk.wait_for_text("the first")
    desk.open("the second\n", "_posts/b.md")
    desk.wait_for_text("the second")
    assert "first" not in str(desk.ask("document.body.innerText"))


def test_only_the_edit_goes_to_the_render_process(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.open("some words in a line\n\n" * 40_000)
    desk.wait_for("document.querySelector('p')?.innerText", lambda text: "words" in str(text))
    sent: list[object] = []
    worker = desk.pane._worker
    send = worker.send
    monkeypatch.setattr(worker, "send", lambda message: (sent.append(message), send(message)))
    desk.edit(10, 10, "x")
    assert [type(message) for message in sent] == [Edited]
    assert len(repr(sent)) < 300


def test_nothing_is_sent_while_an_input_method_composes(desk: Desk) -> None:
    desk.open("start\n")
    desk.wait_for_text("start")
    desk.document.set_composing(True)
    desk.document._step("Typing", (Edit(Span(0, 5), "編集"),), joins=False)  # what it commits
    desk.qtbot.wait(200)
    assert "start" in str(desk.ask("document.body.innerText"))
    desk.document.set_composing(False)
    desk.wait_for_text("編集")


def test_images_are_found_beside_the_post_and_from_the_root(desk: Desk, tmp_path: Path) -> None:
    _picture(tmp_path / "_posts" / "near by.png")
    _picture(tmp_path / "assets" / "猫.png")
    desk.open("![a](<near by.png>) ![b](/assets/猫.png) ![c](../assets/猫.png)\n")
    widths = "[...document.images].map((image) => image.naturalWidth).join()"
    desk.wait_for(widths, lambda answer: answer == "30,30,30")


def test_an_image_that_stays_keeps_its_element(desk: Desk, tmp_path: Path) -> None:
    _picture(tmp_path / "assets" / "a.png")
    desk.open("![a](/assets/a.png) text\n")
    desk.wait_for("document.images[0]?.naturalWidth", lambda answer: answer == 30)
    desk.ask("document.images[0].seen = true")
    desk.edit(len(desk.document.text) - 1, len(desk.document.text) - 1, " more")
    desk.wait_for_text("text more")
    assert desk.ask("document.images[0].seen === true && document.images.length") == 1


@pytest.mark.skipif(not hasattr(os, "symlink"), reason="needs symbolic links")
def test_nothing_outside_the_site_is_shown(desk: Desk, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside"
    _picture(outside / "secret.png")
    (tmp_path / "linked").symlink_to(outside)
    (tmp_path / "link.png").symlink_to(outside / "secret.png")
    _picture(tmp_path / "in.png")
    (tmp_path / "within.png").symlink_to(tmp_path / "in.png")
    os.mkfifo(tmp_path / "pipe.png")
    names = ("/linked/secret.png", "/link.png", "/../secret.png", "/pipe.png", "/within.png")
    climbs = f"../../{outside.name}/secret.png"
    text = " ".join(f"![x]({name})" for name in (*names, climbs, f"file://{outside}/secret.png"))
    desk.open(text + "\n")
    widths = "[...document.images].map((image) => image.complete && image.naturalWidth).join()"
    desk.wait_for(widths, lambda answer: answer == "0,0,0,0,30,0")


def test_the_post_itself_is_no_image_and_no_page(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "private.txt").write_text("secret")
    (tmp_path / "page.html").write_text("<p>secret")
    desk.open("![x](/private.txt) ![x](/page.html)\n")
    widths = "[...document.images].map((image) => image.complete && image.naturalWidth).join()"
    desk.wait_for(widths, lambda answer: answer == "0,0")


def test_scrolling_goes_in_step_both_ways(desk: Desk) -> None:
    desk.open(_LONG)
    desk.wait_for_text("Paragraph 199 ")
    for line in (0.0, 4.0, 61.5, 200.0):
        desk.pane.scroll_to_line(line)
        desk.wait_for("galley.topLine()", lambda top, line=line: abs(float(str(top)) - line) < 1.1)
    view = _web_view(desk)
    # The engine may tell of the last scroll only now, so the first line told can be that one.
    with desk.qtbot.waitSignal(
        desk.pane.top_line_changed,
        timeout=WAIT_MS,
        check_params_cb=lambda line: 150 < line < 199,
    ):
        QTest.keyClick(view.focusProxy(), Qt.Key.Key_PageUp)


def test_scrolling_finds_a_line_in_a_page_that_is_laid_out_in_pieces(desk: Desk) -> None:
    desk.open(
        "".join(f"Paragraph {number}, {'word ' * (number % 90)}\n\n" for number in range(3000))
    )
    desk.wait_for("document.querySelectorAll('.block').length", lambda count: count == 3002)
    desk.wait_until_complete()
    for line in (5000.0, 12.0, 3333.3, 4000.0):
        desk.pane.scroll_to_line(line)
        desk.wait_for("galley.topLine()", lambda top, line=line: abs(float(str(top)) - line) < 1.1)


_HUGE = "[to the end](#the-end)\n\n" + "".join(
    f"Paragraph {number}, *{'word ' * (number % 60)}*.\n\n" for number in range(1500)
)
_BUILT = "[...document.querySelectorAll('.block')].filter((block) => block.firstChild).length"

_EMPTY_IN_SIGHT = """[...document.querySelectorAll('.block')].filter((block) => {
    const { top, bottom } = block.getBoundingClientRect();
    return !block.firstChild && bottom >= 0 && top <= innerHeight;
}).length"""


def _open_huge(desk: Desk, end: str = "") -> None:
    desk.open(_HUGE + end)
    desk.wait_for("document.querySelectorAll('.block').length", lambda count: int(count) > 1500)
    desk.wait_until_complete()
    desk.wait_for_text("Paragraph 2,")


def test_of_a_huge_page_only_what_is_near_is_built(desk: Desk) -> None:
    _open_huge(desk)
    assert 10 < int(float(str(desk.ask(_BUILT)))) < 300
    desk.ask("scrollTo(0, document.documentElement.scrollHeight / 2)")
    shown = "document.elementFromPoint(innerWidth / 2, innerHeight / 2).innerText"
    desk.wait_for(shown, lambda text: "Paragraph" in str(text))
    assert int(float(str(desk.ask(_BUILT)))) < 800
    at = desk.document.text.index("Paragraph 1400,")
    desk.edit(at, at + 9, "Passage")
    desk.pane.scroll_to_line(2802.0)
    desk.wait_for_text("Passage 1400,")


def test_what_an_edit_changes_far_away_in_a_huge_page_is_there_when_it_is_scrolled_to(
    desk: Desk,
) -> None:
    text = "".join(f"Paragraph {number}, [with a link][there].\n\n" for number in range(1500))
    desk.open(text + "[there]: https://a.example/one\n\nThe end\n")
    desk.wait_until_complete()
    half = "scrollTo(0, document.documentElement.scrollHeight / 2)"
    desk.ask(half)
    desk.wait_for(_EMPTY_IN_SIGHT, lambda count: count == 0)
    desk.ask("scrollTo(0, 0)")
    at = desk.document.text.index("one\n")
    desk.edit(at, at + 3, "two")
    desk.qtbot.waitUntil(lambda: "/one" not in str(desk.pane.page.blocks), timeout=WAIT_MS)
    desk.wait_until_complete()
    desk.ask(half)
    desk.wait_for(_EMPTY_IN_SIGHT, lambda count: count == 0)


def test_all_of_a_huge_page_can_be_selected(desk: Desk) -> None:
    _open_huge(desk)
    QTest.keyClick(_web_view(desk).focusProxy(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.qtbot.waitUntil(
        lambda: "Paragraph 1499," in _web_view(desk).selectedText(), timeout=WAIT_MS
    )
    assert _web_view(desk).selectedText().count("Paragraph") == 1500


def test_a_link_leads_to_a_far_place_of_a_huge_page(desk: Desk) -> None:
    _open_huge(desk, "## The end\n")
    box = "document.querySelector('a').getBoundingClientRect()"
    at = QPoint(
        int(float(str(desk.ask(f"{box}.left")))) + 10, int(float(str(desk.ask(f"{box}.top")))) + 8
    )
    QTest.mouseClick(
        _web_view(desk).focusProxy(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), at
    )
    place = "document.querySelector('h2')?.getBoundingClientRect().top ?? -1"
    desk.wait_for(place, lambda top: 0 <= float(str(top)) < 600)


def test_a_click_goes_to_its_line(desk: Desk) -> None:
    desk.open(_LONG)
    desk.wait_for_text("Paragraph 199 ")
    box = "document.querySelectorAll('.block')[6].getBoundingClientRect()"
    left, top = desk.ask(f"{box}.left"), desk.ask(f"{box}.top")
    text = desk.ask("document.querySelectorAll('.block')[6].innerText")
    at = QPoint(int(float(str(left))) + 20, int(float(str(top))) + 8)
    with desk.qtbot.waitSignal(desk.pane.line_clicked, timeout=WAIT_MS) as clicked:
        QTest.mouseClick(
            _web_view(desk).focusProxy(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), at
        )
    assert _LONG.split("\n")[clicked.args[0]] == str(text).strip()


def test_a_link_to_elsewhere_is_offered_and_not_followed(desk: Desk) -> None:
    desk.open("[a long link to click on](https://example.org/?q=%E7%8C%AB)\n")
    desk.wait_for_text("a long link")
    box = "document.querySelector('a').getBoundingClientRect()"
    at = QPoint(
        int(float(str(desk.ask(f"{box}.left")))) + 20, int(float(str(desk.ask(f"{box}.top")))) + 8
    )
    with desk.qtbot.waitSignal(desk.pane.link_activated, timeout=WAIT_MS) as clicked:
        QTest.mouseClick(
            _web_view(desk).focusProxy(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0), at
        )
    assert clicked.args == ["https://example.org/?q=%E7%8C%AB"]
    assert _web_view(desk).url().scheme() == "post"


def test_a_theme_is_shown_without_loading_the_page_again(desk: Desk) -> None:
    desk.open("text\n")
    desk.wait_for_text("text")
    desk.ask("document.body.seen = true")
    desk.pane.show_theme(DARK)
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    desk.wait_for(colour, lambda answer: answer == "rgb(27, 29, 33)")
    assert desk.ask("document.body.seen") is True


def test_a_page_that_dies_comes_back_with_the_latest_text(desk: Desk) -> None:
    desk.open("before\n")
    desk.wait_for_text("before")
    desk.ask("document.body.seen = true")
    view = _web_view(desk)
    died: list[object] = []
    view.page().renderProcessTerminated.connect(lambda *_: died.append(1))
    os.kill(view.page().renderProcessPid(), signal.SIGKILL)
    desk.edit(0, 6, "after")
    desk.qtbot.waitUntil(lambda: bool(died), timeout=WAIT_MS)
    desk.qtbot.waitUntil(lambda: desk.pane.page._is_ready, timeout=WAIT_MS)
    desk.wait_for_text("after")
    assert desk.ask("document.body.seen === true") is False


def test_a_page_that_hangs_is_ended_and_comes_back(desk: Desk) -> None:
    desk.open("before\n")
    desk.wait_for_text("before")
    page = desk.pane.page
    assert isinstance(page, WebView)
    page._patience.setInterval(500)
    died: list[object] = []
    _web_view(desk).page().renderProcessTerminated.connect(lambda *_: died.append(1))
    page._run("for (;;);")
    desk.edit(0, 6, "after")
    desk.qtbot.waitUntil(lambda: bool(died), timeout=WAIT_MS)
    desk.qtbot.waitUntil(lambda: page._is_ready, timeout=WAIT_MS)
    desk.wait_for_text("after")


def test_a_text_that_takes_too_long_leaves_the_last_page_and_says_so(
    qtbot: QtBot, tmp_path: Path
) -> None:
    desk = Desk(qtbot, tmp_path, deadline_ms=3000)
    desk.open("fine\n")
    desk.wait_for_text("fine")
    desk.pane._worker._deadline_ms = 300
    hard = ": " * 20_000  # the plug-in for bare links looks back over all of it at each colon
    desk.edit(0, 4, hard)
    begun = time.monotonic()
    qtbot.waitUntil(lambda: "too long" in desk.pane.message.text(), timeout=WAIT_MS)
    assert time.monotonic() - begun < 10
    assert "fine" in str(desk.ask("document.body.innerText"))
    desk.pane._worker._deadline_ms = 20_000
    desk.edit(0, len(hard), "fine again")
    desk.wait_for_text("fine again")
    assert desk.pane.message.isHidden()
    desk.close()


@pytest.mark.expects_log("the render process ended")
def test_a_render_process_that_dies_is_replaced(desk: Desk) -> None:
    desk.open("before\n")
    desk.wait_for_text("before")
    process = desk.pane._worker.process_id
    assert process is not None
    os.kill(process, signal.SIGKILL)
    desk.qtbot.waitUntil(lambda: not desk.pane.message.isHidden(), timeout=WAIT_MS)
    desk.edit(0, 6, "after")
    desk.wait_for_text("after")
    assert desk.pane.message.isHidden()


def test_without_a_document_one_sentence_stands_there(desk: Desk) -> None:
    desk.open("text\n")
    desk.wait_for_text("text")
    desk.pane.set_document(None, None, None)
    assert not desk.pane.page.isVisible()
    assert desk.pane._empty.isVisible()
    assert desk.pane._worker.process_id is None
