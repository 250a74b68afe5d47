"""Ask the generator that builds the site."""

from __future__ import annotations

from editor_app.core.generator import Generator
from editor_app.core.site.publishing import hugo, jekyll, others
from editor_app.core.site.publishing.values import Publication, Question


def decide(question: Question) -> Publication:
    """What the site's own generator makes of the post."""
    if question.generator is Generator.JEKYLL:
        return jekyll.decide(question)
    if question.generator is Generator.HUGO:
        return hugo.decide(question)
    return others.decide(question)
