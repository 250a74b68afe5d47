"""A hundred awkward strings are set and read back equal by every reader."""

from __future__ import annotations

import functools
import io
import json
import shutil
import subprocess
import tomllib

import pytest
import yaml
from ruamel.yaml import YAML

from editor_app.core.diagnostics import Refusal
from editor_app.core.frontmatter import yaml_quote
from editor_app.core.frontmatter.reader import read
from editor_app.core.frontmatter.splice import set_value
from editor_app.core.text.edits import apply

WORDS = (
    *("", " ", "  leading", "trailing ", " \t ", "~", "null", "Null", "NULL", "nUll"),
    *(
        "yes",
        "Yes",
        "YES",
        "yEs",
        "no",
        "on",
        "off",
        "y",
        "n",
        "Y",
        "true",
        "True",
        "tRUE",
        "FALSE",
    ),
    *(
        "0",
        "-0",
        "+1",
        "12",
        "1_000",
        "1,000",
        "0777",
        "0o17",
        "0x1F",
        "0b101",
        "08",
        "09.5",
        "1e3",
    ),
    *(
        "1.",
        ".5",
        "1.10",
        "1.5e+3",
        ".inf",
        "-.INF",
        ".nan",
        ".NaN",
        "0x_",
        "0b_",
        ".e+5",
        "-_",
        "_",
    ),
    *("12:30", "12:30:45", "190:20:30.15", "1:2", "2024-05-01", "2024-5-1", "2024-13-45"),
    *("2024-05-01 10:00:00 +0900", "2024-05-01T10:00:00Z", "2024-13-45 10:00:00", "20240501"),
    *(
        "=",
        "<<",
        ":sym",
        ":",
        "::",
        "a: b",
        "a:",
        "a:b",
        ": a",
        "key: 'v'",
        "a #b",
        "a#b",
        "#b",
        "# b",
    ),
    *("-", "- a", "-a", "---", "--- x", "...", "?", "? a", "?a", "what? why", "+++", "--"),
    *("*", "*a", "&a", "!", "!!str x", "!a", "|", "|-", ">", "> a", "%", "%a", "@a", "`a`", "100%"),
    *("[a]", "a [b]", "{a}", "a {b}", "{{ x }}", "a, b", ",", "]", "}", "a]b", "[", "{% x %}"),
    *(
        "'",
        "''",
        '"',
        '""',
        "it's",
        'say "hi"',
        "'a' b",
        '"a" b',
        "\\",
        "a\\nb",
        "\\u3042",
        "C:\\x",
    ),
    *(
        "日本語",
        "「題」：名",
        "# OpenAIの真意\ufffd",
        "🎉 emoji",
        "é",
        "e\u0301",
        "\u00a0nbsp\u00a0",
        "a\u3000b",
    ),
    *(
        "\u2028",
        "a\u2028b",
        "a\u2029b",
        "a\u0085b",
        "\ufeffbom",
        "a\ufeffb",
        "\u200bzw",
        "\uffff",
        "\x7f",
    ),
    *("\0", "a\0b", "\x1b[0m", "\x08", "tab\there", "\ttab", "tab\t", "a\rb", "a\r\nb"),
    *(
        "two\nlines",
        "two\nlines\n",
        "three\n\n\n",
        "\n",
        "\n\nleading",
        "  in\nout",
        "a\n  b",
        "\ta\nb",
    ),
    *(
        "a \nb",
        "a\n \nb",
        " \na",
        "---\na",
        "a\n---\nb",
        "a\n...\n",
        "# a\nb",
        "a: b\nc",
        "x\ty\nz",
    ),
    *(
        "a" * 2000,
        "あ" * 500,
        "word " * 400 + "end",
        "http://a.b/c?d=e#f",
        "a@b.c",
        "50 %",
        "~/x",
        "a&b",
    ),
    *(
        "Fish & Chips",
        "C#",
        "F# x",
        "1st",
        "v1.10",
        "3/4",
        "a|b",
        "NO!",
        "null.",
        "e3",
        "infinity",
        "nan",
    ),
)
TEMPLATES = {
    "plain": "---\nkey: old # kept\nnext: 1\n---\nbody\n",
    "single": "---\nkey: 'old'\nnext: 1\n---\nbody\n",
    "double": '---\nkey:   "old"\nnext: 1\n---\nbody\n',
    "literal": "---\nkey: |\n  old\n  text\nnext: 1\n---\nbody\n",
    "folded": "---\nkey: >-\n  old\n  text\n\nnext: 1\n---\nbody\n",
    "empty": "---\nkey:\nnext: 1\n---\nbody\n",
    "flow": "---\nother: {a: b, key: old, c: d}\n---\nbody\n",
    "missing": "---\nnext: 1\n---\nbody\n",
    "nothing": "body\n",
}


def path_in(name: str) -> tuple[str, ...]:
    return ("other", "key") if name == "flow" else ("key",)


@functools.cache
def written(name: str, word: str) -> str:
    text = TEMPLATES[name]
    edits = set_value(read(text), path_in(name), word)
    assert not isinstance(edits, Refusal), (name, word, edits)
    return apply(text, edits)


def block_of(text: str) -> str:
    front_matter = read(text)
    return front_matter.content.of(text)


def key_of(name: str, data: dict[str, dict[str, str]]) -> object:
    return data["other"]["key"] if name == "flow" else data["key"]


def test_there_are_more_than_a_hundred_of_them() -> None:
    assert len(set(WORDS)) > 150


@pytest.mark.parametrize("name", TEMPLATES)
def test_pyyaml_reads_the_same_string(name: str) -> None:
    for word in WORDS:
        block = block_of(written(name, word))
        for loader in (yaml.SafeLoader, yaml.CSafeLoader):
            assert key_of(name, yaml.load(block, loader)) == word, (word, block)


@pytest.mark.parametrize("name", TEMPLATES)
def test_ruamel_reads_the_same_string(name: str) -> None:
    for word in WORDS:
        block = block_of(written(name, word))
        assert key_of(name, YAML(typ="safe", pure=True).load(io.StringIO(block))) == word, (
            word,
            block,
        )


@pytest.mark.skipif(shutil.which("ruby") is None, reason="ruby is not installed")
def test_psych_reads_the_same_string() -> None:
    pairs = [
        [block_of(written(name, word)), word]
        for name in TEMPLATES
        for word in WORDS
        if name != "flow"
    ]
    script = (
        "require 'json'; require 'yaml'; require 'date'\n"
        "JSON.parse($stdin.read).each do |block, word|\n"
        "  read = YAML.safe_load(block, permitted_classes: [Date, Time, Symbol])['key']\n"
        "  puts JSON.generate([word, read.to_s, block]) unless read == word\n"
        "end\n"
    )
    ruby = ["ruby", "-Ku", "-e", script]
    done = subprocess.run(ruby, input=json.dumps(pairs), capture_output=True, text=True, check=True)
    assert done.stdout == ""


def test_only_the_value_changes() -> None:
    for name, text in TEMPLATES.items():
        before, _, after = text.partition("old")
        if name in ("plain", "flow"):
            for word in WORDS:
                made = written(name, word)
                assert made.startswith(before)
                assert made.endswith(after.partition("\n")[2])


def test_a_string_is_quoted_exactly_when_a_reader_needs_it() -> None:
    """Asked of the readers themselves, for each string that could stand on one line."""
    for word in WORDS:
        block = f"key: {word}\n"
        reads = [_read(reader, block) == word for reader in (_pyyaml, _libyaml, _ruamel)]
        if not yaml_quote.needs_quotes(word):
            assert all(reads), word
        elif all(reads) and word.isprintable():
            assert word in ONLY_OTHERS_DIFFER, word


ONLY_OTHERS_DIFFER = {
    *("nUll", "yEs", "tRUE"),  # Psych heeds no case
    *("y", "n", "Y"),  # booleans of the specification and of old Hugo
    *("1,000", "2024-5-1", ":sym", "::", "1:2"),  # Psych: number, Date, Symbol
    *(".e+5", "0x_", "0b_", "-_"),  # Psych or ruamel fail
    "2024-05-01 10:00:00 +0900",  # Psych: Time
}


def _read(reader: object, block: str) -> object:
    try:
        return reader(block)["key"]  # type: ignore[operator]
    except Exception:
        return None


def _pyyaml(block: str) -> object:
    return yaml.load(block, yaml.SafeLoader)


def _libyaml(block: str) -> object:
    return yaml.load(block, yaml.CSafeLoader)


def _ruamel(block: str) -> object:
    return YAML(typ="safe", pure=True).load(io.StringIO(block))


TOML = {
    "basic": '+++\nkey = "old" # kept\n[next]\na = 1\n+++\nbody\n',
    "literal": "+++\nkey = 'old'\n+++\nbody\n",
    "lines": '+++\nkey = """\nold\ntext"""\n+++\nbody\n',
    "raw lines": "+++\nkey = '''old'''\n+++\nbody\n",
    "missing": "+++\n[next]\na = 1\n+++\nbody\n",
}


@pytest.mark.parametrize("name", TOML)
def test_tomllib_reads_the_same_string(name: str) -> None:
    text = TOML[name]
    for word in WORDS:
        edits = set_value(read(text), ("key",), word)
        assert not isinstance(edits, Refusal), (word, edits)
        assert tomllib.loads(block_of(apply(text, edits)))["key"] == word


def test_json_reads_the_same_string() -> None:
    for text in ('{"key": "old", "n": 1}\nbody\n', "{}\nbody", '{\n  "n": 1\n}\n'):
        for word in (*WORDS, "\ud800"):
            edits = set_value(read(text), ("key",), word)
            assert not isinstance(edits, Refusal), (word, edits)
            made = apply(text, edits)
            assert json.JSONDecoder().raw_decode(made)[0]["key"] == word


def test_half_a_surrogate_pair_is_refused_in_words() -> None:
    refused = set_value(read("---\nkey: a\n---\n"), ("key",), "a\ud800")
    assert isinstance(refused, Refusal)
    assert "half of a character" in refused.message
