"""Ask the generator that builds the site."""

from __future__ import annotations

from editor_app.core.generator import Generator
from editor_app.core.site.publishing import hugo, jekyll, others
from editor_app.core.site.publishing.values import (
    Origin,
    Place,
    Publication,
    Question,
    Verdict,
    reason,
)

_NO_CONFIG = "The generator stops: the configuration can't be read. {fault}"


def decide(question: Question) -> Publication:
    """What the site's own generator makes of the post."""
    if question.config_fault:
        why = reason(_NO_CONFIG, Place(Origin.CONFIG), fault=question.config_fault)
        return Publication(question.generator, Verdict.STOPS, (why,))
    if question.generator is Generator.JEKYLL:
        return jekyll.decide(question)
    if question.generator is Generator.HUGO:
        return hugo.decide(question)
    return others.decide(question)
