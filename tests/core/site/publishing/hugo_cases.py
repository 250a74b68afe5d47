"""What `hugo` 0.111 made of these files: one site for each configuration."""

from __future__ import annotations

from tests.core.site.publishing.sites import Case, Site

_KINDS = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n'
_BASE = 'baseURL = "https://example.org/"\n' + _KINDS

PLAIN = Site(
    "nothing set",
    config=_BASE + 'ignoreFiles = ["\\\\.skip\\\\.md$", "/secret/"]\n',
    cases=(
        Case("content/posts/a.md", "", "/posts/a/"),
        Case("content/posts/draft.md", "draft: true", "-"),
        Case("content/posts/draft-yes.md", "draft: yes", "-"),
        Case("content/posts/draft-y.md", "draft: y", "-"),
        Case("content/posts/draft-y-toml.md", '+++\ndraft = "y"\n+++', "/posts/draft-y-toml/"),
        Case("content/posts/draft-n.md", "draft: n", "/posts/draft-n/"),
        Case("content/posts/draft-text.md", 'draft: "true"', "-"),
        Case("content/posts/draft-yes-text.md", 'draft: "yes"', "/posts/draft-yes-text/"),
        Case("content/posts/draft-one.md", "draft: 1", "-"),
        Case("content/posts/draft-null.md", "draft:", "/posts/draft-null/"),
        Case("content/posts/draft-capital.md", "Draft: true", "-"),
        Case("content/posts/published-false.md", "published: false", "-"),
        Case("content/posts/both.md", "published: false\ndraft: false", "/posts/both/"),
        Case("content/posts/published-past.md", "published: 2020-01-01", "/posts/published-past/"),
        Case("content/posts/published-future.md", "published: 2999-01-01", "-"),
        Case("content/posts/future.md", "date: 2999-01-01", "-"),
        Case("content/posts/no-seconds.md", "date: 2999-01-01 09:00", "/posts/no-seconds/"),
        Case("content/posts/slashes.md", "date: 2999/01/01", "/posts/slashes/"),
        Case("content/posts/short.md", "date: 2999-1-1", "/posts/short/"),
        Case("content/posts/words.md", "date: May 1, 2999", "/posts/words/"),
        Case("content/posts/day-month.md", "date: 01 May 2999", "-"),
        Case("content/posts/zone-name.md", "date: 2999-01-01 09:00:00 JST", "/posts/zone-name/"),
        Case("content/posts/one-digit.md", "date: 2999-01-01 9:00:00", "-"),
        Case("content/posts/offset.md", "date: 2999-01-01 09:00:00 +0900", "-"),
        Case("content/posts/ansi.md", "date: Tue Jan  1 09:00:00 2999", "-"),
        Case("content/posts/rfc.md", "date: 'Tue, 01 Jan 2999 09:00:00 +0900'", "-"),
        Case("content/posts/small-t.md", "date: 2999-01-01t09:00:00z", "/posts/small-t/"),
        Case("content/posts/no-day.md", "date: 2999-02-31", "/posts/no-day/"),
        Case("content/posts/number.md", "date: 32472144000", "-"),
        Case("content/posts/number-past.md", "date: 29990101", "/posts/number-past/"),
        Case("content/posts/empty-date.md", "date:", "/posts/empty-date/"),
        Case("content/posts/pubdate.md", "pubdate: 2999-01-01", "-"),
        Case(
            "content/posts/released.md",
            "date: 2999-01-01\npublishDate: 2020-01-01",
            "/posts/released/",
        ),
        Case("content/posts/lastmod.md", "lastmod: 2999-01-01", "/posts/lastmod/"),
        Case("content/posts/expired.md", "expiryDate: 2020-01-01", "-"),
        Case("content/posts/unpublished.md", "unpublishdate: 2020-01-01", "-"),
        Case("content/posts/expires.md", "expiryDate: 2999-01-01", "/posts/expires/"),
        Case("content/posts/toml.md", "+++\ndate = 2999-01-01T09:00:00\n+++", "-"),
        Case("content/posts/toml-day.md", "+++\ndate = 2999-01-01\n+++", "-"),
        Case("content/posts/json.md", '{"draft": true}\n', "-"),
        Case("content/posts/bare.md", None, "/posts/bare/"),
        Case("content/posts/blank.md", "---\n\n---\n", "/posts/blank/"),
        Case("content/posts/page.html", "title: x", "/posts/page/"),
        Case("content/posts/naked.html", None, "/posts/naked/"),
        Case("content/posts/tag.html", "<b>x</b>", "="),
        Case("content/posts/a.txt", "title: x", "="),
        Case("content/posts/a.mdx", "", "="),
        Case("content/posts/m.markdown", "", "/posts/m/"),
        Case("content/posts/.dot.md", "", "-"),
        Case("content/posts/old.md~", "", "-"),
        Case("content/.folder/a.md", "", "-"),
        Case("content/posts/_under.md", "", "/posts/_under/"),
        Case("content/posts/a.skip.md", "", "-"),
        Case("content/secret/a.md", "", "-"),
        Case(
            "content/posts/My Post & Größe 春!.md",
            "",
            "/posts/my-post-gr%C3%B6%C3%9Fe-%E6%98%A5/",
        ),
        Case("content/posts/UPPER/Case.md", "", "/posts/upper/case/"),
        Case("content/posts/x  --  y.md", "", "/posts/x--y/"),
        Case("content/posts/100% c+d~e@f.md", "", "/posts/100-c+d~e@f/"),
        Case("content/posts/x.y.md", "", "/posts/x.y/"),
        Case("content/posts/lang.en.md", "", "/posts/lang/"),
        Case("content/posts/lang.ja.md", "", "/posts/lang.ja/"),
        Case("content/posts/bundle/index.md", "", "/posts/bundle/"),
        Case("content/posts/bundle/other.md", "", "-"),
        Case("content/posts/bundle/sub/deep.md", "", "-"),
        Case("content/posts/headless/index.md", "headless: true", "-"),
        Case("content/posts/headless-page.md", "headless: true", "/posts/headless-page/"),
        Case("content/posts/never.md", "_build: {render: never}", "-"),
        Case("content/posts/false.md", "_build: {render: false}", "-"),
        Case("content/posts/link.md", "_build: {render: link}", "-"),
        Case("content/posts/unlisted.md", "_build: {list: never}", "/posts/unlisted/"),
        Case("content/posts/u1.md", "url: /x/y/", "/x/y/"),
        Case("content/posts/u2.md", "url: /x/y2.html", "/x/y2.html"),
        Case("content/posts/u3.md", "url: x/y3", "/x/y3/"),
        Case("content/posts/u4.md", "url: /X/Some Thing (a)/", "/X/Some%20Thing%20%28a%29/"),
        Case("content/posts/u5.md", "url: /a.b/c", "/a.b/c"),
        Case("content/posts/u6.md", "url: /../up/", "/up/"),
        Case("content/posts/s1.md", "slug: Other Name", "/posts/other-name/"),
        Case("content/posts/s2.md", "slug: c/d", "/posts/c/d/"),
        Case("content/posts/s3/index.md", "slug: sluggy", "/posts/sluggy/"),
        Case("content/posts/s4.md", "slug: -trimmed-", "/posts/trimmed/"),
        Case("content/posts/s5.md", "slug: ''", "/posts/s5/"),
        Case("content/posts/s6.md", "slug: 2024", "/posts/2024/"),
        Case("content/about.md", "", "/about/"),
        Case("content/_index.md", "", "/"),
        Case("posts/outside.md", "", "-"),
    ),
)

FOLDERS = Site(
    "folders that hold back and hand down",
    config=_BASE + '[cascade]\nslug = "handed"\n',
    cases=(
        Case("content/a/draft/_index.md", "draft: true", "-"),
        Case("content/a/draft/in.md", "", "-"),
        Case("content/a/draft/lower/_index.md", "", "-"),
        Case("content/a/draft/lower/in.md", "", "-"),
        Case("content/a/later/_index.md", "date: 2999-01-01", "-"),
        Case("content/a/later/in.md", "", "-"),
        Case("content/a/never/_index.md", "_build: {render: never}", "-"),
        Case("content/a/never/in.md", "slug: in", "/a/never/in/"),
        Case("content/a/own/_index.md", "url: /u/sec/", "/u/sec/"),
        Case("content/a/own/in.md", "", "/a/own/handed/"),
        Case("content/a/slug/_index.md", "slug: other", "/a/slug/"),
        Case("content/a/cascade/_index.md", "cascade: {_build: {render: never}}", "-"),
        Case("content/a/cascade/in.md", "", "-"),
        Case("content/a/drafts/_index.md", "draft: false\ncascade: {draft: true}", "/a/drafts/"),
        Case("content/a/drafts/in.md", "", "-"),
        Case("content/a/drafts/out.md", "draft: false", "/a/drafts/handed/"),
    ),
)

NAMES = Site(
    "dates of names, a zone and patterns",
    config=_BASE
    + """\
timeZone = "Asia/Tokyo"
[permalinks]
posts = "/:year/:month/:day/:slug/"
notes = "/n/:slugorfilename/:yearday-:weekday-:monthname-:weekdayname"
files = "/f/:filename"
titles = "/t/:title"
deep = "/:sections/:title"
slices = "/s/:sections[1:]/:section/:title"
go = "/:2006/:Jan/:title.html"
[frontmatter]
date = [":filename", ":default"]
publishDate = ["release", ":default"]
expiryDate = ["ends", ":default"]
""",
    cases=(
        Case("content/posts/2024-05-01-named.md", "title: The Title", "/2024/05/01/named/"),
        Case("content/posts/2024-05-02-both.md", "date: 2020-01-01", "/2024/05/02/both/"),
        Case("content/posts/2024-05-02-slug.md", "slug: mine", "/2024/05/02/mine/"),
        Case("content/posts/2999-05-03-future.md", "", "/2999/05/03/future/"),
        Case("content/posts/release.md", "release: 2999-01-01", "-"),
        Case("content/posts/ends.md", "ends: 2000-01-01", "-"),
        Case("content/posts/no-date.md", "title: No Date", "/1/01/01/no-date/"),
        Case(
            "content/posts/near.md",
            "date: 2024-05-01T23:30:00Z\ntitle: near",
            "/2024/05/01/near/",
        ),
        Case("content/posts/2024-05-04-bundle/index.md", "", "/2024/05/04/bundle/"),
        Case("content/posts/2024-05-05.md", "", "/2024/05/05/"),
        Case("content/posts/2024-05-06_under_score.md", "", "/2024/05/06/under_score/"),
        Case(
            "content/notes/a-note.md",
            "date: 2024-05-01\ntitle: Big",
            "/n/a-note/122-3-may-wednesday/",
        ),
        Case(
            "content/notes/b.md",
            "date: 2024-05-05\nslug: Sl Ug",
            "/n/sl-ug/126-0-may-sunday/",
        ),
        Case("content/files/Some.Name.md", "title: Z", "/f/some.name/"),
        Case("content/files/bundle/index.md", "slug: q", "/f/bundle/"),
        Case(
            "content/titles/x.md",
            'title: "C# & Größe / 春: A.B"',
            "/t/c#-gr%C3%B6%C3%9Fe-/-%E6%98%A5-a.b/",
        ),
        Case("content/titles/plus.md", 'title: "C++ 100%"', "/t/c-100/"),
        Case("content/titles/number.md", "title: 5", "/t/5/"),
        Case("content/titles/slug.md", "slug: s\ntitle: t", "/t/t/"),
        Case("content/titles/url.md", "url: /own/:title/x", "/own/:title/x/"),
        Case("content/titles/_index.md", "", "/titles/"),
        Case("content/deep/a/_index.md", "", "/deep/a/"),
        Case("content/deep/a/b/_index.md", "", "/deep/a/b/"),
        Case("content/deep/a/b/c.md", "title: X", "/deep/a/b/x/"),
        Case("content/deep/a/none/c.md", "title: Y", "/deep/a/true/"),
        Case("content/slices/a/_index.md", "", "/slices/a/"),
        Case("content/slices/a/c.md", "title: X", "/s/a/slices/x/"),
        Case("content/go/a.md", "title: X\ndate: 2024-05-01", "/2024/may/x.html/"),
    ),
)

UGLY = Site(
    "ugly addresses, two languages, all is shown",
    config=_BASE
    + """\
uglyURLs = true
disablePathToLower = true
removePathAccents = true
buildDrafts = true
buildFuture = true
buildExpired = true
contentDir = "texts"
defaultContentLanguage = "ja"
defaultContentLanguageInSubdir = true
[languages.ja]
weight = 1
[languages.en]
weight = 2
""",
    cases=(
        Case("texts/posts/Draft.md", "draft: true", "/ja/posts/Draft.html"),
        Case("texts/posts/future.md", "date: 2999-01-01", "/ja/posts/future.html"),
        Case("texts/posts/expired.md", "expiryDate: 2000-01-01", "/ja/posts/expired.html"),
        Case("texts/posts/Größe.md", "", "/ja/posts/Gro%C3%9Fe.html"),
        Case("texts/posts/a.ja.md", "", "/ja/posts/a.html"),
        Case("texts/posts/a.en.md", "", "/en/posts/a.html"),
        Case("texts/posts/b.fr.md", "", "/ja/posts/b.fr.html"),
        Case("texts/posts/bundle/index.md", "", "/ja/posts/bundle.html"),
        Case("texts/posts/other/index.en.md", "", "/en/posts/other.html"),
        Case("texts/posts/s.md", "slug: Sl", "/ja/posts/Sl.html"),
        Case("texts/posts/u.md", "url: /u/", "/u/"),
        Case("texts/posts/u2.md", "url: u2", "/ja/u2/"),
        Case("texts/posts/_index.md", "", "/ja/posts.html"),
        Case("content/posts/a.md", "", "-"),
    ),
)

UGLY_HERE = Site(
    "ugly addresses in one section",
    config=_BASE + "[uglyURLs]\nug = true\n",
    cases=(
        Case("content/ug/a.md", "", "/ug/a.html"),
        Case("content/ug/b/index.md", "", "/ug/b.html"),
        Case("content/plain/a.md", "", "/plain/a/"),
    ),
)

MIXED = Site(
    "ugly patterns, other dates, a zone of its own language",
    config=_BASE
    + """\
uglyURLs = true
timeZone = "Europe/Berlin"
[languages.en]
timeZone = "America/New_York"
[permalinks]
posts = "/:year/:month/:day/:title"
dots = "/d/:slug.x/"
keys = "/:06:1-:2/:Mon:January/:15.:04.:05/:filename"
slices = "/:sections[:last]/x/:sections[last]/:sections[0]/:title"
[frontmatter]
date = ["modified", "date"]
publishDate = "expirydate"
expiryDate = [":default", "gone"]
""",
    cases=(
        Case("content/posts/a.md", "date: 2024-05-01\ntitle: A b", "/2024/05/01/a-b.html"),
        Case(
            "content/posts/b/index.md",
            "title: B\nmodified: 2024-05-01 23:00:00",
            "/2024/05/01/b.html",
        ),
        Case(
            "content/posts/c.md",
            "title: C\nlastmod: 2024-05-02\ndate: 2024-05-03",
            "/2024/05/03/c.html",
        ),
        Case("content/posts/d.md", "title: D.html\ndate: 2024-05-04", "/2024/05/04/d.html.html"),
        Case("content/posts/2024-05-01-x.md", "title: ''", "/1/01/01.html"),
        Case("content/posts/gone.md", "gone: 2020-01-01", "-"),
        Case("content/posts/soon.md", "expiryDate: 2999-01-01", "-"),
        Case("content/dots/a.md", "slug: s", "/d/s.x.html"),
        Case("content/keys/a.md", "date: 2024-05-01T09:08:07Z", "/245-1/wedmay/09.08.07/a.html"),
        Case("content/slices/p/q/_index.md", "", "/slices/p/q.html"),
        Case("content/slices/p/q/a.md", "title: t", "/slices/p/x/q/slices/t.html"),
        Case("content/plain/sub/deep/a.md", "", "/plain/sub/deep/a.html"),
        Case("content/plain/2024-05-01-x.md", "", "/plain/2024-05-01-x.html"),
        Case("content/plain/a.b.html", "t: 1", "/plain/a.b.html"),
        Case("content/plain/text.md", "draft: 'false'", "/plain/text.html"),
        Case("content/plain/list.md", "draft: [true]", "/plain/list.html"),
        Case("content/plain/float.md", "draft: 0.5", "/plain/float.html"),
        Case("content/plain/toml.md", "+++\npublished = false\n+++", "-"),
        Case("content/plain/json.md", '{"date": "2999-01-01", "url": "/j/"}\n', "/j/"),
        Case("content/plain/headless/index.md", "headless: false", "/plain/headless.html"),
        Case("content/plain/build.md", "_build: {render: link, list: never}", "-"),
        Case("content/plain/Üb er.MD", "", "="),
        Case("content/plain/+.md", "", "/plain/+.html"),
        Case("content/plain/a&b.md", "", "/plain/ab.html"),
        Case("content/plain/一/二.md", "", "/plain/%E4%B8%80/%E4%BA%8C.html"),
        Case("content/plain/url-number.md", "url: 5", "/5/"),
        Case("content/plain/url-ja.md", "url: /日本/", "/%E6%97%A5%E6%9C%AC/"),
        Case("content/plain/url-empty.md", "url: ''", "/plain/url-empty.html"),
        Case("content/plain/url-json.md", "url: /data.json", "/data.json"),
        Case("content/plain/slug-case.md", "slug: ÀÉ.x", "/plain/%C3%A0%C3%A9.x.html"),
        Case("content/plain/cased/INDEX.md", "", "/plain/cased/index.html"),
    ),
)

HOME = Site(
    "a draft on top",
    config=_BASE,
    cases=(
        Case("content/_index.md", "draft: true", "-"),
        Case("content/posts/a.md", "", "-"),
    ),
)

STOPPING = tuple(
    Site(f"Hugo stops: {name}", config=_BASE + config, cases=(Case("content/p/a.md", text, "!"),))
    for name, config, text in (
        ("unreadable", "", "draft: [a"),
        ("no end", "", "---\ntitle: x\n"),
        ("a list", "", "- a"),
        ("http", "", "url: https://example.com/"),
        ("build is no map", "", "_build: never"),
        ("a zone", 'timeZone = "Nowhere/X"\n', ""),
        ("a permalink", '[permalinks]\np = "/:nope/"\n', ""),
    )
)

SITES = (PLAIN, FOLDERS, NAMES, UGLY, UGLY_HERE, HOME, MIXED, *STOPPING)
