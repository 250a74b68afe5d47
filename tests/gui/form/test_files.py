"""Pictures and files of the site: found, marked where missing, picked, dropped."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from editor_app.gui.form.fields.chip import Chip
from editor_app.gui.form.fields.file_field import FileField
from editor_app.gui.form.fields.file_picker import FilePicker
from tests.gui.form.described import MakeDescribed
from tests.gui.form.desk import Desk, keys

POST = "---\nfirst: 1\nx: {value} # keep\nlast: [z]\n---\nBody\n"
IMAGE = 'x = { kind = "image", folder = "/assets/photos", public-folder = "/photos" }'


def post(value: str) -> str:
    return POST.replace("{value}", value)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Pictures in a folder of the site, and a file outside of it."""
    site = tmp_path
    (site / "assets" / "photos" / "deep").mkdir(parents=True)
    for name in ("ferry.png", "港.png", "deep/ice.png"):
        image = QImage(40, 20, QImage.Format.Format_RGB32)
        image.fill(0x336699)
        assert image.save(str(site / "assets" / "photos" / name))
    (site / "assets" / "photos" / "broken.png").write_bytes(b"no picture")
    (site / "assets" / "photos" / "chart.pdf").write_bytes(b"%PDF")
    return site


def field(form: Desk) -> FileField:
    found = form.pane.findChild(FileField)
    assert isinstance(found, FileField)
    return found


def picker_of(form: Desk) -> FilePicker:
    line = form.field("x", QLineEdit)
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    picker = QApplication.activePopupWidget()
    assert isinstance(picker, FilePicker)
    return picker


def names(picker: FilePicker) -> list[str]:
    model = picker.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def drop(form: Desk, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    line = form.field("x", QLineEdit)
    action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(line, QDragEnterEvent(QPoint(5, 5), action, data, button, none))
    QApplication.sendEvent(line, QDropEvent(QPointF(5, 5), action, data, button, none))


def test_a_picture_of_the_site_is_shown_small(
    described: MakeDescribed, site: Path, qtbot: QtBot
) -> None:
    form = described(post("/photos/ferry.png"), IMAGE)
    qtbot.waitUntil(lambda: "40 × 20" in field(form).about.text())
    assert field(form).picture.isVisible()
    assert form.text == post("/photos/ferry.png")


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("/photos/gone.png", "There is no such file"),
        ("../../etc/passwd", "There is no such file"),
        ("/photos/broken.png", "This picture can't be shown"),
        ("https://a.example/x.png", "of the net, not loaded"),
        ("data:image/png;base64,AA", "of the net, not loaded"),
        ('""', ""),
    ],
)
def test_what_can_not_be_shown_says_why(
    described: MakeDescribed, site: Path, qtbot: QtBot, value: str, words: str
) -> None:
    form = described(post(value), IMAGE)
    qtbot.waitUntil(lambda: words in form.words())
    assert not field(form).picture.isVisible()
    assert form.text == post(value)


def test_the_picker_filters_and_writes_as_the_site_does(
    described: MakeDescribed, site: Path, qtbot: QtBot
) -> None:
    form = described(post("'/photos/ferry.png'"), IMAGE)
    picker = picker_of(form)
    qtbot.waitUntil(lambda: picker.model.is_complete)
    assert names(picker) == ["broken.png", "ferry.png", "港.png", "ice.png"]
    assert picker.view.currentIndex().data() == "ferry.png"
    keys(picker.filter, "ice")
    assert names(picker) == ["ice.png"]
    QTest.keyClick(picker.filter, Qt.Key.Key_Return)
    assert form.text == post("'/photos/deep/ice.png'")
    assert form.field("x", QLineEdit).hasFocus()


def test_the_picker_is_left_without_a_change(
    described: MakeDescribed, site: Path, qtbot: QtBot
) -> None:
    form = described(post("/photos/ferry.png"), IMAGE)
    picker = picker_of(form)
    qtbot.waitUntil(lambda: picker.model.is_complete)
    QTest.keyClick(picker.filter, Qt.Key.Key_Down)
    QTest.keyClick(picker.view, Qt.Key.Key_Escape)
    assert form.text == post("/photos/ferry.png")


def test_any_file_can_be_chosen_for_a_file(
    described: MakeDescribed, site: Path, qtbot: QtBot
) -> None:
    fields = IMAGE.replace("image", "file")
    form = described(post("''"), fields)
    picker = picker_of(form)
    qtbot.waitUntil(lambda: picker.model.is_complete)
    keys(picker.filter, "pdf")
    QTest.keyClick(picker.filter, Qt.Key.Key_Down)
    QTest.keyClick(picker.view, Qt.Key.Key_Return)
    assert form.text == post("'/photos/chart.pdf'")


def test_a_file_of_the_site_is_dropped(described: MakeDescribed, site: Path) -> None:
    form = described(post("/photos/ferry.png"), IMAGE)
    drop(form, site / "assets" / "photos" / "港.png")
    assert form.text == post("/photos/港.png")


def test_a_file_from_elsewhere_is_refused(
    described: MakeDescribed, site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    form = described(post("/photos/ferry.png"), IMAGE)
    other = tmp_path_factory.mktemp("other") / "x.png"
    other.write_bytes(b"x")
    drop(form, other)
    assert form.text == post("/photos/ferry.png")
    assert "This file does not lie in the site" in form.words()


def test_a_list_of_pictures_shows_names_and_marks_what_is_missing(
    described: MakeDescribed, site: Path, qtbot: QtBot
) -> None:
    fields = IMAGE.replace('"image"', '"list", item = "image"')
    form = described(post("[/photos/ferry.png, /photos/gone.png]"), fields)
    chips = [chip.text() for chip in form.pane.findChildren(Chip) if ":x." in chip.objectName()]
    assert chips == ["ferry.png", "gone.png"]
    assert "There is no file /photos/gone.png" in form.words()
    picker = picker_of(form)
    qtbot.waitUntil(lambda: picker.model.is_complete)
    keys(picker.filter, "港")
    QTest.keyClick(picker.filter, Qt.Key.Key_Return)
    assert form.text == post("[/photos/ferry.png, /photos/gone.png, /photos/港.png]")


def test_a_picture_with_its_words_is_an_object(described: MakeDescribed, site: Path) -> None:
    fields = """x.kind = "object"
x.fields.src = { kind = "image", folder = "/assets/photos", public-folder = "/photos" }
x.fields.alt = { label = "Alternative text", required = true }"""
    form = described(post("{src: /photos/ferry.png}"), fields)
    assert form.fields()[:3] == ["x", "x.src", "x.alt"]
    alt = form.field("x.alt", QLineEdit)
    alt.setFocus()
    keys(alt, "A ferry")
    assert form.text == post('{src: /photos/ferry.png, alt: "A ferry"}')


def test_pick_list_and_picker_stay_on_the_screen(
    described: MakeDescribed, site: Path, qtbot: QtBot
) -> None:
    form = described(post("/photos/ferry.png"), IMAGE)
    form.move(form.screen().availableGeometry().bottomRight() - QPoint(60, 60))
    picker = picker_of(form)
    assert form.screen().availableGeometry().contains(picker.geometry())
    picker.close()
