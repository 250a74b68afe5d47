from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from editor_app.core.frontmatter.reader import read
from editor_app.core.render import engine
from editor_app.core.render.incremental import IncrementalPage
from editor_app.core.render.patches import Patch, patched
from editor_app.core.text.edits import Edit, apply
from editor_app.core.text.spans import Span
from tests.core.render.nasty import FRONT_MATTER, LINES, NOTES, edits, texts
from tests.soak import soak_count


def _fresh(text: str) -> IncrementalPage:
    page = IncrementalPage(text)
    page.render()
    return page


def _one_go(text: str) -> str:
    """The body's HTML as markdown-it gives it for the whole at once, without the lines."""
    environment: engine.Environment = {}
    tokens = engine.blocks(text[read(text).body_start :], environment)
    environment.setdefault("references", {})
    html, _ = engine.html(tokens, environment)
    return html


def _without_lines(html: str) -> str:
    return re.sub(r' data-line="[0-9]+"', "", html)


@given(texts(LINES))
@settings(max_examples=soak_count(120, 10_000), deadline=None)
def test_rendering_in_chunks_gives_what_markdown_it_gives_in_one_go(text: str) -> None:
    page = IncrementalPage(text)
    page.render()
    raw = "".join(engine.html(*_tokens(chunk.text, text))[0] for chunk in page._body._list.chunks)
    assert _without_lines(raw) == _without_lines(_one_go(text))


def _tokens(chunk: str, text: str) -> tuple[list[engine.Token], engine.Environment]:
    whole: engine.Environment = {}
    engine.blocks(text[read(text).body_start :], whole)
    tokens = engine.blocks(chunk, {})
    return tokens, {"references": whole.get("references", {})}


@given(st.data())
@settings(max_examples=soak_count(120, 10_000), deadline=None)
def test_after_any_edits_the_page_is_that_of_the_text(data: st.DataObject) -> None:
    pools = (LINES, NOTES, FRONT_MATTER)
    text = data.draw(texts(*pools))
    page = IncrementalPage(text)
    page.render()
    shown = list(page.blocks)
    for _ in range(data.draw(st.integers(1, 6))):
        edit = data.draw(edits(text, *pools))
        text = apply(text, (edit,))
        page.edit((edit,))
        assert page.text == text
        while True:
            splices = page.render(data.draw(st.sampled_from([0.0, float("inf")])))
            shown = patched(shown, Patch(0, splices, ""))
            if page.is_complete:
                break
        fresh = _fresh(text)
        assert tuple(shown) == page.blocks
        assert page.blocks == fresh.blocks
        assert page.language == fresh.language


@given(texts(LINES, NOTES, FRONT_MATTER))
@settings(max_examples=soak_count(120, 5_000), deadline=None)
def test_the_blocks_count_the_lines_of_the_text(text: str) -> None:
    lines = text.count("\n") + (not text.endswith("\n") and text != "")
    start = read(text).body_start
    front_matter_alone = 0 < start == len(text) and not text.endswith("\n")
    assert sum(block.lines for block in _fresh(text).blocks) == lines - front_matter_alone


def test_several_edits_of_one_version_count_in_the_text_before() -> None:
    text = "one\n\ntwo\n\nthree\n"
    page = _fresh(text)
    made = (Edit(Span(0, 3), "ONE\n\nand"), Edit(Span(5, 8), "TWO"), Edit(Span(15, 15), "!"))
    page.edit(made)
    page.render()
    assert page.text == apply(text, made)
    assert page.blocks == _fresh(apply(text, made)).blocks


def test_a_key_in_a_long_text_changes_one_block() -> None:
    text = "---\ntitle: T\n---\n" + "A paragraph of words.\n\n" * 20_000
    page = _fresh(text)
    middle = text.index("words", len(text) // 2)
    page.edit((Edit(Span(middle, middle), "x"),))
    splices = page.render()
    assert len(splices) == 1
    assert splices[0].removed == len(splices[0].blocks) == 1
    assert "xwords" in splices[0].blocks[0].html


def test_a_definition_at_the_end_renders_what_refers_to_it() -> None:
    page = _fresh("see [there]\n\nplain\n\n")
    page.edit((Edit(Span(20, 20), "[there]: /x\n"),))
    splices = page.render()
    assert any('href="/x"' in block.html for splice in splices for block in splice.blocks)
    assert page.blocks == _fresh("see [there]\n\nplain\n\n[there]: /x\n").blocks


def test_footnotes_are_numbered_in_the_order_of_their_references() -> None:
    text = "b[^b] a[^a] b[^b]\n\n[^a]: of a\n\n[^b]: of b\n\n[^unused]: never\n"
    html = "".join(block.html for block in _fresh(text).blocks)
    assert html.index("of b") < html.index("of a")
    assert html.count('href="#post-fn-1">1</a>') == 2
    assert html.count('href="#post-fn-2">2</a>') == 1
    assert "never" not in html


def test_what_cannot_be_closed_takes_in_the_rest_and_gives_it_back() -> None:
    text = "before\n\n" + "para\n\n" * 50 + "```\ncode\n```\n\nafter\n"
    page = _fresh(text)
    page.edit((Edit(Span(8, 8), "```\n"),))
    page.render()
    assert page.blocks == _fresh(text[:8] + "```\n" + text[8:]).blocks
    page.edit((Edit(Span(8, 12), ""),))
    page.render()
    assert page.blocks == _fresh(text).blocks
