"""A site's own checks: what is read, and what is told of what is wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from editor_app.core.diagnostics import Severity
from editor_app.core.settings_file.read import read_settings
from editor_app.core.text.source import read

ROOT = Path(__file__).parents[3]

GOOD = """\
[check]
prh = []

[[check.wordings]]
avoid = "サーバ"
prefer = "サーバー"
except = ["サーバント"]
message = "長音をつける"
severity = "error"
safe = true
fields = true

[[check.phrases]]
name = "filler"
phrases = ["delve", "と言えるでしょう"]
severity = "hint"

[check.fields.author]
required = true

[check.fields."params.level"]
allowed = [1, "two"]
pattern = "x"

[[check.patterns]]
name = "marks"
pattern = "!!"
message = "One is enough"
replace = ""
"""


def test_everything_is_read() -> None:
    settings, wrong = read_settings(GOOD)
    assert wrong == ()
    own = settings.own
    (wording,) = own.wordings
    assert (wording.prefer, wording.excepts) == ("サーバー", ("サーバント",))
    assert (wording.message, wording.severity) == ("長音をつける", Severity.ERROR)
    assert wording.is_safe
    assert wording.in_fields
    assert [(each.name, each.severity) for each in own.phrases] == [("filler", Severity.HINT)]
    assert [(each.path, each.is_required, each.allowed) for each in own.fields] == [
        ("author", True, ()),
        ("params.level", False, ("1", "two")),
    ]
    assert [(each.name, each.replace) for each in own.patterns] == [("marks", "")]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ('wordings = [{prefer = "b"}]', "prefer", "avoid is missing here"),
        ('wordings = [{avoid = "a"}]', "avoid", "prefer is missing here"),
        ('wordings = [{avoid = "a", prefer = 1}]', "prefer", "prefer is not a text"),
        ('wordings = [{avoid = "a", prefer = "b", safe = 1}]', "safe", "not true or false"),
        (
            'wordings = [{avoid = "a", prefer = "b", sevrity = "hint"}]',
            "sevrity",
            "did you mean severity?",
        ),
        ('wordings = "a"', "wordings", "write [[check.wordings]]"),
        ('phrases = [{name = "a"}]', "name", "phrases is missing here"),
        ('phrases = [{phrases = ["a"]}]', "phrases", "name is missing here"),
        ("fields = {a = 1}", "a", "a is not a table"),
        ('fields = {"" = {}}', '""', "is no path of a field"),
        ("fields = {a = {allowed = 1}}", "allowed", "allowed is not a list of texts"),
        ('fields = {a = {pattern = "("}}', '"("', "no regular expression"),
        ('patterns = [{name = "a", message = "m"}]', "name", "pattern is missing here"),
        ('patterns = [{pattern = "a", message = "m"}]', "pattern", "name is missing here"),
        ('patterns = [{name = "a", message = "m", pattern = "[a"}]', '"[a"', "no regular"),
        ('prh = ["a.yml"]', '"a.yml"', "a.yml can't be read: there is no such file"),
        ("prh = 1", "prh", "prh is not a list of texts"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, place: str, message: str) -> None:
    whole = f"[check]\nwords-per-minute = 7\n{text}\n"
    settings, (wrong,) = read_settings(whole)
    assert wrong.span.of(whole) == place
    assert message in wrong.message
    assert settings.words_per_minute == 7


@pytest.mark.parametrize("path", ["README.md", "resources/sample/galley.toml"])
def test_what_the_readme_and_the_sample_show_is_right(path: str) -> None:
    text = (ROOT / path).read_text("utf-8")
    blocks = re.findall(r"^```toml\n(.*?)^```", text, re.DOTALL | re.MULTILINE) or [text]
    for block in blocks:
        assert read_settings(block, read_file=lambda _: read(b"rules: [a]"))[1] == ()


def test_a_hostile_pattern_is_refused_or_read_and_takes_no_time() -> None:
    for pattern in ("(" * 5000, "(?:" * 400 + ")" * 400, "a" * 3000, "(a{1,9999}){1,9999}", "\\"):
        text = f"[[check.patterns]]\nname = 'x'\nmessage = 'y'\npattern = '{pattern}'\n"
        settings, wrong = read_settings(text)
        assert len(settings.own.patterns) + len(wrong) == 1


def test_a_pattern_that_finds_its_own_replacement_is_told_at_its_line() -> None:
    def told(pattern: str, replace: str) -> list[str]:
        text = (
            '[[check.patterns]]\nname = "x"\nmessage = "m"\n'
            f"pattern = '{pattern}'\nreplace = '{replace}'\n"
        )
        return [
            f"{text[: each.span.start].count(chr(10)) + 1} {each.severity.word}"
            for each in read_settings(text)[1]
        ]

    assert told("ok", "ok ok") == ["5 warning"]
    assert told("(?i)github", "GitHub") == []
    assert told("(?<!the )Galley", "the Galley") == []
    assert told("(a)b", "$1b$1b") == []
