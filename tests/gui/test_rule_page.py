"""A rule's page beside a problem."""

from __future__ import annotations

from editor_app.core.rules.catalogue import help_page
from editor_app.gui.rule_page import examples, reason

PAGE = """\
# A title

One sentence over
two lines with `code`.

    [[table]]
    key = "<b>"

    [other]

Another one.

Severity: error. Rule: `some-rule`.

## Bad

~~~markdown
a
~~~
"""


def test_sentences_flow_and_indented_code_keeps_its_lines() -> None:
    assert reason(PAGE) == (
        "<p>One sentence over two lines with <code>code</code>.</p>"
        '<pre style="white-space:pre-wrap">[[table]]\nkey = &quot;&lt;b&gt;&quot;\n\n[other]</pre>'
        "<p>Another one.</p>"
    )


def test_code_in_the_page_of_a_rule_stands_line_by_line_in_both_languages() -> None:
    for language in ("en", "ja"):
        assert "name = &quot;posts&quot;\nfiles =" in reason(help_page("schema-choice", language))


def test_examples_keep_their_lines() -> None:
    assert "a\n</pre>" in examples(PAGE, "#fff")
