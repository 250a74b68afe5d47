"""The form as the site describes it: order, groups, what is hidden, inherited, closed, nested."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from editor_app.core.frontmatter.nodes import Path as At
from editor_app.core.generator import Generator
from editor_app.core.schema.content_type import PostSchema
from editor_app.core.schema.field import FieldKind, Inherited
from editor_app.core.schema.schema import Choice, Collection, Condition, Said, SchemaField
from tests.gui.form.described import MakeDescribed
from tests.gui.form.desk import Desk, keys, type_into

CONFIG = Said("Jekyll", "_config.yml", 12)


def labels(form: Desk, part: str) -> list[str]:
    found = [
        label
        for label in form.pane.findChildren(QLabel)
        if label.property("part") == part and label.isVisible()
    ]
    found.sort(key=lambda label: label.mapTo(form.pane, label.rect().topLeft()).y())
    return [label.text() for label in found]


def press(form: Desk, words: str) -> None:
    found = [
        button
        for button in form.pane.findChildren(QPushButton)
        if words in button.text() and button.isVisible()
    ]
    assert found, f"no button {words!r} among {form.words()!r}"
    found[0].setFocus()
    QTest.keyClick(found[0], Qt.Key.Key_Space)
    QApplication.processEvents()


# --- order and words


def test_fields_stand_in_groups_in_the_order_of_the_site(described: MakeDescribed) -> None:
    fields = """title = {}
colour = { group = "Look" }
mood = { group = "Words" }
image = { group = "Look" }"""
    text = "---\nmine: 1\nmood: m\nimage: i\ncolour: c\ntitle: T\n---\n"
    form = described(text, fields)
    assert form.fields() == ["title", "colour", "image", "mood", "mine"]
    assert labels(form, "group") == ["Look", "Words", "Other fields"]
    assert form.text == text


def test_a_label_stands_beside_its_key(described: MakeDescribed) -> None:
    fields = 'x = { label = "題名", help = "Short" }\nreading_time = { label = "Reading time" }'
    form = described("---\nx: a\nreading_time: 3\n---\n", fields)
    head = form.pane._rows.rows[("x",)].head
    assert (head.label.text(), head.key.text(), head.key.isVisible()) == ("題名", "x", True)
    assert "Short" in labels(form, "help")
    assert "galley.toml" in head.label.toolTip()
    assert not form.pane._rows.rows[("reading_time",)].head.key.isVisible()
    line = form.field("x", QLineEdit)
    assert (line.accessibleName(), line.accessibleDescription()) == ("題名", "Short")


def test_what_may_be_said_is_offered_with_its_default(described: MakeDescribed) -> None:
    fields = """mood = { label = "Mood", default = "calm" }
size = { kind = "number", least = 3 }
status = { choices = ["a", "b"] }
tags = { kind = "list" }"""
    form = described("---\ntitle: T\n---\n", fields)
    press(form, "+ Mood")
    press(form, "+ size")
    press(form, "+ status")
    press(form, "+ tags")
    assert form.text == "---\ntitle: T\nmood: calm\nsize: 3\nstatus: null\ntags: []\n---\n"


def test_what_is_placed_by_the_site_is_not_moved(described: MakeDescribed) -> None:
    text = "---\na: 1x\nb: 2x\n---\n"
    form = described(text, "a = {}\nb = {}")
    field = form.field("b", QLineEdit)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert form.text == text


# --- hidden, conditional, deprecated


def test_hidden_fields_are_counted_and_can_be_opened(described: MakeDescribed) -> None:
    text = "---\ntitle: x\nuuid: 6f1c\nother: y\n---\n"
    form = described(text, "uuid = { hidden = true }")
    assert form.fields() == ["title", "other"]
    press(form, "1 hidden field")
    assert form.fields() == ["title", "other", "uuid"]
    type_into(form.field("uuid", QLineEdit), "0")
    assert form.text == text.replace("6f1c", "6f1c0")
    press(form, "Fold 1 hidden field")
    assert form.fields() == ["title", "other"]
    form.pane.reveal("uuid")
    assert form.field("uuid", QLineEdit).hasFocus()


def test_a_field_counts_only_where_its_condition_is_met(described: MakeDescribed) -> None:
    fields = """type = { choices = ["talk", "note"] }
room = { required = true, when = [{ field = "type", is = "talk" }] }"""
    form = described("---\ntitle: T\ntype: note\n---\n", fields)
    assert form.fields() == ["type", "title"]
    form.edit_text("note", "talk")
    assert form.fields() == ["type", "room", "title"]
    type_into(form.field("room", QLineEdit), "A")
    assert form.text == "---\ntitle: T\ntype: talk\nroom: A\n---\n"
    form.edit_text("talk", "note")
    assert form.fields() == ["type", "room", "title"]
    assert "does not count here" in form.words()
    type_into(form.field("room", QLineEdit), "1")
    assert form.text == "---\ntitle: T\ntype: note\nroom: A1\n---\n"


def test_a_deprecated_field_says_so(described: MakeDescribed) -> None:
    fields = "old = { deprecated = true }\nolder = { deprecated = true }"
    form = described("---\ntitle: T\nold: x\n---\n", fields)
    assert labels(form, "badge") == ["deprecated"]
    assert form.fields() == ["old", "title"]
    assert "+ older" not in form.words()


# --- shown and not typed


def test_what_the_site_closes_is_shown_with_the_reason(described: MakeDescribed) -> None:
    fields = 'number = { read-only = true }\naddress = { computed = "/{{slug}}/" }'
    text = "---\nnumber: 41\n---\n"
    form = described(text, fields)
    number = form.field("number", QPlainTextEdit)
    assert number.toPlainText() == "41"
    assert form.field("address", QPlainTextEdit).toPlainText() == "/{{slug}}/"
    assert "read-only by galley.toml:5" in form.words()
    assert "computed" in form.words()
    for field in (number, form.field("address", QPlainTextEdit)):
        field.setFocus()
        QTest.keyClicks(field, "x")
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert form.text == text


def test_inherited_values_are_never_written_by_themselves(described: MakeDescribed) -> None:
    text = "---\ntitle: T\nseo: {x: 1}\n---\n"
    inherited: dict[At, Inherited] = {
        ("layout",): Inherited("post", CONFIG),
        ("tags",): Inherited(["a", "b c"], CONFIG),
        ("seo", "robots"): Inherited("none", CONFIG),
    }
    form = described(text, "", inherited)
    layout = form.field("layout", QPlainTextEdit)
    assert layout.toPlainText() == "post"
    assert form.field("tags", QPlainTextEdit).toPlainText() == "a, b c"
    assert form.field("seo.robots", QPlainTextEdit).toPlainText() == "none"
    assert "from _config.yml:12" in form.words()
    for path in form.fields():
        form.pane.reveal(path)
        form.analyse()
    layout.setFocus()
    QTest.keyClicks(layout, "x")
    form.pane.finish()
    assert form.text == text
    assert form.document.undo_name is None


def test_a_value_is_overridden_in_one_step(described: MakeDescribed) -> None:
    text = "---\ntitle: T\n---\n"
    inherited: dict[At, Inherited] = {("tags",): Inherited(["a", "b"], CONFIG)}
    form = described(text, "", inherited)
    press(form, "Override here")
    assert form.text == "---\ntitle: T\ntags: [a, b]\n---\n"
    line = form.field("tags", QLineEdit)
    assert line.hasFocus()
    keys(line, "c")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert form.text == "---\ntitle: T\ntags: [a, b, c]\n---\n"
    form.document.undo()
    form.document.undo()
    assert form.text == text
    form.analyse()
    assert "from _config.yml:12" in form.words()


def test_a_part_of_an_object_is_overridden_in_its_place(described: MakeDescribed) -> None:
    inherited: dict[At, Inherited] = {("seo", "robots"): Inherited("none", CONFIG)}
    form = described("---\nseo:\n  x: 1\nlast: z\n---\n", "", inherited)
    press(form, "Override here")
    assert form.text == "---\nseo:\n  x: 1\n  robots: none\nlast: z\n---\n"


# --- nested


def test_an_object_asks_for_its_required_parts_and_offers_the_others(
    described: MakeDescribed,
) -> None:
    fields = """place.kind = "object"
place.fields.name = { label = "Name", required = true }
place.fields.quay = { kind = "number", label = "Quay", least = 1 }"""
    form = described("---\ntitle: T\nplace:\n  x: 1\n---\n", fields)
    assert form.fields() == ["place", "place.name", "place.x", "title"]
    type_into(form.field("place.name", QLineEdit), "Pier")
    assert form.text == "---\ntitle: T\nplace:\n  x: 1\n  name: Pier\n---\n"
    press(form, "+ Quay")
    assert form.text == "---\ntitle: T\nplace:\n  x: 1\n  name: Pier\n  quay: 1\n---\n"
    assert form.field("place.quay", QLineEdit).hasFocus()


def test_a_new_item_has_the_parts_that_the_site_says(described: MakeDescribed) -> None:
    fields = """items.kind = "list of objects"
items.fields.name = { required = true }
items.fields.size = { kind = "number", default = 2 }
items.fields.note = {}"""
    form = described("---\nitems: []\n---\n", fields)
    press(form, "+ Add to items")
    assert form.text == '---\nitems: [{name: "", size: 2}]\n---\n'
    assert form.field("items.0.name", QLineEdit).hasFocus()


def test_items_of_several_forms(described: MakeDescribed) -> None:
    text = "---\ntitle: T\nblocks:\n  - type: quote\n    text: A\n---\n"
    form = described(text, "")
    choices = (Choice("quote", "Quote"), Choice("photo", "Photo"))
    parts = (
        said("type", kind=FieldKind.CHOICE, choices=choices, is_limit=True, required=True),
        said("text", required=True, conditions=(Condition(("type",), values=("quote",)),)),
        said("src", required=True, conditions=(Condition(("type",), values=("photo",)),)),
    )
    blocks = said("blocks", kind=FieldKind.OBJECTS, fields=parts)
    collection = Collection(name="posts", said=CONFIG, files=("/_posts/**",), fields=(blocks,))
    assert form.facts is not None
    form.facts = replace(form.facts, schema=PostSchema(Generator.JEKYLL, (collection,)))
    form.analyse()
    assert form.fields()[:3] == ["blocks.0.type", "blocks.0.text", "blocks"]
    add = form.field("blocks", QPushButton)
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == ["Quote", "Photo"]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert form.text == text.replace("A\n", 'A\n  - type: photo\n    src: ""\n')
    QApplication.processEvents()
    assert "blocks.1.src" in form.fields()
    assert "blocks.1.text" not in form.fields()


def said(key: str, **about: object) -> SchemaField:
    return SchemaField(key=key, said=CONFIG, **about)  # type: ignore[arg-type]


def test_another_post_has_its_own_fields(described: MakeDescribed) -> None:
    fields = 'x = { kind = "number", label = "Size" }'
    form = described("---\nx: 8\n---\n", fields)
    assert "Size" in form.words()
    form.facts = None
    form.pane.set_document(form.document, replace(form.context, site=None))
    form.analyse()
    assert "Size" not in form.words()
    form.pane.set_document(None, None)
    assert form.fields() == []


def test_tab_goes_through_every_kind_from_top_to_bottom(described: MakeDescribed) -> None:
    fields = """a = { choices = ["x", "y"] }
b = { kind = "colour" }
c = { kind = "list", item = "choice", choices = ["x", "y", "z", "u", "v"] }
d = { read-only = true }
e = { choices = ["1", "2", "3", "4", "5"] }
f = { kind = "relation", file = "a.yml" }"""
    text = "---\na: x\nb: '#123'\nc: []\nd: 1\ne: '1'\nf: z\n---\n"
    form = described(text, fields)
    form.field("a", QWidget).setFocus()
    seen: list[str] = []
    for _ in range(6):
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused.objectName().removeprefix("field:"))
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == ["a", "b", "c", "d", "e", "f"]
    assert form.text == text
