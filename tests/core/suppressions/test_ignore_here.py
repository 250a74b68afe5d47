"""Comments that are written for a diagnostic: they take effect, and nothing else changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import PurePath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Context
from editor_app.core.diagnostics import Diagnostic
from editor_app.core.post import Post, read_post
from editor_app.core.suppressions.ignore_here import ignore_here
from editor_app.core.suppressions.sift import ALWAYS_SAID
from editor_app.core.text.edits import apply
from tests.core.rules.test_cases import ALL, Case
from tests.soak import soak_count

HITS = [case for case in ALL if case.is_hit]


def read(text: str, context: Context) -> Post:
    return read_post(text, context.path, context.generator, context.settings)


def prove(text: str, context: Context, diagnostic: Diagnostic) -> str:
    """The text in which a diagnostic is allowed."""
    edits = ignore_here(read(text, context), diagnostic)
    assert edits != ()
    assert all(edit.span.is_empty for edit in edits)
    changed = apply(text, edits)
    before = Counter(each.rule for each in analyse(text, context).diagnostics)
    after = Counter(each.rule for each in analyse(changed, context).diagnostics)
    assert after[diagnostic.rule] < before[diagnostic.rule], changed
    assert all(after[rule] == before[rule] for rule in after | before if rule != diagnostic.rule), (
        changed
    )
    return changed


@pytest.mark.parametrize("case", HITS, ids=lambda case: f"{case.rule}: {case.name}")
def test_what_any_rule_finds_can_be_allowed(case: Case) -> None:
    for name in {"mdx": "post.mdx", "md": str(case.context.path or "post.md")}.values():
        path = PurePath(name)
        context = replace(case.context, path=path)
        for diagnostic in analyse(case.text, context).diagnostics:
            if diagnostic.rule in ALWAYS_SAID:
                assert ignore_here(read(case.text, context), diagnostic) == ()
            else:
                prove(case.text, context, diagnostic)


def ignored(text: str, rule: str, path: str = "post.md") -> str:
    context = replace(HITS[0].context, path=PurePath(path))
    diagnostic = next(each for each in analyse(text, context).diagnostics if each.rule == rule)
    return prove(text, context, diagnostic)


def test_a_field_has_the_comment_above_it() -> None:
    text = '---\ndate: 2026-01-01\n# hm\ntitle: "# A"\n---\n\nText.\n'
    assert ignored(text, "title-heading-mark") == text.replace(
        "title:", "# galley: allow title-heading-mark\ntitle:"
    )
    toml = '+++\ntitle = "# A"\n+++\n\nText.\n'
    assert ignored(toml, "title-heading-mark") == toml.replace(
        "title =", "# galley: allow title-heading-mark\ntitle ="
    )


def test_a_nested_field_has_the_comment_in_its_column() -> None:
    text = "---\ntitle: A\nauthor:\n  name: NO\n  mail: x\n---\n\nText.\n"
    assert ignored(text, "yaml-reads-differently") == text.replace(
        "  name:", "  # galley: allow yaml-reads-differently\n  name:"
    )
    text = "---\ntitle: A\nauthor: {name: NO}\n---\n\nText.\n"
    assert ignored(text, "yaml-reads-differently") == text.replace(
        "author:", "# galley: allow yaml-reads-differently\nauthor:"
    )


def test_json_has_the_comment_in_the_body_and_for_the_post() -> None:
    text = '{"title": "# A"}\n\nText.\n'
    assert ignored(text, "title-heading-mark") == text.replace(
        "Text", "<!-- galley: allow-in-post title-heading-mark -->\n\nText"
    )


def test_a_field_that_is_missing_is_allowed_for_the_post() -> None:
    text = "---\ndate: 2026-01-01\n---\n\nText.\n"
    assert ignored(text, "title-missing").startswith("---\n# galley: allow-in-post title-missing\n")


def test_a_block_has_the_comment_and_a_blank_line_above_it() -> None:
    text = "---\ntitle: A\n---\n\nOne.\n\n---END---\n\nTwo.\n"
    wanted = "One.\n\n<!-- galley: allow end-marker -->\n\n---END---"
    assert ignored(text, "end-marker") == text.replace("One.\n\n---END---", wanted)
    wanted = "One.\n\n{/* galley: allow end-marker */}\n\n---END---"
    assert ignored(text, "end-marker", "a.mdx") == text.replace("One.\n\n---END---", wanted)


def test_a_second_rule_goes_into_the_comment_that_is_there() -> None:
    text = '---\n# galley: allow title-emphasis-mark\ntitle: "# A **b** c"\n---\n\nText.\n'
    assert "allow title-emphasis-mark, title-heading-mark\n" in ignored(text, "title-heading-mark")


def test_a_comment_that_ends_html_covers_what_comes_after() -> None:
    text = (
        "---\ntitle: A\n---\n\n<div>\n</div>\n<!-- galley: allow title-missing -->\n\n---END---\n"
    )
    fixed = ignored(text, "end-marker")
    assert fixed == text.replace("title-missing -->", "title-missing, end-marker -->")


BODIES = st.lists(
    st.sampled_from(
        (
            "---END---",
            "A paragraph.",
            "A cut \ufffd one.",
            "- item \ufffd one",
            "- item",
            "> quote \ufffd here",
            "## Head \ufffd line",
            "| a | b \ufffd |\n|---|---|\n| 1 | 2 |",
            "```\n---END---\n```",
            "    code",
            "<div>\n\ufffd\n</div>",
            "<!-- galley: allow end-marker -->",
            "Line\n===",
            "\u3000全角\ufffdの段落。",
        )
    ),
    max_size=8,
)


@example(
    [
        "- item \ufffd one",
        "<div>\n\ufffd\n</div>",
        "<!-- galley: allow end-marker -->",
        "---END---",
        "- item",
        "<!-- galley: allow end-marker -->",
    ],
    ["\n\n", "\n", "\n\n", "\n", "\n\n", "\n\n", "\n", "\n"],
    False,
)
@given(BODIES, st.lists(st.sampled_from(("\n", "\n\n")), min_size=8, max_size=8), st.booleans())
@settings(max_examples=soak_count(150, 1_000), deadline=None)
def test_a_comment_takes_effect_in_any_body(
    parts: list[str], breaks: list[str], is_mdx: bool
) -> None:
    body = "".join(part + end for part, end in zip(parts, breaks, strict=False))
    text = f'---\ntitle: "A"\ntags: [NO]\n---\n{body}'
    context = replace(HITS[0].context, path=PurePath("a.mdx" if is_mdx else "a.md"))
    for diagnostic in analyse(text, context).diagnostics:
        if diagnostic.rule not in ALWAYS_SAID:
            prove(text, context, diagnostic)
