"""What a post says to its readers, in one text that can be searched."""

from __future__ import annotations

from editor_app.core.post import read_post
from editor_app.core.prose import of_body, of_fields
from editor_app.core.text.spans import Span

TEXT = "---\ntitle: 'It''s tea'\nn: 3\n---\n\n# Head\n\nOne `code` two.\n\n- item\n"


def test_each_stretch_is_found_where_it_stands() -> None:
    post = read_post(TEXT)
    for prose, words in (
        (of_body(post), ("Head", "One", "two.", "item")),
        (of_fields(post), ("s tea",)),
    ):
        for each in words:
            assert prose.has(each)
            start = prose.text.index(each)
            place = prose.at(Span(start, start + len(each)))
            assert place is not None
            piece, span = place
            assert span.of(piece.text) == each
            assert piece.place(post, span).of(TEXT) == each
            assert (piece.field == "title") == (each == "s tea")


def test_code_is_not_there_and_nothing_reaches_over_two_pieces() -> None:
    prose = of_body(read_post(TEXT))
    assert not prose.has("code")
    start = prose.text.index("Head")
    assert prose.at(Span(start, start + 10)) is None


def test_a_fix_in_a_field_keeps_the_quotes_right() -> None:
    post = read_post(TEXT)
    prose = of_fields(post)
    start = prose.text.index("tea")
    place = prose.at(Span(start, start + 3))
    assert place is not None
    (fix,) = place[0].fix(post, place[1], "'x'", "Write {prefer}", is_safe=False, prefer="'x'")
    assert [edit.text for edit in fix.edits] == ["''x''"]
