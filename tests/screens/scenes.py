"""The pictures: what each shows, and in which circumstances."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from editor_app.core.frontmatter.nodes import Path as At
from editor_app.core.schema.field import Inherited
from editor_app.core.schema.schema import Said
from editor_app.gui.theme import DARK, LIGHT, Theme
from editor_app.gui.window import Window
from tests.screens import form_site
from tests.screens.notebook import GOOD, NOTEBOOK

BROKEN = "2026-04-27-broken.md"
FORM = "2026-03-02-form.md"
TALL = (1440, 1160)
BROKEN_TEXT = """\
---
title: "A quote that never ends
date: 2026-04-27 09:00:00 +0900
tags: [harbour
---
The front matter above can't be read, but this sentence can be written all the same.
"""


def _nothing(_window: Window) -> None:
    pass


def _first_problem(window: Window) -> None:
    window.actions_by_id["next-problem"].trigger()


def _site(window: Window) -> None:
    window.actions_by_id["site-problems"].trigger()


def _dry_run(window: Window) -> None:
    _site(window)
    _choose(window, "title-heading-mark", window.site.view.ask_for_plan)


def _rule_page(window: Window) -> None:
    _site(window)
    _choose(window, "text-cut-off", _show_examples(window))


def _find(window: Window) -> None:
    window.actions_by_id["replace"].trigger()


def _publish_page(window: Window) -> None:
    line = window.form.findChild(QPushButton, "publishLine")
    assert line is not None
    line.click()


def _form(window: Window) -> None:
    """The form as the schema of the site has it."""
    _describe(window, {})


def _form_choosing(window: Window) -> None:
    """The choices of a field, opened by its key."""
    _form(window)
    mood = window.form.findChild(QLineEdit, "field:mood")
    assert mood is not None
    mood.setFocus()
    QTest.keyClick(mood, Qt.Key.Key_Down)
    QTest.keyClick(mood, Qt.Key.Key_Down)


def _form_end(window: Window) -> None:
    """The last fields, the hidden ones too."""
    _form(window)
    window.form.reveal("imported")


def _form_inherited(window: Window) -> None:
    """What a configuration gives, as its reader tells it."""
    config = "_config.yml"
    _describe(
        window,
        {
            ("layout",): Inherited("post", Said("Jekyll", config, 12)),
            ("author",): Inherited("Mio Tanabe", Said("Jekyll", config, 13)),
            ("comments",): Inherited(True, Said("Jekyll", config, 14)),
            ("categories",): Inherited(["harbour", "town"], Said("Jekyll", config, 15)),
            ("seo", "robots"): Inherited("index, follow", Said("Jekyll", config, 17)),
        },
    )
    override = next(
        button
        for button in window.form.findChildren(QPushButton)
        if button.property("part") == "override" and button.isVisible()
    )
    override.setFocus()


def _describe(window: Window, inherited: dict[At, Inherited]) -> None:
    session = window.sessions.current
    assert session is not None
    assert session.analysis is not None
    assert session.analysis.facts is not None
    facts = replace(session.analysis.facts, inherited=tuple(inherited.items()))
    window.form.show_analysis(replace(session.analysis, facts=facts))


def _show_examples(window: Window) -> Callable[[], None]:
    def show() -> None:
        examples = window.site.view.card.findChild(QPushButton, "siteExamples")
        assert examples is not None
        examples.click()

    return show


def _choose(window: Window, rule: str, then: Callable[[], object]) -> None:
    """Choose a rule once the site is checked, and do something then."""

    def go() -> None:
        window.site.view.choices.choose(rule)
        then()

    if window.site.check.latest is not None and not window.site.check.is_busy:
        go()
    else:
        window.site.check.found.connect(go, Qt.ConnectionType.QueuedConnection)


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture; `post` is opened from a copy of the sample site, `then` is done to it.

    The size is in logical pixels. `variables` go to the environment before Qt starts. `posts`
    are written to the site first, in the place of all others where it `is_bare`, and `schema`
    to the end of its settings.
    """

    name: str
    post: str | None = "2026-03-02-the-first-ferry.md"
    theme: Theme = LIGHT
    language: str = "en"
    size: tuple[int, int] = (1440, 900)
    variables: Mapping[str, str] = field(default_factory=dict)
    posts: Mapping[str, str] = field(default_factory=dict)
    is_bare: bool = False
    schema: str = ""
    then: Callable[[Window], None] = _nothing


SCENES = (
    Scene("desk-light"),
    Scene("desk-dark", "2026-04-06-norway-calling.md", DARK),
    Scene("desk-japanese", "2026-03-23-mikan-no-kisetsu.md", language="ja"),
    Scene("small-1280x720", "2026-03-16-minato-no-asa.md", size=(1280, 720)),
    Scene("scale-150", size=(1280, 800), variables={"QT_SCALE_FACTOR": "1.5"}),
    Scene("broken-front-matter", BROKEN),
    Scene("problems", "2026-03-30-a-library-on-wheels.md", then=_first_problem),
    Scene("problems-dark-japanese", "2026-03-09-bread-and-salt.md", DARK, "ja",
          then=_first_problem),
    Scene("will-it-publish", "2026-04-13-toudai.md", then=_publish_page),
    Scene("will-it-publish-dark-japanese", "2026-03-30-a-library-on-wheels.md", DARK, "ja",
          then=_publish_page),
    Scene("nested-fields", "2026-04-13-toudai.md", DARK, "ja", (1280, 720)),
    Scene("find-and-replace", "2026-04-20-lost-and-found.md", then=_find),
    Scene("narrow-760", "2026-04-20-lost-and-found.md", size=(760, 700)),
    Scene("welcome", None),
    Scene("site-light", posts=NOTEBOOK, then=_site),
    Scene("site-dark", None, DARK, posts=NOTEBOOK, then=_site),
    Scene("site-dry-run-light", posts=NOTEBOOK, then=_dry_run),
    Scene("site-dry-run-dark", None, DARK, posts=NOTEBOOK, then=_dry_run),
    Scene("site-dry-run-japanese", None, DARK, "ja", posts=NOTEBOOK, then=_dry_run),
    Scene("site-rule-page", None, posts=NOTEBOOK, then=_rule_page),
    Scene("site-rule-page-dark-japanese", None, DARK, "ja", posts=NOTEBOOK, then=_rule_page),
    Scene("site-narrow-900", None, size=(900, 760), posts=NOTEBOOK, then=_site),
    Scene("form-widgets", FORM, size=TALL, posts={FORM: form_site.POST},
          schema=form_site.WIDGETS, then=_form_choosing),
    Scene("form-widgets-end", FORM, size=TALL, posts={FORM: form_site.POST},
          schema=form_site.WIDGETS, then=_form_end),
    Scene("form-widgets-dark-japanese", FORM, DARK, "ja", TALL,
          posts={FORM: form_site.JAPANESE_POST}, schema=form_site.JAPANESE, then=_form),
    Scene("form-inherited", FORM, posts={FORM: form_site.INHERITED_POST}, then=_form_inherited),
    Scene("form-inherited-dark-japanese", FORM, DARK, "ja",
          posts={FORM: form_site.INHERITED_POST}, then=_form_inherited),
    Scene("site-nothing-found", None, posts=GOOD, is_bare=True, then=_site),
)  # fmt: skip
