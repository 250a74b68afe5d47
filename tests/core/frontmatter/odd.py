"""Odd front matters: each is readable, and each must come through an edit unharmed."""

from __future__ import annotations

ODD_YAML: tuple[str, ...] = (
    "",
    "\n",
    "# only a comment\n",
    "title: x\n",
    "title:\n",
    "title: \n",
    "title:   # empty\n",
    "title:\tx\n",
    "title: x\t# tab before the comment\n",
    "  title: indented\n  date: too\n",
    "title: 'single ''quotes'''\n",
    'title: "double \\u3042 \\" \\\n  joined"\n',
    "title: plain text\n  that goes on\n\n  after a blank line\n",
    "title: 'quoted\n\n  over lines'\n",
    "title: 題：「引用」 #not a comment\n",
    "日本語: 値\n'quoted key': 1\n\"k\\tey\": 2\n",
    "text: |\n  lines\n    deeper\n  back\n\nnext: 1\n",
    "text: |-  # stripped\n  lines\n\n\nnext: 1\n",
    "text: |+\n  kept\n\n\nnext: 1\n",
    "text: |2\n    indented\n  less\n",
    "text: >\n  folded\n  text\n\n    code\n\n  end\n# comment after\n",
    "text: >-\n\n  leading blank\nnext: 1\n",
    "text: |\n  # no comment\n  --- no fence\nnext: |\n\n",
    "tags: [a, 'b', \"c\",]\n",
    "tags: [ a, b ,c ]  # spread\n",
    "tags: [\n  a, # first\n  # between\n  b\n]\n",
    "tags: []\nmap: {}\n",
    "tags: [a: 1, {b: 2}, [c]]\n",
    "tags:\n- a\n- b # c\n# end\nnext: 1\n",
    "tags:\n    - a\n\n    # about b\n    - b\n",
    "tags:\n  - - a\n    - b\n  -\n    - c\n  -\n",
    "list:\n  - name: x\n    url: y # z\n  # about the second\n  - name: z\n",
    "map: {a: 1, b, 'c': [d], e: {f: g}}\n",
    "map: {\n  a: 1,\n  b: 2, # two\n}\n",
    "{title: x, tags: [a]}\n",
    "{\n  title: x, # t\n  date: 2024-05-01\n}\n",
    "author:\n  name: x\n  links:\n    home: y\n\n    # work\n    work: z\n",
    "? title\n: x\n? [a, b]\n: y\n? empty\n",
    "a: &anchor x\nb: *anchor\n",
    "base: &base\n  x: 1\npost:\n  <<: *base\n  y: 2\n",
    "a: !!str 5\nb: !custom x\nc: ! 7\nd: !!null\n",
    "a: !!map &m\n  b: c\nd: *m\n",
    "1: one\ntrue: yes\n~: null\n",
    "a: 1\nb: 2\na: 3\n",
    "date: 2024-05-01 10:00:00 +0900\nlastmod: 2024-5-1\n",
    "title:  aligned\ndate:   2024-05-01\nauthor: x\n",
    "a: 'no-break\u00a0space\u3000wide'\nb: \u00a0\n",
    "a: 🎉 # 🎉\nb: e\u0301\n",
    'a: "line\u2028separator"\nb: "next\u0085line"\nc: 1\n',
    "a: -x\nb: --- x\nc: ...\n",
    "a: x\n\n\n\nb: y\n\n",
    "a: x   \nb: y\n",
)
"""What stands between `---` lines."""

ODD_TOML: tuple[str, ...] = (
    "",
    "# only a comment\n",
    'title = "x"\n',
    "title = 'x' # comment\n",
    "text = \"\"\"\nlines\n  more\\\n   joined\"\"\"\nraw = '''\nC:\\x'''\n",
    "a.b.c = 1\na.b.d = 2\n\"q.r\" = 3\n's t'.u = 4\n",
    "tags = ['a', \"b\", ]\nnested = [[1, 2], [ ]]\n",
    "tags = [\n  'a', # first\n  # between\n  'b'\n]\n",
    "[params]\n  x = 1\n\n  # y\n  y = 2\n[params.sub]\nz = 3\n",
    "[[items]]\nn = 1\n[items.s]\nk = 'v'\n\n[[items]]\nn = 2\n",
    "map = { a = 1, b.c = 2, d = { e = [] } }\n",
    "d = 2024-05-01T10:00:00+09:00\ne = 2024-05-01\nf = 10:00:00\ng = 2024-05-01 10:00:00.5\n",
    "n = 1_000\nh = 0xFF\nf = 1e3\ni = -inf\nk = nan\nb = true\n",
    '"日" = "本 🎉"\nnext = 1\n',
    "[a.b.c]\nd = 1\n[a]\ne = 2\n",
)
"""What stands between `+++` lines."""

ODD_JSON: tuple[str, ...] = (
    "{}",
    "{ }",
    '{"title": "x"}',
    '{"title":"x","tags":["a","b"],"map":{"a":1}}',
    '{\n  "title": "x",\n  "tags": [\n    "a",\n    "b"\n  ],\n  "map": {\n}\n}',
    '{\n\t"a": -1.5e3,\n\t"b": null,\n\t"c": [true, false],\n\t"d": {}\n}',
    '{"a": "\\u3042 \\ud83c\\udf89 \\" } ]", "b": "日本 🎉"}',
    '{"a": 1, "b": 2, "a": 3}',
)


def yaml_post(content: str) -> str:
    return f"---\n{content}---\n\nbody\n\n---\n\nmore\n"


def toml_post(content: str) -> str:
    return f"+++\n{content}+++\n\nbody\n"


def json_post(content: str) -> str:
    return f"{content}\n\nbody\n"


POSTS: tuple[str, ...] = (
    *map(yaml_post, ODD_YAML),
    *map(toml_post, ODD_TOML),
    *map(json_post, ODD_JSON),
)
