"""Ask the generator that builds the site."""

from __future__ import annotations

from editor_app.core.generator import Generator
from editor_app.core.site.publishing import jekyll
from editor_app.core.site.publishing.values import Publication, Question, Verdict


def decide(question: Question) -> Publication:
    """What the site's own generator makes of the post."""
    if question.generator is Generator.JEKYLL:
        return jekyll.decide(question)
    return Publication(question.generator, Verdict.UNKNOWN)
