"""Good front matter, broken in one way or in several: the doctor gives back the same values.

The mended text is read by PyYAML, ruamel (YAML 1.2) and, where it is there, by
Ruby's Psych, which is what Jekyll uses; TOML and JSON by the standard library.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tomllib
from collections.abc import Callable

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from editor_app.core.frontmatter.doctor import doctor
from editor_app.core.frontmatter.reader import read
from editor_app.core.text.edits import apply
from tests.soak import soak_count

BODY = "\nThe snow has gone.\n"
RUBY = shutil.which("ruby")

# What is written, and what the writer meant by it.
LINES: tuple[tuple[str, object], ...] = (
    ("{key}: Spring: a diary", "Spring: a diary"),
    ("{key}: 春: 雪どけ # for now", "春: 雪どけ"),
    ("{key}: @mary", "@mary"),
    ("{key}: `make` it", "`make` it"),
    ("{key}: %d roses", "%d roses"),
    ("{key}: *bold* move", "*bold* move"),
    ("{key}: & more", "& more"),
    ("{key}: !wow that: it", "!wow that: it"),
    ("{key}: |a bar", "|a bar"),
    ("{key}: > a quote", "> a quote"),
    ("{key}: - a dash", "- a dash"),
    ("{key}: [Draft] Spring", "[Draft] Spring"),
    ("{key}: {{ site.url }}/x", "{{ site.url }}/x"),
    ("{key}: “Spring: a diary”", "Spring: a diary"),
    ('{key}: "Spring”', "Spring"),
    ('{key}: "Spring', "Spring"),
    ("{key}: 'Spring", "Spring"),
    ("{key}: 'It's spring'", "It's spring"),
    ("{key}: 'It's Mary's'", "It's Mary's"),
    ("{key}: 'Tis spring", "'Tis spring"),
    ('{key}: "He said "hi" twice"', 'He said "hi" twice'),
    ('{key}: "Spring" is here', '"Spring" is here'),
    ('{key}: "C:\\Garden\\plan"', "C:\\Garden\\plan"),
    ("{key}：春が来た", "春が来た"),
    ("{key}： Spring", "Spring"),
    ("{key}:\u3000春が来た", "春が来た"),
    ("{key}:\u00a0Spring", "Spring"),
    ("{key}:Spring", "Spring"),
    ("{key}:\n\tname: Mary\n\tage: 40", {"name": "Mary", "age": 40}),
    ("{key}:\n\t- a\n\t- b", ["a", "b"]),
    ("{key}:\n  name: Mary\n   age: 40", {"name": "Mary", "age": 40}),
    ("{key}:\n  name: A: b\n  age: 40", {"name": "A: b", "age": 40}),
    ("{key}:\n  - a\n - b", ["a", "b"]),
    ("{key}: - a\n  - b", ["a", "b"]),
    ("{key}: [a, @b, c]", ["a", "@b", "c"]),
    ("{key}: ['a' 'b']", ["a", "b"]),
    ("{key}: ['a', 'b'", ["a", "b"]),
    ('{key}: "Spring",', "Spring"),
    ("{key}: [a, 'b'],", ["a", "b"]),
    ("{key}: >\n\tThe snow\n\thas gone.", "The snow has gone.\n"),
    ('{key}: "The snow\n  has gone', "The snow has gone"),
)
GOOD: tuple[tuple[str, object], ...] = (
    ("layout: post # kept", "post"),
    ("draft: true", True),
    ("weight:  10", 10),
    ("note: 'It''s'", "It's"),
    ('path: "a\\tb"', "a\tb"),
    ("tags: [a, 'b, c']", ["a", "b, c"]),
    ("list:\n- a\n- b: c", ["a", {"b": "c"}]),
    ("text: |\n  one: two\n\n  --- three", "one: two\n\n--- three\n"),
    ("lines:\n  here: [\n    1,\n    2\n  ]", {"here": [1, 2]}),
    ("url: http://example.org/#top", "http://example.org/#top"),
)


def mended(text: str) -> str:
    found = doctor.examine(text, read(text))
    assert found
    assert all(each.cures for each in found), [each.words for each in found]
    for each in found:
        assert each.span.end <= len(text)
    return apply(text, doctor.mended(found))


def between(text: str) -> str:
    """What stands between the fences of a mended text, whose body is as it was."""
    after = read(text)
    assert after.unreadable is None
    assert text[after.body_start :] == BODY
    return after.content.of(text)


def yaml_readers() -> list[Callable[[str], object]]:
    return [yaml.safe_load, lambda text: YAML(typ="safe").load(text)]


@pytest.mark.parametrize(("line", "meant"), LINES, ids=[line for line, _ in LINES])
def test_one_broken_line_is_mended_to_what_was_meant(line: str, meant: object) -> None:
    written = line.replace("{key}", "subject")
    text = f"---\nlayout: post # kept\n{written}\ndate: '2026-03-01'\n---\n{BODY}"
    content = between(mended(text))
    assert content.startswith("layout: post # kept\n")
    for reader in yaml_readers():
        assert reader(content) == {"layout": "post", "subject": meant, "date": "2026-03-01"}


@pytest.mark.skipif(RUBY is None, reason="needs ruby")
def test_psych_reads_the_mended_texts_as_they_were_meant() -> None:
    written = (line.replace("{key}", "subject") for line, _ in LINES)
    contents = [between(mended(f"---\n{line}\n---\n{BODY}")) for line in written]
    read_all = "JSON.parse(STDIN.read).map { |text| YAML.safe_load(text) }"
    ruby = [str(RUBY), "-Ku", "-e", f"require 'json'; require 'yaml'; puts {read_all}.to_json"]
    asked = json.dumps(contents)
    ran = subprocess.run(ruby, input=asked, capture_output=True, text=True, check=True)
    assert json.loads(ran.stdout) == [{"subject": meant} for _, meant in LINES]


@st.composite
def broken_posts(draw: st.DrawFn) -> tuple[str, dict[str, object], list[str]]:
    """A post with good keys and broken ones: its text, its values, the good lines."""
    good = draw(st.lists(st.sampled_from(GOOD), unique_by=lambda pair: pair[0], max_size=5))
    broken = draw(st.lists(st.sampled_from(LINES), min_size=1, max_size=4))
    named = [(line.replace("{key}", f"key{n}"), meant) for n, (line, meant) in enumerate(broken)]
    lines = draw(st.permutations([*good, *named]))
    lines = [("title: T", "T"), *lines]
    values = {written.partition(":")[0].partition("：")[0]: meant for written, meant in lines}
    fences = (("---", "---"), ("---", "----"), ("---\u3000", "---"))
    opening, closing = draw(st.sampled_from(fences))
    before = draw(st.sampled_from(("", "\ufeff", "\ufeff\n")))
    content = "\n".join(written for written, _ in lines)
    text = f"{before}{opening}\n{content}\n{closing}\n{BODY}"
    return text, values, [written for written, _ in good]


@given(broken_posts())
@settings(max_examples=soak_count(80, 20_000))
def test_several_broken_lines_are_mended_and_good_ones_are_kept(
    post: tuple[str, dict[str, object], list[str]],
) -> None:
    text, values, good = post
    content = between(mended(text))
    for reader in yaml_readers():
        assert reader(content) == values
    for written in good:
        assert f"\n{written}\n" in f"\n{content}"


@given(broken_posts())
@settings(max_examples=soak_count(40, 5_000))
def test_each_fix_alone_keeps_the_others_in_their_places(
    post: tuple[str, dict[str, object], list[str]],
) -> None:
    text, values, _ = post
    for _ in range(10):
        found = doctor.examine(text, read(text))
        if not found:
            break
        text = apply(text, found[0].cures[0].edits)
    assert yaml.safe_load(between(text)) == values


TOML: tuple[tuple[str, object], ...] = (
    ("key = Spring", "Spring"),
    ("key = Spring: a diary # now", "Spring: a diary"),
    ('key: "Spring"', "Spring"),
    ("key: Spring", "Spring"),
    ('key "Spring"', "Spring"),
    ('key = "Spring', "Spring"),
    ("key = 'It's spring'", "It's spring"),
    ('key = "C:\\Garden"', "C:\\Garden"),
    ("key = “Spring”", "Spring"),
    ('key = “Say "spring"”', 'Say "spring"'),
    ("key = False", False),
    ("key = yes", True),
    ("key = [a, b]", ["a", "b"]),
    ("key = ['a' 'b']", ["a", "b"]),
    ("key = ['a', 'b'", ["a", "b"]),
    ("key = #fff", "#fff"),
    ("key ＝ 'a'", "a"),
)


@pytest.mark.parametrize(("line", "meant"), TOML, ids=[line for line, _ in TOML])
def test_toml_is_mended_to_what_was_meant(line: str, meant: object) -> None:
    good = "a = [\n 1, # one\n 2\n]\n"
    content = between(mended(f"+++\n{good}{line}\n[params]\nx = 1\n+++\n{BODY}"))
    assert content.startswith(good)
    assert tomllib.loads(content) == {"a": [1, 2], "key": meant, "params": {"x": 1}}


JSON: tuple[tuple[str, object], ...] = (
    ('{"title": "a",}', "a"),
    ("{'title': 'It\\'s'}", "It's"),
    ('{"title": "a" // now\n}', "a"),
    ('{"title": /* now */ "a"}', "a"),
    ('{"title"： “春”}', "春"),
    ('{"title": ["a" "b",]}', ["a", "b"]),
    ('{"title": ["a"、 "b"]}', ["a", "b"]),
    ('{"title": True}', True),
    ('{"title": Spring is here}', "Spring is here"),
    ('{"title": "C:\\Garden"}', "C:\\Garden"),
    ('{"title": "a}', "a"),
    ('{"title": {"b": 1 "c": 2}}', {"b": 1, "c": 2}),
    ('{"title": "a"', "a"),
)


@pytest.mark.parametrize(("text", "meant"), JSON, ids=[text for text, _ in JSON])
def test_json_is_mended_to_what_was_meant(text: str, meant: object) -> None:
    assert json.loads(between(mended(f"{text}\n{BODY}"))) == {"title": meant}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The snow has gone.\n",
        "---\ntitle: Spring\n---\n",
        "----\n\nNote: the snow has gone.\n\n----\n",
        "# Title\n\n---\ntitle: Spring: a diary\n---\n",
        "{ title of the post }\n",
    ],
)
def test_the_doctor_is_silent_where_nothing_is_wrong(text: str) -> None:
    assert doctor.examine(text, read(text)) == ()
