"""The explicit list of rules, and their pages."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from editor_app.core.diagnostics import Diagnostic, Severity
from editor_app.core.post import Post
from editor_app.core.rules import (
    date_file_mismatch,
    date_form_unknown,
    duplicate_key,
    end_marker,
    excerpt_generic,
    front_matter_unreadable,
    no_final_newline,
    reading_time_off,
    replacement_character,
    section_pasted_twice,
    text_cut_off,
    title_cut_short,
    title_emphasis_mark,
    title_heading_mark,
    title_missing,
    title_repeated_in_body,
    yaml_reads_differently,
)


class Rule(Protocol):
    """What a rule's module holds; its docstring is its page."""

    ID: str
    SEVERITY: Severity

    def check(self, post: Post) -> Iterator[Diagnostic]: ...


RULES: tuple[Rule, ...] = (
    front_matter_unreadable,
    duplicate_key,
    title_missing,
    title_heading_mark,
    title_emphasis_mark,
    title_cut_short,
    title_repeated_in_body,
    replacement_character,
    date_form_unknown,
    date_file_mismatch,
    excerpt_generic,
    reading_time_off,
    yaml_reads_differently,
    end_marker,
    section_pasted_twice,
    text_cut_off,
    no_final_newline,
)


_END = "◁"


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's docstring in its parts; the examples are whole posts.

    An example that ends with ◁ has no line break at its end.
    """

    title: str
    text: str
    bad: str
    good: str


def page(rule: Rule) -> Page:
    """Raises ValueError for a docstring without its Bad and Good examples."""
    lines = inspect.cleandoc(inspect.getdoc(rule) or "").split("\n")
    bad, good = lines.index("Bad:"), lines.index("Good:")
    return Page(
        lines[0].rstrip("."),
        "\n".join(lines[1:bad]).strip(),
        _example(lines[bad + 1 : good]),
        _example(lines[good + 1 :]),
    )


def _example(lines: list[str]) -> str:
    text = textwrap.dedent("\n".join(lines)).strip("\n")
    return text.removesuffix(_END) if text.endswith(_END) else text + "\n"


def help_page(rule_id: str) -> str:
    """The page of a rule as Markdown: what it means, a bad and a good example.

    Raises KeyError for a rule that does not exist.
    """
    rule = next((rule for rule in RULES if rule_id == rule.ID), None)
    if rule is None:
        raise KeyError(rule_id)
    of = page(rule)
    bad, good = (text if text.endswith("\n") else f"{text}{_END}\n" for text in (of.bad, of.good))
    return (
        f"# {of.title}\n\n{of.text}\n\n"
        f"Severity: {rule.SEVERITY.word}. Rule: `{rule.ID}`.\n\n"
        f"## Bad\n\n~~~markdown\n{bad}~~~\n\n## Good\n\n~~~markdown\n{good}~~~\n"
    )
