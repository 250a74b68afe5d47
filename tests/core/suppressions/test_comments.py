"""Comments that allow what a rule finds, and comments that allow nothing."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import PurePath

import markdown
import pytest
from markdown_it import MarkdownIt

from editor_app.core.analysis import analyse
from editor_app.core.analysis_values import Context
from editor_app.core.fixes import fix_all
from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.settings import Settings
from editor_app.core.text.edits import apply
from tests.core.rules.test_cases import unmarked

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def context(path: str = "post.md", settings: Settings | None = None) -> Context:
    return Context(PurePath(path), Generator.UNKNOWN, settings or Settings(), NOW)


def found(text: str, path: str = "post.md") -> list[str]:
    return [each.rule for each in analyse(text, context(path)).diagnostics]


FIELDS = """\
---
{0}title: "# A"{1}
{2}subtitle: x
author:{3}
  {4}name: NO
---

Text.
"""
HEADING, NORWAY = "title-heading-mark", "yaml-reads-differently"


@pytest.mark.parametrize(
    ("place", "comment", "left"),
    [
        (0, "# galley: allow title-heading-mark\n", [NORWAY]),
        (0, "# hm\n# galley: allow title-heading-mark\n\n# hm\n", [NORWAY]),
        (1, " # galley: allow title-heading-mark", [NORWAY]),
        (1, " # Galley: Allow Title-Heading-Mark", [NORWAY]),
        (2, "# GALLEY: Allow-In-Post title-heading-mark, yaml-reads-differently\n", []),
        (1, " # galley: allow   yaml-reads-differently,title-heading-mark ", [NORWAY]),
        (2, "# galley: allow title-heading-mark\n", [HEADING, NORWAY]),
        (2, "# galley: allow-in-post title-heading-mark, yaml-reads-differently\n", []),
        (3, " # galley: allow yaml-reads-differently", [HEADING]),
        (4, "# galley: allow yaml-reads-differently\n  ", [HEADING]),
        (0, "# galley allow title-heading-mark\n", [HEADING, NORWAY]),
    ],
)
def test_a_comment_covers_its_field_and_no_other(place: int, comment: str, left: list[str]) -> None:
    pieces = ["", "", "", "", ""]
    pieces[place] = comment
    rules = found(FIELDS.format(*pieces))
    assert [rule for rule in rules if rule != "allow-without-use"] == left


def test_toml_has_the_same_comments() -> None:
    text = '+++\ntitle = "# A" # galley: allow title-heading-mark\n+++\n\nText.\n'
    assert found(text) == []
    assert found(text.replace(" # galley: allow title-heading-mark", "")) == [HEADING]
    above = (
        '+++\n# galley: allow title-heading-mark\ntitle = "# A"\n[params]\nx = 1\n+++\n\nText.\n'
    )
    assert found(above) == []


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("<!-- galley: allow replacement-character -->\n\nA \ufffd.\n\nB \ufffd.\n", 1),
        ("<!-- galley: allow replacement-character -->\nA \ufffd.\n\nB \ufffd.\n", 1),
        ("<!--galley:allow replacement-character-->\n\nA \ufffd.\n\nB \ufffd.\n", 1),
        ("A <!-- galley: allow replacement-character --> \ufffd.\n\nB \ufffd.\n", 1),
        ("A \ufffd.\nb <!-- galley: allow replacement-character -->\n\nB \ufffd.\n", 1),
        ("<!-- galley: allow-in-post replacement-character -->\n\nA \ufffd.\n\nB \ufffd.\n", 0),
        ("A \ufffd.\n\nB \ufffd.\n\n<!-- galley: allow-in-post replacement-character -->\n", 0),
        ("<!-- Galley: Allow Replacement-Character -->\n\nA \ufffd.\n\nB \ufffd.\n", 1),
        ("<!-- galley: allow replacement-character -->\n\n## A \ufffd\n\nB \ufffd.\n", 1),
        ("<!-- galley: allow replacement-character -->\n\n- A \ufffd\n- B \ufffd.\n", 0),
        ("- A \ufffd <!-- galley: allow replacement-character -->\n- B \ufffd.\n", 1),
        ("```\n<!-- galley: allow-in-post replacement-character -->\n```\n\nA \ufffd.\n", 1),
        ("`<!-- galley: allow-in-post replacement-character -->` and A \ufffd.\n", 1),
        (
            "{% highlight html %}\n<!-- galley: allow-in-post replacement-character -->\n"
            "{% endhighlight %}\n\nA \ufffd.\n",
            1,
        ),
        ("{/* galley: allow replacement-character */}\n\nA \ufffd.\n", 1),
        (
            "{% comment %} galley: allow replacement-character {% endcomment %}\n\nA \ufffd.\n\n"
            "B \ufffd.\n",
            1,
        ),
        ("{%- comment -%}galley: allow replacement-character{%- endcomment -%}\n\nA \ufffd.\n", 0),
        ("- \ufffd {% comment %} galley: allow replacement-character {% endcomment %}\n", 0),
        (
            "{% raw %}\n{% comment %}galley: allow-in-post replacement-character{% endcomment %}"
            "\n{% endraw %}\n\nA \ufffd.\n",
            1,
        ),
        ("<!-- galley: allow replacement-character -- it is art: 1 > 0 -->\n\nA \ufffd.\n", 0),
    ],
)
def test_a_comment_covers_its_block_and_no_other(body: str, left: int) -> None:
    rules = found(f"---\ntitle: Title\n---\n\n{body}")
    assert rules.count("replacement-character") == left
    assert set(rules) <= {"replacement-character"}


def test_mdx_has_its_own_comments() -> None:
    text = (
        "---\ntitle: Spring\n---\n\n{/* galley: allow replacement-character */}\n\nA \ufffd.\n\n"
        "B {/* galley: allow replacement-character */} \ufffd.\n"
    )
    assert found(text, "post.mdx") == []
    assert found(text, "post.md") == ["replacement-character"] * 2


def test_a_reason_may_stand_behind_two_hyphens() -> None:
    text = (
        '---\n# galley: allow title-heading-mark -- a pun, end-marker\ntitle: "# A"\n---\n\nText.\n'
    )
    assert found(text) == []
    assert found(text.replace("# A", "A")) == ["allow-without-use"]


def test_some_things_are_always_said() -> None:
    text = '---\n# galley: allow-in-post front-matter-unreadable\ntitle: "\n---\n\nA.\n'
    assert "front-matter-unreadable" in found(text)
    body = '---\ntitle: "\n---\n\n<!-- galley: allow-in-post front-matter-unreadable -->\n\nA.\n'
    assert found(body) == ["front-matter-unreadable", "allow-without-use"]


# --- comments without use

UNUSED = [
    ("---\n⟦# galley: allow ⟦end-marker⟧\n⟧title: A\n---\n\nText.\n", "finds nothing", True),
    ("---\ntitle: A⟦ # galley: allow ⟦end-marker⟧⟧\n---\n\nText.\n", "finds nothing", True),
    ("Text.\n\n⟦<!-- galley: allow ⟦end-marker⟧ -->\n\n⟧More.\n", "finds nothing", True),
    ("Text⟦ <!-- galley: allow ⟦end-marker⟧ -->⟧ more.\n", "finds nothing", True),
    ("⟦⟦<!-- galley: allow -->⟧\n\n⟧Text.\n", "names no rule", True),
    ("⟦<!-- galley: allow ⟦qqqqqqq⟧ -->\n\n⟧Text.\n", "no rule qqqqqqq", True),
    ("⟦<!-- galley: allow ⟦rule-failed⟧ -->\n\n⟧Text.\n", "can't be allowed", True),
    ("Text.\n\n⟦<!-- galley: allow ⟦end-marker⟧ -->\n⟧", "finds nothing", True),
    ("- a\n\n⟦<!-- galley: allow ⟦end-marker⟧ -->\n\n⟧- b\n", "finds nothing", False),
    ("Text\n⟦<!-- galley: allow ⟦end-marker⟧ -->\n⟧more.\n", "finds nothing", False),
]


@pytest.mark.parametrize(("marked", "says", "is_safe"), UNUSED)
def test_a_comment_without_use_is_told_and_can_be_removed(
    marked: str, says: str, is_safe: bool
) -> None:
    text, _ = unmarked(marked)
    inner = text.index(marked.split("⟦")[2].split("⟧", maxsplit=1)[0])
    outer = marked.replace("⟦", "\0", 1).replace("⟧", "", 1).replace("⟦", "", 1)
    start = outer.index("\0")
    end = outer.replace("\0", "").index("⟧")
    settings = Settings(disabled=frozenset({"title-missing"}))
    (diagnostic,) = analyse(text, context(settings=settings)).diagnostics
    assert diagnostic.rule == "allow-without-use"
    assert diagnostic.span.start == inner
    assert says in diagnostic.message
    assert (diagnostic.safe_fix is not None) == is_safe
    assert apply(text, diagnostic.fixes[-1].edits) == text[:start] + text[end:]


def test_of_several_names_the_one_without_use_goes() -> None:
    text = '---\n# galley: allow {}\ntitle: "# A"\n---\n\nText.\n'
    for names in (
        "end-marker, title-heading-mark",
        "title-heading-mark, end-marker",
        "title-heading-mark, qqqqqqq, end-marker",
    ):
        done = fix_all(text.format(names), context(), frozenset({"allow-without-use"}))
        assert done.text == text.format("title-heading-mark")
        assert done.rules == ("allow-without-use",)


def test_a_rule_that_is_almost_named_is_suggested() -> None:
    text = '---\n# galley: allow title-heading-marks\ntitle: "# A"\n---\n\nText.\n'
    unused = next(
        each for each in analyse(text, context()).diagnostics if each.rule == "allow-without-use"
    )
    assert "did you mean title-heading-mark?" in unused.message
    assert found(apply(text, unused.fixes[0].edits)) == []
    word = "---\n# galley: alow title-heading-mark\ntitle: A\n---\n\nText.\n"
    (unused,) = analyse(word, context()).diagnostics
    assert "did you mean allow?" in unused.message


def test_of_a_rule_that_is_off_nothing_is_said() -> None:
    text = "---\n# galley: allow title-heading-mark\ntitle: A\n---\n\nText.\n"
    off = Settings(disabled=frozenset({"title-heading-mark"}))
    assert analyse(text, context(settings=off)).diagnostics == ()
    silent = Settings(disabled=frozenset({"allow-without-use"}))
    assert analyse(text, context(settings=silent)).diagnostics == ()


# --- nobody else sees them


@pytest.mark.parametrize(
    "block", ["Text here.", "## Head", "- a\n- b", "> q", "| a |\n|---|\n| b |", "```\nx\n```"]
)
def test_a_page_is_the_same_with_a_comment(block: str) -> None:
    plain = f"Before.\n\n{block}\n\nAfter.\n"
    comment = "<!-- galley: allow end-marker -->"
    said = f"Before.\n\n{comment}\n\n{block}\n\nAfter.\n"
    commonmark = MarkdownIt("commonmark").enable("table")
    for render in (
        commonmark.render,
        lambda text: markdown.markdown(text, extensions=["extra"]),
    ):
        assert render(said).replace(comment, "").split() == render(plain).split()


def test_front_matter_means_the_same_with_comments() -> None:
    plain = FIELDS.format("", "", "", "", "")
    comment = "# galley: allow title-heading-mark"
    said = FIELDS.format(f"{comment}\n", f" {comment}", f"{comment}\n", f" {comment}", "")
    assert read(said).values() == read(plain).values()
