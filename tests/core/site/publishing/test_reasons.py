"""Where each reason was said, when a post is due, and what its file should be called."""

from __future__ import annotations

import datetime as dt
import zoneinfo
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor_app.core.data_files.config import config_of
from editor_app.core.frontmatter.reader import read
from editor_app.core.generator import Generator
from editor_app.core.site.publishing.decide import decide
from editor_app.core.site.publishing.values import Publication, Question, Verdict

_NOW = dt.datetime(2026, 6, 15, 12, tzinfo=dt.UTC)
_TOKYO = zoneinfo.ZoneInfo("Asia/Tokyo")
_JEKYLL, _HUGO = Generator.JEKYLL, Generator.HUGO


def _asked(
    generator: Generator, path: str, text: str, config: str = "", now: dt.datetime = _NOW
) -> Publication:
    suffix = ".toml" if generator is _HUGO else ".yml"
    return decide(
        Question(
            generator,
            PurePosixPath(path),
            read(f"---\n{text}\n---\nBody\n"),
            config_of(config, suffix),
            now,
            _TOKYO,
            modified=dt.datetime(2020, 2, 3, tzinfo=dt.UTC),
        )
    )


def _told(publication: Publication) -> list[tuple[str, str, str, int | None]]:
    return [
        (each.message(str), each.place.origin.value, each.place.key, each.place.line)
        for each in publication.reasons
    ]


def test_all_reasons_are_told_each_with_its_place() -> None:
    text = "title: Spring\npublished: false\ndate: 2999-05-01"
    publication = _asked(_JEKYLL, "_posts/spring.md", text, 'exclude: ["*.md"]')
    assert _told(publication) == [
        ("The site excludes it: “*.md”", "config", "exclude", None),
        (
            "Jekyll passes over the file without a word: in _posts a name begins with a date"
            " and has an ending, such as 2024-05-01-spring.md",
            "path",
            "",
            None,
        ),
        ("published: false keeps it out", "post", "published", 3),
        ("Its date is in the future: 2999-05-01 00:00:00 +0900", "post", "date", 4),
    ]


def test_hugo_tells_drafts_and_dates_with_their_places() -> None:
    text = "draft: true\npubdate: 2999-05-01\nunpublishdate: 2000-01-01"
    publication = _asked(_HUGO, "content/a.md", text, 'timeZone = "Asia/Tokyo"')
    assert _told(publication) == [
        ("It is a draft: only a build with --buildDrafts shows it", "post", "draft", 2),
        ("It is shown from 2999-05-01 00:00:00 +0900 on", "post", "pubdate", 3),
        ("It was shown until 2000-01-01 00:00:00 +0900", "post", "unpublishdate", 4),
    ]


def test_a_default_is_told_with_the_number_of_its_set() -> None:
    config = "defaults:\n- values: {a: 1}\n- scope: {path: _posts}\n  values: {published: false}\n"
    publication = _asked(_JEKYLL, "_posts/2024-05-01-a.md", "", config)
    assert _told(publication) == [
        ("published: false keeps it out", "config", "defaults[1].values.published", None)
    ]


def test_the_day_of_a_post_begins_in_the_zone_of_the_site() -> None:
    text, config = "", "timezone: Asia/Tokyo"
    path = "_posts/2026-06-16-a.md"
    before = dt.datetime(2026, 6, 15, 14, 59, 59, tzinfo=dt.UTC)
    assert _asked(_JEKYLL, path, text, config, before).verdict is Verdict.NOT_PUBLISHED
    after = before + dt.timedelta(seconds=1)
    assert _asked(_JEKYLL, path, text, config, after).verdict is Verdict.PUBLISHED


def test_a_yaml_time_without_zone_is_utc_and_a_text_is_local() -> None:
    path, config = "_posts/2024-05-01-a.md", "timezone: America/New_York"
    as_time = _asked(_JEKYLL, path, "date: 2024-05-01 09:00:00", config)
    as_text = _asked(_JEKYLL, path, "date: 2024-05-01 09:00", config)
    assert as_time.date is not None
    assert as_text.date is not None
    assert as_time.date.at.isoformat() == "2024-05-01T05:00:00-04:00"
    assert as_text.date.at.isoformat() == "2024-05-01T09:00:00-04:00"
    assert any("is UTC to Jekyll" in each.message(str) for each in as_time.remarks)


def test_where_the_site_sets_no_zone_that_of_this_machine_counts_and_is_told() -> None:
    publication = _asked(_JEKYLL, "_posts/2024-05-01-a.md", "")
    assert publication.date is not None
    assert publication.date.at.isoformat() == "2024-05-01T00:00:00+09:00"
    assert "sets no timezone" in publication.remarks[0].message(str)


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        ("_posts/2024-05-01-spring.md", "", None),
        ("_posts/2024-5-1-spring.md", "", None),
        ("_posts/2024-05-01-spring.md", "date: 2024-06-02", "2024-06-02-spring.md"),
        ("_posts/Spring.md", "title: In Spring\ndate: 2024-06-02", "2024-06-02-in-spring.md"),
        ("_posts/spring.txt", "date: 2024-06-02", "2024-06-02-spring.md"),
        ("_drafts/spring.md", "date: 2024-06-02", None),
        ("about.md", "date: 2024-06-02", None),
    ],
)
def test_the_name_that_a_jekyll_file_should_have(path: str, text: str, wanted: str | None) -> None:
    name = _asked(_JEKYLL, path, text, "timezone: UTC").file_name
    assert name is not None
    assert name.is_so is (wanted is None)
    assert name.wanted == (wanted or PurePosixPath(path).name)


def test_a_hugo_file_should_begin_with_its_day_where_the_site_reads_names() -> None:
    config = '[frontmatter]\ndate = [":filename", ":default"]\n'
    name = _asked(_HUGO, "content/posts/a.md", "date: 2024-05-01", config).file_name
    assert name is not None
    assert (name.wanted, name.is_so) == ("2024-05-01-a.md", False)
    name = _asked(_HUGO, "content/posts/a.md", "date: 2024-05-01").file_name
    assert name is not None
    assert name.is_so


@pytest.mark.parametrize(
    ("generator", "path", "text", "remark"),
    [
        (_JEKYLL, "_posts/2024-05-01-a.md", "draft: true", "does not look at draft"),
        (_JEKYLL, "_posts/2024-05-01-a.md", "a: [", "can't read the front matter"),
        (_HUGO, "content/a.md", "date: 2999-01-01 09:00", "reads no date in “2999-01-01 09:00”"),
        (_HUGO, "content/a.md", "draft: no", "“no” as false depends on its version"),
    ],
)
def test_what_surprises_is_remarked(
    generator: Generator, path: str, text: str, remark: str
) -> None:
    publication = _asked(generator, path, text)
    assert publication.verdict is Verdict.PUBLISHED
    assert any(remark in each.message(str) for each in publication.remarks)


def test_a_date_that_nobody_knows_how_ruby_reads_is_not_guessed() -> None:
    publication = _asked(_JEKYLL, "_posts/2024-05-01-a.md", "date: 2024年5月1日")
    assert publication.verdict is Verdict.UNKNOWN
    assert _told(publication)[0][1:] == ("post", "date", 2)


@pytest.mark.parametrize(
    ("generator", "path", "text", "verdict", "told"),
    [
        (Generator.ELEVENTY, "a.md", "permalink: false", "not-published", "writes no page"),
        (Generator.ELEVENTY, "a.md", "draft: true", "unknown", "Eleventy is code"),
        (Generator.ASTRO, "src/content/blog/_a.md", "", "not-published", "begins with “_”"),
        (Generator.ASTRO, "src/content/blog/a.md", "draft: true", "unknown", "Astro is code"),
        (Generator.UNKNOWN, "a.md", "", "unknown", "No generator is known"),
    ],
)
def test_of_the_others_only_what_is_certain_is_said(
    generator: Generator, path: str, text: str, verdict: str, told: str
) -> None:
    publication = _asked(generator, path, text)
    assert publication.verdict == verdict
    assert told in publication.reasons[0].message(str)


def test_an_eleventy_permalink_is_the_address_where_it_holds_no_template() -> None:
    assert _asked(Generator.ELEVENTY, "a.md", "permalink: /x/index.html").url == "/x/"
    assert _asked(Generator.ELEVENTY, "a.md", 'permalink: "/{{ slug }}/"').url is None


_KEYS = [
    "date",
    "published",
    "draft",
    "categories",
    "category",
    "slug",
    "permalink",
    "url",
    "title",
    "cascade",
    "_build",
    "build",
    "publishDate",
    "expiryDate",
    "headless",
]
_VALUES = [
    "1",
    "-1",
    "0.5",
    ".nan",
    ".inf",
    "true",
    "false",
    "~",
    "x",
    "''",
    "[]",
    "{}",
    "[1,a,~]",
    "{a: 1}",
    "{render: 5}",
    "0001-01-01",
    "9999-12-31",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-12:00",
    "99999999999999999999",
    ":sym",
    "12:30",
    "'\\'",
    "/:x/",
    "/a/../b",
    "':'",
]


@given(
    keys=st.dictionaries(st.sampled_from(_KEYS), st.sampled_from(_VALUES), max_size=4),
    generator=st.sampled_from(list(Generator)),
    path=st.sampled_from(
        ("_posts/2024-05-01-a.md", "_posts/9999-12-31-b.md", "_drafts/a.md", "a.md", "content/a.md")
    ),
    config=st.dictionaries(
        st.sampled_from(
            [
                "timezone",
                "permalink",
                "exclude",
                "collections",
                "defaults",
                "source",
                "time",
                "limit_posts",
                "permalinks",
                "frontmatter",
                "uglyURLs",
                "languages",
                "ignoreFiles",
                "cascade",
                "future",
                "show_drafts",
            ]
        ),
        st.sampled_from([1, "x", "Asia/Tokyo", None, [], {}, [1, {}], {"a": 1}, True, "[", 0.5]),
        max_size=4,
    ),
)
def test_nothing_that_stands_in_a_site_is_too_odd(
    keys: dict[str, str], generator: Generator, path: str, config: dict[str, object]
) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in keys.items())
    question = Question(
        generator,
        PurePosixPath(path),
        read(f"---\n{text}---\n"),
        config,  # type: ignore[arg-type]
        _NOW,
        _TOKYO,
    )
    publication = decide(question)
    for each in (*publication.reasons, *publication.remarks):
        assert "{" not in each.template.format(**dict.fromkeys(each.values, ""))
    assert publication.reasons or publication.verdict is Verdict.PUBLISHED
