"""A site that describes its posts with every kind of field, for the pictures of the form."""

from __future__ import annotations

WIDGETS = """
[[schema.collections]]
name = "posts"
label = "Posts"
files = ["/_posts/**"]

[schema.collections.fields]
title = { label = "Title", required = true, longest = 60, help = "Heads the page and the feed" }
date = { kind = "date-time", label = "Published", required = true }
status = { label = "Status", choices = ["draft", "review", "published"] }
mood = { label = "Mood", choices = [
    { value = "calm", label = "Calm sea", help = "no wind" },
    { value = "rough", label = "Rough sea", help = "boats stay in" },
    { value = "fog", label = "Fog", help = "the horn is heard" },
    { value = "ice", label = "Ice in the harbour", help = "once in ten years" },
    { value = "festival", label = "Festival", help = "first Sunday in May" },
] }
author = { kind = "relation", label = "Author", file = "_data/authors.yml" }
follows = { kind = "relation", label = "Follows", collection = "posts", shown = ["title"] }
tags = { kind = "list", label = "Tags", most = 5 }
boats = { kind = "list", item = "choice", label = "Boats", choices = [
    { value = "ferry", label = "Ferry" },
    { value = "trawler", label = "Trawler" },
    { value = "dinghy", label = "Dinghy" },
] }
hero = { kind = "image", label = "Picture", folder = "/assets", group = "Look" }
accent = { kind = "colour", label = "Accent", group = "Look" }
map = { kind = "file", label = "Chart", folder = "/assets", group = "Look" }
tide = { kind = "number", label = "Tide", least = 0, most = 6, step = 0.1, group = "At sea" }
leaves = { kind = "time", label = "Leaves at", group = "At sea" }
day = { kind = "date", label = "Day", group = "At sea" }
soundings = { kind = "list", item = "number", label = "Soundings", group = "At sea" }
intro = { kind = "markdown", label = "Summary", longest = 120, group = "Words" }
script = { kind = "code", label = "Widget", group = "Words" }
place.kind = "object"
place.label = "Place"
place.group = "Words"
place.fields.name = { label = "Name", required = true }
place.fields.quay = { kind = "number", label = "Quay" }
blocks.kind = "list of objects"
blocks.label = "Blocks"
blocks.group = "Words"
blocks.fields.type = { label = "Kind", choices = ["quote", "photo"] }
blocks.fields.text = { label = "Text" }
address = { label = "Address", computed = "/{{slug}}/", group = "Made by the site" }
number = { label = "Number", read-only = true, group = "Made by the site" }
old = { label = "Old name", deprecated = true, group = "Made by the site" }
uuid = { hidden = true }
imported = { hidden = true }
ticket = { label = "Ticket", when = [{ field = "status", is = "review" }] }
"""

AUTHORS = """\
mio: { name: Mio Tanabe, town: Harbour }
haru: { name: 春野 碧, town: 港町 }
per: { name: Per Solberg, town: Bergen }
"""

POST = """\
---
title: The first ferry after the winter, and who was on board
date: 2026-03-02 06:40:00 +0900
status: published
mood: calm
author: mio
follows: the-first-ferry
tags: [harbour, ferry, spring, people, morning]
boats: [ferry, canoe]
hero: /assets/ferry.svg
accent: "#2457C5"
map: /assets/chart.pdf
tide: 7.2
leaves: "06:40"
day: 2026-03-02
soundings: [2.4, 3.1, 2.9]
intro: |
  ## What the tide brought
  - **Eleven** people, one *dog*
  - the [timetable](/timetable/) on the wall
script: |
  <tide-table port="harbour" />
place:
  name: North quay
  quay: 3
blocks:
  - type: quote
    text: The ferry leaves when the tide allows it.
  - type: photo
    text: Fog at six
number: 41
old: ferry-post
uuid: 6f1c
imported: true
ticket: HN-12
mine: a key of the post's own
---

The ferry leaves when the tide allows it, and nobody minds.
"""

JAPANESE = """
[[schema.collections]]
name = "posts"
label = "記事"
files = ["/_posts/**"]

[schema.collections.fields]
title = { label = "題名", required = true, longest = 40, help = "一覧とフィードに出ます" }
date = { kind = "date-time", label = "公開日時", required = true }
status = { label = "状態", choices = [
    { value = "draft", label = "下書き" },
    { value = "review", label = "確認中" },
    { value = "published", label = "公開" },
] }
mood = { label = "海の様子", choices = [
    { value = "calm", label = "凪", help = "風なし" },
    { value = "rough", label = "時化", help = "舟は出ない" },
    { value = "fog", label = "霧", help = "霧笛が聞こえる" },
    { value = "ice", label = "結氷", help = "十年に一度" },
    { value = "festival", label = "祭り", help = "五月の第一日曜" },
] }
author = { kind = "relation", label = "著者", file = "_data/authors.yml" }
tags = { kind = "list", label = "タグ", most = 5 }
boats = { kind = "list", item = "choice", label = "舟", choices = [
    { value = "ferry", label = "連絡船" },
    { value = "trawler", label = "底引き船" },
] }
hero = { kind = "image", label = "写真", folder = "/assets", group = "見た目" }
accent = { kind = "colour", label = "差し色", group = "見た目" }
tide = { kind = "number", label = "潮位", least = 0, most = 6, step = 0.1, group = "海" }
intro = { kind = "markdown", label = "要約", longest = 80, group = "文章" }
ticket = { label = "整理番号", when = [{ field = "status", is = "review" }] }
"""

JAPANESE_POST = """\
---
title: 冬が明けて最初の連絡船、乗っていた人たち
date: 2026-03-02 06:40:00
status: review
mood: 大漁
author: haru
tags: [港, 連絡船, 春]
boats: [ferry]
hero: /assets/ferry.svg
accent: rgb(36, 87, 197)
tide: 2.4
intro: |
  ## 潮が運んだもの
  - **十一人**と犬が*一匹*
---

潮が許せば船は出る。誰も急がない。
"""

INHERITED_POST = """\
---
title: Bread at five
tags: [bread]
seo:
  title: Bread
---

The baker opens at five.
"""
