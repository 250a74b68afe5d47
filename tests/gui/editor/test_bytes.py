"""Whatever is typed, pasted, composed, undone: no byte changes that was not touched.

The model is a list of the file's characters with their bytes. It knows neither
spans nor pieces, and learns from Qt only how far a key reached.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication

from editor_app.core.text.edits import Edit
from editor_app.core.text.source import read
from editor_app.core.text.spans import Span
from editor_app.gui.document import Document
from editor_app.gui.editor.marks import Marks
from editor_app.gui.editor.text_edit import Editor
from editor_app.gui.theme import LIGHT
from tests.soak import soak_count

NASTY = [
    "\r\n", "\n", "\r", "\u00a0", "\u2028", "\u2029", "\u0085", "\x0c", "\x0b", "\0", "\ufeff",
    "\ufffc", "\ufffd", "\ufdd0", "\ufffe", "😀", "👨‍👩‍👧", "e\u0301", "が", "日本語", "a", " b",
    "---\n", "x\r\ny\rz\n", "\t", "🇯🇵", "\u200d", "ﾊﾞ", "\U0010ffff",
]  # fmt: skip
TYPED = ["a", " ", "。", "日", "😀", "\u00a0", "é", "\u0301", "-", "\t"]
SHOWN_AS_IT_IS = [chr(10), "\u00a0", "\u2028", "😀", "e\u0301", "日本", "a"]


@dataclass
class Model:
    """The file: each character with the bytes that it has or gets."""

    encoding: str
    mark: bytes
    cells: list[tuple[str, bytes]]
    newline: str = "\n"

    @classmethod
    def of(cls, raw: str, encoding: str, mark: bytes) -> Model:
        cells, at, breaks = [], 0, []
        while at < len(raw):
            piece = "\r\n" if raw.startswith("\r\n", at) else raw[at]
            at += len(piece)
            is_break = piece in ("\r\n", "\r", "\n")
            if is_break:
                breaks.append(piece)
            cells.append(("\n" if is_break else piece, piece.encode(encoding)))
        newline = max(dict.fromkeys(breaks), key=breaks.count, default="\n")
        return cls(encoding, mark, cells, newline)

    def replace(self, start: int, end: int, text: str) -> bool:
        """Whether something was left to do beside what stays the same at both ends."""
        while start < end and text and self.cells[start][0] == text[0]:
            start, text = start + 1, text[1:]
        while start < end and text and self.cells[end - 1][0] == text[-1]:
            end, text = end - 1, text[:-1]
        self.cells[start:end] = [
            (one, (self.newline if one == "\n" else one).encode(self.encoding)) for one in text
        ]
        return start < end or bool(text)

    def at(self, units: int) -> int:
        """The character before which so many UTF-16 units stand."""
        for place, (character, _) in enumerate(self.cells):
            if units <= 0:
                return place
            units -= 2 if character > "\uffff" else 1
        return len(self.cells)

    def data(self) -> bytes:
        carriage, feed = ("\r".encode(self.encoding), "\n".encode(self.encoding))
        out, before = [self.mark], b""
        for _, data in self.cells:
            # a lone CR and an LF that an edit brought together stay two breaks
            out.append(carriage + feed if data == feed and before == carriage else data)
            before = data
        return b"".join(out)


@dataclass
class Bench:
    """The real editor on the real document, and the model beside it."""

    editor: Editor
    document: Document
    model: Model
    clock: list[float]
    saved: bytes
    done: list[list[tuple[str, bytes]]] = field(default_factory=list)
    undone: list[list[tuple[str, bytes]]] = field(default_factory=list)

    def run(self, step: tuple[str, float, float, str]) -> None:
        name, first, second, text = step
        getattr(self, name)(first, second, text)
        self.check(name)

    def changed(self, *replaced: tuple[int, int, str]) -> None:
        """Take one change into the model; the places count before it and are in order.

        Edits that make up for each other are a step all the same.
        """
        before = list(self.model.cells)
        did_something = [self.model.replace(*one) for one in reversed(replaced)]
        if any(did_something):
            self.done.append(before)
            self.undone.clear()

    def check(self, name: str) -> None:
        assert self.document.table.to_bytes() == self.model.data(), name
        assert self.document.qt.characterCount() - 1 == sum(
            2 if character > "\uffff" else 1 for character, _ in self.model.cells
        ), name
        shown = self.document.qt.toRawText().replace("\u2029", "\n")
        for there, (character, _) in zip(shown, self.model.cells, strict=True):
            assert there == character or character not in SHOWN_AS_IT_IS, name
        assert not self.document.is_composing
        assert self.document.is_modified == (self.model.data() != self.saved), name

    # --- what a user does

    def go(self, first: float, second: float, text: str) -> None:
        del text
        caret = self.editor.textCursor()
        caret.setPosition(self._units(first))
        if second > 0.5:
            caret.setPosition(self._units(second), QTextCursor.MoveMode.KeepAnchor)
        self.editor.setTextCursor(caret)

    def type(self, first: float, second: float, text: str) -> None:
        for character in text:
            start, end = self._selection()
            self._key(0, character)
            self.changed((start, end, character))
            self.clock[0] += 0.1 + 2 * (second > 0.8) * first

    def enter(self, first: float, second: float, text: str) -> None:
        del first, text
        start, end = self._selection()
        shift = Qt.KeyboardModifier.ShiftModifier
        self._key(Qt.Key.Key_Return, "\r", shift if second > 0.5 else None)
        self.changed((start, end, "\n"))

    def backspace(self, first: float, second: float, text: str) -> None:
        del first, second, text
        start, end = self._selection()
        self._key(Qt.Key.Key_Backspace)
        if start == end:
            start = self._selection()[0]
        self.changed((start, end, ""))

    def delete(self, first: float, second: float, text: str) -> None:
        del first, second, text
        start, end = self._selection()
        before = self.document.qt.characterCount()
        units = self.editor.textCursor().position()
        self._key(Qt.Key.Key_Delete)
        if start == end:
            end = self.model.at(units + before - self.document.qt.characterCount())
        self.changed((start, end, ""))

    def paste(self, first: float, second: float, text: str) -> None:
        del first, second
        data = QMimeData()
        data.setText(text)
        start, end = self._selection()
        self.editor.insertFromMimeData(data)
        self.changed((start, end, data.text().replace("\r\n", "\n").replace("\r", "\n")))

    def cut(self, first: float, second: float, text: str) -> None:
        del first, second, text
        start, end = self._selection()
        self._key(Qt.Key.Key_X, "", Qt.KeyboardModifier.ControlModifier)
        self.changed((start, end, ""))

    def compose(self, first: float, second: float, text: str) -> None:
        start, end = self._selection()
        for length in range(1, len(text) + 1):
            QApplication.sendEvent(self.editor, QInputMethodEvent(text[:length], []))
            assert self.document.is_composing
            refusal = self.document.apply([Edit(Span(0, 0), "x")], self.document.version, "x")
            assert refusal is not None
            self.document.undo()
        self.changed((start, end, ""))
        assert self.document.table.to_bytes() == self.model.data()
        event = QInputMethodEvent("", [])
        if first > 0.3:
            event.setCommitString(text)
        if second > 0.9:
            self.editor.finish_composing()
            first = 1.0
        else:
            QApplication.sendEvent(self.editor, event)
        self.changed((start, start, text if first > 0.3 else ""))

    def fix(self, first: float, second: float, text: str) -> None:
        size = len(self.model.cells)
        places = sorted(int(part * size) for part in (first, second, first * second, 1 - first))
        edits = [Edit(Span(places[0], places[1]), text), Edit(Span(places[2], places[3]), "")]
        if places[1] == places[2]:
            edits = edits[:1]
        assert self.document.apply(edits, self.document.version, "Fix") is None
        self.changed(*((edit.span.start, edit.span.end, edit.text) for edit in edits))

    def undo(self, first: float, second: float, text: str) -> None:
        del first, second, text
        had = self.document.undo_name is not None
        self._key(Qt.Key.Key_Z, "", Qt.KeyboardModifier.ControlModifier)
        self._travelled(had, self.done, self.undone)

    def redo(self, first: float, second: float, text: str) -> None:
        del first, text
        had = self.document.redo_name is not None
        control = Qt.KeyboardModifier.ControlModifier
        if second > 0.5:
            self._key(Qt.Key.Key_Y, "", control)
        else:
            self._key(Qt.Key.Key_Z, "", control | Qt.KeyboardModifier.ShiftModifier)
        self._travelled(had, self.undone, self.done)

    def _travelled(
        self,
        moved: bool,
        there: list[list[tuple[str, bytes]]],
        behind: list[list[tuple[str, bytes]]],
    ) -> None:
        """What the document shows now must be a version that there was, the nearest such one."""
        data = self.document.table.to_bytes()
        if not moved:
            assert data == self.model.data()
            return
        while there:  # what the model holds apart may be one step
            behind.append(self.model.cells)
            self.model.cells = there.pop()
            if self.model.data() == data:
                return
        raise AssertionError("a version that there never was")

    # --- how

    def _units(self, share: float) -> int:
        cells = self.model.cells[: int(share * len(self.model.cells))]
        return sum(2 if character > "\uffff" else 1 for character, _ in cells)

    def _selection(self) -> tuple[int, int]:
        caret = self.editor.textCursor()
        return self.model.at(caret.selectionStart()), self.model.at(caret.selectionEnd())

    def _key(self, key: int, text: str = "", modifiers: Qt.KeyboardModifier | None = None) -> None:
        held = modifiers or Qt.KeyboardModifier.NoModifier
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(self.editor, QKeyEvent(kind, key, held, text))


def step(
    names: list[str], texts: st.SearchStrategy[str]
) -> st.SearchStrategy[tuple[str, float, float, str]]:
    return st.tuples(st.sampled_from(names), st.floats(0, 1), st.floats(0, 1), texts)


def some(of: list[str], least: int, most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(of), min_size=least, max_size=most).map("".join)


STEPS = st.one_of(
    step(["type"], some(TYPED, 1, 6)),
    step(["paste", "fix", "compose"], some(NASTY, 0, 4)),
    step(["go", "enter", "backspace", "delete", "cut", "undo", "undo", "redo"], st.just("")),
    step(["go"], st.just("")),
)


@pytest.fixture(scope="module")
def editor(qapp: QApplication) -> Iterator[Editor]:
    del qapp
    result = Editor(LIGHT, Marks())
    result.resize(400, 300)
    yield result
    result.set_document(None)
    result.deleteLater()


@pytest.mark.timeout(120 if soak_count(1, 0) else 7200)
@settings(
    max_examples=soak_count(60, 20_000),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    fragments=st.lists(st.sampled_from(NASTY), max_size=12),
    form=st.sampled_from([("utf-8", b""), ("utf-8", b"\xef\xbb\xbf"), ("utf-16-le", b"\xff\xfe")]),
    steps=st.lists(STEPS, min_size=1, max_size=12),
)
def test_no_untouched_byte_changes(
    editor: Editor,
    fragments: list[str],
    form: tuple[str, bytes],
    steps: list[tuple[str, float, float, str]],
) -> None:
    raw, (encoding, mark) = "".join(fragments), form
    if encoding == "utf-16-le" and raw.startswith("\0"):
        raw = "x" + raw  # else it begins as UTF-32 does
    data = mark + raw.encode(encoding)
    if not mark and raw.startswith("\ufeff"):
        mark, raw = b"\xef\xbb\xbf", raw[1:]
    clock = [0.0]
    document = Document(read(data), clock=lambda: clock[0])
    editor.set_document(document)
    bench = Bench(editor, document, Model.of(raw, encoding, mark), clock, data)
    bench.check("open")
    for step in steps:
        bench.run((step[0], step[1], step[2], _typable(step)))
        clock[0] += 3 * step[1]
    while document.undo_name:
        bench.run(("undo", 0, 0, ""))
    assert document.table.to_bytes() == data
    assert not document.is_modified
    final = bench.undone[0] if bench.undone else bench.model.cells
    while document.redo_name:
        bench.run(("redo", 0, 0, ""))
    assert bench.model.cells == final
    editor.set_document(None)


def _typable(step: tuple[str, float, float, str]) -> str:
    """An input method gives characters, and neither line breaks nor what is none."""
    name, _, _, text = step
    if name == "fix":
        return text.replace("\r\n", "\n").replace("\r", "\n")
    if name == "compose":
        return (
            "".join(one for one in text if one not in "\r\n\0\u2028\u2029\ufeff\ufdd0\ufffe\ufffc")
            or "あ"
        )
    return text
