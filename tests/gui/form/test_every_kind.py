"""A value of every wrong type in every kind of field: looked at, gone through, never changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from editor_app.core.frontmatter.reader import read
from editor_app.core.schema.field import FieldKind
from editor_app.core.text.source import read as read_source
from editor_app.gui.document import Document
from tests.gui.form.described import describe
from tests.gui.form.desk import Desk, MakeDesk, keys
from tests.gui.form.test_odd_values import VALUES
from tests.soak import soak_count

MORE = [
    "750",
    "12:30:00",
    '"#2457C5"',
    '"rgb(1, 2, 3)"',
    "/assets/none.png",
    "../../../etc/passwd",
    "https://a.example/x.png",
    '"a\\u0000b"',
    "-0",
    "99999999999999999999999999999999999999999999",
    "1e400",
    "2025-02-30 25:61:00 +9900",
    "a",
    "[a, b, a]",
    "[1, 2]",
    "[2025-01-01]",
    "[https://a.example/x.png]",
    "[{type: a}, {type: c, x: 1}, {}]",
    "{name: [1], size: {a: 1}}",
    '"' + "長" * 400 + '"',
    "[" + ", ".join(f"t{number}" for number in range(30)) + "]",
]
CHOICES = 'choices = ["a", "b"]'
MANY = 'choices = ["a", "b", "c", "d", "e", 1, true]'
FIELDS = {
    **{kind.name.lower(): f'kind = "{kind.value}"' for kind in FieldKind},
    **{
        f"list_{item.name.lower()}": f'kind = "list", item = "{item.value}", most = 2'
        for item in FieldKind
        if item not in {FieldKind.LIST, FieldKind.OBJECT, FieldKind.OBJECTS, FieldKind.RAW}
    },
    "few": CHOICES,
    "many": MANY,
    "open": f"{MANY}, open-choices = true",
    "list_few": f'kind = "list", item = "choice", {CHOICES}',
    "line_limits": "longest = 3, pattern = '^x+$'",
    "number_limits": "kind = 'number', least = 1, most = 2, step = 0.1, whole = true",
    "picture": 'kind = "image", folder = "assets", public-folder = "/p"',
    "person": 'kind = "relation", file = "people.yml"',
    "post": 'kind = "relation", collection = "posts"',
    "parts": 'kind = "object", fields = { name = { required = true }, size = { kind = "number" } }',
    "items": f'kind = "list of objects", fields = {{ type = {{ {CHOICES} }}, x = {{}} }}',
    "closed": "read-only = true",
    "made": 'computed = "{{x}}"',
    "hidden": "hidden = true",
    "unmet": 'when = [{ field = "line", is = "never" }]',
    "outdated": "deprecated = true",
}
SCHEMA = "\n".join(f"{key} = {{ {about} }}" for key, about in FIELDS.items())


@pytest.fixture
def form(desk: MakeDesk, tmp_path: Path) -> Desk:
    (tmp_path / "people.yml").write_text("a: { name: A }\n", "utf-8")
    made = desk("---\nx: 1\n---\n")
    describe(made, tmp_path, SCHEMA)
    return made


def show(form: Desk, text: str) -> None:
    """Open another post in the described form."""
    document = Document(read_source(text.encode()), form)
    form.document = document
    form.pane.set_document(document, form.context)
    form.analyse()


EVERY = VALUES + MORE


@pytest.mark.parametrize("value", EVERY[:: soak_count(5, 1)])
def test_no_value_is_changed_by_being_looked_at(form: Desk, qtbot: QtBot, value: str) -> None:
    lines = "".join(f"{key}: {value}\n" for key in FIELDS)
    if "&anchor" in value:
        lines = f"{next(iter(FIELDS))}: {value}\n"
    text = f"---\ntitle: T\n{lines}last: [z]\n---\nBody\n"
    if read(text).unreadable is not None:
        pytest.skip("no front matter")
    show(form, text)
    form.pane._rows.hidden.open()
    assert form.pane._rows.rows
    start = form.pane._rows.first_input()
    start.setFocus()
    gone_through: set[QWidget] = set()
    while (focused := QApplication.focusWidget()) is not None and focused not in gone_through:
        gone_through.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert len(gone_through) >= len(read(text).keys()) - 2
    form.analyse()
    form.pane.finish()
    qtbot.wait(1)  # what is read in a pause, such as pictures
    assert form.data == text.encode()
    assert form.document.undo_name is None
    form.pane.set_document(None, None)
    assert form.data == text.encode()


@pytest.mark.parametrize(("number", "key"), list(enumerate(FIELDS)))
def test_what_is_typed_changes_its_own_value_only(form: Desk, number: int, key: str) -> None:
    step = soak_count(9, 1)
    for value in EVERY[number % step :: step]:
        text = f"---\nfirst: 1\n{key}: {value}\nlast: [z]\n---\nBody\n"
        if read(text).unreadable is not None:
            continue
        show(form, text)
        form.pane.reveal(key)
        field = form.field(key, QWidget)
        if isinstance(field, QLineEdit | QPlainTextEdit) and not field.isReadOnly():
            field.setFocus()
            keys(field, "あ")
            form.analyse()
            QTest.keyClick(field, Qt.Key.Key_Backspace)
            form.analyse()
        after = form.analysis().front_matter
        assert after.unreadable is None, value
        assert after.value(("first",)) == 1
        assert form.document.text.endswith("\nlast: [z]\n---\nBody\n"), value
        while form.document.undo_name is not None:
            form.document.undo()
        assert form.data == text.encode(), value
    form.pane.set_document(None, None)
