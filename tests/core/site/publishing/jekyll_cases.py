"""What `jekyll build` 4.3 made of these files: one site for each configuration."""

from __future__ import annotations

from tests.core.site.publishing.sites import Case, Site

_FAR = "2999-01-01 09:00:00"

TOKYO = Site(
    "Tokyo, with defaults and collections",
    config="""\
timezone: Asia/Tokyo
permalink: date
include: [_shown.md, .well-known]
exclude: [secret, "*.bak.md", "_posts/2020-*", notes/]
collections:
  recipes:
    output: true
  hidden_ones:
  essays:
    output: true
    permalink: /e/:year/:title/
defaults:
  - scope: {path: "", type: posts}
    values: {categories: [all]}
  - scope: {path: "_posts/diary", type: posts}
    values: {permalink: "/diary/:year/:slug"}
  - scope: {path: "_posts/diary/old"}
    values: {published: false}
  - scope: {path: "/_posts/slash"}
    values: {published: false}
  - scope: {path: "", type: drafts}
    values: {permalink: "/never/:title"}
  - scope: {path: "_posts/g*/deep"}
    values: {permalink: "/globbed/:title.html"}
  - scope: {path: "_posts/tie"}
    values: {permalink: "/without-type/:title"}
  - scope: {path: "_posts/tie", type: posts}
    values: {permalink: "/with-type/:title"}
  - scope: {path: "_posts/tie"}
    values: {permalink: "/later-without-type/:title"}
  - scope: {path: "about", type: pages}
    values: {permalink: "/us/"}
  - scope: {path: "about", type: page}
    values: {published: false}
  - scope: {path: "_recipes/dated"}
    values: {date: "2018-03-04 05:06"}
""",
    cases=(
        Case("_posts/2024-05-01-plain.md", "", "/all/2024/05/01/plain.html"),
        Case("_posts/2024-05-02-no-header.md", None, "/all/2024/05/02/no-header.html"),
        Case("_posts/2024-5-3-short.md", "", "/all/2024/05/03/short.html"),
        Case("_posts/24-05-04-two-digits.md", "", "/all/2024/05/04/two-digits.html"),
        Case("_posts/no-date.md", "", "-"),
        Case("_posts/2024-05-05-no-ending", "", "-"),
        Case("_posts/2024-05-05.md", "", "-"),
        Case("_posts/2024-05-06_under.md", "", "-"),
        Case("_posts/.2024-05-07-dot.md", "", "-"),
        Case("_posts/_2024-05-07-under.md", "", "-"),
        Case("_posts/_sub/2024-05-08-special-folder.md", "", "-"),
        Case("_posts/a/_sub/2024-05-09-deeper.md", "", "/all/2024/05/09/deeper.html"),
        Case("_posts/2999-01-01-future-name.md", "", "-"),
        Case(
            "_posts/2999-01-02-past-inside.md",
            "date: 2024-01-02",
            "/all/2024/01/02/past-inside.html",
        ),
        Case("_posts/2024-05-10-future-inside.md", f"date: {_FAR}", "-"),
        Case(
            "_posts/2024-05-11-utc.md",
            "date: 2024-05-11 20:00:00",
            "/all/2024/05/12/utc.html",
        ),
        Case(
            "_posts/2024-05-12-local.md",
            "date: 2024-05-12 20:00",
            "/all/2024/05/12/local.html",
        ),
        Case(
            "_posts/2024-05-13-offset.md",
            "date: 2024-05-13 20:00:00 -0500",
            "/all/2024/05/14/offset.html",
        ),
        Case(
            "_posts/2024-05-14-quoted.md",
            "date: '2024-05-14 20:00:00'",
            "/all/2024/05/14/quoted.html",
        ),
        Case(
            "_posts/2024-05-15-iso-z.md",
            "date: 2024-05-15T18:00:00Z",
            "/all/2024/05/16/iso-z.html",
        ),
        Case("_posts/2024-05-16-words.md", "date: May 3, 2021", "/all/2021/05/03/words.html"),
        Case("_posts/2024-05-17-slashes.md", "date: 2021/05/03", "/all/2021/05/03/slashes.html"),
        Case("_posts/2024-05-18-rolled.md", "date: 2021-02-31", "/all/2021/03/03/rolled.html"),
        Case("_posts/2024-05-19-number.md", "date: 20210503", "/all/2021/05/03/number.html"),
        Case("_posts/2024-05-20-held.md", "published: false", "-"),
        Case("_posts/2024-05-20-held-no.md", "published: no", "-"),
        Case("_posts/2024-05-20-held-null.md", "published:", "-"),
        Case(
            "_posts/2024-05-20-text.md",
            "published: 'false'",
            "/all/2024/05/20/text.html",
        ),
        Case("_posts/2024-05-21-draft-key.md", "draft: true", "/all/2024/05/21/draft-key.html"),
        Case("_posts/2024-05-22-broken.md", "title: [a", "/all/{today}/2024-05-22-broken.html"),
        Case("_posts/2024-05-22-symbol.md", "kind: :a", "/all/{today}/2024-05-22-symbol.html"),
        Case(
            "_posts/2024-05-22-number-category.md",
            "categories: 5",
            "/all/{today}/2024-05-22-number-category.html",
        ),
        Case(
            "_posts/2024-05-23-cats.md",
            "categories: Big News\ncategory: One More",
            "/all/big/news/one%20more/2024/05/23/cats.html",
        ),
        Case(
            "_posts/2024-05-23-cat-list.md",
            "categories: [日記, C#, all, 2024]",
            "/all/%E6%97%A5%E8%A8%98/c%23/2024/2024/05/23/cat-list.html",
        ),
        Case(
            "blog/en/_posts/2024-05-24-folders.md",
            "",
            "/blog/en/all/2024/05/24/folders.html",
        ),
        Case("_posts/2024-05-25-slug.md", "slug: Other Name", "/all/2024/05/25/Other-Name.html"),
        Case(
            "_posts/2024-05-26-Größe & 春.md",
            "",
            "/all/2024/05/26/Gr%C3%B6%C3%9Fe-&-%E6%98%A5.html",
        ),
        Case("_posts/2024-05-27-dots...md", "", "/all/2024/05/27/dots.html"),
        Case("_posts/2024-05-28-html.html", "", "/all/2024/05/28/html.html"),
        Case("_posts/2024-05-28-text.txt", "", "/all/2024/05/28/text.txt"),
        Case("_posts/2024-05-29-own.md", "permalink: /own/:title:output_ext", "/own/own.html"),
        Case("_posts/2024-05-29-own-none.md", "permalink: /own/none", "/own/none"),
        Case("_posts/2024-05-29-own-ext.md", "permalink: /own/data.json", "/own/data.json"),
        Case("_posts/2024-05-29-own-style.md", "permalink: pretty", "/pretty"),
        Case("_posts/2024-05-29-up.md", "permalink: /../x/./y/", "/x/y/"),
        Case("_posts/diary/2024-06-01-day.md", "", "/diary/2024/day"),
        Case("_posts/diary/old/2024-06-01-day.md", "", "-"),
        Case("_posts/diary/old/2024-06-02-shown.md", "published: true", "/diary/2024/shown"),
        Case("_posts/diary-too/2024-06-03-prefix.md", "", "/diary/2024/prefix"),
        Case("_posts/slash/2024-06-04-slash.md", "", "/all/2024/06/04/slash.html"),
        Case("_posts/garden/deep/2024-06-05-glob.md", "", "/globbed/glob.html"),
        Case("_posts/tie/2024-06-06-tie.md", "", "/with-type/tie"),
        Case("_posts/2020-01-01-excluded.md", "", "-"),
        Case("_posts/2024-06-07-copy.bak.md", "", "-"),
        Case("_drafts/idea.md", "", "-"),
        Case("_recipes/soup.md", "", "/recipes/soup.html"),
        Case("_recipes/sub/2999-01-01-later.md", "", "-"),
        Case("_recipes/future.md", f"date: {_FAR}", "-"),
        Case("_recipes/held.md", "published: false", "-"),
        Case("_recipes/copied.md", None, "="),
        Case("_recipes/_special.md", "", "-"),
        Case("_hidden_ones/a.md", "", "-"),
        Case("_essays/2024-07-01-walk.md", "", "/e/2024/walk/"),
        Case("_unknown/a.md", "", "-"),
        Case("about.md", "", "/us/"),
        Case("about-date.md", f"date: {_FAR}\npermalink: /dated/", "/dated/"),
        Case("page.md", "", "/page.html"),
        Case("sub/index.md", "", "/sub/"),
        Case("sub/page.txt", "", "/sub/page.txt"),
        Case("plain.md", None, "="),
        Case("held.md", "published: false", "-"),
        Case("secret-plan.md", "", "-"),
        Case("notes/a.md", "", "-"),
        Case("_shown.md", "", "/_shown.html"),
        Case(".well-known/a.md", "", "/.well-known/a.html"),
        Case(".other/a.md", "", "-"),
        Case("old.md~", "", "-"),
    ),
)

NEW_YORK = Site(
    "no zone in the configuration, all is shown",
    config="""\
permalink: pretty
future: true
show_drafts: true
unpublished: true
collections: [recipes]
""",
    zone="America/New_York",
    cases=(
        Case("_posts/2999-01-01-future.md", "", "/2999/01/01/future/"),
        Case("_posts/2024-05-11-utc.md", "date: 2024-05-11 02:00:00", "/2024/05/10/utc/"),
        Case("_posts/2024-01-11-winter.md", "date: 2024-01-11 04:30:00", "/2024/01/10/winter/"),
        Case("_posts/2024-05-11-jst.md", "date: 2024-05-11 02:00 JST", "/2024/05/11/jst/"),
        Case("_posts/2024-05-20-held.md", "published: false", "/2024/05/20/held/"),
        Case("_drafts/2024-05-21-idea.md", "", "/2024/05/21/idea/"),
        Case("_drafts/no-ending", "", "-"),
        Case("en/_drafts/dated.md", "date: 2024-05-22", "/en/2024/05/22/dated/"),
        Case("_recipes/soup.md", "", "-"),
        Case("page.md", "", "/page/"),
        Case("sub/other.html", "", "/sub/other/"),
    ),
)

WEEKS = Site(
    "weeks, and collections in a folder of their own",
    config="""\
timezone: UTC
permalink: weekdate
collections_dir: all
collections: {recipes: {output: true, permalink: "/:collection/:path/:name:output_ext"}}
defaults:
  - scope: {path: "all/_posts/x"}
    values: {permalink: "/x/:i_month/:short_year_:y_day/:long_month-:w_day"}
  - scope: {path: "all/_pos*/glob"}
    values: {permalink: "/glob/:slugified_categories/:hour:minute:second"}
markdown_ext: md,text
""",
    cases=(
        Case("_posts/2024-05-01-outside.md", "", "-"),
        Case("all/_posts/2024-12-30-inside.md", "", "/2024/W01/Mon/inside.html"),
        Case("all/_posts/x/2024-02-03-scope.md", "", "/x/2/24_034/February-6"),
        Case(
            "all/_posts/glob/2024-02-03-scope.md",
            "date: 2024-02-03 04:05:06\ncategories: [A b, C/d]",
            "/glob/a-b/c-d/040506",
        ),
        Case("all/_posts/2024-12-31-other.text", "", "/2024/W01/Tue/other.html"),
        Case("all/_recipes/sub/Big Soup.md", "", "/recipes/sub/Big%20Soup/big-soup.html"),
        Case("_recipes/outside.md", "", "-"),
        Case("page.md", "", "/page"),
    ),
)

ORDINAL = Site(
    "days of the year, strange values, sources in a folder",
    config="""\
timezone: Europe/Berlin
permalink: ordinal
source: src
include: ["_wanted", "a*.tmp"]
exclude: ["/lead", "sub/[x-z]*", "deep/**/no.md", "exact.md"]
limit_posts: 0
collections:
  notes: {output: true}
  Odd Name!: {output: true}
  posts: {output: false}
defaults:
  - values: {category: from all}
  - scope: {path: "_notes", type: notes}
    values: {permalink: "/:collection/:title/", categories: one two}
  - scope: {path: "_notes/draft"}
    values: {published: false, date: "2999-01-01"}
  - scope: {path: "", type: posts}
    values: {permalink: null}
  - scope: {path: "_posts/later"}
    values: {date: "2024-08-09 10:11 UTC"}
  - scope: {path: "pages/**/x"}
    values: {permalink: "/glob/:basename/"}
  - scope: {path: "pages"}
    values: {published: false, permalink: "/p/:path/:basename:output_ext"}
  - not a set
""",
    cases=(
        Case("src/_posts/2024-03-01-leap.md", "", "/from%20all/2024/061/leap.html"),
        Case(
            "src/_posts/2024-03-02-null.md",
            "category:\ncategories:",
            "/from%20all/2024/062/null.html",
        ),
        Case("src/_posts/2024-03-03-list.md", "category: [A, [B]]", "/a/b/2024/063/list.html"),
        Case("src/_posts/2024-03-04-false.md", "category: false", "/2024/064/false.html"),
        Case("src/_posts/2024-03-05-none.md", "category: ''", "/2024/065/none.html"),
        Case("src/_posts/later/2024-03-06-default.md", "", "/from%20all/2024/222/default.html"),
        Case(
            "src/_posts/2024-03-07-slug.md", "slug:\ncategory: ~", "/from%20all/2024/067/slug.html"
        ),
        Case(
            "src/_posts/2024-03-08-A.B_c d'e.md",
            "category: ~",
            "/from%20all/2024/068/A.B_c-d'e.html",
        ),
        Case("src/_posts/2024-03-09-.md", "category: ~", "/from%20all/2024/069/.html"),
        Case("src/_posts/2024-03-10-!!.md", "category: ~", "/from%20all/2024/070/!!.html"),
        Case("src/_posts/2024-03-11-(x).md", "category: a//b/../c", "/a/b/c/2024/071/(x).html"),
        Case(
            "src/_posts/2024-03-12-summer.md",
            "date: 2024-07-01 23:30:00\ncategory: ~",
            "/from%20all/2024/184/summer.html",
        ),
        Case(
            "src/_posts/2024-03-13-winter.md",
            "date: 2024-01-01 23:30:00\ncategory: ~",
            "/from%20all/2024/002/winter.html",
        ),
        Case("src/_posts/2024-03-14-file.md", "permalink: /x.y/:i_day", "/x.y/14"),
        Case("src/_posts/2024-03-15-q.md", "permalink: '/a?b=:title'", "/a?b=q"),
        Case("src/_posts/2024-03-17-hash.md", "category: 'a#b#c'", "/a%23b%23c/2024/077/hash.html"),
        Case(
            "src/_posts/2024-03-18-pct.md",
            "category: '50% [x]'",
            "/50%25%20%5Bx%5D/2024/078/pct.html",
        ),
        Case("src/_posts/2024-03-19-colon.md", "category: 'a:b'", "/a:b/2024/079/colon.html"),
        Case(
            "src/_posts/sub/_posts/2024-03-20-twice.md",
            "category: ~",
            "/from%20all/2024/080/twice.html",
        ),
        Case("src/_posts/2024-03-21-a.b/c.md", "category: ~", "-"),
        Case("src/_notes/a.md", "", "/notes/a/"),
        Case("src/_notes/2024-01-02-B c.md", "", "/notes/B-c/"),
        Case("src/_notes/draft/a.md", "", "-"),
        Case("src/_notes/draft/b.md", "published: true", "-"),
        Case("src/_notes/draft/c.md", "published: true\ndate: 2020-01-01", "/notes/c/"),
        Case("src/_notes/page.html", "", "/notes/page/"),
        Case("src/_OddName/a.md", "", "-"),
        Case("src/_wanted/a.md", "", "/_wanted/a.html"),
        Case("src/b.tmp", "x: 1", "/b.tmp"),
        Case("src/lead.md", "", "-"),
        Case("src/sub/y.md", "", "-"),
        Case("src/sub/a.md", "", "/sub/a.html"),
        Case("src/deep/x/y/no.md", "", "-"),
        Case("src/deep/no.md", "", "/deep/no.html"),
        Case("src/exact.md.md", "", "-"),
        Case("src/pages/a.md", "", "/p/pages/a.html"),
        Case("src/pages/b/x.md", "", "/p/pages/b/x.html"),
        Case("src/pages/c.md", "permalink:", "/pages/c.html"),
        Case("src/pages/d.md", "published:", "-"),
        Case("src/pages/index.html", "permalink: /:basename-x/", "/index-x/"),
        Case("outside.md", "", "-"),
    ),
)

STOPPING = tuple(
    Site(f"Jekyll stops: {name}", config=config, cases=(Case(path, text, "!"),))
    for name, config, path, text in (
        ("no date", "timezone: UTC\n", "_posts/2024-05-01-a.md", "date: soon"),
        ("an empty date", "timezone: UTC\n", "_posts/2024-05-01-a.md", "date:"),
        ("no such month", "timezone: UTC\n", "_posts/2024-13-01-a.md", ""),
        ("strict", "strict_front_matter: true\n", "_posts/2024-05-01-a.md", "a: [b"),
        ("unknown name", "permalink: /:nothing/\n", "_posts/2024-05-01-a.md", ""),
        ("a name with more", "timezone: UTC\n", "_posts/2024-05-01-a.md", "permalink: /:year_x/"),
        ("a number as slug", "timezone: UTC\n", "_posts/2024-05-01-a.md", "slug: 5"),
        ("an empty permalink", "timezone: UTC\n", "a.md", "permalink: ''"),
    )
)

BARE_DATE = Site(
    "a date among the defaults",
    config="defaults: [{scope: {path: _posts/a}, values: {date: 2024-01-01}}]\n",
    cases=(Case("_posts/b/2024-05-01-b.md", "", "-"),),
)

NUMBER = Site(
    "a number among the defaults",
    config="defaults: [{scope: {path: _posts/a}, values: {categories: 5}}]\n",
    cases=(
        Case("_posts/a/2024-05-01-a.md", "", "-"),
        Case("_posts/b/2024-05-01-b.md", "", "/2024/05/01/b.html"),
        Case("page.md", "", "/page.html"),
    ),
)

SITES = (TOKYO, NEW_YORK, WEEKS, ORDINAL, BARE_DATE, NUMBER, *STOPPING)
