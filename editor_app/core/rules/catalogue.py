"""The explicit list of rules, and their pages."""

from __future__ import annotations

import inspect
import textwrap
from dataclasses import dataclass

from editor_app.core.messages import translator
from editor_app.core.resources import resource
from editor_app.core.rule import Group, Rule, RuleInfo, SiteRule
from editor_app.core.rules.across_posts import reading_time_off
from editor_app.core.rules.across_posts.listed import RULES as ACROSS_POSTS
from editor_app.core.rules.allowed import allow_without_use
from editor_app.core.rules.always.listed import ALWAYS
from editor_app.core.rules.cut.listed import RULES as CUT
from editor_app.core.rules.description.listed import RULES as DESCRIPTION
from editor_app.core.rules.front_matter.listed import RULES as FRONT_MATTER
from editor_app.core.rules.japanese.listed import RULES as JAPANESE
from editor_app.core.rules.own.listed import RULES as OWN
from editor_app.core.rules.pasted.listed import RULES as PASTED
from editor_app.core.rules.reading_time.listed import RULES as READING_TIME
from editor_app.core.rules.residue.listed import RULES as RESIDUE
from editor_app.core.rules.schema.listed import RULES as SCHEMA
from editor_app.core.rules.structure.listed import RULES as STRUCTURE
from editor_app.core.rules.title.listed import RULES as TITLE
from editor_app.core.site.summaries import Summaries

POST_RULES: dict[Group, tuple[Rule, ...]] = {
    Group.FRONT_MATTER: FRONT_MATTER,
    Group.TITLE: TITLE,
    Group.DESCRIPTION: DESCRIPTION,
    Group.RESIDUE: RESIDUE,
    Group.PASTED: PASTED,
    Group.CUT: CUT,
    Group.READING_TIME: READING_TIME,
    Group.STRUCTURE: STRUCTURE,
    Group.JAPANESE: JAPANESE,
    Group.OWN: OWN,
    Group.SCHEMA: SCHEMA,
}
RULES: tuple[Rule, ...] = tuple(rule for rules in POST_RULES.values() for rule in rules)
SITE_RULES: tuple[SiteRule, ...] = ACROSS_POSTS
GROUP_OF: dict[str, Group] = {
    **{rule.ID: Group.ACROSS_POSTS for rule in SITE_RULES},
    **{rule.ID: group for group, rules in POST_RULES.items() for rule in rules},
    allow_without_use.ID: Group.ALLOWED,
    **{each.ID: Group.ALWAYS for each in ALWAYS},
}
ALL_RULES: tuple[RuleInfo, ...] = (
    *RULES,
    *(rule for rule in SITE_RULES if GROUP_OF[rule.ID] is Group.ACROSS_POSTS),
    allow_without_use,
)
"""Each id once: a site rule that has the id of a rule for single posts goes by that one's page.

Also what no `check` finds: it comes of what the others found.
"""
LISTED: tuple[RuleInfo, ...] = (*ALL_RULES, *ALWAYS)
"""All that a diagnostic may be called."""

SILENT_WHERE_COMMON = frozenset({"title-repeated-in-body", "h1-several"})
"""Rules that find what is a custom of the site where a fifth of its posts or more have it."""


def known_better(site: Summaries) -> frozenset[str]:
    """Rules of single posts that do not count on this site: a site rule of the same id does."""
    return frozenset({reading_time_off.ID} if reading_time_off.knows_pace(site) else ())


_END = "◁"


@dataclass(frozen=True, slots=True)
class Page:
    """A rule's docstring in its parts; the examples are whole posts, or there are none.

    An example that ends with ◁ has no line break at its end.
    """

    title: str
    text: str
    bad: str
    good: str


def page(rule: RuleInfo, language: str = "") -> Page:
    """The page of a rule, its words in a language where they were translated.

    Translations are in `resources/translations/<language>/rules/<rule>.md`: a
    heading and the text; the examples are the docstring's. Raises ValueError for the
    docstring of a rule without its Bad and Good examples.
    """
    lines = inspect.cleandoc(inspect.getdoc(rule) or "").split("\n")
    has_examples = rule not in ALWAYS
    bad = lines.index("Bad:") if has_examples else len(lines)
    good = lines.index("Good:") if has_examples else len(lines)
    title, text = _translated(rule.ID, language) or (
        lines[0].rstrip("."),
        "\n".join(lines[1:bad]).strip(),
    )
    return Page(
        title,
        text,
        _example(lines[bad + 1 : good]) if has_examples else "",
        _example(lines[good + 1 :]) if has_examples else "",
    )


def _translated(rule: str, language: str) -> tuple[str, str] | None:
    """Title and text of a page in another language than English."""
    if not language:
        return None
    path = resource("translations") / language / "rules" / f"{rule}.md"
    if not path.is_file():
        return None
    title, _, text = path.read_text("utf-8").partition("\n")
    return title.removeprefix("# ").strip(), text.strip()


def _example(lines: list[str]) -> str:
    text = textwrap.dedent("\n".join(lines)).strip("\n")
    return text.removesuffix(_END) if text.endswith(_END) else text + "\n"


def help_page(rule_id: str, language: str = "") -> str:
    """The page of a rule as Markdown: what it means, a bad and a good example.

    Raises KeyError for a rule that does not exist.
    """
    say = translator(language)
    rule = next((rule for rule in LISTED if rule_id == rule.ID), None)
    if rule is None:
        raise KeyError(rule_id)
    of = page(rule, language)
    said = (
        f"# {of.title}\n\n{of.text}\n\n"
        f"{say('Severity')}: {rule.SEVERITY.word}. {say('Rule')}: `{rule.ID}`.\n"
    )
    if not of.bad:
        return said
    bad, good = (text if text.endswith("\n") else f"{text}{_END}\n" for text in (of.bad, of.good))
    return (
        f"{said}\n"
        f"## {say('Bad')}\n\n~~~markdown\n{bad}~~~\n\n"
        f"## {say('Good')}\n\n~~~markdown\n{good}~~~\n"
    )
