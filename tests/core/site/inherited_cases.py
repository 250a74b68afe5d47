"""What Jekyll 4.3 and Hugo 0.111 hand down to posts: one site for each configuration."""

from __future__ import annotations

from dataclasses import dataclass, field

from editor_app.core.frontmatter.nodes import Value


@dataclass(frozen=True, slots=True)
class Case:
    """A file, its front matter without fences, and the values that the site then has of it."""

    path: str
    text: str
    has: dict[str, Value]


@dataclass(frozen=True, slots=True)
class Site:
    """A configuration, what else of it stands in other `files`, and the posts."""

    name: str
    config: str
    cases: tuple[Case, ...]
    files: dict[str, str] = field(default_factory=dict)


_DAY = "2024-05-01"

PRECEDENCE = Site(
    "precedence of scopes",
    """\
collections: {recipes: {output: true}, notes: {output: true}}
defaults:
  - values: {score: 2, kind: none}
  - scope: {path: "", type: posts}
    values: {author: typed, mood: typed, lang: ja}
  - scope: {path: ""}
    values: {author: bare, score: 1}
  - scope: {path: _posts/diary}
    values: {mood: diary, list: [a, b]}
  - scope: {path: _posts/diary/deep}
    values: {mood: deep, list: []}
  - scope: {path: /_posts/slashed}
    values: {mood: slashed}
  - scope: {path: "_posts/*/star"}
    values: {mood: star}
  - scope: {path: _recipes, type: recipes}
    values: {author: cook}
  - scope: {type: notes}
    values: {author: noted}
  - scope: {path: "", type: page}
    values: {author: paged}
  - scope: {path: "", type: draft}
    values: {author: drafted}
""",
    (
        Case(
            f"_posts/{_DAY}-a.md",
            "",
            {"author": "typed", "mood": "typed", "lang": "ja", "score": 2, "kind": "none"},
        ),
        Case(f"_posts/{_DAY}-own.md", "author: me\nscore: 9", {"author": "me", "score": 9}),
        Case(f"_posts/{_DAY}-null.md", "author:\nmood: ~", {"author": "typed", "mood": "typed"}),
        Case(f"_posts/{_DAY}-off.md", "author: false\nmood: ''", {"author": False, "mood": ""}),
        Case(f"_posts/diary/{_DAY}-b.md", "", {"mood": "diary", "list": ["a", "b"]}),
        Case(f"_posts/diary/{_DAY}-c.md", "list: [c]", {"list": ["c"]}),
        Case(f"_posts/diaryroll/{_DAY}-d.md", "", {"mood": "diary"}),
        Case(f"_posts/diary/deep/{_DAY}-e.md", "", {"mood": "deep", "list": []}),
        Case(f"_posts/slashed/{_DAY}-f.md", "", {"mood": "typed"}),
        Case(f"_posts/x/star/{_DAY}-g.md", "", {"mood": "star"}),
        Case(f"sub/_posts/{_DAY}-h.md", "", {"author": "typed", "score": 2}),
        Case("_recipes/soup.md", "", {"author": "cook", "mood": None, "score": 1}),
        Case("_notes/n.md", "", {"author": "noted"}),
        Case("about.md", "", {"author": "paged", "kind": "none"}),
        Case("about/own.md", "author: me", {"author": "me"}),
    ),
)

MAPS = Site(
    "maps are merged with all their keys",
    """\
defaults:
  - scope: {path: ""}
    values: {meta: {a: 1, b: {c: 2, d: 3}}, mood: {x: 1}, author: "y", list: [1, {a: 2}]}
  - scope: {path: _posts/in}
    values:
      meta: {b: {c: 20, e: 5}, f: ~}
      mood: plain
      author: ~
  - scope: {path: _posts/in}
    values: {meta: {a: ~, g: {}}}
""",
    (
        Case(f"_posts/{_DAY}-a.md", "", {"meta": {"a": 1, "b": {"c": 2, "d": 3}}, "author": "y"}),
        Case(
            f"_posts/{_DAY}-b.md",
            "meta: {b: {c: 7}, z: 1}",
            {"meta": {"a": 1, "b": {"c": 7, "d": 3}, "z": 1}},
        ),
        Case(f"_posts/{_DAY}-c.md", "meta: 5\nmood: {}", {"meta": 5, "mood": {"x": 1}}),
        Case(
            f"_posts/in/{_DAY}-d.md",
            "",
            {
                "meta": {"a": 1, "b": {"c": 20, "d": 3, "e": 5}, "f": None, "g": {}},
                "mood": "plain",
                "author": "y",
                "list": [1, {"a": 2}],
            },
        ),
        Case(f"_posts/in/{_DAY}-e.md", "mood: {y: 2}", {"mood": {"y": 2}}),
        Case(f"_posts/{_DAY}-f.md", "meta: {b: }", {"meta": {"a": 1, "b": {"c": 2, "d": 3}}}),
    ),
)

ELSEWHERE = Site(
    "a source and a folder of collections",
    """\
source: src
collections_dir: things
collections: {notes: {output: true}}
defaults:
  - scope: {path: things/_posts}
    values: {mood: posts}
  - scope: {path: _notes}
    values: {mood: notes}
  - scope: {path: "things/_notes/*"}
    values: {author: star}
""",
    (
        Case(f"src/things/_posts/{_DAY}-a.md", "", {"mood": "posts", "author": None}),
        Case("src/things/_notes/n.md", "", {"mood": "notes", "author": "star"}),
        Case("src/page.md", "", {"mood": None}),
    ),
)

JEKYLL = (PRECEDENCE, MAPS, ELSEWHERE)

_BASE = """\
baseURL = "https://example.org/"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]
"""

NEAREST = Site(
    "the nearest cascade counts",
    _BASE + '[cascade]\nauthor = "site"\nmood = "site"\nScore = 1\n[cascade.meta]\na = 1\nb = 2\n',
    (
        Case("content/_index.md", "cascade: {mood: home, lang: ja}", {"mood": "home"}),
        Case("content/root.md", "", {"author": "site", "mood": "home", "lang": "ja", "score": 1}),
        Case(
            "content/posts/_index.md",
            "author: section\ncascade:\n  mood: posts\n  list: [a]",
            {"author": "section", "mood": "posts", "list": ["a"]},
        ),
        Case(
            "content/posts/a.md", "", {"author": "site", "mood": "posts", "meta": {"a": 1, "b": 2}}
        ),
        Case("content/posts/own.md", "mood: me\nSCORE: 9", {"mood": "me", "score": 9}),
        Case("content/posts/null.md", "mood:\nauthor: ''", {"mood": None, "author": ""}),
        Case("content/posts/map.md", "meta: {a: 5}", {"meta": {"a": 5}}),
        Case("content/posts/bare/deep.md", "", {"mood": "posts"}),
        Case("content/posts/deep/_index.md", "cascade: {Mood: deep}", {"mood": "deep"}),
        Case("content/posts/deep/a.md", "", {"mood": "deep", "list": ["a"], "lang": "ja"}),
        Case("content/posts/deep/bundle/index.md", "", {"mood": "deep"}),
        Case("content/posts/toml.md", '+++\nlang = "en"\n+++', {"lang": "en", "mood": "posts"}),
        Case("content/other/a.md", "", {"mood": "home", "list": None}),
    ),
)

TARGETS = Site(
    "targets",
    _BASE
    + """\
[[cascade]]
mood = "posts"
  [cascade._target]
  path = "/posts/**"
[[cascade]]
kind1 = "section"
  [cascade._target]
  kind = "{home,section}"
[[cascade]]
kind2 = "page"
  [cascade._target]
  kind = "PAGE"
[[cascade]]
env = "build"
  [cascade._target]
  environment = "prod*"
[[cascade]]
env2 = "server"
  [cascade._target]
  environment = "development"
[[cascade]]
glob = "one"
  [cascade._target]
  path = "/*/one?.md"
[[cascade]]
both = "yes"
  [cascade._target]
  path = "/posts/[!b]*.md"
  kind = "page"
[[cascade]]
lang1 = "first"
  [cascade._target]
  lang = "{en,fr}"
[[cascade]]
lang2 = "second"
  [cascade._target]
  lang = "ja"
[[cascade]]
any = "all"
[[cascade]]
deep = "deep"
  [cascade._target]
  path = "/posts/**/x.md"
[[cascade]]
case = "upper"
  [cascade._target]
  path = "/POSTS/**"
""",
    (
        Case("content/_index.md", "", {"kind1": "section", "any": "all", "mood": None}),
        Case("content/posts/_index.md", "", {"kind1": "section", "kind2": None, "mood": "posts"}),
        Case(
            "content/posts/a.md",
            "",
            {
                "mood": "posts",
                "kind1": None,
                "kind2": "page",
                "env": "build",
                "env2": None,
                "glob": None,
                "both": "yes",
                "any": "all",
                "lang1": "first",
                "lang2": None,
                "deep": None,
                "case": "upper",
            },
        ),
        Case("content/posts/b.md", "", {"both": None, "mood": "posts"}),
        Case("content/posts/one1.md", "", {"glob": "one"}),
        Case("content/posts/deep/one1.md", "", {"glob": None, "both": None, "deep": None}),
        Case("content/posts/deep/x.md", "", {"deep": "deep"}),
        Case("content/posts/x.md", "", {"deep": "deep"}),
        Case("content/posts/ax.md", "", {"deep": None}),
        Case("content/one2.md", "", {"glob": None, "mood": None, "any": "all"}),
        Case("content/other/one3.md", "", {"glob": "one", "mood": None}),
        Case(
            "content/listed/_index.md",
            "cascade:\n- {mood: a, _target: {path: '/listed/a*'}}\n- {author: x}\n- {author: z}",
            {"author": "x"},
        ),
        Case("content/listed/a.md", "", {"mood": "a", "author": "x", "any": "all"}),
        Case("content/listed/b.md", "", {"mood": None, "author": "x"}),
        Case(
            "content/mapped/_index.md",
            "cascade: {mood: m, _target: {kind: page}}",
            {"mood": "m"},
        ),
        Case("content/mapped/a.md", "", {"mood": "m"}),
    ),
)

LANGUAGES = Site(
    "languages",
    """\
baseURL: https://example.org/
disableKinds: [taxonomy, term, RSS, sitemap, "404"]
defaultContentLanguage: ja
languages:
  ja: {weight: 1}
  en:
    weight: 2
    cascade: {mood: english}
""",
    (
        Case("content/posts/_index.md", "cascade: {author: 花子}", {"author": "花子"}),
        Case("content/posts/_index.en.md", "cascade: {author: Hanako}", {"author": "Hanako"}),
        Case("content/posts/a.md", "", {"author": "花子", "mood": None}),
        Case("content/posts/a.en.md", "", {"author": "Hanako", "mood": "english"}),
        Case("content/posts/b/index.en.md", "", {"author": "Hanako", "only": None}),
        Case("content/posts/b/index.md", "", {"author": "花子", "only": "all"}),
    ),
    {"config/_default/cascade.toml": 'only = "all"\n'},
)

HUGO = (NEAREST, TARGETS, LANGUAGES)
