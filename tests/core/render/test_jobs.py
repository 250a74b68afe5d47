from __future__ import annotations

import pickle
import subprocess
import sys

from editor_app.core.render.jobs import RenderJob
from editor_app.core.render.messages import Edited, More, Rendered, TextWanted, Whole
from editor_app.core.render.page import render
from editor_app.core.render.patches import Block, patched
from editor_app.core.text.edits import Edit
from editor_app.core.text.spans import Span


def _put(at: int, text: str) -> tuple[Edit, ...]:
    return (Edit(Span(at, at), text),)


def _patch(answer: object) -> Rendered:
    assert isinstance(answer, Rendered)
    return answer


def test_all_waiting_edits_are_made_and_answered_once() -> None:
    job = RenderJob()
    first = _patch(job.handle([Whole(1, 0, "one\n")]))
    assert first.patch.from_nothing
    edits = [Edited(1, version, version + 1, _put(3, "!")) for version in range(5)]
    answer = _patch(job.handle(edits))
    assert answer.patch.version == 5
    blocks = patched(patched([], first.patch), answer.patch)
    assert tuple(blocks) == render("one!!!!!\n").blocks


def test_the_latest_text_counts_and_not_the_one_before_it() -> None:
    job = RenderJob()
    answer = _patch(job.handle([Whole(1, 0, "old\n"), Edited(1, 7, 8, ()), Whole(2, 0, "new\n")]))
    assert answer.post == 2
    assert "new" in "".join(block.html for block in patched([], answer.patch))


def test_edits_of_a_text_that_is_not_there_ask_for_it() -> None:
    assert RenderJob().handle([Edited(3, 1, 2, _put(0, "x"))]) == TextWanted(3)
    job = RenderJob()
    job.handle([Whole(3, 1, "text\n")])
    assert job.handle([Edited(3, 5, 6, _put(0, "x"))]) == TextWanted(3)
    assert job.handle([Edited(3, 1, 2, _put(0, "x"))]) == TextWanted(3)
    job.handle([Whole(3, 6, "text\n")])
    assert isinstance(job.handle([Edited(3, 6, 7, _put(0, "x"))]), Rendered)


def test_a_long_text_comes_in_parts_of_which_the_first_is_its_beginning() -> None:
    text = "".join(f"Paragraph **{number}** with `code`.\n\n" for number in range(4000))
    job = RenderJob()
    answer = _patch(job.handle([Whole(1, 0, text)]))
    blocks: list[Block] = patched([], answer.patch)
    assert not answer.patch.is_complete
    assert "Paragraph <strong>0</strong>" in blocks[1].html
    while not answer.patch.is_complete:
        answer = _patch(job.handle([More(1)]))
        blocks = patched(blocks, answer.patch)
    assert tuple(blocks) == render(text).blocks


def test_what_a_key_sends_does_not_grow_with_the_text() -> None:
    sizes = []
    for paragraphs in (10, 5000):
        job = RenderJob()
        answer = _patch(job.handle([Whole(1, 0, "A paragraph.\n\n" * paragraphs)]))
        while not answer.patch.is_complete:
            answer = _patch(job.handle([More(1)]))
        sizes.append(len(pickle.dumps(job.handle([Edited(1, 0, 1, _put(4, "x"))]))))
    assert sizes[1] - sizes[0] < 20


def test_the_window_does_not_load_what_only_the_worker_needs() -> None:
    code = (
        "import sys; import editor_app.core.render.messages, editor_app.core.workers.by_name;"
        "print([name for name in sys.modules if name.startswith(('markdown_it', 'nh3'))])"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
