"""Every value in every kind of field: shown, typed over, never a crash, never another byte."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.text.source import read as read_source
from editor_app.gui.document import Document
from tests.gui.form.desk import Desk, MakeDesk, keys

VALUES = [
    "",
    "~",
    "word",
    '"quoted"',
    "'single'",
    "8",
    "010",
    "1e3",
    ".inf",
    ".nan",
    "true",
    "yes",
    "2025-01-01",
    "2025-01-01 10:00:00 +0900",
    "2024-13-45",
    "12:30",
    "[]",
    "[a, 1, true, 2025-01-01, ~]",
    "[[a], {b: 1}]",
    "[{a: 1}, {b: [c]}]",
    "[{}, {}]",
    "{}",
    "{a: {b: {c: {d: {e: {f: {g: 1}}}}}}}",
    "{? [a, b] : c}",
    "|\n  one\n  two",
    ">-\n  one\n  two",
    "!!str 8",
    "!unknown {a: 1}",
    "&anchor word",
    '"\\u0000\\t\\e"',
    '"\\uFEFFmark"',
    '"a\\Lb\\Pc\\_d"',
    '"🎉👨‍👩‍👧"',
    "word # comment",
]
KEYS = {
    Generator.JEKYLL: ("title", "date", "tags", "published", "description", "layout", "mine"),
    Generator.HUGO: ("weight", "draft", "params", "resources", "published"),
}
CASES = [(generator, key) for generator, of in KEYS.items() for key in of]


@pytest.mark.parametrize(("generator", "key"), CASES)
def test_every_value_in_every_kind(desk: MakeDesk, generator: Generator, key: str) -> None:
    form = desk("---\nx: 1\n---\n", generator)
    for value in VALUES:
        text = f"---\nfirst: 1\n{key}: {value}\nlast: [z]\n---\nBody\n"
        if read(text).unreadable is not None:
            continue
        document = Document(read_source(text.encode()), form)
        form.document = document
        form.pane.set_document(document, form.context)
        form.analyse()
        assert form.document.text == text, value
        field = form.field(key, QWidget)
        field.setFocus()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier)
            keys(field, "あ")
            form.analyse()
            QTest.keyClick(field, Qt.Key.Key_Backspace)
            form.analyse()
        after = form.analysis().front_matter
        assert after.unreadable is None, value
        assert after.value(("first",)) == 1
        assert after.value(("last",)) == ["z"]
        assert form.document.text.endswith("\nlast: [z]\n---\nBody\n"), value
        while form.document.undo_name is not None:
            form.document.undo()
        assert form.data == text.encode(), value
    form.pane.set_document(None, None)


@pytest.mark.parametrize(
    "text",
    [
        "+++\na = 1979-05-27T07:32:00Z\nb = 07:32:00\nc = 0x1F\nd = inf\n[e.f]\ng = [[1]]\n+++\n",
        '+++\n[[e]]\na = 1\n[[e]]\na = """\nmany\nlines"""\n+++\n',
        '{"a": null, "b": 1e400, "c": "\\ud800", "d": [[]], "e": {"": 1}, "a.b": 2}\n',
        "---\n---\n",
        "---\n# only a comment\n---\n",
        "---\n- a\n- b\n---\n",
        "---\nword\n---\n",
        '---\n"": 1\n" ": 2\n"a\\nb": 3\n? [x]\n: 4\n---\n',
        "---\n--- a\n---\n",
        "---\na: 1\n",
        "\ufeff---\ntitle: T\n---\n",
    ],
)
def test_odd_front_matter_is_shown(desk: MakeDesk, text: str) -> None:
    form = desk(text, Generator.HUGO)
    data = form.data
    for path in form.fields():
        form.pane.reveal(path)
    assert form.data == data


WORDS = st.text(
    st.sampled_from("aZ9 :#'\"[]{},&*!|>%@`-?\\あ漢🎉\u00a0\u3000e\u0301~"), max_size=12
)


@pytest.fixture
def text_form(desk: MakeDesk) -> Desk:
    return desk("---\ntitle: T # c\ntags: [a] # d\nnote: |\n  x\nlast: z\n---\nBody\n")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(words=WORDS)
def test_what_is_typed_in_a_line_reads_back(text_form: Desk, words: str) -> None:
    form, before = text_form, text_form.text
    field = form.field("title", QLineEdit)
    field.setFocus()
    field.selectAll()
    keys(field, words or "x")
    front_matter = form.analysis().front_matter
    assert front_matter.scalar_text("title") == field.text() == (words or "x")
    head, tail = "---\ntitle: ", " # c\ntags: [a] # d\nnote: |\n  x\nlast: z\n---\nBody\n"
    assert form.text.startswith(head)
    assert form.text.endswith(tail)
    form.analyse()
    assert field.text() == (words or "x")
    while form.document.undo_name is not None:
        form.document.undo()
    assert form.text == before
    form.analyse()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(words=WORDS.filter(lambda words: words.strip() not in ("", "a")))
def test_what_is_entered_as_a_chip_reads_back(text_form: Desk, words: str) -> None:
    form, before = text_form, text_form.text
    field = form.field("tags", QLineEdit)
    field.setFocus()
    keys(field, words)
    QTest.keyClick(field, Qt.Key.Key_Return)
    wanted = [part.strip() for part in words.split(",") if part.strip()]
    value = form.analysis().front_matter.value(("tags",))
    assert value == list(dict.fromkeys(["a", *wanted]))
    assert form.text.endswith("] # d\nnote: |\n  x\nlast: z\n---\nBody\n")
    while form.document.undo_name is not None:
        form.document.undo()
    assert form.text == before
    form.analyse()
